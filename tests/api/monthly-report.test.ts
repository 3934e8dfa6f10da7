import { and, eq } from 'drizzle-orm'
import { events, monthlyReports, officers, outbox } from '../../db/schema/index.ts'
import { issueReportsDue } from '../../api/jobs/issue-reports.ts'
import { JOBS } from '../../api/jobs/jobs.ts'
import { runDueJobs } from '../../api/jobs/run-due-jobs.ts'
import type { ReportFigures } from '../../api/rules/monthly-report.ts'
import { anotherHall } from '../support/another-hall.ts'
import { deskOf } from '../support/desk.ts'
import { openCase, post } from '../support/points.ts'
import { describe, expect, type Portal, test } from '../support/portal.ts'

const NIGHT = JOBS.filter(({ name }) => name === 'issue-reports')
const night = async (portal: Portal, at: string) => {
  portal.setClock(at)
  return runDueJobs(portal.world, NIGHT)
}

/** The versions of a hall's reports from March on; earlier ones are empty. */
async function reports(portal: Portal, key = 'qingpu') {
  const { id } = await portal.hall(key)
  const all = await portal.db
    .select()
    .from(monthlyReports)
    .where(eq(monthlyReports.hallId, id))
    .orderBy(monthlyReports.month, monthlyReports.version)
  return all.filter(({ month }) => month >= '2026-03')
}
const pageOf = async (portal: Portal, month: string, cookie: string) =>
  (await (await portal.get(`/monthly-reports/${month}`, cookie)).json()) as {
    state: string
    figures: ReportFigures
    before: ReportFigures | null
    versions: Record<string, unknown>[]
    may: Record<string, boolean>
    isOwnCorrection: boolean
  }

const NOTE = { version: 1, note: '本月投诉不多，都按时答复。' }

test.for<[why: string, month: string, before: string, on: string]>([
  [
    'February 2026 on Saturday the 28th, a make-up day',
    '2026-02',
    '2026-02-27 23:45',
    '2026-02-28 23:30',
  ],
  [
    'January 2025 on Monday the 27th, before the holiday',
    '2025-01',
    '2025-01-26 23:45',
    '2025-01-27 23:30',
  ],
])('%s', async ([, month, before, on], { portal }) => {
  portal.setClock(before.replace(/ .*/, ' 08:00'))
  const { id } = await anotherHall(portal, 'standard')
  const ofHall = () => portal.db.select().from(monthlyReports).where(eq(monthlyReports.hallId, id))
  await night(portal, before)
  await night(portal, on.replace('23:30', '23:29'))
  expect(await ofHall()).toEqual([])
  await night(portal, on)
  expect(await ofHall()).toMatchObject([
    { month, version: 1, issuedOn: on.slice(0, 10), confirmedBy: null },
  ])
})

