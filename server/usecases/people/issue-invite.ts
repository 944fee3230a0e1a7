import type { InvitePurpose } from '../../../data/model/account.ts'
import type { WriteConnection } from '../../../data/store/connection.ts'
import { insertInvite } from '../../../data/store/invites.ts'
import type { Deps } from '../../deps.ts'
import { minutesFrom } from './instants.ts'
import { hashOfCode, makeCode } from './one-time-code.ts'

/** R-AUT-7. */
const VALID_MINUTES = 24 * 60

/** A one-time code, told once. Whoever makes it passes it on: this program sends no mail. */
export interface IssuedCode {
  readonly code: string
  readonly purpose: InvitePurpose
  /** Where it is used, with the code filled in. */
  readonly link: string
  readonly expiresAt: string
}

export interface InviteRequest {
  readonly purpose: InvitePurpose
  readonly accountId: string
  /** For somebody who has lost the phone and the recovery codes: the second step is set up anew. */
  readonly clearsSecondStep: boolean
  /** null = the command line. */
  readonly byId: string | null
}

/** A new code; codes of the same account that were not used are worth nothing from now on. */
export const issueInvite = async (tx: WriteConnection, deps: Deps, request: InviteRequest): Promise<IssuedCode> => {
  const { purpose, accountId, clearsSecondStep, byId } = request
  const code = makeCode()
  const createdAt = deps.clock.now()
  const expiresAt = minutesFrom(createdAt, VALID_MINUTES)
  await insertInvite(tx, {
    id: deps.newId(),
    codeSha256: hashOfCode(code),
    purpose,
    accountId,
    clearsSecondStep,
    createdAt,
    createdById: byId,
    expiresAt,
  })
  return { code, purpose, link: `${deps.config.baseUrl}/desk/${purpose}?code=${code}`, expiresAt }
}
