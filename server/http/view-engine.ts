import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import Handlebars from 'handlebars'
import type { Strings } from './strings/strings.ts'

/** A plain, complete object: what is absent is said by a boolean, never by a missing key. */
export type View = object
export type Render = (page: string, view: View) => string

// Strict: a missing path throws. Known helpers only: no template can grow logic of its own.
const options = { strict: true, knownHelpersOnly: true, knownHelpers: { if: true, each: true, unless: true } }

/** Every template below a folder, by its name without ".hbs": "pages/home", "partials/tag". */
export const readTemplates = (folder: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile() && entry.name.endsWith('.hbs'))
      .map(entry => join(entry.parentPath, entry.name))
      .map(path => [
        relative(folder, path)
          .split(sep)
          .join('/')
          .replace(/\.hbs$/, ''),
        readFileSync(path, 'utf8'),
      ]),
  )

/**
 * Compiles all templates once, at the start. Words of people only ever pass through as values; our own come from the
 * catalogue, which a template reaches anywhere as `@t`: `{{@t.points.empty}}`.
 */
export const createViewEngine = (folder: string, strings: Strings): Render => {
  const engine = Handlebars.create()
  const templates = new Map<string, HandlebarsTemplateDelegate>()
  for (const [name, source] of readTemplates(folder)) {
    const template = engine.compile(source.trimEnd(), options)
    if (name.startsWith('pages/')) templates.set(name, template)
    else engine.registerPartial(name, template)
  }
  return (page, view) => {
    const template = templates.get(`pages/${page}`)
    if (template === undefined) throw new Error(`There is no template views/pages/${page}.hbs.`)
    return template(view, { data: { t: strings } })
  }
}
