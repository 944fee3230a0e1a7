import { fileURLToPath } from 'node:url'
import { Router, type Response } from 'express'
import { ServedLog } from '../../usecases/history/served-log.ts'
import type { Web } from '../web.ts'

const VERIFIERS = ['verify.html', 'verify.mjs', 'verify.py'] as const
const verifiersFolder = fileURLToPath(new URL('../../../data/log/verifiers', import.meta.url))

const sendText = (response: Response, text: string): void => {
  response.set('Cache-Control', 'public, max-age=60').type('text/plain; charset=utf-8').send(text)
}

/** A full tile never changes; a partial one is another file as soon as it grows. */
const sendBytes = (response: Response, bytes: Uint8Array): void => {
  response.set('Cache-Control', 'public, max-age=31536000, immutable')
  response.type('application/octet-stream').send(Buffer.from(bytes))
}

/** The history for those who check it: checkpoint, key, tiles, proofs, and the programs that need nothing of ours. */
export const logRoutes = ({ deps }: Web): Router => {
  const router = Router()
  const log = new ServedLog(deps)
  router.get('/log/checkpoint', async (_req, res) => sendText(res, await log.checkpoint()))
  router.get('/log/key', (_req, res) => sendText(res, log.key()))
  router.get(/^\/log\/tile\/[a-z0-9/.]+$/, async (req, res) =>
    sendBytes(res, await log.tile(req.path.slice('/log/'.length))),
  )
  router.get('/log/proof/:id.tlog-proof', async (req, res) => {
    const proof = await log.proof(req.params.id)
    res.attachment(`${req.params.id}.tlog-proof`)
    sendText(res, proof)
  })
  for (const name of VERIFIERS)
    router.get(`/log/${name}`, (_req, res) => res.download(name, name, { root: verifiersFolder, maxAge: '1h' }))
  return router
}
