import { createFirstAdmin, resetFromCommandLine } from '../../usecases/people/create-first-admin.ts'
import type { IssuedCode } from '../../usecases/people/issue-invite.ts'
import type { Deps } from '../../deps.ts'
import { textOption, UsageError, type Command, type Invocation } from '../command.ts'

const issueFor = (invocation: Invocation, verb: string, loginName: string) => (deps: Deps) =>
  verb === 'create'
    ? createFirstAdmin(deps, { loginName, displayName: textOption(invocation, 'name') ?? loginName })
    : resetFromCommandLine(deps, loginName)

const codeText = ({ link, code, expiresAt }: IssuedCode): string =>
  [
    `Open this once, before ${expiresAt}, and choose a password:`,
    `  ${link}`,
    `The code alone, if the site is at another address: ${code}`,
    'It is shown now and never again. Whoever has it can use it.',
  ].join('\n')

export const adminCommand: Command = {
  name: 'admin',
  summary: 'makes the first admin, or a code for a new password',
  usage: 'create NAME | reset NAME',
  details: [
    'create: makes the account NAME and prints a link that works once, for 24 hours. Only while nobody is admin:',
    '        after that, admins invite others on the page /desk/people.',
    'reset:  prints a link with which the owner of the open account NAME chooses a new password and sets up the second step anew.',
    'NAME is what the person types to sign in: 3 to 64 of small letters, digits and . _ @ + -',
  ],
  options: { name: { type: 'string', value: 'TEXT', meaning: 'create: the name others see. Else NAME.' } },
  run: async invocation => {
    const [verb, loginName, ...more] = invocation.positionals
    if ((verb !== 'create' && verb !== 'reset') || loginName === undefined || more.length > 0)
      throw new UsageError('Expected "create NAME" or "reset NAME".')
    const issued = await issueFor(invocation, verb, loginName)(await invocation.deps())
    return { json: issued, text: codeText(issued) }
  },
}
