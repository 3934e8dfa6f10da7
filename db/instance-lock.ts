import { type Client, createClient } from '@libsql/client'
import { join } from 'node:path'

const held = new Set<Client>()

/**
 * Take the lock that stands for a data folder, for as long as this process lives or until the
 * answer is called; null when another process has it.
 */
export async function holdInstance(dataDir: string): Promise<(() => void) | null> {
  const lock = createClient({ url: `file:${join(dataDir, 'instance.lock')}` })
  try {
    await lock.execute('PRAGMA locking_mode=EXCLUSIVE')
    await lock.execute('BEGIN EXCLUSIVE')
  } catch {
    lock.close()
    return null
  }
  held.add(lock)
  return () => {
    held.delete(lock)
    lock.close()
  }
}
