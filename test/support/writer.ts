import { insertRecords } from '../../data/store/records.ts'
import { openSqlite } from '../../data/store/sqlite.ts'
import { a } from './builders.ts'

/** Run as a process of its own: adds 20 bodies to a store, each in a write of its own. */
const [path = '', name = ''] = process.argv.slice(2)
const store = openSqlite(path)
for (let turn = 0; turn < 20; turn += 1)
  await store.write(tx => insertRecords(tx, 'body', [a('body', { id: `${name}-${turn}`, ref: `${name}-${turn}` })]))
await store.close()
