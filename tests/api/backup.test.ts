import { createClient } from '@libsql/client'
import { count, eq } from 'drizzle-orm'
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { verifyChain } from '../../api/acts/verify-chain.ts'
import { verifyTonight } from '../../api/jobs/verify-tonight.ts'
import { addDays } from '../../api/rules/day.ts'
import { backupsIn, copyDatabase } from '../../db/back-up.ts'
import { holdInstance } from '../../db/instance-lock.ts'
import { restore, RestoreRefused } from '../../db/restore.ts'
import { events, halls, ratings } from '../../db/schema/index.ts'
import { checkSound, sha256Of } from '../../db/sound.ts'
import { Store } from '../../db/store.ts'
import { lodgeAt } from '../support/lodge.ts'
import { expect, type Portal, test } from '../support/portal.ts'
import { layKeys, TEST_KEYS } from '../support/world.ts'

const run = promisify(execFile)

const copyOf = ({ world }: Portal) =>
  copyDatabase({ url: world.store.url, dataDir: world.settings.dataDir, at: world.now() })

const pathOf = (portal: Portal, name: string) => join(backupsIn(portal.folder), name)

const restoreFrom = (portal: Portal, name: string) =>
  restore({ file: pathOf(portal, name), dataDir: portal.folder, at: portal.world.now() })

async function reasonOf(work: Promise<unknown>): Promise<string> {
  try {
    await work
    return 'done'
  } catch (error) {
    return error instanceof RestoreRefused ? error.reason : String(error)
  }
}

test('a copy is made while ratings come in, and none of them is lost', async ({ portal }) => {
  const [window] = await portal.windowsOf()
  const rate = () => portal.post('/ratings', { window: window!.code, level: 5 })
  await rate()
  const at = { work: true }
  const copied = copyOf(portal).finally(() => (at.work = false))
  let rated = 1
  while (at.work) {
    expect((await rate()).status).toBe(201)
    rated++
  }
  const { name, sha256, bytes } = await copied
  const file = pathOf(portal, name)
  expect(name).toBe('starwindow-2026-03-02-090000.db')
  expect(await sha256Of(file)).toBe(sha256)
  expect(await readFile(`${file}.sha256`, 'utf8')).toBe(`${sha256}  ${name}\n`)
  expect(bytes).toBeGreaterThan(100_000)
  await checkSound(file)
  const [live] = await portal.db.select({ count: count() }).from(ratings)
  expect(live!.count).toBe(rated)
  const store = await Store.open(`file:${file}`)
  const [kept] = await store.read.select({ count: count() }).from(ratings)
  expect(kept!.count).toBeGreaterThanOrEqual(1)
  expect(kept!.count).toBeLessThanOrEqual(rated)
  expect((await verifyChain(store.read, TEST_KEYS.chain)).broken).toBeNull()
  await store.close()
})

test('a copy holds no key', async ({ portal }) => {
  await lodgeAt(portal)
  const { name } = await copyOf(portal)
  const folder = backupsIn(portal.folder)
  expect((await readdir(folder)).sort()).toEqual(['files', name, `${name}.sha256`])
  const bytes = await readFile(join(folder, name))
  for (const key of Object.values(TEST_KEYS)) {
    expect(bytes.includes(key)).toBe(false)
    expect(bytes.includes(key.toString('base64url'))).toBe(false)
  }
})

test('what was there comes back, and the replaced database stays beside it', async ({ portal }) => {
  const { number } = await lodgeAt(portal)
  const photo = portal.world.random.id(16)
  await portal.world.files.put(photo, Buffer.from('a photo'))
  const { name, photos } = await copyOf(portal)
  expect(photos).toBe(1)
  const before = await verifyChain(portal.db, TEST_KEYS.chain)
  await lodgeAt(portal)
  await portal.world.store.close()
  await rm(join(portal.folder, 'files', photo))

  const { keptAs, chain, photos: back } = await restoreFrom(portal, name)
  expect(chain).toEqual(before)
  expect(back).toBe(1)
  expect(await portal.world.files.get(photo)).toEqual(Buffer.from('a photo'))
  const store = await Store.open(portal.world.store.url)
  const { rows } = await createClient({ url: portal.world.store.url }).execute(
    'select number from case_files',
  )
  expect(rows.map((row) => row.number)).toEqual([number])
  await store.close()
  const old = await createClient({ url: `file:${keptAs}` }).execute('select 1 from case_files')
  expect(old.rows).toHaveLength(2)
})

