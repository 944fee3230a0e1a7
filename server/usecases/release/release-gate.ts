import type { Audit } from '../../../analysis/finding.ts'
import type { ConsultationRecord } from '../../../data/model/consultation-record.ts'
import type { Reply } from '../../../data/model/right-of-reply.ts'
import type { SelfCheck } from '../../../data/store/releases.ts'
import type { WindowChange } from '../../../data/store/reply-links.ts'
import type { Deps } from '../../deps.ts'
import { WINDOW_WORKING_DAYS } from '../reply/reply-rules.ts'
import { addWorkingDays } from '../reply/working-days.ts'

export interface GateFacts {
  readonly record: ConsultationRecord
  readonly audit: Audit
  readonly windowChanges: readonly WindowChange[]
  readonly selfCheck: SelfCheck | null
  readonly config: Deps['config']
  /** On what ground people's words are used; null = nobody has said. */
  readonly legalBasis: string | null
  /** The day on which it would be published. */
  readonly today: string
}
export interface ReleaseGate {
  /** Each is enough to stop a release; none = it may be published. */
  readonly reasons: readonly string[]
  /** What an editor should know, and may publish with. */
  readonly warnings: readonly string[]
}

const newestReleaseOn = ({ releases }: ConsultationRecord): string =>
  releases
    .map(({ publishedAt }) => publishedAt.slice(0, 10))
    .sort()
    .at(-1) ?? ''

/** Last day of the window: what was said to the body, and never less than the rule gives unless an editor's decision is on file. */
const lastDay = (asked: Reply, isFirst: boolean, changes: readonly WindowChange[]): string => {
  const least = addWorkingDays(asked.askedOn ?? '', isFirst ? WINDOW_WORKING_DAYS.first : WINDOW_WORKING_DAYS.update)
  const isShortened = changes.some(({ replyId }) => replyId === asked.id)
  const dueOn = asked.dueOn ?? least
  return isShortened || dueOn > least ? dueOn : least
}

const windowReasons = ({ record, windowChanges, today }: GateFacts): readonly string[] => {
  const releasedOn = newestReleaseOn(record)
  const whole = record.replies.filter(({ pointId }) => pointId === null)
  // A later day: records bear days, so a request on the day of a release is about that release, and so is every reply to it, however late.
  const since = whole.filter(({ askedOn }) => askedOn !== null && askedOn > releasedOn)
  if (since.some(({ state }) => state !== 'asked')) return []
  const asked = since.findLast(({ state }) => state === 'asked')
  if (asked === undefined) return ['The council has not been asked for its reply. Send it the findings first.']
  const until = lastDay(asked, releasedOn === '', windowChanges)
  return until >= today ? [`The council can reply until ${until}. Publish after that, or when it has replied.`] : []
}

/** Said in words of their own above: once is enough. */
const SAID_ELSEWHERE: ReadonlySet<string> = new Set(['P13 not checked enough', 'P13 reply window open'])
const lintReasons = ({ lint }: Audit): readonly string[] => [
  ...new Set(
    lint
      // "Too few for a headline" keeps a figure out of headlines; it may stand in tables.
      .filter(({ level, rule }) => level === 'blocked' && !rule.endsWith('headline') && !SAID_ELSEWHERE.has(rule))
      .map(({ subject, message }) => `${subject}: ${message}`),
  ),
]

const checkedReasons = ({ headlineGate, groups }: Audit): readonly string[] => {
  if (groups.byPoint.n === 0) return ['No points are on record yet.']
  return headlineGate.isMet ? [] : headlineGate.reasons
}

/** P17: who is responsible, and on what ground, is said before anything about a real body is published. */
const operatorReasons = ({ config, audit, legalBasis }: GateFacts): readonly string[] => {
  if (audit.isFictional) return []
  return [
    ...(config.operator !== null && config.contact !== null
      ? []
      : ['Nobody has said who runs this site and how to reach them. Set SAID_OPERATOR and SAID_CONTACT.']),
    ...(legalBasis === null
      ? ['Nobody has said on what legal basis people’s words are used. An admin says it on the page /desk/site.']
      : []),
  ]
}

const selfCheckReasons = ({ selfCheck }: GateFacts): readonly string[] =>
  selfCheck !== null && selfCheck.readyAt === null
    ? ['The council is checking its own records first, and has not said that it may be published.']
    : []

/** What must be so before a release, and what is missing (indicators.md 1.5, publishing.md P13, P17, P32). */
export const openReleaseGate = (facts: GateFacts): ReleaseGate => ({
  reasons: [
    ...checkedReasons(facts.audit),
    ...lintReasons(facts.audit),
    ...windowReasons(facts),
    ...selfCheckReasons(facts),
    ...operatorReasons(facts),
  ],
  warnings: [
    ...new Set(
      facts.audit.lint
        .filter(({ level, rule }) => level === 'warned' || rule.endsWith('headline'))
        .map(({ subject, message }) => `${subject}: ${message}`),
    ),
  ],
})
