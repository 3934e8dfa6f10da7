import type { AbsenceScale } from '../../rules/absence.ts'
import type { EarlyCompletion } from '../../rules/early-completion.ts'
import type { Sheet, SheetItem } from '../../rules/scorecard.ts'

const taken = (
  code: string,
  labelZh: string,
  points: number,
  unitZh: string,
  more: Partial<SheetItem> = {},
): SheetItem => ({
  code,
  labelZh,
  kind: 'deduction',
  points,
  unitZh,
  section: 'all',
  origin: 'source',
  ...more,
})

const given = (
  code: string,
  labelZh: string,
  points: number,
  unitZh: string,
  more: Partial<SheetItem> = {},
): SheetItem => ({ ...taken(code, labelZh, points, unitZh, more), kind: 'bonus', needsProof: true })

/**
 * Anci 窗口单位及工作人员绩效考核办法, sheet 4-1 (窗口工作人员绩效考核表): a month of one member of
 * staff. The column of weights is lost: the base of 100 is this portal's reading, there is no
 * maximum, and the whole sheet stops at zero.
 */
export const anci41: Sheet = {
  key: 'anciMonthly',
  labelZh: '窗口工作人员月度考核',
  per: 'staff',
  sections: [{ code: 'all', labelZh: '全表', startsAt: 100, most: null, origin: 'portal' }],
  items: [
    taken('A01', '迟到或早退', 1, '人次', { attendance: true }),
    taken('A02', '漏签到', 2, '次', { attendance: true }),
    taken('A03', '擅自离岗超过30分钟', 3, '次', { exclusiveWith: 'A04', attendance: true }),
    taken('A04', '擅自离岗超过半天', 5, '次', { exclusiveWith: 'A03', attendance: true }),
    taken('A05', '上班时间娱乐或炒股', 5, '次'),
    taken('A06', '在窗口吸烟或吃零食', 1, '人次'),
    taken('A07', '酒后上岗', 5, '次'),
    taken('A08', '受理后未录入平台', 5, '件'),
    taken('A09', '录入平台不及时', 2, '件'),
    taken('A10', '退件理由未说全', 2, '件'),
    taken('A11', '未办完却报办结', 5, '件'),
    taken('A12', '办错事，群众再跑一趟', 5, '次'),
    taken('A13', '未戴工作牌或着装不符', 2, '人次'),
    taken('A14', '缺桌牌或摆放不对', 2, '次'),
    taken('A15', '与群众争吵，扰乱秩序', 5, '次'),
    taken('A16', '未一次告知，群众多跑', 5, '次'),
    taken('A17', '投诉或信访查实有责任', 5, '次'),
    taken('A18', '办公区乱堆物品或有垃圾', 5, '次'),
    taken('A19', '桌面凌乱或放食品', 5, '次'),
    taken('A20', '下班未收拾桌面', 5, '次'),
    given('AB1', '收到表扬，经中心核定', 2, '件'),
    given('AB2', '本人建议被中心采纳', 1, '条'),
    given('AB3', '受到市级表扬', 2, '次'),
    given('AB4', '受到省级以上表扬', 3, '次'),
    given('AB5', '承诺件提前办结', 1, '每10%', { origin: 'portal', mostQuantity: 10 }),
  ],
}

/** Sheet 4-1, AB5: one point for each full tenth of promised cases finished early, from five cases. */
export const anciEarlyCompletion: EarlyCompletion = { item: 'AB5', percentStep: 10, fewestCases: 5 }

/** Sheet 4-1, A03 and A04: absences of more than thirty minutes and of more than half a day. */
export const anciAbsences: AbsenceScale = [
  { longerThan: 30, item: 'A03' },
  { longerThan: 'halfDay', item: 'A04' },
]

/** Sheet 4-1, A17: what a verified complaint costs. */
export const anciComplaintItem = 'A17'
