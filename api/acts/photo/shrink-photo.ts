import { Worker } from 'node:worker_threads'
import { Refused } from '../../refused.ts'
import type { PhotoDone } from './photo-worker.ts'

/** One photo is worked on at a time; so many may wait, and so long may one take. */
const MOST_WAITING = 12
const PATIENCE_MS = 30_000

type Shrunk = { bytes: Buffer; width: number; height: number }

let worker: Worker | null = null
let jobs = 0
let waiting = 0
let last: Promise<unknown> = Promise.resolve()

function workerAtHand(): Worker {
  if (worker) return worker
  const made = new Worker(new URL('./photo-worker.ts', import.meta.url))
  made.unref()
  made.once('exit', () => {
    if (worker === made) worker = null
  })
  worker = made
  return made
}

const ask = (bytes: Buffer): Promise<Shrunk | null> =>
  new Promise((answer) => {
    const asked = workerAtHand()
    const id = ++jobs
    const settle = (result: Shrunk | null) => {
      clearTimeout(late)
      asked.off('message', heard).off('error', broke).off('exit', broke)
      answer(result)
    }
    const heard = (done: PhotoDone) => {
      if (done.id !== id) return
      settle(done.bytes && { ...done, bytes: Buffer.from(done.bytes) })
    }
    const broke = () => settle(null)
    const late = setTimeout(() => {
      worker = null
      void asked.terminate()
      settle(null)
    }, PATIENCE_MS)
    asked.on('message', heard).on('error', broke).on('exit', broke)
    asked.postMessage({ id, bytes }, [])
  })

/**
 * A photo as it is kept: upright, at most 2048 points a side, JPEG, without place, time, maker or
 * any other note. One at a time in a thread of its own. What no reader can open whole is
 * `photo-unreadable`; with too many waiting it is `too-busy`.
 */
export async function shrinkPhoto(bytes: Buffer): Promise<Shrunk> {
  if (waiting >= MOST_WAITING) throw new Refused('too-busy')
  waiting++
  const turn = last.then(() => ask(bytes))
  last = turn
  const shrunk = await turn.finally(() => waiting--)
  if (!shrunk) throw new Refused('photo-unreadable')
  return shrunk
}
