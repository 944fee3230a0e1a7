import { expect } from 'chai'
import { bytesSource, importAll, type Imported } from './import-files.ts'

const GOOD = 'ref,contributor_type,text\nR1,resident,The crossing is unsafe\n'
const run = (name: string, text: string): Promise<Imported> => importAll(bytesSource(name, text), { consultation: 'c' })

describe('a row that is set aside', () => {
  const HEADER = 'ref,contributor_type,received_on,support_claimed,is_platform_removed,text'
  const cases: readonly (readonly [string, string, string, string])[] = [
    [
      'an unknown word of a closed list',
      'R1,wizard,,,,x',
      'UNKNOWN_CHOICE',
      'Row 2, "contributor_type": found "wizard", expected one of: resident, organisation',
    ],
    [
      'an unreadable number',
      'R1,resident,,many,,x',
      'BAD_NUMBER',
      'Row 2, "support_claimed": found "many", expected a whole number such as 12. Correct the cell',
    ],
    [
      'a number with decimals',
      'R1,resident,,1.5,,x',
      'BAD_NUMBER',
      'Row 2, "support_claimed": found "1.5", expected a whole number such as 12.',
    ],
    [
      'an unreadable yes or no',
      'R1,resident,,,maybe,x',
      'BAD_BOOLEAN',
      'Row 2, "is_platform_removed": found "maybe", expected yes or no.',
    ],
    [
      'a missing id',
      ',resident,,,,x',
      'MISSING_VALUE',
      'Row 2, "ref": found an empty cell, expected a value for ref. Fill the cell',
    ],
    [
      'no words',
      'R1,resident,,,,',
      'EMPTY_TEXT',
      'Row 2, "text": found an empty cell, expected the words of a contribution. The row is set aside as empty.',
    ],
    ['nothing at all', ',,,,,', 'EMPTY_ROW', 'Row 2: found nothing that the mapping makes a record of'],
    [
      'a ref that is a path',
      '../etc,resident,,,,x',
      'BAD_REF',
      'Row 2, "ref": found "../etc", expected a reference without',
    ],
    [
      'a ref a spreadsheet has turned into a number',
      '1E+05,resident,,,,x',
      'SPREADSHEET_ERROR',
      'Row 2, "ref": found "1E+05", expected a reference. A spreadsheet',
    ],
    [
      'a lost cell',
      'R1,resident,,,,#REF!',
      'SPREADSHEET_ERROR',
      'Row 2, "text": found "#REF!", expected a value. A spreadsheet lost',
    ],
    ['a control character', 'R1,resident,,,,a\u0000b', 'CONTROL_CHARACTER', 'Row 2, "text": found a control character'],
    [
      'too few cells',
      'R1,resident',
      'COLUMN_COUNT',
      'Row 2: found 2 cells, expected 6, as the header has. Cells are missing',
    ],
    [
      'too many cells',
      'R1,resident,,,,a,b',
      'COLUMN_COUNT',
      'Row 2: found 7 cells, expected 6, as the header has. A text with the delimiter',
    ],
    [
      'a cell too long',
      `R1,resident,,,,${'x'.repeat(20_001)}`,
      'CELL_TOO_LONG',
      'Row 2, "text": found 20001 characters, expected at most 20,000.',
    ],
  ]
  for (const [what, row, code, message] of cases) {
    it(`says what was found, expected and where: ${what}`, async () => {
      const { report } = await run('contributions.csv', `${HEADER}\n${row}\nR2,resident,,,,fine\n`)
      expect([report?.acceptedCount, report?.setAsideCount]).to.deep.equal([1, 1])
      const problem = report?.setAside[0]?.problems[0]
      expect(problem?.code).to.equal(code)
      expect(problem?.message.slice(0, message.length)).to.equal(message)
      expect(problem?.where.row).to.equal(2)
    })
  }

  it('repeats a ref with other words; the same row again is a duplicate', async () => {
    const { report } = await run(
      'contributions.csv',
      `${GOOD}R1,resident,The crossing is unsafe\nR1,resident,other words\n`,
    )
    expect([report?.acceptedCount, report?.duplicateCount, report?.setAsideCount]).to.deep.equal([1, 1, 1])
    expect(report?.setAsideByCode).to.deep.equal({ DUPLICATE_REF: 1 })
  })

  it('is kept with every problem it has', async () => {
    const { report } = await run('contributions.csv', `${HEADER}\nR1,wizard,soon,many,,x\n`)
    expect(report?.setAside[0]?.problems.map(({ code }) => code)).to.deep.equal([
      'BAD_DATE',
      'UNKNOWN_CHOICE',
      'BAD_NUMBER',
    ])
  })
})
