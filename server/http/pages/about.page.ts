import type { Deps } from '../../deps.ts'
import { frameOf, type Frame, type Site } from './frame.ts'

interface Fact {
  readonly term: string
  readonly text: string
  readonly hasLink: boolean
  readonly href: string
  readonly link: string
}
export interface AboutView {
  readonly frame: Frame
  readonly heading: string
  readonly lede: string
  readonly facts: readonly Fact[]
}

const fact = (term: string, text: string, href = '', link = ''): Fact => ({
  term,
  text,
  hasLink: href !== '',
  href,
  link,
})

/** Who runs this copy, who pays, and how to reach them: what is not set is said to be missing. */
export const aboutPage = (site: Site, { funding }: Pick<Deps['config'], 'funding'>): AboutView => {
  const { strings: t } = site
  return {
    frame: frameOf(site, { title: t.about.title, description: t.about.description, path: '/about' }),
    heading: t.about.title,
    lede: t.about.lede,
    facts: [
      fact(t.about.runs, site.operator ?? t.about.runsUnknown),
      fact(t.about.pays, funding ?? t.about.paysUnknown),
      fact(t.about.contact, site.contact ?? t.about.contactUnknown),
      fact(t.about.independent, t.about.independentOf, '/method', t.about.method),
      fact(t.about.wrong, t.about.wrongOf, '/corrections', t.about.corrections),
      fact(t.about.software, t.about.softwareOf, '/data', t.about.data),
      fact(t.about.follow, '', '/feed.atom', t.about.followOf),
    ],
  }
}
