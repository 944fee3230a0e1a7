import type { CheckRow, ShownCheck } from '../../../../usecases/check/show-check.ts'
import { tagOf, type Tag } from '../../../pages/group-words.ts'
import { en } from '../../../strings/en.ts'
import type { DeskVisit } from '../../desk-visit.ts'
import { privateFrame, type PrivateFrame } from '../../release/private-frame.ts'
import { CHECK, checkPath, checkPointPath, repliesPath } from '../../release/release-paths.ts'
import { countOf, countWords, dateWords } from '../../english.ts'

/** Points on one page. */
const POINTS_PER_PAGE = 200

export interface CheckView extends PrivateFrame {
  readonly kick: string
  readonly heading: string
  readonly count: string
  readonly said: string
  readonly action: string
  readonly records: string
  readonly canSupply: boolean
  readonly canFinish: boolean
  readonly state: string
  readonly rows: readonly {
    readonly href: string
    readonly name: string
    readonly quote: string
    readonly tag: Tag
    readonly task: string
  }[]
  readonly hasNext: boolean
  readonly next: string
}

/** "41 of 60 points have an answer you can point to. 19 to go." */
export const checkCount = ({ pointCount, answeredCount, leftCount }: ShownCheck): string => {
  if (pointCount === 0) return 'No points are on record yet.'
  const have = `${countWords(answeredCount)} of ${countOf(pointCount, 'point')} ${answeredCount === 1 ? 'has' : 'have'} an answer you can point to.`
  return leftCount === 0 ? `${have} None to go.` : `${have} ${countWords(leftCount)} to go.`
}

const saidWords = ({ saidCount }: ShownCheck): string =>
  saidCount === 0
    ? ''
    : `For ${countWords(saidCount)} of them you have said something. A person checks it before it counts.`

const stateWords = ({ check }: ShownCheck): string => {
  if (check === null) return 'You read this before its release, or beside it. The same rules hold in public.'
  return check.readyAt === null
    ? 'Only you and the people who check can see this. Nothing is published until you say so.'
    : `You said on ${dateWords(check.readyAt.slice(0, 10))} that it may be published. The page will say: “Checked by the council first”.`
}

export const quoteOfRow = ({ row }: CheckRow): string =>
  row.text.state === 'shown' ? row.text.text : 'The text of this point is not released.'

const taskOf = ({ isAnswered, isSaid }: CheckRow): string => {
  if (isAnswered) return 'Has an answer'
  return isSaid
    ? 'You have said something. It waits to be checked.'
    : 'Find the answer, give the reason, or say why it was out of scope'
}

/** One row for each point: those that still need an answer first. */
export const checkPage = (visit: DeskVisit, shown: ShownCheck, page: number): CheckView => {
  const { scope, rows } = shown
  const from = (page - 1) * POINTS_PER_PAGE
  return {
    ...privateFrame(visit, `Check: ${scope.consultation.title}`, [{ href: CHECK, text: 'Check your own records' }]),
    kick: scope.body.name,
    heading: scope.consultation.title,
    count: checkCount(shown),
    said: saidWords(shown),
    action: checkPath(scope),
    records: `${repliesPath(scope)}/records`,
    canSupply: shown.can.supply,
    canFinish: shown.can.finish,
    state: stateWords(shown),
    rows: rows.slice(from, from + POINTS_PER_PAGE).map(row => ({
      href: checkPointPath(scope, row.row.point.number),
      name: `Point ${row.row.point.number}`,
      quote: quoteOfRow(row),
      tag: tagOf(en, row.row.finding),
      task: taskOf(row),
    })),
    hasNext: rows.length > from + POINTS_PER_PAGE,
    next: `${checkPath(scope)}?page=${page + 1}`,
  }
}
