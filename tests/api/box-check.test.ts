import { boxChecks, events, tasks } from '../../db/schema/index.ts'
import { eq } from 'drizzle-orm'
import { runDueJobs } from '../../api/jobs/run-due-jobs.ts'
import { boxDays } from '../../api/rules/box-check.ts'
import { calendar } from '../../api/policies/calendar.ts'
import { anci } from '../../api/policies/anci.ts'
import { bingcha } from '../../api/policies/bingcha.ts'
import type { Day } from '../../api/rules/day.ts'
import type { Role } from '../../api/rules/roles.ts'
import { expect, test } from '../support/portal.ts'

test('a look is entered, done with its task, and shown; none found is entered too', async ({
  portal,
}) => {
  await runDueJobs(portal.world)
  const patrol = await portal.as('patrolOfficer')
  expect(await portal.db.select().from(tasks).where(eq(tasks.kind, 'boxCheck'))).toMatchObject([
    { dueOn: '2026-03-02', doneOn: null },
  ])
  const before = (await (await portal.get('/box-checks', patrol)).json()) as Json
  expect(before.days[0]).toMatchObject({ day: '2026-03-02', stands: 'open', checks: [] })

  const answer = await portal.post('/box-checks', { found: '0', note: '都空着' }, patrol)
  expect(answer.status).toBe(201)
  const [officer] = await portal.officersWith('patrolOfficer')
  expect(await portal.db.select().from(tasks).where(eq(tasks.kind, 'boxCheck'))).toMatchObject([
    { doneOn: '2026-03-02', doneBy: officer!.id },
  ])
  expect(await portal.db.select().from(events).where(eq(events.kind, 'box-checked'))).toMatchObject(
    [{ officerId: officer!.id, day: '2026-03-02' }],
  )
  const after = (await (await portal.get('/box-checks', patrol)).json()) as Json
  expect(after.days).toHaveLength(30)
  expect(after.days[0]).toMatchObject({
    stands: 'checked',
    checks: [{ found: 0, note: '都空着', by: officer!.name }],
  })
})

type Json = { days: Record<string, unknown>[]; hasBox: boolean; channels: string[] }

test('sent twice it is one look; another one later the same day is another', async ({ portal }) => {
  const desk = await portal.as('complaintDesk')
  await Promise.all([1, 2].map(() => portal.post('/box-checks', { found: 2, note: '' }, desk)))
  expect(await portal.db.select().from(boxChecks)).toHaveLength(1)
  portal.setClock('2026-03-02 15:00')
  await portal.post('/box-checks', { found: 2, note: '' }, desk)
  expect(await portal.db.select().from(boxChecks)).toHaveLength(2)
})

test('a day that passed without a look stays a gap, and the office was warned', async ({
  portal,
}) => {
  await runDueJobs(portal.world)
  portal.setClock('2026-03-03 18:30')
  await runDueJobs(portal.world)
  const desk = await portal.as('complaintDesk')
  await portal.post('/box-checks', { found: 0 }, desk)
  const { days } = (await (await portal.get('/box-checks', desk)).json()) as Json
  expect(days.slice(0, 3).map(({ day, stands }) => [day, stands])).toEqual([
    ['2026-03-03', 'checked'],
    ['2026-03-02', 'missed'],
    ['2026-03-01', 'free'],
  ])
})

test.for<[why: string, found: unknown]>([
  ['nothing typed', ''],
  ['a word', '几封'],
  ['fewer than none', -1],
  ['half a letter', '0.5'],
])('%s is no count of letters', async ([, found], { task }) => {
  const { openPortal } = await import('../support/portal.ts')
  const { inject } = await import('vitest')
  const portal = await openPortal(inject('furnishedPortal'))
  const answer = await portal.post('/box-checks', { found }, await portal.as('patrolOfficer'))
  expect([task.name, answer.status]).toEqual([task.name, 422])
  expect(await portal.db.select().from(boxChecks)).toEqual([])
  await portal.close()
})

test.for<[who: Role, status: number]>([
  ['patrolOfficer', 201],
  ['complaintDesk', 201],
  ['officeHead', 201],
  ['handler', 201],
  ['windowStaff', 403],
  ['custodian', 403],
  ['auditor', 403],
  ['systemAdministrator', 403],
])('%s may enter a look: %i', async ([who, status]) => {
  const { openPortal } = await import('../support/portal.ts')
  const { inject } = await import('vitest')
  const portal = await openPortal(inject('furnishedPortal'))
  const cookie = await portal.as(who)
  expect((await portal.post('/box-checks', { found: 1 }, cookie)).status).toBe(status)
  expect((await portal.post('/box-checks', { found: 1 })).status).toBe(401)
  await portal.close()
})

test('a hall without book and box has nothing to look into', async ({ portal }) => {
  const desk = await portal.as('complaintDesk', 'qingpu')
  expect(await (await portal.get('/box-checks', desk)).json()).toMatchObject({
    hasBox: false,
    channels: [],
  })
  const answer = await portal.post('/box-checks', { found: 0 }, desk)
  expect([answer.status, ((await answer.json()) as { reason: string }).reason]).toEqual([
    409,
    'no-box-here',
  ])
})

test.for<[why: string, today: Day, day: Day, checked: Day[], stands: string]>([
  ['today, nobody looked yet', '2026-03-02', '2026-03-02', [], 'open'],
  ['today, somebody looked', '2026-03-02', '2026-03-02', ['2026-03-02'], 'checked'],
  ['a working day nobody looked', '2026-03-03', '2026-03-02', ['2026-03-03'], 'missed'],
  ['a Saturday', '2026-03-09', '2026-03-07', [], 'free'],
  [
    'a Saturday somebody looked all the same',
    '2026-03-09',
    '2026-03-07',
    ['2026-03-07'],
    'checked',
  ],
  ['a make-up Saturday', '2026-03-02', '2026-02-28', [], 'missed'],
  ['a day of the Spring Festival', '2026-03-02', '2026-02-18', [], 'free'],
  ['a day before the hall was there', '2026-03-02', '2026-02-09', [], 'free'],
])('%s', ([, today, day, checked, stands]) => {
  const rows = boxDays(
    anci,
    { today, days: 30, openedOn: '2026-02-10' },
    new Set(checked),
    calendar,
  )
  expect(rows.find((row) => row.day === day)?.stands).toBe(stands)
})

test('where the regulation asks for no look, no day is a gap', () => {
  const rows = boxDays(
    bingcha,
    { today: '2026-03-02', days: 30, openedOn: '2026-01-01' },
    new Set(),
    calendar,
  )
  expect(rows.every(({ stands }) => stands === 'free')).toBe(true)
})
