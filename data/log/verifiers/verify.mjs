#!/usr/bin/env node
/**
 * Checks the history of Said & Done without trusting the program that wrote it. One file, Node 20 or later, nothing to
 * install, no network. Written apart from the program's own code, so that a fault in one is not a fault in both. Longer
 * than 250 lines because it must be one file. Run it without arguments for what it can do.
 */ /* eslint max-lines: off */
import { createHash, createPublicKey, verify as verifySignature } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const HELP = `Checks the history of Said & Done. Prints "ok" or "NO" and why; ends with 0 only if everything is ok.

  verify.mjs checkpoint FILE --key KEY [--witness KEY]...
      The log's key signed this checkpoint; every named witness cosigned it.
  verify.mjs proof FILE.tlog-proof... --key KEY [--witness KEY]... [--entry FILE]
      The entry stands in the log that the checkpoint speaks of.
  verify.mjs seal OPENING.json FILE.tlog-proof --key KEY [--witness KEY]...
      The record in the opening is the one whose seal the proved entry holds.
  verify.mjs continues OLD-CHECKPOINT NEW-CHECKPOINT PROOF.json --key KEY
      Nothing was changed or taken out between two checkpoints. PROOF.json is a list of hashes in base64.
  verify.mjs inclusion FILE.json...
  verify.mjs consistency FILE.json...
      Bare proofs: leafIdx, treeSize, root, leafHash, proof; or size1, size2, root1, root2, proof. Hashes in base64.

KEY is the published text of a key: name+id+base64.
`

// ---- bytes ----------------------------------------------------------------------------------------------------------

const sha256 = (...parts) => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}
const leafHash = body => sha256(Uint8Array.of(0), body)
const nodeHash = (left, right) => sha256(Uint8Array.of(1), left, right)
const isHash = value => value instanceof Uint8Array && value.length === 32
const equal = (one, other) => Buffer.compare(one, other) === 0

/** Bytes of a text in base64, null where it is not written exactly as an encoder writes it. */
const base64 = text => {
  if (typeof text !== 'string') return null
  const bytes = Buffer.from(text, 'base64')
  return bytes.toString('base64') === text ? bytes : null
}
const decimal = text => {
  const value = /^(0|[1-9][0-9]{0,15})$/.test(text) ? Number(text) : NaN
  return Number.isSafeInteger(value) ? value : null
}
const utf8 = bytes => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

// ---- Merkle proofs (RFC 6962) ---------------------------------------------------------------------------------------

const split = n => {
  let k = 1
  while (k * 2 < n) k *= 2
  return k
}

/** Root of a tree of n leaves from the leaf at `index` and the hashes beside its path, the topmost last; null if they do not fit. */
const rootFromLeaf = (index, n, leaf, beside) => {
  if (n === 1) return beside.length === 0 ? leaf : null
  const top = beside.at(-1)
  if (top === undefined) return null
  const [k, below] = [split(n), beside.slice(0, -1)]
  const inner = index < k ? rootFromLeaf(index, k, leaf, below) : rootFromLeaf(index - k, n - k, leaf, below)
  if (inner === null) return null
  return index < k ? nodeHash(inner, top) : nodeHash(top, inner)
}

/** Whether the leaf stands at that index in the tree of that size and root. Never throws. */
export const verifyInclusion = (index, size, leaf, root, proof) => {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return false
  if (!isHash(leaf) || !isHash(root) || !Array.isArray(proof) || proof.length > 64 || !proof.every(isHash)) return false
  const computed = rootFromLeaf(index, size, leaf, proof)
  return computed !== null && equal(computed, root)
}

