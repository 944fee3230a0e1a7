import BetterSqlite, { type Database } from 'better-sqlite3'
import { readConsultations } from '../../data/store/bodies.ts'
import { readRecords } from '../../data/store/records.ts'
import type { Deps } from '../../server/deps.ts'
import { loadSample } from '../../server/usecases/load-sample.ts'
import { verifyHistory } from '../../server/usecases/history/verify-history.ts'
import { suggestLinks } from '../../server/usecases/suggest-links.ts'
import { writeReview } from '../../server/usecases/review/write-review.ts'
import { a } from './builders.ts'
import { aPerson, aSession } from './people.ts'

/** What `said verify` says, as "code recordKind recordId". */
export const faultsIn = async (deps: Deps): Promise<readonly string[]> =>
  (await verifyHistory(deps)).faults.map(({ code, recordKind, recordId }) => `${code} ${recordKind} ${recordId}`)

/** The file of the store as somebody with a shell has it: no program of ours in between. */
export const byHand = <Result>(path: string, work: (file: Database) => Result): Result => {
  const file = new BetterSqlite(path)
  file.pragma('foreign_keys = OFF')
  file.pragma('ignore_check_constraints = ON')
  try {
    return work(file)
  } finally {
    file.close()
  }
}

/** The sample council with suggestions in one consultation, and one judgement made and taken back at the desk. */
export const loadHistory = async (
  deps: Deps,
): Promise<{ readonly consultationId: string; readonly linkId: string }> => {
  await loadSample(deps)
  const consultation = (await readConsultations(deps.store.reader)).find(({ ref }) => ref === 'eastfield-park-2026')
  if (consultation === undefined) throw new Error('The sample has no eastfield-park-2026.')
  const consultationId = consultation.id
  await suggestLinks(deps, { body: null, consultation: consultation.ref })
  const [point] = await readRecords(deps.store.reader, 'point', consultationId)
  const [passage] = await readRecords(deps.store.reader, 'passage', consultationId)
  const given = { consultationId, pointId: point?.id ?? '', passageId: passage?.id ?? '', basis: 'confirmed' as const }
  const link = a('link', { ...given, id: deps.newId(), kind: 'contains' })
  const { id } = await aPerson(deps, { grants: [{ role: 'reviewer', consultationId }], hasSecondStep: true })
  const reviewer = await aSession(deps, id)
  await writeReview(deps, reviewer, { action: 'point.judge', consultationId }, async write => {
    await write.add('link', [link])
    await write.retract([{ subjectKind: 'link', subjectId: link.id }], 'A slip.')
  })
  return { consultationId, linkId: link.id }
}
