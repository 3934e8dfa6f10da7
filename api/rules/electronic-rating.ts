import {
  QINGPU_RATING_FIGURES,
  RATING_MISCONDUCT,
  type ElectronicRatingFigures,
  type RatingMisconduct,
} from './electronic-rating-figures.ts'

/** What happened at one window in one month. Ratings are valid ones; misconduct is confirmed. */
export type RatedMonth = Record<RatingMisconduct, number> & {
  /** Cases accepted in the month. */
  cases: number
  satisfied: number
  dissatisfied: number
  /** Of the cases, those accepted while a verified fault of the device lasted. */
  casesDuringFault: number
  /** Cases completed in the month, asked for only where those count; else the accepted ones. */
  completed?: number
  /** Ratings voided as self-ratings or consecutive ones; they count only where they stay. */
  voidedSatisfied?: number
  voidedDissatisfied?: number
}

/** Something wrong with the figures themselves, for an officer to look into. */
export type RatingFinding = 'ratings-without-cases' | 'more-ratings-than-cases'

/** One line of deductions: how often, and what it costs in all. */
type RatingDeduction = { kind: RatingMisconduct; times: number; points: number }

/** A window's electronic rating of a month, with every step of its arithmetic. */
export type ElectronicRating = {
  ratings: number
  /** The least number of ratings for all cases of the month. */
  standard: number
  /** The same without the cases of the fault: what the window is held to. */
  standardDue: number
  /** Ratings missing from `standardDue`. */
  shortfall: number
  shortfallPoints: number
  /** Mean of the ratings before deductions, two decimals; null when there is nothing to judge. */
  base: number | null
  deductions: RatingDeduction[]
  deductionPoints: number
  /** Two decimals, rounded half up; null when the month is not ranked. */
  score: number | null
  findings: RatingFinding[]
}

const ROUND = { ceil: Math.ceil, round: Math.round, floor: Math.floor } as const

/**
 * The least number of ratings for so many cases. Qingpu 服务质量电子评价考核办法: a share of the
 * cases, reached only when it is met in full, so a broken number counts as the next whole one.
 */
export function ratingStandard(
  cases: number,
  figures: ElectronicRatingFigures = QINGPU_RATING_FIGURES,
): number {
  if (cases <= 0) return 0
  const { shares, flatStandard, rounding, steps } = figures
  const share = shares.find(({ upToCases }) => cases <= upToCases)
  const standard = share ? ROUND[rounding]((cases * share.percent) / 100) : flatStandard
  if (steps === 'asPrinted') return standard
  const passed = shares.filter(({ upToCases }) => upToCases < cases)
  return Math.max(
    standard,
    ...passed.map(({ upToCases, percent }) => ROUND[rounding]((upToCases * percent) / 100)),
  )
}

const bandOf = (count: number, figures: ElectronicRatingFigures, points: readonly number[]) => {
  const band = figures.shortfall.findIndex(({ upTo }) => count <= upTo)
  return points.at(band) ?? 0
}

/**
 * Points off for missing ratings, nothing when none is missing. Qingpu 服务质量电子评价考核办法:
 * the bands are read as the number of ratings missing, since they follow from staying below the
 * standard; the other readings hold them against the number of ratings.
 */
export function shortfallPoints(
  shortfall: number,
  figures: ElectronicRatingFigures = QINGPU_RATING_FIGURES,
  ratings = 0,
): number {
  if (shortfall <= 0) return 0
  const points = [...figures.shortfall.map((band) => band.points), figures.shortfallBeyond]
  if (figures.bandsApplyTo === 'shortfall') return bandOf(shortfall, figures, points)
  return bandOf(ratings, figures, figures.bandsApplyTo === 'count' ? points : points.toReversed())
}

/** A finding that a device was off without reason: how often on a day, or so many taken back. */
type OffFinding = { day: string; times: number; takenBack: boolean }

/**
 * How often a device counts as off, findings taken back left out: once a half-day, so at most twice
 * on one day, or once a day, however often it was found.
 */
export function offTimes(
  found: readonly OffFinding[],
  { offCountsPer }: Pick<ElectronicRatingFigures, 'offCountsPer'> = QINGPU_RATING_FIGURES,
): number {
  const most = offCountsPer === 'day' ? 1 : 2
  return [...Map.groupBy(found, ({ day }) => day).values()].reduce((sum, ofDay) => {
    const stand = ofDay.reduce((left, each) => left + (each.takenBack ? -1 : 1) * each.times, 0)
    return sum + Math.min(most, Math.max(0, stand))
  }, 0)
}

