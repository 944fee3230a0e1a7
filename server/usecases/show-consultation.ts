import type { Deps } from '../deps.ts'
import type { AuditIndex } from './audit-index.ts'
import { chooseExamples, type Example } from './choose-examples.ts'
import { readIndex, type PageAddress } from './read-index.ts'
import { tabulateTopics, type TopicRow } from './tabulate-topics.ts'

export interface ShownConsultation {
  readonly index: AuditIndex
  readonly topics: readonly TopicRow[]
  readonly examples: readonly Example[]
}

const made = new WeakMap<AuditIndex, ShownConsultation>()

export const describeConsultation = (index: AuditIndex): ShownConsultation => {
  const known = made.get(index)
  if (known !== undefined) return known
  const shown = { index, topics: tabulateTopics(index), examples: chooseExamples(index) }
  made.set(index, shown)
  return shown
}

/** Everything the page of a consultation needs. */
export const showConsultation = async (deps: Deps, address: PageAddress): Promise<ShownConsultation> =>
  describeConsultation(await readIndex(deps, address))
