import { closeMonth } from '../../api/acts/score/close-month.ts'
import { post } from '../support/points.ts'
import { expect, type Portal, test } from '../support/portal.ts'

type Table = { months: string[]; rows: { name: string; scores: number[]; mean: number }[] }
type Year = { year: string; now: string; table: Table | null }

const yearOf = async (portal: Portal, key: string, year: string) =>
  (await (
    await portal.get(`/score-years?year=${year}`, await portal.as('officeHead', key))
  ).json()) as Year

async function twoMonths(portal: Portal) {
  const { id } = await portal.hall()
  portal.setClock('2026-01-20')
  await post(portal, 'anci', { item: 'A02', s: 'AC002', on: '2026-01-19' })
  await post(portal, 'anci', { item: 'A02', s: 'AC002', on: '2026-01-20' })
  portal.setClock('2026-02-06 18:00')
  expect(await closeMonth(portal.world, id, '2026-01')).toMatchObject({ state: 'closed' })
  portal.setClock('2026-02-10')
  await post(portal, 'anci', { item: 'A15', s: 'AC002', on: '2026-02-09' })
  portal.setClock('2026-03-06 18:00')
  expect(await closeMonth(portal.world, id, '2026-02')).toMatchObject({ state: 'closed' })
  portal.setClock('2026-03-10')
  await post(portal, 'anci', { item: 'A15', s: 'AC002', on: '2026-03-09' })
}

test('a year shows the closed months alone, each recomputed from its entries', async ({
  portal,
}) => {
  await twoMonths(portal)
  const { year, now, table } = await yearOf(portal, 'anci', '2026')
  expect([year, now, table?.months]).toEqual(['2026', '2026', ['2026-01', '2026-02']])
  const fined = table!.rows.find(({ name }) => name.startsWith('AC002'))
  expect(fined).toMatchObject({ scores: [96, 95], mean: 95.5 })
  const others = table!.rows.filter(({ name }) => !name.startsWith('AC002'))
  expect(others.length).toBeGreaterThan(3)
  expect(others.filter(({ mean }) => mean !== 100)).toEqual([])
})

test('a year without a closed month is empty, another hall sees its own', async ({ portal }) => {
  await twoMonths(portal)
  expect((await yearOf(portal, 'anci', '2025')).table).toEqual({ months: [], rows: [] })
  expect((await yearOf(portal, 'bingcha', '2026')).table).toEqual({ months: [], rows: [] })
})

test('a year that is none, and whoever may not read points, are refused', async ({ portal }) => {
  const head = await portal.as('officeHead')
  for (const year of ['26', '1999', 'abcd']) {
    const answer = await portal.get(`/score-years?year=${year}`, head)
    expect([year, answer.status]).toEqual([year, 404])
  }
  const stranger = await portal.get('/score-years', await portal.as('systemAdministrator'))
  expect(stranger.status).toBe(403)
})
