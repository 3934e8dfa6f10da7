import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Random, Settings, World } from '../../api/context.ts'
import { calendar } from '../../api/policies/calendar.ts'
import { filesIn } from '../../db/files.ts'
import { keysFrom } from '../../db/sealing/keys.ts'
import { Store } from '../../db/store.ts'

/** Chance from a seed: the same seed hands out the same ids and numbers in the same order. */
export function seeded(seed: string): Random {
  let drawn = 0
  const bytes = (count: number) => {
    const parts: Buffer[] = []
    for (let have = 0; have < count; have += 32) {
      parts.push(createHash('sha256').update(`${seed}:${drawn++}`).digest())
    }
    return Buffer.concat(parts).subarray(0, count)
  }
  return {
    id: (count) => bytes(count).toString('base64url'),
    below: (below) => bytes(6).readUIntBE(0, 6) % below,
  }
}

export const TEST_KEYS = keysFrom(Buffer.alloc(32, 7), Buffer.alloc(32, 9))

const SETTINGS: Settings = {
  origin: 'http://hall.test',
  smtpUrl: null,
  mailFrom: 'starwindow@hall.test',
  demo: false,
  test: true,
  dataDir: '',
}

/** A World of its own in a folder: a real database file, a clock and a chance that tests hold. */
export async function worldIn(
  folder: string,
  now: () => Date,
  settings: Partial<Settings> = {},
  seed = 'a test',
): Promise<World> {
  return {
    store: await Store.open(`file:${join(folder, 'starwindow.db')}`),
    files: await filesIn(join(folder, 'files'), TEST_KEYS),
    keys: TEST_KEYS,
    now,
    calendar,
    random: seeded(seed),
    settings: { ...SETTINGS, dataDir: folder, ...settings },
  }
}
