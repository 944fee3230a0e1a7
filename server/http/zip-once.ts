import { existsSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import type { Request, RequestHandler } from 'express'

/** A page of 30 kB costs about a millisecond to compress: done once for each text, and forgotten in the order of coming. */
const mostKept = 500
const kept = new Map<string, Buffer>()

/** Under this, the header would eat what is gained. Bytes. */
const leastBytes = 1_000

export const zipOnce = (etag: string, body: string | Buffer): Buffer => {
  const known = kept.get(etag)
  if (known !== undefined) return known
  const made = gzipSync(body, { level: 9 })
  if (kept.size >= mostKept) kept.delete(kept.keys().next().value ?? etag)
  kept.set(etag, made)
  return made
}

/** Pages for everybody hold no secret, so compressing them tells nobody anything; pages of the desk are sent as they are. */
export const acceptsZip = (request: Request): boolean => request.acceptsEncodings('gzip') === 'gzip'

/** Pictures are compressed already. */
export const isWorthZipping = (request: Request, type: string, body: string | Buffer): boolean =>
  type !== 'image/png' && Buffer.byteLength(body) >= leastBytes && acceptsZip(request)

const ASSET = /^\/([\w-]+\.(css|js))$/

/** Style sheets and scripts under their hashed names: compressed when first asked for, and never again. */
export const zippedAssets =
  (folder: string): RequestHandler =>
  (request, response, next) => {
    const [, name, ending] = ASSET.exec(request.path) ?? []
    if (name === undefined || ending === undefined || !acceptsZip(request)) return next()
    const path = `${folder}/${name}`
    if (!kept.has(name) && !existsSync(path)) return next()
    response.set({ 'Cache-Control': 'public, max-age=31536000, immutable', 'Content-Encoding': 'gzip' })
    response.vary('Accept-Encoding').type(ending)
    response.send(kept.get(name) ?? zipOnce(name, readFileSync(path)))
  }
