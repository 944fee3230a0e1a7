import { frameOf, type Frame, type Site } from './frame.ts'

export interface ErrorParts {
  readonly status: number
  readonly message: string
  readonly reference: string | null
}
export interface ErrorView {
  readonly frame: Frame
  readonly heading: string
  readonly message: string
  readonly hasReference: boolean
  readonly reference: string
}

const HEADINGS: Readonly<Record<number, string>> = {
  400: 'We cannot read this address',
  404: 'We cannot find this page',
  410: 'This page was taken down',
  503: 'We are busy. Please try again in a minute',
}

/** A refusal or a fault, with a way on. */
export const errorPage = (site: Site, { status, message, reference }: ErrorParts): ErrorView => {
  const heading = HEADINGS[status] ?? (status >= 500 ? 'Sorry, this page broke' : 'This cannot be done')
  return {
    frame: frameOf(site, { title: heading, description: heading, path: '/', isIndexed: false }),
    heading,
    message,
    hasReference: reference !== null,
    reference: reference ?? '',
  }
}
