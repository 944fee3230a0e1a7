import { createHash, randomUUID } from 'node:crypto'
import type { Stage } from '../../data/model/document.ts'
import { insertRecords } from '../../data/store/records.ts'
import { insertVerbatims } from '../../data/store/verbatims.ts'
import type { Deps } from '../../server/deps.ts'
import { HistoryWriter } from '../../server/usecases/history/history-writer.ts'
import type { Session } from '../../server/usecases/people/session.ts'
import { findScope, type ReviewScope } from '../../server/usecases/review/review-scope.ts'
import { a } from './builders.ts'
import { aPerson, aSession } from './people.ts'

const STAGES: readonly Stage[] = ['plan', 'record', 'decision', 'answer']

export interface ReviewWorld {
  readonly scope: ReviewScope
  readonly consultationId: string
  /** A new reviewer of this consultation, signed in. */
  readonly aReviewer: () => Promise<Session & { readonly code: string }>
}

/** A consultation with one document of two passages at four stops, and points in the words given. "idea: words" share an idea. */
export const aReviewWorld = async (deps: Deps, words: readonly string[], ref = 'high-street'): Promise<ReviewWorld> => {
  const body = a('body', { id: randomUUID(), ref: `body-of-${ref}`, nature: 'fictional', language: 'en-GB' })
  const consultation = a('consultation', {
    id: randomUUID(),
    bodyId: body.id,
    ref,
    opensOn: '2026-02-01',
    decisionState: 'made',
    legalStatus: 'voluntary',
  })
  const consultationId = consultation.id
  const documents = STAGES.map((stage, at) =>
    a('document', {
      id: randomUUID(),
      consultationId,
      ref: stage,
      stage,
      title: `The ${stage}`,
      source: 'official',
      holding: 'held',
      publishedOn: `2026-0${at * 2 + 1}-10`,
    }),
  )
  const passages = documents.flatMap(document =>
    [1, 2].map(ordinal =>
      a('passage', {
        id: randomUUID(),
        consultationId,
        documentId: document.id,
        ref: `${document.ref}#${ordinal}`,
        ordinal,
        text: `${ordinal} About the bench by the pump.`,
        shape: 'clause',
      }),
    ),
  )
  const names = [...new Set(words.map(word => word.split(': ')[0] ?? ''))]
  const ideas = names.map((title, at) =>
    a('idea', { id: randomUUID(), consultationId, ref: `idea-${at + 1}`, number: at + 1, title }),
  )
  const contributions = words.map((_, at) =>
    a('contribution', { id: randomUUID(), consultationId, ref: `R${at + 1}`, contributorType: 'resident' }),
  )
  const points = words.map((word, at) =>
    a('point', {
      id: randomUUID(),
      consultationId,
      ref: `P${at + 1}`,
      number: at + 1,
      contributionId: contributions[at]?.id ?? '',
      ideaId: ideas[names.indexOf(word.split(': ')[0] ?? '')]?.id ?? null,
    }),
  )
  const textOf = (at: number): string => words[at]?.replace(/^[^:]*: /, '') ?? ''
  const verbatim = (ownerKind: 'point' | 'contribution', ownerId: string, text: string) => ({
    ownerKind,
    ownerId,
    consultationId,
    text,
    sha256: createHash('sha256').update(text).digest('hex'),
  })
  await deps.store.write(async tx => {
    await insertRecords(tx, 'body', [body])
    await insertRecords(tx, 'consultation', [consultation])
    await insertRecords(tx, 'document', documents)
    await insertRecords(tx, 'passage', passages)
    await insertRecords(tx, 'idea', ideas)
    await insertRecords(tx, 'contribution', contributions)
    await insertRecords(tx, 'point', points)
    await insertVerbatims(
      tx,
      points.map(({ id }, at) => verbatim('point', id, textOf(at))),
    )
    await insertVerbatims(
      tx,
      contributions.map(({ id }, at) => verbatim('contribution', id, textOf(at))),
    )
    const history = new HistoryWriter(tx, { at: deps.clock.now(), byId: null })
    await history.records('body', [body])
    await history.records('consultation', [consultation])
    await history.records('document', documents)
    await history.records('idea', ideas)
    await history.records('contribution', contributions)
    await history.records('point', points)
    await history.flush()
  })
  return {
    scope: await findScope(deps, { body: body.ref, consultation: ref }),
    consultationId,
    aReviewer: async () => {
      const person = await aPerson(deps, {
        grants: [{ role: 'reviewer', consultationId }],
        password: null,
        hasSecondStep: true,
      })
      return { ...(await aSession(deps, person.id)), code: person.code }
    },
  }
}
