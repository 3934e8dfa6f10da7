import { and, eq, gte, inArray, isNull, lte, or } from 'drizzle-orm'
import { postings, scoreEntries } from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'
import { quarterlyRate } from '../rules/attendance-rate.ts'
import type { AwardKind } from '../rules/award-kind.ts'
import { isVerified } from '../rules/case-file.ts'
import type { Day, Month } from '../rules/day.ts'
import type { HallPolicy } from '../rules/hall-policy.ts'
import { monthsOfPeriod, type Period, spanOfPeriod } from '../rules/period.ts'
import { quarterOf } from '../rules/quarter.ts'
import { roundHalfUp, sumOf } from '../rules/rounding.ts'
import { lastAwardOf } from '../rules/star-award.ts'
import { type Contender, type RatingCounts, satisfactionOf } from '../rules/tie-chain.ts'
import { attendanceRatesOf } from './appraisal-figures.ts'
import { timesFoundAway } from './attendance-findings.ts'
import { casesOf } from './case-subjects.ts'
import { ratingsOfMonth, volumesOfMonth } from './month-figures.ts'
import { type MonthHall, NO_RATINGS, pastAwardsOf, ratingsOf } from './month-inputs.ts'

/** The award of a quarter or a year, and the day it is decided. */
export type PeriodAward = {
  hall: MonthHall
  policy: HallPolicy
  kind: AwardKind
  period: Period
  rankedOn: Day
}

type Figures = Omit<Contender, 'score' | 'attendedDays'>

/** Everybody's time at a window in a stretch of days, the latest last. */
export const servedIn = (db: Reader, hallId: number, { from, until }: { from: Day; until: Day }) =>
  db
    .select()
    .from(postings)
    .where(
      and(
        eq(postings.hallId, hallId),
        lte(postings.fromDay, until),
        or(isNull(postings.toDay), gte(postings.toDay, from)),
      ),
    )
    .orderBy(postings.fromDay, postings.id)

/** Confirmed deductions of some months, those taken back taken off again. */
async function deductionsIn(db: Reader, hallId: number, months: readonly Month[]) {
  const rows = await db
    .select()
    .from(scoreEntries)
    .where(
      and(
        eq(scoreEntries.hallId, hallId),
        eq(scoreEntries.confirmed, true),
        inArray(scoreEntries.period, [...months]),
      ),
    )
  const isDeduction = ({ points, reverses }: (typeof rows)[number]) =>
    reverses === null ? points < 0 : points > 0
  const deductions = rows.filter(isDeduction)
  return (whose: 'staffId' | 'windowId', id: number) =>
    roundHalfUp(
      0 - sumOf(deductions.filter((row) => row[whose] === id).map(({ points }) => points)),
    )
}

/** A window's ratings of several months, with what the standard asks for in all of them. */
async function ratingsIn(db: Reader, { hall, policy }: PeriodAward, months: readonly Month[]) {
  const figures = await Promise.all(
    months.map(async (month) => ({
      counted: await ratingsOfMonth(db, hall.id, month, policy.rating.levels),
      volumes: await volumesOfMonth(db, hall.id, month),
    })),
  )
  return (windowId: number): RatingCounts =>
    figures
      .map(({ counted, volumes }) => ratingsOf([windowId], counted, volumes))
      .reduce((sum, each) => ({
        satisfied: sum.satisfied + each.satisfied,
        valid: sum.valid + each.valid,
        standard:
          sum.standard === null || each.standard === null ? null : sum.standard + each.standard,
      }))
}

/** Windows' attendance rates of a period: the mean of its quarters, where every one is known. */
async function ratesIn(db: Reader, hallId: number, months: readonly Month[]) {
  const quarters = [...new Set(months.map(quarterOf))]
  const rates = await Promise.all(quarters.map((each) => attendanceRatesOf(db, hallId, each)))
  return (windowId: number) =>
    quarterlyRate(rates.map(({ windows }) => windows.get(windowId) ?? null))
}

/** What the chain of ties reads of a person or a window, over a quarter or a year. */
export async function chainFigures(
  db: Reader,
  asked: PeriodAward,
): Promise<{ person: (id: number) => Figures; window: (id: number) => Figures }> {
  const { hall, policy, kind, period, rankedOn } = asked
  const months = monthsOfPeriod(period)
  const span = spanOfPeriod(period)
  const verified = (await casesOf(db, hall.id)).filter(({ decisions }) => {
    const last = decisions.find(({ decidedOn }) => decidedOn <= rankedOn)
    return (
      last !== undefined &&
      isVerified(last.finding) &&
      last.decidedOn >= span.from &&
      last.decidedOn <= span.until
    )
  })
  const deductions = await deductionsIn(db, hall.id, months)
  const away = await timesFoundAway(db, hall.id, policy, span)
  const past = await pastAwardsOf(db, hall.id, rankedOn)
  const ratings = await ratingsIn(db, asked, months)
  const rates = await ratesIn(db, hall.id, months)
  const served = await servedIn(db, hall.id, span)
  const lastAwarded = (id: number) => lastAwardOf(past, { kind, id: String(id), before: period })
  return {
    person: (id) => ({
      id: String(id),
      verifiedComplaints: verified.filter(({ staffIds }) => staffIds.includes(id)).length,
      deductionPoints: deductions('staffId', id),
      satisfaction: satisfactionOf(NO_RATINGS),
      attendanceFindings: away.get(id) ?? 0,
      lastAwarded: lastAwarded(id),
    }),
    window: (id) => {
      const people = new Set(
        served.filter(({ windowId }) => windowId === id).map(({ staffId }) => staffId),
      )
      const attendanceRate = rates(id)
      return {
        id: String(id),
        verifiedComplaints: verified.filter(({ windowId }) => windowId === id).length,
        deductionPoints: deductions('windowId', id),
        satisfaction: satisfactionOf(ratings(id)),
        attendanceFindings: [...people].reduce((sum, each) => sum + (away.get(each) ?? 0), 0),
        ...(attendanceRate === null ? {} : { attendanceRate }),
        lastAwarded: lastAwarded(id),
      }
    },
  }
}
