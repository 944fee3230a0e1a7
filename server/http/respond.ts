import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Request, Response } from 'express'
import { csvLines } from '../export/csv.ts'
import { jsonLines } from '../export/json.ts'
import type { Table } from '../export/table.ts'
import { etagOf, renderOnce } from './rendered-pages.ts'

const cacheControl = 'public, max-age=60'

const isKnown = (request: Request, etag: string): boolean =>
  (request.get('if-none-match') ?? '').split(',').some(given => given.trim().replace(/^W\//, '') === etag)

const send = (request: Request, response: Response, page: { readonly html: string; readonly etag: string }): void => {
  response.set({ 'Cache-Control': cacheControl, ETag: page.etag })
  if (isKnown(request, page.etag)) response.status(304).end()
  else response.type('html').send(page.html)
}

/** A page made from one state of the records: rendered once for each address and state. */
export const sendPage = (request: Request, response: Response, state: object, render: () => string): void =>
  send(request, response, renderOnce(state, request.originalUrl, render))

/** A file or picture of ours under a lasting address: as a page, but of another type. */
export const sendFile = (
  request: Request,
  response: Response,
  { type, body }: { readonly type: string; readonly body: string | Buffer },
): void => {
  const etag = etagOf(body)
  response.set({ 'Cache-Control': cacheControl, ETag: etag })
  if (isKnown(request, etag)) response.status(304).end()
  else response.type(type).send(body)
}

/** A page made from several states, or from none. */
export const sendFresh = (request: Request, response: Response, html: string): void =>
  send(request, response, { html, etag: etagOf(html) })

export type Twin = 'csv' | 'json'

/** The same list as a file, written while it is made. The name of the download is ours. */
export const sendTable = async (response: Response, twin: Twin, name: string, table: Table): Promise<void> => {
  response.set('Cache-Control', cacheControl)
  if (twin === 'csv') response.type('text/csv; charset=utf-8').attachment(`${name}.csv`)
  else response.type('application/json; charset=utf-8')
  await pipeline(Readable.from(twin === 'csv' ? csvLines(table) : jsonLines(table)), response)
}
