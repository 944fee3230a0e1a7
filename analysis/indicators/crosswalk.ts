import { INDICATORS } from './registry.ts'

/** What people said of being listened to, which indicators answer it, and what no record can show (indicators.md section 5). */
export interface Complaint {
  readonly said: string
  /** Numbers of the indicators whose card names this complaint. */
  readonly indicators: readonly string[]
  readonly notMeasurable: string | null
}

const SAID: readonly (readonly [said: string, notMeasurable: string | null])[] = [
  ['Fixing, listening mainly to respond', 'what was in anyone’s head'],
  ['Mandated sessions', 'resentment'],
  ['Telling you what is happening', null],
  ['Ticking boxes', 'intent'],
  ['Testing the waters, spotting resistance', 'plotting'],
  ['A nugget, if aligned to the plan', null],
  ['Listening to agree, survive, get on', 'motive, so no number tries'],
  ['Years on, still waiting', null],
  ['Seats too comfy to give up', 'comfort'],
  ['Distributed leadership promised', null],
  ['Saviours, or gifts and skills', null],
  ['Human and equal', 'sincerity'],
]

export const COMPLAINTS: readonly Complaint[] = SAID.map(([said, notMeasurable]) => ({
  said,
  notMeasurable,
  indicators: INDICATORS.filter(({ card }) => card.complaint === said).map(({ card }) => card.number),
}))