/** [root of the first m leaves, root of all n], from hashes with the topmost last; `known` = the first m are the whole old tree. */
const rootsFromProof = (m, n, oldRoot, beside, known) => {
  if (m === n) {
    const own = known ? oldRoot : beside[0]
    return beside.length === (known ? 0 : 1) ? [own, own] : null
  }
  const top = beside.at(-1)
  if (top === undefined) return null
  const [k, below] = [split(n), beside.slice(0, -1)]
  if (m <= k) {
    const inner = rootsFromProof(m, k, oldRoot, below, known)
    return inner === null ? null : [inner[0], nodeHash(inner[1], top)]
  }
  const inner = rootsFromProof(m - k, n - k, oldRoot, below, false)
  return inner === null ? null : [nodeHash(top, inner[0]), nodeHash(top, inner[1])]
}

/** Whether the tree of the new size and root begins with the tree of the old size and root. From size 0: no. Never throws. */
export const verifyConsistency = (oldSize, newSize, oldRoot, newRoot, proof) => {
  if (!Number.isSafeInteger(oldSize) || !Number.isSafeInteger(newSize) || oldSize < 1 || oldSize > newSize) return false
  if (!(oldRoot instanceof Uint8Array) || !(newRoot instanceof Uint8Array) || oldRoot.length === 0) return false
  if (!Array.isArray(proof) || proof.length > 64 || !proof.every(isHash)) return false
  if (oldSize === newSize) return proof.length === 0 && equal(oldRoot, newRoot)
  if (!isHash(oldRoot) || !isHash(newRoot)) return false
  const roots = rootsFromProof(oldSize, newSize, oldRoot, proof, true)
  return roots !== null && equal(roots[0], oldRoot) && equal(roots[1], newRoot)
}

// ---- signed notes and checkpoints (c2sp.org) ------------------------------------------------------------------------

const ED25519 = 0x01
const COSIGNATURE = 0x04

/** "name+id+base64(type ‖ key)" → the key, or null. */
export const readKey = text => {
  const [, name, id, encoded] = /^([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/.exec(text) ?? []
  const bytes = encoded === undefined ? null : base64(encoded)
  if (bytes === null || bytes.length !== 33 || (bytes[0] !== ED25519 && bytes[0] !== COSIGNATURE)) return null
  if (sha256(`${name}\n`, bytes).subarray(0, 4).toString('hex') !== id) return null
  return { name, id, type: bytes[0], publicKey: bytes.subarray(1) }
}

const isEd25519 = (message, publicKey, signature) => {
  if (signature.length !== 64) return false
  try {
    const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), publicKey])
    return verifySignature(null, message, createPublicKey({ key: der, format: 'der', type: 'spki' }), signature)
  } catch {
    return false
  }
}

const isSignedBy = (key, text, signature) => {
  if (key.type === ED25519) return isEd25519(Buffer.from(text), key.publicKey, signature)
  if (signature.length !== 72) return false
  const message = `cosignature/v1\ntime ${signature.readBigUInt64BE(0)}\n${text}`
  return isEd25519(Buffer.from(message), key.publicKey, signature.subarray(8))
}

/** A note → its text and who of the keys signed it; or why not. */
export const openNote = (note, keys) => {
  const at = note.lastIndexOf('\n\n')
  if (at < 0 || !note.endsWith('\n') || /[\u0000-\u0009\u000b-\u001f]/.test(note))
    return { why: 'this is not a signed note' }
  const [text, signers] = [note.slice(0, at + 1), new Set()]
  for (const line of note.slice(at + 2, -1).split('\n')) {
    const [, name, encoded] = /^\u2014 ([^\s+]+) (\S+)$/.exec(line) ?? []
    const bytes = encoded === undefined ? null : base64(encoded)
    if (bytes === null || bytes.length < 5) return { why: 'this is not a signed note' }
    const key = keys.find(known => known.name === name && known.id === bytes.subarray(0, 4).toString('hex'))
    if (key === undefined) continue
    if (!isSignedBy(key, text, bytes.subarray(4))) return { why: `the signature of ${name} is wrong` }
    signers.add(key)
  }
  return signers.size === 0 ? { why: 'no key that you named has signed this' } : { text, signers }
}

