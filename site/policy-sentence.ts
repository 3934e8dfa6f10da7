import type { HallPolicy } from '../api/rules/hall-policy.ts'

/** What sets one policy apart from another, for somebody who chooses between them. */
export function policyInOneSentence({ source, clocks, rating, awards }: HallPolicy): string {
  const reply = clocks.maxWd ?? clocks.normalWd ?? clocks.promisedReplyWd
  const names = [...new Set(awards.map(({ nameZh }) => nameZh))]
  return [
    `依据《${source.titleZh}》。`,
    `评价分 ${rating.levels.length} 档`,
    reply === null ? '' : `，最迟 ${reply} 个工作日答复投诉`,
    clocks.coordinationOpinionWd === null
      ? ''
      : `，复杂的 ${clocks.coordinationOpinionWd} 个工作日内提出协调意见`,
    names.length === 0 ? '。' : `。评选${names.slice(0, 3).join('、')}。`,
  ].join('')
}
