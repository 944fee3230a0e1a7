import { auditJson } from '../../export/audit-json.ts'
import { listAllBodies } from '../../usecases/list-bodies.ts'
import type { ConsultationAddress } from '../../usecases/read-audit.ts'
import { onlyPositional, textOption, UsageError, type Command, type Invocation } from '../command.ts'

const readAsOf = (given: string | undefined): { readonly asOf?: string } => {
  if (given === undefined) return {}
  if (/^\d{4}-\d{2}-\d{2}$/.test(given) && !Number.isNaN(Date.parse(given))) return { asOf: given }
  throw new UsageError(`--as-of is "${given}". Expected a date such as 2026-06-30.`)
}

const mostSeed = 4_294_967_295

const readSeed = (given: string | undefined): number | null => {
  if (given === undefined) return null
  const seed = Number(given)
  if (/^\d{1,10}$/.test(given) && seed <= mostSeed) return seed
  throw new UsageError(`--seed is "${given}". Expected a whole number from 0 to ${mostSeed}.`)
}

/** "pam-2016", or "barcelona/pam-2016" where two bodies have a consultation of that name. */
export const readAddress = (given: string): ConsultationAddress => {
  const [first = '', second] = given.split('/', 2)
  return second === undefined ? { body: null, consultation: first } : { body: first, consultation: second }
}

const addressesOf = async (invocation: Invocation): Promise<readonly ConsultationAddress[]> => {
  if (invocation.options['all'] !== true) return [readAddress(onlyPositional(invocation, 'one consultation, or --all'))]
  if (invocation.positionals.length > 0) throw new UsageError('Expected one consultation or --all, found both.')
  const listed = await listAllBodies(await invocation.deps())
  return listed.flatMap(({ body, consultations }) =>
    consultations.map(({ ref }) => ({ body: body.ref, consultation: ref })),
  )
}

export const auditCommand: Command = {
  name: 'audit',
  summary: 'shows what the records say became of every point',
  usage: '<consultation>',
  details: ['<consultation> is its ref, as "said list" shows it; body/consultation where two share a ref.'],
  options: {
    all: { type: 'boolean', meaning: 'Every consultation on record.' },
    'as-of': {
      type: 'string',
      value: 'DATE',
      meaning: 'State of things on this day. Else the day the records run up to, else today.',
    },
    seed: {
      type: 'string',
      value: 'N',
      meaning:
        'Seed of the 10,000 draws of whole ideas behind each range by point. Else always the same one, which is printed.',
    },
    index: {
      type: 'boolean',
      meaning: 'The experimental listening-gap index too: its range, bands, draws and leave-one-out. Never ranked.',
    },
  },
  run: async invocation => {
    const [{ auditAgain }, { readAudit }, { auditText }] = await Promise.all([
      import('../../usecases/audit-again.ts'),
      import('../../usecases/read-audit.ts'),
      import('../audit-text.ts'),
    ])
    const day = readAsOf(textOption(invocation, 'as-of'))
    const deps = await invocation.deps()
    const extras = { seed: readSeed(textOption(invocation, 'seed')), withIndex: invocation.options['index'] === true }
    const audits = []
    for (const address of await addressesOf(invocation)) {
      const audited = await readAudit(deps, { ...address, ...day })
      audits.push({ record: audited.record, audit: auditAgain(audited, extras) })
    }
    const json = audits.map(({ record, audit }) => auditJson(record, audit))
    const text = audits.map(({ audit }) => auditText(audit)).join('\n\n')
    return { json: invocation.options['all'] === true ? { consultations: json } : json[0], text }
  },
}
