import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { calendar } from '../../api/policies/calendar.ts'
import { migrate } from '../../db/migrate.ts'
import { windows } from '../../db/schema/index.ts'
import { filesIn } from '../../db/files.ts'
import { openKeys } from '../../db/sealing/keys.ts'
import { furnish } from '../../db/seeds/furnish.ts'
import { hallSeeds } from '../../db/seeds/halls.ts'
import { Store } from '../../db/store.ts'
import { seeded } from '../../db/seeds/chance.ts'

const freePort = () =>
  new Promise<number>((found) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => found(port))
    })
  })

/** A folder with a hall in it, and the code of its first window. */
export async function benchHall(): Promise<{ folder: string; code: string; windowId: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'starwindow-bench-'))
  const url = `file:${join(folder, 'starwindow.db')}`
  await migrate(url)
  const keys = openKeys(folder)
  const world = {
    store: await Store.open(url),
    files: await filesIn(join(folder, 'files'), keys),
    keys,
    now: () => new Date(),
    calendar,
    random: seeded('bench'),
    settings: {
      origin: 'http://localhost',
      smtpUrl: null,
      mailFrom: 'bench@hall.test',
      demo: false,
      test: true,
      dataDir: folder,
    },
  }
  await furnish(world, hallSeeds.anci)
  const [window] = await world.store.read.select().from(windows).where(eq(windows.number, '1号'))
  await world.store.close()
  return { folder, code: window!.code, windowId: window!.id }
}

export type Server = { url: string; stop: () => Promise<void> }

/** Start a script as a server of its own and wait until it answers. */
export async function serve(script: string, env: Record<string, string>): Promise<Server> {
  const port = await freePort()
  const child: ChildProcess = spawn(process.execPath, [script], {
    env: { ...process.env, HOST: '127.0.0.1', PORT: String(port), ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const url = `http://127.0.0.1:${port}`
  const giveUp = Date.now() + 20_000
  while (
    !(await fetch(url).then(
      () => true,
      () => false,
    ))
  ) {
    if (Date.now() > giveUp) throw new Error(`${script} does not answer`)
    await new Promise((wait) => setTimeout(wait, 50))
  }
  return {
    url,
    stop: () =>
      new Promise((gone) => {
        child.once('exit', () => gone())
        child.kill('SIGTERM')
      }),
  }
}

/** Our portal, as it is started in production. */
export const servePortal = (folder: string) => serve('site/serve.ts', { DATA_DIR: folder })

export const removeFolder = (folder: string) => rm(folder, { recursive: true, force: true })
