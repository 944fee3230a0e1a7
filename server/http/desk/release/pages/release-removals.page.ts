import type { ListedRemoval } from '../../../../usecases/release/removals.ts'
import { frameOf, type Frame, type Site } from '../../../pages/frame.ts'
import { reasonWords } from '../removal-words.ts'

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
export const removalsPage = (site: Site, listed: readonly ListedRemoval[]): RemovalsView => {
  const { strings: t } = site
  return {
    frame: frameOf(site, {
      title: t.removals.title,
      description: t.removals.description,
      path: '/removals',
      fictional: listed.find(({ isFictional }) => isFictional)?.council ?? null,
    }),
    heading: listed.length === 0 ? t.removals.none : t.removals.heading(listed.length),
    removals: listed.map(({ on, kind, number, council, consultation, reason, words }) => ({
      on: t.dateTogether(on),
      what: kind === 'consultation' ? t.removals.consultation : t.removals.text(number === null ? '' : String(number)),
      where: t.removals.where(consultation, council),
      reason: reasonWords(t.removals.reasons, reason),
      words,
    })),
  }
}
