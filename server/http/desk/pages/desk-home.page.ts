import type { DeskPlace } from '../../../usecases/people/places-for.ts'
import type { Desk } from '../../../usecases/people/show-desk.ts'
import type { Crumb } from '../../pages/frame.ts'
import type { DeskVisit } from '../desk-visit.ts'
import { IMPORT, IMPORT_INTO } from '../import/import-paths.ts'
import { PATHS } from '../paths.ts'
import { CHECK, DISPUTES, RELEASE, REPLIES } from '../release/release-paths.ts'
import { privateFrame, type PrivateFrame } from '../release/private-frame.ts'
import { REVIEW } from '../review/review-paths.ts'

export interface DeskHomeView extends PrivateFrame {
  readonly lede: string
  readonly hasPlaces: boolean
  readonly places: readonly {
    readonly title: string
    readonly under: string
    readonly links: readonly Crumb[]
  }[]
  readonly hasNext: boolean
  readonly next: readonly Crumb[]
}

const STATE_WORDS: Readonly<Record<DeskPlace['state'], string>> = {
  draft: 'Draft: nobody outside sees it',
  published: 'Public',
  withdrawn: 'Taken down',
}

const linksOf = ({ scope, may }: DeskPlace): readonly Crumb[] => {
  const within = (place: string): string => `${place}/${scope.bodyRef}/${scope.ref}`
  return [
    ...(may('records.import') ? [{ href: within(IMPORT_INTO), text: 'Import' }] : []),
    { href: within(REVIEW), text: 'Review' },
    ...(may('check.see') ? [{ href: within(CHECK), text: 'Council’s own check' }] : []),
    { href: within(REPLIES), text: 'Reply' },
    ...(may('dispute.release') ? [{ href: within(DISPUTES), text: 'Disputes' }] : []),
    { href: within(RELEASE), text: 'Release' },
    { href: within(''), text: 'Public page' },
  ]
}

/** The desk of one person: each consultation with what they may do there. */
export const deskHomePage = (visit: DeskVisit, { places, canAdd, canSeePeople }: Desk): DeskHomeView => ({
  ...privateFrame(visit, 'Your desk', []),
  lede:
    places.length > 0
      ? 'From left to right: the order in which things are done.'
      : canAdd
        ? 'Nothing is on record yet. Begin with the body that listens and its consultation.'
        : 'You have no part in a consultation yet. An admin can give you one.',
  hasPlaces: places.length > 0,
  places: places.map(place => ({
    title: place.scope.title,
    under: `${place.scope.bodyName}. ${STATE_WORDS[place.state]}.`,
    links: linksOf(place).filter(({ text }) => text !== 'Public page' || place.state === 'published'),
  })),
  hasNext: canAdd || canSeePeople,
  next: [
    ...(canAdd ? [{ href: IMPORT, text: 'Add a body or a consultation' }] : []),
    ...(canSeePeople
      ? [
          { href: PATHS.people, text: 'Invite people and give roles' },
          { href: PATHS.site, text: 'Say who runs this site, and on what legal basis' },
        ]
      : []),
  ],
})
