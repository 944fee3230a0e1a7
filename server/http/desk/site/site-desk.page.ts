import { LEGAL_BASES, type LegalBasis, type ShownSite } from '../../../usecases/site/legal-basis.ts'
import type { DeskVisit } from '../desk-visit.ts'
import { PATHS } from '../paths.ts'
import { privateFrame, type PrivateFrame } from '../release/private-frame.ts'

const NAMES: Readonly<Record<LegalBasis, { readonly name: string; readonly line: string }>> = {
  journalism: { name: 'Journalism', line: 'For publishing in the public interest (DPA 2018, Schedule 2, Part 5).' },
  'legitimate-interests': {
    name: 'Legitimate interests',
    line: 'Weighed against those of the people whose words they are.',
  },
  'public-task': { name: 'A public task', line: 'Laid down by law, for the body that runs this site.' },
}
export const basisName = (basis: LegalBasis | null): string => (basis === null ? '(not said)' : NAMES[basis].name)

export interface SiteDeskView extends PrivateFrame {
  readonly lede: string
  readonly action: string
  readonly operator: string
  readonly contact: string
  readonly bases: readonly {
    readonly value: LegalBasis
    readonly name: string
    readonly line: string
    readonly isChosen: boolean
  }[]
  readonly template: string
}

/** What the one who runs the site must say before anything about a real body is published. */
export const siteDeskPage = (visit: DeskVisit, shown: ShownSite, problem: string | null): SiteDeskView => ({
  ...privateFrame(visit, 'About this site', [], { problem }),
  lede:
    shown.basis === null
      ? 'Nothing about a real body can be published until this is said. It stands on the privacy page.'
      : 'It stands on the privacy page.',
  action: PATHS.site,
  operator: shown.operator ?? 'Not said. Set SAID_OPERATOR.',
  contact: shown.contact ?? 'Not said. Set SAID_CONTACT.',
  bases: LEGAL_BASES.map(value => ({ value, ...NAMES[value], isChosen: value === shown.basis })),
  template: `${PATHS.site}/dpia.md`,
})
