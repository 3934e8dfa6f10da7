import { and, asc, eq, inArray, lte } from 'drizzle-orm'
import { departments, staff, starAwards, windows } from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'
import { sheets } from '../policies/sheets/by-key.ts'
import type { AnciStars } from '../rules/anci-stars.ts'
import type { BingchaResult } from '../rules/bingcha-month.ts'
import { addMonths, type Month } from '../rules/day.ts'
import { quarterRating } from '../rules/electronic-rating.ts'
import type { HallPolicy, PublishPolicy } from '../rules/hall-policy.ts'
import { FEWEST_FOR_A_RATE } from '../rules/rating-level.ts'
import { roundHalfUp } from '../rules/rounding.ts'
import { isFew } from '../rules/shown-ratings.ts'
import type { ScoredLine } from '../rules/scorecard.ts'
import type { AwardResult } from '../rules/star-award.ts'
import type { RatingCounts } from '../rules/tie-chain.ts'
import type {
  PublicAnci,
  PublicBingcha,
  PublicDepartment,
  PublicLine,
  PublicPerson,
  PublicQingpu,
  PublicRank,
  PublicRatings,
} from '../rules/public-month.ts'
import type { QingpuSheet, Worksheet } from './worksheets.ts'

const lineOf = ({ labelZh, unitZh, quantity, points, reverses }: ScoredLine): PublicLine => ({
  label: labelZh,
  unit: unitZh,
  quantity,
  points,
  isReversal: reverses !== null,
})

/** Where a contender came in. */
export function rankOf(result: AwardResult, id: string): PublicRank {
  const ranked = result.ranking.find((each) => each.id === id)
  const barred = result.ineligible.find((each) => each.id === id)
  return {
    place: ranked?.place ?? null,
    tied: (ranked?.tiedWith.length ?? 0) > 0,
    ineligible: barred ? { reason: barred.reason, veto: barred.veto, until: barred.until } : null,
    why: ranked?.why ? { decidedBy: ranked.why.decidedBy, steps: ranked.why.steps } : null,
  }
}

const ratingsOf = (
  { valid, satisfied, standard }: RatingCounts,
  { leastRatings }: PublishPolicy,
): PublicRatings => ({
  valid: isFew(valid, leastRatings) ? null : valid,
  satisfied: isFew(valid, leastRatings) ? null : satisfied,
  rate: valid >= FEWEST_FOR_A_RATE ? roundHalfUp(satisfied * 100, valid) : null,
  standard,
})

/** Whether a place of some awards is held. */
export const isHeld = (results: readonly AwardResult[]) =>
  results.some(({ places }) => places.some(({ state }) => state === 'held'))

/** Whether somebody has a place of an award. */
export const isAwarded = (result: AwardResult, id: string) =>
  result.places.some((place) => place.state === 'awarded' && place.id === id)

/** Ranked ones by their place, then those who are not ranked. */
const byPlace = (one: PublicRank, other: PublicRank) =>
  (one.place ?? Infinity) - (other.place ?? Infinity) || 0

async function publicAnci(db: Reader, policy: HallPolicy, stars: AnciStars): Promise<PublicAnci> {
  const names = new Map(
    (
      await db
        .select({ id: staff.id, name: staff.name })
        .from(staff)
        .where(inArray(staff.id, [-1, ...stars.persons.map(({ id }) => Number(id))]))
    ).map(({ id, name }) => [String(id), name]),
  )
  const departmentNames = new Map(
    (
      await db
        .select({ id: departments.id, name: departments.name })
        .from(departments)
        .where(
          inArray(departments.id, [-1, ...stars.windows.map((each) => Number(each.departmentId))]),
        )
    ).map(({ id, name }) => [String(id), name]),
  )
  const numberOf = (id: string) => stars.persons.find((person) => person.id === id)?.number ?? ''
  const isComplete = !isHeld([stars.modelPerson, stars.modelWindow])
  const persons = stars.persons
    .filter(({ id }) => isComplete || isAwarded(stars.modelPerson, id))
    .map((person): PublicPerson => ({
      ...rankOf(stars.modelPerson, person.id),
      number: person.number,
      name:
        policy.publish.namesOfWinners && isAwarded(stars.modelPerson, person.id)
          ? (names.get(person.id) ?? null)
          : null,
      department: departmentNames.get(person.departmentId) ?? '',
      attendedDays: person.attendedDays,
      base: person.card.base,
      lines: person.card.lines.map(lineOf),
      score: person.card.score,
    }))
  const windows = stars.windows
    .filter(({ departmentId }) => isComplete || isAwarded(stars.modelWindow, departmentId))
    .map((window): PublicDepartment => ({
      ...rankOf(stars.modelWindow, window.departmentId),
      department: departmentNames.get(window.departmentId) ?? '',
      members: isComplete
        ? window.result.members.map(({ id, score, attendedDays, counts }) => ({
            number: numberOf(id),
            score,
            attendedDays,
            counts,
          }))
        : [],
      sum: window.result.sum,
      count: window.result.count,
      score: window.result.score,
      ratings: ratingsOf(window.ratings, policy.publish),
    }))
  return {
    hall: 'anci',
    sheet: sheets[stars.sheet]?.labelZh ?? '',
    rankedOn: stars.rankedOn,
    workedOutOn: stars.workedOutOn,
    fewestAttendedDays: stars.fewestAttendedDays,
    isComplete,
    persons: persons.toSorted(byPlace),
    departments: windows.toSorted(byPlace),
    unconfirmed: stars.unconfirmed.length,
    unattributed: stars.unattributed.length,
    leastRatings: policy.publish.leastRatings,
  }
}

