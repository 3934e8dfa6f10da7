import { and, asc, eq, isNull, like } from 'drizzle-orm'
import { runDueJobs } from '../../api/jobs/run-due-jobs.ts'
import { knownCalendar } from '../../api/reads/known-calendar.ts'
import { letterFacts } from '../../api/reads/letter-facts.ts'
import {
  calendarDays,
  calendarYears,
  deadlineMoves,
  deadlines,
  departments,
  events,
  outbox,
  tasks,
} from '../../db/schema/index.ts'
import { letters } from '../../emails/letters.ts'
import { deskCase } from '../support/desk-case.ts'
import { lodgeAt } from '../support/lodge.ts'
import { expect, type Portal, test } from '../support/portal.ts'

const NOTICE_2027 = [
  '2027-01-01～2027-01-03 休 元旦',
  '2027-02-05～2027-02-11 休 春节',
  '2027-02-14 班',
].join('\n')

const enter = async (portal: Portal, lines = NOTICE_2027, year: number | string = 2027) =>
  portal.post('/calendar/years', { year, lines }, await portal.as('systemAdministrator'))

const openDates = async ({ db }: Portal) =>
  (
    await db
      .select()
      .from(deadlines)
      .where(and(isNull(deadlines.metOn), isNull(deadlines.replacedBy)))
      .orderBy(asc(deadlines.id))
  ).map(({ kind, dueOn, provisional }) => `${kind} ${dueOn}${provisional ? ' provisional' : ''}`)

const handlerOf = async (portal: Portal) =>
  (await portal.officersWith('handler', 'qingpu'))[0]!.publicId

const duties = async ({ db }: Portal) =>
  (await db.select().from(tasks).where(eq(tasks.kind, 'enter-calendar-year'))).map(
    ({ key, dueOn, doneOn }) => ({ year: key.split(':')[0], dueOn, doneOn }),
  )

test.for<[why: string, year: number | string, lines: string, errors: Record<string, RegExp>]>([
  ['a wrong year', 2027, '2027-01-01 休 元旦\n2026-01-02 休', { 'line-2': /年份/ }],
  ['no such day', 2027, '2027-02-30 休 春节', { 'line-1': /没有这一天/ }],
  ['a day twice', 2027, '2027-01-01 休 元旦\n2027-01-01 休 元旦', { 'line-2': /写过/ }],
  ['a weekend off twice', 2027, '2027-01-02 休 元旦\n2027-01-02 休 元旦', { 'line-2': /周末/ }],
  ['a working day worked', 2027, '2027-01-01 休\n2027-01-04 班', { 'line-2': /本来就上班/ }],
  [
    'ranges that meet',
    2027,
    '2027-02-05～2027-02-11 休 春节\n2027-02-11～2027-02-12 休 春节',
    { 'line-2': /重叠/ },
  ],
  [
    'two bad lines are both named',
    2027,
    '\n甲\n2027-01-01 休 元旦\n乙',
    { 'line-2': /每行/, 'line-4': /每行/ },
  ],
  ['a year with a gap before it', 2028, '2028-01-01 休 元旦', { year: /前一年/ }],
  ['a year that is over', 2025, '2025-01-01 休 元旦', { year: /过去/ }],
  ['nothing', 2027, ' ', { lines: /没有填/ }],
  ['no day off', 2027, '2027-01-03 班', { lines: /休息/ }],
  ['not a year', '二七', NOTICE_2027, { year: /数字/ }],
])('nothing is entered of %s', async ([, year, lines, errors], { portal }) => {
  for (const path of ['/calendar/preview', '/calendar/years']) {
    const admin = await portal.as('systemAdministrator')
    const answer = await portal.post(path, { year, lines }, admin)
    const body = (await answer.json()) as { errors: Record<string, string[]> }
    expect(answer.status).toBe(422)
    expect(Object.keys(body.errors)).toEqual(Object.keys(errors))
    for (const [field, sentence] of Object.entries(errors)) {
      expect(body.errors[field]![0]).toMatch(sentence)
    }
  }
  expect(await portal.db.select().from(calendarYears)).toEqual([])
  expect(await portal.db.select().from(calendarDays)).toEqual([])
})

