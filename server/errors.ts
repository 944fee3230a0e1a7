/** Every refusal has one of these codes; server/http turns them into a status in one place, the command line into exit codes. */
export type AppErrorCode =
  'not-found' | 'gone' | 'bad-request' | 'refused' | 'forbidden' | 'conflict' | 'too-large' | 'busy'

/** An action that is refused, with a sentence that says what was found, what was expected and what to do. */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly code: AppErrorCode
  constructor(code: AppErrorCode, message: string) {
    super(message)
    this.code = code
  }
}

/** Told by its name too: a module loaded twice, by two loaders, has two classes of the same name. */
export const isAppError = (error: unknown): error is AppError =>
  error instanceof AppError || (error instanceof Error && error.name === 'AppError' && 'code' in error)
