// npm run bench -- SUITE…   measures and writes test/bench/RESULTS.md; each suite replaces its own section. Never asserted on.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'

const RESULTS = new URL('RESULTS.md', import.meta.url)
const HEAD = `# Measurements

Made by \`npm run bench -- SUITE\`; each section names its command. Times move with the machine: compare within a section.
`

const machine = (): string =>
  `${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores, Node ${process.version}, load ${loadavg()[0]?.toFixed(1)}`

const sectionsOf = (text: string): Map<string, string> =>
  new Map(
    text
      .split(/^(?=## )/m)
      .flatMap(part => (part.startsWith('## ') ? [[part.slice(3, part.indexOf('\n')), part]] : [])),
  )

const suites = process.argv.slice(2)
if (suites.length === 0) throw new Error('Name a suite: linking, duplicates, reviewer, redaction, pages.')
for (const suite of suites) {
  const file = new URL(`${suite}.bench.ts`, import.meta.url)
  if (!existsSync(file)) throw new Error(`No suite "${suite}": there is no test/bench/${suite}.bench.ts.`)
  const { measure } = (await import(file.href)) as { measure: () => Promise<string> | string }
  const body = await measure()
  const section = `## ${suite}\n\n\`npm run bench -- ${suite}\` on ${machine()}\n\n${body.trim()}\n\n`
  const sections = sectionsOf(existsSync(RESULTS) ? readFileSync(RESULTS, 'utf8') : '')
  sections.set(suite, section)
  writeFileSync(RESULTS, `${HEAD}\n${[...sections.values()].join('').trim()}\n`)
  console.log(section)
}