test('only an administrator enters a year', async ({ portal }) => {
  for (const role of ['officeHead', 'auditor', 'complaintDesk'] as const) {
    const body = { year: 2027, lines: NOTICE_2027 }
    const answer = await portal.post('/calendar/years', body, await portal.as(role))
    expect(answer.status).toBe(403)
  }
})

test('a date beyond the known years opens a duty; the year moves the date, and closes it', async ({
  portal,
}) => {
  portal.setClock('2026-12-29 10:00')
  const lodged = await lodgeAt(portal)
  expect(await openDates(portal)).toEqual([
    'acceptance 2026-12-30',
    'reply 2027-01-01 provisional',
    'maximum 2027-01-12 provisional',
  ])
  expect(await duties(portal)).toEqual([{ year: '2027', dueOn: '2026-12-31', doneOn: null }])
  const followed = await portal.post('/follow', { receipt: lodged.receipt })
  const { case: seen } = (await followed.json()) as { case: { clocks: Record<string, unknown>[] } }
  expect(seen.clocks.find(({ kind }) => kind === 'reply')).toMatchObject({ provisional: true })

  const admin = await portal.as('systemAdministrator')
  const page = await (await portal.get('/calendar', admin)).json()
  expect(page).toMatchObject({ knownUntil: '2026-12-31', next: 2027, wanted: [2027] })
  const preview = await portal.post('/calendar/preview', { year: 2027, lines: NOTICE_2027 }, admin)
  const effect = (await preview.json()) as { halls: { hall: string }[] }
  const { name } = await portal.hall('qingpu')
  expect(effect).toMatchObject({
    year: 2027,
    correction: false,
    sums: { workingDays: 256, holidays: 10, makeUp: 1 },
    halls: [{ hall: name, open: 2, moved: 2, fixed: 2 }],
    moves: [
      { hall: name, kind: 'reply', from: '2027-01-01', to: '2027-01-04', count: 1 },
      { hall: name, kind: 'maximum', from: '2027-01-12', to: '2027-01-13', count: 1 },
    ],
  })
  expect(JSON.stringify(effect)).not.toContain(lodged.number)
  expect(await openDates(portal)).toContain('reply 2027-01-01 provisional')

  const entered = await enter(portal)
  expect([entered.status, await entered.json()]).toEqual([
    201,
    { year: 2027, version: 1, moved: 2 },
  ])
  expect(await openDates(portal)).toEqual([
    'acceptance 2026-12-30',
    'reply 2027-01-04',
    'maximum 2027-01-13',
  ])
  expect(portal.world.calendar.knownUntil).toBe('2027-12-31')
  expect((await knownCalendar(portal.db)).opened.has('2027-02-14')).toBe(true)
  const moves = await portal.db.select().from(deadlineMoves).orderBy(asc(deadlineMoves.id))
  expect(moves.map(({ fromDay, toDay, movedOn }) => [fromDay, toDay, movedOn])).toEqual([
    ['2027-01-01', '2027-01-04', '2026-12-29'],
    ['2027-01-12', '2027-01-13', '2026-12-29'],
  ])
  const told = await portal.db.select().from(events).where(like(events.kind, '%moved'))
  expect(told).toHaveLength(1)
  expect(await duties(portal)).toEqual([
    { year: '2027', dueOn: '2026-12-31', doneOn: '2026-12-29' },
  ])
  const [letter] = await portal.db.select().from(outbox).where(eq(outbox.kind, 'deadline-moved'))
  expect(letter).toMatchObject({ toComplainant: true })
  const { text } = letters['deadline-moved'](
    await letterFacts(portal.db, 'https://hall.example', letter!),
  )
  expect(text).toContain('2027-01-04')
  const after = await (await portal.get('/calendar', admin)).json()
  expect(after).toMatchObject({
    wanted: [],
    ledger: [
      { year: 2027, kind: 'reply', from: '2027-01-01', to: '2027-01-04', count: 1 },
      { year: 2027, kind: 'maximum', from: '2027-01-12', to: '2027-01-13', count: 1 },
    ],
    versions: [{ year: 2027, version: 1, recountedOn: '2026-12-29' }],
  })
})

