import { describe, expect, test } from 'vitest'
import { calendar } from '../../api/policies/calendar.ts'
import { policies } from '../../api/policies/index.ts'
import { csvOf } from '../../api/rules/csv.ts'
import type { Day, Month } from '../../api/rules/day.ts'
import { meanAndMedian } from '../../api/rules/mean-and-median.ts'
import {
  monthlyReport,
  type ReportComplaint,
  type ReportFigures,
  type ReportRows,
} from '../../api/rules/monthly-report.ts'
import { publicReport } from '../../api/rules/public-report.ts'
import { isReportDue, reportDayOf, reportStretch } from '../../api/rules/report-month.ts'
import { indicatorResults } from '../../api/rules/service-indicators.ts'

const { anci, qingpu, yichuang } = policies

describe('the day of the report, over two years', () => {
  test.for<[month: Month, day: Day]>([
    ['2025-01', '2025-01-27'],
    ['2025-02', '2025-02-28'],
    ['2025-03', '2025-03-31'],
    ['2025-04', '2025-04-30'],
    ['2025-05', '2025-05-30'],
    ['2025-06', '2025-06-30'],
    ['2025-07', '2025-07-31'],
    ['2025-08', '2025-08-29'],
    ['2025-09', '2025-09-30'],
    ['2025-10', '2025-10-31'],
    ['2025-11', '2025-11-28'],
    ['2025-12', '2025-12-31'],
    ['2026-01', '2026-01-30'],
    ['2026-02', '2026-02-28'],
    ['2026-03', '2026-03-31'],
    ['2026-04', '2026-04-30'],
    ['2026-05', '2026-05-29'],
    ['2026-06', '2026-06-30'],
    ['2026-07', '2026-07-31'],
    ['2026-08', '2026-08-31'],
    ['2026-09', '2026-09-30'],
    ['2026-10', '2026-10-30'],
    ['2026-11', '2026-11-30'],
    ['2026-12', '2026-12-31'],
  ])('%s', ([month, day]) => {
    expect(reportDayOf(month, qingpu, calendar)).toBe(day)
  })
})

describe('the days a report counts', () => {
  test.for<[why: string, month: Month, from: Day, until: Day]>([
    ['a whole month', '2026-03', '2026-03-01', '2026-03-31'],
    ['to the Friday before a weekend', '2026-01', '2026-01-01', '2026-01-30'],
    ['with the weekend left over from the month before', '2026-02', '2026-01-31', '2026-02-28'],
    ['with the days of the holiday', '2025-02', '2025-01-28', '2025-02-28'],
  ])('%s', ([, month, from, until]) => {
    expect(reportStretch(month, qingpu, calendar)).toEqual({ from, until })
  })

  test.for<[why: string, now: string, due: boolean]>([
    ['the evening before', '2026-02-27T23:59', false],
    ['the day itself before its time', '2026-02-28T23:29', false],
    ['the day itself from its time on', '2026-02-28T23:30', true],
    ['any later day', '2026-03-02T08:00', true],
  ])('due: %s', ([, now, due]) => {
    const moment = new Date(`${now}:00+08:00`)
    expect(isReportDue('2026-02', qingpu, calendar, moment)).toBe(due)
  })
})

test.for<[why: string, numbers: number[], of: ReturnType<typeof meanAndMedian>]>([
  ['nothing has no middle', [], null],
  ['one is its own', [4], { mean: 4, median: 4 }],
  ['of an odd number the one in the middle', [9, 1, 2], { mean: 4, median: 2 }],
  ['of an even number halfway between two', [1, 2, 3, 10], { mean: 4, median: 2.5 }],
  ['halves of a hundredth go up', [0, 0, 0, 0, 0, 0, 0, 1], { mean: 0.13, median: 0 }],
  ['numbers are put in order as numbers', [10, 9, 2], { mean: 7, median: 9 }],
])('mean and median: %s', ([, numbers, of]) => {
  expect(meanAndMedian(numbers)).toEqual(of)
})

