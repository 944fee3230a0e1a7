import { promisesChartTitle } from '../../../analysis/sentences/chart-titles.ts'
import type { CommitmentUpdate } from '../../../data/model/commitment.ts'
import type { AuditIndex } from '../../usecases/audit-index.ts'
import type { ShownPromise, ShownPromises } from '../../usecases/show-promises.ts'
import { consultationPath, councilPath, passagePath } from './addresses.ts'
import { dateWords } from './date-words.ts'
import { frameOf, type Frame, type Site } from './frame.ts'
import { countOf } from './number-words.ts'
import { chartPath, countRow, type RangeRow } from './range-chart.ts'
import { latestVersion } from './release-words.ts'
import { replyLine } from './reply-line.ts'
import { waitCurve, type WaitCurve } from './wait-curve.ts'

interface UpdateView {
  readonly on: string
  readonly text: string
  readonly hasLink: boolean
  readonly href: string
}
interface PromiseView {
  readonly text: string
  readonly stateClass: string
  readonly state: string
  readonly facts: string
  readonly hasLink: boolean
  readonly href: string
  readonly hasUpdates: boolean
  readonly updates: readonly UpdateView[]
}
export interface PromisesView {
  readonly frame: Frame
  readonly heading: string
  readonly lede: string
  readonly replyLine: string
  readonly replyPath: string
  readonly isNone: boolean
  readonly curve: WaitCurve
  readonly hasNoCurve: boolean
  readonly noCurve: string
  readonly councilPath: string
  readonly promises: readonly PromiseView[]
  readonly doesNotShow: string
  readonly hasDelivery: boolean
  readonly delivery: string
  readonly deliveryDoesNotShow: string
  readonly hasDeliveryShares: boolean
  readonly deliveryRows: readonly (RangeRow & { readonly hasShare: boolean })[]
}

const STATUS_WORDS: Readonly<Record<CommitmentUpdate['status'], string>> = {
  'no-evidence': 'We found no evidence',
  'not-started': 'Not started',
  limited: 'Done in a small part',
  substantial: 'Largely done',
  complete: 'Done',
  withdrawn: 'Withdrawn',
}

const linkOf = (index: AuditIndex, passageId: string | null): string => {
  const passage = passageId === null ? undefined : index.passageById.get(passageId)
  const document = passage === undefined ? undefined : index.documentById.get(passage.documentId)
  return passage === undefined || document === undefined ? '' : passagePath(index, document, passage)
}

const stateOf = ({ end, days, isOverdue }: ShownPromise): Pick<PromiseView, 'state' | 'stateClass'> => {
  const waited = countOf(days, 'day')
  if (end === 'delivered') return { state: `Done after ${waited}`, stateClass: 'pr pr--done' }
  if (end === 'withdrawn') return { state: `Withdrawn after ${waited}`, stateClass: 'pr pr--open' }
  return {
    state: `No delivery on record after ${waited}${isOverdue ? ', and past its date' : ''}`,
    stateClass: 'pr pr--open',
  }
}

const promiseOf = (index: AuditIndex, promise: ShownPromise): PromiseView => {
  const { commitment, updates } = promise
  const href = linkOf(index, commitment.passageId)
  return {
    text: commitment.text,
    ...stateOf(promise),
    facts: [
      `Made on ${dateWords(commitment.madeOn)}.`,
      commitment.dueOn === null ? 'No date was set.' : `Due on ${dateWords(commitment.dueOn)}.`,
      commitment.owner === null ? 'No owner is named.' : `To be done by: ${commitment.owner}.`,
    ].join(' '),
    hasLink: href !== '',
    href,
    hasUpdates: updates.length > 0,
    updates: updates.map(({ on, status, progressClaimed, note, passageId }) => ({
      on: dateWords(on),
      text: [
        `${STATUS_WORDS[status]}.`,
        note ?? '',
        progressClaimed === null ? '' : `The council says: ${progressClaimed}% done.`,
      ]
        .filter(Boolean)
        .join(' '),
      hasLink: linkOf(index, passageId) !== '',
      href: linkOf(index, passageId),
    })),
  }
}

export const promisesCurve = ({ index, waiting }: ShownPromises): WaitCurve =>
  waitCurve({
    id: 'promises-waiting',
    figure: waiting?.finding.byPoint ?? NOTHING,
    curve: waiting?.finding.curve ?? [],
    items: waiting?.finding.items ?? [],
    where: `${index.record.consultation.title}, as at ${dateWords(index.audit.asOf)}`,
    source: `council documents, checked by people. As at ${dateWords(index.audit.asOf)}`,
    path: chartPath(index, 'promises-waiting'),
  })

const NOTHING = {
  key: 'promises-waiting',
  label: '',
  rows: null,
  numerator: null,
  denominator: null,
  value: null,
  low: null,
  high: null,
  unit: 'count',
  against: null,
  rangeMethod: null,
  simple: null,
  nullReason: 'not-collected',
  isSmall: false,
  bounds: null,
} as const

const ledeOf = ({ waiting }: ShownPromises): string => {
  if (waiting === null) return ''
  if (waiting.blockedBecause.length > 0) return `A rule keeps this figure back: ${waiting.blockedBecause.join(' ')}`
  const { sentence, companions } = waiting.finding
  const overdue = companions.find(({ key }) => key === 'promises-overdue')
  const late = overdue === undefined ? '' : `${overdue.label}: ${overdue.value ?? 0}.`
  return [sentence ?? '', late].filter(Boolean).join(' ')
}

/** What was promised, how long each promise waited, and whether it was done. */
export const promisesPage = (site: Site, shown: ShownPromises): PromisesView => {
  const { index, promises, waiting, delivery } = shown
  const { record, audit } = index
  const path = `${consultationPath(index)}/promises`
  const heading = `${promisesChartTitle(waiting?.finding.byPoint ?? NOTHING)}.`
  const curve = promisesCurve(shown)
  const rows = (delivery?.finding.companions ?? [])
    .filter(({ key }) => !key.endsWith('-by-idea'))
    .map(figure => countRow(index, figure))
  const hasShares = rows.some(({ share, range }) => share !== '' && range !== '')
  return {
    frame: frameOf(site, {
      title: `Promises: ${record.consultation.title}`,
      description: heading,
      path,
      crumbs: [{ href: consultationPath(index), text: record.consultation.title }],
      fictional: audit.isFictional ? record.body.shortName : null,
      asOf: audit.asOf,
      version: latestVersion(record),
      methodVersion: audit.methodVersion,
      twins: { csv: `${path}.csv`, json: `${path}.json` },
    }),
    heading,
    lede: ledeOf(shown),
    replyLine: replyLine(index),
    replyPath: `${consultationPath(index)}#rep`,
    isNone: promises.length === 0,
    curve,
    hasNoCurve: promises.length > 0 && !curve.isShown,
    noCurve: 'A curve needs 10 promises, so each is listed.',
    councilPath: `${councilPath(record.body.ref)}#promises`,
    promises: promises.map(promise => promiseOf(index, promise)),
    doesNotShow: waiting?.finding.doesNotShow ?? '',
    hasDelivery: delivery !== null && (delivery.finding.byPoint.denominator ?? 0) > 0,
    delivery: delivery?.finding.sentence ?? delivery?.finding.nullSentence ?? '',
    deliveryDoesNotShow: delivery?.finding.doesNotShow ?? '',
    hasDeliveryShares: hasShares,
    deliveryRows: rows.map(row => ({ ...row, hasShare: hasShares })),
  }
}
