import type { Connection } from '../../../data/store/connection.ts'
import { readSiteStatement, writeSiteStatement } from '../../../data/store/site-statements.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { authorise } from '../people/authorise.ts'
import type { Actor } from '../people/session.ts'

/** On what ground people's words are used (P17). The one who runs the site says so; nobody else can. */
export const LEGAL_BASES = ['journalism', 'legitimate-interests', 'public-task'] as const
export type LegalBasis = (typeof LEGAL_BASES)[number]
const NAME = 'legal-basis'

export const readLegalBasis = async (connection: Connection): Promise<LegalBasis | null> => {
  const said = (await readSiteStatement(connection, NAME))?.value
  return LEGAL_BASES.find(basis => basis === said) ?? null
}

/** For the privacy page. */
export const publicLegalBasis = (deps: Deps): Promise<LegalBasis | null> => readLegalBasis(deps.store.reader)

export interface ShownSite {
  readonly basis: LegalBasis | null
  readonly operator: string | null
  readonly contact: string | null
}

export const showSite = async (deps: Deps, actor: Actor): Promise<ShownSite> => {
  await authorise(deps, actor, 'site.state', null)
  const { operator, contact } = deps.config
  return { basis: await readLegalBasis(deps.store.reader), operator, contact }
}

export const stateLegalBasis = async (deps: Deps, actor: Actor, given: string): Promise<void> => {
  const permit = await authorise(deps, actor, 'site.state', null)
  const basis = LEGAL_BASES.find(known => known === given)
  if (basis === undefined) throw new AppError('refused', 'Choose one of the three.')
  const said = { name: NAME, value: basis, statedBy: permit.by, statedAt: deps.clock.now() }
  await deps.store.write(tx => writeSiteStatement(tx, said))
  deps.log.info({ event: 'legal-basis-stated', by: permit.by, basis }, 'the legal basis was stated')
}
