/** As much as a tab, a search engine and a list of bookmarks show of a title. */
const mostCharacters = 70
/** A quote cut to less says nothing. */
const fewestQuoted = 12

/** Characters in the HTML, where a sign that means something to HTML is written as six at most (`&#x27;`). */
const lengthOf = (text: string): number => text.replace(/[&<>"'`=]/g, '&#x00;').length

/** Cut at the end of a word, with the sign that something is left out; one word without end is cut within. */
const cutAtWord = (text: string, most: number): string => {
  if (lengthOf(text) <= most) return text
  const [first = '', ...rest] = text.split(' ')
  const cut = rest.reduce(
    ({ kept, isFull }, word) =>
      isFull || lengthOf(`${kept} ${word}…`) > most ? { kept, isFull: true } : { kept: `${kept} ${word}`, isFull },
    { kept: lengthOf(first) < most ? first : first.slice(0, Math.floor(most / 6)), isFull: lengthOf(first) >= most },
  )
  return `${cut.kept.replace(/[\s,.;:–]+$/u, '')}…`
}

/**
 * What stands in the `title` of a page. The heading keeps all its words: this only says which page it is. Where it is too long, the
 * name of the site goes first; then a text that it quotes is cut; then its end.
 */
export const shortTitle = (page: string, withSite: (page: string) => string): string => {
  const whole = withSite(page)
  if (lengthOf(whole) <= mostCharacters) return whole
  if (lengthOf(page) <= mostCharacters) return page
  const [, before = '', quoted = '', after = ''] = /^([^“]*“)(.*)(”[^”]*)$/su.exec(page) ?? []
  const room = mostCharacters - lengthOf(before) - lengthOf(after)
  return quoted !== '' && room >= fewestQuoted
    ? `${before}${cutAtWord(quoted, room)}${after}`
    : cutAtWord(page, mostCharacters)
}
