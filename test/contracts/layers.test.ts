import { readdir, readFile } from 'node:fs/promises'
import { dirname, join, normalize, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from 'chai'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** Who may import whom: the deepest folder that holds a file decides. `*` = everything. */
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  'data/model': [],
  'data/log': ['data/model'],
  'data/import': ['data/model'],
  'data/samples': ['data/model'],
  'data/store': ['data/model', 'data/log'],
  analysis: ['data/model'],
  'server/usecases': ['data', 'analysis', 'server/errors.ts', 'server/clock.ts', 'server/deps.ts'],
  'server/export': ['data/model', 'analysis'],
  'server/http': [
    'server/usecases',
    'server/export',
    'server/errors.ts',
    'server/clock.ts',
    'server/deps.ts',
    'data/model',
    'analysis',
  ],
  'server/cli': [
    'server/usecases',
    'server/export',
    'server/errors.ts',
    'data/model',
    'analysis',
    'server/deps.ts',
    'server/config.ts',
    'server/start-server.ts',
  ],
  'server/jobs': ['server/usecases', 'server/export', 'server/errors.ts', 'data', 'analysis'],
  server: ['*'],
  views: [],
}

/** Packages that only these folders or files may import; all others only where a test or tool needs them. */
const CONFINED: Readonly<Record<string, readonly string[]>> = {
  zod: ['data/model'],
  'csv-parse': ['data/import/read-csv.ts'],
  'iconv-lite': ['data/import'],
  natural: ['analysis/text/natural.ts'],
  kysely: ['data/store'],
  'better-sqlite3': ['data/store'],
  pg: ['data/store'],
  express: ['server/http'],
  handlebars: ['server/http/view-engine.ts'],
  helmet: ['server/http'],
  pino: ['server/deps.ts'],
  esbuild: ['server/build'],
  'chart.js': ['views/assets'],
  '@resvg/resvg-js': ['server/export/draw-png.ts'],
}

/** Node's own modules that mean I/O, time or chance: not in the pure folders. */
const IMPURE_MODULES = /^node:(?!crypto$)/
const PURE_FOLDERS = ['data/model', 'data/log', 'analysis']
const PURE_EXCEPTIONS = ['analysis/text/make-word-vectors.ts', 'data/log/verifiers/verify.mjs']

const sourceFiles = async (): Promise<readonly string[]> => {
  const found: string[] = []
  for (const top of ['analysis', 'data', 'server', 'views'])
    for (const entry of await readdir(join(ROOT, top), { recursive: true, withFileTypes: true }))
      if (entry.isFile() && /\.(ts|mjs)$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
        found.push(relative(ROOT, join(entry.parentPath, entry.name)))
  return found.sort()
}

const importsOf = (source: string): readonly string[] =>
  [
    ...source.matchAll(
      /^\s*(?:import|export)\b[^'"]*?from\s+['"]([^'"]+)['"]|^\s*import\s+['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm,
    ),
  ].map(match => match[1] ?? match[2] ?? match[3] ?? '')

const isTypeOnlyFrom = (source: string, specifier: string): boolean =>
  new RegExp(`import type [^'"]*['"]${specifier.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')}['"]`).test(source)

const folderOf = (file: string): string =>
  Object.keys(ARROWS)
    .filter(folder => file.startsWith(`${folder}/`))
    .sort((one, other) => other.length - one.length)[0] ?? ''

const isAllowed = (from: string, to: string): boolean => {
  const folder = folderOf(from)
  if (to.startsWith(`${folder}/`) && folderOf(to) === folder) return true
  return (ARROWS[folder] ?? []).some(allowed => allowed === '*' || to === allowed || to.startsWith(`${allowed}/`))
}

const packageOf = (specifier: string): string =>
  specifier.startsWith('@') ? specifier.split('/').slice(0, 2).join('/') : (specifier.split('/')[0] ?? specifier)

describe('the layers', () => {
  let files: readonly { readonly path: string; readonly source: string }[]
  before(async () => {
    files = await Promise.all(
      (await sourceFiles()).map(async path => ({ path, source: await readFile(join(ROOT, path), 'utf8') })),
    )
  })

  it('import only along the arrows of the architecture', () => {
    const wrong = files.flatMap(({ path, source }) =>
      importsOf(source)
        .filter(specifier => specifier.startsWith('.'))
        .map(specifier => normalize(join(dirname(path), specifier)))
        .filter(target => !isAllowed(path, target))
        .map(target => `${path} → ${target}`),
    )
    expect(wrong).to.deep.equal([])
  })

  it('keep each package in the one place that may use it', () => {
    const wrong = files.flatMap(({ path, source }) =>
      importsOf(source)
        .filter(specifier => !specifier.startsWith('.') && !specifier.startsWith('node:'))
        .filter(specifier => !isTypeOnlyFrom(source, specifier))
        .filter(specifier => {
          const homes = CONFINED[packageOf(specifier)]
          return homes !== undefined && !homes.some(home => path === home || path.startsWith(`${home}/`))
        })
        .map(specifier => `${path} imports ${specifier}`),
    )
    expect(wrong).to.deep.equal([])
  })

  it('keep the pure folders free of files, network, time and chance', () => {
    const pure = files.filter(
      ({ path }) => PURE_FOLDERS.some(folder => path.startsWith(`${folder}/`)) && !PURE_EXCEPTIONS.includes(path),
    )
    const wrong = pure.flatMap(({ path, source }) => [
      ...importsOf(source)
        .filter(specifier => IMPURE_MODULES.test(specifier))
        .map(specifier => `${path} imports ${specifier}`),
      ...(/\bMath\.random\(|\bDate\.now\(|\bnew Date\(\)/.test(source) ? [`${path} reads the clock or chance`] : []),
    ])
    expect(wrong).to.deep.equal([])
  })

  it('read the environment in config.ts and the present in clock.ts, and nowhere else', () => {
    const wrong = files
      .filter(({ path }) => !['server/config.ts', 'server/clock.ts'].includes(path))
      .flatMap(({ path, source }) => [
        ...(/\bprocess\.env\b/.test(source) ? [`${path} reads process.env`] : []),
        ...(/\bDate\.now\(|\bnew Date\(\)/.test(source) ? [`${path} reads the clock`] : []),
      ])
    expect(wrong).to.deep.equal([])
  })

  it('have no folder or file called utils, helpers, common or manager', () => {
    expect(
      files.map(({ path }) => path).filter(path => /(^|[/-])(utils?|helpers?|common|manager)([./-]|$)/.test(path)),
    ).to.deep.equal([])
  })

  it('stand in the top-level folders the owner named, and no other', async () => {
    const entries = await readdir(ROOT, { withFileTypes: true })
    const folders = entries.filter(entry => entry.isDirectory() && !entry.name.startsWith('.')).map(entry => entry.name)
    const known = ['analysis', 'data', 'server', 'test', 'views', 'node_modules', 'dist', 'coverage']
    expect(folders.filter(folder => !known.includes(folder))).to.deep.equal([])
  })
})