const MARCH = { from: '2026-03-01', until: '2026-03-31' } as const
const NO_ROWS: ReportRows = {
  complaints: [],
  deductions: [],
  sanctions: [],
  patrol: [],
  filings: null,
}
const WINDOW = { number: '3号', business: '社会保险' }

const complaint = (changed: Partial<ReportComplaint> = {}): ReportComplaint => ({
  receivedOn: '2026-03-02',
  acceptedOn: '2026-03-03',
  declinedOn: null,
  endedOn: null,
  answeredOn: '2026-03-05',
  finding: 'substantiated',
  channel: 'web',
  category: 'attitude',
  track: 'investigated',
  window: WINDOW,
  department: '人社局',
  deadlines: [{ kind: 'reply', dueOn: '2026-03-05', metOn: '2026-03-05', replaced: false }],
  extensions: [],
  ...changed,
})

const open = { answeredOn: null, finding: null } as const
const unmet = { kind: 'reply', dueOn: '2026-03-05', metOn: null, replaced: false } as const

const reportOf = (rows: Partial<ReportRows>, policy = qingpu, overBy?: Day) =>
  monthlyReport({ ...NO_ROWS, ...rows }, MARCH, policy.clocks, calendar, overBy)
const of = (...complaints: ReportComplaint[]) => reportOf({ complaints })

type Figure = (figures: ReportFigures) => unknown