test('a year that moves nothing writes to nobody, and makes the date sure', async ({ portal }) => {
  portal.setClock('2026-12-29 10:00')
  await lodgeAt(portal)
  await enter(portal, '2027-02-05～2027-02-11 休 春节')
  expect(await openDates(portal)).toContain('reply 2027-01-01')
  expect(await portal.db.select().from(deadlineMoves)).toEqual([])
  const written = await portal.db.select().from(outbox).where(eq(outbox.kind, 'deadline-moved'))
  expect(written).toEqual([])
})

test('an anonymous complainant has no letter, and the date moves all the same', async ({
  portal,
}) => {
  portal.setClock('2026-12-29 10:00')
  await lodgeAt(portal, 'qingpu', { identity: 'anonymous', contact: null })
  expect(await (await enter(portal)).json()).toMatchObject({ moved: 2 })
  const written = await portal.db.select().from(outbox).where(eq(outbox.kind, 'deadline-moved'))
  expect(written).toEqual([])
})

test('a wrong year is entered again, with a ledger of its own', async ({ portal }) => {
  portal.setClock('2026-12-29 10:00')
  await lodgeAt(portal)
  await enter(portal)
  const again = await enter(portal)
  expect(again.status).toBe(422)
  const corrected = await enter(portal, `${NOTICE_2027}\n2027-01-04 休 元旦`)
  expect(await corrected.json()).toEqual({ year: 2027, version: 2, moved: 2 })
  expect(await openDates(portal)).toContain('reply 2027-01-05')
  const moves = await portal.db.select().from(deadlineMoves)
  expect(moves.map(({ fromDay, toDay }) => `${fromDay} ${toDay}`)).toEqual([
    '2027-01-01 2027-01-04',
    '2027-01-12 2027-01-13',
    '2027-01-04 2027-01-05',
    '2027-01-13 2027-01-14',
  ])
})

test('a recount that was cut short goes on, each date moved once', async ({ portal }) => {
  portal.setClock('2026-12-29 10:00')
  for (let nth = 0; nth < 3; nth++) await lodgeAt(portal)
  await enter(portal)
  const before = await openDates(portal)
  await portal.world.store.write(async (tx) => {
    await tx.update(calendarYears).set({ recountedOn: null, recountedTo: 1 })
    await tx
      .update(deadlines)
      .set({ dueOn: '2027-01-01', provisional: true })
      .where(eq(deadlines.dueOn, '2027-01-04'))
    await tx.delete(deadlineMoves)
  })
  await runDueJobs(portal.world)
  const after = await openDates(portal)
  expect(after.filter((date) => date === 'reply 2027-01-01 provisional')).toHaveLength(1)
  expect(after.slice(3)).toEqual(before.slice(3))
  expect(await portal.db.select().from(deadlineMoves)).toHaveLength(2)
  await runDueJobs(portal.world)
  expect(await portal.db.select().from(deadlineMoves)).toHaveLength(2)
})

test('from December on every hall asks for the next year, once, with a letter', async ({
  portal,
}) => {
  portal.setClock('2026-11-30 10:00')
  await runDueJobs(portal.world)
  expect(await duties(portal)).toEqual([])
  portal.setClock('2026-12-01 10:00')
  await runDueJobs(portal.world)
  portal.setClock('2026-12-02 10:00')
  await runDueJobs(portal.world)
  expect(await duties(portal)).toHaveLength(3)
  const wanted = () =>
    portal.db.select().from(outbox).where(eq(outbox.kind, 'calendar-year-wanted'))
  const written = await wanted()
  expect(written.length).toBeGreaterThanOrEqual(3)
  const { subject } = letters['calendar-year-wanted'](
    await letterFacts(portal.db, 'https://hall.example', written[0]!),
  )
  expect(subject).toContain('2027年')
  await enter(portal)
  expect((await duties(portal)).every(({ doneOn }) => doneOn === '2026-12-02')).toBe(true)
  portal.setClock('2026-12-03 10:00')
  await runDueJobs(portal.world)
  expect(await duties(portal)).toHaveLength(3)
  expect(await wanted()).toHaveLength(written.length)
})

