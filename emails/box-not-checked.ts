import type { LetterFacts } from '../api/rules/letter-facts.ts'
import { toOfficer } from './to-officer.ts'

/** To the office: nobody entered a look into comment book and box that day (安次巡查办法). */
export const boxNotChecked = ({ origin, day }: LetterFacts) =>
  toOfficer(
    origin,
    `${day ?? ''} 没有开箱检查记录`.trim(),
    [`${day ?? '今天'} 没有登记意见箱和意见簿的检查。`, '没有投诉也要登记一次。'],
    '/desk/box',
  )
