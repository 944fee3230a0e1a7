import { GROUPS } from '../../../analysis/finding.ts'
import type { Table } from '../../export/table.ts'
import type { ListedCorrection } from '../../usecases/list-corrections.ts'
import type { FoundEverything } from '../../usecases/search-everything.ts'
import type { ShownCouncil } from '../../usecases/show-council.ts'
import type { ShownMethod } from '../../usecases/show-method.ts'
import { consultationPath, councilPath, pointPath } from '../pages/addresses.ts'
import { countOfGroup, hasResult } from '../pages/consultation-picture.ts'
import { councilSideBySide } from '../pages/council-over-time.ts'
import type { Site } from '../pages/frame.ts'
import { shownAs } from '../pages/range-chart.ts'
import { aboutSite } from './about-table.ts'
import { CURVE_COLUMNS, curveRows } from './indicator-tables.ts'

/** Consultations of one council, each on its own; counts only where the page gives a result. */
export const councilTable = (site: Site, { body, consultations }: ShownCouncil): Table => ({
  about: aboutSite(site, `Consultations of ${body.name}`, councilPath(body.ref), body.nature === 'fictional'),
  columns: [
    'consultation',
    'closes_on',
    'points',
    ...GROUPS.map(group => group.replaceAll('-', '_')),
    'finding',
    'records_up_to',
    'url',
  ],
  rows: consultations.map(index => [
    index.record.consultation.title,
    index.record.consultation.closesOn,
    index.audit.groups.byPoint.n,
    ...GROUPS.map(group => (hasResult(index) ? countOfGroup(index.audit.groups.byPoint, group) : null)),
    index.sentences.finding,
    index.audit.asOf,
    `${site.baseUrl}${consultationPath(index)}`,
  ]),
})

export const correctionsTable = (site: Site, listed: readonly ListedCorrection[]): Table => ({
  about: aboutSite(
    site,
    'Corrections',
    '/corrections',
    listed.some(({ index }) => index.audit.isFictional),
  ),
  columns: ['on', 'council', 'consultation', 'subject', 'old_value', 'new_value', 'reason', 'releases'],
  rows: listed.map(({ index, correction }) => [
    correction.on,
    index.record.body.name,
    index.record.consultation.title,
    correction.subject,
    correction.oldValue,
    correction.newValue,
    correction.reason,
    correction.releasesAffected,
  ]),
})

export const methodTable = (site: Site, { indicators, version }: ShownMethod): Table => ({
  about: { ...aboutSite(site, 'Indicators and how each is counted', '/method', false), methodVersion: version },
  columns: [
    'number',
    'id',
    'name',
    'question',
    'complaint',
    'formula',
    'denominator',
    'unit',
    'does_not_show',
    'experimental',
  ],
  rows: indicators.map(card => [
    card.number,
    card.id,
    card.name,
    card.question,
    card.complaint,
    card.formula,
    card.denominator,
    card.unit,
    card.doesNotShow,
    card.isExperimental,
  ]),
})

export const foundTable = (site: Site, { q, points }: FoundEverything): Table => ({
  about: aboutSite(
    site,
    'Points found',
    `/find?${new URLSearchParams({ q }).toString()}`,
    points.some(({ index }) => index.audit.isFictional),
  ),
  columns: [
    'council',
    'consultation',
    'number',
    'text',
    'group',
    'outcome',
    'stated_state',
    'nature_of_council',
    'url',
  ],
  rows: points.map(({ index, row }) => [
    index.record.body.name,
    index.record.consultation.title,
    row.point.number,
    row.text.state === 'shown' ? row.text.text : null,
    row.finding.group,
    row.finding.outcome,
    row.stated?.rawState ?? null,
    index.record.body.nature,
    `${site.baseUrl}${pointPath(index, row)}`,
  ]),
})

const aboutCouncil = (site: Site, { body, overTime }: ShownCouncil, title: string) => ({
  ...aboutSite(site, `${title}: ${body.name}`, councilPath(body.ref), body.nature === 'fictional'),
  asAt: overTime.asOf,
})

/** The curve of all promises of a council: each promise is a wait of its own. */
export const councilPromisesTable = (site: Site, shown: ShownCouncil): Table => {
  const { curve, figure } = shown.overTime.promises
  return {
    about: aboutCouncil(site, shown, 'Promises still waiting'),
    columns: CURVE_COLUMNS,
    rows: curve.length === 0 ? [] : curveRows(curve, figure.denominator ?? 0),
  }
}

export const sideBySideTable = (site: Site, shown: ShownCouncil): Table => ({
  about: aboutCouncil(site, shown, 'Consultations side by side'),
  columns: ['measure', 'consultation', 'numerator', 'denominator', 'value', 'low', 'high', 'null_reason', 'shown_as'],
  rows: councilSideBySide(site.strings, shown).groups.flatMap(({ heading, rows }) =>
    rows.map(({ label, figure }) => [
      heading,
      label,
      figure.numerator,
      figure.denominator,
      figure.value,
      figure.low,
      figure.high,
      figure.nullReason,
      shownAs(site.strings, figure),
    ]),
  ),
})
