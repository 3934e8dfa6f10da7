import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { CopyAnswer, CopyOrder } from './back-up-worker.ts'
import { DatabaseDamaged } from './sound.ts'

/** A finished copy: its name in the folder of copies, and what was copied. */
export type Copied = { name: string; bytes: number; sha256: string; photos: number }

/** Where the copies of an installation are kept. */
export const backupsIn = (dataDir: string) => join(dataDir, 'backups')

const momentInShanghai = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'medium',
})

/** The name of the copy made at a moment, as `starwindow-2026-03-02-090000.db`. */
export const copyName = (at: Date): string =>
  `starwindow-${momentInShanghai.format(at).replaceAll(':', '').replace(' ', '-')}.db`

/**
 * Copy the database and the new photos of an installation, in a thread of its own while the portal
 * goes on: one whole copy of a moment, checked, with its SHA-256 beside it. Old copies go by the
 * rule of `backupsToKeep`. The keys are not copied: without them a copy cannot be read, and
 * without a copy of the keys kept elsewhere nothing can be restored.
 */
export async function copyDatabase(about: {
  url: string
  dataDir: string
  at: Date
}): Promise<Copied> {
  if (!about.url.startsWith('file:')) {
    throw new Error('a database server makes its own copies')
  }
  const folder = backupsIn(about.dataDir)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const order: CopyOrder = {
    url: about.url,
    folder,
    name: copyName(about.at),
    photos: join(about.dataDir, 'files'),
    at: about.at.getTime(),
  }
  const answer = await inWorker(order)
  if ('damage' in answer) throw new DatabaseDamaged(answer.damage)
  if ('problem' in answer) throw new Error(answer.problem)
  return answer
}

const inWorker = (order: CopyOrder) =>
  new Promise<CopyAnswer>((answer, fail) => {
    const worker = new Worker(new URL('./back-up-worker.ts', import.meta.url), {
      workerData: order,
    })
    worker.once('message', answer)
    worker.once('error', fail)
    worker.once('exit', () => fail(new Error('the copying thread ended early')))
  })

if (import.meta.main) {
  const dataDir = resolve(process.env.DATA_DIR ?? '.data')
  const url = process.env.DATABASE_URL ?? `file:${join(dataDir, 'starwindow.db')}`
  const { name, sha256, photos } = await copyDatabase({ url, dataDir, at: new Date() })
  console.log(`已备份到 ${join(backupsIn(dataDir), name)}，新增照片 ${photos} 张。`)
  console.log(`SHA-256 ${sha256}`)
  console.log(`密钥不在备份里，请把 ${join(dataDir, 'keys')} 另外保存在别处。`)
  console.log(`Backed up; ${photos} new photos. Keys are NOT in the backup: keep keys/ elsewhere.`)
}
