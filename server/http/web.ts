import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Deps } from '../deps.ts'
import type { Site } from './pages/frame.ts'
import { en } from './strings/en.ts'
import { createViewEngine, type Render } from './view-engine.ts'

/** What every route needs: the use cases' dependencies, the templates and the site's constants. */
export interface Web {
  readonly deps: Deps
  readonly render: Render
  readonly site: Site
}

export const assetsFolder = fileURLToPath(new URL('../../dist/assets', import.meta.url))
export const viewsFolder = fileURLToPath(new URL('../../views', import.meta.url))

const readManifest = (): Readonly<Record<string, unknown>> => {
  try {
    const manifest: unknown = JSON.parse(readFileSync(`${assetsFolder}/manifest.json`, 'utf8'))
    if (typeof manifest === 'object' && manifest !== null) return Object.fromEntries(Object.entries(manifest))
  } catch (cause) {
    throw new Error('The style sheet and the chart script are not built. Run "npm run build" first.', { cause })
  }
  throw new Error('dist/assets/manifest.json is no object. Run "npm run build" again.')
}

const assetAt = (manifest: Readonly<Record<string, unknown>>, name: string): string => {
  const address = manifest[name]
  if (typeof address === 'string') return address
  throw new Error(`dist/assets/manifest.json does not name ${name}. Run "npm run build" again.`)
}

export const createWeb = (deps: Deps): Web => {
  const manifest = readManifest()
  // The one place where the language is chosen: page builders have it as `site.strings`, templates as `@t`.
  const strings = en
  return {
    deps,
    render: createViewEngine(viewsFolder, strings),
    site: {
      strings,
      baseUrl: deps.config.baseUrl,
      operator: deps.config.operator,
      contact: deps.config.contact,
      assets: {
        css: assetAt(manifest, 'site.css'),
        charts: assetAt(manifest, 'charts.ts'),
        font: assetAt(manifest, 'schibsted-grotesk-latin-wght-normal.woff2'),
        share: assetAt(manifest, 'share.css'),
        desk: { css: assetAt(manifest, 'review.css'), keys: assetAt(manifest, 'desk-keys.ts') },
      },
    },
  }
}
