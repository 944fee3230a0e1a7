import { expect } from 'chai'
import { bytesSource, codesOf, importAll, type Imported } from './import-files.ts'

const FRONT = `---
ref: decision
consultation: c
stage: decision
title: "Decision notice: Mill Lane"
source: official
holding: held
is_required: yes
published_on: 2026-03-04
---
`
const BODY = `
# Decisions

4.3 The Board agreed the crossing
at the school.

- R17 Two benches by the pond.
- A bin,
  emptied daily.
1. Lamps

## Table

| Ref | Text |
| --- | --- |
| A1 | Trees |
| none | Shade |

4.3 Said again.
`
const importText = (text: string, name = 'decision.md'): Promise<Imported> => importAll(bytesSource(name, text))
const passages = ({ records }: Imported) =>
  records.map(({ ref, values }) => [ref, values['heading'], values['shape'], values['text']])

describe('a Markdown document', () => {
  it('becomes one record from its front matter', async () => {
    const { prepared } = await importText(FRONT + BODY)
    const [document] = prepared.status === 'ready' ? prepared.given : []
    expect([document?.kind, document?.ref, document?.values['title'], document?.values['publishedOn']]).to.deep.equal([
      'document',
      'decision',
      'Decision notice: Mill Lane',
      '2026-03-04',
    ])
    expect([document?.values['consultationId'], document?.values['isRequired'], document?.values['url']]).to.deep.equal(
      ['c', true, null],
    )
  })
  it('becomes a passage for each paragraph, item and table row, with heading path and label', async () => {
    expect(passages(await importText(FRONT + BODY))).to.deep.equal([
      ['decision#4.3', 'Decisions', 'clause', '4.3 The Board agreed the crossing\nat the school.'],
      ['decision#R17', 'Decisions', 'item', 'R17 Two benches by the pond.'],
      ['decision#p3', 'Decisions', 'item', 'A bin,\n  emptied daily.'],
      ['decision#1', 'Decisions', 'item', '1. Lamps'],
      ['decision#A1', 'Decisions > Table', 'row', 'A1 | Trees'],
      ['decision#p6', 'Decisions > Table', 'row', 'none | Shade'],
      ['decision#p7', 'Decisions > Table', 'paragraph', '4.3 Said again.'],
    ])
  })
  it('gives offsets that cut the very words out of the file, with any line ends', async () => {
    for (const text of [FRONT + BODY, (FRONT + BODY).replaceAll('\n', '\r\n')]) {
      for (const { values } of (await importText(text)).records) {
        expect(text.slice(Number(values['startOffset']), Number(values['endOffset']))).to.equal(values['text'])
      }
    }
  })
  it('without a detail it needs is refused, naming it', async () => {
    const { prepared } = await importText(FRONT.replace('stage: decision\n', '') + BODY)
    expect(prepared.status).to.equal('refused')
    expect(prepared.problems.map(({ message }) => message).join()).to.include('"stage" is empty but needed')
  })
  it('with a key nobody knows, or an unknown stage, is refused', async () => {
    expect(codesOf(await importText(FRONT.replace('stage: decision', 'stage: verdict') + BODY))).to.deep.equal([
      'MAPPING_INVALID',
    ])
    const { prepared } = await importText(FRONT.replace('ref:', 'colour: red\nref:') + BODY)
    expect(prepared.problems.map(({ message }) => message).join()).to.include('"colour"')
  })
  it('without front matter says how to describe it', async () => {
    const { prepared } = await importAll(bytesSource('a.md', BODY), { consultation: 'c' })
    expect(prepared.problems.map(({ message }) => message).join()).to.include(
      'Begin it with lines "key: value" between two lines of ---',
    )
  })
  it('without text is refused', async () => expect(codesOf(await importText(FRONT))).to.deep.equal(['NO_TEXT_FOUND']))
})

