import type { Strings } from '../strings/strings.ts'
import { frameOf, type Frame, type Site } from './frame.ts'

export interface StaticView {
  readonly frame: Frame
  readonly hasOperator: boolean
  readonly operator: string
  readonly hasContact: boolean
  readonly contactLine: string
  /** On what ground people's words are used, for the privacy page. */
  readonly basisLine: string
}
type StatedBasis = keyof Strings['privacy']['bases']
export type StaticPage = 'data' | 'privacy' | 'accessibility'

const titleOf = (t: Strings, page: StaticPage): { readonly title: string; readonly description: string } => {
  if (page === 'data') return { title: t.parts.getTheData, description: t.data.description }
  if (page === 'privacy') return { title: t.privacy.privacy, description: t.privacy.description }
  return { title: t.accessibility.accessibility, description: t.accessibility.description }
}

/** Pages of plain words. Who runs the site and how to reach them comes from its settings. */
export const staticPage = (site: Site, page: StaticPage, basis: StatedBasis = 'unsaid'): StaticView => ({
  frame: frameOf(site, { ...titleOf(site.strings, page), path: `/${page}` }),
  hasOperator: site.operator !== null,
  operator: site.operator ?? '',
  hasContact: site.contact !== null,
  basisLine: site.strings.privacy.bases[basis],
  contactLine: site.contact === null ? '' : site.strings.privacy.writeTo(site.contact),
})