async function publicBingcha(
  db: Reader,
  month: Extract<BingchaResult, { state: 'closed' }>,
): Promise<PublicBingcha> {
  const known = await db
    .select({ id: windows.id, number: windows.number, business: windows.business })
    .from(windows)
    .where(inArray(windows.id, [-1, ...month.windows.map(({ windowId }) => Number(windowId))]))
  const isComplete = !isHeld([month.redFlags])
  return {
    hall: 'bingcha',
    sheet: sheets[month.sheet]?.labelZh ?? '',
    rankedOn: month.rankedOn,
    isComplete,
    windows: month.windows
      .filter(({ windowId }) => isComplete || isAwarded(month.redFlags, windowId))
      .map(({ windowId, card, peer, directorReason }) => {
        const window = known.find(({ id }) => String(id) === windowId)
        return {
          ...rankOf(month.redFlags, windowId),
          number: window?.number ?? '',
          business: window?.business ?? '',
          sections: card.sections,
          lines: card.lines.map(lineOf),
          score: card.score,
          peer: {
            received: peer.received,
            mean: peer.received === 0 ? null : roundHalfUp(peer.sum, peer.received),
            directorReason,
          },
        }
      })
      .toSorted(byPlace),
  }
}

const MONTHS_OF_QUARTER = 3

/** The months of a quarter up to this one, the first one first. */
function quarterUpTo(month: Month): Month[] {
  const nth = (Number(month.split('-')[1]) - 1) % MONTHS_OF_QUARTER
  return Array.from({ length: nth + 1 }, (_, index) => addMonths(month, index - nth))
}

async function publicQingpu(
  db: Reader,
  hallId: number,
  policy: HallPolicy,
  sheet: QingpuSheet,
): Promise<PublicQingpu> {
  const months = quarterUpTo(sheet.month)
  const rows = await db
    .select({ month: starAwards.period, worksheet: starAwards.worksheet })
    .from(starAwards)
    .where(
      and(
        eq(starAwards.hallId, hallId),
        inArray(starAwards.period, months),
        lte(starAwards.period, sheet.month),
      ),
    )
    .orderBy(asc(starAwards.period))
  const quarter = rows.map(({ worksheet }) => worksheet as QingpuSheet)
  return {
    hall: 'qingpu',
    workedOutOn: sheet.workedOutOn,
    frozenOn: sheet.frozenOn,
    windows: sheet.windows.map(({ windowId, number, business, rated, rating }) => {
      const scores = quarter.map(
        ({ windows }) => windows.find((each) => each.windowId === windowId)?.rating.score ?? null,
      )
      return {
        number,
        business,
        rated,
        rating,
        rate: ratingsOf(
          { satisfied: rated.satisfied, valid: rating.ratings, standard: null },
          policy.publish,
        ).rate,
        quarter: {
          months: scores.filter((score) => score !== null).length,
          mean: quarterRating(scores),
        },
      }
    }),
  }
}

/** A stored result as anybody may see it: arithmetic without cases, days, reasons or names. */
export async function publicMonthOf(
  db: Reader,
  hallId: number,
  policy: HallPolicy,
  worksheet: Worksheet,
): Promise<PublicAnci | PublicBingcha | PublicQingpu> {
  if (worksheet.hall === 'anci') return publicAnci(db, policy, worksheet)
  if (worksheet.hall === 'bingcha') return publicBingcha(db, worksheet)
  return publicQingpu(db, hallId, policy, worksheet)
}
