import { describe, expect, test } from 'vitest'
import { calendar } from '../../api/policies/calendar.ts'
import type { Day } from '../../api/rules/day.ts'
import {
  hoursLines,
  type HoursLineProblem,
  hoursOn,
  type HoursReason,
  readHours,
  weekdayOf,
} from '../../api/rules/window-hours.ts'

const HALL = {
  usual: [
    { opens: '08:30', closes: '12:00' },
    { opens: '13:00', closes: '17:30' },
  ],
  summer: {
    from: '05-01',
    until: '09-30',
    shifts: [{ opens: '08:00', closes: '18:00' }],
  },
} as const
const OWN = readHours('周六 09:00—12:00\n周一至周五 08:30—17:30').shifts
const CLOSINGS = [
  { from: '2026-03-04', until: '2026-03-07', reason: '系统升级' },
  { from: '2026-02-28', until: '2026-02-28', reason: '停电检修' },
] as const

describe('the hours of a window on a day', () => {
  test.for<[why: string, day: Day, own: boolean, shifts: string, because: HoursReason]>([
    ['a plain Monday has the hall’s hours', '2026-03-02', false, '08:30 13:00', 'hallHours'],
    ['summer has its own', '2026-06-01', false, '08:00', 'hallHours'],
    ['a plain Saturday is a rest day', '2026-03-14', false, '', 'weekend'],
    ['noon duty on a Monday', '2026-03-02', true, '08:30', 'windowHours'],
    ['a Saturday window', '2026-03-14', true, '09:00', 'windowHours'],
    ['but not on Sunday', '2026-03-15', true, '', 'weekend'],
    ['a closing outweighs the window’s own hours', '2026-03-07', true, '', 'closing'],
    ['its last day counts', '2026-03-07', false, '', 'closing'],
    ['the day after is as ever', '2026-03-09', false, '08:30 13:00', 'hallHours'],
    ['a holiday outweighs a window’s Monday', '2026-02-16', true, '', 'holiday'],
    ['a holiday Saturday is a holiday', '2026-02-21', true, '', 'holiday'],
    ['a worked Saturday has plain hours', '2026-02-14', true, '08:30 13:00', 'makeUp'],
    ['a worked Sunday too', '2026-01-04', false, '08:30 13:00', 'makeUp'],
    ['a closing outweighs a worked Saturday', '2026-02-28', false, '', 'closing'],
  ])('%s', ([, day, own, shifts, because]) => {
    const hours = hoursOn(day, {
      calendar,
      closings: CLOSINGS,
      windowShifts: own ? OWN : [],
      hallHours: HALL,
    })
    expect(hours.shifts.map(({ opens }) => opens).join(' ')).toBe(shifts)
    expect(hours.why).toBe(because)
    expect(hours.closing !== null).toBe(because === 'closing')
  })

  test.for<[why: string, day: Day, weekday: number]>([
    ['Monday is one', '2026-03-02', 1],
    ['Sunday is seven', '2026-03-08', 7],
  ])('%s', ([, day, weekday]) => {
    expect(weekdayOf(day)).toBe(weekday)
  })
})

describe('the lines of a window’s hours', () => {
  test.for<[why: string, text: string, shifts: readonly string[]]>([
    ['one day', '周六 09:00—12:00', ['6 09:00 12:00']],
    ['several days', '周一至周三 12:00-13:30', ['1', '2', '3'].map((day) => `${day} 12:00 13:30`)],
    ['Sunday has two names', '星期天 9:00～11:00', ['7 09:00 11:00']],
    ['full-width signs', '周六　０９：００—１２：００', ['6 09:00 12:00']],
    [
      'two stretches a day',
      '周一 08:00—12:00\n周一 12:00—13:00',
      ['1 08:00 12:00', '1 12:00 13:00'],
    ],
    ['nothing: the hall’s hours', '\n', []],
  ])('%s', ([, text, shifts]) => {
    const read = readHours(text)
    expect(read.bad).toEqual([])
    expect(read.shifts.map((one) => `${one.weekday} ${one.opens} ${one.closes}`)).toEqual(shifts)
    expect(readHours(hoursLines(read.shifts)).shifts).toEqual(read.shifts)
  })

  test.for<[why: string, text: string, bad: readonly [line: number, HoursLineProblem][]]>([
    ['not hours', '每天上班', [[1, 'hours-line']]],
    ['an hour that is none', '周一 25:00—26:00', [[1, 'hours-line']]],
    ['a minute that is none', '周一 08:75—09:00', [[1, 'hours-line']]],
    ['it closes before it opens', '周一 12:00—09:00', [[1, 'hours-backwards']]],
    ['the week runs backwards', '周五至周一 09:00—12:00', [[1, 'hours-backwards']]],
    ['twice at once', '周一至周五 09:00—12:00\n周三 11:00—13:00', [[2, 'hours-overlap']]],
  ])('%s', ([, text, bad]) => {
    expect(readHours(text).bad.map(({ line, problem }) => [line, problem])).toEqual(bad)
  })
})
