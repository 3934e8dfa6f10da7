import { closeMonth } from '../../api/acts/score/close-month.ts'
import { proposeComplaintEntry } from '../../api/acts/score/propose-complaint-entry.ts'
import { closeMonthsDue } from '../../api/jobs/close-month.ts'
import { monthCloses, starAwards } from '../../db/schema/index.ts'
import { decideCase, openCase, post } from '../support/points.ts'
import { expect, type Portal, test } from '../support/portal.ts'

type Lack = { what: string; count: number; needed?: number }

const missingOf = async (portal: Portal) => {
  const month = (await (await portal.get('/stars/bingcha/2026-02')).json()) as {
    state: string
    missing: Lack[]
    worksheet: unknown
  }
  expect(month.worksheet).toBeNull()
  return month
}

test('a month is not closed while something is missing, and says what', async ({ portal }) => {
  const hall = await portal.hall('bingcha')
  const windows = await portal.windowsOf('bingcha')
  expect((await missingOf(portal)).missing[0]).toEqual({ what: 'month-running', count: 1 })
  portal.setClock('2026-03-06 17:30')
  expect(await closeMonth(portal.world, hall.id, '2026-02')).toMatchObject({ state: 'not-closed' })
  portal.setClock('2026-03-09 17:30')
  expect(await closeMonthsDue(portal.world, hall.id)).toEqual({
    closed: [],
    ranked: [],
    openPlaces: 0,
  })
  expect(await missingOf(portal)).toMatchObject({
    state: 'late',
    missing: [
      { what: 'too-few-raters', count: 0, needed: Math.ceil(windows.length / 2) },
      { what: 'no-peer-mark', count: windows.length },
    ],
  })
  expect(await portal.db.select().from(monthCloses)).toEqual([])
  expect(await portal.db.select().from(starAwards)).toEqual([])
})

test('entries that wait and cases without points are counted, never named', async ({ portal }) => {
  const counted = async () =>
    (await missingOf(portal)).missing.filter(({ what }) => /entry|case/.test(what))
  const caseId = await openCase(portal, 'bingcha', { w: '1号' })
  await decideCase(portal, 'bingcha', caseId, 'substantiated', '2026-02-25', false)
  portal.setClock('2026-03-09 10:00')
  expect(await counted()).toEqual([{ what: 'case-without-points', count: 1 }])
  await portal.world.store.write((tx) =>
    proposeComplaintEntry(tx, portal.world, { caseId, by: null }),
  )
  expect(await counted()).toEqual([{ what: 'entry-unconfirmed', count: 1 }])
  await post(portal, 'bingcha', { item: 'M9.1', w: '2号', on: '2026-02-25' })
  expect(await counted()).toEqual([{ what: 'entry-unconfirmed', count: 1 }])
})
