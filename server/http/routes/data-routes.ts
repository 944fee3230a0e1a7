import { Router } from 'express'
import { dataPackage, type PackageFile } from '../../export/data-package.ts'
import { AppError } from '../../errors.ts'
import type { AuditIndex } from '../../usecases/audit-index.ts'
import { publicRecord } from '../../usecases/public-record.ts'
import { readIndex } from '../../usecases/read-index.ts'
import { openApiDocument } from '../openapi/openapi-document.ts'
import { sendFile } from '../respond.ts'
import type { Web } from '../web.ts'

const packages = new WeakMap<AuditIndex, readonly PackageFile[]>()

const packageOf = (index: AuditIndex): readonly PackageFile[] => {
  const known = packages.get(index)
  if (known !== undefined) return known
  const made = dataPackage(publicRecord(index.record), index.audit)
  packages.set(index, made)
  return made
}

const TYPES: Readonly<Record<string, string>> = {
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
}

/** Everything at once, for programs: the data package of a consultation, and what each address answers. */
export const dataRoutes = ({ deps, site }: Web): Router => {
  const router = Router()
  const document = `${JSON.stringify(openApiDocument(site), null, 2)}\n`
  router.get('/openapi.json', (req, res) =>
    sendFile(req, res, { type: 'application/json; charset=utf-8', body: document }),
  )
  router.get('/:body/:consultation/data/:file', async (req, res) => {
    const { body, consultation, file: name } = req.params
    const file = packageOf(await readIndex(deps, { body, consultation })).find(({ path }) => path === name)
    const type = TYPES[name.slice(name.lastIndexOf('.') + 1)]
    if (file === undefined || type === undefined)
      throw new AppError('not-found', 'There is no such file. datapackage.json in this folder names them all.')
    sendFile(req, res, { type, body: file.content })
  })
  return router
}
