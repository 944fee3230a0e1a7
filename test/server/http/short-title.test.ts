import { expect } from 'chai'
import { shortTitle } from '../../../server/http/pages/short-title.ts'

const titleOf = (page: string): string => shortTitle(page, title => `${title} – Said & Done`)

describe('the title of a page', () => {
  it('names the page and the site where both fit', () => {
    expect(titleOf('Events: Mill Lane Streets')).to.equal('Events: Mill Lane Streets – Said & Done')
  })

  it('leaves the name of the site out first, at 71 characters of HTML and not at 70', () => {
    const fits = 'a'.repeat(70 - ' – Said &#x26; Done'.length)
    expect(titleOf(fits)).to.equal(`${fits} – Said & Done`)
    expect(titleOf(`${fits}b`)).to.equal(`${fits}b`)
  })

  it('cuts a quoted text at a word and keeps what is said of it', () => {
    const said = 'And put it on a hump, like the one on “Priory” Walk, because drivers there never stop'
    expect(titleOf(`“${said}”: what happened`)).to.equal(
      '“And put it on a hump, like the one on “Priory” Walk…”: what happened',
    )
  })

  it('else cuts its end at a word', () => {
    const title = 'The Big Calderwick Consultation 2026: what happened to the points people made'
    expect(titleOf(title)).to.equal('The Big Calderwick Consultation 2026: what happened to the points…')
  })

  it('is never longer than 70 characters, not even for one word without end', () => {
    for (const text of [
      'a'.repeat(200),
      'b '.repeat(90),
      `“${'c'.repeat(200)}”`,
      `${'d'.repeat(68)} “quoted text that is long”`,
    ])
      expect(titleOf(text)).to.have.lengthOf.at.most(70)
    expect(titleOf("it's ' ".repeat(40)).replaceAll("'", '&#x27;')).to.have.lengthOf.at.most(70)
  })
})
