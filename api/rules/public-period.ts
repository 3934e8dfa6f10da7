import type { Day } from './day.ts'
import type { PublicRank } from './public-month.ts'

/** How many were not ranked, and why; never who. */
export type NotRanked = { reason: string; count: number }

type Common = { rankedOn: Day; workedOutOn: Day; isComplete: boolean; notRanked: NotRanked[] }

/** Qingpu's quarter: those proposed and ranked, and how many heads the lowest windows cost. */
export type PublicQuarter = Common & {
  title: 'quarterStar'
  proposed: number
  windowsScored: number
  /** Heads of so many lowest windows are barred. */
  lowestWindows: number
  headsBarred: number
  people: (PublicRank & {
    number: string
    name: string | null
    window: string
    daily: number
  })[]
}

/** Qingpu's year: those who were star of a quarter or honoured, with the sum behind each score. */
export type PublicStarYear = Common & {
  title: 'yearStar'
  people: (PublicRank & {
    number: string
    name: string | null
    dailies: number[]
    sum: number
    honours: number
    quarterStars: number
  })[]
}

/** A year's windows with the mean behind each score, and the plaques that come back. */
export type PublicWindowYear = Common & {
  title: 'excellentWindow' | 'postStar'
  windows: (PublicRank & {
    number: string
    business: string
    scores: number[]
    sum: number
    mean: number
    redFlags: number | null
  })[]
  plaquesReturned: string[]
}

/** The award of a quarter or a year as anybody may see it. */
export type PublicPeriod = PublicQuarter | PublicStarYear | PublicWindowYear
