import { auditConsultation } from '../../analysis/audit.ts'
import { readRevision } from '../../data/store/bodies.ts'
import { readConsultationRecord } from '../../data/store/consultation-records.ts'
import type { Deps } from '../deps.ts'
import { AppError } from '../errors.ts'
import type { AuditedConsultation } from './audit-cache.ts'
import { listAllBodies, type ListedBody } from './list-bodies.ts'

export interface ConsultationAddress {
  /** Slug of the body; null = whichever body has such a consultation. */
  readonly body: string | null
  readonly consultation: string
  /** As at this day; absent = the day the records run up to, else today. */
  readonly asOf?: string
}

export const findConsultation = (listed: readonly ListedBody[], address: ConsultationAddress) => {
  const found = listed
    .filter(({ body }) => address.body === null || body.ref === address.body)
    .flatMap(({ body, consultations }) =>
      consultations.filter(({ ref }) => ref === address.consultation).map(consultation => ({ body, consultation })),
    )
  const [first, second] = found
  if (first === undefined)
    throw new AppError(
      'not-found',
      `There is no consultation "${address.consultation}". "said list" shows those on record.`,
    )
  if (second !== undefined)
    throw new AppError(
      'bad-request',
      `More than one body has a consultation "${address.consultation}". Name the body too: ${first.body.ref}/${address.consultation}.`,
    )
  return first
}

/**
 * One consultation: its records and what they show, whether or not the public may see it: for the desk and the command line. What is
 * for everybody asks `readIndex` or `readPublicAudit`. Made once for each state of the records and day.
 */
export const readAudit = async (deps: Deps, address: ConsultationAddress): Promise<AuditedConsultation> => {
  const { body, consultation } = findConsultation(await listAllBodies(deps), address)
  const asOf = address.asOf ?? consultation.recordsUpTo ?? deps.clock.today()
  const revision = `${await readRevision(deps.store.reader, consultation.id)}-${asOf}`
  return deps.audits.get(consultation.id, revision, async () => {
    const record = await readConsultationRecord(deps.store.reader, body, consultation)
    return { record, audit: auditConsultation(record, { asOf }), revision }
  })
}
