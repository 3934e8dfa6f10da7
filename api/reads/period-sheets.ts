import { and, eq } from 'drizzle-orm'
import { awards, starAwards } from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'
import type { World } from '../context.ts'
import { barsIn } from '../rules/award-bars.ts'
import type { AwardKind } from '../rules/award-kind.ts'
import { postStars, type PostStars } from '../rules/bingcha-year.ts'
import { deadlineOf } from '../rules/calendar.ts'
import type { Day } from '../rules/day.ts'
import { type Period, spanOfPeriod, yearOf } from '../rules/period.ts'
import {
  excellentWindows,
  type ExcellentWindows,
  quarterStars,
  type QuarterStars,
  yearStars,
  type YearStars,
} from '../rules/qingpu-stars.ts'
import { isQuarter } from '../rules/quarter.ts'
import { type AwardResult, heldAndBarred, settledAward } from '../rules/star-award.ts'
import type { TieDecision } from '../rules/tie-chain.ts'
import { barsOfAward, type KnownBar, knownBars } from './award-bars.ts'
import { type CaseSubjects, casesOf } from './case-subjects.ts'
import type { PeriodAward } from './chain-figures.ts'
import { complaintsAtRanking } from './month-inputs.ts'
import { passedOverIn } from './nominations.ts'
import {
  bingchaYearOf,
  holdersOn,
  nomineesOf,
  recommendedWindowsOf,
  starYearsOf,
} from './period-inputs.ts'
import { qingpuKnownScores } from './appraisal-figures.ts'

/** A quarter's or a year's award as it is stored: plain data with the whole arithmetic. */
export type PeriodSheet = { rankedOn: Day; workedOutOn: Day } & (
  | { title: 'quarterStar'; stars: QuarterStars }
  | { title: 'yearStar'; stars: YearStars }
  | { title: 'excellentWindow'; stars: ExcellentWindows }
  | { title: 'postStar'; stars: PostStars }
)

/** The stored award of a period, or null. */
export async function periodSheetOf(
  db: Reader,
  hallId: number,
  { kind, period }: { kind: AwardKind; period: Period },
): Promise<PeriodSheet | null> {
  const [row] = await db
    .select({ worksheet: starAwards.worksheet })
    .from(starAwards)
    .where(
      and(eq(starAwards.hallId, hallId), eq(starAwards.period, period), eq(starAwards.sheet, kind)),
    )
  return row ? (row.worksheet as PeriodSheet) : null
}

const recipientOf = ({ policy, kind }: PeriodAward) =>
  policy.awards.find((rule) => rule.kind === kind)!.recipient

/** Whose post each window of the hall is at the end of the period, where that matters. */
const holdersIn = async (db: Reader, { hall, kind, period }: PeriodAward) =>
  kind === 'postStar'
    ? holdersOn(db, hall.id, spanOfPeriod(period).until)
    : new Map<string, string>()

/** Bars, passes and holds of an award as they are known on a day. */
async function termsOf(
  db: Reader,
  { calendar }: Pick<World, 'calendar'>,
  asked: PeriodAward,
  on: Day,
) {
  const { hall, policy, kind, period, rankedOn } = asked
  const recipient = recipientOf(asked)
  const holders = await holdersIn(db, asked)
  const vetoes: KnownBar[] = barsOfAward(
    await knownBars(db, hall.id, policy, on),
    { kind, recipient },
    holders,
  )
  const heldUntil = deadlineOf(rankedOn, policy.heldPlaceWd, calendar).day
  const whom = ({ staffIds, windowId }: CaseSubjects) => {
    if (recipient === 'person') return staffIds.map(String)
    const posts = [...holders].filter(([, holder]) => staffIds.includes(Number(holder)))
    return [
      ...new Set([
        ...(windowId === null ? [] : [String(windowId)]),
        ...posts.map(([window]) => window),
      ]),
    ]
  }
  const open = complaintsAtRanking(
    await casesOf(db, hall.id),
    { rankedOn, workedOutOn: on },
    heldUntil,
  )
  return {
    vetoes,
    passedOver: await passedOverIn(db, hall.id, { kind, period }),
    ...heldAndBarred(open.map(({ about, ...rest }) => ({ ids: whom(about), ...rest }))),
  }
}

