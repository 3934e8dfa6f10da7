import { createClient } from '@libsql/client'
import { sql } from 'drizzle-orm'
import { join } from 'node:path'
import { wrongTries } from '../../db/schema/index.ts'
import { Store } from '../../db/store.ts'
import { expect, test } from '../support/portal.ts'

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))

test('another process that holds the file for a while loses nobody an act', async ({ portal }) => {
  const rival = createClient({ url: `file:${join(portal.folder, 'starwindow.db')}` })
  const holding = (async () => {
    for (let turn = 0; turn < 4; turn++) {
      const tx = await rival.transaction('write').catch(() => null)
      await pause(80)
      await tx?.commit()
      await pause(20)
    }
  })()
  const { store } = portal.world
  await Promise.all(
    Array.from({ length: 60 }, (_, nth) =>
      store.write((tx) =>
        tx.insert(wrongTries).values({ door: 'test', mark: String(nth), at: new Date(0) }),
      ),
    ),
  )
  await holding
  rival.close()
  const rows = await portal.db.all<{ n: number }>(
    sql`select count(distinct mark) n from wrong_tries`,
  )
  expect(rows[0]!.n).toBe(60)
})

test('the store opens with every promise about durability kept', async ({ portal }) => {
  const store = await Store.open(portal.world.store.url)
  const read = (name: string) =>
    store.write(async (tx) => (await tx.all<Record<string, unknown>>(sql.raw(`pragma ${name}`)))[0])
  expect(Object.values((await read('synchronous'))!)).toEqual([2])
  expect(Object.values((await read('foreign_keys'))!)).toEqual([1])
  expect(Object.values((await read('secure_delete'))!)).toEqual([1])
  expect(Object.values((await read('journal_mode'))!)).toEqual(['wal'])
  await store.close()
})
