import type { RecordKind } from '../../data/model/record-kinds.ts'
import type { ColumnMapping } from '../../data/model/column-mapping.ts'
import type { Deps } from '../../server/deps.ts'
import { importFile, type ImportResult } from '../../server/usecases/import-file.ts'

export interface TextImport {
  readonly name?: string
  readonly recordKind?: RecordKind
  readonly mapping?: ColumnMapping
  readonly isDryRun?: boolean
  readonly answered?: readonly string[]
}

/** Imports words as if they were a file. */
export const importText = (deps: Deps, content: string | Uint8Array, given: TextImport = {}): Promise<ImportResult> => {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content
  return importFile(deps, {
    source: {
      name: given.name ?? 'file.csv',
      open: async function* () {
        yield bytes
      },
    },
    options: {
      ...(given.recordKind === undefined ? {} : { recordKind: given.recordKind }),
      ...(given.mapping === undefined ? {} : { mapping: given.mapping }),
      ...(given.answered === undefined ? {} : { answered: given.answered }),
    },
    isDryRun: given.isDryRun ?? false,
  })
}

export const BODY_CSV =
  'ref,name,short_name,kind,code,country,language,website,nature\naldham,Aldham Town Council,Aldham,town council,,GB,en-GB,,fictional\n'
export const CONSULTATION_CSV =
  'ref,body,title,legal_status,opens_on,closes_on,decision_state\nhigh-street,aldham,High Street,voluntary,2026-01-05,2026-02-27,made\n'
export const CONTRIBUTIONS_CSV =
  'ref,consultation,received_on,contributor_type,text\nR1,high-street,2026-01-07,resident,"Keep the bench by the pump, please."\nR2,high-street,,business,"Loading bay, not parking."\n'
export const POINTS_CSV =
  'ref,consultation,contribution,text\nP1,high-street,R1,"Keep the bench by the pump, please."\nP2,high-street,R2,"Loading bay, not parking."\n'

/** A small body with one consultation, two contributions and two points, through the real import. */
export const importHighStreet = async (deps: Deps): Promise<void> => {
  await importText(deps, BODY_CSV, { recordKind: 'body' })
  await importText(deps, CONSULTATION_CSV, { recordKind: 'consultation' })
  await importText(deps, CONTRIBUTIONS_CSV, { recordKind: 'contribution' })
  await importText(deps, POINTS_CSV, { recordKind: 'point' })
}
