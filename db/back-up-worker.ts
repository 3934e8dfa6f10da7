import { createClient } from '@libsql/client'
import {
  chmod,
  copyFile,
  mkdir,
  open,
  readdir,
  rename,
  rm,
  stat,
  statfs,
  utimes,
  writeFile,
} from 'node:fs/promises'
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { backupsToKeep, type Copy } from '../api/rules/backups-to-keep.ts'
import type { Copied } from './back-up.ts'
import { checkSound, isDamage, sha256Of } from './sound.ts'

/** What the thread is asked to do; `at` in milliseconds. */
export type CopyOrder = { url: string; folder: string; name: string; photos: string; at: number }
/** What comes of it: a finished copy, a damaged database, or another problem by name. */
export type CopyAnswer = Copied | { damage: string } | { problem: string }

/** The disk keeps so much room whatever is copied, so that copies never stop the portal. */
const ROOM_KEPT = 200 * 1024 * 1024
/** Every copy of the newest day, and the last one of so many days. */
const KEPT = { allOfDays: 1, lastOfDays: 35 }
/** Photos that are gone from the portal are gone from the copies so many days later. */
const GONE_DAYS = 35
const DAY_MS = 86_400_000
const PART = '.part'
const GONE = 'gone'

/** A photo as it lies in its folder: the folder also holds parts and `gone`. */
const isPhoto = (name: string) => /^[\w-]{16,64}$/.test(name)

async function copyWhole({ url, folder, name }: CopyOrder): Promise<Omit<Copied, 'photos'>> {
  const part = join(folder, `${name}.${process.pid}${PART}`)
  try {
    await needRoom(url, folder)
    const client = createClient({ url })
    try {
      await client.execute({ sql: 'VACUUM INTO ?', args: [part] })
    } finally {
      client.close()
    }
    await chmod(part, 0o600)
    await checkSound(part)
    const sha256 = await sha256Of(part)
    const { size } = await stat(part)
    await sync(part)
    await writeFile(join(folder, `${name}.sha256`), `${sha256}  ${name}\n`, { mode: 0o600 })
    await rename(part, join(folder, name))
    await sync(folder)
    return { name, bytes: size, sha256 }
  } finally {
    await rm(part, { force: true })
  }
}

async function needRoom(url: string, folder: string): Promise<void> {
  const { size } = await stat(url.slice('file:'.length))
  const disk = await statfs(folder)
  if (disk.bavail * disk.bsize < size + ROOM_KEPT) throw new Error('no room for a copy')
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r')
  await handle.sync().finally(() => handle.close())
}

const namesIn = async (folder: string): Promise<string[]> =>
  readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })

/** Photos never change, so only new ones are copied; those that went are kept apart for a while. */
async function copyPhotos({ photos, folder, at }: CopyOrder): Promise<number> {
  const to = join(folder, 'files')
  const gone = join(to, GONE)
  await mkdir(gone, { recursive: true, mode: 0o700 })
  const there = new Set((await namesIn(photos)).filter(isPhoto))
  const here = new Set((await namesIn(to)).filter(isPhoto))
  let copied = 0
  for (const name of there) {
    if (here.has(name)) continue
    const part = join(to, name + PART)
    try {
      await copyFile(join(photos, name), part)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') continue
      throw error
    }
    await sync(part)
    await rename(part, join(to, name))
    copied++
  }
  for (const name of here) {
    if (there.has(name)) continue
    await rename(join(to, name), join(gone, name))
    await utimes(join(gone, name), at / 1000, at / 1000)
  }
  for (const name of await namesIn(gone)) {
    const { mtimeMs } = await stat(join(gone, name))
    if (at - mtimeMs > GONE_DAYS * DAY_MS) await rm(join(gone, name), { force: true })
  }
  if (copied > 0) await sync(to)
  return copied
}

const COPY = /^starwindow-(\d{4}-\d{2}-\d{2})-\d{6}\.db$/

/** Take away copies that nobody needs any more, and what interrupted copying left behind. */
async function rotate({ folder, at }: CopyOrder): Promise<void> {
  const names = await readdir(folder)
  const copies = names.flatMap((name): Copy[] => {
    const day = COPY.exec(name)?.[1]
    return day ? [{ name, day }] : []
  })
  const keep = backupsToKeep(copies, KEPT)
  for (const { name } of copies.filter((copy) => !keep.has(copy.name))) {
    await rm(join(folder, name), { force: true })
    await rm(join(folder, `${name}.sha256`), { force: true })
  }
  for (const name of names.filter((one) => one.endsWith(PART))) {
    const { mtimeMs } = await stat(join(folder, name)).catch(() => ({ mtimeMs: at }))
    if (at - mtimeMs > DAY_MS) await rm(join(folder, name), { force: true })
  }
}

async function obey(order: CopyOrder): Promise<CopyAnswer> {
  try {
    const copied = await copyWhole(order)
    const photos = await copyPhotos(order)
    await rotate(order)
    return { ...copied, photos }
  } catch (error) {
    const says = error instanceof Error ? error.message : String(error)
    return isDamage(error) ? { damage: says } : { problem: says }
  }
}

parentPort?.postMessage(await obey(workerData as CopyOrder), [])
