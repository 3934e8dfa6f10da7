/**
 * Why a complaint is not taken up: another organ's matter (不归本中心), already before a court, a
 * review or a petition office (正在其他途径办理), answered before and nothing new (已经答复), no fact
 * that could be checked (没有具体事项), not about service at a window (不属于窗口服务).
 */
export const DECLINE_REASONS = [
  'anotherOrgan',
  'elsewhere',
  'answered',
  'noFacts',
  'notService',
] as const
export type DeclineReason = (typeof DECLINE_REASONS)[number]
