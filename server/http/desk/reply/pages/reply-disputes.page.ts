import { OUTCOMES } from '../../../../../analysis/finding.ts'
import type { DisputeDesk, ListedDispute } from '../../../../usecases/reply/list-disputes.ts'
import type { DeskVisit } from '../../desk-visit.ts'
import { privateFrame, scopeCrumbs, type PrivateFrame } from '../../release/private-frame.ts'
import { disputesPath } from '../../release/release-paths.ts'
import { dateWords, OUTCOME_NAMES, outcomeWords } from '../../english.ts'

interface OpenDispute {
  readonly ref: string
  readonly name: string
  readonly said: string
  readonly text: string
  readonly result: string
  readonly due: string
  readonly canSettle: boolean
  readonly asksOld: boolean
  readonly outcomes: readonly { readonly value: string; readonly name: string }[]
}
export interface DisputesView extends PrivateFrame {
  readonly heading: string
  readonly action: string
  readonly hasHeld: boolean
  readonly held: readonly { readonly id: string; readonly name: string; readonly text: string; readonly due: string }[]
  readonly hasOpen: boolean
  readonly open: readonly OpenDispute[]
  readonly hasSettled: boolean
  readonly settled: readonly { readonly name: string; readonly text: string; readonly decision: string }[]
}

const PARTIES = { body: 'The council', contributor: 'The person who said it', other: 'Somebody' } as const

const openOf =
  (canSettle: boolean) =>
  (listed: ListedDispute): OpenDispute => ({
    ref: listed.dispute.ref,
    name: `Point ${listed.row.point.number}`,
    said: `${PARTIES[listed.dispute.party]}, ${dateWords(listed.dispute.openedOn)}${listed.dispute.claimedOutcome === null ? '' : `. Says it should be: ${outcomeWords(listed.dispute.claimedOutcome)}`}`,
    text: listed.dispute.text,
    result:
      listed.outcomeThen === null || listed.outcomeThen === listed.row.finding.outcome
        ? `The records show: ${outcomeWords(listed.row.finding.outcome)}.`
        : `The records showed “${outcomeWords(listed.outcomeThen)}” when it came, and now show “${outcomeWords(listed.row.finding.outcome)}”.`,
    due: `${listed.isLate ? 'Late. It was to be settled by' : 'To be settled by'} ${dateWords(listed.settleBy)}.${listed.isOwn ? ' You judged this point or wrote this, so somebody else settles it.' : ''}`,
    canSettle: canSettle && !listed.isOwn,
    asksOld: listed.outcomeThen === null,
    outcomes: OUTCOMES.map(value => ({ value, name: OUTCOME_NAMES[value] })),
  })

/** Letters to read, disputes to settle, and those that were. */
export const disputesPage = (visit: DeskVisit, shown: DisputeDesk, problem: string | null): DisputesView => {
  const open = shown.disputes.filter(({ dispute }) => dispute.state === 'open')
  const settled = shown.disputes.filter(({ dispute }) => dispute.state !== 'open')
  return {
    ...privateFrame(visit, 'Disputes', scopeCrumbs(shown.scope), { problem }),
    heading: 'Disputes',
    action: disputesPath(shown.scope),
    hasHeld: shown.held.length > 0,
    held: shown.held.map(({ letter, row, readBy, isLate }) => ({
      id: letter.id,
      name: `Point ${row.point.number}. ${PARTIES[letter.party]}, ${dateWords(letter.receivedAt.slice(0, 10))}`,
      text: letter.text,
      due: `${isLate ? 'Late. It was to be read by' : 'To be read by'} ${dateWords(readBy)}.`,
    })),
    hasOpen: open.length > 0,
    open: open.map(openOf(shown.can.settle)),
    hasSettled: settled.length > 0,
    settled: settled.map(({ dispute, row }) => ({
      name: `Point ${row.point.number}. ${dispute.state === 'upheld' ? 'Upheld' : 'Not upheld'}${dispute.decidedOn === null ? '' : `, ${dateWords(dispute.decidedOn)}`}`,
      text: dispute.text,
      decision: dispute.decision ?? '',
    })),
  }
}