describe('a month at the desk', () => {
  test('what was received, taken up and answered stands in it, and in no second one', async ({
    portal,
  }) => {
    const head = await portal.as('officeHead', 'qingpu')
    const desk = await deskOf(portal, 'qingpu', { channel: 'visit' })
    await desk.answered()
    const declined = await deskOf(portal, 'qingpu')
    await declined.done(
      'decline',
      { category: 'anotherOrgan', explanation: '公证处的收费不归本中心管。', instead: '司法局' },
      'complaintDesk',
    )
    await night(portal, '2026-03-31 23:30')
    await night(portal, '2026-03-31 23:40')
    await issueReportsDue(portal.world, (await portal.hall('qingpu')).id, '2026-04-01')
    const { figures, state, before } = await pageOf(portal, '2026-03', head)
    expect(state).toBe('waiting')
    expect(before).toMatchObject({ until: '2026-02-28', received: 0 })
    expect(figures).toMatchObject({
      from: '2026-03-01',
      until: '2026-03-31',
      received: 2,
      accepted: 1,
      notAccepted: 1,
      onTheSpot: 1,
      withinLimit: { workingDays: 3, count: 1 },
      verifiedShare: 100,
      overdue: 0,
      workingDays: { mean: 0, median: 0 },
      pending: 0,
    })
    const issued = await reports(portal)
    expect(issued).toHaveLength(1)
    const { id: hallId } = await portal.hall('qingpu')
    const entered = await portal.db
      .select()
      .from(events)
      .where(and(eq(events.kind, 'monthly-report-issued'), eq(events.hallId, hallId)))
    expect(entered.filter(({ object }) => object === 'month:2026-03')).toHaveLength(1)
  })

  test('a night that was missed says the next morning what it would have said', async ({
    portal,
  }) => {
    const head = await portal.as('officeHead', 'qingpu')
    await openCase(portal, 'qingpu', { occurredOn: '2026-03-30', acceptedOn: '2026-03-31' })
    await openCase(portal, 'qingpu', { occurredOn: '2026-04-01' })
    await night(portal, '2026-04-01 23:45')
    const { figures } = await pageOf(portal, '2026-03', head)
    expect(figures).toMatchObject({ received: 1, accepted: 1, pending: 1, undecided: 1 })
  })

  test('until the night comes, a report that is late is shown with the days it counts', async ({
    portal,
  }) => {
    const head = await portal.as('officeHead', 'qingpu')
    await openCase(portal, 'qingpu', { occurredOn: '2026-03-31' })
    await openCase(portal, 'qingpu', { occurredOn: '2026-04-01' })
    portal.setClock('2026-04-02')
    const { state, figures } = await pageOf(portal, '2026-03', head)
    expect([state, figures.until, figures.accepted]).toEqual(['due', '2026-03-31', 1])
  })

  test('several months that were missed are made up for, each by its own days', async ({
    portal,
  }) => {
    await openCase(portal, 'qingpu', { occurredOn: '2026-03-10' })
    await openCase(portal, 'qingpu', { occurredOn: '2026-05-11' })
    await openCase(portal, 'qingpu', { occurredOn: '2026-05-12' })
    await night(portal, '2026-06-03 23:45')
    const issued = await reports(portal)
    expect(issued.map(({ month, figures }) => [month, figures.accepted, figures.pending])).toEqual([
      ['2026-03', 1, 1],
      ['2026-04', 0, 1],
      ['2026-05', 2, 3],
    ])
  })

  test('while it runs it is shown so far, beside the month before, and cannot be confirmed', async ({
    portal,
  }) => {
    await night(portal, '2026-03-31 23:30')
    portal.setClock('2026-04-10')
    const head = await portal.as('officeHead', 'qingpu')
    await openCase(portal, 'qingpu', { occurredOn: '2026-04-09' })
    const { state, figures, before } = await pageOf(portal, '2026-04', head)
    expect([state, figures.until, figures.accepted]).toEqual(['running', '2026-04-10', 1])
    expect(before?.until).toBe('2026-03-31')
    const answer = await portal.post('/monthly-reports/2026-04/confirmation', NOTE, head)
    expect([answer.status, await answer.json()]).toMatchObject([404, { reason: 'no-such-report' }])
    const list = await (await portal.get('/monthly-reports', head)).json()
    expect(list).toMatchObject({
      at: '23:30',
      open: [{ month: '2026-04', issuesOn: '2026-04-30', isDue: false }],
      months: [{ month: '2026-03' }, { month: '2026-02' }, { month: '2026-01' }],
    })
    for (const month of ['2025-12', '2026-05', 'march']) {
      expect((await portal.get(`/monthly-reports/${month}`, head)).status).toBe(404)
    }
  })

  test('the office is told by letter that it waits', async ({ portal }) => {
    await night(portal, '2026-03-31 23:30')
    const { id } = await portal.hall('qingpu')
    const letters = await portal.db.select().from(outbox).where(eq(outbox.kind, 'report-waits'))
    const office = [
      ...(await portal.officersWith('complaintDesk', 'qingpu')),
      ...(await portal.officersWith('officeHead', 'qingpu')),
    ]
    const told = letters
      .filter(({ key }) => key.startsWith(`${id}:2026-03:`))
      .map(({ officerId }) => officerId)
    expect(told.toSorted()).toEqual([...new Set(office.map((one) => one.id))].toSorted())
  })
})

test('what patrols found stands by window, also where the person there is named', async ({
  portal,
}) => {
  portal.setClock('2026-03-10')
  await post(portal, 'anci', { item: 'A15', s: 'AC002', on: '2026-03-03' })
  await post(portal, 'anci', { item: 'A15', s: 'AC002', on: '2026-03-04' })
  await night(portal, '2026-03-31 23:30')
  const { figures } = await pageOf(portal, '2026-03', await portal.as('officeHead', 'anci'))
  expect(figures.patrol).toMatchObject([{ findings: 2, confirmed: 2 }])
  expect(figures.patrol[0]!.window?.number).toMatch(/号/)
  expect(figures.deductions).toEqual({ entries: 0, points: 0 })
})

test('refusals on file are counted where the hall keeps them', async ({ portal }) => {
  await night(portal, '2026-03-31 23:30')
  const filingsOf = async (key: string) =>
    (await pageOf(portal, '2026-03', await portal.as('officeHead', key))).figures.filings
  expect(await filingsOf('bingcha')).toEqual({ filed: 0, corrected: 0, late: 0 })
  expect(await filingsOf('qingpu')).toBe(null)
})

