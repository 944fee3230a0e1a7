import type { ShownHome } from '../../usecases/show-home.ts'
import type { Strings } from '../strings/strings.ts'
import { councilPath } from './addresses.ts'
import { consultationRow, type ConsultationRow } from './consultation-card.ts'
import { frameOf, type Frame, type Site } from './frame.ts'
import { drawMark, type Shape } from './marks.ts'
import type { Group } from '../../../analysis/finding.ts'
import { ANSWERED_GROUPS } from '../../../analysis/outcomes/outcome-groups.ts'

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

const KEY_GROUPS: readonly Group[] = [...ANSWERED_GROUPS, 'no-answer-found']
export const markKey = (t: Strings): readonly MarkKey[] =>
  KEY_GROUPS.map(group => ({ name: t.results.groups[group], shapes: drawMark(group) }))

/** Names of made-up bodies, for the banner; null where all are real. */
export const fictionalNames = (
  t: Strings,
  bodies: readonly { readonly shortName: string; readonly nature: string }[],
): string | null => {
  const names = bodies.filter(({ nature }) => nature === 'fictional').map(({ shortName }) => shortName)
  return names.length === 0 ? null : t.layout.namesTogether(names)
}

/** The door: find a council, or what you said, and the newest results. */
export const homePage = (site: Site, { bodies, newest }: ShownHome): HomeView => {
  const { strings: t } = site
  return {
    frame: frameOf(site, {
      title: t.home.title,
      description: t.home.description,
      path: '/',
      fictional: fictionalNames(
        t,
        bodies.map(({ body }) => body),
      ),
    }),
    heading: t.home.heading,
    newest: newest.map(index => ({
      ...consultationRow(t, index),
      council: index.record.body.name,
      councilHref: councilPath(index.record.body.ref),
    })),
    hasNewest: newest.length > 0,
    key: markKey(t),
    councils: bodies.map(({ body, consultations }) => ({
      name: body.name,
      href: councilPath(body.ref),
      note: t.home.councilNote(body.nature === 'fictional', consultations.length),
    })),
    hasCouncils: bodies.length > 0,
  }
}
