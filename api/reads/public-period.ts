import { eq } from 'drizzle-orm'
import { staff, windows } from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'
import type { HallPolicy } from '../rules/hall-policy.ts'
import type {
  NotRanked,
  PublicPeriod,
  PublicQuarter,
  PublicStarYear,
  PublicWindowYear,
} from '../rules/public-period.ts'
import type { PublicRank } from '../rules/public-month.ts'
import { sumOf } from '../rules/rounding.ts'
import type { AwardResult } from '../rules/star-award.ts'
import type { PeriodSheet } from './period-sheets.ts'
import { isAwarded, isHeld, rankOf } from './public-month.ts'

/** Those not ranked, counted by reason: a veto's own, or too few days, or no score. */
function notRankedIn({ ineligible }: AwardResult): NotRanked[] {
  const reasonOf = ({ reason, veto }: AwardResult['ineligible'][number]) =>
    reason === 'vetoed' ? (veto === 'lowestWindow' ? 'lowestWindow' : 'vetoed') : reason
  return [...Map.groupBy(ineligible, reasonOf)].map(([reason, { length }]) => ({
    reason,
    count: length,
  }))
}

/** While a place is held only those awarded are shown, unranked: a gap would tell who is held. */
function shown<T extends { id: string }>(rows: readonly T[], result: AwardResult) {
  const isComplete = !isHeld([result])
  const ranked = rows
    .map((row) => ({ row, rank: rankOf(result, row.id) }))
    .filter(({ rank }) => rank.place !== null)
    .toSorted((one, other) => one.rank.place! - other.rank.place!)
  if (isComplete) return ranked
  const plain: PublicRank = { place: null, tied: false, ineligible: null, why: null }
  return ranked
    .filter(({ row }) => isAwarded(result, row.id))
    .map(({ row }) => ({ row, rank: plain }))
}

async function peopleOf(db: Reader, hallId: number, { publish }: HallPolicy, result: AwardResult) {
  const rows = await db.select().from(staff).where(eq(staff.hallId, hallId))
  return (id: string) => {
    const person = rows.find((row) => String(row.id) === id)
    const isNamed = publish.namesOfWinners && isAwarded(result, id)
    return { number: person?.number ?? '', name: isNamed ? (person?.name ?? null) : null }
  }
}

async function windowsOf(db: Reader, hallId: number) {
  const rows = await db.select().from(windows).where(eq(windows.hallId, hallId))
  return (id: string) => {
    const window = rows.find((row) => String(row.id) === id)
    return { number: window?.number ?? '', business: window?.business ?? '' }
  }
}

/** A stored award as anybody may see it: the arithmetic of those ranked, the others as a number. */
export async function publicPeriodOf(
  db: Reader,
  hallId: number,
  policy: HallPolicy,
  sheet: PeriodSheet,
): Promise<PublicPeriod> {
  const { rankedOn, workedOutOn } = sheet
  const { result } = sheet.stars
  const common = {
    rankedOn,
    workedOutOn,
    isComplete: !isHeld([result]),
    notRanked: notRankedIn(result),
  }
  const personOf = await peopleOf(db, hallId, policy, result)
  const windowOf = await windowsOf(db, hallId)
  if (sheet.title === 'quarterStar') {
    const { nominees, windows: scored } = sheet.stars
    return {
      ...common,
      title: sheet.title,
      proposed: nominees.length,
      windowsScored: scored.filter(({ score }) => score !== null).length,
      lowestWindows:
        policy.awards.find(({ kind }) => kind === sheet.title)?.nomination?.lowestWindowsBarred ??
        0,
      headsBarred: result.ineligible.filter(({ veto }) => veto === 'lowestWindow').length,
      people: shown(nominees, result).map(({ row, rank }) => ({
        ...rank,
        ...personOf(row.id),
        window: windowOf(row.windowId).number,
        daily: row.daily ?? 0,
      })),
    } satisfies PublicQuarter
  }
  if (sheet.title === 'yearStar') {
    const standingOf = (id: string) => result.contenders.find((each) => each.id === id)
    return {
      ...common,
      title: sheet.title,
      people: shown(sheet.stars.people, result).map(({ row, rank }) => ({
        ...rank,
        ...personOf(row.id),
        dailies: [...row.dailies],
        sum: row.sum ?? 0,
        honours: standingOf(row.id)?.honours ?? 0,
        quarterStars: standingOf(row.id)?.quarterStars ?? 0,
      })),
    } satisfies PublicStarYear
  }
  return {
    ...common,
    title: sheet.title,
    windows: windowYears(sheet).map(({ row, rank }) => ({
      ...rank,
      ...windowOf(row.id),
      scores: row.scores,
      sum: sumOf(row.scores),
      mean: row.mean ?? 0,
      redFlags: result.contenders.find((each) => each.id === row.id)?.redFlags ?? null,
    })),
    plaquesReturned:
      sheet.title === 'excellentWindow'
        ? sheet.stars.plaquesReturned.map((id) => windowOf(id).number)
        : [],
  } satisfies PublicWindowYear
}

function windowYears(sheet: Extract<PeriodSheet, { title: 'excellentWindow' | 'postStar' }>) {
  const { result } = sheet.stars
  return sheet.title === 'postStar'
    ? shown(
        sheet.stars.windows.map(({ id, totals, mean }) => ({ id, scores: [...totals], mean })),
        result,
      )
    : shown(
        sheet.stars.windows.map(({ id, scores, mean }) => ({ id, scores: [...scores], mean })),
        result,
      )
}
