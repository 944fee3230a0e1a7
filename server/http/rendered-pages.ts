import { createHash } from 'node:crypto'

export interface RenderedPage {
  readonly html: string
  readonly etag: string
}

const mostPages = 400
const pagesByState = new WeakMap<object, Map<string, RenderedPage>>()

export const etagOf = (text: string | Uint8Array): string =>
  `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`

/**
 * A page rendered from one state of the records, kept as long as that state is. The state is an object that is replaced
 * whenever the records or the day change (an audit index), so nothing here can be out of date.
 */
export const renderOnce = (state: object, address: string, render: () => string): RenderedPage => {
  const pages = pagesByState.get(state) ?? new Map<string, RenderedPage>()
  pagesByState.set(state, pages)
  const known = pages.get(address)
  if (known !== undefined) return known
  const html = render()
  const page = { html, etag: etagOf(html) }
  if (pages.size >= mostPages) pages.delete(pages.keys().next().value ?? address)
  pages.set(address, page)
  return page
}
