/** Elements whose end or start breaks the line; the rest flows. */
const BREAKS = new Set(
  'address article aside blockquote br dd div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table td th tr ul'.split(
    ' ',
  ),
)
/** Elements whose content is no text of the document. */
const SKIPPED = new Set([
  'script',
  'style',
  'head',
  'template',
  'noscript',
  'iframe',
  'object',
  'svg',
  'textarea',
  'select',
])

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  middot: '·',
  euro: '€',
  pound: '£',
  laquo: '«',
  raquo: '»',
  agrave: 'à',
  aacute: 'á',
  egrave: 'è',
  eacute: 'é',
  iacute: 'í',
  iuml: 'ï',
  ograve: 'ò',
  oacute: 'ó',
  uacute: 'ú',
  uuml: 'ü',
  ccedil: 'ç',
  ntilde: 'ñ',
}

const characterOf = (entity: string): string | null => {
  if (!entity.startsWith('#')) return ENTITIES[entity] ?? null
  const code = /^#[xX]/.test(entity) ? Number.parseInt(entity.slice(2), 16) : Number.parseInt(entity.slice(1), 10)
  const isCharacter = Number.isInteger(code) && code > 8 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
  return isCharacter ? String.fromCodePoint(code) : null
}

/** `&eacute;` → é. What is no entity stays as it stands. */
export const decodeEntities = (text: string): string =>
  text.replace(/&(#?[A-Za-z0-9]{1,12});/g, (whole, entity: string) => characterOf(entity) ?? whole)

const nameOf = (tag: string): string => (/^\/?\s*([A-Za-z][A-Za-z0-9]*)/.exec(tag)?.[1] ?? '').toLowerCase()

/** Where the tag that opens at `from` ends: after its ">", quotes respected; -1 if it never does. */
const tagEnd = (html: string, from: number): number => {
  let quote = ''
  for (let at = from + 1; at < html.length; at += 1) {
    const letter = html[at]
    if (quote !== '') quote = letter === quote ? '' : quote
    else if (letter === '"' || letter === "'") quote = letter
    else if (letter === '>') return at + 1
  }
  return -1
}

/** `from` and `to` are places in the markup. */
export interface HtmlHandler {
  readonly text: (text: string, from: number) => void
  readonly open: (name: string, from: number) => void
  readonly close: (name: string, to: number) => void
}

/** Walks the markup once, front to back; nothing is executed, fetched or resolved. Time is linear in the length. */
export const walkHtml = (html: string, handler: HtmlHandler): void => {
  let at = 0
  while (at < html.length) {
    const open = html.indexOf('<', at)
    if (open < 0) return handler.text(html.slice(at), at)
    if (open > at) handler.text(html.slice(at, open), at)
    at = afterMarkup(html, open, handler)
    if (at < 0) return handler.text(html.slice(open), open)
  }
}

const afterMarkup = (html: string, open: number, handler: HtmlHandler): number => {
  if (html.startsWith('<!--', open)) {
    const end = html.indexOf('-->', open + 4)
    return end < 0 ? html.length : end + 3
  }
  if (!/[A-Za-z/!?]/.test(html[open + 1] ?? '')) {
    handler.text('<', open)
    return open + 1
  }
  const end = tagEnd(html, open)
  if (end < 0) return -1
  const tag = html.slice(open + 1, end - 1)
  const name = nameOf(tag)
  if (tag.startsWith('/')) handler.close(name, end)
  else if (SKIPPED.has(name)) return afterElement(html, end, name)
  else if (name !== '') handler.open(name, open)
  return end
}

const afterElement = (html: string, from: number, name: string): number => {
  const close = new RegExp(`</${name}\\s*>`, 'ig')
  close.lastIndex = from
  const found = close.exec(html)
  return found === null ? html.length : found.index + found[0].length
}

export const isBreak = (name: string): boolean => BREAKS.has(name)

/** Markup taken out for display: breaks become line ends, entities letters. Never for verbatim words. */
export const stripHtml = (html: string): string => {
  const parts: string[] = []
  walkHtml(html, {
    text: text => parts.push(decodeEntities(text)),
    open: name => isBreak(name) && parts.push('\n'),
    close: name => isBreak(name) && parts.push('\n'),
  })
  return parts
    .join('')
    .split('\n')
    .map(line => line.trim())
    .filter((line, index, lines) => line !== '' || (index > 0 && lines[index - 1] !== ''))
    .join('\n')
    .trim()
}
