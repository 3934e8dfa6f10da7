import { asc, eq, inArray, max } from 'drizzle-orm'
import { calendarDays, calendarYears } from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'
import { holidayNotices } from '../policies/calendar.ts'
import { type Calendar, calendarOf, type HolidayNotice } from '../rules/calendar.ts'
import {
  daysOfNotice,
  type NoticeDay,
  noticeOf,
  noticesThatHold,
} from '../rules/calendar-import.ts'
import type { Day } from '../rules/day.ts'

type EnteredYear = { notice: HolidayNotice; version: number; enteredOn: Day; days: NoticeDay[] }

/** The newest version of every year entered on the desk. */
async function enteredYears(db: Reader): Promise<EnteredYear[]> {
  const newest = db
    .select({ id: max(calendarYears.id) })
    .from(calendarYears)
    .groupBy(calendarYears.year)
  const years = await db.select().from(calendarYears).where(inArray(calendarYears.id, newest))
  if (years.length === 0) return []
  const rows = await db
    .select()
    .from(calendarDays)
    .innerJoin(calendarYears, eq(calendarYears.id, calendarDays.yearId))
    .where(inArray(calendarYears.id, newest))
    .orderBy(asc(calendarDays.day))
  return years.map(({ id, year, number, announcedOn, version, enteredOn }) => {
    const days = rows
      .filter((row) => row.calendar_years.id === id)
      .map(({ calendar_days: { day, mark, name } }) => ({ day, mark, nameZh: name }))
    const source = { year, number, date: announcedOn ?? enteredOn }
    return { notice: noticeOf(source, days), version, enteredOn, days }
  })
}

/** The calendar that holds: the announced years, and the years entered on the desk. */
export async function knownCalendar(db: Reader): Promise<Calendar> {
  const entered = await enteredYears(db)
  return calendarOf(
    noticesThatHold(
      holidayNotices,
      entered.map(({ notice }) => notice),
    ),
  )
}

/** A known year with its notice; version 0 is the one that came with the portal. */
export type KnownYear = {
  year: number
  titleZh: string
  number: string | null
  date: Day
  version: number
  enteredOn: Day | null
  days: NoticeDay[]
}

/** Every known year, the earliest first. */
export async function knownYears(db: Reader): Promise<KnownYear[]> {
  const entered = await enteredYears(db)
  const notices = noticesThatHold(
    holidayNotices,
    entered.map(({ notice }) => notice),
  )
  return notices.map((notice) => {
    const own = entered.find((one) => one.notice === notice)
    const { year, titleZh, number, date } = notice
    return {
      year,
      titleZh,
      number,
      date,
      version: own?.version ?? 0,
      enteredOn: own?.enteredOn ?? null,
      days: own?.days ?? daysOfNotice(notice),
    }
  })
}
