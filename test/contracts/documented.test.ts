import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { expect } from 'chai'
import { dictionary } from '../../data/model/dictionary.ts'

const read = (path: string): Promise<string> =>
  readFile(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8')

describe('the documents', () => {
  it('hold the data dictionary as the records are ("npm run docs" writes it)', async () => {
    expect(await read('data/README.md')).to.include(dictionary())
  })

  it('open with the two commands, and with nothing that needs more than Node', async () => {
    const readme = await read('README.md')
    const firstBlock = /```sh\n([\s\S]*?)```/.exec(readme)?.[1] ?? ''
    expect(firstBlock).to.include('npm ci && npm start')
    expect(firstBlock).to.include('npm ci && npm test')
  })

  it('name every command of the command line', async () => {
    const readme = await read('README.md')
    const { COMMANDS } = await import('../../server/cli/commands/index.ts')
    for (const { name } of COMMANDS) expect(readme, name).to.include(`said ${name}`)
  })
})
