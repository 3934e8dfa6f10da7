import type { Day } from './day.ts'
import type { ElectronicRating, RatedMonth } from './electronic-rating.ts'
import type { SectionScore } from './scorecard.ts'
import type { Count } from './small-counts.ts'
import type { Ineligible } from './star-award.ts'
import type { Comparison } from './tie-chain.ts'

/** A line of somebody's arithmetic: what, how often, how many points. Never a case, day or reason. */
export type PublicLine = {
  label: string
  unit: string
  quantity: number
  points: number
  isReversal: boolean
}

/** Where a contender came in, and by which step behind the one above. */
export type PublicRank = {
  place: number | null
  tied: boolean
  ineligible: Pick<Ineligible, 'reason' | 'veto' | 'until'> | null
  why: Pick<Comparison, 'decidedBy' | 'steps'> | null
}

/** Ratings as they may be shown: a rate only from thirty, no count of a few. */
export type PublicRatings = {
  valid: Count
  satisfied: Count
  rate: number | null
  standard: number | null
}

/** One person's month. */
export type PublicPerson = PublicRank & {
  number: string
  /** Only the winner's, and only where the hall publishes it. */
  name: string | null
  department: string
  attendedDays: number
  base: number
  lines: PublicLine[]
  score: number
}

/** One department's window: its members' scores and their mean. */
export type PublicDepartment = PublicRank & {
  department: string
  members: { number: string; score: number; attendedDays: number; counts: boolean }[]
  sum: number
  count: number
  score: number | null
  ratings: PublicRatings
}

/** Anci's month; while a place is held only what was awarded is shown. */
export type PublicAnci = {
  hall: 'anci'
  sheet: string
  rankedOn: Day
  workedOutOn: Day
  fewestAttendedDays: number
  isComplete: boolean
  persons: PublicPerson[]
  departments: PublicDepartment[]
  unconfirmed: number
  unattributed: number
  /** Fewer ratings are not counted out. */
  leastRatings: number
}

/** Bingcha's closed month. */
export type PublicBingcha = {
  hall: 'bingcha'
  sheet: string
  rankedOn: Day
  isComplete: boolean
  windows: (PublicRank & {
    number: string
    business: string
    sections: SectionScore[]
    lines: PublicLine[]
    score: number
    /** How many windows marked this one and their mean out of a hundred, never who gave which. */
    peer: { received: number; mean: number | null; directorReason: string | null }
  })[]
}

/** Qingpu's month: one electronic rating for each window, and the quarter's mean so far. */
export type PublicQingpu = {
  hall: 'qingpu'
  workedOutOn: Day
  frozenOn: Day
  windows: {
    number: string
    business: string
    rated: RatedMonth
    rating: ElectronicRating
    rate: number | null
    quarter: { months: number; mean: number | null }
  }[]
}