test('nothing is restored while the server runs', async ({ portal }) => {
  const { name } = await copyOf(portal)
  const release = await holdInstance(portal.folder)
  const file = join(portal.folder, 'starwindow.db')
  const before = await sha256Of(file)
  const another = (await run(process.execPath, ['db/restore.ts', pathOf(portal, name)], {
    env: { ...process.env, DATA_DIR: portal.folder },
  }).catch((error: unknown) => error)) as { code: number; stderr: string }
  expect(another.code).toBe(1)
  expect(another.stderr).toContain('服务还在运行')
  expect(another.stderr).toContain('The server is running')
  expect(await sha256Of(file)).toBe(before)
  release!()
})

test('the command says what it did in both languages', async ({ portal }) => {
  const { name } = await copyOf(portal)
  await portal.world.store.close()
  const { stdout } = await run(process.execPath, ['db/restore.ts', pathOf(portal, name)], {
    env: { ...process.env, DATA_DIR: portal.folder },
  })
  expect(stdout).toMatch(/已从 .* 恢复数据库/)
  expect(stdout).toMatch(/事件链完整，共 \d+ 行/)
  expect(stdout).toMatch(/The event chain is sound, \d+ rows/)
  const backup = await run(process.execPath, ['db/back-up.ts'], {
    env: { ...process.env, DATA_DIR: portal.folder },
  })
  expect(backup.stdout).toContain('密钥不在备份里')
  expect(backup.stdout).toContain('Keys are NOT in the backup')
})

test('one changed byte in a copy is noticed, and nothing is touched', async ({ portal }) => {
  const { name } = await copyOf(portal)
  const file = pathOf(portal, name)
  const bytes = await readFile(file)
  const middle = Math.floor(bytes.length / 2)
  bytes[middle] = bytes[middle]! ^ 1
  await writeFile(file, bytes)
  await portal.world.store.close()
  const before = await readdir(portal.folder)
  expect(await reasonOf(restoreFrom(portal, name))).toBe('sha256-differs')
  expect(await readdir(portal.folder)).toEqual(expect.arrayContaining(before))
  expect(existsSync(join(portal.folder, 'starwindow.db.incoming'))).toBe(false)
})

test('a copy whose pages are not whole is refused, whatever its SHA-256', async ({ portal }) => {
  const { name } = await copyOf(portal)
  const file = pathOf(portal, name)
  const bytes = await readFile(file)
  bytes.fill(0xff, 4096 * 3, 4096 * 6)
  await writeFile(file, bytes)
  await writeFile(`${file}.sha256`, `${await sha256Of(file)}  ${name}\n`)
  await portal.world.store.close()
  expect(await reasonOf(restoreFrom(portal, name))).toBe('damaged')
})

test('without its SHA-256, its keys or itself no copy is restored', async ({ portal }) => {
  const { name } = await copyOf(portal)
  await portal.world.store.close()
  await rm(join(portal.folder, 'keys'), { recursive: true })
  expect(await reasonOf(restoreFrom(portal, name))).toBe('no-keys')
  expect(existsSync(join(portal.folder, 'keys'))).toBe(false)
  await layKeys(portal.folder)
  expect(await reasonOf(restoreFrom(portal, 'starwindow-1999.db'))).toBe('no-file')
  await rm(`${pathOf(portal, name)}.sha256`)
  expect(await reasonOf(restoreFrom(portal, name))).toBe('no-sha256')
})

test('a damaged page of the live database is reported, not copied', async ({ portal }) => {
  await portal.world.store.close()
  const file = join(portal.folder, 'starwindow.db')
  const bytes = await readFile(file)
  bytes.fill(0xff, 4096 * 3, 4096 * 6)
  await writeFile(file, bytes)
  await expect(copyOf(portal)).rejects.toMatchObject({ name: 'DatabaseDamaged' })
  expect((await readdir(backupsIn(portal.folder))).filter((name) => name !== 'files')).toEqual([])
})