/** The day that says which month a rating counts for. */
export const ratingDayThatCounts = <D>(
  { servedOn, ratedOn }: { servedOn: D; ratedOn: D },
  { ratingBelongsTo }: Pick<ElectronicRatingFigures, 'ratingBelongsTo'> = QINGPU_RATING_FIGURES,
): D => (ratingBelongsTo === 'service' ? servedOn : ratedOn)

const inHundredths = (points: number): number => Math.round(points * 100)

/** A fraction in hundredths, rounded half up on whole numbers. */
const hundredthsOf = (numerator: number, denominator: number): number =>
  Math.floor((2 * numerator + denominator) / (2 * denominator))

/**
 * A window's electronic rating of one month. Qingpu 服务质量电子评价考核办法: five times the share
 * of satisfied ratings, less the points for missing ratings and for misconduct, never below
 * nothing nor above the full points. A verified fault takes its cases out of the standard only;
 * misconduct stays. Without cases, or without ratings when the fault covers every case, null.
 */
export function electronicRating(
  month: RatedMonth,
  figures: ElectronicRatingFigures = QINGPU_RATING_FIGURES,
): ElectronicRating {
  const { cases, satisfied, dissatisfied } = countedIn(month, figures)
  const ratings = satisfied + dissatisfied
  const waived = figures.faultWaives === 'wholeMonth' && month.casesDuringFault > 0
  const casesDue = waived ? 0 : Math.max(0, cases - month.casesDuringFault)
  const standardDue = ratingStandard(casesDue, figures)
  const shortfall = Math.max(0, standardDue - ratings)
  const offForShortfall = shortfallPoints(shortfall, figures, ratings)

  const deductions = RATING_MISCONDUCT.filter((kind) => month[kind] > 0).map((kind) => ({
    kind,
    times: month[kind],
    points: (inHundredths(figures.deductions[kind]) * month[kind]) / 100,
  }))
  const deducted = deductions.reduce((sum, { points }) => sum + inHundredths(points), 0)

  const judged = cases > 0 && (ratings > 0 || casesDue > 0)
  const best = inHundredths(figures.best)
  const earned = earnedIn({ satisfied, dissatisfied }, best, figures)
  const divisor = Math.max(1, ratings)
  const off = deducted + inHundredths(offForShortfall)
  const exact = hundredthsOf(earned - off * divisor, divisor)
  const score = Math.min(best, figures.floor === 'carried' ? exact : Math.max(0, exact))
  const withoutCases = figures.noCasesScore === 'full' && cases <= 0 ? figures.best : null

  return {
    ratings,
    standard: ratingStandard(cases, figures),
    standardDue,
    shortfall,
    shortfallPoints: offForShortfall,
    base: judged ? hundredthsOf(earned, divisor) / 100 : withoutCases,
    deductions,
    deductionPoints: deducted / 100,
    score: judged ? score / 100 : withoutCases,
    findings: findingsOf(cases, ratings),
  }
}

/** What counts of a month: which cases, and whether voided ratings stay. */
function countedIn(month: RatedMonth, { voided, casesCounted }: ElectronicRatingFigures) {
  const stay = voided === 'stay'
  return {
    cases: casesCounted === 'completed' ? (month.completed ?? month.cases) : month.cases,
    satisfied: month.satisfied + (stay ? (month.voidedSatisfied ?? 0) : 0),
    dissatisfied: month.dissatisfied + (stay ? (month.voidedDissatisfied ?? 0) : 0),
  }
}

/** The hundredths earned before deductions, times the number of ratings (once without any). */
function earnedIn(
  { satisfied, dissatisfied }: { satisfied: number; dissatisfied: number },
  best: number,
  { monthlyScore, noRatingsBase }: ElectronicRatingFigures,
): number {
  const ratings = satisfied + dissatisfied
  if (ratings === 0) return noRatingsBase === 'full' ? best : 0
  return monthlyScore === 'mean' ? best * satisfied : best * (1 - dissatisfied) * ratings
}

function findingsOf(cases: number, ratings: number): RatingFinding[] {
  if (ratings <= cases) return []
  return cases > 0 ? ['more-ratings-than-cases'] : ['ratings-without-cases']
}

/**
 * The value of a quarter for awards: the mean of the months that have a score, two decimals,
 * rounded half up; null when none has one, and then the window is not ranked.
 */
export function quarterRating(months: readonly (number | null)[]): number | null {
  const scores = months.filter((score) => score !== null)
  if (scores.length === 0) return null
  const sum = scores.reduce((total, score) => total + inHundredths(score), 0)
  return hundredthsOf(sum, scores.length) / 100
}
