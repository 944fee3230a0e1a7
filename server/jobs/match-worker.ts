// One thread of a large matching job: does the tasks it is sent, one after another. Talks only in messages (match-messages.ts);
// started by server/usecases/match-threads.ts.
import { parentPort } from 'node:worker_threads'
import type { MatchTask } from '../usecases/match-messages.ts'
import { createMatchWork } from '../usecases/match-work.ts'

const work = createMatchWork()

parentPort?.on('message', (task: MatchTask) => {
  const reply = work(task)
  // Lines are the thread's own and large: handed over, not copied. Everything else is in shared memory.
  parentPort?.postMessage(reply, reply.kind === 'describe' ? [reply.lines.buffer as ArrayBuffer] : [])
})