test('copies of thirty-five days stay, and a photo that went follows after as long', async ({
  portal,
}) => {
  const folder = backupsIn(portal.folder)
  await mkdir(folder, { recursive: true })
  for (let at = 1; at <= 40; at++) {
    const name = `starwindow-${addDays('2026-03-02', -at)}-120000.db`
    await writeFile(join(folder, name), '')
    await writeFile(join(folder, `${name}.sha256`), '')
  }
  const photo = portal.world.random.id(16)
  await portal.world.files.put(photo, Buffer.from('a photo'))
  await copyOf(portal)
  const names = await readdir(folder)
  expect(names.filter((name) => name.endsWith('.db'))).toHaveLength(35)
  expect(names.filter((name) => name.endsWith('.sha256'))).toHaveLength(35)
  expect(names).not.toContain('starwindow-2026-01-26-120000.db')

  await portal.world.files.remove(photo)
  portal.setClock('2026-03-02 09:15')
  await copyOf(portal)
  expect(await readdir(join(folder, 'files', 'gone'))).toEqual([photo])
  const longAgo = new Date('2026-01-20T01:00:00Z')
  await utimes(join(folder, 'files', 'gone', photo), longAgo, longAgo)
  portal.setClock('2026-03-02 09:30')
  await copyOf(portal)
  expect(await readdir(join(folder, 'files', 'gone'))).toEqual([])
})

/** Change a row behind the portal's back, as somebody with the file could. */
async function tamper(portal: Portal, sql: string): Promise<void> {
  const client = createClient({ url: portal.world.store.url })
  await client.execute('DROP TRIGGER events_no_update')
  await client.execute('DROP TRIGGER events_no_delete')
  await client.execute(sql)
  client.close()
}

test.for<[why: string, sql: string, seq: number, why_: string]>([
  ['an altered kind', "update events set kind = 'nothing' where seq = 7", 7, 'changed'],
  ['an altered day', "update events set day = '2020-01-01' where seq = 3", 3, 'changed'],
  ['altered particulars', "update events set particulars = '{}' where seq = 1", 1, 'changed'],
  ['another object', "update events set object = 'hall:99' where seq = 6", 6, 'changed'],
  ['another officer', 'update events set officer_id = 1 where seq = 8', 8, 'changed'],
  ['another hall', 'update events set hall_id = 2 where seq = 4', 4, 'changed'],
  ['another hour', 'update events set at = at + 1 where seq = 9', 9, 'changed'],
  ['a row taken out', 'delete from events where seq = 5', 5, 'missing'],
  ['the first row taken out', 'delete from events where seq = 1', 1, 'missing'],
])('the walk along the log names the first bad row: %s', async ([, sql, seq, why], { portal }) => {
  const sound = await verifyChain(portal.db, TEST_KEYS.chain)
  const [rows] = await portal.db.select({ count: count() }).from(events)
  expect(sound).toMatchObject({ checked: rows!.count, broken: null })
  await tamper(portal, sql)
  expect((await verifyChain(portal.db, TEST_KEYS.chain)).broken).toEqual({ seq, why })
})

test('a log whose end was cut off is noticed by the night after', async ({ portal }) => {
  const night = (day: '2026-03-02' | '2026-03-03') =>
    verifyTonight(portal.world, { name: 'verify-chain', key: day, day, hallId: null })
  const { runDueJobs } = await import('../../api/jobs/run-due-jobs.ts')
  const { JOBS } = await import('../../api/jobs/jobs.ts')
  const job = JOBS.filter(({ name }) => name === 'verify-chain')
  await runDueJobs(portal.world, job)
  expect(await (await portal.get('/health')).json()).toMatchObject({ chain: 'ok' })
  await tamper(portal, 'delete from events where seq > (select max(seq) from events) - 3')
  expect((await verifyChain(portal.db, TEST_KEYS.chain)).broken).toBeNull()
  const { error } = console
  console.error = () => {}
  portal.setClock('2026-03-03 00:00')
  await runDueJobs(portal.world, job)
  expect(await (await portal.get('/health')).json()).toMatchObject({ chain: 'broken', ok: false })
  expect(await night('2026-03-03')).toMatch(/^broken \d+ cut-off$|^broken \d+ changed$/)
  console.error = error
})

test('a key that is not ours fits no row', async ({ portal }) => {
  expect((await verifyChain(portal.db, Buffer.alloc(32, 1))).broken).toEqual({
    seq: 1,
    why: 'changed',
  })
  expect(await portal.db.select().from(halls).where(eq(halls.key, 'anci'))).toHaveLength(1)
})
