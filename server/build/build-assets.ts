import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { unpackWoff } from './unpack-woff.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = join(root, 'dist/assets')
const entryPoints = [
  'views/assets/site.css',
  'views/assets/charts.ts',
  'views/assets/share.css',
  'views/assets/review.css',
  'views/assets/desk-keys.ts',
]

/** Puts style sheet, chart script and fonts under names that hold their hash, and says in manifest.json which is which. */
export const buildAssets = async (): Promise<void> => {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints,
    outdir: folder,
    bundle: true,
    minify: true,
    format: 'iife',
    target: ['chrome100', 'firefox100', 'safari15'],
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    loader: { '.woff2': 'file' },
    metafile: true,
    logLevel: 'warning',
  })
  const manifest: Record<string, string> = {}
  for (const [output, { entryPoint, inputs }] of Object.entries(metafile.outputs)) {
    const source = entryPoint ?? Object.keys(inputs)[0]
    if (source !== undefined) manifest[basename(source)] = `/assets/${basename(output)}`
  }
  await writeFile(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
}

const fontPackage = join(root, 'node_modules/@fontsource/schibsted-grotesk/files')
const fontFolder = join(root, 'dist/fonts')
const FONTS = ['latin-400', 'latin-700', 'latin-ext-400', 'latin-ext-700']

/** The two weights that share cards and charts are drawn with, as TTF: the picture maker reads no other kind. */
export const buildFonts = async (): Promise<void> => {
  await mkdir(fontFolder, { recursive: true })
  for (const name of FONTS) {
    const woff = await readFile(join(fontPackage, `schibsted-grotesk-${name}-normal.woff`))
    await writeFile(join(fontFolder, `schibsted-grotesk-${name}.ttf`), unpackWoff(woff))
  }
}
