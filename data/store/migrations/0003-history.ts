/**
 * The tamper-evident history: entries of the log, what opens their seals, hashes of their members, signed checkpoints and the
 * lines of witnesses. The triggers are a fence against mistakes; what shows an edit is `said verify`.
 */
export const name = '0003-history'

const APPEND_ONLY = ['log_entries', 'log_members', 'log_checkpoints', 'log_cosignatures'] as const

const refuse = (table: string, verb: 'update' | 'delete'): string =>
  `create trigger ${table}_no_${verb} before ${verb} on ${table}
    begin select raise(abort, 'the history is only ever added to'); end`

export const statements: readonly string[] = [
  // record_kind and record_id find the entry of a record; what counts is in the body.
  `create table log_entries (
    entry_index integer primary key,
    record_kind text,
    record_id text,
    body text not null,
    leaf_hash text not null
  )`,
  `create index log_entries_by_record on log_entries (record_id) where record_id is not null`,
  // The salt of a seal. The one table of the log from which rows may go: erasing a record deletes its salts.
  `create table log_openings (
    entry_index integer not null references log_entries (entry_index),
    record_kind text not null,
    salt text not null,
    primary key (entry_index, record_kind)
  ) without rowid`,
  `create table log_members (
    entry_index integer not null references log_entries (entry_index),
    position integer not null,
    record_id text not null,
    member_hash text not null,
    primary key (entry_index, position)
  ) without rowid`,
  `create table log_checkpoints (
    tree_size integer primary key,
    note text not null,
    signed_at text not null
  )`,
  `create table log_cosignatures (
    tree_size integer not null references log_checkpoints (tree_size),
    line text not null,
    added_at text not null,
    primary key (tree_size, line)
  ) without rowid`,
  ...APPEND_ONLY.flatMap(table => [refuse(table, 'update'), refuse(table, 'delete')]),
  refuse('log_openings', 'update'),
]
