import { createClient } from '@libsql/client'
import { join } from 'node:path'
import { drizzle } from 'drizzle-orm/libsql'
import { expect, test } from 'vitest'
import { verifyChain } from '../../api/acts/verify-chain.ts'
import { seeded } from '../../db/seeds/chance.ts'
import * as schema from '../../db/schema/index.ts'
import { furnishedFolder, removeFolder, type Served, serveBuilt } from '../support/browser.ts'
import { TEST_KEYS } from '../support/world.ts'

const KILLS = 6
const COMPLAINTS_EACH = 12
const RATERS = 16

const send = (served: Served, path: string, body: unknown) =>
  fetch(`${served.url}/api${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
    body: JSON.stringify(body),
  })

/** A complaint answered up to its check, as its sealed state. */
async function readyToSend(served: Served, code: string, nth: number): Promise<string> {
  let sealed = ''
  const answers = [
    { step: 'when', window: code, day: '2026-03-02', part: 'morning' },
    { step: 'clause', clause: 'unknown' },
    { step: 'story', narrative: `第 ${nth} 次来还是说材料不齐，每次说的都不一样。` },
    { step: 'photos' },
    { step: 'identity', identity: 'named' },
    { step: 'contact', name: '甘先生', phone: '000-1234567', email: '', mayPublish: 'yes' },
  ]
  for (const answer of answers) {
    const said = await send(served, '/complaint-steps', { hall: 'anci', sealed, ...answer })
    if (!said.ok) throw new Error(await said.text())
    sealed = ((await said.json()) as { sealed: string }).sealed
  }
  return sealed
}

const codeOf = async (folder: string): Promise<string> => {
  const client = createClient({ url: `file:${join(folder, 'starwindow.db')}` })
  const { rows } = await client.execute('select code from windows order by id limit 1')
  client.close()
  return String(rows[0]![0])
}

test('killed at any moment, the portal has lost nothing that it acknowledged', async () => {
  const folder = await furnishedFolder()
  const code = await codeOf(folder)
  const chance = seeded('kills')
  const ratings: string[] = []
  const receipts: string[] = []
  const sent: string[] = []

  for (let kill = 0; kill < KILLS; kill++) {
    const served = await serveBuilt(folder, '2026-03-02 10:00')
    const forms = await Promise.all(
      Array.from({ length: COMPLAINTS_EACH }, (_, nth) =>
        readyToSend(served, code, kill * COMPLAINTS_EACH + nth),
      ),
    )
    sent.push(...forms)
    const power = { on: true }
    const rater = async () => {
      while (power.on) {
        const answer = await send(served, '/ratings', { window: code, level: 5 }).catch(() => null)
        if (answer?.status === 201) {
          const said = (await answer.json().catch(() => null)) as { id: string } | null
          if (said) ratings.push(said.id)
        }
      }
    }
    const complainer = async (sealed: string) => {
      const answer = await send(served, '/complaints', { sealed }).catch(() => null)
      if (answer?.status !== 201) return
      const said = (await answer.json().catch(() => null)) as { receipt: string } | null
      if (said) receipts.push(said.receipt)
    }
    const work = [...Array.from({ length: RATERS }, rater), ...forms.map(complainer)]
    await new Promise((wait) => setTimeout(wait, 60 + chance.below(500)))
    await served.kill()
    power.on = false
    await Promise.all(work)
  }

  const served = await serveBuilt(folder, '2026-03-02 11:00')
  for (const receipt of receipts) {
    expect((await send(served, '/follow', { receipt })).status).toBe(200)
  }
  const again = await Promise.all(sent.map((sealed) => send(served, '/complaints', { sealed })))
  expect(new Set(again.map(({ status }) => status))).toEqual(new Set([201]))
  const all = await Promise.all(
    again.map((answer) => answer.json() as Promise<{ receipt: string }>),
  )
  expect(all.map(({ receipt }) => receipt)).toEqual(expect.arrayContaining(receipts))
  await served.stop()

  const client = createClient({ url: `file:${join(folder, 'starwindow.db')}` })
  const rows = async (sql: string) => (await client.execute(sql)).rows.map((row) => row[0])
  const kept = await rows('select public_id from ratings')
  expect(kept).toEqual(expect.arrayContaining(ratings))
  expect(new Set(kept).size).toBe(kept.length)
  expect(await rows('select count(*) from complaints')).toEqual([sent.length])
  expect(
    await rows(`select count(*) from complaints c where
      (select count(*) from case_files f where f.complaint_id = c.id) <> 1 or
      (select count(*) from receipts r where r.complaint_id = c.id) <> 1 or
      (select count(*) from complainants p where p.complaint_id = c.id) <> 1 or
      not exists (select 1 from case_files f join deadlines d on d.case_id = f.id
                  where f.complaint_id = c.id and d.kind = 'acceptance') or
      (select count(*) from events e join case_files f on e.object = 'case:' || f.id
       where f.complaint_id = c.id and e.kind = 'complaint-lodged') <> 1`),
  ).toEqual([0])
  expect(await rows('select sum(count) from rating_counts')).toEqual(
    await rows('select count(*) from ratings'),
  )
  expect(await rows('pragma integrity_check')).toEqual(['ok'])
  expect(await rows('pragma foreign_key_check')).toEqual([])
  const { broken } = await verifyChain(
    drizzle(client, { schema, casing: 'snake_case' }),
    TEST_KEYS.chain,
  )
  expect(broken).toBeNull()
  expect(ratings.length).toBeGreaterThan(KILLS)
  expect(receipts.length).toBeGreaterThan(0)
  client.close()
  await removeFolder(folder)
}, 240_000)
