import type { RequestHandler } from 'express'
import { historyState } from '../usecases/history/watch-history.ts'
import type { Web } from './web.ts'

/** After the link that leads past the top of the page, so that it stays the first. */
const TOP_OF_PAGE = /<body[^>]*>\s*(?:<a class="skip"[^>]*>[^<]*<\/a>)?/

const withBanner = (html: string, banner: string): string => html.replace(TOP_OF_PAGE, top => `${top}\n${banner}`)

/**
 * While the history is known not to agree with the records, every page says so: public or desk, found or not. Put in here, once, and not
 * in the pages, since a page that was made before the damage was found is kept, here and by browsers.
 */
export const historyBanner =
  ({ deps, render }: Web): RequestHandler =>
  (request, response, next) => {
    if (historyState(deps) !== 'damaged') return next()
    // What a browser kept has no banner: it is sent anew. What is compressed could not be added to.
    delete request.headers['if-none-match']
    request.headers['accept-encoding'] = 'identity'
    const send = response.send.bind(response)
    response.send = body => {
      const isPage = typeof body === 'string' && (response.get('Content-Type') ?? '').startsWith('text/html')
      if (!isPage) return send(body)
      response.removeHeader('ETag')
      response.set('Cache-Control', 'no-store')
      return send(withBanner(body, render('history-damaged', {})))
    }
    next()
  }
