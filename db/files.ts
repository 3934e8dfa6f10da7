import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import type { Keys } from './sealing/keys.ts'

const IV_BYTES = 12
const TAG_BYTES = 16
const PART = '.part'

/** Where photos are kept, each encrypted under its own id. A folder here; a bucket elsewhere. */
export type Files = {
  put(id: string, bytes: Buffer): Promise<void>
  get(id: string): Promise<Buffer>
  /** Also what a broken upload left behind, as `list` names it. */
  remove(id: string): Promise<void>
  /** Ids of everything kept, with the moment it was put. */
  list(): Promise<{ id: string; putAt: Date }[]>
  /** Bytes the disk still has. */
  room(): Promise<number>
}

/** Keep files in a folder: written whole under another name first, and synced before they count. */
export async function filesIn(folder: string, keys: Keys): Promise<Files> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const pathOf = (id: string) => {
    if (!/^[\w-]{16,64}$/.test(id)) throw new Error('not the id of a file')
    return join(folder, id)
  }
  return {
    async put(id, bytes) {
      const iv = randomBytes(IV_BYTES)
      const cipher = createCipheriv('aes-256-gcm', keys.app, iv)
      cipher.setAAD(Buffer.from(`file:${id}`))
      const body = Buffer.concat([iv, cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
      const part = pathOf(id) + PART
      const file = await open(part, 'w', 0o600)
      try {
        await file.writeFile(body)
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(part, pathOf(id))
      const directory = await open(folder, 'r')
      await directory.sync().finally(() => directory.close())
    },
    async get(id) {
      const body = await readFile(pathOf(id))
      const decipher = createDecipheriv('aes-256-gcm', keys.app, body.subarray(0, IV_BYTES))
      decipher.setAAD(Buffer.from(`file:${id}`))
      decipher.setAuthTag(body.subarray(body.length - TAG_BYTES))
      const bytes = decipher.update(body.subarray(IV_BYTES, body.length - TAG_BYTES))
      return Buffer.concat([bytes, decipher.final()])
    },
    remove: (id) =>
      rm(id.endsWith(PART) ? pathOf(id.slice(0, -PART.length)) + PART : pathOf(id), {
        force: true,
      }),
    async list() {
      const names = await readdir(folder)
      return Promise.all(
        names.map(async (id) => ({ id, putAt: (await stat(join(folder, id))).mtime })),
      )
    },
    async room() {
      const disk = await statfs(folder)
      return disk.bavail * disk.bsize
    },
  }
}
