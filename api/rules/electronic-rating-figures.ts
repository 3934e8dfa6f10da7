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
}
