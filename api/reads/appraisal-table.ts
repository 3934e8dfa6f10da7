import { and, eq, gte, isNotNull, isNull, lte, or } from 'drizzle-orm'
import { appraisals, officers, postings } from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'
import { qingpuYearly } from '../policies/sheets/qingpu-yearly.ts'
import { Refused } from '../refused.ts'
import type { Day, Month } from '../rules/day.ts'
import { monthsOfQuarter, monthsOfYear, quarterOf, spanOf } from '../rules/quarter.ts'
import { sumOf } from '../rules/rounding.ts'
import {
  type AppraisedPart,
  type AppraisedYear,
  excellentQuota,
  isPostedLongEnough,
  yearlyGrades,
} from '../rules/yearly-appraisal.ts'
import { dailyAppraisalsOf, leaveDaysOf } from './appraisal-figures.ts'
import { staffOfMonth } from './month-figures.ts'

type Hall = { id: number; policy: string }
type Asked = { month: Month; part: 'daily' | 'yearly' }

/** Everybody who served in some of several months, by number. */
async function staffOfMonths(db: Reader, hallId: number, months: readonly Month[]) {
  const people = new Map<number, Awaited<ReturnType<typeof staffOfMonth>>[number]>()
  for (const month of months)
    for (const person of await staffOfMonth(db, hallId, month)) people.set(person.id, person)
  return [...people.values()].toSorted((one, other) => (one.number < other.number ? -1 : 1))
}

/** Who heads a window on a day. */
async function headsOn(db: Reader, hallId: number, day: Day): Promise<ReadonlySet<number>> {
  const rows = await db
    .select({ staffId: postings.staffId })
    .from(postings)
    .where(
      and(
        eq(postings.hallId, hallId),
        eq(postings.head, true),
        lte(postings.fromDay, day),
        or(isNull(postings.toDay), gte(postings.toDay, day)),
      ),
    )
  return new Set(rows.map(({ staffId }) => staffId))
}

/**
 * The appraisal marks of a month's quarter, or of its year: everybody who served in it, with the
 * parts they are marked on, entered or not. Refused in a hall without this appraisal.
 */
export async function appraisalTable(db: Reader, hall: Hall, { month, part }: Asked) {
  if (!isAppraised(hall)) throw new Refused('no-sheet-here')
  const year = month.split('-')[0]!
  const period = part === 'daily' ? quarterOf(month) : year
  const months = part === 'daily' ? monthsOfQuarter(quarterOf(month)) : monthsOfYear(year)
  const people = await staffOfMonths(db, hall.id, months)
  const heads = await headsOn(db, hall.id, spanOf(months).until)
  const rows = await db
    .select({ marks: appraisals, enteredBy: officers.name })
    .from(appraisals)
    .innerJoin(officers, eq(officers.id, appraisals.enteredBy))
    .where(
      and(eq(appraisals.hallId, hall.id), eq(appraisals.period, period), eq(appraisals.part, part)),
    )
  const partsOf = (staffId: number): readonly AppraisedPart[] => {
    if (part === 'daily') return qingpuYearly.daily
    return heads.has(staffId) ? qingpuYearly.yearlyOfHeads : qingpuYearly.yearlyOfStaff
  }
  return {
    period,
    part,
    rows: people.map(({ id, publicId, number, name }) => {
      const row = rows.find(({ marks }) => marks.staffId === id)
      return {
        staffId: id,
        staff: publicId,
        number,
        name,
        isHead: heads.has(id),
        parts: partsOf(id),
        marks: row?.marks.marks ?? null,
        absentRunning: row?.marks.absentRunning ?? 0,
        abroadDays: row?.marks.abroadDays ?? 0,
        enteredById: row?.marks.enteredBy ?? null,
        enteredBy: row?.enteredBy ?? null,
        confirmed: row?.marks.confirmedBy != null,
      }
    }),
  }
}

/** Whether a hall appraises its people by daily and yearly parts. */
export const isAppraised = ({ policy }: { policy: string }): boolean => policy === 'qingpu'

/** Somebody's year, or what it still lacks. */
export type GradedPerson = {
  number: string
  name: string
  year: AppraisedYear | null
  lacks: ('daily' | 'yearly')[]
  leaveDays: number
}

/**
 * Qingpu 窗口工作人员年度考核的实施办法: everybody's grade of a year, worked out anew from the confirmed
 * marks; those whose marks are not complete stand without one and are not among those counted for
 * the quota.
 */
export async function gradesOf(
  db: Reader,
  hall: Hall,
  year: string,
): Promise<{ people: GradedPerson[]; quota: number }> {
  if (!isAppraised(hall)) throw new Refused('no-sheet-here')
  const months = monthsOfYear(year)
  const { until } = spanOf(months)
  const people = await staffOfMonths(db, hall.id, months)
  const daily = await dailyAppraisalsOf(db, hall.id, year)
  const leave = await leaveDaysOf(db, hall.id, year)
  const yearly = await db
    .select()
    .from(appraisals)
    .where(
      and(
        eq(appraisals.hallId, hall.id),
        eq(appraisals.period, year),
        eq(appraisals.part, 'yearly'),
        isNotNull(appraisals.confirmedBy),
      ),
    )
  const served = await db.select().from(postings).where(eq(postings.hallId, hall.id))
  const postedLongEnough = (staffId: number) => {
    const own = served.filter((row) => row.staffId === staffId && row.fromDay <= until)
    const from = own.map(({ fromDay }) => fromDay).toSorted()[0]
    const last = own
      .map(({ toDay }) => toDay ?? until)
      .toSorted()
      .at(-1)
    if (!from || !last) return false
    return isPostedLongEnough({ from, until: last < until ? last : until }, qingpuYearly)
  }
  const years = yearlyGrades(
    people.flatMap(({ id }) => {
      const marks = yearly.find(({ staffId }) => staffId === id)
      const points = daily.get(id)
      return marks && points !== undefined
        ? [
            {
              id: String(id),
              daily: points,
              yearly: sumOf(marks.marks),
              absentRunning: marks.absentRunning,
              abroadDays: marks.abroadDays,
              leaveDays: leave.get(id) ?? 0,
              postedLongEnough: postedLongEnough(id),
            },
          ]
        : []
    }),
    qingpuYearly,
  )
  return {
    quota: excellentQuota(years.filter(({ grade }) => grade !== null).length, qingpuYearly),
    people: people.map(({ id, number, name }) => ({
      number,
      name,
      year: years.find((each) => each.id === String(id)) ?? null,
      lacks: [
        ...(daily.has(id) ? [] : ['daily' as const]),
        ...(yearly.some(({ staffId }) => staffId === id) ? [] : ['yearly' as const]),
      ],
      leaveDays: leave.get(id) ?? 0,
    })),
  }
}
