import { DECISION_STATES, LEGAL_STATUSES } from '../../../data/model/consultation.ts'
import { readBodies, readConsultations } from '../../../data/store/bodies.ts'
import { isReservedSlug } from '../../../data/model/reserved-slugs.ts'
import type { Body } from '../../../data/model/body.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { importFile } from '../import-file.ts'
import { authorise } from '../people/authorise.ts'
import type { Actor } from '../people/session.ts'
import { slugOf } from '../slug-of.ts'

const SLUG = /^[a-z0-9][a-z0-9-]{0,78}[a-z0-9]$/
const DATE = /^\d{4}-\d{2}-\d{2}$/

/** What the form holds, as it was typed. "" = not said. */
export interface ConsultationGiven {
  /** Ref of a body on record; "" = a new one, described below. */
  readonly body: string
  readonly bodyName: string
  readonly bodyShortName: string
  readonly bodyKind: string
  readonly bodyCountry: string
  readonly bodyLanguage: string
  readonly bodyNature: string
  readonly title: string
  readonly ref: string
  readonly legalStatus: string
  readonly opensOn: string
  readonly closesOn: string
  readonly decisionState: string
  readonly decisionDueOn: string
  readonly decidedOn: string
}

const refuse = (message: string): never => {
  throw new AppError('refused', message)
}

const checkDates = (given: ConsultationGiven): void => {
  for (const date of [given.opensOn, given.closesOn, given.decisionDueOn, given.decidedOn])
    if (date !== '' && !DATE.test(date)) refuse('A date must look like 2026-03-30.')
  if (given.opensOn !== '' && given.closesOn !== '' && given.closesOn < given.opensOn)
    refuse('The last day is before the first.')
  if (given.decisionState === 'made' && given.decidedOn === '') refuse('Say on which day it was decided.')
}

const bodyRow = (given: ConsultationGiven, bodies: readonly Body[]): Readonly<Record<string, string>> => {
  if (given.bodyName.trim() === '' || given.bodyShortName.trim() === '' || given.bodyKind.trim() === '')
    refuse('Give the name of the body, its short name, and what it is.')
  if (given.bodyNature !== 'real' && given.bodyNature !== 'fictional')
    refuse('Say whether the body is real or made up.')
  const ref = slugOf(given.bodyShortName)
  if (!SLUG.test(ref)) refuse('The short name has no letters that an address can be made of.')
  if (isReservedSlug('body', ref)) refuse(`A page of this site is called "${ref}". Choose another short name.`)
  if (bodies.some(body => body.ref === ref))
    refuse(`A body is at "/${ref}" already. Choose it above, or another short name.`)
  return {
    ref,
    name: given.bodyName,
    short_name: given.bodyShortName,
    kind: given.bodyKind,
    country: given.bodyCountry,
    language: given.bodyLanguage,
    nature: given.bodyNature,
  }
}

const consultationRow = (given: ConsultationGiven, body: string): Readonly<Record<string, string>> => {
  if (given.title.trim() === '') refuse('Give the title of the consultation.')
  if (!LEGAL_STATUSES.some(known => known === given.legalStatus)) refuse('Choose what obliges the body to consult.')
  if (!DECISION_STATES.some(known => known === given.decisionState)) refuse('Choose how the decision stands.')
  checkDates(given)
  const ref = given.ref.trim() === '' ? slugOf(given.title) : given.ref.trim()
  if (!SLUG.test(ref))
    refuse('The name in the address has 2 to 80 small letters, digits and hyphens: "mill-lane-2026".')
  if (isReservedSlug('consultation', ref))
    refuse(`A page of this site is called "${ref}". Choose another name for the address.`)
  return {
    ref,
    body,
    title: given.title,
    legal_status: given.legalStatus,
    opens_on: given.opensOn,
    closes_on: given.closesOn,
    decision_state: given.decisionState,
    decision_due_on: given.decisionDueOn,
    decided_on: given.decidedOn,
  }
}

const cell = (value: string): string => `"${value.replace(/\s+/g, ' ').trim().replaceAll('"', '""')}"`
const asFile = (row: Readonly<Record<string, string>>): string =>
  `${Object.keys(row).join(',')}\r\n${Object.values(row).map(cell).join(',')}\r\n`

export interface AddedConsultation {
  readonly body: string
  readonly consultation: string
}

/** A body and its consultation, through the same import that a file takes, in one transaction. What is new begins as a draft. */
export const addConsultation = async (
  deps: Deps,
  actor: Actor,
  given: ConsultationGiven,
): Promise<AddedConsultation> => {
  const permit = await authorise(deps, actor, 'records.add', null)
  return deps.store.write(async tx => {
    const within: Deps = { ...deps, store: { ...deps.store, reader: tx, write: work => work(tx) } }
    const take = async (recordKind: 'body' | 'consultation', row: Readonly<Record<string, string>>): Promise<void> => {
      const bytes = new TextEncoder().encode(asFile(row))
      const open = async function* () {
        yield await Promise.resolve(bytes)
      }
      const by = { draftBy: permit.by, ...(permit.account === null ? {} : { byId: permit.account.id }) }
      const source = { name: `${recordKind}.csv`, open }
      const { status, report } = await importFile(within, { source, options: { recordKind }, isDryRun: false, ...by })
      const [problem] = [
        ...report.problems.filter(({ severity }) => severity !== 'warn'),
        ...(report.setAside[0]?.problems ?? []),
      ]
      if (status !== 'imported') refuse(problem?.message ?? 'This is on record already.')
    }
    const bodies = await readBodies(tx)
    const held = bodies.find(({ ref }) => ref === given.body)
    if (given.body !== '' && held === undefined) refuse('There is no such body. Choose one of the list.')
    const newBody = held === undefined ? bodyRow(given, bodies) : null
    const body = held?.ref ?? newBody?.['ref'] ?? ''
    const row = consultationRow(given, body)
    const taken = (await readConsultations(tx)).find(({ ref }) => ref === row['ref'])
    if (taken !== undefined)
      refuse(`A consultation is called "${row['ref'] ?? ''}" already. Choose another name for the address.`)
    if (newBody !== null) await take('body', newBody)
    await take('consultation', row)
    return { body, consultation: row['ref'] ?? '' }
  })
}

/** Bodies on record, for the form. */
export const listBodiesForForm = async (deps: Deps, actor: Actor): Promise<readonly Body[]> => {
  await authorise(deps, actor, 'records.add', null)
  return (await readBodies(deps.store.reader)).toSorted((a, b) => a.name.localeCompare(b.name))
}
