/** Who may sign in, with what, and as whom. Secrets are kept hashed; the second step's secret is sealed (server/usecases/people). */
export const name = '0002-people'

export const statements: readonly string[] = [
  `create table accounts (
    id text primary key,
    code text not null unique,
    login_name text not null unique,
    display_name text not null,
    state text not null check (state in ('invited', 'active', 'disabled')),
    password_hash text,
    second_step_secret text,
    pending_second_step_secret text,
    last_second_step integer,
    created_at text not null,
    created_by_id text references accounts (id)
  )`,
  `create table recovery_codes (
    account_id text not null references accounts (id),
    code_sha256 text not null,
    created_at text not null,
    used_at text,
    primary key (account_id, code_sha256)
  )`,
  `create table role_grants (
    id text primary key,
    account_id text not null references accounts (id),
    role text not null check (role in ('council', 'reviewer', 'editor', 'admin')),
    consultation_id text references consultations (id),
    granted_at text not null,
    granted_by_id text references accounts (id),
    ended_at text,
    ended_by_id text references accounts (id)
  )`,
  // A role is held once: two equal grants at the same time leave one.
  `create unique index role_grants_held on role_grants (account_id, role, coalesce(consultation_id, '')) where ended_at is null`,
  `create table sessions (
    id text primary key,
    token_sha256 text not null unique,
    account_id text not null references accounts (id),
    started_at text not null,
    seen_at text not null,
    second_step_at text
  )`,
  `create index sessions_by_account on sessions (account_id)`,
  `create table invites (
    id text primary key,
    code_sha256 text not null unique,
    purpose text not null check (purpose in ('join', 'reset')),
    account_id text not null references accounts (id),
    clears_second_step integer not null,
    created_at text not null,
    created_by_id text references accounts (id),
    expires_at text not null,
    used_at text,
    revoked_at text
  )`,
  `create index invites_by_account on invites (account_id)`,
  `create table login_attempts (
    id text not null,
    scope text not null,
    subject text not null,
    at text not null,
    primary key (id, scope)
  )`,
  `create index login_attempts_by_subject on login_attempts (scope, subject, at)`,
]
