import type { Request } from 'express'
import { AppError } from '../../errors.ts'
import { FORM_TOKEN_FIELD } from './csrf.ts'

const LONGEST_FIELD_CHARACTERS = 2_000

/**
 * The fields of a form, by name (R-ACC-4). A field that is not named here, one that comes twice, or one of `required` that is
 * missing is refused: our own pages send exactly these. An optional field that was not sent (a box not ticked) is "".
 */
export const readForm = <const F extends string, const O extends string = never>(
  request: Request,
  required: readonly F[],
  optional: readonly O[] = [],
  longest: { readonly [name in F | O]?: number } = {},
): ((name: F | O) => string) => {
  const body: unknown = request.body
  const sent = new Map<string, unknown>(typeof body === 'object' && body !== null ? Object.entries(body) : [])
  sent.delete(FORM_TOKEN_FIELD)
  const known = new Set<string>([...required, ...optional])
  for (const [name, value] of sent) {
    if (!known.has(name)) throw new AppError('bad-request', `This form has no field "${name.slice(0, 80)}".`)
    if (typeof value !== 'string') throw new AppError('bad-request', `The field "${name}" was sent more than once.`)
    const given = new Map<string, unknown>(Object.entries(longest)).get(name)
    const mostCharacters = typeof given === 'number' ? given : LONGEST_FIELD_CHARACTERS
    if (value.length > mostCharacters)
      throw new AppError('bad-request', `The field "${name}" is too long. At most ${mostCharacters} characters.`)
  }
  const missing = required.find(name => !sent.has(name))
  if (missing !== undefined) throw new AppError('bad-request', `The field "${missing}" is missing.`)
  return name => String(sent.get(name) ?? '')
}
