// Longer than most: one reviewer, who presses keys and knows nothing but the pages.
import { dateWords } from '../../server/http/desk/english.ts'
import type { DeskClient } from '../support/desk-client.ts'

/** What the reviewer thinks of one point: the golden records of the sample council. */
export interface Opinion {
  readonly links: readonly {
    readonly stage: string
    readonly passage: string
    readonly kind: string
    readonly ground: string | null
    readonly isSpecific: boolean | null
    readonly isGroupReply: boolean | null
    readonly isNewPart: boolean | null
    readonly partTaken: string | null
    readonly partLeft: string | null
    readonly commitment: string | null
  }[]
  readonly judgement: {
    readonly kind: string
    readonly reason: string | null
    readonly passage: string | null
    readonly ofPoint: number | null
    readonly dueOn: string | null
  } | null
  readonly terms: readonly string[]
}

export interface Presses {
  total: number
  readonly byWhat: Map<string, number>
}

interface Pressable {
  readonly key: string
  readonly href: string | null
  readonly action: string
  readonly fields: Readonly<Record<string, string>>
  readonly name: string
  readonly value: string
  readonly isBox: boolean
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#x27': "'",
  '#x3D': '=',
  '#x60': '`',
}
const decode = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|#x27|#x3D|#x60);/g, (_, name: string) => ENTITIES[name] ?? '')
const attribute = (tag: string, name: string): string => decode(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '')

const fieldsOf = (form: string): Record<string, string> => {
  const fields: Record<string, string> = {}
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const type = attribute(tag, 'type')
    if (type === 'hidden' || (type === 'checkbox' && /\schecked/.test(tag)) || type === '')
      fields[attribute(tag, 'name')] = attribute(tag, 'value')
  }
  return fields
}