describe('confirming', () => {
  test('the office confirms once, with its analysis; only then everybody reads it', async ({
    portal,
  }) => {
    await night(portal, '2026-03-31 23:30')
    const head = await portal.as('officeHead', 'qingpu')
    expect((await portal.get('/published-reports/qingpu/2026-03')).status).toBe(404)
    const empty = await portal.post(
      '/monthly-reports/2026-03/confirmation',
      { version: 1, note: ' ' },
      head,
    )
    expect([empty.status, await empty.json()]).toMatchObject([422, { errors: { note: {} } }])
    const other = await portal.post(
      '/monthly-reports/2026-03/confirmation',
      NOTE,
      await portal.as('assessmentGroup', 'qingpu'),
    )
    expect(other.status).toBe(403)
    const patrol = await portal.as('patrolOfficer', 'qingpu')
    expect((await portal.get('/monthly-reports/2026-03', patrol)).status).toBe(403)
    const done = await portal.post('/monthly-reports/2026-03/confirmation', NOTE, head)
    expect(done.status).toBe(201)
    const again = await portal.post('/monthly-reports/2026-03/confirmation', NOTE, head)
    expect([again.status, await again.json()]).toMatchObject([409, { reason: 'report-confirmed' }])
    expect(await (await portal.get('/published-reports/qingpu')).json()).toMatchObject({
      months: ['2026-03'],
    })
    const shown = await (await portal.get('/published-reports/qingpu/2026-03')).text()
    expect(shown).not.toContain(NOTE.note)
    const { state, versions } = await pageOf(portal, '2026-03', head)
    const [{ name } = { name: '' }] = await portal.officersWith('officeHead', 'qingpu')
    expect([state, versions]).toMatchObject([
      'confirmed',
      [{ version: 1, note: NOTE.note, confirmedBy: name, confirmedOn: '2026-03-31' }],
    ])
  })

  test('small counts are left out in public, and stand in full at the desk', async ({ portal }) => {
    const [first, ...others] = await portal.windowsOf('qingpu')
    const elsewhere = others.find(({ departmentId }) => departmentId !== first!.departmentId)!
    for (const window of [...Array.from({ length: 7 }, () => first!), elsewhere]) {
      await openCase(portal, 'qingpu', { w: window.number, occurredOn: '2026-03-10' })
    }
    await night(portal, '2026-03-31 23:30')
    const head = await portal.as('officeHead', 'qingpu')
    await portal.post('/monthly-reports/2026-03/confirmation', NOTE, head)
    const { figures } = await pageOf(portal, '2026-03', head)
    expect(figures.byDepartment.map(({ count }) => count).toSorted()).toEqual([1, 7])
    const answer = await portal.get('/published-reports/qingpu/2026-03')
    const { report } = (await answer.json()) as {
      report: { accepted: number; byDepartment: { count: number | null }[] }
    }
    expect(report.accepted).toBe(8)
    expect(report.byDepartment.map(({ count }) => count)).toEqual([null, null])
  })
})

describe('correcting', () => {
  test('a month is counted anew only where something changed, and another confirms it', async ({
    portal,
  }) => {
    await night(portal, '2026-03-31 23:30')
    const head = await portal.as('officeHead', 'qingpu')
    const desk = await portal.as('complaintDesk', 'qingpu')
    await portal.post('/monthly-reports/2026-03/confirmation', NOTE, head)
    const correct = (body: Record<string, unknown>) =>
      portal.post('/monthly-reports/2026-03/correction', body, head)
    const reason = '月底当晚又受理了一件。'
    const same = await correct({ version: 1, reason })
    expect([same.status, await same.json()]).toMatchObject([409, { reason: 'report-unchanged' }])
    await openCase(portal, 'qingpu', { occurredOn: '2026-03-31' })
    expect((await correct({ version: 1, reason: '' })).status).toBe(422)
    const done = await correct({ version: 1, reason })
    expect([done.status, await done.json()]).toEqual([201, { version: 2 }])
    expect((await pageOf(portal, '2026-03', head)).isOwnCorrection).toBe(true)
    const shown = async () =>
      (
        (await (await portal.get('/published-reports/qingpu/2026-03')).json()) as {
          version: number
        }
      ).version
    expect(await shown()).toBe(1)
    const note = { version: 2, note: '补上一件。' }
    const own = await portal.post('/monthly-reports/2026-03/confirmation', note, head)
    expect([own.status, await own.json()]).toMatchObject([403, { reason: 'report-same-person' }])
    const old = await portal.post('/monthly-reports/2026-03/confirmation', NOTE, desk)
    expect([old.status, await old.json()]).toMatchObject([409, { reason: 'report-changed' }])
    const confirmed = await portal.post('/monthly-reports/2026-03/confirmation', note, desk)
    expect(confirmed.status).toBe(201)
    expect(await shown()).toBe(2)
    const { versions } = await pageOf(portal, '2026-03', head)
    expect(versions).toMatchObject([
      { version: 2, reason },
      { version: 1, reason: null },
    ])
    const kept = await reports(portal)
    expect(kept.map(({ figures }) => figures.accepted)).toEqual([0, 1])
  })
})

