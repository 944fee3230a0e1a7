import type { AppErrorCode } from '../../../errors.ts'

/** By the status of the answer. */
const headings: Readonly<Record<number, string>> = {
  400: 'We cannot read this address',
  404: 'We cannot find this page',
  410: 'This page was taken down',
  503: 'We are busy. Please try again in a minute',
}

export const error = {
  headings,
  /** A refusal as its reader sees it. Use cases and the command line write it in English; other languages go by its code. */
  refusal: (_code: AppErrorCode, message: string) => message,
  broken: 'Sorry, this page broke',
  refused: 'This cannot be done',
  unreadable: 'This address cannot be read.',
  fault: 'Something went wrong on our side.',
  reference: 'We have kept a note of it. If you write to us, give this reference:',
  lookHere: 'You can look for it here.',
  startPage: 'Start page',
}
