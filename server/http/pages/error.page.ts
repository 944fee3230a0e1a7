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
  /** Every removal is listed, with its reason. */
  readonly isGone: boolean
  readonly hasReference: boolean
  readonly reference: string
}

/** A refusal or a fault, with a way on. */
export const errorPage = (site: Site, { status, message, reference }: ErrorParts): ErrorView => {
  const { strings: t } = site
  const heading = t.error.headings[status] ?? (status >= 500 ? t.error.broken : t.error.refused)
  return {
    frame: frameOf(site, { title: heading, description: heading, path: '/', isIndexed: false }),
    heading,
    message,
    isGone: status === 410,
    hasReference: reference !== null,
    reference: reference ?? '',
  }
}