/** The windows a year's award of the same kind went to a year before. */
async function winnersOfYearBefore(db: Reader, { hall, kind, period }: PeriodAward) {
  const year = String(Number(yearOf(period)) - 1) as `${number}`
  const rows = await db
    .select({ windowId: awards.windowId })
    .from(awards)
    .where(
      and(
        eq(awards.hallId, hall.id),
        eq(awards.period, year),
        eq(awards.title, kind),
        eq(awards.state, 'awarded'),
      ),
    )
  return rows.flatMap(({ windowId }) => windowId ?? []).map(String)
}

/** Work the award of a quarter or a year out of the database, on the day it is decided. */
export async function workOutPeriod(
  db: Reader,
  world: Pick<World, 'calendar'>,
  asked: PeriodAward,
): Promise<PeriodSheet> {
  const { hall, policy, kind, period, rankedOn } = asked
  const { vetoes, held, passedOver } = await termsOf(db, world, asked, rankedOn)
  const terms = { vetoes, held, passedOver, on: rankedOn }
  const days = { rankedOn, workedOutOn: rankedOn }
  const year = yearOf(period)
  if (kind === 'quarterStar' && isQuarter(period)) {
    const known = await qingpuKnownScores(db, hall, policy, period)
    const windows = known.map(({ windowId, score }) => ({ id: String(windowId), score }))
    const nominees = await nomineesOf(db, { ...asked, period })
    return {
      ...days,
      title: kind,
      stars: quarterStars(period, { nominees, windows }, policy, terms),
    }
  }
  if (kind === 'yearStar') {
    const people = await starYearsOf(db, asked)
    return { ...days, title: kind, stars: yearStars(year, people, policy, terms) }
  }
  if (kind === 'excellentWindow') {
    const windows = await recommendedWindowsOf(db, asked)
    const lastYears = await winnersOfYearBefore(db, asked)
    return {
      ...days,
      title: kind,
      stars: excellentWindows(year, { windows, lastYears }, policy, terms),
    }
  }
  const { windows, circulars } = await bingchaYearOf(db, asked)
  const bars = [
    ...barsIn(vetoes, { kind: 'postStar', period }),
    ...circulars.map((id) => ({ id, reason: 'complaintCircular', until: null })),
    ...passedOver.map((each) => ({ ...each, until: null })),
  ]
  return {
    ...days,
    title: 'postStar',
    stars: postStars(year, windows, policy, { on: rankedOn, vetoes: bars, held }),
  }
}

const withResult = (sheet: PeriodSheet, result: AwardResult, workedOutOn: Day): PeriodSheet => {
  const stars = { ...sheet.stars, result }
  const keeps = (id: string) =>
    result.places.some((place) => place.state === 'awarded' && place.id === id)
  if (sheet.title !== 'excellentWindow') return { ...sheet, workedOutOn, stars } as PeriodSheet
  const plaquesReturned = sheet.stars.plaquesReturned.filter((id) => !keeps(id))
  return { ...sheet, workedOutOn, stars: { ...sheet.stars, result, plaquesReturned } }
}

/**
 * A decided award as it stands on a later day: those awarded stay, holds end, and whoever was
 * barred since or is passed over makes room; with the deciding body's order if there is one.
 */
export async function settlePeriodSheet(
  db: Reader,
  world: Pick<World, 'calendar'>,
  asked: PeriodAward,
  { sheet, on, decision }: { sheet: PeriodSheet; on: Day; decision: TieDecision | null },
): Promise<PeriodSheet> {
  const { kind, period, policy } = asked
  const { vetoes, held, barred, passedOver } = await termsOf(db, world, asked, on)
  const fewest = policy.minimumAttendedDays
  const result = settledAward(sheet.stars.result, {
    fewestAttendedDays: isQuarter(period) ? fewest.quarter : fewest.year,
    vetoes: [
      ...barred,
      ...barsIn(vetoes, { kind, period }),
      ...passedOver.map((each) => ({ ...each, until: null })),
    ],
    held,
    on,
    decision,
  })
  return withResult(sheet, result, on)
}
