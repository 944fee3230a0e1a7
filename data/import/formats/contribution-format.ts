import type { FieldSource, RecordOfRow } from '../../model/column-mapping.ts'
import { column, fact, joined, presentSources } from './format.ts'

/** A point with the words of its contribution: one row, one point, split by import; people split and merge later. */
export const pointOf = (text: FieldSource, topic: FieldSource | null): RecordOfRow => ({
  kind: 'point',
  fields: presentSources({ text, topic }),
})

export const UNKNOWN_CONTRIBUTOR = fact('unknown', 'the file does not say who wrote')

export interface ContributionColumns {
  readonly ref?: string | null
  readonly refPrefix?: string
  /** Columns whose words, joined, are the contribution. */
  readonly text: readonly string[]
  readonly receivedOn?: readonly string[]
  readonly contributorType?: FieldSource
  readonly area?: readonly string[]
  readonly group?: readonly string[]
  readonly topic?: readonly string[]
  readonly language?: string
  readonly url?: string
  readonly support?: string
  readonly oppose?: string
  readonly removed?: FieldSource
  readonly stance?: FieldSource
  readonly channel: string
}

/** One row, one contribution with one point: what most platforms export. */
export const contributionRecords = (header: readonly string[], from: ContributionColumns): RecordOfRow[] => {
  const text = joined(header, from.text) ?? { columns: [...from.text], joinedBy: '\n\n' }
  const topic = joined(header, from.topic ?? [])
  const optionalColumn = (name: string | undefined): FieldSource | null =>
    name === undefined ? null : column(header, name)
  const contribution = presentSources({
    ref:
      from.ref === undefined || from.ref === null
        ? null
        : { column: from.ref, ...(from.refPrefix === undefined ? {} : { prefix: from.refPrefix }) },
    received_on: column(header, from.receivedOn ?? []),
    channel: fact(from.channel, 'the file is an export of this platform'),
    contributor_type: from.contributorType ?? UNKNOWN_CONTRIBUTOR,
    area: joined(header, from.area ?? []),
    group: joined(header, from.group ?? []),
    topic_given: topic,
    language: optionalColumn(from.language),
    support_claimed: optionalColumn(from.support),
    oppose_claimed: optionalColumn(from.oppose),
    url: optionalColumn(from.url),
    is_platform_removed: from.removed ?? null,
    text,
  })
  const point: RecordOfRow = { kind: 'point', fields: presentSources({ text, topic, stance: from.stance ?? null }) }
  return [{ kind: 'contribution', fields: contribution }, point]
}

/** What the body says in a column of states; words that are not listed are asked about. */
export const statedRecord = (
  header: readonly string[],
  from: {
    readonly state: string
    readonly values: Readonly<Record<string, string>>
    readonly notSaid?: readonly string[]
    readonly reason?: readonly string[]
    readonly statedOn?: readonly string[]
  },
): RecordOfRow => ({
  kind: 'stated-outcome',
  onlyIf: { column: from.state, ...(from.notSaid === undefined ? {} : { notIn: [...from.notSaid] }) },
  fields: presentSources({
    raw_state: { column: from.state },
    code: { column: from.state, values: { ...from.values } },
    reason: joined(header, from.reason ?? []),
    stated_on: column(header, from.statedOn ?? []),
  }),
})
