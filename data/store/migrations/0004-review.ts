/**
 * The review desk: who looks at which point, what one press recorded (so that it can be taken back), blind second looks until they
 * are compared, disagreements, notes, and every decision on a public text. Records themselves stay in the tables of 0001.
 */
export const name = '0004-review'

export const statements: readonly string[] = [
  `create table review_seeds (
    consultation_id text primary key references consultations (id),
    seed text not null
  )`,
  `create table looks (
    id text primary key,
    consultation_id text not null references consultations (id),
    point_id text not null references points (id),
    round text not null check (round in ('first', 'second', 'third')),
    "by" text not null,
    group_id text not null,
    queue text not null,
    state text not null check (state in ('open', 'done', 'skipped', 'released')),
    opened_at text not null,
    touched_at text not null
  )`,
  // Two people never look at the same point in the same round.
  `create unique index looks_held on looks (point_id, round) where state in ('open', 'done')`,
  `create index looks_by_person on looks (consultation_id, "by", state)`,
  `create index looks_by_group on looks (group_id)`,
  `create table review_actions (
    id text primary key,
    consultation_id text not null references consultations (id),
    group_id text not null,
    "by" text not null,
    "at" text not null,
    sequence integer not null,
    what text not null,
    stage text,
    settles integer not null,
    words text not null,
    undone_at text
  )`,
  `create index review_actions_by_group on review_actions (group_id)`,
  `create index review_actions_by_person on review_actions (consultation_id, "by", sequence)`,
  `create table review_action_records (
    action_id text not null references review_actions (id),
    point_id text not null references points (id),
    subject_kind text not null,
    subject_id text not null,
    primary key (action_id, subject_id)
  )`,
  // The same person, point, passage and kind: one record that stands.
  `create table standing_records (
    key text primary key,
    subject_kind text not null,
    subject_id text not null
  )`,
  `create index standing_records_by_subject on standing_records (subject_id)`,
  `create table blind_records (
    id text primary key,
    consultation_id text not null references consultations (id),
    point_id text not null references points (id),
    round text not null,
    "by" text not null,
    action_id text not null references review_actions (id),
    record_kind text not null check (record_kind in ('link', 'search', 'judgement')),
    record text not null
  )`,
  `create index blind_records_by_point on blind_records (point_id, round)`,
  `create table disagreements (
    id text primary key,
    consultation_id text not null references consultations (id),
    point_id text not null references points (id),
    first_by text not null,
    second_by text not null,
    first_outcome text not null,
    second_outcome text not null,
    first_relation text not null,
    second_relation text not null,
    opened_at text not null,
    settled_at text,
    settled_by text,
    settled_as text
  )`,
  `create unique index disagreements_open on disagreements (point_id) where settled_at is null`,
  `create index disagreements_by_consultation on disagreements (consultation_id)`,
  // Notes of reviewers can quote people: restricted, like verbatims.
  `create table review_notes (
    id text primary key,
    consultation_id text not null references consultations (id),
    point_id text not null references points (id),
    "by" text not null,
    "at" text not null,
    kind text not null check (kind in ('note', 'flag')),
    "text" text not null
  )`,
  `create index review_notes_by_consultation on review_notes (consultation_id)`,
  // A draft is a text that nobody has approved: restricted, in no public table.
  `create table text_decisions (
    id text primary key,
    consultation_id text not null references consultations (id),
    point_id text not null references points (id),
    "by" text not null,
    "at" text not null,
    decision text not null check (decision in ('released', 'released-edited', 'edited', 'withheld')),
    text_sha256 text,
    draft text,
    sequence integer not null
  )`,
  `create index text_decisions_by_point on text_decisions (point_id)`,
  `create index links_by_point on links (point_id, basis)`,
  // Suggestions outnumber what people confirmed by far: who looks for the latter must not walk through the former.
  `create index links_by_basis on links (consultation_id, basis)`,
  `create index links_by_passage on links (passage_id, basis)`,
  `create index judgements_by_passage on judgements (passage_id)`,
  `create index searches_by_point on searches (point_id)`,
  `create index judgements_by_point on judgements (point_id)`,
  `create index points_by_contribution on points (contribution_id)`,
  `create index passages_by_document on passages (document_id)`,
  `create index retractions_by_subject on retractions (subject_id)`,
]