/** A signed checkpoint → origin, size, root; every key must have signed it. */
export const openCheckpoint = (note, logKey, witnessKeys) => {
  const opened = openNote(note, [logKey, ...witnessKeys])
  if (opened.why !== undefined) return opened
  const unsigned = [logKey, ...witnessKeys].find(key => !opened.signers.has(key))
  if (unsigned !== undefined) return { why: `${unsigned.name} has not signed this` }
  const [origin, sizeText, rootText, ...rest] = opened.text.split('\n')
  const [size, root] = [decimal(sizeText ?? ''), base64(rootText)]
  if (size === null || !isHash(root) || rest.length !== 1) return { why: 'this is not a checkpoint' }
  return origin === logKey.name ? { origin, size, root } : { why: `this is a checkpoint of ${origin}` }
}

// ---- proof files and seals ------------------------------------------------------------------------------------------

/** Text of a .tlog-proof file → its parts, or null. */
export const readProof = text => {
  const at = text.indexOf('\n\n')
  const lines = text.slice(0, Math.max(at, 0)).split('\n')
  if (at < 0 || lines.shift() !== 'c2sp.org/tlog-proof@v1') return null
  const entry = lines[0]?.startsWith('extra ') ? base64(lines.shift().slice(6)) : undefined
  const indexLine = lines.shift() ?? ''
  const [index, hashes] = [indexLine.startsWith('index ') ? decimal(indexLine.slice(6)) : null, lines.map(base64)]
  if (entry === null || index === null || !hashes.every(isHash)) return null
  return { entry, index, hashes, note: text.slice(at + 2) }
}

/** Whether a proof file proves the entry (bytes; undefined = the one in the file). */
export const checkProof = (text, entry, logKey, witnessKeys) => {
  const proof = readProof(text)
  if (proof === null) return { why: 'this is not a proof file' }
  if (entry !== undefined && proof.entry !== undefined && !equal(entry, proof.entry))
    return { why: 'the file is about another entry' }
  const body = entry ?? proof.entry
  if (body === undefined) return { why: 'the file does not hold the entry: name it with --entry' }
  const checkpoint = openCheckpoint(proof.note, logKey, witnessKeys)
  if (checkpoint.why !== undefined) return checkpoint
  if (!verifyInclusion(proof.index, checkpoint.size, leafHash(body), checkpoint.root, proof.hashes))
    return { why: 'the entry does not stand there in that log' }
  return { entry: utf8(body), index: proof.index, checkpoint }
}

/** Text of an opening → the seal it opens and the sealed record, or null. */
export const readOpening = text => {
  try {
    const { format, salt, text: sealed } = JSON.parse(text)
    if (format !== 'said-and-done/opening@1' || !/^[0-9a-f]{64}$/.test(salt) || typeof sealed !== 'string') return null
    const seal = sha256('said-and-done/v1/text\0', Buffer.from(salt, 'hex'), sealed).toString('hex')
    const { recordKind, record } = JSON.parse(sealed)
    return typeof record?.id === 'string' ? { seal, recordKind, record } : null
  } catch {
    return null
  }
}

/** Whether the entry (canonical JSON) holds the seal that the opening opens, for the same record. */
export const checkSeal = (opening, entryText) => {
  let entry = null
  try {
    entry = JSON.parse(entryText)
  } catch {
    return { why: 'the entry is not JSON' }
  }
  if (opening.recordKind === 'set-aside-rows')
    return entry.recordId === opening.record.id && entry.setAsideSeal === opening.seal
      ? {}
      : { why: 'the seal in the log is another' }
  if (entry.recordId !== opening.record.id || entry.recordKind !== opening.recordKind)
    return { why: 'the entry is about another record' }
  return entry.seal === opening.seal
    ? {}
    : { why: 'the seal in the log is another: this is not the record that was sealed' }
}

// ---- command line ---------------------------------------------------------------------------------------------------

const hashesOf = list => (list === null || list === undefined ? [] : Array.isArray(list) ? list.map(base64) : null)

