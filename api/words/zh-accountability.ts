import type { Paper } from '../rules/accountability.ts'
import type { Circumstance, Sanction } from '../rules/ladder.ts'

/** The Chinese of sanctions (责任追究方式). */
const sanctions: Record<Sanction, string> = {
  admonition: '告诫',
  lossOfEligibility: '取消评优评先资格',
  circularCriticism: '通报批评',
  postTransfer: '调离岗位',
  criticism: '批评教育',
  admonishmentTalk: '诫勉',
  selfCriticism: '书面检查',
  internalCircular: '内部通报',
  probation: '留职使用',
  waiting: '待岗',
  awardLoss: '取消评优资格',
  departmentCircular: '通报派出部门',
  postChange: '调整岗位',
  returnToDepartment: '退回派出部门',
  replacement: '发函调换人员',
  administrativeHandling: '行政处理',
  directLiability: '追究直接责任',
  leadershipLiability: '追究领导责任',
  severeHandling: '严肃处理',
  strictLiability: '严格追究责任',
  warning: '警告',
  demerit: '记过',
  demotion: '降职',
  dismissal: '辞退',
}

const circumstances: Record<Circumstance, string> = {
  retaliation: '打击报复、诬陷投诉人（从重）',
  repeated: '一年内再次被追究（从重）',
  interference: '干扰、阻碍调查（从重）',
  disobedience: '不执行中心的决定（从重）',
  otherAggravating: '其他从重情形',
  apologised: '当事人已真诚道歉',
  forgiven: '投诉人已谅解',
  effectsStopped: '制止了不良影响（从轻）',
  lossRecovered: '改正并挽回损失（从轻）',
  otherMitigating: '其他从轻情形',
}

type Line = {
  kind: string
  tier: number | null
  severity: string | null
  factors: readonly string[]
}

/** One line of the arithmetic: 从第 1 档起；因……加 1，到第 2 档. */
function line({ kind, tier, severity, factors }: Line): string {
  const why = factors.join('、')
  switch (kind) {
    case 'start':
      return `${severity}：从第 ${tier} 档起。`
    case 'raised':
      return `${why}：加 1，到第 ${tier} 档。`
    case 'lowered':
      return `${why}：减 1，到第 ${tier} 档。`
    case 'notOffset':
      return `${why}：不能用从轻情形抵消，仍是第 ${tier} 档。`
    case 'bounded':
      return `超出了档次的范围，按第 ${tier} 档。`
    default:
      return `${severity}：按规定对应的这一种。`
  }
}

const outcomes = { agreed: '同意', deviated: '改变', returned: '退回' } as const

/** The papers that go out with a decision. */
const papers: Record<Paper, string> = {
  circular: '通报',
  departmentNotice: '通知',
  returnLetter: '退回函',
}

/** Several sanctions in one breath: 通报批评、调离岗位. */
const named = (list: readonly Sanction[]): string => list.map((one) => sanctions[one]).join('、')

/** Words of accountability (责任追究). */
export const accountabilityWords = { sanctions, papers, named, circumstances, line, outcomes }
