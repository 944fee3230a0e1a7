import type { Site } from '../pages/frame.ts'
import type { ColumnType, DescribedColumn, DescribedList } from './described-list.ts'
import { DESCRIBED_LISTS } from './described-lists.ts'

type Json = Readonly<Record<string, unknown>>

const TYPES: Readonly<Record<ColumnType, Json>> = {
  string: { type: 'string' },
  integer: { type: 'integer' },
  number: { type: 'number' },
  boolean: { type: 'boolean' },
  date: { type: 'string', format: 'date' },
  url: { type: 'string', format: 'uri' },
}

const columnSchema = ({ type, isNullable, meaning }: DescribedColumn): Json => {
  const schema = TYPES[type]
  return { ...schema, type: isNullable ? [schema['type'], 'null'] : schema['type'], description: meaning }
}

const rowSchema = ({ columns, sometimes }: DescribedList): Json => ({
  type: 'object',
  additionalProperties: false,
  required: columns.map(({ name }) => name),
  properties: Object.fromEntries([...columns, ...sometimes].map(column => [column.name, columnSchema(column)])),
})

const nullableText = (description: string, format?: string): Json => ({
  type: ['string', 'null'],
  ...(format === undefined ? {} : { format }),
  description,
})

/** What every list says about itself. */
const ABOUT: Json = {
  title: { type: 'string', description: 'What the rows are.' },
  page: { type: 'string', format: 'uri', description: 'The page that shows the same rows.' },
  asAt: nullableText('State of the records on this day; null for lists over several consultations.', 'date'),
  version: nullableText('Version of the newest release; null: not yet released.'),
  methodVersion: nullableText('Version of the method.'),
  licence: { type: 'string', description: 'Of our data. Quoted official text keeps its own.' },
  isFictional: { type: 'boolean', description: 'Sample data says so.' },
  columns: { type: 'array', items: { type: 'string' }, description: 'Names of the columns, in the order of the CSV.' },
}

const tableSchema = (list: DescribedList): Json => ({
  type: 'object',
  additionalProperties: false,
  required: [...Object.keys(ABOUT), 'rows'],
  properties: { ...ABOUT, rows: { type: 'array', items: { $ref: `#/components/schemas/${list.name}Row` } } },
})

const pathParameters = (path: string): readonly Json[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: name === 'number' ? { type: 'integer', minimum: 1 } : { type: 'string' },
  }))

const queryParameters = ({ query }: DescribedList): readonly Json[] =>
  query.map(({ name, meaning, isRepeated }) => ({
    name,
    in: 'query',
    description: meaning,
    schema: isRepeated ? { type: 'array', items: { type: 'string' } } : { type: 'string' },
  }))

const operation = (list: DescribedList): Json => ({
  operationId: `get${list.name}`,
  summary: list.summary,
  description: 'The same rows as CSV under .csv, and as a page without an ending.',
  parameters: [...pathParameters(list.path), ...queryParameters(list)],
  responses: {
    200: {
      description: 'The list.',
      content: { 'application/json': { schema: { $ref: `#/components/schemas/${list.name}` } } },
    },
    ...(list.query.length > 1 ? { 400: { description: 'A value that is not on its list.' } } : {}),
    404: { description: 'Not on record, or not published: the answer is the same.' },
    410: { description: 'Taken down; the message says why.' },
  },
})

/** The JSON answers of the site, as OpenAPI 3.1. Made from the same table that the tests hold against the answers. */
export const openApiDocument = (site: Site): Json => ({
  openapi: '3.1.0',
  info: {
    title: 'Said & Done',
    version: '1',
    description:
      'What happened to each point people made in a consultation. Every list page answers as JSON and CSV under the same address.',
    license: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  },
  servers: [{ url: site.baseUrl }],
  paths: Object.fromEntries(DESCRIBED_LISTS.map(list => [list.path, { get: operation(list) }])),
  components: {
    schemas: Object.fromEntries(
      DESCRIBED_LISTS.flatMap(list => [
        [list.name, tableSchema(list)],
        [`${list.name}Row`, rowSchema(list)],
      ]),
    ),
  },
})
