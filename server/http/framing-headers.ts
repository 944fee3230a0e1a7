import type { Response } from 'express'

/** For what is made to stand on other sites: pictures and the embed. */
export const allowOtherSites = (response: Response): void => {
  response.set('Cross-Origin-Resource-Policy', 'cross-origin')
}

/** Of all pages the embed alone may stand in a frame. The rest of its policy is as strict as everywhere. */
export const allowFraming = (response: Response): void => {
  const policy = String(response.getHeader('Content-Security-Policy') ?? '')
  response.set('Content-Security-Policy', policy.replace("frame-ancestors 'none'", 'frame-ancestors *'))
  response.removeHeader('X-Frame-Options')
}
