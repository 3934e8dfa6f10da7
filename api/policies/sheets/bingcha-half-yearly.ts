import type { FigureOrigin, Section, Sheet, SheetItem } from '../../rules/scorecard.ts'

const section = (
  code: string,
  labelZh: string,
  most: number,
  { startsAt = most, origin = 'source' }: { startsAt?: number; origin?: FigureOrigin } = {},
): Section => ({ code, labelZh, startsAt, most, origin })

const item = (
  code: string,
  section: string,
  labelZh: string,
  points: SheetItem['points'],
  unitZh: string,
  more: Partial<SheetItem> = {},
): SheetItem => ({
  code,
  labelZh,
  kind: 'deduction',
  points,
  unitZh,
  section,
  origin: 'source',
  ...more,
})

const range = (from: number, to: number) => ({ from, to, step: 1 })

/** The digits are lost in the printed text: a default of this portal, said to be so. */
const LOST = { origin: 'portal', notInSource: true } as const
/** Printed without its dash (12, 110): the reading follows from the other ranges. */
const READ = { origin: 'derived' } as const
const HONOUR = { kind: 'bonus', needsProof: true } as const

/**
 * Bingcha 考核办法: half a year of one member of staff in five areas (德能勤绩廉), worth 100, and at
 * most 10 more for honours. The third area's text has lost digits: 8 for attendance and 5 for duty
 * leave 2 for meetings, and the points lost are defaults. A proposal earns its section, so a
 * flawless half year without one ends at 95.
 */
export const bingchaHalfYearly: Sheet = {
  key: 'bingchaHalfYearly',
  labelZh: '工作人员半年考核',
  per: 'staff',
  sections: [
    section('1', '德：思想品德与行为规范', 15),
    section('2', '能：业务技能', 15),
    section('3a', '勤：出勤', 8, { origin: 'derived' }),
    section('3b', '勤：会议学习', 2, { origin: 'derived' }),
    section('3c', '勤：值班', 5, { origin: 'derived' }),
    section('4.1', '绩：办件准确率', 10, { origin: 'derived' }),
    section('4.2', '绩：按时办结率', 10, { origin: 'derived' }),
    section('4.3', '绩：群众满意', 10, { origin: 'derived' }),
    section('4.4', '绩：按时报送', 5, { origin: 'derived' }),
    section('4.5', '绩：建议与创新', 5, { startsAt: 0, origin: 'derived' }),
    section('5', '廉：廉政建设', 15, { origin: 'derived' }),
    section('6', '受奖附加', 10, { startsAt: 0, origin: 'derived' }),
  ],
  items: [
    item('H1.1', '1', '言行不文明', range(1, 2), '次'),
    item('H1.2', '1', '与群众争吵', 5, '次'),
    item('H1.3', '1', '着装不符', 1, '次'),
    item('H1.4', '1', '不服从安排或不主动', range(2, 5), '次'),
    item('H2.1', '2', '答复咨询有误或迟', 1, '次'),
    item('H2.2', '2', '政策用错', range(1, 3), '次'),
    item('H2.3', '2', '配合不好影响别人', 2, '次'),
    item('H2.4', '2', '汇报迟或不清楚', 1, '次'),
    item('H2.5', '2', '本人办件超过承诺时限', range(1, 4), '件'),
    item('H3.1', '3a', '全年病事假超过20天', 1, '次', { attendance: true, ...LOST }),
    item('H3.2', '3a', '迟到早退', 1, '每5次', { attendance: true, ...LOST }),
    item('H3.3', '3a', '空岗', 1, '次', { attendance: true, ...LOST }),
    item('H3.4', '3a', '旷工', 1, '半天', { attendance: true }),
    item('H3.5', '3b', '会议学习迟到', 0.2, '次', LOST),
    item('H3.6', '3b', '会议学习缺席', 0.5, '次', LOST),
    item('H3.7', '3c', '值班离岗', 2, '次'),
    item('H3.8', '3c', '值班失职有不良后果', 3, '次', LOST),
    item('H4.1', '4.1', '办件出错', range(1, 2), '件', READ),
    item('H4.2', '4.2', '按时办结率每少一个百分点', 0.5, '百分点'),
    item('H4.3', '4.3', '群众对结果不满意', range(1, 2), '件', READ),
    item('H4.4', '4.4', '报送不及时', range(1, 2), '次', READ),
    item('H4.5', '4.5', '建议或创新被采纳', 5, '条', { kind: 'bonus' }),
    item('H5.1', '5', '廉政问题查实', range(1, 10), '件', READ),
    item('HB1', '6', '书面表扬', 2, '次', HONOUR),
    item('HB2', '6', '县级媒体报道', 3, '次', HONOUR),
    item('HB3', '6', '市省级媒体报道', 6, '次', HONOUR),
    item('HB4', '6', '国家级媒体报道', 10, '次', HONOUR),
    item('HB5', '6', '国家级先进个人', 10, '次', HONOUR),
    item('HB6', '6', '省级先进个人', 6, '次', HONOUR),
    item('HB7', '6', '市级先进个人', 3, '次', HONOUR),
    item('HB8', '6', '县级先进个人', 2, '次', HONOUR),
  ],
}

/** Bingcha 考核办法: what a person's figures of the half year bring onto the sheet. */
export const bingchaHalfYearFigures = {
  /** Sick and personal leave of more days in the year. */
  leave: { item: 'H3.1', overDays: 20 },
  /** One for each full number of times late or early. */
  lateOrEarly: { item: 'H3.2', each: 5 },
  /** One for each whole percentage point under a hundred. */
  onTime: { item: 'H4.2' },
} as const
