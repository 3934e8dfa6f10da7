import { eq } from 'drizzle-orm'
import { closeMonthsDue } from '../../api/jobs/close-month.ts'
import { events, outbox } from '../../db/schema/index.ts'
import { attend } from '../support/points.ts'
import { expect, type Portal, test } from '../support/portal.ts'

const lettersOf = async (portal: Portal, key: string) => {
  const hall = await portal.hall(key)
  const rows = await portal.db.select().from(outbox).where(eq(outbox.kind, 'month-waits'))
  return rows
    .filter(({ hallId }) => hallId === hall.id)
    .map((letter) => letter.key.split(':').slice(1).join(' '))
    .sort()
}

const readersOf = async (portal: Portal, key: string) => {
  const told = [
    ...(await portal.officersWith('officeHead', key)),
    ...(await portal.officersWith('assessmentGroup', key)),
  ]
  return [...new Set(told.map(({ id }) => id))]
}

test.for<[why: string, hall: string, at: string, months: string[]]>([
  ['a minute early nobody is told', 'bingcha', '2026-03-06 17:29', []],
  ['a month that cannot close is told of', 'bingcha', '2026-03-06 17:30', ['2026-02']],
  ['a closed month without attended days', 'anci', '2026-03-10 17:30', ['2026-02']],
  ['it closed that day and ranks two days later', 'anci', '2026-03-09 17:30', []],
])('%s', async ([, key, at, months], { portal }) => {
  const hall = await portal.hall(key)
  await attend(portal, '2026-01', 20)
  if (key === 'anci') {
    portal.setClock('2026-03-06 17:30')
    await closeMonthsDue(portal.world, hall.id)
  }
  const before = await lettersOf(portal, key)
  portal.setClock(at)
  await closeMonthsDue(portal.world, hall.id)
  const since = (await lettersOf(portal, key)).filter((letter) => !before.includes(letter))
  const told = (await readersOf(portal, key)).flatMap((id) => months.map((m) => `${m} ${id}`))
  expect(since.filter((letter) => letter.startsWith('2026-02'))).toEqual(told.sort())
})

test('a month that goes on waiting is told of once', async ({ portal }) => {
  const hall = await portal.hall('bingcha')
  portal.setClock('2026-03-06 17:30')
  await closeMonthsDue(portal.world, hall.id)
  const letters = await lettersOf(portal, 'bingcha')
  expect(letters.length).toBeGreaterThan(0)
  portal.setClock('2026-03-09 17:30')
  await closeMonthsDue(portal.world, hall.id)
  expect(await lettersOf(portal, 'bingcha')).toEqual(letters)
  const told = await portal.db.select().from(events).where(eq(events.kind, 'month-waited'))
  expect(told.filter(({ object }) => object === 'month:2026-02')).toHaveLength(1)
})
