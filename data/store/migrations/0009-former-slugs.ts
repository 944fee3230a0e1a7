/** Addresses that bodies and consultations had: each leads to the present one for good, and is never given to another. */
export const name = '0009-former-slugs'

export const statements: readonly string[] = [
  `create table former_slugs (
    record_kind text not null check (record_kind in ('body', 'consultation')),
    scope_id text not null,
    slug text not null,
    record_id text not null,
    renamed_at text not null,
    primary key (record_kind, scope_id, slug)
  )`,
]
