import type { Audit } from '../../../analysis/finding.ts'
import { consultationHeadline } from '../../../analysis/sentences/consultation-headline.ts'
import { isAllowed } from '../../../data/model/access.ts'
import type { Release } from '../../../data/model/right-of-reply.ts'
import { readConsultationState, type ConsultationState } from '../../../data/store/consultation-state.ts'
import { readRemovals, readSelfCheck, type Removal, type SelfCheck } from '../../../data/store/releases.ts'
import type { Deps } from '../../deps.ts'
import { authorise } from '../people/authorise.ts'
import type { Actor } from '../people/session.ts'
import { readAudit } from '../read-audit.ts'
import type { ReviewScope } from '../review/review-scope.ts'
import { describeChanges } from './describe-changes.ts'
import { newestFirst } from '../../../data/model/newest-release.ts'
import { auditBefore, nextVersion, readGate } from './publish-release.ts'
import type { ReleaseGate } from './release-gate.ts'

export interface ReleaseDesk {
  readonly scope: ReviewScope
  readonly audit: Audit
  readonly state: ConsultationState
  /** What the front of the page would say. */
  readonly finding: string
  readonly gate: ReleaseGate
  readonly nextVersion: string
  readonly changes: string
  /** Newest first. */
  readonly releases: readonly Release[]
  readonly removals: readonly Removal[]
  readonly selfCheck: SelfCheck | null
  readonly can: {
    readonly publish: boolean
    readonly remove: boolean
    readonly announce: boolean
    readonly correct: boolean
    readonly openCheck: boolean
    readonly disputes: boolean
    readonly reply: boolean
  }
}

/** What a release made now would say, what stands in its way, and what was published before. */
export const showReleaseDesk = async (deps: Deps, actor: Actor, scope: ReviewScope): Promise<ReleaseDesk> => {
  const { id } = scope.consultation
  const { reader } = deps.store
  const { roles } = await authorise(deps, actor, 'desk.see', id)
  const { record, audit } = await readAudit(deps, { body: scope.body.ref, consultation: scope.consultation.ref })
  const state = (await readConsultationState(reader, id)) ?? 'draft'
  const may = (action: Parameters<typeof isAllowed>[0]): boolean => isAllowed(action, roles, state)
  return {
    scope,
    audit,
    state,
    finding: consultationHeadline(audit).text,
    gate: await readGate(deps, reader, record, audit),
    nextVersion: nextVersion(record),
    changes: describeChanges(await auditBefore(reader, record), audit),
    releases: newestFirst(record.releases),
    removals: await readRemovals(reader, id),
    selfCheck: await readSelfCheck(reader, id),
    can: {
      publish: may('release.publish'),
      remove: may('removal.make'),
      announce: may('consultation.announce'),
      correct: may('correction.make'),
      openCheck: may('check.open'),
      disputes: may('dispute.release'),
      reply: may('desk.see'),
    },
  }
}
