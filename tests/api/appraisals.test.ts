import { describe } from 'vitest'
import {
  attendanceRatesOf,
  dailyAppraisalsOf,
  hygieneScoresOf,
  sickDaysOf,
} from '../../api/reads/appraisal-figures.ts'
import { awardVetoes, scoreEntries } from '../../db/schema/index.ts'
import { answerTimePasses, personOf } from '../support/points.ts'
import { expect, type Portal, test } from '../support/portal.ts'

type Json = Record<string, unknown>
const reasonOf = async (answer: Response) => [answer.status, ((await answer.json()) as Json).reason]
const entries = (portal: Portal) => portal.db.select().from(scoreEntries).orderBy(scoreEntries.id)

describe('attendance findings', () => {
  test.for<[why: string, key: string, number: string, more: Json, item: string | null]>([
    ['Anci: 08:40 is in time', 'anci', 'AC002', { kind: 'late', at: '08:40' }, null],
    ['Anci: 08:41 is late', 'anci', 'AC002', { kind: 'late', at: '08:41' }, 'A01'],
    ['Anci: gone before the end', 'anci', 'AC002', { kind: 'early', at: '11:50' }, 'A01'],
    ['Anci: no mark', 'anci', 'AC002', { kind: 'markMissing' }, 'A02'],
    ['Anci: away thirty minutes', 'anci', 'AC002', { kind: 'away', minutes: '30' }, null],
    ['Anci: away forty minutes', 'anci', 'AC002', { kind: 'away', minutes: '40' }, 'A03'],
    ['Anci: a morning and ten minutes', 'anci', 'AC002', { kind: 'away', minutes: '220' }, 'A04'],
    ['Bingcha: half a day', 'bingcha', 'BC001', { kind: 'away', minutes: '210' }, 'M8.2'],
    ['Bingcha: an hour', 'bingcha', 'BC001', { kind: 'away', minutes: '60' }, 'M1.1'],
    [
      'Bingcha: late, kept for the half year',
      'bingcha',
      'BC001',
      { kind: 'late', at: '08:05' },
      null,
    ],
    [
      'Qingpu: 08:20 is after the time asked for',
      'qingpu',
      'QP001',
      { kind: 'late', at: '08:20' },
      null,
    ],
    ['Qingpu: 08:31, without points', 'qingpu', 'QP001', { kind: 'late', at: '08:31' }, 'R6'],
  ])('%s', async ([, key, number, more, item], { portal }) => {
    const body = {
      staff: (await personOf(portal, number)).publicId,
      day: '2026-02-25',
      session: 'morning',
      ...more,
    }
    const patrol = await portal.as('patrolOfficer', key)
    const answer = await portal.post('/appraisals/findings', body, patrol)
    expect(answer.status).toBe(201)
    const written = await entries(portal)
    expect(written.map((entry) => entry.item)).toEqual(item === null ? [] : [item])
    if (item === null) {
      const group = await portal.as('assessmentGroup', key)
      const table = (await (
        await portal.get('/appraisals/findings?month=2026-02', group)
      ).json()) as { findings: { id: string; state: string }[] }
      const path = `/appraisals/findings/${table.findings[0]!.id}/confirmation`
      expect((await portal.post(path, {}, group)).status).toBe(201)
      expect(await reasonOf(await portal.post(path, {}, group))).toEqual([
        409,
        'entry-already-decided',
      ])
    }
  })

  test('what is in time is not written down, and nothing twice', async ({ portal }) => {
    const staff = (await personOf(portal, 'AC002')).publicId
    const patrol = await portal.as('patrolOfficer')
    const find = (more: Json) =>
      portal.post('/appraisals/findings', { staff, day: '2026-02-25', ...more }, patrol)
    expect((await find({ kind: 'late', at: '08:19' })).status).toBe(422)
    expect((await find({ kind: 'early', at: '12:00' })).status).toBe(422)
    expect((await find({ kind: 'late', at: '' })).status).toBe(422)
    expect((await find({ kind: 'away', minutes: '' })).status).toBe(422)
    expect((await find({ kind: 'late', at: '08:50' })).status).toBe(201)
    expect(await reasonOf(await find({ kind: 'late', at: '08:50' }))).toEqual([
      409,
      'finding-known',
    ])
  })
})

