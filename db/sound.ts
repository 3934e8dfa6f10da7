import { createClient } from '@libsql/client'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'

/** The database holds something it should not: a page was changed, a row points nowhere. */
export class DatabaseDamaged extends Error {
  override readonly name = 'DatabaseDamaged'
}

/** Refuses a database file whose pages or references are not whole. */
export async function checkSound(file: string): Promise<void> {
  const client = createClient({ url: `file:${file}` })
  try {
    const { rows } = await client.execute('PRAGMA integrity_check(1)')
    const found = String(rows[0]?.[0])
    if (found !== 'ok') throw new DatabaseDamaged(found)
    const loose = await client.execute('PRAGMA foreign_key_check')
    if (loose.rows.length > 0) throw new DatabaseDamaged(`row of ${String(loose.rows[0]?.[0])}`)
  } catch (error) {
    throw isDamage(error) ? new DatabaseDamaged(String(error)) : error
  } finally {
    client.close()
  }
}

/** Whether an error of the database says that its file is damaged. */
export const isDamage = (error: unknown): boolean =>
  error instanceof DatabaseDamaged || /CORRUPT|NOTADB|malformed/.test(String(error))

/** The SHA-256 of a file, in hexadecimal as `sha256sum` writes it. */
export async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(file)) hash.update(piece as Buffer)
  return hash.digest('hex')
}
