import { rowProblem } from '../../data/import/judge-row.ts'
import type { AcceptedRow, DecodedRecord, RowProblem } from '../../data/import/decoded-record.ts'
import type { Stage } from '../../data/model/document.ts'
import { columnName } from '../../data/model/field.ts'
import { fieldsOf, type RecordKind } from '../../data/model/record-kinds.ts'
import { isReservedSlug, isSlug, type SlugKind } from '../../data/model/reserved-slugs.ts'
import type { MissingReference } from './resolve-record.ts'

const columnOf = (kind: RecordKind, field: string): string => {
  const of = fieldsOf(kind)[field]
  return of === undefined ? field : columnName(field, of)
}

/** The row names a record that nobody holds. */
export const missingReference = (row: AcceptedRow, kind: RecordKind, missing: MissingReference): RowProblem =>
  rowProblem('UNKNOWN_REFERENCE', row, columnOf(kind, missing.field), {
    found: `"${missing.ref}"`,
    expected: `the ref of a ${missing.refersTo} on record`,
    whatToDo: `Import the file with that ${missing.refersTo} first, or correct the ref.`,
  })

/** The ref is held with other words: a new version, which a person has to look at. Nothing held is changed. */
export const otherWords = (row: AcceptedRow, decoded: DecodedRecord): RowProblem =>
  rowProblem('DUPLICATE_REF', row, 'ref', {
    found: `"${decoded.ref ?? ''}", which is on record with other content`,
    expected: `a ref that no other ${decoded.kind} bears`,
    whatToDo:
      'The record held is kept. If this row is a new version, give it a ref of its own, or dispute the old one.',
  })

/** A kind of link that cannot stand on the stop where its passage stands. */
export const wrongLinkKind = (row: AcceptedRow, kind: string, stage: Stage, allowed: readonly string[]): RowProblem =>
  rowProblem('UNKNOWN_CHOICE', row, 'kind', {
    found: `"${kind}" on a passage of stage ${stage}`,
    expected: `one of: ${allowed.join(', ')}`,
    whatToDo: 'Correct the kind, or the passage.',
  })

/** Why a slug can be the address of no new body or consultation; null = it can. */
export interface SlugFault {
  readonly found: string
  readonly expected: string
  readonly whatToDo: string
}

/** A slug that is no slug, that the site uses itself, or that leads to something renamed for good. */
export const slugFault = (kind: SlugKind, slug: string, former: string | null): SlugFault | null => {
  if (!isSlug(slug))
    return {
      found: `"${slug.slice(0, 120)}"`,
      expected: 'small letters, digits and hyphens, at most 100, beginning with a letter or digit',
      whatToDo: 'It is its address. Write it so.',
    }
  if (isReservedSlug(kind, slug))
    return {
      found: `"${slug}", which is a page of the site itself`,
      expected: `a ref that is no such word`,
      whatToDo: `Give the ${kind} another ref, such as "${slug}-${kind === 'body' ? 'council' : 'consultation'}".`,
    }
  if (former === null) return null
  return {
    found: `"${slug}", which was the address of "${former}" before it was renamed`,
    expected: `a ref that no ${kind} ever had`,
    whatToDo: `Write "${former}" if it is the same one, or choose another.`,
  }
}

export const badSlug = (row: AcceptedRow, fault: SlugFault): RowProblem => rowProblem('RESERVED_REF', row, 'ref', fault)

/** A release is logged by its number and checksum: they have to be what they are called. */
export const badRelease = (row: AcceptedRow, { kind, values }: DecodedRecord): RowProblem | null => {
  if (kind !== 'release') return null
  const [version, checksum] = [String(values['version']), String(values['checksum'])]
  if (!/^\d{1,5}(\.\d{1,5}){0,3}$/.test(version))
    return rowProblem('BAD_NUMBER', row, 'version', {
      found: `"${version}"`,
      expected: 'numbers with points between, such as 1.0',
      whatToDo: 'Write the version so.',
    })
  if (/^[0-9a-f]{64}$/.test(checksum)) return null
  return rowProblem('BAD_NUMBER', row, 'checksum', {
    found: `"${checksum}"`,
    expected: 'a SHA-256: 64 hexadecimal digits in small letters',
    whatToDo: 'Copy it from the release.',
  })
}
