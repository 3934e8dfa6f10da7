/** The figures of a window's monthly electronic rating (服务质量电子评价考核). */
export type ElectronicRatingFigures = {
  /** What the item is worth, and what a satisfied rating earns; a dissatisfied one earns nothing. */
  best: number
  /** The least share of the month's cases that must be rated, in per cent, by number of cases. */
  shares: readonly { upToCases: number; percent: number }[]
  /** The least number of ratings beyond the last of the shares. */
  flatStandard: number
  /** Points off by how many ratings are missing. */
  shortfall: readonly { upTo: number; points: number }[]
  /** Points off when more are missing than the last band holds. */
  shortfallBeyond: number
  /** Points off for each confirmed occurrence. */
  deductions: Readonly<Record<RatingMisconduct, number>>
  /**
   * What the bands of missing ratings are held against: how many are missing; the number of
   * ratings itself, as the words say; or that number with the points in reverse order.
   */
  bandsApplyTo: 'shortfall' | 'count' | 'countReversed'
  /** What becomes of a broken number in a share of the cases. */
  rounding: 'ceil' | 'round' | 'floor'
  /** Keep the falls of the standard where a new share begins, or let it never fall. */
  steps: 'asPrinted' | 'smoothed'
  /** The mean of all ratings, or full points less what every dissatisfied rating loses. */
  monthlyScore: 'mean' | 'lostPoints'
  /** What a month with cases but without ratings begins from. */
  noRatingsBase: 'nothing' | 'full'
  /** What a month without cases is worth. */
  noCasesScore: 'notRanked' | 'full'
  /** A score ends at nothing, or goes below it and is carried into the quarter's mean. */
  floor: 'nothing' | 'carried'
  /** Voided ratings (self-ratings, consecutive ones) leave average and count, or stay in both. */
  voided: 'leave' | 'stay'
  /** A verified fault takes its own cases out of the standard, or waives the whole month's. */
  faultWaives: 'partOfMonth' | 'wholeMonth'
  /** How often a device found off on one day may count: once a half-day, or once a day. */
  offCountsPer: 'halfDay' | 'day'
  /** Whether a rating belongs to the month of the service or to that of the rating. */
  ratingBelongsTo: 'service' | 'rating'
  /** Which cases of the month count. */
  casesCounted: 'accepted' | 'completed'
}

/** Device off without reason, client not prompted, rating refused, consecutive ratings, self-rating. */
export const RATING_MISCONDUCT = ['off', 'notPrompted', 'refused', 'burst', 'selfRated'] as const
export type RatingMisconduct = (typeof RATING_MISCONDUCT)[number]

/**
 * Qingpu, 服务质量电子评价考核办法: five points a month; 70 % of up to 50 cases, 60 % of up to 100,
 * 50 % of up to 200, 100 ratings beyond; one point for each ten ratings missing, five at most; a
 * refused rating costs two and a half points, any other breach one.
 */
export const QINGPU_RATING_FIGURES: ElectronicRatingFigures = {
  best: 5,
  shares: [
    { upToCases: 50, percent: 70 },
    { upToCases: 100, percent: 60 },
    { upToCases: 200, percent: 50 },
  ],
  flatStandard: 100,
  shortfall: [
    { upTo: 10, points: 1 },
    { upTo: 20, points: 2 },
    { upTo: 30, points: 3 },
    { upTo: 40, points: 4 },
  ],
  shortfallBeyond: 5,
  deductions: { off: 1, notPrompted: 1, refused: 2.5, burst: 1, selfRated: 1 },
  bandsApplyTo: 'shortfall', // the sentence follows from staying below the standard
  rounding: 'ceil', // "at least" so many per cent
  steps: 'asPrinted',
  monthlyScore: 'mean',
  noRatingsBase: 'nothing',
  noCasesScore: 'notRanked',
  floor: 'nothing',
  voided: 'leave',
  faultWaives: 'partOfMonth',
  offCountsPer: 'halfDay',
  ratingBelongsTo: 'service',
  casesCounted: 'accepted',
}
