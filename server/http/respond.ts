import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { Request, Response } from 'express'
import { csvLines } from '../export/csv.ts'
import { jsonLines } from '../export/json.ts'
import type { Table } from '../export/table.ts'
import { etagOf, renderedPage, renderOnce, type RenderedPage } from './rendered-pages.ts'
import { acceptsZip, isWorthZipping, zipOnce } from './zip-once.ts'

const cacheControl = 'public, max-age=60'

const isKnown = (request: Request, etag: string): boolean =>
  (request.get('if-none-match') ?? '').split(',').some(given => given.trim().replace(/^W\//, '') === etag)

interface Sent {
  readonly type: string
  readonly body: string | Buffer
  readonly etag: string
}

/** Compressed where the reader takes it. The two forms are two strong tags: a cache must not take one for the other. */
const send = (request: Request, response: Response, { type, body, etag }: Sent): void => {
  const isZipped = isWorthZipping(request, type, body)
  const tag = isZipped ? etag.replace(/"$/, '-gz"') : etag
  response.set({ 'Cache-Control': cacheControl, ETag: tag }).vary('Accept-Encoding')
  if (isKnown(request, tag)) {
    response.status(304).end()
    return
  }
  if (isZipped) response.set('Content-Encoding', 'gzip')
  response.type(type).send(isZipped ? zipOnce(etag, body) : body)
}

const sendHtml = (request: Request, response: Response, { html, etag, preload }: RenderedPage): void => {
  if (preload !== '') response.set('Link', preload)
  send(request, response, { type: 'html', body: html, etag })
}

/** A page made from one state of the records: rendered once for each address and state. */
export const sendPage = (request: Request, response: Response, state: object, render: () => string): void =>
  sendHtml(request, response, renderOnce(request.app, state, request.originalUrl, render))

/** A file or picture of ours under a lasting address: as a page, but of another type. */
export const sendFile = (
  request: Request,
  response: Response,
  { type, body }: { readonly type: string; readonly body: string | Buffer },
): void => {
  send(request, response, { type, body, etag: etagOf(body) })
}

/** A page made from several states, or from none. */
export const sendFresh = (request: Request, response: Response, html: string): void =>
  sendHtml(request, response, renderedPage(html))

/** Every list and figure page also stands at the same address in these forms. */
export const TWINS = ['csv', 'json'] as const
export type Twin = (typeof TWINS)[number]

/** The same list as a file, written while it is made. The name of the download is ours. */
export const sendTable = async (response: Response, twin: Twin, name: string, table: Table): Promise<void> => {
  response.set('Cache-Control', cacheControl)
  if (twin === 'csv') response.type('text/csv; charset=utf-8').attachment(`${name}.csv`)
  else response.type('application/json; charset=utf-8')
  const lines = Readable.from(twin === 'csv' ? csvLines(table) : jsonLines(table))
  response.vary('Accept-Encoding')
  if (!acceptsZip(response.req)) return pipeline(lines, response)
  response.set('Content-Encoding', 'gzip')
  return pipeline(lines, createGzip(), response)
}
