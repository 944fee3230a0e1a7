import { BASES } from '../model/basis.ts'
import { STAGES } from '../model/document.ts'
import { judgementFields } from '../model/judgement.ts'
import { LINK_KINDS } from '../model/link.ts'
import { pointFields } from '../model/point.ts'
import { disputeFields } from '../model/right-of-reply.ts'
import { STATED_CODES } from '../model/stated-outcome.ts'
import {
  choice,
  count,
  date,
  hash,
  id,
  ids,
  keyId,
  optional,
  sameChoice,
  seal,
  subjects,
  version,
  type EntryField,
} from './entry-field.ts'
import { JUDGED_DESK_KINDS, KEPT_DESK_KINDS, type SealedKind } from './sealed-record.ts'

/** An entry about one record of one of these kinds, with the seal of it. */
const record = <const K extends SealedKind>(...kinds: readonly K[]) =>
  ({
    recordKind: choice(kinds, 'Kind of the record.'),
    recordId: id('The record.'),
    seal: seal('Seal of the record as it is from here on; an earlier seal of it no longer counts.'),
  }) as const
const pointId = optional(id('The point it is about.'))
const basis = choice(BASES, 'Who stands behind it.')

/** Why something was taken out of public view, or erased. Public, so a closed list. */
export const REMOVAL_REASONS = [
  'personal-data',
  'erasure-request',
  'retention-ended',
  'withdrawn-by-contributor',
  'court-order',
  'defamation',
  'abuse',
  'published-in-error',
] as const
export type RemovalReason = (typeof REMOVAL_REASONS)[number]
export const LOGGED_ROLES = ['none', 'reader', 'reviewer', 'editor', 'council', 'admin'] as const

const taken = {
  reason: choice(REMOVAL_REASONS, 'Public reason.'),
  subjects: subjects('Records touched.'),
} as const
const firstAdminId = id('Admin who asked for it.')
const secondAdminId = id('Another admin, who agreed.')

/**
 * The kinds of entry, closed, each with the fields of its body beside those of every entry (log-entry.ts). Outcomes are
 * derived from these and so are not logged; the checksum of a release covers them.
 */
