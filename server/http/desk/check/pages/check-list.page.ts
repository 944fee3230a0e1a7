import type { RoleScope } from '../../../../usecases/people/list-people.ts'
import type { DeskVisit } from '../../desk-visit.ts'
import { privateFrame, type PrivateFrame } from '../../release/private-frame.ts'
import { CHECK } from '../../release/release-paths.ts'

export interface CheckListView extends PrivateFrame {
  readonly heading: string
  readonly hasConsultations: boolean
  readonly consultations: readonly { readonly href: string; readonly title: string; readonly body: string }[]
}

/** Consultations whose records this person can check before anybody else sees them. */
export const checkListPage = (visit: DeskVisit, scopes: readonly RoleScope[]): CheckListView => ({
  ...privateFrame(visit, 'Check your own records', []),
  heading: 'Check your own records',
  hasConsultations: scopes.length > 0,
  consultations: scopes.map(({ bodyRef, ref, title, bodyName }) => ({
    href: `${CHECK}/${bodyRef}/${ref}`,
    title,
    body: bodyName,
  })),
})
