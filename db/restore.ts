import { copyFileSync, existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { chmod, open } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { type ChainReport, verifyChain } from '../api/acts/verify-chain.ts'
import { copyName } from './back-up.ts'
import { holdInstance } from './instance-lock.ts'
import { openKeys } from './sealing/keys.ts'
import { checkSound, sha256Of } from './sound.ts'
import { Store } from './store.ts'

/** Why a copy is not restored; nothing has been changed then. */
const RESTORE_REFUSALS = {
  'no-file': ['没有找到这份备份。', 'There is no such backup.'],
  'no-keys': [
    '没有找到密钥，请先把密钥放回 keys 文件夹。',
    'The keys are missing: put them back into keys/ first.',
  ],
  'in-use': ['服务还在运行，请先停掉它。', 'The server is running: stop it first.'],
  'no-sha256': [
    '备份旁边没有 .sha256 文件，无法核对。',
    'There is no .sha256 file beside the backup to check it by.',
  ],
  'sha256-differs': [
    '备份和它的 SHA-256 不一致，文件已损坏。',
    'The backup differs from its SHA-256: it is damaged.',
  ],
  damaged: ['备份里的数据库不完整。', 'The database in the backup is not whole.'],
} as const
type RestoreRefusal = keyof typeof RESTORE_REFUSALS

/** Nothing was restored, and why. */
export class RestoreRefused extends Error {
  readonly reason: RestoreRefusal
  constructor(reason: RestoreRefusal, cause?: unknown) {
    super(reason, { cause })
    this.reason = reason
  }
}

/** What was done: where the replaced database is now, how the log stands, which photos came back. */
type Restored = {
  database: string
  keptAs: string | null
  chain: ChainReport
  photos: number
}

const SIDE_FILES = ['', '-wal', '-shm'] as const

/**
 * Put a copy in the place of an installation's database, with nobody else at work on it. The copy
 * is checked by its SHA-256 and its pages before anything is touched; the replaced database stays
 * beside it. Missing photos come back from the copies. At the end the log is walked along.
 */
export async function restore(about: {
  file: string
  dataDir: string
  at: Date
}): Promise<Restored> {
  const file = resolve(about.file)
  if (!existsSync(file)) throw new RestoreRefused('no-file')
  if (!existsSync(join(about.dataDir, 'keys', 'app'))) throw new RestoreRefused('no-keys')
  const release = await holdInstance(about.dataDir)
  if (!release) throw new RestoreRefused('in-use')
  try {
    const database = join(about.dataDir, 'starwindow.db')
    const incoming = `${database}.incoming`
    try {
      await takeIn(file, incoming)
    } catch (error) {
      for (const side of SIDE_FILES) rmSync(incoming + side, { force: true })
      throw error
    }
    const keptAs = setAside(database, about.at)
    renameSync(incoming, database)
    await syncFolder(about.dataDir)
    const photos = bringBackPhotos(dirname(file), join(about.dataDir, 'files'))
    return { database, keptAs, chain: await chainOf(database, about.dataDir), photos }
  } finally {
    release()
  }
}

async function takeIn(file: string, incoming: string): Promise<void> {
  const beside = `${file}.sha256`
  if (!existsSync(beside)) throw new RestoreRefused('no-sha256')
  const [said] = readFileSync(beside, 'utf8').trim().split(/\s+/)
  copyFileSync(file, incoming)
  await chmod(incoming, 0o600)
  if ((await sha256Of(incoming)) !== said) throw new RestoreRefused('sha256-differs')
  try {
    await checkSound(incoming)
  } catch (error) {
    throw new RestoreRefused('damaged', error)
  }
  const handle = await open(incoming, 'r')
  await handle.sync().finally(() => handle.close())
}

function setAside(database: string, at: Date): string | null {
  if (!existsSync(database)) return null
  const keptAs = `${database}.replaced-${basename(copyName(at), '.db').slice('starwindow-'.length)}`
  for (const side of SIDE_FILES) {
    if (existsSync(database + side)) renameSync(database + side, keptAs + side)
  }
  return keptAs
}

function bringBackPhotos(backups: string, files: string): number {
  let count = 0
  for (const folder of [join(backups, 'files'), join(backups, 'files', 'gone')]) {
    if (!existsSync(folder) || !existsSync(files)) continue
    for (const name of readdirSync(folder).filter((one) => /^[\w-]{16,64}$/.test(one))) {
      if (existsSync(join(files, name))) continue
      copyFileSync(join(folder, name), join(files, name))
      count++
    }
  }
  return count
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}

async function chainOf(database: string, dataDir: string): Promise<ChainReport> {
  const store = await Store.open(`file:${database}`)
  try {
    return await verifyChain(store.read, openKeys(dataDir).chain)
  } finally {
    await store.close()
  }
}

const BROKEN = 2

/** Restore the copy named on the command line and say what was done, in both languages. */
async function fromCommandLine(file: string | undefined): Promise<number> {
  const dataDir = resolve(process.env.DATA_DIR ?? '.data')
  if (!file) {
    console.error('请写明备份文件：npm run restore -- 备份.db')
    console.error('Name the backup: npm run restore -- FILE.db')
    return 1
  }
  try {
    const { keptAs, chain, photos } = await restore({ file, dataDir, at: new Date() })
    console.log(`已从 ${file} 恢复数据库，找回照片 ${photos} 张。`)
    console.log(`Restored the database from ${file}; ${photos} photos came back.`)
    if (keptAs) {
      console.log(`原来的数据库保留在 ${keptAs}。`)
      console.log(`The replaced database is kept as ${keptAs}.`)
    }
    console.log('备份之后收到的内容不在里面，之后寄出的信可能再寄一次。')
    console.log('What came in after the backup is not in it; later letters may be sent again.')
    if (chain.broken) {
      console.error(`事件链在第 ${chain.broken.seq} 行不连贯，请通知监督部门。`)
      console.error(`The event chain is broken at row ${chain.broken.seq}. Tell the supervisors.`)
      return BROKEN
    }
    console.log(`事件链完整，共 ${chain.checked} 行。`)
    console.log(`The event chain is sound, ${chain.checked} rows.`)
    return 0
  } catch (error) {
    if (!(error instanceof RestoreRefused)) throw error
    for (const sentence of RESTORE_REFUSALS[error.reason]) console.error(sentence)
    console.error('什么都没有改动。Nothing was changed.')
    return 1
  }
}

if (import.meta.main) process.exitCode = await fromCommandLine(process.argv[2])
