import type { Strings } from '../strings/strings.ts'
import { shortTitle } from './short-title.ts'

/** What stays the same on every page of this site. */
export interface Site {
  /** The words of the language in which the site speaks. */
  readonly strings: Strings
  readonly baseUrl: string
  readonly operator: string | null
  readonly contact: string | null
  readonly assets: {
    readonly css: string
    readonly charts: string
    readonly font: string
    /** Of the reporter page, versions, changes and the embed. */
    readonly share?: string
    /** Of the review desk alone: public pages do not load them. */
    readonly desk?: { readonly css: string; readonly keys: string }
  }
}

export interface Crumb {
  readonly href: string
  readonly text: string
}
export interface FrameParts {
  /** As long as it needs to be: pages/short-title.ts cuts it. */
  readonly title: string
  readonly description: string
  /** Address on this site, from the first slash. */
  readonly path: string
  readonly crumbs?: readonly Crumb[]
  /** Short name of the made-up body whose records are shown. */
  readonly fictional?: string | null
  readonly hasChart?: boolean
  /** Pages that quote one person are kept out of search engines, so that a withdrawn text can vanish. */
  readonly isIndexed?: boolean
  readonly asOf?: string | null
  readonly version?: string | null
  readonly methodVersion?: string | null
  /** Addresses of the same list as data. */
  readonly twins?: { readonly csv: string; readonly json: string } | null
  /** The share card of what is shown (pages/share-card.ts); absent where there is none. */
  readonly card?: { readonly path: string; readonly alt: string } | null
  /** The feed of what is shown; absent: the feed of the whole site. */
  readonly feed?: string
  /** Pages made of parts that few have bring their own sheet along. */
  readonly isShare?: boolean
}

export interface Frame {
  readonly title: string
  readonly description: string
  readonly canonical: string
  readonly isNotIndexed: boolean
  readonly hasCard: boolean
  readonly cardUrl: string
  readonly cardAlt: string
  readonly feed: string
  readonly hasShare: boolean
  readonly share: string
  readonly css: string
  readonly font: string
  readonly hasChart: boolean
  readonly charts: string
  readonly isFictional: boolean
  readonly madeUp: string
  readonly allMadeUp: string
  readonly hasCrumbs: boolean
  readonly crumbs: readonly Crumb[]
  readonly nav: readonly Crumb[]
  /** Pages of the consultation shown that no list leads to. */
  readonly hasLocal: boolean
  readonly localLinks: readonly Crumb[]
  readonly footLinks: readonly Crumb[]
  readonly hasOperator: boolean
  readonly runBy: string
  readonly hasState: boolean
  readonly state: string
  readonly printedFrom: string
  readonly hasTwins: boolean
  readonly csv: string
  readonly json: string
}

const navOf = (t: Strings): readonly Crumb[] => [
  { href: '/#councils', text: t.layout.nav.findCouncil },
  { href: '/find', text: t.layout.nav.findSaid },
  { href: '/method', text: t.layout.nav.method },
  { href: '/words', text: t.layout.nav.words },
]
const footOf = (t: Strings): readonly Crumb[] => [
  { href: '/about', text: t.layout.foot.about },
  { href: '/method', text: t.layout.foot.method },
  { href: '/words', text: t.layout.foot.words },
  { href: '/corrections', text: t.layout.foot.corrections },
  { href: '/accessibility', text: t.layout.foot.accessibility },
  { href: '/privacy', text: t.layout.foot.privacy },
  { href: '/data', text: t.layout.foot.data },
]

const stateWords = (t: Strings, { asOf, version, methodVersion }: FrameParts): string =>
  [
    asOf ? t.layout.recordsUpTo(asOf) : null,
    version === undefined ? null : t.layout.version(version),
    methodVersion ? t.layout.method(methodVersion) : null,
  ]
    .filter(part => part !== null)
    .join(', ')

const ofConsultation = /^\/[^/?]+\/[^/?]+/

/** Every page of a consultation leads to what reporters need, to its versions, and to who decides. */
const localLinks = (t: Strings, { path, version }: FrameParts): readonly Crumb[] => {
  const base = version === undefined ? undefined : ofConsultation.exec(path)?.[0]
  return base === undefined
    ? []
    : [
        { href: `${base}/report`, text: t.layout.local.report },
        { href: `${base}/changes`, text: t.layout.local.changes },
        { href: `${base}/seats`, text: t.layout.local.seats },
        { href: `${base}/feed.atom`, text: t.layout.local.feed },
      ]
}

/** Head, top and foot of a page. */
export const frameOf = (site: Site, parts: FrameParts): Frame => {
  const { strings: t } = site
  const state = stateWords(t, parts)
  const local = localLinks(t, parts)
  const canonical = `${site.baseUrl}${parts.path}`
  return {
    title: shortTitle(parts.title, t.layout.siteTitle),
    description: parts.description,
    canonical,
    isNotIndexed: parts.isIndexed === false,
    hasCard: (parts.card ?? null) !== null,
    cardUrl: parts.card ? `${site.baseUrl}${parts.card.path}` : '',
    cardAlt: parts.card?.alt ?? '',
    feed: parts.feed ?? '/feed.atom',
    hasShare: parts.isShare === true,
    share: site.assets.share ?? '',
    css: site.assets.css,
    font: site.assets.font,
    hasChart: parts.hasChart ?? false,
    charts: site.assets.charts,
    isFictional: (parts.fictional ?? null) !== null,
    madeUp: parts.fictional ? t.layout.madeUp(parts.fictional) : '',
    allMadeUp: parts.fictional ? t.layout.allMadeUp(parts.fictional) : '',
    hasCrumbs: (parts.crumbs ?? []).length > 0,
    crumbs: parts.crumbs ?? [],
    nav: navOf(t),
    hasLocal: local.length > 0,
    localLinks: local,
    footLinks: footOf(t),
    hasOperator: site.operator !== null,
    runBy: site.operator === null ? '' : t.layout.runBy(site.operator),
    hasState: state !== '',
    state: state === '' ? '' : `${state}.`,
    printedFrom: t.layout.printedFrom([canonical.replace(/^https?:\/\//, ''), state].filter(Boolean).join(', ')),
    hasTwins: (parts.twins ?? null) !== null,
    csv: parts.twins?.csv ?? '',
    json: parts.twins?.json ?? '',
  }
}
