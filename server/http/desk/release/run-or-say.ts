import type { Response } from 'express'
import { AppError } from '../../../errors.ts'

/** Carries out a form. What is refused is said above the form, with what was filled in; anything else goes its way. */
export const runOrSay = async (
  response: Response,
  run: () => Promise<void>,
  showAgain: (problem: string) => Promise<void>,
): Promise<void> => {
  try {
    await run()
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'refused') throw error
    response.status(422)
    await showAgain(error.message)
  }
}
