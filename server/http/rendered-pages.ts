import { createHash } from 'node:crypto'

export interface RenderedPage {
  readonly html: string
  readonly etag: string
  /** Value of the `Link` header: the styles and the font that the page asks for itself. Empty where it asks for none. */
  readonly preload: string
}

const mostPages = 400
type PagesOfSite = WeakMap<object, Map<string, RenderedPage>>
const pagesBySite = new WeakMap<object, PagesOfSite>()

const pagesOf = (site: object, state: object): Map<string, RenderedPage> => {
  const byState: PagesOfSite = pagesBySite.get(site) ?? new WeakMap()
  pagesBySite.set(site, byState)
  const pages = byState.get(state) ?? new Map<string, RenderedPage>()
  byState.set(state, pages)
  return pages
}

export const etagOf = (text: string | Uint8Array): string =>
  `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`

const STYLE_OR_FONT = /<link rel="(stylesheet|preload)" href="(\/assets\/[^"]+)"/g

/**
 * Said in the header, styles and font are under way before a slow phone has begun to read the page. The style comes first: nothing is
 * painted without it. Source: RFC 8288; HTML Standard, "Processing `Link` headers".
 */
const preloadOf = (html: string): string =>
  [...html.matchAll(STYLE_OR_FONT)]
    .toSorted(([, one = ''], [, other = '']) => other.localeCompare(one))
    .map(([, kind, href]) =>
      kind === 'stylesheet' ? `<${href}>; rel=preload; as=style` : `<${href}>; rel=preload; as=font; crossorigin`,
    )
    .join(', ')

export const renderedPage = (html: string): RenderedPage => ({ html, etag: etagOf(html), preload: preloadOf(html) })

/**
 * A page of one site, rendered from one state of the records and kept as long as that state is. The state is an object that is replaced
 * whenever the records or the day change (an audit index), so nothing here can be out of date. Pages name their site's own address, so two
 * sites over the same records share none.
 */
export const renderOnce = (site: object, state: object, address: string, render: () => string): RenderedPage => {
  const pages = pagesOf(site, state)
  const known = pages.get(address)
  if (known !== undefined) return known
  const page = renderedPage(render())
  if (pages.size >= mostPages) pages.delete(pages.keys().next().value ?? address)
  pages.set(address, page)
  return page
}
