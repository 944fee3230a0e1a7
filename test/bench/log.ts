import { randomBytes, randomInt } from 'node:crypto'
import { consistencyProof, inclusionProof } from '../../data/log/merkle-proof.ts'
import { logRecord } from '../../data/log/log-record.ts'
import { MerkleTree } from '../../data/log/merkle-tree.ts'
import { RecordComparison } from '../../data/log/compare-records.ts'
import { HistoryReplay } from '../../data/log/replay-history.ts'
import { verifyConsistency, type ConsistencyClaim } from '../../data/log/verify-consistency.ts'
import { verifyInclusion, type InclusionClaim } from '../../data/log/verify-inclusion.ts'
import { aStored, bytesOf, occasion, treeOf, uuid } from '../data/log/small-log.ts'

const FUZZED_COUNT = 1_000_000
const RECORD_COUNT = 100_000

/** Seconds of processor time, so that other work on the machine does not count. */
const seconds = (work: () => void): number => {
  const from = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(from)
  return (user + system) / 1e6
}

/** A good proof with one hash, bit, number or place changed at random: never the same statement as before. */
const damaged = (proof: readonly Uint8Array[]): readonly Uint8Array[] => {
  const at = randomInt(proof.length)
  switch (randomInt(4)) {
    case 0:
      return proof.map((hash, place) => (place === at ? randomBytes(32) : hash))
    case 1:
      return proof.filter((_, place) => place !== at)
    case 2:
      return [...proof.slice(0, at), randomBytes(32), ...proof.slice(at)]
    default:
      return proof.map((hash, place) => {
        if (place !== at) return hash
        const flipped = Uint8Array.from(hash)
        flipped[randomInt(32)]! ^= 1 << randomInt(8)
        return flipped
      })
  }
}

const fuzz = (): number => {
  const tree = treeOf(130)
  let acceptedCount = 0
  for (let round = 0; round < FUZZED_COUNT / 2; round += 1) {
    const size = randomInt(2, 131)
    const other = randomInt(1, size)
    const inclusion: InclusionClaim = {
      leafIndex: other,
      treeSize: size,
      leafHash: tree.hashAt({ level: 0, index: other }),
      root: tree.root(size),
      proof: damaged(inclusionProof(other, size, tree.hashAt)),
    }
    const consistency: ConsistencyClaim = {
      oldSize: other,
      newSize: size,
      oldRoot: tree.root(other),
      newRoot: tree.root(size),
      proof: damaged(consistencyProof(other, size, tree.hashAt)),
    }
    if (verifyInclusion(inclusion)) acceptedCount += 1
    if (verifyConsistency(consistency)) acceptedCount += 1
  }
  return acceptedCount
}

const measureRecords = (): readonly string[] => {
  const text = 'The crossing at Mill Lane floods each winter and nobody comes to look at it. '.repeat(4)
  const salt = bytesOf('salt')
  const records = Array.from({ length: RECORD_COUNT }, (_, at) => ({
    ...aStored('contribution', at, { importId: null }),
    id: uuid(at),
    text,
  }))
  let logged: ReturnType<typeof logRecord>[] = []
  const replay = new HistoryReplay()
  const logSeconds = seconds(() => (logged = records.map(record => logRecord('contribution', record, occasion, salt))))
  const replaySeconds = seconds(() =>
    logged.forEach(({ body, leafHash }, index) => replay.take({ index, body, leafHash })),
  )
  const comparison = new RecordComparison(replay)
  const compareSeconds = seconds(() => {
    for (const record of records)
      comparison.takeRecord({ recordKind: 'contribution', recordId: record.id, record, salt })
    comparison.finish()
  })
  const hashes = logged.map(one => one.leafHash)
  let tree = new MerkleTree()
  const treeSeconds = seconds(() => (tree = MerkleTree.of(hashes)))
  const proofSeconds = seconds(() => {
    for (let at = 0; at < 10_000; at += 1) inclusionProof(at * 10, tree.size, tree.hashAt)
  })
  const rate = (count: number, took: number): string => `${Math.round(count / took).toLocaleString('en')}/s`
  return [
    `seal and log: ${rate(RECORD_COUNT, logSeconds)}`,
    `append to the tree: ${rate(RECORD_COUNT, treeSeconds)}`,
    `prove in a tree of ${RECORD_COUNT.toLocaleString('en')}: ${rate(10_000, proofSeconds)}`,
    `replay: ${rate(RECORD_COUNT, replaySeconds)}`,
    `compare with the stored record: ${rate(RECORD_COUNT, compareSeconds)}`,
    `faults found: ${replay.faults.length + comparison.faults.length}`,
  ]
}

let acceptedCount = 0
const fuzzSeconds = seconds(() => (acceptedCount = fuzz()))
process.stdout.write(
  `${FUZZED_COUNT.toLocaleString('en')} damaged proofs: ${acceptedCount} accepted, ${fuzzSeconds.toFixed(0)} s\n`,
)
for (const line of measureRecords()) process.stdout.write(`${line}\n`)
