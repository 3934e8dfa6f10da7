import { sql } from 'drizzle-orm'
import { events, ratings } from '../../db/schema/index.ts'
import { expect, test } from '../support/portal.ts'

type Entry = { type: string; name: string; sql: string | null }

test('every table is strict, and what may not change has its triggers', async ({ portal }) => {
  const entries = await portal.db.all<Entry>(sql`select type, name, sql from sqlite_schema`)
  const loose = entries
    .filter(({ type, name }) => type === 'table' && !/^(sqlite_|__drizzle|guide_search)/.test(name))
    .filter(({ sql: said }) => !/\)\s*STRICT$/.test(said!.trim()))
    .map(({ name }) => name)
  expect(loose).toEqual([])
  const triggers = entries.filter(({ type }) => type === 'trigger').map(({ name }) => name)
  for (const table of ['events', 'ratings', 'rating_corrections', 'second_ratings']) {
    expect(triggers).toEqual(expect.arrayContaining([`${table}_no_update`, `${table}_no_delete`]))
  }
  expect(await portal.db.all(sql`pragma foreign_key_check`)).toEqual([])
})

test.for<[why: string, statement: string]>([
  ['changing an event', "update events set kind = 'nothing'"],
  ['deleting an event', 'delete from events'],
  ['putting another event in its place', 'insert or replace into events select * from events'],
])('%s is refused by the database itself', async ([, statement], { expect: expects }) => {
  const { openPortal } = await import('../support/portal.ts')
  const { inject } = await import('vitest')
  const portal = await openPortal(inject('furnishedPortal'))
  const before = await portal.db.select().from(events)
  await expects(portal.world.store.write((tx) => tx.run(sql.raw(statement)))).rejects.toThrow()
  expects(await portal.db.select().from(events)).toEqual(before)
  await portal.close()
})

test('an act that fails leaves nothing, and acts do not nest', async ({ portal }) => {
  const { store } = portal.world
  const [window] = await portal.windowsOf()
  const row = {
    publicId: 'half',
    hallId: window!.hallId,
    windowId: window!.id,
    level: 5,
    day: '2026-03-02',
    ratedAt: new Date(),
  } as const
  await expect(
    store.write(async (tx) => {
      await tx.insert(ratings).values(row)
      throw new Error('the act fails')
    }),
  ).rejects.toThrow('the act fails')
  expect(await portal.db.select().from(ratings)).toEqual([])
  await expect(store.write(() => store.write(async () => {}))).rejects.toThrow(/inside another/)
  await store.write((tx) => tx.insert(ratings).values(row))
  expect(await portal.db.select().from(ratings)).toHaveLength(1)
})

test('two hundred taps at once are all kept', async ({ portal }) => {
  const [window] = await portal.windowsOf()
  const answers = await Promise.all(
    Array.from({ length: 200 }, () => portal.post('/ratings', { window: window!.code, level: 5 })),
  )
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]))
  expect(await portal.db.select().from(ratings)).toHaveLength(200)
})