/** Everything on a piece of a page that a key presses. */
const pressables = (html: string): readonly Pressable[] => {
  const found: Pressable[] = []
  for (const [tag] of html.matchAll(/<a [^>]*data-key="[^"]*"[^>]*>/g))
    found.push({
      key: attribute(tag, 'data-key'),
      href: attribute(tag, 'href'),
      action: '',
      fields: {},
      name: '',
      value: '',
      isBox: false,
    })
  for (const [form, open] of html.matchAll(/(<form[^>]*>)[\s\S]*?<\/form>/g))
    for (const [tag] of form.matchAll(/<(?:button|input)[^>]*data-key="[^"]*"[^>]*>/g))
      found.push({
        key: attribute(tag, 'data-key'),
        href: null,
        action: attribute(open ?? '', 'action'),
        fields: fieldsOf(form),
        name: attribute(tag, 'name'),
        value: attribute(tag, 'value'),
        isBox: attribute(tag, 'type') === 'checkbox',
      })
  return found
}

const passageBlocks = (html: string): readonly string[] =>
  html
    .split('<li class="rv-pass"')
    .slice(1)
    .map(block => block.slice(0, block.indexOf('</form></li>') + 7))
const outside = (html: string): string => html.replace(/<li class="rv-pass"[\s\S]*?<\/form><\/li>/g, '')
const passageRef = (block: string): string => fieldsOf(block)['passage'] ?? ''

const STOPS = ['plan', 'record', 'summary', 'papers', 'decision', 'answer']
/** Reads on through a stop this far before typing: a page holds eight passages, and a decision has about fifty. */
const MOST_SEARCH_PAGES = 7

/** Judges points over HTTP alone: reads pages, presses keys that stand on them, and counts. */
export class SimulatedReviewer {
  readonly presses: Presses = { total: 0, byWhat: new Map() }
  readonly misses: string[] = []
  pageCount = 0
  readonly #client: DeskClient
  readonly #opinionOf: (text: string, number: number | null) => Opinion
  readonly #types: boolean
  #path = ''
  #html = ''

  /** `types`: also writes which part was taken up, and until when, in words. */
  constructor(
    client: DeskClient,
    opinionOf: (text: string, number: number | null) => Opinion,
    { types }: { readonly types: boolean },
  ) {
    this.#client = client
    this.#opinionOf = opinionOf
    this.#types = types
  }

  /** Opens the progress page, and works until the queue is empty. */
  async work(path: string, key: string): Promise<void> {
    await this.#open(path)
    await this.#press(key, 'start')
    while (this.#path.includes('/points/')) await this.#judgePoint()
  }

  get path(): string {
    return this.#path
  }

  async #judgePoint(): Promise<void> {
    const opinion = this.#opinionOf('', Number(/points\/(\d+)/.exec(this.#path)?.[1] ?? 0))
    if (this.#path.includes('/together')) await this.#judgeTogether(opinion)
    const { judgement } = opinion
    if (judgement !== null && judgement.passage === null) return this.#setAside(judgement)
    const point = this.#point()
    let guard = 0
    while (this.#point() === point && guard++ < 40) if (await this.#settleStop(opinion)) return
  }

  async #judgeTogether(opinion: Opinion): Promise<void> {
    const own = JSON.stringify(sameAs(opinion))
    const form = pressables(this.#html).find(({ key, href }) => key === 'b' && href === null)
    if (form === undefined) throw new Error('There is no form on the page of wordings.')
    const unticked = new Set<string>()
    for (const [, item = ''] of this.#html.matchAll(/<li><label class="choice">([\s\S]*?)<\/label><\/li>/g)) {
      const text = decode(/<span lang="[^"]*">([\s\S]*?)<\/span>/.exec(item)?.[1] ?? '')
      if (JSON.stringify(sameAs(this.#opinionOf(text, null))) === own) continue
      unticked.add(attribute(item, 'name'))
      // A box without a key is reached with Tab: count two.
      this.#count(attribute(item, 'data-key') === '' ? 2 : 1, 'untick')
    }
    const fields = Object.fromEntries(Object.entries(form.fields).filter(([name]) => !unticked.has(name)))
    this.#count(1, 'together')
    await this.#send(form.action, fields)
  }

  async #setAside({ kind, reason, ofPoint }: NonNullable<Opinion['judgement']>): Promise<void> {
    await this.#press('l', 'set-aside')
    if (kind !== 'duplicate') {
      const value = kind === 'not-codable' ? reason : kind
      const button = pressables(outside(this.#html)).find(
        pressable => pressable.name === 'reason' && pressable.value === value,
      )
      if (button === undefined) throw new Error(`There is no button for ${kind} ${reason}.`)
      return this.#press(button.key, 'set-aside')
    }
    const form =
      [...this.#html.matchAll(/<form[^>]*action="[^"]*set-aside"[^>]*>[\s\S]*?<\/form>/g)].find(([html]) =>
        html.includes('value="duplicate"'),
      )?.[0] ?? ''
    this.#count(1 + String(ofPoint).length + 1, 'set-aside')
    await this.#send(attribute(form, 'action'), { ...fieldsOf(form), 'of-point': String(ofPoint), reason: 'duplicate' })
  }

  /** One stop. true = the point is settled and another one lies on the desk. */
  async #settleStop(opinion: Opinion): Promise<boolean> {
    const before = this.#point()
    const nothing = [...this.#html.matchAll(/<form[^>]*action="[^"]*\/nothing"[^>]*>[\s\S]*?<\/form>/g)][0]?.[0] ?? ''
    const stop = fieldsOf(nothing)['stop'] ?? ''
    const wanted = opinion.links.filter(({ stage }) => stage === stop)
    const judgement = this.#judgementAt(opinion, stop)
    if (judgement !== null) await this.#pressPassage(judgement.passage ?? '', judgement.kind, false, opinion, null)
    else if (wanted.length === 0) await this.#pressNothing(opinion, stop)
    else
      for (const [at, link] of wanted.entries())
        await this.#pressPassage(link.passage, link.kind, at < wanted.length - 1, opinion, link)
    return this.#point() !== before
  }

  /** Where nothing follows at three stops or more, two keys for all of them are fewer. */
  async #pressNothing(opinion: Opinion, stop: string): Promise<void> {
    const left = STOPS.slice(STOPS.indexOf(stop))
    const isAll =
      opinion.judgement === null && left.length > 2 && !opinion.links.some(({ stage }) => left.includes(stage))
    if (!isAll || !this.#has('9')) return this.#press('0', 'nothing')
    await this.#press('9', 'nothing')
    await this.#press('0', 'nothing')
  }

  #judgementAt({ judgement }: Opinion, stop: string): NonNullable<Opinion['judgement']> | null {
    if (judgement === null || judgement.passage === null) return null
    const at: Readonly<Record<string, string>> = {
      'out-of-scope': 'plan',
      'not-decided': 'decision',
      'cannot-tell': 'decision',
    }
    return at[judgement.kind] === stop ? judgement : null
  }

  async #pressPassage(
    passage: string,
    kind: string,
    isStaying: boolean,
    opinion: Opinion,
    link: Opinion['links'][number] | null,
  ): Promise<void> {
    const block = await this.#find(passage, opinion)
    if (block === null) {
      this.misses.push(passage)
      return this.#press('0', 'nothing')
    }
    if (block.place > 1) this.#count(1, 'choose')
    const button = pressables(block.html).find(({ value }) => value === kind)
    if (button === undefined) throw new Error(`There is no button ${kind} at ${passage}.`)
    this.#count(isStaying ? 2 : 1, 'kind')
    await this.#send(button.action, { ...button.fields, kind, ...(isStaying ? { stay: 'yes' } : {}) })
    if (this.#html.includes('name="detail"')) await this.#detail(kind, link, opinion)
  }

  /** The block of a passage: among the three, the nine, then in the search by the point's own words, then by typed ones. */
  async #find(passage: string, opinion: Opinion): Promise<{ readonly place: number; readonly html: string } | null> {
    const onPage = () => {
      const at = passageBlocks(this.#html).findIndex(block => passageRef(block) === passage)
      return at < 0 ? null : { place: at + 1, html: passageBlocks(this.#html)[at] ?? '' }
    }
    if (onPage() !== null) return onPage()
    if (this.#has('.')) await this.#press('.', 'more')
    if (onPage() !== null) return onPage()
    await this.#press('s', 'search')
    for (let page = 1; onPage() === null && page < MOST_SEARCH_PAGES && this.#has('.'); page += 1)
      await this.#press('.', 'search')
    for (const term of opinion.terms) {
      if (onPage() !== null) return onPage()
      const form = /<form[^>]*role="search"[^>]*>[\s\S]*?<\/form>/.exec(this.#html)?.[0] ?? ''
      const { q: typed = '', ...fields } = fieldsOf(form)
      // Focus, select what is there, type, Enter.
      this.#count(1 + (typed === '' ? 0 : 2) + term.length + 1, 'typed search')
      await this.#open(`${attribute(form, 'action')}?${new URLSearchParams({ ...fields, q: term }).toString()}`)
    }
    return onPage()
  }

  async #detail(kind: string, link: Opinion['links'][number] | null, { judgement }: Opinion): Promise<void> {
    const all = pressables(outside(this.#html))
    const fields: Record<string, string> = {}
    const again = this.#sameAgain(link, judgement)
    if (again !== null) {
      this.#count(1, 'detail')
      return this.#send(again.action, { ...again.fields, detail: again.value })
    }
    const type = (name: string, text: string | null | undefined): void => {
      if (!this.#types || text === null || text === undefined) return
      // Into the field with Tab.
      this.#count(1 + text.length, 'typed words')
      fields[name] = text
    }
    type('part-taken', link?.partTaken)
    type('part-left', link?.partLeft)
    if (kind === 'not-decided') type('due-on', judgement?.dueOn)
    if (link?.isGroupReply === true) {
      this.#count(1, 'detail')
      fields['is-group-reply'] = 'yes'
    }
    const value = detailOf(kind, link)
    const button = all.find(pressable => pressable.name === 'detail' && (value === '' || pressable.value === value))
    if (button === undefined) throw new Error(`There is no choice ${value} for ${kind}.`)
    this.#count(button.key === button.key.toLowerCase() ? 1 : 2, 'detail')
    await this.#send(button.action, { ...button.fields, ...fields, detail: button.value })
  }

  /** The choice that says just what this reviewer would say, word for word. */
  #sameAgain(link: Opinion['links'][number] | null, judgement: Opinion['judgement']): Pressable | null {
    const needed = [
      ...(this.#types ? [link?.partTaken, link?.partLeft].filter(part => part !== null && part !== undefined) : []),
      ...(link?.isGroupReply === true ? ['one reply to a group'] : []),
      ...(link === null || link.ground === null
        ? []
        : [link.isSpecific === true ? 'said of this point' : 'in general words', ground(link.ground)]),
      ...(this.#types && typeof judgement?.dueOn === 'string' ? [`Until ${dateWords(judgement.dueOn)}`] : []),
    ]
    if (needed.length === 0) return null
    for (const [button, label = ''] of this.#html.matchAll(/<button[^>]*value="as:[^>]*>([\s\S]*?)<kbd>/g))
      if (
        needed.every(part => decode(label).includes(part)) &&
        (link?.isGroupReply === true) === label.includes('one reply to a group')
      )
        return pressables(outside(this.#html)).find(({ value }) => value === attribute(button, 'value')) ?? null
    return null
  }

  /** Address of the point, whatever page of it is open. */
  #point(): string {
    return /^.*\/points\/\d+/.exec(this.#path)?.[0] ?? this.#path
  }

  #has(key: string): boolean {
    return pressables(outside(this.#html)).some(pressable => pressable.key === key)
  }

  #count(presses: number, what: string): void {
    this.presses.total += presses
    this.presses.byWhat.set(what, (this.presses.byWhat.get(what) ?? 0) + presses)
  }

  async #press(key: string, what: string): Promise<void> {
    const target = pressables(outside(this.#html)).find(pressable => pressable.key === key)
    if (target === undefined) throw new Error(`Nothing on ${this.#path} has the key ${key}.`)
    this.#count(1, what)
    if (target.href !== null) return this.#open(target.href)
    await this.#send(target.action, {
      ...target.fields,
      ...(target.name === '' ? {} : { [target.name]: target.value }),
    })
  }

  async #open(path: string): Promise<void> {
    const response = await this.#client.get(path.replace(/#.*$/, ''))
    if (response.status === 303) return this.#open(response.get('Location') ?? '')
    if (response.status !== 200) throw new Error(`${path}: ${response.status} ${response.text.slice(0, 3000)}`)
    this.pageCount += 1
    this.#path = path
    this.#html = response.text
  }

  async #send(action: string, fields: Readonly<Record<string, string>>): Promise<void> {
    const response = await this.#client.post(action, fields)
    if (response.status !== 303)
      throw new Error(
        `${action}: ${response.status} ${/<main[\s\S]*<\/main>/
          .exec(response.text)?.[0]
          .replace(/<[^>]+>/g, ' ')
          .slice(0, 400)} ${JSON.stringify(fields)}`,
      )
    await this.#open(response.get('Location') ?? '')
  }
}

const GROUND_NAMES: Readonly<Record<string, string>> = { conflict: 'Conflict', other: 'Another' }
const ground = (name: string): string => GROUND_NAMES[name] ?? name.charAt(0).toUpperCase() + name.slice(1)

/** Two points can be judged together where the reviewer would press the same keys for both. */
const sameAs = ({ links, judgement }: Opinion): unknown => [links, judgement]

const detailOf = (kind: string, link: Opinion['links'][number] | null): string => {
  if (kind === 'gives-reason') return `${link?.ground ?? 'other'}:${link?.isSpecific === true ? 'specific' : 'general'}`
  if (kind === 'refuses')
    return link === null || link.ground === null
      ? 'none'
      : `${link.ground}:${link.isSpecific === true ? 'specific' : 'general'}`
  if (kind === 'takes-up-part') return link?.isNewPart === false ? 'old' : 'new'
  if (kind === 'defers') return link === null || link.commitment === null ? 'none' : `promise:${link.commitment}`
  return ''
}