describe('plain text', () => {
  it('becomes blocks between blank lines', async () => {
    const imported = await importText(`${FRONT}First line\ngoes on.\n\n\n  (2) Second.\n`, 'a.txt')
    expect(passages(imported).map(([ref, , , text]) => [ref, text])).to.deep.equal([
      ['decision#p1', 'First line\ngoes on.'],
      ['decision#2', '(2) Second.'],
    ])
  })
  it('with pages is read column by column and without the lines of every page', async () => {
    const page = (left: readonly string[], right: readonly string[], number: number): string =>
      [
        'Town plan',
        `      — ${number} —`,
        ...left.map((line, index) => `${line.padEnd(40)}${right[index] ?? ''}`),
        '',
      ].join('\n')
    const left = [
      'The town will build a',
      'crossing at the school',
      'and a bench.',
      '',
      '1.2. Lamps',
      'Lamps in Mill Lane.',
    ]
    const right = ['By: ada, bob,', 'cleo', 'Supports: 3', '', '1.3. Trees', 'Trees in the park.']
    const text = page(left, right, 1) + page(['Short page.'], [], 2)
    const mapping = {
      format: 'said-and-done/mapping@1' as const,
      name: 'plan',
      version: 1,
      consultation: 'c',
      records: [],
      file: { kind: 'text' as const },
      given: [
        {
          kind: 'document' as const,
          fields: { ref: 'plan', stage: 'plan', title: 'Plan', source: 'official', holding: 'held', is_required: true },
        },
      ],
      document: { layout: 'pages' as const, pageLines: ['Town plan'], leaveOut: { 'By:': 'names of accounts' } },
    }
    const imported = await importAll(bytesSource('plan.txt', text), { mapping })
    expect(passages(imported).map(([ref, heading, , words]) => [ref, heading, words])).to.deep.equal([
      ['plan#p1', 'p. 1', 'The town will build a\ncrossing at the school\nand a bench.'],
      ['plan#1.2', 'p. 1', '1.2. Lamps\nLamps in Mill Lane.'],
      ['plan#p3', 'p. 1', 'Supports: 3'],
      ['plan#1.3', 'p. 1', '1.3. Trees\nTrees in the park.'],
      ['plan#p5', 'p. 2', 'Short page.'],
    ])
    expect(codesOf(imported)).to.deep.equal(['ENTRIES_LEFT_OUT'])
  })
})

describe('a web page', () => {
  const mapping = {
    format: 'said-and-done/mapping@1' as const,
    name: 'page',
    version: 1,
    consultation: 'c',
    records: [],
    given: [
      {
        kind: 'document' as const,
        fields: {
          ref: 'page',
          stage: 'answer',
          title: 'Answer',
          source: 'official',
          holding: 'held',
          is_required: true,
        },
      },
    ],
  }
  const importHtml = (html: string) => importAll(bytesSource('page.html', html), { mapping })
  it('becomes its paragraphs, items and rows; scripts are no text and nothing is run', async () => {
    const html =
      '<html><head><title>T</title></head><body><h1>You said</h1><script>alert("p")</script><p>2.1 We will build &amp; <b>light</b> it.</p>' +
      '<ul><li>One<li>Two</ul><table><tr><td>A1</td><td>Trees</td></tr></table><!-- no --><p>5 &lt; 6</p></body></html>'
    expect(passages(await importHtml(html))).to.deep.equal([
      ['page#2.1', 'You said', 'clause', '2.1 We will build & light it.'],
      ['page#p2', 'You said', 'item', 'One'],
      ['page#p3', 'You said', 'item', 'Two'],
      ['page#A1', 'You said', 'row', 'A1 | Trees'],
      ['page#5', 'You said', 'clause', '5 < 6'],
    ])
  })
  it('of broken or endless markup ends', async () => {
    for (const html of [
      '<p>a<',
      '<'.repeat(100_000),
      '<a "'.repeat(20_000),
      '<script>'.repeat(20_000),
      '&'.repeat(100_000),
      '<!--'.repeat(20_000),
    ]) {
      expect((await importHtml(`<p>kept</p>${html}`)).records[0]?.values['text']).to.match(/^kept/)
    }
  })
})
