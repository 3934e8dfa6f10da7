import {
  QINGPU_RATING_FIGURES,
  RATING_MISCONDUCT,
  type RatingMisconduct,
} from '../../rules/electronic-rating-figures.ts'
import type { Sheet, SheetItem } from '../../rules/scorecard.ts'

const labels: Record<RatingMisconduct, string> = {
  off: '无故不开评价系统',
  notPrompted: '未按要求提示评价',
  refused: '拒绝群众评价',
  burst: '连续评价',
  selfRated: '自我评价',
}

/** The breach that a confirmed fault of the device excuses. */
export const deviceOffItem: RatingMisconduct = 'off'

const { best, deductions } = QINGPU_RATING_FIGURES

/**
 * Qingpu 投诉处置办法: a verified complaint costs points by a scoring opinion that is missing, so it
 * is recorded without any.
 */
export const qingpuComplaintItem = 'complaint'

/**
 * Qingpu 服务质量电子评价考核办法: what costs points in a window's electronic rating of a month, one
 * item for each breach the rating's formula counts. The formula also brings in satisfaction and
 * the number of ratings, so a window's rating is never read from this sheet alone.
 */
export const qingpuRating: Sheet = {
  key: 'qingpuRating',
  labelZh: '服务质量电子评价',
  per: 'window',
  sections: [
    { code: 'eRating', labelZh: '电子评价', startsAt: best, most: best, origin: 'source' },
  ],
  items: [
    ...RATING_MISCONDUCT.map((code): SheetItem => ({
      code,
      labelZh: labels[code],
      kind: 'deduction',
      points: deductions[code],
      unitZh: '次',
      section: 'eRating',
      origin: 'source',
    })),
    {
      code: qingpuComplaintItem,
      labelZh: '投诉查实，只记录不扣分',
      kind: 'deduction',
      points: null,
      unitZh: '次',
      section: 'eRating',
      origin: 'portal',
    },
  ],
}
