/**
 * What the desk keeps beside the records: files that were uploaded and wait, mappings saved by name, readings of released texts by a
 * second person, and what the one who runs the site has stated.
 */
export const name = '0006-desk'

export const statements: readonly string[] = [
  // The bytes stand in a folder beside the store, named by their hash; a row without a file is only the report of what was done.
  `create table uploads (
    id text primary key,
    consultation_id text references consultations (id),
    sha256 text not null,
    byte_count integer not null,
    file_name text not null,
    received_at text not null,
    received_by text not null,
    draft text not null,
    state text not null check (state in ('staged', 'imported', 'dropped')),
    outcome text,
    done_at text
  )`,
  `create index uploads_by_state on uploads (state, received_at)`,
  `create table saved_mappings (
    name text not null,
    version integer not null,
    mapping text not null,
    saved_by text not null,
    saved_at text not null,
    primary key (name, version)
  )`,
  // One in ten released texts is read blind by a second person. What was read is named by its hash: another text is another reading.
  `create table text_readings (
    id text primary key,
    consultation_id text not null references consultations (id),
    point_id text not null references points (id),
    text_sha256 text not null,
    found text not null check (found in ('nothing', 'leak')),
    note text not null,
    "by" text not null,
    "at" text not null,
    unique (point_id, text_sha256)
  )`,
  `create index text_readings_by_consultation on text_readings (consultation_id)`,
  `create table site_statements (
    name text primary key,
    value text not null,
    stated_by text not null,
    stated_at text not null
  )`,
]
