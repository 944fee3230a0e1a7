import { expect } from 'chai'
import { fold } from '../../../analysis/text/fold.ts'
import { gramsOfWord } from '../../../analysis/text/grams.ts'
import { detectLanguage, languageOfTag, mainLanguage } from '../../../analysis/text/language.ts'
import { createLexicon, NO_TERM, termOf } from '../../../analysis/text/lexicon.ts'
import { sentencesOf } from '../../../analysis/text/sentences.ts'
import { stopWordsOf } from '../../../analysis/text/stop-words.ts'
import { MAX_WORDS, MAX_WORD_LENGTH, tokensOf } from '../../../analysis/text/tokens.ts'

const wordsOf = (text: string): readonly string[] => tokensOf(text).forms
const sentenceTexts = (text: string): string[] => sentencesOf(text).map(({ start, end }) => text.slice(start, end))

describe('tokens', () => {
  it('folds case and accents for matching and keeps offsets into the text as it stands', () => {
    const text = 'Ñandú’s café — 20mph, £1,000!'
    const { forms, starts, ends } = tokensOf(text)
    expect(forms).to.deep.equal(['nandu', 'cafe', '20', 'mph', '1000'])
    expect(text.slice(starts[1], ends[1])).to.equal('café')
  })
  it('keeps "don\'t" one word and drops a possessive', () => {
    expect(wordsOf("don't stop Mary's bus")).to.deep.equal(['dont', 'stop', 'mary', 'bus'])
  })
  it('drops what an article or preposition left before an apostrophe, and points at the word itself', () => {
    const text = "l'habitatge de l’Ajuntament, d'eau, qu'elle"
    const { forms, starts } = tokensOf(text)
    expect(forms).to.deep.equal(['habitatge', 'de', 'ajuntament', 'eau', 'elle'])
    expect(text.slice(starts[0], (starts[0] ?? 0) + 9)).to.equal('habitatge')
    expect(tokensOf("don't o'clock it's l'a").forms).to.deep.equal(['dont', 'oclock', 'it', 'la'])
  })
  it('keeps the long l of Catalan within its word, whichever dot was typed', () => {
    for (const word of ['instal·lar', 'instal.lar', 'instal•lar', 'instaŀlar'])
      expect(tokensOf(word).forms).to.deep.equal(['installar'])
    expect(tokensOf('at all. let it').forms).to.deep.equal(['at', 'all', 'let', 'it'])
    expect(tokensOf('hello.world').forms).to.deep.equal(['hello', 'world'])
  })
  it('reads nothing in emoji, marks and white space', () => {
    expect(wordsOf('🎉🎉 — … \n\t')).to.deep.equal([])
  })
  it('bounds words of hostile input and the number of words', () => {
    expect(wordsOf('a'.repeat(100_000)).every(word => word.length <= MAX_WORD_LENGTH)).to.equal(true)
    expect(wordsOf('b c '.repeat(MAX_WORDS)).length).to.equal(MAX_WORDS)
  })
  it('keeps the letters of scripts whose marks are letters', () => {
    expect(fold('हिन्दी')).to.equal('हिन्दी'.normalize('NFC'))
  })
})

describe('sentences', () => {
  it('does not end a sentence at a title or an abbreviation', () => {
    expect(sentenceTexts('Cllr. Hale moved it. See para. 4 of it.')).to.deep.equal([
      'Cllr. Hale moved it.',
      'See para. 4 of it.',
    ])
  })
  it('covers every word of a long text that has no full stop', () => {
    const text = 'word '.repeat(2_000)
    expect(sentenceTexts(text).join(' ').split(/\s+/).length).to.equal(2_000)
  })
  it('finds the same sentences whether or not they straddle a window', () => {
    const one = 'The committee met in the hall on a Tuesday evening. '
    expect(sentenceTexts(one.repeat(100))).to.deep.equal(Array.from({ length: 100 }, () => one.trim()))
  })
})

describe('language', () => {
  const examples: readonly (readonly [string, string])[] = [
    ['Please can we have a crossing near the school, it is not safe', 'en'],
    ['Mae angen croesfan ddiogel ger yr ysgol i ein plant', 'cy'],
    ['Hay que mejorar los caminos escolares para que los niños vayan a pie', 'es'],
    ['Cal millorar els camins escolars del barri amb més voreres', 'ca'],
  ]
  for (const [text, language] of examples)
    it(`tells ${language} by its commonest words`, () => expect(detectLanguage(text)).to.equal(language))
  it('does not guess from a word or two', () => {
    expect(detectLanguage('parking')).to.equal('und')
    expect(detectLanguage('')).to.equal('und')
  })
  it('reads a tag as given, and none it does not know', () => {
    expect(languageOfTag('en-GB')).to.equal('en')
    expect(languageOfTag('xx')).to.equal(null)
  })
  it('takes the language of most texts for those too short to tell, English where all are', () => {
    expect(mainLanguage(['ca', 'und', 'ca', 'es'])).to.equal('ca')
    expect(mainLanguage(['und'])).to.equal('en')
  })
})

describe('lexicon', () => {
  it('stems English and leaves other languages as they are', () => {
    const lexicon = createLexicon()
    expect(termOf(lexicon, 'crossings', 'en')).to.equal(termOf(lexicon, 'crossing', 'en'))
    expect(termOf(lexicon, 'caminos', 'es')).not.to.equal(termOf(lexicon, 'camino', 'es'))
  })
  it('reads number words as numbers, in English', () => {
    const lexicon = createLexicon()
    expect(termOf(lexicon, 'twenty', 'en')).to.equal(termOf(lexicon, '20', 'en'))
  })
  it('has no term for stop words and single letters, but for names of Object', () => {
    const lexicon = createLexicon()
    expect(termOf(lexicon, 'the', 'en')).to.equal(NO_TERM)
    expect(termOf(lexicon, 'x', 'en')).to.equal(NO_TERM)
    expect(termOf(lexicon, 'constructor', 'en')).to.be.at.least(0)
  })
  it('keeps "no" and "not" out of no list that would hide a refusal from the rules', () => {
    expect(stopWordsOf('en').has('not')).to.equal(false)
  })
})

describe('character grams', () => {
  it('meet across a misspelling', () => {
    const shared = gramsOfWord('pavement').filter(gram => gramsOfWord('pavment').includes(gram))
    expect(shared.length).to.be.at.least(3)
  })
  it('of a short word are the word', () => expect(gramsOfWord('ox')).to.deep.equal(['_ox_']))
})
