/**
 * 文明服务标兵, 文明服务窗口 (anci); 红旗窗口, 岗位之星 (bingcha); 季度服务明星, 年度服务明星,
 * 优秀服务窗口 (qingpu).
 */
export const AWARD_KINDS = [
  'modelPerson',
  'modelWindow',
  'redFlagWindow',
  'postStar',
  'quarterStar',
  'yearStar',
  'excellentWindow',
] as const
export type AwardKind = (typeof AWARD_KINDS)[number]