const checkBare = (command, text) => {
  const value = JSON.parse(text)
  const proof = hashesOf(value.proof)
  const isRight =
    command === 'inclusion'
      ? verifyInclusion(value.leafIdx, value.treeSize, base64(value.leafHash), base64(value.root), proof)
      : verifyConsistency(value.size1, value.size2, base64(value.root1), base64(value.root2), proof)
  return isRight ? {} : { why: 'the proof does not hold' }
}

const continues = ([oldFile, newFile, proofFile], logKey) => {
  const [before, after] = [oldFile, newFile].map(file => openCheckpoint(readText(file), logKey, []))
  const failed = [before, after].find(({ why }) => why !== undefined)
  if (failed !== undefined) return failed
  const proof = hashesOf(JSON.parse(readText(proofFile)))
  return verifyConsistency(before.size, after.size, before.root, after.root, proof)
    ? { note: `${before.size} entries, then ${after.size}` }
    : { why: 'the new log does not continue the old one' }
}

const readText = file => {
  const text = utf8(readFileSync(file))
  if (text === null) throw new Error('it is not UTF-8')
  return text
}

const describe = ({ index, checkpoint }) => ({ note: `entry ${index} of ${checkpoint.size} in ${checkpoint.origin}` })

const checkOne = (command, file, rest, options) => {
  const [logKey] = options.keys
  if (command === 'inclusion' || command === 'consistency') return checkBare(command, readText(file))
  if (logKey === undefined) return { why: 'name the key of the log with --key' }
  if (command === 'checkpoint') {
    const opened = openCheckpoint(readText(file), logKey, options.witnesses)
    return opened.why === undefined ? { note: `${opened.size} entries in ${opened.origin}` } : opened
  }
  if (command === 'continues') return continues([file, ...rest], logKey)
  const entry = options.entry === undefined ? undefined : readFileSync(options.entry)
  const proved = checkProof(readText(command === 'seal' ? rest[0] : file), entry, logKey, options.witnesses)
  if (proved.why !== undefined || command === 'proof') return proved.why === undefined ? describe(proved) : proved
  const opening = readOpening(readText(file))
  if (opening === null) return { why: 'this is not an opening' }
  const sealed = checkSeal(opening, proved.entry)
  return sealed.why === undefined ? describe(proved) : sealed
}

const readArguments = args => {
  const options = { keys: [], witnesses: [], entry: undefined, files: [] }
  for (let at = 0; at < args.length; at += 1) {
    if (args[at] === '--entry') options.entry = args[(at += 1)]
    else if (args[at] === '--key' || args[at] === '--witness') {
      const key = readKey(args[at + 1] ?? '')
      if (key === null) throw new Error(`${args[at]}: ${args[at + 1] ?? 'nothing'} is no published key`)
      ;(args[at] === '--key' ? options.keys : options.witnesses).push(key)
      at += 1
    } else options.files.push(args[at])
  }
  return options
}

const COMMANDS = ['checkpoint', 'proof', 'seal', 'continues', 'inclusion', 'consistency']

const main = ([command, ...args]) => {
  if (!COMMANDS.includes(command)) {
    process.stdout.write(HELP)
    return 2
  }
  const options = readArguments(args)
  const isOneCheck = command === 'seal' || command === 'continues'
  const rounds = isOneCheck ? [options.files] : options.files.map(file => [file])
  let failedCount = rounds.length === 0 ? 1 : 0
  for (const [file, ...rest] of rounds) {
    let result
    try {
      result = checkOne(command, file, rest, options)
    } catch (error) {
      result = { why: `cannot be read: ${error.message}` }
    }
    if (result.why !== undefined) failedCount += 1
    process.stdout.write(`${result.why === undefined ? 'ok' : 'NO'} ${file}${suffix(result)}\n`)
  }
  return failedCount === 0 ? 0 : 1
}
const suffix = ({ why, note }) => ((why ?? note) === undefined ? '' : `: ${why ?? note}`)

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    process.exitCode = main(process.argv.slice(2))
  } catch (error) {
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 2
  }
}
