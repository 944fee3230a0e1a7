import { join } from 'node:path'
import { signCheckpoint } from '../../server/usecases/history/sign-checkpoint.ts'
import { aPerson } from '../support/people.ts'
import { loadSampleConsultation } from '../support/release-world.ts'
import { aReviewWorld } from '../support/review-world.ts'
import { aFolder, withStore } from './fault-store.ts'

export interface FaultWorld {
  readonly path: string
  readonly consultation: string
  readonly reviewerIds: readonly string[]
}

export const FAULT_CONSULTATION = 'high-street'

/** A consultation of many points, reviewers who work on it, and a signed history. */
export const aFaultWorld = async (pointCount: number, reviewerCount: number, parent?: string): Promise<FaultWorld> => {
  const path = join(await aFolder(parent), 'said.db')
  const reviewerIds = await withStore(path, async deps => {
    const words = Array.from({ length: pointCount }, (_, at) => `idea ${at}: Keep bench ${at} by the pump.`)
    const { consultationId } = await aReviewWorld(deps, words, FAULT_CONSULTATION)
    const ids: string[] = []
    for (let at = 0; at < reviewerCount; at += 1) {
      const grants = [{ role: 'reviewer', consultationId }] as const
      ids.push((await aPerson(deps, { grants, password: null, hasSecondStep: true })).id)
    }
    await signCheckpoint(deps)
    return ids
  })
  return { path, consultation: FAULT_CONSULTATION, reviewerIds }
}

/** A consultation of the sample: documents, passages, judgements, imports. */
export const aSampleWorld = async (): Promise<string> => {
  const path = join(await aFolder(), 'said.db')
  await withStore(path, async deps => {
    await loadSampleConsultation(deps, 'eastfield-park-2026', [])
    await aPerson(deps, { hasSecondStep: true })
    await signCheckpoint(deps)
    await deps.store.compact()
  })
  return path
}
