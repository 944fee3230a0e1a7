import type { ListedRemoval } from '../../../../usecases/release/removals.ts'
import { frameOf, type Frame, type Site } from '../../../pages/frame.ts'
import { reasonWords } from '../removal-words.ts'
import { countOf, dateWords } from '../../english.ts'

export interface RemovalsView {
  readonly frame: Frame
  readonly heading: string
  readonly removals: readonly {
    readonly on: string
    readonly what: string
    readonly where: string
    readonly reason: string
    readonly words: string
  }[]
}

/** Everything that was taken out of public view, and why. */
export const removalsPage = (site: Site, listed: readonly ListedRemoval[]): RemovalsView => ({
  frame: frameOf(site, {
    title: 'Taken down',
    description: 'What we took out of public view, and why.',
    path: '/removals',
    fictional: listed.find(({ isFictional }) => isFictional)?.council ?? null,
  }),
  heading:
    listed.length === 0
      ? 'Nothing has been taken down'
      : `${countOf(listed.length, 'thing was', 'things were')} taken down`,
  removals: listed.map(({ on, kind, number, council, consultation, reason, words }) => ({
    on: dateWords(on),
    what: kind === 'consultation' ? 'A whole consultation' : `The text of point ${number ?? ''}`,
    where: `${consultation}, ${council}`,
    reason: reasonWords(reason),
    words,
  })),
})