test('the office and the complainant read the whole worksheet, moves and all', async ({
  portal,
}) => {
  portal.setClock('2026-12-29 10:00')
  const lodged = await lodgeAt(portal)
  const desk = await portal.as('officeHead', 'qingpu')
  const queue = await (await portal.get('/cases?list=all', desk)).json()
  expect(queue).toMatchObject({ cases: [{ due: { on: '2026-12-30', provisional: false } }] })
  await enter(portal)
  const answer = await portal.get(`/cases/${lodged.number}/deadlines`, desk)
  type Sheets = { sheets: { kind: string; days: { nth: number | null }[] }[] }
  const { sheets } = (await answer.json()) as Sheets
  expect(sheets.map(({ kind }) => kind)).toEqual(['acceptance', 'reply', 'maximum'])
  const reply = {
    kind: 'reply',
    dayZero: '2026-12-29',
    workingDays: 3,
    dueOn: '2027-01-04',
    provisional: false,
    basis: 'regulation',
    moves: [{ from: '2027-01-01', to: '2027-01-04', on: '2026-12-29', year: 2027, version: 1 }],
  }
  expect(sheets[1]).toMatchObject(reply)
  expect(sheets[1]!.days.map(({ nth }) => nth)).toEqual([1, 2, null, null, null, 3])
  const followed = await portal.post('/follow', { receipt: lodged.receipt })
  const { case: seen } = (await followed.json()) as {
    case: { clocks: { kind: string; sheets: unknown[] }[] }
  }
  expect(seen.clocks.find(({ kind }) => kind === 'reply')!.sheets).toMatchObject([reply])
})

test('the worksheet keeps the date that gave way to a later one', async ({ portal }) => {
  const lodged = await lodgeAt(portal)
  const { id: hallId } = await portal.hall('qingpu')
  const some = await portal.db.select().from(departments).where(eq(departments.hallId, hallId))
  const work = await deskCase(portal, lodged.number)
  const chosen = some.slice(0, 2).map(({ id }) => String(id))
  await work.accept({ track: 'complex', departments: chosen })
  await work.act('assignment', { handler: await handlerOf(portal) })
  await work.inquire()
  await work.act('extension', {
    newDueOn: '2026-03-10',
    explanation: '要等两个部门的回复，请您多等几天。',
    told: 'yes',
  })
  const desk = await portal.as('officeHead', 'qingpu')
  const answer = await portal.get(`/cases/${lodged.number}/deadlines`, desk)
  const { sheets } = (await answer.json()) as { sheets: { kind: string }[] }
  expect(sheets.filter(({ kind }) => kind === 'reply')).toMatchObject([
    { dueOn: '2026-03-05', replacedBy: { dueOn: '2026-03-10', on: '2026-03-02' }, workingDays: 3 },
    { dueOn: '2026-03-10', replacedBy: null, workingDays: null, basis: 'named', days: [] },
  ])
})

test.for<[why: string, query: string, status: number, body: object]>([
  ['nothing asked gives the limits', '', 200, { result: null }],
  [
    'three days of the hall',
    'from=2026-02-13&limit=reply',
    200,
    { result: { day: '2026-02-25', provisional: false, count: 3, basis: 'regulation' } },
  ],
  ['ten at the most', 'from=2025-09-30&limit=maximum', 200, { result: { day: '2025-10-21' } }],
  [
    'a number of days',
    'from=2026-12-30&days=2',
    200,
    {
      result: { day: '2027-01-01', provisional: true, limit: null, basis: null },
    },
  ],
  [
    'days outweigh the limit',
    'from=2026-03-02&limit=reply&days=1',
    200,
    {
      result: { day: '2026-03-03' },
    },
  ],
  [
    'full-width days',
    `from=2026-03-02&days=${encodeURIComponent('１')}`,
    200,
    {
      result: { day: '2026-03-03' },
    },
  ],
  ['no day', 'days=3', 422, { errors: { from: ['这一项还没有填。'] } }],
  [
    'no such day',
    'from=2026-02-30&days=3',
    422,
    { errors: { from: ['没有这一天，请检查年月日。'] } },
  ],
  ['too early', 'from=1999-01-01&days=3', 422, { errors: { from: [/日期太早/] } }],
  ['not a number', 'from=2026-03-02&days=x', 422, { errors: { days: ['这里请填数字。'] } }],
  ['too many days', 'from=2026-03-02&days=61', 422, { errors: { days: [/超出了范围/] } }],
  ['no day at all', 'from=2026-03-02&days=0', 422, { errors: { days: [/超出了范围/] } }],
  [
    'a limit of another hall',
    'from=2026-03-02&limit=coordinationOpinion',
    422,
    {
      errors: { limit: [/列出的期限/] },
    },
  ],
  ['neither', 'from=2026-03-02', 422, { errors: { limit: [/列出的期限/] } }],
])('the public calculator: %s', async ([, query, status, body], { portal }) => {
  const answer = await portal.get(`/halls/qingpu/deadline?${query}`)
  expect(answer.status).toBe(status)
  const matching = JSON.parse(
    JSON.stringify(body, (_, value) =>
      value instanceof RegExp ? { matches: value.source } : value,
    ),
    (_, value) => (value?.matches ? expect.stringMatching(value.matches) : value),
  )
  expect(await answer.json()).toMatchObject(matching)
})

