import type { ColumnMapping, RecordOfRow } from '../../model/column-mapping.ts'
import { contributionRecords } from './contribution-format.ts'
import { fact, formatMapping, type Format, type Signature } from './format.ts'

interface Survey {
  readonly id: string
  readonly name: string
  readonly signature: Signature
  readonly ref: string | null
  readonly receivedOn: readonly string[]
  readonly personal: readonly string[]
  /** Columns of the platform that are no question. */
  readonly own: RegExp
  readonly language?: string
  readonly more?: Pick<ColumnMapping, 'setAside' | 'file'>
}

/** Free text: over 20% of the filled cells differ, and half of them have more than three words. Without a sample every question is proposed. */
const isFreeText = (cells: readonly string[]): boolean => {
  const filled = cells.map(cell => cell.trim()).filter(cell => cell !== '')
  if (filled.length === 0) return cells.length === 0
  const lengths = filled.map(cell => cell.split(/\s+/).length).sort((a, b) => a - b)
  const median = lengths[Math.floor(lengths.length / 2)] ?? 0
  return new Set(filled).size / filled.length > 0.2 && median > 3
}

const questions = (
  survey: Survey,
  header: readonly string[],
  sample: readonly (readonly string[])[],
): readonly string[] =>
  header.filter((name, index) => {
    if (name.trim() === '' || survey.own.test(name) || survey.personal.includes(name)) return false
    return isFreeText(sample.map(cells => cells[index] ?? ''))
  })

const pointOfAnswer = (question: string): RecordOfRow => ({
  kind: 'point',
  onlyIf: { column: question },
  fields: { text: { column: question }, topic: fact(question.slice(0, 200), 'the question it answers') },
})

/** One contribution a person, one point a free-text answer. Closed answers are counted by the survey, not here. */
export const surveyFormat = (survey: Survey): Format => ({
  id: survey.id,
  name: survey.name,
  signature: survey.signature,
  confirm: mapping => {
    const asked = mapping.records.filter(({ kind }) => kind === 'point').length
    return `${asked} ${asked === 1 ? 'column is' : 'columns are'} taken for free text, each answer a point; the other questions are not stored.`
  },
  mapping: (header, sample) => {
    const free = questions(survey, header, sample)
    const [contribution] = contributionRecords(header, {
      ...(survey.ref === null ? {} : { ref: survey.ref }),
      text: free.length > 0 ? free : ['(no free-text question found)'],
      receivedOn: survey.receivedOn,
      ...(survey.language === undefined ? {} : { language: survey.language }),
      channel: 'online survey',
    })
    return formatMapping(header, {
      name: survey.id,
      personal: survey.personal,
      records: [...(contribution === undefined ? [] : [contribution]), ...free.map(pointOfAnswer)],
      limits: ['Closed answers are not stored. A survey shows who answered, not who was asked.'],
      answered: ['DUPLICATE_HEADER'],
      ...survey.more,
    })
  },
})
