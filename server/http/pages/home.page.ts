import type { ShownHome } from '../../usecases/show-home.ts'
import { councilPath } from './addresses.ts'
import { consultationRow, type ConsultationRow } from './consultation-card.ts'
import { frameOf, type Frame, type Site } from './frame.ts'
import { GROUP_NAMES } from './group-words.ts'
import { drawMark, type Shape } from './marks.ts'
import { countOf } from './number-words.ts'
import type { Group } from '../../../analysis/finding.ts'

export interface MarkKey {
  readonly name: string
  readonly shapes: readonly Shape[]
}
interface HomeRow extends ConsultationRow {
  readonly council: string
  readonly councilHref: string
}
export interface HomeView {
  readonly frame: Frame
  readonly heading: string
  readonly newest: readonly HomeRow[]
  readonly hasNewest: boolean
  readonly key: readonly MarkKey[]
  readonly councils: readonly { readonly name: string; readonly href: string; readonly note: string }[]
  readonly hasCouncils: boolean
}

const KEY_GROUPS: readonly Group[] = [
  'change-made',
  'already-in-the-plan',
  'turned-down-with-a-reason',
  'put-off',
  'no-answer-found',
]
export const markKey = (): readonly MarkKey[] =>
  KEY_GROUPS.map(group => ({ name: GROUP_NAMES[group], shapes: drawMark(group) }))

/** Names of made-up bodies, for the banner; null where all are real. */
export const fictionalNames = (
  bodies: readonly { readonly shortName: string; readonly nature: string }[],
): string | null => {
  const names = bodies.filter(({ nature }) => nature === 'fictional').map(({ shortName }) => shortName)
  return names.length === 0 ? null : names.join(' and ')
}

/** The door: find a council, or what you said, and the newest results. */
export const homePage = (site: Site, { bodies, newest }: ShownHome): HomeView => ({
  frame: frameOf(site, {
    title: 'See what councils did with what you told them',
    description:
      'Said & Done follows every point people made in a consultation to the decision, and shows which were answered.',
    path: '/',
    fictional: fictionalNames(bodies.map(({ body }) => body)),
  }),
  heading: 'See what councils did with what you told them.',
  newest: newest.map(index => ({
    ...consultationRow(index),
    council: index.record.body.name,
    councilHref: councilPath(index.record.body.ref),
  })),
  hasNewest: newest.length > 0,
  key: markKey(),
  councils: bodies.map(({ body, consultations }) => ({
    name: body.name,
    href: councilPath(body.ref),
    note: `${body.nature === 'fictional' ? 'Made up. ' : ''}${countOf(consultations.length, 'consultation')}`,
  })),
  hasCouncils: bodies.length > 0,
})
