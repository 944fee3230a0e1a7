import { expect } from 'chai'
import { findThemes } from '../../../analysis/themes/find-themes.ts'
import { currentIdeaId, lineageOf, mergeIdea, splitIdea } from '../../../analysis/themes/idea-lineage.ts'
import { INPUT_KIND_RULES, readInputKind } from '../../../analysis/themes/read-input-kind.ts'
import { suggestIdeas } from '../../../analysis/themes/suggest-ideas.ts'

const points = [
  'More buses in the evening please, the last bus is at six',
  'The bus timetable is useless, we need a later bus',
  'Evening bus service for hospital workers',
  'Library opening on Saturday must stay',
  'Keep the library open at weekends for children and their books',
  'The library is the only warm place with books',
].map((text, i) => ({ id: String(i + 1), text }))

describe('themes', () => {
  it('put points about one thing together and name it by its own words', () => {
    const themes = findThemes(points, 2)
    expect(themes.map(theme => [...theme.points].sort().join())).to.have.members(['1,2,3', '4,5,6'])
    expect(themes.find(theme => theme.points.includes('1'))!.name).to.include('bus')
  })
  it('are the same in every run', () => expect(findThemes(points)).to.deep.equal(findThemes(points)))
  it('lose no point that shares a word with another', () => {
    expect(findThemes(points, 3).flatMap(theme => theme.points).length).to.equal(points.length)
  })
  it('of nothing are none', () => {
    expect(findThemes([])).to.deep.equal([])
    expect(findThemes([{ id: '1', text: '🎉' }])).to.deep.equal([])
  })
})

describe('suggested ideas', () => {
  it('hold near-identical points together and leave others alone', () => {
    const ideas = suggestIdeas([...points, { id: '7', text: 'Library opening on Saturday must stay' }], null)
    expect(ideas).to.deep.equal([{ idea: '4', points: ['4', '7'], isCampaign: false }])
  })
})

describe('kind of input', () => {
  for (const { kind, example } of INPUT_KIND_RULES)
    it(`reads "${example}" as ${kind}`, () => expect(readInputKind(example).kind).to.equal(kind))
  it('is a proposal where no rule says otherwise', () => {
    expect(readInputKind('A crossing by the school').kind).to.equal('proposal')
  })
})

describe('lineage of ideas', () => {
  const idea = (id: string, mergedIntoId: string | null = null) => ({ id, mergedIntoId })
  it('follows merges to the idea that stands now', () => {
    expect(currentIdeaId([idea('a', 'b'), idea('b', 'c'), idea('c')], 'a')).to.equal('c')
  })
  it('ends at a ring of bad data instead of going round', () => {
    expect(currentIdeaId([idea('a', 'b'), idea('b', 'a')], 'a')).to.equal(null)
  })
  it('refuses a merge that would close a ring, and takes one back', () => {
    const ideas = [idea('a', 'b'), idea('b')]
    expect(mergeIdea(ideas, ideas[1]!, 'a')).to.equal(null)
    expect(splitIdea(ideas[0]!)).to.deep.equal(idea('a'))
  })
  it('lists everything that flowed in', () => {
    expect(lineageOf([idea('a', 'b'), idea('b', 'c'), idea('c')], 'c')).to.deep.equal(['c', 'b', 'a'])
  })
})