test('the file opens as UTF-8, and nothing in it runs as a formula', async ({ portal }) => {
  await night(portal, '2026-03-31 23:30')
  const head = await portal.as('officeHead', 'qingpu')
  const note = { version: 1, note: '=HYPERLINK("http://x.example")' }
  await portal.post('/monthly-reports/2026-03/confirmation', note, head)
  const answer = await portal.get('/monthly-reports/2026-03/file', head)
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(answer.headers.get('content-disposition')).toContain('qingpu-2026-03.csv')
  const bytes = new Uint8Array(await answer.arrayBuffer())
  expect(bytes.slice(0, 3)).toEqual(new Uint8Array([0xef, 0xbb, 0xbf]))
  const lines = new TextDecoder().decode(bytes).split('\r\n')
  expect(lines[0]).toContain('统计月报')
  expect(lines).toContain('收件,收到,0,0,件,')
  expect(lines.find((line) => line.startsWith('分析说明'))).toBe(
    '分析说明,"\'=HYPERLINK(""http://x.example"")"',
  )
})

describe('a one-window hall', () => {
  const COUNTS = {
    month: '2026-03',
    asked: 40,
    accepted: 40,
    completed: 38,
    promised: 20,
    inTime: 18,
  }

  test('its rates are entered by one, confirmed by another, and stand in the report', async ({
    portal,
  }) => {
    await anotherHall(portal, 'yichuang')
    const cookie = async (name: string) => {
      const [officer] = await portal.db
        .select()
        .from(officers)
        .where(eq(officers.login, `yichuang${name}`))
      return portal.signedIn(officer!.id)
    }
    const [desk, head] = [await cookie('desk'), await cookie('head')]
    const enter = (body: Record<string, unknown>, by: string) =>
      portal.post('/monthly-reports/counts', body, by)
    const confirm = (body: Record<string, unknown>, by: string) =>
      portal.post('/monthly-reports/counts/confirmation', body, by)
    const report = (by: string) => portal.post('/monthly-reports/2026-03/confirmation', NOTE, by)

    await night(portal, '2026-03-31 23:30')
    const early = await enter(COUNTS, desk)
    expect([early.status, await early.json()]).toMatchObject([409, { reason: 'counts-not-yet' }])
    portal.setClock('2026-04-01')
    const wrong = await enter({ ...COUNTS, completed: 41, inTime: '' }, desk)
    expect([wrong.status, await wrong.json()]).toMatchObject([422, { errors: { inTime: {} } }])
    const above = await enter({ ...COUNTS, completed: 41 }, desk)
    expect([above.status, await above.json()]).toMatchObject([422, { errors: { completed: {} } }])
    const without = await report(head)
    expect([without.status, await without.json()]).toMatchObject([
      409,
      { reason: 'indicators-missing' },
    ])
    expect(await (await enter(COUNTS, head)).json()).toEqual({ changed: true })
    expect(await (await enter(COUNTS, desk)).json()).toEqual({ changed: false })
    const own = await confirm(COUNTS, head)
    expect([own.status, await own.json()]).toMatchObject([403, { reason: 'figures-same-person' }])
    const assessor = await cookie('assessor')
    const unseen = await confirm({ ...COUNTS, inTime: 19 }, assessor)
    expect([unseen.status, await unseen.json()]).toMatchObject([409, { reason: 'figures-changed' }])
    expect((await confirm(COUNTS, assessor)).status).toBe(201)
    expect((await report(head)).status).toBe(201)
    const fixed = await enter({ ...COUNTS, inTime: 20 }, desk)
    expect([fixed.status, await fixed.json()]).toMatchObject([409, { reason: 'counts-fixed' }])
    const shown = await (await portal.get('/published-reports/yichuang/2026-03')).json()
    expect(shown).toMatchObject({
      indicators: [
        { indicator: 'firstAskAccepted', rate: 100, reached: true },
        { indicator: 'firstAskCompleted', rate: 95, reached: true },
        { indicator: 'onTime', rate: 90, reached: false },
      ],
    })
    const correction = { version: 1, reason: '按时办结数录错了。' }
    expect(
      (await portal.post('/monthly-reports/2026-03/correction', correction, head)).status,
    ).toBe(201)
    expect((await enter({ ...COUNTS, inTime: 19 }, desk)).status).toBe(201)
    const kept = await reports(portal, 'yichuang')
    expect(kept[0]!.indicators).toMatchObject([{}, {}, { done: 18 }])
  })

  test('elsewhere there are no such rates', async ({ portal }) => {
    const head = await portal.as('officeHead', 'qingpu')
    const answer = await portal.get('/monthly-reports/counts?month=2026-02', head)
    expect([answer.status, await answer.json()]).toMatchObject([
      409,
      { reason: 'no-indicators-here' },
    ])
  })
})
