/**
 * Keys of the review desk. Every key presses a button or follows a link that stands on the page, so nothing works by key alone.
 * Active only where the page says so, never while somebody types, and can be switched off (WCAG 2.1.4).
 */
const SWITCH = 'said-and-done.desk-keys'

const root = document.querySelector<HTMLElement>('[data-desk-keys]')

const isOn = (): boolean => {
  try {
    return localStorage.getItem(SWITCH) !== 'off'
  } catch {
    return true
  }
}
const turn = (on: boolean): void => {
  try {
    localStorage.setItem(SWITCH, on ? 'on' : 'off')
  } catch {
    /* A browser that keeps nothing: the keys stay as they are until the next page. */
  }
  document.body.classList.toggle('keys-on', on)
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && target.type !== 'checkbox' && target.type !== 'radio'))

const passages = (): readonly HTMLElement[] => [...(root?.querySelectorAll<HTMLElement>('[data-passage]') ?? [])]
const chosen = (): HTMLElement | null => passages().find(passage => passage.hasAttribute('data-chosen')) ?? null

const choose = (passage: HTMLElement | undefined, isMoved: boolean): void => {
  if (passage === undefined) return
  for (const other of passages()) other.removeAttribute('data-chosen')
  passage.setAttribute('data-chosen', '')
  if (isMoved) passage.scrollIntoView({ block: 'nearest' })
}

const move = (by: number): void => {
  const all = passages()
  const at = Math.max(
    0,
    all.findIndex(passage => passage.hasAttribute('data-chosen')),
  )
  choose(all[Math.min(all.length - 1, Math.max(0, at + by))], true)
}

const keyed = (within: ParentNode, key: string): HTMLElement | null =>
  [...within.querySelectorAll<HTMLElement>('[data-key]')].find(element => element.dataset['key'] === key) ?? null

/** In the chosen passage first, then anywhere outside the passages. */
const targetOf = (key: string): HTMLElement | null => {
  const passage = chosen()
  const inside = passage === null ? null : keyed(passage, key)
  if (inside !== null) return inside
  return (
    [...(root?.querySelectorAll<HTMLElement>('[data-key]') ?? [])].find(
      element => element.dataset['key'] === key && element.closest('[data-passage]') === null,
    ) ?? null
  )
}

/** Shift with the letter of a kind: the same, and stay at this stop. */
const stayWith = (key: string): HTMLElement | null => {
  const passage = chosen()
  const button = passage === null ? null : keyed(passage, key.toLowerCase())
  const box = button?.closest('form')?.querySelector<HTMLInputElement>('input[name="stay"]') ?? null
  if (button === null || box === null || key === key.toLowerCase()) return null
  box.checked = true
  return button
}

let isLeaving = false

const press = (element: HTMLElement): void => {
  // One press, one record: what is pressed while the page is on its way counts for the next page, not for this one.
  if (element instanceof HTMLAnchorElement || element instanceof HTMLButtonElement)
    isLeaving = element.getAttribute('type') !== 'button'
  element.click()
}

const open = (key: string): boolean => {
  const details = [...document.querySelectorAll<HTMLDetailsElement>('details[data-opens]')].find(
    one => one.dataset['opens'] === key,
  )
  if (details === undefined) return false
  details.open = !details.open
  if (details.open)
    (
      details.querySelector<HTMLElement>('input:not([type="hidden"]), button') ?? details.querySelector('summary')
    )?.focus()
  details.scrollIntoView({ block: 'nearest' })
  return true
}

const focus = (key: string): boolean => {
  const field = [...document.querySelectorAll<HTMLElement>('[data-focus]')].find(one => one.dataset['focus'] === key)
  field?.focus()
  return field !== undefined
}

const moveBy = (key: string): number | null =>
  key === 'j' || key === 'ArrowDown' ? 1 : key === 'k' || key === 'ArrowUp' ? -1 : null

const act = (key: string): boolean => {
  const element = targetOf(key) ?? stayWith(key)
  if (element !== null) {
    press(element)
    return true
  }
  const passage = /^[1-9]$/.test(key) ? passages().find(one => one.dataset['passage'] === key) : undefined
  if (passage !== undefined) {
    choose(passage, true)
    return true
  }
  const by = moveBy(key)
  if (by === null || passages().length === 0) return open(key) || focus(key)
  move(by)
  return true
}

const onKey = (event: KeyboardEvent): void => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat) return
  if (isTyping(event.target)) {
    if (event.key === 'Escape' && event.target instanceof HTMLElement) event.target.blur()
    return
  }
  if (!isOn() && event.key !== '?') return
  if (isLeaving || act(event.key)) event.preventDefault()
}

const setUpSwitch = (): void => {
  for (const place of document.querySelectorAll<HTMLElement>('[data-keys-switch]')) {
    const button = place.querySelector('button')
    if (button === null) continue
    const say = (): void => {
      button.textContent = isOn() ? 'Turn the keys off' : 'Turn the keys on'
    }
    place.hidden = false
    say()
    button.addEventListener('click', () => {
      turn(!isOn())
      say()
    })
  }
}

if (root !== null) {
  turn(isOn())
  choose(passages()[0], false)
  setUpSwitch()
  document.addEventListener('keydown', onKey)
  root.addEventListener('focusin', event => {
    const passage = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-passage]') : null
    if (passage !== null) choose(passage, false)
  })
  // A page that the browser kept and shows again can be used again.
  addEventListener('pageshow', () => {
    isLeaving = false
  })
}
