import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { verifyChain } from '../../api/acts/verify-chain.ts'
import { policies } from '../../api/policies/index.ts'
import { migrate } from '../../db/migrate.ts'
import { seedDemonstration } from '../../db/seeds/demonstration.ts'
import { Store } from '../../db/store.ts'
import { expect, test } from '../support/portal.ts'
import { TEST_KEYS, worldIn } from '../support/world.ts'

/** What two runs must have in common; encrypted texts differ by their random beginnings. */
const CASES =
  'select number, state, track, gist, registered_on, next_due_on from case_files order by id'
const AWARDS =
  'select title, period, place, state from awards order by hall_id, period, title, place'
const HALLS_WITH_CASES =
  'select h.key, count(*) n from case_files c join halls h on h.id = c.hall_id group by 1'
const COMPARED = [
  'select key, name, policy from halls',
  'select code, number, business from windows order by id',
  'select login, name from officers order by id',
  'select window_id, day, level, count from rating_counts order by 1, 2, 3',
  CASES,
  HALLS_WITH_CASES,
  'select kind, day_zero, due_on, met_on from deadlines order by id',
  'select item, points, period, confirmed from score_entries order by id',
  'select hall_id, period, sheet, worksheet from star_awards order by id',
  AWARDS,
  'select hall_id, month, version, figures, confirmed_on, note from monthly_reports order by id',
  'select batch, withheld, published_on from outcomes order by id',
  'select number, refused_on, filed_on, important from negative_filings order by id',
  'select filing_id, step, outcome, counted_on, due_on from negative_filing_steps order by id',
  'select rating_id, level, call_due_on, ended_on from rating_follow_ups order by id',
  'select window_id, began_on, confirmed, repaired_on from device_faults order by id',
  'select kind, object, day, at from events order by seq',
]

async function seededHalls(seed: string) {
  const folder = await mkdtemp(join(tmpdir(), 'starwindow-demo-'))
  await migrate(`file:${join(folder, 'starwindow.db')}`)
  const world = await worldIn(folder, () => new Date('2026-11-22T01:00:00Z'), {}, seed)
  await world.store.close()
  const relaxed = {
    ...world,
    store: await Store.open(`file:${join(folder, 'starwindow.db')}`, { relaxed: true }),
  }
  expect(await seedDemonstration(relaxed, '2026-09-21')).toBe(true)
  expect(await seedDemonstration(relaxed, '2026-09-21')).toBe(false)
  const tables: Record<string, unknown[]> = {}
  for (const query of COMPARED) tables[query] = await relaxed.store.read.all(sql.raw(query))
  const chain = await verifyChain(relaxed.store.read, TEST_KEYS.chain)
  await relaxed.store.close()
  await rm(folder, { recursive: true, force: true })
  return { tables, chain }
}

test(
  'two runs give the same halls with cases in every state, and their log is whole',
  { timeout: 240_000 },
  async () => {
    const first = await seededHalls('one')
    const second = await seededHalls('another')
    for (const query of COMPARED) {
      expect(first.tables[query]!.length, query).toBeGreaterThan(0)
      expect(second.tables[query], query).toEqual(first.tables[query])
    }
    expect(first.chain.broken).toBeNull()
    const flags = (
      first.tables[AWARDS] as { title: string; period: string; state: string }[]
    ).filter(({ title, state }) => title === 'redFlagWindow' && state === 'awarded')
    expect(new Set(flags.map(({ period }) => period))).toEqual(new Set(['2026-09', '2026-10']))
    const complained = first.tables[HALLS_WITH_CASES] as { key: string; n: number }[]
    expect(complained.map(({ key }) => key).sort()).toEqual(Object.keys(policies).sort())
    expect(Math.min(...complained.map(({ n }) => n))).toBeGreaterThanOrEqual(2)
    const cases = first.tables[CASES] as { state: string }[]
    expect(new Set(cases.map(({ state }) => state))).toEqual(
      new Set([
        'registered',
        'notAccepted',
        'accepted',
        'investigating',
        'coordinating',
        'leaderReview',
        'coordinationMeeting',
        'finalOpinion',
        'awaitingApproval',
        'replied',
        'closed',
        'archived',
        'published',
        'withdrawn',
      ]),
    )
  },
)
