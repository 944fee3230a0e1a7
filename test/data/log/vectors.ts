import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Public test vectors, kept outside the repository: RFC 6962 proofs and roots, the example of a signed note. */
const FOLDER = join(
  process.env['SAID_TEST_DATA'] ?? new URL('../../../../shared/data', import.meta.url).pathname,
  'tlog-vectors',
)

export const hasVectors = existsSync(FOLDER)
export const skipWithoutVectors = (test: Mocha.Context): void => {
  if (hasVectors) return
  console.log(`      skipped: no test vectors in ${FOLDER} (set SAID_TEST_DATA)`)
  test.skip()
}

export interface InclusionVector {
  readonly leafIdx: number
  readonly treeSize: number
  readonly root: string
  readonly leafHash: string
  readonly proof: readonly string[] | null
  readonly wantErr: boolean
}
export interface ConsistencyVector {
  readonly size1: number
  readonly size2: number
  readonly root1: string
  readonly root2: string
  readonly proof: readonly string[] | null
  readonly wantErr: boolean
}

export const vectorFiles = (kind: 'inclusion' | 'consistency'): readonly string[] => {
  const folder = join(FOLDER, 'rfc6962', kind)
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.json'))
    .map(name => join(folder, name))
}

export const readVector = <Vector>(file: string): Vector => JSON.parse(readFileSync(file, 'utf8')) as Vector
export const readTreeVector = (): {
  readonly leafInputsHex: readonly string[]
  readonly nodeHashesByLevel: readonly (readonly string[])[]
  readonly rootBySize: readonly string[]
  readonly hasher: {
    readonly emptyRoot: string
    readonly emptyLeaf: string
    readonly leaf: { readonly dataUtf8: string; readonly hash: string }
    readonly node: { readonly leftUtf8: string; readonly rightUtf8: string; readonly hash: string }
  }
} => readVector(join(FOLDER, 'rfc6962', 'tree.json'))
export const readNoteVector = (): {
  readonly vkey: string
  readonly note: string
  readonly text: string
  readonly signer: string
} => readVector(join(FOLDER, 'c2sp', 'signed-note.json'))
