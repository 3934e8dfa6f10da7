import { randomBytes, randomInt } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { filesIn } from '../db/files.ts'
import { migrate } from '../db/migrate.ts'
import { openKeys } from '../db/sealing/keys.ts'
import { Store } from '../db/store.ts'
import type { Settings, World } from './context.ts'
import { knownCalendar } from './reads/known-calendar.ts'

/** Under test the clock is a file that the test writes. */
function liveClock(): () => Date {
  const file = process.env.CLOCK_FILE
  if (process.env.TEST !== '1' || !file) return () => new Date()
  return () => (existsSync(file) ? new Date(readFileSync(file, 'utf8').trim()) : new Date())
}

/** Where the database is: as configured, else a file in the data folder. */
export const databaseUrl = (dataDir: string): string =>
  process.env.DATABASE_URL ?? `file:${join(dataDir, 'starwindow.db')}`

/**
 * The one World outside tests: real database, real clock, real chance. `relaxed` is for filling a
 * file that counts only once it is whole.
 */
export async function openWorld(
  settings: Settings,
  url = databaseUrl(settings.dataDir),
  { relaxed = false } = {},
): Promise<World> {
  mkdirSync(settings.dataDir, { recursive: true, mode: 0o700 })
  const keys = openKeys(settings.dataDir)
  await migrate(url)
  const store = await Store.open(url, { relaxed })
  return {
    store,
    files: await filesIn(join(settings.dataDir, 'files'), keys),
    keys,
    now: liveClock(),
    calendar: await knownCalendar(store.read),
    random: {
      id: (bytes) => randomBytes(bytes).toString('base64url'),
      below: (below) => randomInt(below),
    },
    settings,
  }
}
