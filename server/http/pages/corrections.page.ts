import type { ListedCorrection } from '../../usecases/list-corrections.ts'
import { consultationPath } from './addresses.ts'
import { dateWords } from './date-words.ts'
import { frameOf, type Frame, type Site } from './frame.ts'
import { outcomeWords } from './group-words.ts'
import { fictionalNames } from './home.page.ts'
import { countOf } from './number-words.ts'

export interface CorrectionsView {
  readonly frame: Frame
  readonly heading: string
  readonly corrections: readonly {
    readonly on: string
    readonly subject: string
    readonly change: string
    readonly reason: string
    readonly where: string
    readonly href: string
  }[]
}

/** What was changed after publication: old value, new value, why. */
export const correctionsPage = (site: Site, listed: readonly ListedCorrection[]): CorrectionsView => {
  const heading = listed.length === 0 ? 'No corrections so far' : countOf(listed.length, 'correction')
  return {
    frame: frameOf(site, {
      title: 'Corrections',
      description: 'What we changed after publication, and why.',
      path: '/corrections',
      fictional: fictionalNames([
        ...new Map(listed.map(({ index }) => [index.record.body.ref, index.record.body])).values(),
      ]),
      twins: { csv: '/corrections.csv', json: '/corrections.json' },
    }),
    heading,
    corrections: listed.map(({ index, correction }) => ({
      on: dateWords(correction.on),
      subject: correction.subject,
      change: `From “${outcomeWords(correction.oldValue)}” to “${outcomeWords(correction.newValue)}”.`,
      reason: correction.reason,
      where: index.record.consultation.title,
      href: consultationPath(index),
    })),
  }
}