test('marks, sick days and rates need a second person', async ({ portal }) => {
  const hall = await portal.hall('qingpu')
  const head = await portal.as('officeHead', 'qingpu')
  const group = await portal.as('assessmentGroup', 'qingpu')
  const rateIn = async () => (await attendanceRatesOf(portal.db, hall.id, '2026-Q1')).staff
  portal.setClock('2026-04-02 09:00')
  const person = await personOf(portal, 'QP001')
  for (const [month, present] of [
    ['2026-01', '129'],
    ['2026-02', '132'],
    ['2026-03', '130'],
  ] as const) {
    const table = {
      month,
      staff: [person.publicId],
      days: ['15'],
      due: ['132'],
      present: [present],
    }
    const body = { ...table, sick: ['16'], leave: ['2'] }
    expect(
      (await portal.post('/scores/attendance', { ...body, present: ['133'] }, head)).status,
    ).toBe(422)
    expect((await portal.post('/scores/attendance', { ...body, present: [''] }, head)).status).toBe(
      422,
    )
    expect((await portal.post('/scores/attendance', body, head)).status).toBe(201)
    expect((await rateIn()).get(person.id)).toBeNull()
    const other = { ...body, sick: ['15'] }
    expect((await portal.post('/scores/attendance/confirmation', other, group)).status).toBe(409)
    expect((await portal.post('/scores/attendance/confirmation', body, group)).status).toBe(201)
  }
  expect((await rateIn()).get(person.id)).toBe(98.74)
  expect([...(await sickDaysOf(portal.db, hall.id, '2026'))]).toEqual([[person.id, 48]])
})

describe('a roll call of Bingcha', () => {
  test('late, absent and uncooperative are proposed for the window, once', async ({ portal }) => {
    const people = ['BC001', 'BC002', 'BC003', 'BC004']
    const staff = await Promise.all(
      people.map(async (number) => (await personOf(portal, number)).publicId),
    )
    const roll = {
      day: '2026-02-27',
      activity: '周例会',
      staff,
      mark: ['late', 'absent', 'uncooperative', ''],
    }
    const desk = await portal.as('complaintDesk', 'bingcha')
    expect((await portal.post('/appraisals/roll-call', { ...roll, mark: [] }, desk)).status).toBe(
      422,
    )
    expect((await portal.post('/appraisals/roll-call', roll, desk)).status).toBe(201)
    expect(await entries(portal)).toMatchObject(
      [
        ['M5.1', -1],
        ['M5.2', -2],
        ['M5.3', -3],
      ].map(([item, points]) => ({ item, points, confirmed: null, answerUntil: '2026-03-04' })),
    )
    expect((await entries(portal)).every(({ windowId, staffId }) => windowId && staffId)).toBe(true)
    expect(await reasonOf(await portal.post('/appraisals/roll-call', roll, desk))).toEqual([
      409,
      'roll-called',
    ])
    const anci = await portal.as('complaintDesk')
    expect(await reasonOf(await portal.post('/appraisals/roll-call', roll, anci))).toEqual([
      409,
      'no-sheet-here',
    ])
  })
})