const todayAt = async (portal: Portal, code: string) => {
  const answer = await portal.get(`/windows/${code}`)
  return ((await answer.json()) as { today: { shifts: { opens: string }[]; closing: string } })
    .today
}

test('closing days and a window’s hours are shown, and no deadline follows them', async ({
  portal,
}) => {
  const head = await portal.as('officeHead')
  const [first, second] = await portal.windowsOf()
  const closing = { from: '2026-03-03', until: '2026-03-04', reason: '停电检修' }
  const closed = await portal.post('/opening/closings', { window: first!.code, ...closing }, head)
  expect(closed.status).toBe(201)
  const { id } = (await closed.json()) as { id: number }
  const twice = await portal.post('/opening/closings', { window: first!.code, ...closing }, head)
  expect(await twice.json()).toEqual({ id })
  portal.setClock('2026-03-03 09:00')
  expect(await todayAt(portal, first!.code)).toMatchObject({ shifts: [], closing: '停电检修' })
  expect(await todayAt(portal, second!.code)).toMatchObject({ closing: null })
  expect((await todayAt(portal, second!.code)).shifts).not.toEqual([])
  const lodged = await lodgeAt(portal, 'anci')
  const [acceptance] = await portal.db
    .select()
    .from(deadlines)
    .where(eq(deadlines.kind, 'acceptance'))
  expect([lodged.number.length > 0, acceptance!.dueOn]).toEqual([true, '2026-03-04'])

  const other = await portal.as('officeHead', 'qingpu')
  expect((await portal.delete(`/opening/closings/${id}`, other)).status).toBe(404)
  expect((await portal.delete(`/opening/closings/${id}`, head)).status).toBe(200)
  expect((await portal.delete(`/opening/closings/${id}`, head)).status).toBe(404)
  expect((await todayAt(portal, first!.code)).closing).toBe(null)

  const hours = `/opening/windows/${first!.code}/hours`
  const bad = await portal.post(hours, { hours: '周六 09:00—12:00\n周八' }, head)
  expect(bad.status).toBe(422)
  expect(await bad.json()).toMatchObject({ errors: { 'line-2': [expect.stringMatching(/每行/)] } })
  portal.setClock('2026-03-07 09:00')
  expect((await todayAt(portal, first!.code)).shifts).toEqual([])
  expect((await portal.post(hours, { hours: '周六 09:00—12:00' }, head)).status).toBe(201)
  expect((await todayAt(portal, first!.code)).shifts).toEqual([{ opens: '09:00', closes: '12:00' }])
  expect((await portal.post(hours, { hours: '' }, head)).status).toBe(201)
  expect((await todayAt(portal, first!.code)).shifts).toEqual([])
  for (const role of ['handler', 'windowHead'] as const) {
    expect((await portal.post(hours, { hours: '' }, await portal.as(role))).status).toBe(403)
  }
  const whole = { window: '', from: '2026-03-10', until: '2026-03-09', reason: '盘点' }
  expect((await portal.post('/opening/closings', whole, head)).status).toBe(422)
})
