import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Settings, World } from '../../api/context.ts'
import { knownCalendar } from '../../api/reads/known-calendar.ts'
import { filesIn } from '../../db/files.ts'
import { keysFrom } from '../../db/sealing/keys.ts'
import { seeded } from '../../db/seeds/chance.ts'
import { Store } from '../../db/store.ts'

const APP = Buffer.alloc(32, 7)
const PEPPER = Buffer.alloc(32, 9)
export const TEST_KEYS = keysFrom(APP, PEPPER)

/** Put the tests' keys where a started portal looks for its own. */
export async function layKeys(folder: string): Promise<void> {
  await mkdir(join(folder, 'keys'), { recursive: true })
  await writeFile(join(folder, 'keys/app'), APP.toString('base64url'), { mode: 0o600 })
  await writeFile(join(folder, 'keys/pepper'), PEPPER.toString('base64url'), { mode: 0o600 })
}

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
  const store = await Store.open(`file:${join(folder, 'starwindow.db')}`)
  return {
    store,
    files: await filesIn(join(folder, 'files'), TEST_KEYS),
    keys: TEST_KEYS,
    now,
    calendar: await knownCalendar(store.read),
    random: seeded(seed),
    settings: { ...SETTINGS, dataDir: folder, ...settings },
  }
}