describe('hygiene of Qingpu', () => {
  test('an inspection, its deductions, its confirmation', async ({ portal }) => {
    const hall = await portal.hall('qingpu')
    const [first, second] = await portal.windowsOf('qingpu')
    const desk = await portal.as('complaintDesk', 'qingpu')
    const head = await portal.as('officeHead', 'qingpu')
    const group = await portal.as('assessmentGroup', 'qingpu')
    const open = { month: '2026-02', day: '2026-02-26', inspector: '第三方保洁评估' }
    const takeOff = (more: Json) =>
      portal.post(
        '/appraisals/hygiene/deductions',
        { month: '2026-02', window: first!.code, reason: '现场照片 1', ...more },
        desk,
      )
    expect(await reasonOf(await takeOff({ item: 'W6' }))).toEqual([409, 'inspection-missing'])
    expect(
      (await portal.post('/appraisals/hygiene', { ...open, day: '2025-12-31' }, desk)).status,
    ).toBe(422)
    expect((await portal.post('/appraisals/hygiene', open, desk)).status).toBe(201)
    expect((await takeOff({ item: 'W1', points: '1.5' })).status).toBe(201)
    expect((await takeOff({ item: 'W2', points: '0.75' })).status).toBe(422)
    expect((await takeOff({ item: 'R1' })).status).toBe(422)
    expect((await takeOff({ item: 'W6' })).status).toBe(201)
    expect(
      await reasonOf(
        await portal.post('/appraisals/hygiene/confirmation', { month: '2026-02' }, head),
      ),
    ).toEqual([409, 'inspection-entries-open'])
    await answerTimePasses(portal)
    for (const { publicId } of await entries(portal))
      expect(
        (await portal.post(`/scores/entries/${publicId}/confirmation`, {}, group)).status,
      ).toBe(201)
    expect(await hygieneScoresOf(portal.db, hall.id, '2026-Q1')).toBeNull()
    expect(
      await reasonOf(
        await portal.post(
          '/appraisals/hygiene/confirmation',
          { month: '2026-02' },
          await portal.as('complaintDesk', 'qingpu'),
        ),
      ),
    ).toEqual([403, 'not-yours'])
    expect(
      (await portal.post('/appraisals/hygiene/confirmation', { month: '2026-02' }, head)).status,
    ).toBe(201)
    const scores = (await hygieneScoresOf(portal.db, hall.id, '2026-Q1'))!
    expect([scores(first!.id), scores(second!.id)]).toEqual([4.68, 5])
    expect(await reasonOf(await takeOff({ item: 'W7' }))).toEqual([409, 'inspected-already'])
    expect(await portal.db.select().from(awardVetoes)).toMatchObject([
      { cause: 'smoking', windowId: first!.id, fromDay: '2026-02-26', untilDay: '2026-03-31' },
    ])
  })

  test('taking the smoking back lifts the bar', async ({ portal }) => {
    const [first] = await portal.windowsOf('qingpu')
    const patrol = await portal.as('patrolOfficer', 'qingpu')
    const group = await portal.as('assessmentGroup', 'qingpu')
    const entry = {
      item: 'W6',
      window: first!.code,
      quantity: 1,
      occurredOn: '2026-02-20',
      reason: '后门吸烟',
    }
    const { id } = (await (await portal.post('/scores/entries', entry, patrol)).json()) as {
      id: string
    }
    await answerTimePasses(portal)
    await portal.post(`/scores/entries/${id}/confirmation`, {}, group)
    expect(await portal.db.select().from(awardVetoes)).toHaveLength(1)
    const head = await portal.as('officeHead', 'qingpu')
    const back = (await (
      await portal.post(`/scores/entries/${id}/reversal`, { reason: '看错了' }, head)
    ).json()) as { id: string }
    await portal.post(`/scores/entries/${back.id}/confirmation`, {}, group)
    expect(await portal.db.select().from(awardVetoes)).toEqual([])
  })
})

test('Anci: promised cases done early earn a point for each full tenth, once', async ({
  portal,
}) => {
  const staff = await Promise.all(
    ['AC002', 'AC003', 'AC005'].map(async (number) => (await personOf(portal, number)).publicId),
  )
  const desk = await portal.as('complaintDesk')
  const body = { month: '2026-02', staff, promised: ['60', '4', '10'], early: ['43', '4', '0'] }
  const enter = (more: Json = {}) => portal.post('/appraisals/early', { ...body, ...more }, desk)
  expect((await enter({ early: ['61', '4', '0'] })).status).toBe(422)
  expect(await reasonOf(await enter({ month: '2026-03' }))).toEqual([409, 'marks-not-yet'])
  expect(await (await enter()).json()).toEqual({ proposed: 1 })
  expect(await entries(portal)).toMatchObject([
    {
      item: 'AB5',
      quantity: 7,
      points: 7,
      answerUntil: null,
      reason: '承诺件 60 件，提前办结 43 件',
    },
  ])
  expect(await reasonOf(await enter())).toEqual([409, 'early-entered'])
})

