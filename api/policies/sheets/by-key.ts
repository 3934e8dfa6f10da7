import type { Sheet } from '../../rules/scorecard.ts'
import { anci41, anciComplaintItem } from './anci-4-1.ts'
import { bingchaComplaintItem, bingchaMonthly } from './bingcha-monthly.ts'
import { qingpuComplaintItem, qingpuRating } from './qingpu-rating.ts'

/** The sheets points are written on, by the key an entry keeps. */
export const sheets: Readonly<Record<string, Sheet>> = Object.fromEntries(
  [anci41, bingchaMonthly, qingpuRating].map((sheet) => [sheet.key, sheet]),
)

/** The sheet a hall writes its points on each month, by the hall's policy. */
export const monthlySheetOf: Readonly<Record<string, Sheet>> = {
  anci: anci41,
  bingcha: bingchaMonthly,
  qingpu: qingpuRating,
}

/** The item a verified complaint is written on, by the key of the sheet. */
export const complaintItemOf: Readonly<Record<string, string>> = {
  [anci41.key]: anciComplaintItem,
  [bingchaMonthly.key]: bingchaComplaintItem,
  [qingpuRating.key]: qingpuComplaintItem,
}
