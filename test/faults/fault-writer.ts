import { writeSync } from 'node:fs'
import type { Deps } from '../../server/deps.ts'
import { AppError } from '../../server/errors.ts'
import { importFile } from '../../server/usecases/import-file.ts'
import type { Session } from '../../server/usecases/people/session.ts'
import { notePoint } from '../../server/usecases/review/note-point.ts'
import { recordAnswer } from '../../server/usecases/review/record-answer.ts'
import { findScope, type ReviewScope } from '../../server/usecases/review/review-scope.ts'
import { takeNext } from '../../server/usecases/review/take-points.ts'
import { readOpenLooks } from '../../data/store/review.ts'
import { aSession } from '../support/people.ts'
import { FAULT_CONSULTATION } from './fault-world.ts'
import { withStore } from './fault-store.ts'
import { ROWS_PER_IMPORT } from './rows-per-import.ts'

/**
 * Run as a process of its own, to be killed: writes through the use cases, and says ACK only when a write has returned. What was said once
 * must be in the store for good.
 */
const [path = '', mode = '', who = '', count = '1000000'] = process.argv.slice(2)
const most = Number(count)

const acknowledge = (what: string): void => {
  writeSync(1, `ACK ${what}\n`)
}
/** The disk is full, or a call of the system failed: said, and tried again until somebody gives up. */
const MOST_ERRORS = 40
const ERROR_PAUSE_MS = 50

const STAGES = ['plan', 'record', 'decision', 'answer'] as const

const judge = async (deps: Deps, session: Session, scope: ReviewScope): Promise<void> => {
  const { number } = await takeNext(deps, session, scope, 'voices')
  if (number === null) throw new Error('There are no points left: make the world larger.')
  const [look] = await readOpenLooks(deps.store.reader, scope.consultation.id, session.account.code)
  for (const stage of STAGES) {
    const given = {
      groupId: look?.groupId ?? '',
      answer: { sort: 'nothing', stage },
      terms: [],
      words: 'nothing',
    } as const
    const isDone = await recordAnswer(deps, session, scope, given).then(
      () => true,
      // The process before was killed after it had settled this stop.
      (error: unknown) => {
        if (error instanceof AppError && error.code === 'conflict') return false
        throw error
      },
    )
    if (isDone) acknowledge(`${given.groupId} ${stage}`)
  }
}

const note = async (deps: Deps, session: Session, scope: ReviewScope, at: number): Promise<void> => {
  const text = `${who} ${at}`
  await notePoint(deps, session, scope, { number: 1, kind: 'note', text })
  acknowledge(text)
}

const bring = async (deps: Deps, at: number): Promise<void> => {
  const name = `${who}-${at}`
  const rows = Array.from(
    { length: ROWS_PER_IMPORT },
    (_, row) => `${name}-${row},${FAULT_CONSULTATION},Words of ${name} ${row},resident`,
  )
  const text = `ref,consultation,text,contributor_type\n${rows.join('\n')}\n`
  const open = () => [Buffer.from(text)] as unknown as AsyncIterable<Uint8Array>
  const options = { recordKind: 'contribution' } as const
  const { status } = await importFile(deps, { source: { name: `${name}.csv`, open }, options, isDryRun: false })
  if (status !== 'imported') throw new Error(`${name} was ${status}.`)
  acknowledge(name)
}

const work = async (deps: Deps): Promise<void> => {
  const scope = await findScope(deps, { body: `body-of-${FAULT_CONSULTATION}`, consultation: FAULT_CONSULTATION })
  const session = mode === 'imports' ? null : await aSession(deps, who)
  let errorCount = 0
  for (let at = 0; at < most;) {
    try {
      if (session === null) await bring(deps, at)
      else if (mode === 'review') await judge(deps, session, scope)
      else await note(deps, session, scope, at)
      at += 1
    } catch (error) {
      errorCount += 1
      writeSync(1, `ERROR ${String(error).replaceAll('\n', ' ')}\n`)
      if (errorCount > MOST_ERRORS) throw error
      await new Promise(resolve => setTimeout(resolve, ERROR_PAUSE_MS))
    }
  }
}

await withStore(path, work)
