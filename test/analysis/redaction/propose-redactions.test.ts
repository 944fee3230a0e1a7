import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect } from 'chai'
import { proposeRedactions, redactText } from '../../../analysis/redaction/propose-redactions.ts'
import { countRedactions, MARKED_COMMENTS, type RedactionCount } from '../../support/marked-comments.ts'

const redacted = (text: string): string => redactText(text, proposeRedactions(text))

describe('the redactions a machine proposes', () => {
  const hidden: Readonly<Record<string, readonly [string, string]>> = {
    'postcodes, in any case': ['Near EX4 6QT and sw1a 1aa.', 'Near [postcode] and [postcode].'],
    'mobile and landline numbers': [
      'Ring 07700 900123, +44 7700 900 781 or (0117) 496 0321.',
      'Ring [telephone number], [telephone number] or [telephone number].',
    ],
    'e-mail addresses': ['Write to j_smith84@mail.example.org.', 'Write to [e-mail address].'],
    'names of accounts': ['Follow @mikes_bikes for photos.', 'Follow [account name] for photos.'],
    'NHS numbers with a right check digit': ['My NHS no. 9434765919.', 'My NHS no. [NHS number].'],
    'National Insurance numbers': ['NI is AB 12 34 56 C.', 'NI is [National Insurance number].'],
    'number plates': ['KX09 WPL was parked there.', '[number plate] was parked there.'],
    'dates of birth, by the words before them': [
      'Born on 14/05/1961. The meeting was on 14 May 2025.',
      'Born on [date of birth]. The meeting was on 14 May 2025.',
    ],
    'where somebody lives': ['It floods at Flat 2, 7 Beech Grove.', 'It floods at [address].'],
    'a house with a name before a postcode': [
      'Reply to The Old Barn, Mill Road, Littleton, EX4 6QT.',
      'Reply to [address], [postcode].',
    ],
    'who signs': ['Please think again.\nBest wishes,\nHassan', 'Please think again.\nBest wishes,\n[name]'],
    'family and neighbours': ['My daughter Aoife was nearly hit.', 'My daughter [name] was nearly hit.'],
    'people with a title': ['Ask Dr. Okafor at the surgery.', 'Ask [name] at the surgery.'],
    'who introduces themselves': ['My name is Wanda Kowalczyk-Reid.', 'My name is [name].'],
  }
  for (const [what, [text, expected]] of Object.entries(hidden))
    it(`hide ${what}`, () => {
      expect(redacted(text)).to.equal(expected)
    })

  const kept: readonly string[] = [
    'Ring the depot on 0300 123 4567 or 0800 496 0000.',
    'Write to help@calderwick.gov.uk.',
    'Order 9434765918 and planning ref 24/01873/FUL.',
    'Victoria Park needs lights. So do Elizabeth Street and Nelson Mandela House.',
    'Councillor Janet Hughes and Cllr. Omar Farouk promised it.',
    'Sarah Blythe, Planning Officer, told us.',
    'Grace before meals. Mark the bays clearly. Will you listen?',
    'The 42 Station Road bus is late. The speed limit is 20 mph. M25 1st exit.',
    "St George's Church and King Edward Avenue flood.",
    'The consultation closed on 12/05/2025 with 1,482 responses.',
  ]
  for (const text of kept)
    it(`leave alone: ${text}`, () => {
      expect(redacted(text)).to.equal(text)
    })

  it('never overlap, and stand in order', () => {
    const spans = proposeRedactions('I am Priya Shah of 14 Mill Lane, EX4 6QT, priya.shah@example.org, @priyashah.')
    for (const [at, { start, end }] of spans.entries()) {
      expect(start).to.be.below(end)
      expect(start).to.be.at.least(spans[at - 1]?.end ?? 0)
    }
  })

  it('hold no pattern that can look at one place again and again: every repetition is bounded', () => {
    const source = readFileSync(
      fileURLToPath(new URL('../../../analysis/redaction/structured-patterns.ts', import.meta.url)),
      'utf8',
    )
    const patterns = [...source.matchAll(/(?:= |, |\()(\/(?:\\.|\[(?:\\.|[^\]\\])*\]|[^/\\\n])+\/[gimu]{0,4})/g)].map(
      match => match[1] ?? '',
    )
    expect(patterns.length).to.be.above(10)
    expect(patterns.filter(pattern => /(?<!\\)[*+]/.test(pattern.replace(/\[(?:\\.|[^\]\\])*\]/g, '')))).to.deep.equal(
      [],
    )
  })
})

const STRUCTURED = ['ADDRESS', 'POSTCODE', 'PHONE', 'EMAIL', 'NHS', 'VRM', 'NINO', 'DOB', 'HANDLE']

describe('the redactions on the marked comments', () => {
  let counted: RedactionCount
  before(function () {
    const count = countRedactions()
    if (count === null) {
      console.log(`      skipped: there is no ${MARKED_COMMENTS}. Set SAID_TEST_DATA.`)
      return this.skip()
    }
    counted = count
  })
  const share = (types: readonly string[]): number => {
    const counts = types.map(type => counted.byType[type] ?? { all: 0, hidden: 0 })
    const sum = (key: 'all' | 'hidden'): number => counts.reduce((total, count) => total + count[key], 0)
    return sum('hidden') / sum('all')
  }

  it('find at least 95% of what has a form of its own, and 85% of names', () => {
    expect(share(STRUCTURED)).to.be.at.least(0.95)
    expect(share(['NAME'])).to.be.at.least(0.85)
  })
  it('find at least 94% of all, and hide nothing else', () => {
    expect(share([...STRUCTURED, 'NAME'])).to.be.at.least(0.94)
    expect(counted.rightCount / counted.regionCount).to.equal(1)
  })
  it('leave councillors and officers in public roles named', () => {
    expect(share(['PUBNAME'])).to.equal(0)
  })
})
