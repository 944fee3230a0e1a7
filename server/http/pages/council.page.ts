import { GROUPS } from '../../../analysis/finding.ts'
import type { AuditIndex } from '../../usecases/audit-index.ts'
import type { ShownCouncil } from '../../usecases/show-council.ts'
import { consultationPath, councilPath } from './addresses.ts'
import { councilOverTime, type CouncilOverTime } from './council-over-time.ts'
import { consultationRow, tenOf, type ConsultationRow } from './consultation-card.ts'
import { countOfGroup, pictureKind } from './consultation-picture.ts'
import { monthWords } from './date-words.ts'
import { frameOf, type Frame, type Site } from './frame.ts'
import { GROUP_NAMES } from './group-words.ts'
import { markKey, type MarkKey } from './home.page.ts'
import { countOf, countWords } from './number-words.ts'
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

const answeredOfTen = (index: AuditIndex): number => {
  const ten = tenOf(index)
  const noAnswer = ten[4] ?? 0
  return 10 - noAnswer
}

const listWords = (numbers: readonly number[]): string => {
  const sorted = [...new Set(numbers)].toSorted((a, b) => a - b)
  const [first, second] = sorted
  if (second === undefined) return String(first ?? 0)
  return sorted.length === 2 ? `${first ?? 0} or ${second}` : `${first ?? 0} to ${sorted.at(-1) ?? 0}`
}

const countWord = (count: number): string => (count === 1 ? 'the last consultation' : `its last ${count} consultations`)

/** Each consultation has its own ten marks; they are never added up. */
const findingOf = (name: string, counted: readonly AuditIndex[], all: readonly AuditIndex[]): string => {
  if (all.length === 0)
    return `We have not checked any consultation of ${name}. This says nothing about how well it listens.`
  if (counted.length === 0)
    return `No result yet for ${name}. ${countOf(all.length, 'consultation is', 'consultations are')} on record.`
  const last = counted.slice(0, mostInRange)
  const now = `In ${countWord(last.length)}, ${name} answered ${listWords(last.map(answeredOfTen))} of every 10 points people made.`
  if (counted.length < fewestForTwoRanges) return now
  const first = counted.slice(-mostInRange)
  return `${now} In the first ${first.length} we checked, it was ${listWords(first.map(answeredOfTen))}.`
}

const groupsOf = (counted: readonly AuditIndex[]): readonly CouncilGroup[] => {
  if (counted.length < fewestForTwoRanges)
    return [
      {
        heading:
          counted.length === 1
            ? 'The last consultation'
            : `The last ${countOf(Math.min(mostInRange, counted.length), 'consultation')}`,
        rows: counted.slice(0, mostInRange).map(consultationRow),
      },
    ]
  return [
    { heading: `The last ${mostInRange} consultations`, rows: counted.slice(0, mostInRange).map(consultationRow) },
    { heading: `The first ${mostInRange} we checked`, rows: counted.slice(-mostInRange).map(consultationRow) },
  ]
}

const chartOf = (name: string, counted: readonly AuditIndex[]): CouncilView['chart'] => {
  const groups = GROUPS.filter(group => counted.some(({ audit }) => countOfGroup(audit.groups.byPoint, group) > 0))
  return {
    title: 'Each consultation on its own',
    alt: `Bar chart. ${counted
      .map(
        ({ record, audit }) =>
          `${record.consultation.title}: ${countWords(audit.groups.byPoint.answered)} of ${countOf(audit.groups.byPoint.n, 'point')} answered, ${countWords(audit.groups.byPoint.noAnswer)} with no answer found.`,
      )
      .join(' ')} All numbers of ${name} are in the table below.`,
    plotClass: `plot plot--rows-${Math.min(10, Math.max(1, counted.length))}`,
    headings: groups.map(group => GROUP_NAMES[group]),
    keys: groups.map(group => ({ name: GROUP_NAMES[group], ...CHART_KEYS[group] })),
    rows: counted.map(index => {
      const day = index.record.consultation.closesOn
      return {
        name: `${index.record.consultation.title}${day === null ? '' : `, ${monthWords(day)}`}`,
        href: consultationPath(index),
        counts: groups.map(group => countWords(countOfGroup(index.audit.groups.byPoint, group))),
      }
    }),
  }
}

const repliedOf = (all: readonly AuditIndex[]): string => {
  const asked = all.filter(({ record }) => record.replies.length > 0)
  const replied = asked.filter(({ record }) => record.replies.some(({ state }) => state === 'replied'))
  return asked.length === 0
    ? 'We have not asked this council yet.'
    : `It replied on ${countWords(replied.length)} of ${countOf(asked.length, 'consultation')} we sent it.`
}

/** One council, consultation beside consultation. */
export const councilPage = (site: Site, shownCouncil: ShownCouncil): CouncilView => {
  const { body, consultations } = shownCouncil
  const counted = consultations.filter(index => pictureKind(index) === 'groups')
  const shown = groupsOf(counted).flatMap(({ rows }) => rows.map(({ href }) => href))
  const others = consultations.filter(index => !shown.includes(consultationPath(index)))
  const finding = findingOf(body.shortName, counted, consultations)
  return {
    frame: frameOf(site, {
      title: `${body.name}: how many points get an answer?`,
      description: finding,
      path: councilPath(body.ref),
      crumbs: [{ href: '/#councils', text: 'All councils' }],
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
    kick: `${countOf(consultations.length, 'consultation')} on record, ${countWords(counted.length)} with a result`,
    name: body.name,
    finding,
    hasMarks: counted.length > 0,
    key: markKey(),
    groups: counted.length === 0 ? [] : groupsOf(counted),
    hasOthers: others.length > 0,
    others: others.map(consultationRow),
    hasChart: counted.length > 1,
    chart: chartOf(body.name, counted),
    overTime: councilOverTime(shownCouncil),
    replied: repliedOf(consultations),
  }
}
