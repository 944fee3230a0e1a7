import type { Request, Response } from 'express'

/** The prefix binds the cookie to this host, to https and to the whole site: no subdomain can plant one (R-COOK). */
export const COOKIE_NAME = '__Host-said'
const TOKEN = /^[A-Za-z0-9_-]{43}$/

/** The token that the browser carries; null = none, or nothing that we could have given it. */
export const readCookie = (request: Request): string | null => {
  const start = `${COOKIE_NAME}=`
  const found = (request.get('cookie') ?? '')
    .split(';')
    .map(part => part.trim())
    .find(part => part.startsWith(start))
  const token = found?.slice(start.length) ?? ''
  return TOKEN.test(token) ? token : null
}

/** Ends with the browser; how long it is worth something is decided on the server. */
export const setCookie = (response: Response, token: string): void => {
  response.append('Set-Cookie', `${COOKIE_NAME}=${token}; Path=/; Secure; HttpOnly; SameSite=Lax`)
}
