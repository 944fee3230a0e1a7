import { GROUPS } from '../../../analysis/finding.ts'
import { answeredOfTen, spanOfTen } from '../../../analysis/sentences/answered-of-ten.ts'
import type { AuditIndex } from '../../usecases/audit-index.ts'
import type { ShownCouncil } from '../../usecases/show-council.ts'
import type { Strings } from '../strings/strings.ts'
import { consultationPath, councilPath } from './addresses.ts'
import { councilOverTime, titleOf, type CouncilOverTime } from './council-over-time.ts'
import { consultationRow, noAnswerMarksOf, type ConsultationRow } from './consultation-card.ts'
import { countOfGroup, pictureKind } from './consultation-picture.ts'
import { frameOf, type Frame, type Site } from './frame.ts'
import { markKey, type MarkKey } from './home.page.ts'
import { CHART_KEYS, type ChartKey } from './topic-chart.ts'

interface CouncilGroup {
  readonly heading: string
  readonly rows: readonly ConsultationRow[]
}
export interface CouncilView {
  readonly frame: Frame
  readonly kick: string
  readonly name: string
  readonly finding: string
  readonly hasMarks: boolean
  readonly key: readonly MarkKey[]
  readonly groups: readonly CouncilGroup[]
  readonly hasOthers: boolean
  readonly others: readonly ConsultationRow[]
  readonly hasChart: boolean
  readonly chart: {
    readonly title: string
    readonly alt: string
    readonly plotClass: string
    readonly headings: readonly string[]
    readonly keys: readonly ChartKey[]
    readonly rows: readonly { readonly name: string; readonly href: string; readonly counts: readonly string[] }[]
  }
  readonly overTime: CouncilOverTime
  readonly replied: string
}

const mostInRange = 3
const fewestForTwoRanges = 6

const ofTen = (t: Strings, indexes: readonly AuditIndex[]): string =>
  t.council.ofTen(spanOfTen(indexes.map(index => answeredOfTen(index.audit.groups.byPoint, noAnswerMarksOf(index)))))

/** Each consultation has its own ten marks; they are never added up. */
const findingOf = (t: Strings, name: string, counted: readonly AuditIndex[], all: readonly AuditIndex[]): string => {
  if (all.length === 0) return t.council.notChecked(name)
  if (counted.length === 0) return t.council.noResult(name, all.length)
  const last = counted.slice(0, mostInRange)
  const now = t.council.answeredLately(name, last.length, ofTen(t, last))
  if (counted.length < fewestForTwoRanges) return now
  const first = counted.slice(-mostInRange)
  return `${now} ${t.council.answeredAtFirst(first.length, ofTen(t, first))}`
}

const groupsOf = (t: Strings, counted: readonly AuditIndex[]): readonly CouncilGroup[] => {
  if (counted.length < fewestForTwoRanges)
    return [
      {
        heading: t.council.theLast(Math.min(mostInRange, counted.length)),
        rows: counted.slice(0, mostInRange).map(index => consultationRow(t, index)),
      },
    ]
  return [
    {
      heading: t.council.theLast(mostInRange),
      rows: counted.slice(0, mostInRange).map(index => consultationRow(t, index)),
    },
    {
      heading: t.council.theFirst(mostInRange),
      rows: counted.slice(-mostInRange).map(index => consultationRow(t, index)),
    },
  ]
}

const chartOf = (t: Strings, name: string, counted: readonly AuditIndex[]): CouncilView['chart'] => {
  const groups = GROUPS.filter(group => counted.some(({ audit }) => countOfGroup(audit.groups.byPoint, group) > 0))
  return {
    title: t.council.chartTitle,
    alt: t.council.chartAlt(
      name,
      counted.map(({ record, audit }) => {
        const { answered, n, noAnswer } = audit.groups.byPoint
        return t.council.chartAltOf(record.consultation.title, answered, n, noAnswer)
      }),
    ),
    plotClass: `plot plot--rows-${Math.min(10, Math.max(1, counted.length))}`,
    headings: groups.map(group => t.results.groups[group]),
    keys: groups.map(group => ({ name: t.results.groups[group], ...CHART_KEYS[group] })),
    rows: counted.map(index => {
      return {
        name: titleOf(t, index),
        href: consultationPath(index),
        counts: groups.map(group => t.count(countOfGroup(index.audit.groups.byPoint, group))),
      }
    }),
  }
}

const repliedOf = (t: Strings, all: readonly AuditIndex[]): string => {
  const asked = all.filter(({ record }) => record.replies.length > 0)
  const replied = asked.filter(({ record }) => record.replies.some(({ state }) => state === 'replied'))
  return asked.length === 0 ? t.council.notAsked : t.council.replied(replied.length, asked.length)
}

/** One council, consultation beside consultation. */
export const councilPage = (site: Site, shownCouncil: ShownCouncil): CouncilView => {
  const { strings: t } = site
  const { body, consultations } = shownCouncil
  const counted = consultations.filter(index => pictureKind(index) === 'groups')
  const shown = groupsOf(t, counted).flatMap(({ rows }) => rows.map(({ href }) => href))
  const others = consultations.filter(index => !shown.includes(consultationPath(index)))
  const finding = findingOf(t, body.shortName, counted, consultations)
  return {
    frame: frameOf(site, {
      title: t.council.title(body.name),
      description: finding,
      path: councilPath(body.ref),
      crumbs: [{ href: '/#councils', text: t.council.allCouncils }],
      fictional: body.nature === 'fictional' ? body.shortName : null,
      hasChart: counted.length > 1,
      methodVersion: consultations[0]?.audit.methodVersion ?? null,
      asOf:
        consultations
          .map(({ audit }) => audit.asOf)
          .toSorted()
          .at(-1) ?? null,
      twins: { csv: `${councilPath(body.ref)}.csv`, json: `${councilPath(body.ref)}.json` },
    }),
    kick: t.council.kick(consultations.length, counted.length),
    name: body.name,
    finding,
    hasMarks: counted.length > 0,
    key: markKey(t),
    groups: counted.length === 0 ? [] : groupsOf(t, counted),
    hasOthers: others.length > 0,
    others: others.map(index => consultationRow(t, index)),
    hasChart: counted.length > 1,
    chart: chartOf(t, body.name, counted),
    overTime: councilOverTime(t, shownCouncil),
    replied: repliedOf(t, consultations),
  }
}