export const ENTRY_KINDS = {
  'consultation-recorded': record('body', 'consultation'),
  'event-recorded': record(
    'event',
    'attendance',
    'speaking-time',
    'question',
    'agenda-item',
    'official-turn',
    'coded-statement',
    'say-back',
  ),
  'seat-recorded': record('seat', 'decision-element', 'timing-test', 'recorded-identity'),
  'contribution-recorded': { ...record('contribution'), importId: optional(id('Import it came with.')) },
  'import-finished': {
    ...record('import'),
    mappingSha256: hash('Mapping it was read with.'),
    readCount: count('Rows read = accepted + set aside + duplicate.'),
    acceptedCount: count('Rows that became records.'),
    setAsideCount: count('Rows set aside, each kept as it stood.'),
    duplicateCount: count('Rows already held.'),
    setAsideSeal: optional(seal('Seal of the rows set aside; empty = none.')),
    firstIndex: count('First entry of its records.'),
    endIndex: count('One past the last.'),
  },
  'point-recorded': { ...record('point'), contributionId: id('The contribution that makes it.') },
  'idea-changed': { ...record('idea'), mergedIntoId: optional(id('The idea it now belongs to.')) },
  withdrawn: { ...record('judgement'), pointId, basis },
  'document-recorded': {
    ...record('document'),
    stage: choice(STAGES, 'Its stop on the trail.'),
    publishedOn: optional(date('Date it bears.')),
    fileSha256: optional(hash('SHA-256 of the file; empty where the document is missing.')),
    memberCount: count('Passages.'),
    membersRoot: hash('RFC 6962 root over the hashes of its passages, in their order.'),
  },
  'suggestions-run': {
    runId: id('The run.'),
    methodVersion: version('Method that suggested.'),
    inputRoot: hash('RFC 6962 root over the hashes of what it read.'),
    memberCount: count('Links suggested.'),
    membersRoot: hash('RFC 6962 root over the hashes of the links, in their order.'),
  },
  'link-recorded': {
    ...record('link'),
    pointId: id('The point.'),
    passageId: id('The passage.'),
    linkKind: choice(LINK_KINDS, 'What the passage does with the point.'),
    basis,
  },
  'search-recorded': {
    ...record('search'),
    pointId: id('The point.'),
    documentIds: ids('Documents read, the first 600; the seal covers all.'),
    basis,
  },
  'stated-outcome-recorded': {
    ...record('stated-outcome', 'claim'),
    pointId,
    code: optional(choice(STATED_CODES, 'What the body says.')),
  },
  'judgement-recorded': {
    // Judgements of the desk that are not compared yet, and notes, say nothing openly: it would tell the second person.
    ...record('judgement', 'coding', ...JUDGED_DESK_KINDS),
    pointId,
    judgementKind: optional(sameChoice(judgementFields.kind, 'What was settled.')),
    basis: optional(basis),
  },
  /** A row that the desk keeps beside the records, as it stands from here on. Openly it says which sort of row, and nothing else. */
  'desk-recorded': record(...KEPT_DESK_KINDS),
  'retraction-recorded': {
    ...record('retraction'),
    subjectKind: choice(['link', 'search', 'judgement'] as const, 'Kind of what is taken back.'),
    subjectId: id('The record taken back; it stays as it was.'),
  },
  'commitment-recorded': { ...record('commitment'), dueOn: optional(date('Day it is to be done.')) },
  'commitment-updated': record('commitment-update', 'delivery-check', 'action'),
  'text-released': { ...record('point'), publicTextKind: sameChoice(pointFields.publicTextKind, 'What the text is.') },
  'text-withheld': record('point'),
  'reply-published': { ...record('reply'), pointId },
  'dispute-opened': { ...record('dispute'), pointId: id('The point disputed.') },
  'dispute-settled': {
    ...record('dispute'),
    pointId: id('The point disputed.'),
    state: sameChoice(disputeFields.state, 'How it was settled.'),
  },
  'correction-made': { ...record('correction'), pointId },
  'release-published': {
    ...record('release'),
    version: version('Number of the release.'),
    asAt: date('The records as they stood on this day.'),
    checksum: hash('SHA-256 over the release.'),
  },
  'release-withdrawn': { ...record('release'), version: version('Number of the release.') },
  'removal-made': { ...taken, firstAdminId, secondAdminId },
  // Erasing is a duty: it cannot wait until a site has a second admin. Where there are two, both are named.
  'erasure-made': { ...taken, firstAdminId: optional(firstAdminId), secondAdminId: optional(secondAdminId) },
  'role-changed': {
    personId: id('Whose role.'),
    role: choice(LOGGED_ROLES, 'From now on, in the consultation named or everywhere.'),
  },
  'key-changed': {
    change: choice(['added', 'retired'] as const, 'What happened to the key.'),
    algorithm: choice(['ed25519', 'ml-dsa-44'] as const, 'Its kind.'),
    keyId: keyId('Four bytes that find it.'),
    publicKeySha256: hash('SHA-256 of the public key.'),
  },
  /** From here on the history covers more sorts of rows; what the store held of them then was sealed as it was. */
  'coverage-begun': { coverage: count('Number of the step; each covers more than the one before.') },
  heartbeat: {},
} as const satisfies Readonly<Record<string, Readonly<Record<string, EntryField<unknown>>>>>

export type EntryKind = keyof typeof ENTRY_KINDS
export const ENTRY_KIND_NAMES = Object.keys(ENTRY_KINDS) as readonly EntryKind[]

type ValuesOf<F> = { readonly [N in keyof F]: F[N] extends EntryField<infer V> ? V : never }
/** What an entry of a kind says beside what every entry says. */
export type EntryDetail<K extends EntryKind> = ValuesOf<(typeof ENTRY_KINDS)[K]>
