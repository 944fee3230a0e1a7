import type { Audit } from '../finding.ts'

/** Who is meant: "The council", or the short name of a body that is none. The subject is a body, never a person (P1). */
export const subjectOf = ({ body }: Pick<Audit, 'body'>): string =>
  /council/iu.test(body.kind) ? 'The council' : body.shortName
/** The same within a sentence. */
export const subjectWithin = (audit: Pick<Audit, 'body'>): string =>
  subjectOf(audit).replace(/^The council$/, 'the council')
