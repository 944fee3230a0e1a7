/** Where in a file a problem stands. `row` counts file rows from 1 (the header is row 1), `line` the text lines. */
export interface ProblemPlace {
  readonly file?: string
  readonly row?: number
  readonly line?: number
  readonly column?: string
  /** The word asked about, whole, where the question is what a word means. */
  readonly value?: string
}

/** Bad data is a value that is collected, never thrown. The message says found, expected, where and what to do. */
export interface Problem {
  readonly code: string
  readonly message: string
  readonly where: ProblemPlace
  /** `refuse`: nothing is imported. `ask`: a person must answer first. `set-aside`: this row. `warn`: imported, said. */
  readonly severity: 'refuse' | 'ask' | 'set-aside' | 'warn'
}
