import type { PeerMarking } from '../../rules/peer-marks.ts'
import type { Sheet } from '../../rules/scorecard.ts'
import type { AbsenceScale } from '../../rules/absence.ts'
import { anci41, anciAbsences, anciComplaintItem } from './anci-4-1.ts'
import { bingchaHalfYearly } from './bingcha-half-yearly.ts'
import {
  bingchaAbsences,
  bingchaCircularItem,
  bingchaComplaintItem,
  bingchaMonthly,
  bingchaPeerMarking,
} from './bingcha-monthly.ts'
import { qingpuAbsences, qingpuKnown } from './qingpu-known.ts'
import { qingpuComplaintItem, qingpuRating } from './qingpu-rating.ts'

/** The sheets points are written on, by the key an entry keeps. */
export const sheets: Readonly<Record<string, Sheet>> = Object.fromEntries(
  [anci41, bingchaMonthly, bingchaHalfYearly, qingpuRating, qingpuKnown].map((sheet) => [
    sheet.key,
    sheet,
  ]),
)

/** The sheet a hall writes its points on each month, by the hall's policy. */
export const monthlySheetOf: Readonly<Record<string, Sheet>> = {
  anci: anci41,
  bingcha: bingchaMonthly,
  qingpu: qingpuRating,
}

/** How the windows of a hall mark each other, by the hall's policy; none elsewhere. */
export const peerMarkingOf: Readonly<Record<string, PeerMarking>> = { bingcha: bingchaPeerMarking }

/** Which item an absence is written on by its length, by the hall's policy. */
export const absenceScaleOf: Readonly<Record<string, AbsenceScale>> = {
  anci: anciAbsences,
  bingcha: bingchaAbsences,
  qingpu: qingpuAbsences,
}

/** Every sheet a hall writes points on, the monthly one first, by the hall's policy. */
const sheetsOf: Readonly<Record<string, readonly Sheet[]>> = {
  anci: [anci41],
  bingcha: [bingchaMonthly, bingchaHalfYearly],
  qingpu: [qingpuRating, qingpuKnown],
}

/** The sheets of a hall, none where its policy knows no points. */
export const sheetsOfPolicy = (policy: string): readonly Sheet[] => sheetsOf[policy] ?? []

/** The item a verified complaint is written on, by the key of the sheet. */
export const complaintItemOf: Readonly<Record<string, string>> = {
  [anci41.key]: anciComplaintItem,
  [bingchaMonthly.key]: bingchaComplaintItem,
  [qingpuRating.key]: qingpuComplaintItem,
}

/** The item it is written on once a circular about it went round, where the sheet has one. */
export const circularItemOf: Readonly<Record<string, string>> = {
  [bingchaMonthly.key]: bingchaCircularItem,
}
