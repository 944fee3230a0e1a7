import type { ListedCorrection } from '../../usecases/list-corrections.ts'
import { consultationPath } from './addresses.ts'
import { frameOf, type Frame, type Site } from './frame.ts'
import { outcomeName } from './group-words.ts'
import { fictionalNames } from './home.page.ts'

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
  const { strings: t } = site
  const heading = t.corrections.heading(listed.length)
  return {
    frame: frameOf(site, {
      title: t.corrections.title,
      description: t.corrections.description,
      path: '/corrections',
      fictional: fictionalNames(t, [
        ...new Map(listed.map(({ index }) => [index.record.body.ref, index.record.body])).values(),
      ]),
      twins: { csv: '/corrections.csv', json: '/corrections.json' },
    }),
    heading,
    corrections: listed.map(({ index, correction }) => ({
      on: t.dateTogether(correction.on),
      subject: correction.subject,
      change: t.corrections.change(outcomeName(t, correction.oldValue), outcomeName(t, correction.newValue)),
      reason: correction.reason,
      where: index.record.consultation.title,
      href: consultationPath(index),
    })),
  }
}
