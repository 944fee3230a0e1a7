import type { Role } from './account.ts'

/**
 * Who may do what. One table, read by every use case, every route and the test over all routes. What it does not allow
 * is refused.
 *
 * An action has one kind of target, and the target is in one state:
 * - session: how far the one who asks has signed in;
 * - site: the installation as a whole;
 * - account: another person's account, or "own";
 * - consultation: public ("published") unless it has been marked "draft", or "withdrawn" once what was published last was taken down;
 * - reply-link: whether the link with which a body replies still opens.
 */
export const STATES = {
  session: ['none', 'second-step', 'must-enrol', 'full'],
  site: ['open'],
  account: ['invited', 'active', 'disabled', 'own'],
  consultation: ['draft', 'published', 'withdrawn'],
  'reply-link': ['open', 'ended'],
} as const
export type TargetKind = keyof typeof STATES
export type StateOf<K extends TargetKind> = (typeof STATES)[K][number]

export type Allowed<K extends TargetKind> = { readonly [R in Role]?: readonly StateOf<K>[] }
export interface AccessRow<K extends TargetKind> {
  readonly on: K
  readonly meaning: string
  readonly allowed: Allowed<K>
}

const on = <K extends TargetKind>(kind: K, meaning: string, allowed: Allowed<K>): AccessRow<K> => ({
  on: kind,
  meaning,
  allowed,
})

const everyStage = STATES.session
const signedIn = ['full'] as const
const always = STATES.site
const anyState = STATES.consultation

