import { frameOf, type Frame, type Site } from './frame.ts'

export interface StaticView {
  readonly frame: Frame
  readonly hasOperator: boolean
  readonly operator: string
  readonly hasContact: boolean
  readonly contact: string
}
export type StaticPage = 'data' | 'privacy' | 'accessibility'

const TITLES: Readonly<Record<StaticPage, { readonly title: string; readonly description: string }>> = {
  data: { title: 'Get the data', description: 'Every list on this site as CSV and JSON, and what the columns mean.' },
  privacy: { title: 'Privacy', description: 'What we keep about people, what we show, and how to have it taken down.' },
  accessibility: {
    title: 'Accessibility',
    description: 'How this site can be used, and what we know does not work yet.',
  },
}

/** Pages of plain words. Who runs the site and how to reach them comes from its settings. */
export const staticPage = (site: Site, page: StaticPage): StaticView => ({
  frame: frameOf(site, { ...TITLES[page], path: `/${page}` }),
  hasOperator: site.operator !== null,
  operator: site.operator ?? '',
  hasContact: site.contact !== null,
  contact: site.contact ?? '',
})
