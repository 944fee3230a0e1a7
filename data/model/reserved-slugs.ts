/** A slug as it stands in an address: lower case, readable aloud. */
const SLUG = /^[a-z0-9][a-z0-9-]{0,99}$/
export const isSlug = (text: string): boolean => SLUG.test(text)

/** First words of addresses that the site itself uses, or may come to use: no body can have one. A test holds them beside the routes. */
const RESERVED_FIRST: ReadonlySet<string> = new Set([
  'about',
  'accessibility',
  'api',
  'assets',
  'card',
  'charts',
  'check',
  'contact',
  'corrections',
  'data',
  'desk',
  'embed',
  'favicon',
  'feed',
  'find',
  'health',
  'help',
  'log',
  'method',
  'openapi',
  'privacy',
  'removals',
  'robots',
  'search',
  'security',
  'sitemap',
  'static',
  'words',
])

/** Second words, after a body: no consultation can have one. */
const RESERVED_SECOND: ReadonlySet<string> = new Set(['card', 'charts', 'data', 'embed', 'feed'])

export type SlugKind = 'body' | 'consultation'

export const isReservedSlug = (kind: SlugKind, slug: string): boolean =>
  (kind === 'body' ? RESERVED_FIRST : RESERVED_SECOND).has(slug)