export const ACCESS = {
  'session.start': on('session', 'Sign in with name and password.', { reader: ['none'] }),
  'second-step.enter': on('session', 'Give the code of the second step.', { reader: ['second-step'] }),
  'second-step.enrol': on('session', 'Set up the second step.', { reader: ['must-enrol', 'full'] }),
  'session.end': on('session', 'Sign out.', { reader: ['second-step', 'must-enrol', 'full'] }),
  'invite.accept': on('session', 'Use a one-time code to choose a password.', { reader: everyStage }),
  'own-account.see': on('session', 'See the own account.', { reader: signedIn }),
  'password.change': on('session', 'Choose a new password.', { reader: signedIn }),
  'recovery-codes.renew': on('session', 'Get new recovery codes.', { reader: signedIn }),
  'other-sessions.end': on('session', 'Sign out everywhere else.', { reader: signedIn }),

  'people.see': on('site', 'See who has an account, and their roles.', { admin: always }),
  'person.invite': on('site', 'Invite a person.', { admin: always }),
  'site.state': on('site', 'Say who runs the site, and on what legal basis.', { admin: always }),
  'records.add': on('site', 'Import bodies and new consultations.', { admin: always }),
  'person.see': on('account', 'See one account.', { admin: STATES.account }),
  'invite.renew': on('account', 'Make a new one-time code to join.', { admin: ['invited'] }),
  'person.reset': on('account', 'Make a one-time code for a new password.', { admin: ['active'] }),
  'role.grant': on('account', 'Give a role.', { admin: ['invited', 'active', 'own'] }),
  'role.revoke': on('account', 'Take a role away.', { admin: ['invited', 'active', 'disabled', 'own'] }),
  // Not the own account: so there is always an admin left.
  'person.disable': on('account', 'Close an account.', { admin: ['invited', 'active'] }),
  'person.enable': on('account', 'Open a closed account again.', { admin: ['disabled'] }),

  'consultation.see': on('consultation', 'Read the public pages and files.', { reader: ['published'] }),
  'dispute.open': on('consultation', 'Challenge a row, with evidence.', {
    reader: ['published'],
    council: ['draft', 'published'],
  }),
  'desk.see': on('consultation', 'Open the desk: progress, queue, findings before release.', {
    council: anyState,
    reviewer: anyState,
    editor: anyState,
    admin: anyState,
  }),
  'verbatim.read': on('consultation', 'Read what people wrote, word for word.', {
    reviewer: anyState,
    editor: anyState,
  }),
  'records.import': on('consultation', 'Import records and documents.', { editor: anyState, admin: anyState }),
  'suggestions.run': on('consultation', 'Let the program look for passages that points may be about.', {
    reviewer: anyState,
    editor: anyState,
    admin: anyState,
  }),
  'point.judge': on('consultation', 'Confirm a link, record a search, set a point aside.', { reviewer: anyState }),
  'point.split': on('consultation', 'Make points of a contribution.', { reviewer: anyState, editor: anyState }),
  'idea.change': on('consultation', 'Merge and split ideas.', { reviewer: anyState, editor: anyState }),
  'text.release': on('consultation', 'Approve or withhold a public text.', { reviewer: anyState, editor: anyState }),
  'disagreement.settle': on('consultation', 'Decide between two reviewers.', { reviewer: anyState, editor: anyState }),
  'reply.invite': on('consultation', 'Send the findings to the body; set the window.', { editor: anyState }),
  'reply-window.shorten': on('consultation', 'Shorten the window, with a logged reason.', { editor: anyState }),
  'reply.write': on('consultation', 'Reply for the body.', { council: ['draft', 'published'] }),
  // Whoever holds the link stands for the body: towards this one consultation, and for a reply alone.
  'reply-link.use': on('reply-link', 'Read the findings and reply, with the link that was sent.', { reader: ['open'] }),
  'document.supply': on('consultation', 'Send in a missing record.', { council: anyState, editor: anyState }),
  'dispute.release': on('consultation', 'Let a challenge be read by all, or refuse it.', {
    reviewer: anyState,
    editor: anyState,
  }),
  'dispute.settle': on('consultation', 'Settle a dispute.', { reviewer: anyState, editor: anyState }),
  'correction.make': on('consultation', 'Publish a correction.', { editor: ['published', 'withdrawn'] }),
  'consultation.announce': on(
    'consultation',
    'Show the public page before the first release: nothing is checked yet.',
    {
      editor: ['draft'],
    },
  ),
  'release.publish': on('consultation', 'Publish a release.', { editor: anyState }),
  'release.withdraw': on('consultation', 'Ask for, or agree to, withdrawing a release.', { admin: ['published'] }),
  'removal.make': on('consultation', 'Ask for, or agree to, a removal.', { admin: anyState }),
  'check.open': on('consultation', 'Let the body check its own records first, or call that off.', {
    editor: ['draft'],
  }),
  'check.see': on('consultation', 'See which points have an answer, before anybody else does.', {
    council: ['draft', 'published'],
    editor: anyState,
  }),
  'check.answer': on('consultation', 'Say where the answer to a point is.', { council: ['draft', 'published'] }),
  'check.finish': on('consultation', 'Say that it may be published.', { council: ['draft'] }),
} as const satisfies Readonly<
  Record<
    string,
    | AccessRow<'session'>
    | AccessRow<'site'>
    | AccessRow<'account'>
    | AccessRow<'consultation'>
    | AccessRow<'reply-link'>
  >
>

/** Closed: an action that is not in the table does not compile. */
export type Action = keyof typeof ACCESS
export type TargetOf<A extends Action> = (typeof ACCESS)[A]['on']

export const ACTIONS: readonly Action[] = Object.keys(ACCESS).filter((name): name is Action => name in ACCESS)

/** States of its target in which a role may do this; none = never. */
const statesFor = (action: Action, role: Role): readonly string[] => {
  const { allowed }: { readonly allowed: Readonly<Partial<Record<Role, readonly string[]>>> } = ACCESS[action]
  return allowed[role] ?? []
}

/** Whether any of these roles may do this while its target is in this state. A state of another kind of target: no. */
export const isAllowed = (action: Action, roles: readonly Role[], state: string): boolean =>
  roles.some(role => statesFor(action, role).includes(state))

/** Whether any of these roles may do this in some state of its target. */
export const isEverAllowed = (action: Action, roles: readonly Role[]): boolean =>
  roles.some(role => statesFor(action, role).length > 0)
