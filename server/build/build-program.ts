import { readFile, rm } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'esbuild'

const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = 'dist/server'

/** Packages with parts that are no JavaScript, or that start threads of their own: these stay where npm put them. */
const LEFT_OUT = ['better-sqlite3', '@resvg/resvg-js', 'esbuild', 'tsx']

/** What a package of the older module kind asks for, and a bundle of the newer kind does not have. */
const OLDER_KIND = `import { createRequire as requireFrom } from 'node:module'
const require = requireFrom(import.meta.url)`

/** A file of ours finds the files beside it (views, samples, word vectors) from the place of its source, wherever the bundle is. */
const fromItsSource: Plugin = {
  name: 'from-its-source',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8')
      const place = JSON.stringify(`../../${relative(root, path).split(sep).join('/')}`)
      return { contents: source.replaceAll('import.meta.url', `new URL(${place}, import.meta.url).href`), loader: 'ts' }
    })
  },
}

/**
 * The server as few files, as `npm start` runs it: started from its sources it opens and translates every file of ours and of the packages first.
 * Only its start is bundled. Tests, the command line and the matching threads run the sources as they are.
 */
export const buildProgram = async (): Promise<void> => {
  await rm(join(root, folder), { recursive: true, force: true })
  await build({
    absWorkingDir: root,
    entryPoints: ['server/main.ts'],
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    minify: true,
    sourcemap: 'linked',
    sourcesContent: false,
    external: LEFT_OUT,
    banner: { js: OLDER_KIND },
    plugins: [fromItsSource],
    logLevel: 'warning',
  })
}
