import type { Deps } from '../../deps.ts'
import { en } from '../strings/en.ts'
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
  const t = en.about
  return {
    frame: frameOf(site, { title: t.title, description: t.description, path: '/about' }),
    heading: t.title,
    lede: t.lede,
    facts: [
      fact(t.runs, site.operator ?? t.runsUnknown),
      fact(t.pays, funding ?? t.paysUnknown),
      fact(t.contact, site.contact ?? t.contactUnknown),
      fact(t.independent, t.independentOf, '/method', t.method),
      fact(t.wrong, t.wrongOf, '/corrections', t.corrections),
      fact(t.software, t.softwareOf, '/data', t.data),
      fact(t.follow, '', '/feed.atom', t.followOf),
    ],
  }
}