describe('half a year of Bingcha', () => {
  test('figures bring items, each once; the sheet is recomputed', async ({ portal }) => {
    const person = await personOf(portal, 'BC001')
    const desk = await portal.as('complaintDesk', 'bingcha')
    const head = await portal.as('officeHead', 'bingcha')
    const group = await portal.as('assessmentGroup', 'bingcha')
    const leave = {
      month: '2026-02',
      staff: [person.publicId],
      days: ['1'],
      sick: ['15'],
      leave: ['6'],
    }
    await portal.post('/scores/attendance', leave, head)
    await portal.post('/scores/attendance/confirmation', leave, group)
    const write = (more: Json) =>
      portal.post(
        '/appraisals/half-year',
        { month: '2026-02', staff: person.publicId, ...more },
        desk,
      )
    expect((await write({ cases: '10', onTime: '' })).status).toBe(422)
    expect((await write({ cases: '10', onTime: '11' })).status).toBe(422)
    expect(await (await write({ cases: '500', onTime: '487' })).json()).toEqual({ proposed: 2 })
    expect(await entries(portal)).toMatchObject([
      { item: 'H3.1', points: -1, quantity: 1, staffId: person.id, windowId: null },
      { item: 'H4.2', points: -1, quantity: 2 },
    ])
    expect(await reasonOf(await write({}))).toEqual([409, 'nothing-from-figures'])
    await answerTimePasses(portal)
    for (const { publicId } of await entries(portal))
      expect(
        (await portal.post(`/scores/entries/${publicId}/confirmation`, {}, group)).status,
      ).toBe(201)
    const table = (await (
      await portal.get('/appraisals/half-year?month=2026-02', head)
    ).json()) as {
      half: string
      people: { number: string; card: { score: number } }[]
    }
    const scoreOfPerson = table.people.find(({ number }) => number === 'BC001')?.card.score
    expect([table.half, scoreOfPerson]).toEqual(['2026-H1', 93])
  })

  test('the sheets of persons and of windows are kept apart', async ({ portal }) => {
    const desk = await portal.as('complaintDesk', 'bingcha')
    const staff = (await personOf(portal, 'BC001')).publicId
    const entry = { item: 'H1.3', quantity: 1, occurredOn: '2026-02-20', reason: '着装' }
    expect((await portal.post('/scores/entries', entry, desk)).status).toBe(422)
    expect((await portal.post('/scores/entries', { ...entry, staff }, desk)).status).toBe(201)
    expect((await portal.get('/stars/bingcha/2026-02')).status).toBe(200)
  })
})

describe('appraisals of Qingpu', () => {
  test('daily and yearly parts by two people, then the grade', async ({ portal }) => {
    const hall = await portal.hall('qingpu')
    const desk = await portal.as('complaintDesk', 'qingpu')
    const head = await portal.as('officeHead', 'qingpu')
    portal.setClock('2026-03-31 09:00')
    const people = (
      (await (await portal.get('/appraisals/marks/yearly?month=2026-03', desk)).json()) as {
        rows: { staff: string; isHead: boolean; number: string }[]
      }
    ).rows
    const best = people.find(({ isHead }) => isHead)!
    const post = (path: string, part: string, marks: string[], more: Json, cookie: string) =>
      portal.post(path, { month: '2026-03', part, staff: [best.staff], marks, ...more }, cookie)
    const daily = ['20', '20', '20', '25', '9', '5']
    const yearly = ['9.5', '5.4', '22']
    expect(
      (await post('/appraisals/marks', 'daily', ['21', ...daily.slice(1)], {}, desk)).status,
    ).toBe(422)
    expect((await post('/appraisals/marks', 'yearly', ['9.5', '6.5', '22'], {}, desk)).status).toBe(
      422,
    )
    expect((await post('/appraisals/marks', 'daily', daily, {}, desk)).status).toBe(201)
    expect((await dailyAppraisalsOf(portal.db, hall.id, '2026-Q1')).size).toBe(0)
    expect(
      (await post('/appraisals/marks/confirmation', 'daily', [...daily.slice(0, 5), '4'], {}, head))
        .status,
    ).toBe(409)
    expect((await post('/appraisals/marks/confirmation', 'daily', daily, {}, desk)).status).toBe(
      403,
    )
    expect((await post('/appraisals/marks/confirmation', 'daily', daily, {}, head)).status).toBe(
      201,
    )
    expect([...(await dailyAppraisalsOf(portal.db, hall.id, '2026-Q1')).values()]).toEqual([99])
    expect([...(await dailyAppraisalsOf(portal.db, hall.id, '2026')).values()]).toEqual([99])
    const absent = { absent: ['11'], abroad: ['0'] }
    expect((await post('/appraisals/marks', 'yearly', yearly, absent, desk)).status).toBe(201)
    expect(
      (await post('/appraisals/marks/confirmation', 'yearly', yearly, absent, head)).status,
    ).toBe(201)
    const grades = (await (await portal.get('/appraisals/grades?month=2026-03', head)).json()) as {
      people: { number: string; year: Json | null; lacks: string[] }[]
    }
    expect(grades.people.find(({ number }) => number === best.number)?.year).toMatchObject({
      total: 36.9,
      dailyLost: true,
    })
    expect(grades.people.filter(({ year }) => year === null)[0]?.lacks).toEqual(['daily', 'yearly'])
    expect((await portal.get('/appraisals/grades', desk)).status).toBe(403)
    const anci = await portal.as('officeHead')
    expect(await reasonOf(await portal.get('/appraisals/grades', anci))).toEqual([
      409,
      'no-sheet-here',
    ])
  })
})
