import { auditBody } from '../../analysis/audit-body.ts'
import type { BodyAudit } from '../../analysis/finding.ts'
import { isBlocked } from '../../analysis/lint/lint-figures.ts'
import type { Deps } from '../deps.ts'
import { AppError } from '../errors.ts'
import { indexAudit, type AuditIndex } from './audit-index.ts'
import { listBodies, type ListedBody } from './list-bodies.ts'
import { readPublicAudit } from './read-public-audit.ts'

export interface ShownCouncil {
  readonly body: ListedBody['body']
  /** Newest close first. Each stands for itself: consultations are never added up. */
  readonly consultations: readonly AuditIndex[]
  /** What can be said over all of them, none added to another. */
  readonly overTime: BodyAudit
}

const over = (indexes: readonly AuditIndex[], number: string): readonly AuditIndex[] =>
  indexes.filter(({ audit }) => !isBlocked(audit.lint, number))

/** As at the latest day up to which records of any of them run; a consultation whose figure a rule keeps back is in none of it. */
const auditOverTime = (deps: Deps, consultations: readonly AuditIndex[]): BodyAudit => {
  const days = consultations.map(({ audit }) => audit.asOf).toSorted()
  const asOf = days.at(-1) ?? deps.clock.today()
  const auditOf = (indexes: readonly AuditIndex[]): BodyAudit =>
    auditBody(
      indexes.map(({ record }) => record),
      { asOf },
    )
  const whole = auditOf(consultations)
  const part = (number: string): BodyAudit => {
    const open = over(consultations, number)
    return open.length === consultations.length ? whole : auditOf(open)
  }
  return {
    ...whole,
    promises: part('L23').promises,
    answers: part('L11').answers,
    takeUpOddsRatio: part('L4').takeUpOddsRatio,
  }
}

interface Made {
  readonly of: readonly AuditIndex[]
  readonly overTime: BodyAudit
}
const made = new WeakMap<AuditIndex, Made>()

/** Made once for each state of the records: opening every consultation again would be most of a page. */
const overTimeOf = (deps: Deps, consultations: readonly AuditIndex[]): BodyAudit => {
  const [first] = consultations
  const known = first === undefined ? undefined : made.get(first)
  const isSame = known?.of.length === consultations.length && known.of.every((one, i) => one === consultations[i])
  if (known !== undefined && isSame) return known.overTime
  const overTime = auditOverTime(deps, consultations)
  if (first !== undefined) made.set(first, { of: consultations, overTime })
  return overTime
}

export const showCouncil = async (deps: Deps, bodyRef: string): Promise<ShownCouncil> => {
  const listed = (await listBodies(deps)).find(({ body }) => body.ref === bodyRef)
  if (listed === undefined) throw new AppError('not-found', 'We have no council under this address.')
  const consultations: AuditIndex[] = []
  for (const { ref } of listed.consultations)
    consultations.push(indexAudit(await readPublicAudit(deps, { body: bodyRef, consultation: ref })))
  return { body: listed.body, consultations, overTime: overTimeOf(deps, consultations) }
}
