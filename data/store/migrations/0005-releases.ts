/**
 * Right of reply and releases: what the public may not see yet, links with which a body answers, letters that dispute a row and wait
 * for a person, removals with both admins, self-checks, and the records behind each release. Replies, disputes, corrections and
 * releases themselves stand in the tables of 0001.
 */
export const name = '0005-releases'

export const statements: readonly string[] = [
  `create table consultation_marks (
    id text primary key,
    consultation_id text not null references consultations (id),
    mark text not null check (mark in ('draft', 'withdrawn')),
    set_at text not null,
    set_by text not null,
    ended_at text,
    ended_by text
  )`,
  `create unique index consultation_marks_in_force on consultation_marks (consultation_id) where ended_at is null`,
  `create table reply_links (
    id text primary key,
    consultation_id text not null references consultations (id),
    point_id text references points (id),
    code_sha256 text not null unique,
    made_at text not null,
    made_by text not null,
    expires_at text not null,
    ended_at text
  )`,
  `create index reply_links_by_consultation on reply_links (consultation_id)`,
  `create table window_changes (
    id text primary key,
    consultation_id text not null references consultations (id),
    reply_id text not null references replies (id),
    old_due_on text not null,
    new_due_on text not null,
    reason text not null,
    "by" text not null,
    "at" text not null
  )`,
  `create index window_changes_by_consultation on window_changes (consultation_id)`,
  // Who sent something lately, to slow down floods. Nothing is kept longer than an hour.
  `create table submissions (
    id text primary key,
    scope text not null check (scope in ('dispute', 'reply-link')),
    subject text not null,
    "at" text not null
  )`,
  `create index submissions_by_subject on submissions (scope, subject, "at")`,
  // Words of anybody, unread: restricted like verbatims until a person lets them be read.
  `create table dispute_letters (
    id text primary key,
    consultation_id text not null references consultations (id),
    point_id text not null references points (id),
    party text not null,
    "text" text not null,
    claimed_outcome text,
    outcome_then text not null,
    received_at text not null,
    "by" text not null,
    state text not null check (state in ('held', 'published', 'refused')),
    decided_at text,
    decided_by text,
    refusal text,
    dispute_id text references disputes (id)
  )`,
  `create index dispute_letters_by_consultation on dispute_letters (consultation_id, state)`,
  `create table removals (
    id text primary key,
    consultation_id text not null references consultations (id),
    kind text not null check (kind in ('consultation', 'point-text')),
    point_id text references points (id),
    reason text not null,
    words text not null,
    asked_by text not null,
    asked_at text not null,
    agreed_by text,
    agreed_at text,
    dropped_by text,
    dropped_at text,
    check (agreed_by is null or agreed_by <> asked_by)
  )`,
  `create index removals_by_consultation on removals (consultation_id)`,
  `create table release_archives (
    release_id text primary key references releases (id),
    consultation_id text not null references consultations (id),
    method_version text not null,
    records blob not null
  )`,
  `create table self_checks (
    id text primary key,
    consultation_id text not null references consultations (id),
    opened_at text not null,
    opened_by text not null,
    ready_at text,
    ready_by text,
    ended_at text,
    ended_by text
  )`,
  `create unique index self_checks_open on self_checks (consultation_id) where ended_at is null`,
]
