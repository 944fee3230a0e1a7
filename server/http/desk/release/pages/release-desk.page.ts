import type { ReleaseDesk } from '../../../../usecases/release/show-release-desk.ts'
import type { Crumb } from '../../../pages/frame.ts'
import type { DeskVisit } from '../../desk-visit.ts'
import { instantWords } from '../../pages/desk-words.ts'
import { privateFrame, type PrivateFrame } from '../private-frame.ts'
import { deskPath } from '../../review/review-paths.ts'
import { checkPath, disputesPath, publicPath, releasePath, repliesPath } from '../release-paths.ts'
import { dateWords } from '../../english.ts'

export interface ReleaseDeskView extends PrivateFrame {
  readonly kick: string
  readonly heading: string
  readonly state: string
  readonly finding: string
  readonly gateHeading: string
  readonly isBlocked: boolean
  readonly reasons: readonly string[]
  readonly hasWarnings: boolean
  readonly warnings: readonly string[]
  readonly canPublish: boolean
  readonly canAnnounce: boolean
  readonly action: string
  readonly publishWords: string
  readonly changes: string
  readonly places: readonly Crumb[]
  readonly hasReleases: boolean
  readonly releases: readonly {
    readonly name: string
    readonly when: string
    readonly checksum: string
    readonly changes: string
  }[]
  readonly canOpenCheck: boolean
  readonly canCallOff: boolean
  readonly checkWords: string
}

const STATES = {
  draft: 'Draft. Only people with a role here can see it.',
  published: 'Public. Anybody can read it.',
  withdrawn: 'Taken down. Its page says so, and why.',
} as const

const checkWords = ({ selfCheck, can }: ReleaseDesk): string => {
  if (selfCheck === null)
    return can.openCheck
      ? 'The council can check its own records before anybody else sees them. Nothing is published until it says so, or you call it off.'
      : 'The council was not asked to check this first.'
  return selfCheck.readyAt === null
    ? `The council has been checking this since ${dateWords(selfCheck.openedAt.slice(0, 10))}.`
    : `Checked by the council first. It said so on ${dateWords(selfCheck.readyAt.slice(0, 10))}.`
}

const linksOf = ({ scope, can, state }: ReleaseDesk): readonly Crumb[] => [
  { href: deskPath({ body: scope.body.ref, consultation: scope.consultation.ref }), text: 'The review desk' },
  { href: repliesPath(scope), text: 'The council’s reply' },
  ...(can.disputes ? [{ href: disputesPath(scope), text: 'Disputes' }] : []),
  { href: checkPath(scope), text: 'Points that still need an answer' },
  ...(can.correct ? [{ href: `${releasePath(scope)}/corrections`, text: 'Record a correction' }] : []),
  ...(can.remove ? [{ href: `${releasePath(scope)}/removals`, text: 'Take something down' }] : []),
  ...(state === 'published' ? [{ href: publicPath(scope), text: 'The public page' }] : []),
]

/** Reasons name days as the records do; a page says them in words. */
const withDateWords = (text: string): string => text.replace(/\b\d{4}-\d{2}-\d{2}\b/g, dateWords)

/** What a release made now would say, and each thing that stands in its way. */
export const releaseDeskPage = (visit: DeskVisit, shown: ReleaseDesk, problem: string | null): ReleaseDeskView => {
  const { scope, gate, releases, selfCheck, can } = shown
  const isBlocked = gate.reasons.length > 0
  return {
    ...privateFrame(visit, `Publish: ${scope.consultation.title}`, [], { problem }),
    kick: scope.body.name,
    heading: scope.consultation.title,
    state: STATES[shown.state],
    finding: shown.finding,
    gateHeading: isBlocked ? 'It cannot be published yet' : 'It can be published',
    isBlocked,
    reasons: gate.reasons.map(withDateWords),
    hasWarnings: gate.warnings.length > 0,
    warnings: gate.warnings.map(withDateWords),
    canPublish: can.publish && !isBlocked,
    canAnnounce: can.announce,
    action: releasePath(scope),
    publishWords: `Publish version ${shown.nextVersion}`,
    changes: shown.changes,
    places: linksOf(shown),
    hasReleases: releases.length > 0,
    releases: releases.map(release => ({
      name: `Version ${release.version}${release.isWithdrawn === 'yes' ? ' (withdrawn)' : ''}`,
      when: `Records up to ${dateWords(release.asAt)}. Published ${instantWords(release.publishedAt)}.`,
      checksum: release.checksum,
      changes: release.changes ?? '',
    })),
    canOpenCheck: can.openCheck && selfCheck === null,
    canCallOff: can.openCheck && selfCheck !== null,
    checkWords: checkWords(shown),
  }
}
