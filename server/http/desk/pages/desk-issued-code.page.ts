import type { IssuedCode } from '../../../usecases/people/issue-invite.ts'
import type { DeskVisit } from '../desk-visit.ts'
import { PATHS, personPath } from '../paths.ts'
import { deskFrameOf, type DeskFrame } from './desk-frame.ts'
import { instantWords } from './desk-words.ts'

export interface IssuedCodeView extends DeskFrame {
  readonly heading: string
  readonly link: string
  readonly code: string
  readonly until: string
  readonly back: string
}

/** A one-time code, shown to the admin once, to pass on. */
export const issuedCodePage = (visit: DeskVisit, personCode: string, issued: IssuedCode): IssuedCodeView => ({
  ...deskFrameOf(visit, 'Pass this on', [{ href: PATHS.people, text: 'People' }]),
  heading: issued.purpose === 'join' ? 'Pass this on, so that they can join' : 'Pass this on, for a new password',
  link: issued.link,
  code: issued.code,
  until: instantWords(issued.expiresAt),
  back: personPath(personCode),
})
