import { missingFigure } from '../../../analysis/indicators/figure.ts'
import { promisesChartTitle } from '../../../analysis/sentences/chart-titles.ts'
import type { AuditIndex } from '../../usecases/audit-index.ts'
import type { ShownPromise, ShownPromises } from '../../usecases/show-promises.ts'
import type { Strings } from '../strings/strings.ts'
import { consultationPath, councilPath, passagePath, replyPath } from './addresses.ts'
import { frameOf, type Frame, type Site } from './frame.ts'
import { recordLanguage } from './quoted-language.ts'
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
  readonly language: string
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

const linkOf = (index: AuditIndex, passageId: string | null): string => {
  const passage = passageId === null ? undefined : index.passageById.get(passageId)
  const document = passage === undefined ? undefined : index.documentById.get(passage.documentId)
  return passage === undefined || document === undefined ? '' : passagePath(index, document, passage)
}

const stateOf = (t: Strings, { end, days, isOverdue }: ShownPromise): Pick<PromiseView, 'state' | 'stateClass'> => {
  if (end === 'delivered') return { state: t.promises.delivered(days), stateClass: 'pr pr--done' }
  if (end === 'withdrawn') return { state: t.promises.withdrawn(days), stateClass: 'pr pr--open' }
  return {
    state: t.promises.open(days, isOverdue),
    stateClass: 'pr pr--open',
  }
}

const promiseOf = (t: Strings, index: AuditIndex, promise: ShownPromise): PromiseView => {
  const { commitment, updates } = promise
  const href = linkOf(index, commitment.passageId)
  return {
    text: commitment.text,
    language: recordLanguage(index),
    ...stateOf(t, promise),
    facts: t.promises.facts(commitment),
    hasLink: href !== '',
    href,
    hasUpdates: updates.length > 0,
    updates: updates.map(({ on, status, progressClaimed, note, passageId }) => ({
      on: t.dateTogether(on),
      text: t.promises.update(status, note, progressClaimed),
      hasLink: linkOf(index, passageId) !== '',
      href: linkOf(index, passageId),
    })),
  }
}

export const promisesCurve = (t: Strings, { index, waiting }: ShownPromises): WaitCurve =>
  waitCurve(t, {
    id: 'promises-waiting',
    figure: waiting?.finding.byPoint ?? NOTHING,
    curve: waiting?.finding.curve ?? [],
    items: waiting?.finding.items ?? [],
    where: t.promises.curveWhere(index.record.consultation.title, index.audit.asOf),
    source: t.promises.curveSource(index.audit.asOf),
    path: chartPath(index, 'promises-waiting'),
  })

const NOTHING = missingFigure({ key: 'promises-waiting', label: '' }, 'count', 'not-collected')

/** Where a rule keeps the figure back, its numbers are gone: the heading then says how many are listed, and no more. */
const headingOf = (t: Strings, { waiting, promises }: ShownPromises): string =>
  waiting !== null && waiting.blockedBecause.length > 0 && promises.length > 0
    ? t.promises.onRecord(promises.length)
    : `${promisesChartTitle(waiting?.finding.byPoint ?? NOTHING, waiting?.finding.items ?? [])}.`

const ledeOf = (t: Strings, { waiting }: ShownPromises): string => {
  if (waiting === null) return ''
  if (waiting.blockedBecause.length > 0) return t.promises.keptBack(waiting.blockedBecause.join(' '))
  const { sentence, companions } = waiting.finding
  const overdue = companions.find(({ key }) => key === 'promises-overdue')
  const late = overdue === undefined ? '' : t.promises.late(overdue.label, overdue.value ?? 0)
  return [sentence ?? '', late].filter(Boolean).join(' ')
}

/** What was promised, how long each promise waited, and whether it was done. */
export const promisesPage = (site: Site, shown: ShownPromises): PromisesView => {
  const { strings: t } = site
  const { index, promises, waiting, delivery } = shown
  const { record, audit } = index
  const path = `${consultationPath(index)}/promises`
  const heading = headingOf(t, shown)
  const curve = promisesCurve(t, shown)
  const rows = (delivery?.finding.companions ?? [])
    .filter(({ key }) => !key.endsWith('-by-idea'))
    .map(figure => countRow(t, index, figure))
  const hasShares = rows.some(({ share, range }) => share !== '' && range !== '')
  return {
    frame: frameOf(site, {
      title: t.promises.title(record.consultation.title),
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
    lede: ledeOf(t, shown),
    replyLine: replyLine(t, index),
    replyPath: replyPath(index),
    isNone: promises.length === 0,
    curve,
    hasNoCurve: promises.length > 0 && !curve.isShown,
    noCurve: t.promises.noCurve,
    councilPath: `${councilPath(record.body.ref)}#promises`,
    promises: promises.map(promise => promiseOf(t, index, promise)),
    doesNotShow: waiting?.finding.doesNotShow ?? '',
    hasDelivery: delivery !== null && (delivery.finding.byPoint.denominator ?? 0) > 0,
    delivery: delivery?.finding.sentence ?? delivery?.finding.nullSentence ?? '',
    deliveryDoesNotShow: delivery?.finding.doesNotShow ?? '',
    hasDeliveryShares: hasShares,
    deliveryRows: rows.map(row => ({ ...row, hasShare: hasShares })),
  }
}