describe('what a month came to', () => {
  test.for<[why: string, rows: ReportComplaint[], figure: Figure, is: unknown]>([
    ['an empty month has received nothing', [], (of) => of.received, 0],
    ['an empty month has no share', [], (of) => of.verifiedShare, null],
    ['an empty month has no mean', [], (of) => of.workingDays, null],
    ['an empty month has no window', [], (of) => of.byWindow, []],
    ['nothing has no share of 12345', [], (of) => of.hotline, { count: 0, share: null }],
    ['one complaint is received', [complaint()], (of) => of.received, 1],
    ['one complaint is accepted', [complaint()], (of) => of.accepted, 1],
    [
      'received the month before, accepted in this one',
      [complaint({ receivedOn: '2026-02-27' })],
      (of) => [of.received, of.accepted],
      [0, 1],
    ],
    [
      'received in this month, accepted in the next',
      [complaint({ acceptedOn: '2026-04-01', ...open })],
      (of) => [of.received, of.accepted, of.pending],
      [1, 0, 0],
    ],
    [
      'out of scope: received and not accepted',
      [complaint({ acceptedOn: null, declinedOn: '2026-03-03', ...open, deadlines: [] })],
      (of) => [of.received, of.accepted, of.notAccepted],
      [1, 0, 1],
    ],
    [
      'a channel is counted',
      [complaint(), complaint({ channel: 'phone' }), complaint()],
      (of) => of.byChannel.filter(({ count }) => count > 0),
      [
        { channel: 'web', count: 2 },
        { channel: 'phone', count: 1 },
      ],
    ],
    [
      'every category is there, so that none is told by its absence',
      [complaint()],
      (of) => of.byCategory.length,
      10,
    ],
    [
      'windows stand by their numbers, none last',
      [
        complaint({ window: null }),
        complaint({ window: { number: '10号', business: '综合' } }),
        complaint(),
      ],
      (of) => of.byWindow.map(({ window }) => window?.number),
      ['3号', '10号', undefined],
    ],
    [
      'a number that was given again is another window',
      [complaint(), complaint({ window: { number: '3号', business: '医疗保险' } })],
      (of) => of.byWindow.map(({ count }) => count),
      [1, 1],
    ],
    [
      'departments, those without one too',
      [complaint(), complaint({ department: null })],
      (of) => of.byDepartment,
      [
        { department: '人社局', count: 1 },
        { department: null, count: 1 },
      ],
    ],
    [
      'two of three decided were verified, the open one left out',
      [
        complaint(),
        complaint({ finding: 'partlySubstantiated' }),
        complaint({ finding: 'unsubstantiated' }),
        complaint(open),
      ],
      (of) => [of.verifiedShare, of.undecided],
      [66.67, 1],
    ],
    [
      'decided after the month is undecided in it',
      [complaint({ answeredOn: '2026-04-01' })],
      (of) => [of.undecided, of.answered, of.pending],
      [1, 0, 1],
    ],
    [
      'told in the hall and answered the same day',
      [complaint({ channel: 'visit', track: 'simple', answeredOn: '2026-03-02' })],
      (of) => of.onTheSpot,
      1,
    ],
    [
      'told in the hall and answered the next day',
      [complaint({ channel: 'visit', track: 'simple', answeredOn: '2026-03-03' })],
      (of) => of.onTheSpot,
      0,
    ],
    [
      'written and answered on the first working day',
      [complaint({ track: 'simple', receivedOn: '2026-03-07', answeredOn: '2026-03-09' })],
      (of) => of.onTheSpot,
      1,
    ],
    [
      'inquired into and answered the same day',
      [complaint({ channel: 'visit', answeredOn: '2026-03-02' })],
      (of) => of.onTheSpot,
      0,
    ],
    ['on the third working day', [complaint()], (of) => of.withinLimit?.count, 1],
    [
      'on the fourth',
      [complaint({ answeredOn: '2026-03-06' })],
      (of) => of.withinLimit,
      { workingDays: 3, count: 0 },
    ],
    [
      'put off twice is one complaint and two explanations',
      [
        complaint({
          extensions: [
            { fromDay: '2026-03-05', grantedOn: '2026-03-05' },
            { fromDay: '2026-03-09', grantedOn: '2026-03-09' },
          ],
        }),
      ],
      (of) => of.extended,
      { complaints: 1, times: 2 },
    ],
    [
      'put off after the month is not yet put off',
      [complaint({ extensions: [{ fromDay: '2026-04-01', grantedOn: '2026-04-01' }] })],
      (of) => of.extended,
      { complaints: 0, times: 0 },
    ],
    [
      'on the tenth working day',
      [complaint({ answeredOn: '2026-03-16' })],
      (of) => of.overLimit,
      { workingDays: 10, count: 0 },
    ],
    [
      'on the eleventh',
      [complaint({ answeredOn: '2026-03-17' })],
      (of) => of.overLimit,
      { workingDays: 10, count: 1 },
    ],
    ['still open after ten', [complaint(open)], (of) => of.overLimit?.count, 1],
    [
      'still open before ten',
      [complaint({ ...open, receivedOn: '2026-03-30', acceptedOn: '2026-03-31' })],
      (of) => of.overLimit?.count,
      0,
    ],
    ['answered in time', [complaint()], (of) => of.overdue, 0],
    [
      'answered late',
      [complaint({ deadlines: [unmet], answeredOn: '2026-03-06' })],
      (of) => of.overdue,
      1,
    ],
    ['not answered', [complaint({ ...open, deadlines: [unmet] })], (of) => of.overdue, 1],
    [
      'not answered, due on the last day',
      [complaint({ ...open, deadlines: [{ ...unmet, dueOn: '2026-03-31' }] })],
      (of) => of.overdue,
      1,
    ],
    [
      'not answered, due after the month',
      [complaint({ ...open, deadlines: [{ ...unmet, dueOn: '2026-04-01' }] })],
      (of) => of.overdue,
      0,
    ],
    [
      'working days run from receipt to the answer',
      [complaint(), complaint({ receivedOn: '2026-02-27', answeredOn: '2026-03-06' })],
      (of) => of.workingDays,
      { mean: 4.5, median: 4.5 },
    ],
    [
      'accepted in February and open at the end of March',
      [complaint({ receivedOn: '2026-02-24', acceptedOn: '2026-02-25', ...open })],
      (of) => [of.accepted, of.pending],
      [0, 1],
    ],
    [
      'withdrawn is neither answered nor pending',
      [complaint({ ...open, endedOn: '2026-03-04' })],
      (of) => [of.answered, of.pending, of.undecided, of.overLimit?.count],
      [0, 0, 1, 0],
    ],
    [
      'one of three from the hotline',
      [complaint(), complaint(), complaint({ channel: 'hotlineTransfer' })],
      (of) => of.hotline,
      { count: 1, share: 33.33 },
    ],
    [
      'findings and missed dates at once',
      [complaint(), complaint({ deadlines: [unmet], answeredOn: '2026-03-06' }), complaint(open)],
      (of) => of.timeliness,
      [
        { outcome: 'verified', onTime: 1, late: 1 },
        { outcome: 'unverified', onTime: 0, late: 0 },
        { outcome: 'undecided', onTime: 1, late: 0 },
      ],
    ],
  ])('%s', ([, rows, figure, is]) => {
    expect(figure(of(...rows))).toEqual(is)
  })

  test('while the month runs, a date of today is not missed yet', () => {
    const complaints = [complaint({ ...open, deadlines: [{ ...unmet, dueOn: '2026-03-31' }] })]
    expect(reportOf({ complaints }, qingpu, '2026-03-30').overdue).toBe(0)
  })

  test('a hall without a limit of its own counts by its promise', () => {
    const figures = reportOf({ complaints: [complaint({ answeredOn: '2026-03-17' })] }, anci)
    expect([figures.withinLimit, figures.overLimit]).toEqual([null, { workingDays: 10, count: 1 }])
  })

  test('deductions are counted by the day they were confirmed, those taken back left out', () => {
    const { deductions } = reportOf({
      deductions: [
        { on: '2026-03-02', points: -5, takenBackOn: null },
        { on: '2026-03-31', points: -0.5, takenBackOn: '2026-04-02' },
        { on: '2026-03-10', points: -5, takenBackOn: '2026-03-20' },
        { on: '2026-04-01', points: -5, takenBackOn: null },
      ],
    })
    expect(deductions).toEqual({ entries: 2, points: 5.5 })
  })

  test('sanctions stand by tier, and nobody held is counted for itself', () => {
    const on = '2026-03-10'
    const { sanctions, nobodyHeld } = reportOf({
      sanctions: [
        { on, tier: 2, label: '取消评优评先资格' },
        { on, tier: 1, label: '告诫' },
        { on, tier: 1, label: '告诫' },
        { on, tier: null, label: null },
        { on: '2026-02-27', tier: 1, label: '告诫' },
      ],
    })
    expect(sanctions).toEqual([
      { tier: 1, label: '告诫', people: 2 },
      { tier: 2, label: '取消评优评先资格', people: 1 },
    ])
    expect(nobodyHeld).toBe(1)
  })

  test('what patrols found stands by window; points only where a second person confirmed', () => {
    const finding = { on: '2026-03-10', window: WINDOW, points: -0.5, confirmed: true } as const
    const { patrol } = reportOf({
      patrol: [
        finding,
        { ...finding, confirmed: false },
        { ...finding, on: '2026-04-01' },
        { ...finding, window: null, points: 0 },
      ],
    })
    expect(patrol).toEqual([
      { window: WINDOW, findings: 2, confirmed: 1, points: 0.5 },
      { window: null, findings: 1, confirmed: 1, points: 0 },
    ])
  })
})

