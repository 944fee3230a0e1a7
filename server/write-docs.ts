import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { dictionary } from '../data/model/dictionary.ts'

const README = fileURLToPath(new URL('../data/README.md', import.meta.url))

/** Puts the data dictionary between its marks in data/README.md; a test checks that it is there and current. */
const text = await readFile(README, 'utf8')
const written = text.replace(
  /(<!-- dictionary:[^>]*-->)[\s\S]*?(<!-- \/dictionary -->)/,
  (_, open: string, close: string) => `${open}\n\n${dictionary()}\n\n${close}`,
)
await writeFile(README, written)
