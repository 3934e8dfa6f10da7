import { monitorEventLoopDelay } from 'node:perf_hooks'
import { eq, sql } from 'drizzle-orm'
import { bingchaMonthly } from '../../api/policies/sheets/bingcha-monthly.ts'
import { monthCards } from '../../api/reads/score-year.ts'
import { addMonths, type Month } from '../../api/rules/day.ts'
import { halls, officers, scoreEntries, windows } from '../../db/schema/index.ts'
import { Store } from '../../db/store.ts'
import { benchHall, removeFolder } from './servers.ts'
import { median, type Subject } from './subject.ts'

const ROUNDS = 5
const WINDOWS = 30
const ENTRIES = 100_000
const MONTHS = Array.from({ length: 12 }, (_, index) => addMonths('2026-01' as Month, index))
const NS_PER_MS = 1e6

/** A hall of thirty windows with a year of entries, copied by SQL from one that an act could make. */
async function yearOfEntries(folder: string) {
  const store = await Store.open(`file:${folder}/starwindow.db`)
  const [hall] = await store.read.select().from(halls)
  const [officer, other] = await store.read.select().from(officers).limit(2)
  const items = JSON.stringify(
    bingchaMonthly.items.flatMap(({ code, kind, points }) =>
      typeof points === 'number' ? [{ code, points: kind === 'deduction' ? -points : points }] : [],
    ),
  )
  await store.write(async (tx) => {
    await tx.run(sql`
      insert into windows (hall_id, department_id, code, number, business, floor, opened_on, paused)
      with recursive n(i) as (select 1 union all select i + 1 from n where i < ${WINDOWS})
      select hall_id, department_id,
        substr('23456789abcdefghjkmnpqrstuvwxyz', 1 + i / 10, 1) ||
        substr('23456789abcdefghjkmnpqrstuvwxyz', 1 + i % 10, 1) || 'zzzzzz',
        '测' || i || '号', business, floor, opened_on, paused
      from n, (select * from windows limit 1)`)
  })
  const subjects = (
    await store.read
      .select({ id: windows.id })
      .from(windows)
      .where(sql`number like '测%'`)
  ).map(({ id }) => id)
  for (let part = 0; part < 12; part++) {
    await store.write(async (tx) => {
      await tx.run(sql`
        insert into score_entries (public_id, hall_id, sheet, item, window_id, quantity, points,
          occurred_on, period, source, reason, proposed_by, proposed_on, decided_by, decided_on,
          confirmed)
        with recursive n(i) as (
          select ${part} union all select i + 12 from n where i + 12 < ${ENTRIES})
        select 'bench-' || i, ${hall!.id}, ${bingchaMonthly.key},
          json_extract(item.value, '$.code'), ${subjects[0]!} + i / 12 % ${WINDOWS}, 1,
          json_extract(item.value, '$.points'), ${`${MONTHS[part]}-10`}, ${MONTHS[part]!},
          'patrol', '测速', ${officer!.id}, ${`${MONTHS[part]}-10`}, ${other!.id},
          ${`${MONTHS[part]}-11`}, 1
        from n join json_each(${items}) item
          on item.key = (i / 360) % json_array_length(${items})`)
    })
  }
  return { store, hallId: hall!.id, subjects }
}

type Run = { ms: number; stall: number }

async function timed(work: () => Promise<unknown>): Promise<Run> {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  await new Promise((wait) => setTimeout(wait, 20))
  const from = performance.now()
  await work()
  const ms = performance.now() - from
  await new Promise((wait) => setTimeout(wait, 20))
  delay.disable()
  return { ms, stall: delay.max / NS_PER_MS }
}

/**
 * Every scorecard of a year, recomputed from 100,000 entries, against one query that reads the
 * same rows and adds their points up.
 */
async function measure(): Promise<{ ours: Run[]; bare: Run[] }> {
  const { folder } = await benchHall()
  const { store, hallId, subjects } = await yearOfEntries(folder)
  const months = MONTHS.map((month) => ({ month, subjects }))
  const year = () => monthCards(store.read, hallId, bingchaMonthly, months)
  const oneQuery = async () => {
    const rows = await store.read
      .select({
        id: scoreEntries.windowId,
        period: scoreEntries.period,
        points: scoreEntries.points,
      })
      .from(scoreEntries)
      .where(eq(scoreEntries.hallId, hallId))
    const sums = new Map<string, number>()
    for (const { id, period, points } of rows) {
      const key = `${period} ${id}`
      sums.set(key, (sums.get(key) ?? 0) + points)
    }
    return sums
  }
  const cards = await year()
  const counted = cards.reduce(
    (sum, { card }) => sum + card.lines.reduce((all, { quantity }) => all + quantity, 0),
    0,
  )
  if (counted !== ENTRIES) throw new Error(`${counted} entries counted instead of ${ENTRIES}`)
  const ours: Run[] = []
  const bare: Run[] = []
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(await timed(year))
    bare.push(await timed(oneQuery))
  }
  await store.close()
  await removeFolder(folder)
  return { ours, bare }
}

let measured: ReturnType<typeof measure> | null = null
const once = () => (measured ??= measure())

const subject = (name: string, figure: (run: Run) => number, wanted: string): Subject => ({
  name,
  async run() {
    const { ours, bare } = await once()
    const value = median(ours.map(figure))
    const against = median(bare.map(figure))
    return [{ name, value, unit: 'ms', against, ratio: value / against, wanted }]
  },
})

export const subjects: readonly Subject[] = [
  subject('scorecards-year', ({ ms }) => ms, '< 1000 ms'),
  subject('scorecards-stall', ({ stall }) => stall, '< 60 ms'),
]