const LEAST = 5
const times = (count: number, changed: Partial<ReportComplaint> = {}) =>
  Array.from({ length: count }, () => complaint(changed))
const shownOf = (...rows: ReportComplaint[]) => publicReport(of(...rows), LEAST)

describe('what everybody reads of it', () => {
  test('fewer than five accepted are not told, nor anything about them', () => {
    const shown = shownOf(...times(4))
    expect(shown.accepted).toBe(null)
    const counts = [...shown.byChannel, ...shown.byCategory, ...shown.byDepartment]
    expect(counts.filter(({ count }) => count !== null)).toEqual([])
    expect(shown.outcomes.flatMap(({ onTime, late }) => [onTime, late])).toEqual(
      Array.from({ length: 6 }, () => null),
    )
    expect(shown.workingDays).toBe(null)
  })

  test('a small channel is left out, and a second one where it could be reckoned', () => {
    const shown = shownOf(
      ...times(9),
      ...times(6, { channel: 'phone' }),
      ...times(2, { channel: 'visit' }),
    )
    expect(shown.accepted).toBe(17)
    const known = shown.byChannel.filter(({ count }) => count !== null)
    expect(known).toEqual([{ channel: 'web', count: 9 }])
  })

  test('where all the others are empty, the only channel is left out too', () => {
    const shown = shownOf(...times(9))
    expect(shown.byChannel.filter(({ count }) => count !== null)).toEqual([])
    expect(shown.accepted).toBe(9)
  })

  test('what is part of something shown is not told: 12345, windows, delays, staff', () => {
    expect(Object.keys(shownOf(...times(9))).toSorted()).toEqual([
      'accepted',
      'byCategory',
      'byChannel',
      'byDepartment',
      'late',
      'onTime',
      'outcomes',
      'workingDays',
    ])
  })

  test('days are whole, because decimals would tell how many were answered', () => {
    const shown = shownOf(...times(5), ...times(2, { answeredOn: '2026-03-09' }))
    expect(shown.workingDays).toEqual({ mean: 4, median: 3 })
  })

  test('from five on, what the tables show adds up to the same total', () => {
    for (let web = 0; web <= 12; web++) {
      for (let phone = 0; phone <= 12; phone++) {
        const shown = shownOf(...times(web), ...times(phone, { channel: 'phone', ...open }))
        const { onTime, late } = shown
        if (onTime !== null && late !== null) expect(onTime + late).toBe(web + phone)
        expect(shown.accepted).toBe(web + phone < LEAST ? null : web + phone)
      }
    }
  })
})

