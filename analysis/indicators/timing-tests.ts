import { isConfirmed, isCheckedTwice } from '../../data/model/basis.ts'
import { TIMING_TESTS, type TimingTest } from '../../data/model/deciding.ts'
import type { Inquiry } from './inquiry.ts'

export interface TimingResults {
  /** One a test: the best founded, the later of two equally founded. */
  readonly tests: readonly TimingTest[]
  readonly positives: readonly TimingTest[]
  readonly assessableCount: number
  readonly unknownCount: number
  readonly positiveCheckedTwiceCount: number
}

const isBetter = (next: TimingTest, current: TimingTest | undefined): boolean =>
  current === undefined || isCheckedTwice(next.basis) || !isCheckedTwice(current.basis)

/** The five tests of whether anything was settled before the end; only what a person confirmed. */
export const timingResults = ({ record }: Inquiry): TimingResults => {
  const byTest = new Map<TimingTest['test'], TimingTest>()
  for (const test of record.timingTests)
    if (isConfirmed(test.basis) && isBetter(test, byTest.get(test.test))) byTest.set(test.test, test)
  const tests = TIMING_TESTS.flatMap(name => byTest.get(name) ?? [])
  const positives = tests.filter(test => test.result === 'positive')
  return {
    tests,
    positives,
    assessableCount: tests.filter(test => test.result === 'positive' || test.result === 'negative').length,
    unknownCount: tests.filter(test => test.result === 'unknown').length,
    positiveCheckedTwiceCount: positives.filter(test => isCheckedTwice(test.basis)).length,
  }
}