describe('rates of service', () => {
  const counts = { asked: 0, accepted: 0, completed: 0, promised: 0, inTime: 0 }
  const required = yichuang.indicators!
  test.for<
    [why: string, done: number, whole: number, rate: number | null, reached: boolean | null]
  >([
    ['exactly the rate is reached', 95, 100, 95, true],
    ['a hair below is not', 9499, 10_000, 94.99, false],
    ['what rounding would lift to it is not', 94_999, 100_000, 94.99, false],
    ['just above', 96, 101, 95.04, true],
    ['all of them', 7, 7, 100, true],
    ['none of them', 0, 7, 0, false],
    ['nothing to count', 0, 0, null, null],
  ])('%s', ([, inTime, promised, rate, reached]) => {
    const results = indicatorResults(required, { ...counts, promised, inTime })
    expect(results.find(({ indicator }) => indicator === 'onTime')).toEqual({
      indicator: 'onTime',
      done: inTime,
      of: promised,
      required: 95,
      rate,
      reached,
    })
  })

  test('one inquiry sent away breaks the hundred per cent', () => {
    const asked = { ...counts, asked: 300, accepted: 299, completed: 285 }
    expect(indicatorResults(required, asked).map(({ rate, reached }) => [rate, reached])).toEqual([
      [99.66, false],
      [95.31, true],
      [null, null],
    ])
  })
})

test.for<[why: string, row: (string | number)[], line: string]>([
  ['plain cells', ['受理', 3, '件'], '受理,3,件'],
  ['a number below zero stays a number', [-1], '-1'],
  ['a comma and a quotation mark', ['一,"二"'], '"一,""二"""'],
  ['a line break', ['一\n二'], '"一\n二"'],
  ['a formula', ['=1+1'], "'=1+1"],
  ['a formula behind a space', [' =1+1'], "' =1+1"],
  ['a sum, a difference, a function', ['+1', '-1', '@A1'], "'+1,'-1,'@A1"],
  ['a tab', ['\t=1'], "'\t=1"],
])('a line of a file: %s', ([, row, line]) => {
  expect(csvOf([row])).toBe(`\uFEFF${line}\r\n`)
})
