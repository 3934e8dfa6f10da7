import type { AbsenceScale } from '../../rules/absence.ts'
import type { PeerMarking } from '../../rules/peer-marks.ts'
import type { FigureOrigin, Section, Sheet, SheetItem } from '../../rules/scorecard.ts'

const section = (
  code: string,
  labelZh: string,
  most: number,
  startsAt = most,
  origin: FigureOrigin = 'source',
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

/**
 * Bingcha 月度考核办法: a month of one window. Ten sections worth 100, the tenth earned by the
 * marks of the other windows, and at most 10 more for honours. Section 8 is worth 15 although its
 * text awards 10: only so do the sections make 100. Ranges printed without their dash (15, 25)
 * are read as 1-5 and 2-5.
 */
export const bingchaMonthly: Sheet = {
  key: 'bingchaMonthly',
  labelZh: '窗口月度考核',
  per: 'window',
  sections: [
    section('1', '行为规范和服务态度', 10),
    section('2', '办件管理', 10),
    section('3', '时限承诺', 10),
    section('4', '办理质量', 10),
    section('5', '参加中心活动', 10),
    section('6', '廉洁从政', 10),
    section('7', '工作作风和群众投诉', 10),
    section('8', '人员到岗', 15, 15, 'derived'),
    section('9', '卫生保洁', 5),
    section('10', '窗口互评', 10, 0),
    section('11', '受奖附加', 10, 0),
  ],
  items: [
    item('M1.1', '1', '违反行为规范', 1, '次'),
    item('M1.2', '1', '态度不好引起争吵', 3, '次'),
    item('M1.3', '1', '争吵严重，另扣', 2, '次'),
    item('M2.1', '2', '该收未收，经查实', 2, '件'),
    item('M2.2', '2', '补件未详细说明', 2, '件'),
    item('M2.3', '2', '答复件未说全理由', 2, '件'),
    item('M2.4', '2', '联办件未说明或未联系', 2, '件'),
    item('M2.5', '2', '手续不规范或报送迟', 2, '件'),
    item('M3.1', '3', '超过承诺时限', 1, '件·工作日'),
    item('M4.1', '4', '上传办公网不及时', 1, '件'),
    item('M4.2', '4', '告知单未写或未及时交', { from: 1, to: 5, step: 1 }, '件', {
      origin: 'derived',
    }),
    item('M5.1', '5', '无故迟到', 1, '次'),
    item('M5.2', '5', '无故缺席', 2, '次'),
    item('M5.3', '5', '交办事项配合不好', 3, '次'),
    item('M6.1', '6', '收受不当好处', 2, '次'),
    item('M7.1', '7', '投诉查实', { from: 2, to: 5, step: 1 }, '次', { exclusiveWith: 'M7.2' }),
    item('M7.2', '7', '因投诉被通报或影响差', 10, '次', { exclusiveWith: 'M7.1' }),
    item('M8.1', '8', '频繁换人', { from: 2, to: 5, step: 1 }, '次', { origin: 'derived' }),
    item('M8.2', '8', '未请假离岗半天以上', 2, '次', { attendance: true }),
    item('M9.1', '9', '环境不整洁', 1, '次'),
    item('M10', '10', '其他窗口评分', { from: 0, to: 10, step: 0.01 }, '月', {
      kind: 'mark',
      origin: 'portal',
    }),
    item('MB1', '11', '受市级以上表彰', { from: 5, to: 10, step: 1 }, '次', {
      kind: 'bonus',
      needsProof: true,
    }),
    item('MB2', '11', '收到感谢信', 1, '封', { kind: 'bonus', needsProof: true }),
    item('MB3', '11', '收到锦旗', 2, '面', { kind: 'bonus', needsProof: true }),
  ],
}

/**
 * Bingcha 月度考核办法, section 10: attitude, efficiency, quality and integrity, each worth a quarter
 * of a hundred.
 */
export const bingchaPeerMarking: PeerMarking = {
  item: 'M10',
  topics: ['服务态度', '办事效率', '办件质量', '廉洁自律'],
  mostPerTopic: 25,
}

/** Bingcha 月度考核办法, M7.2: a complaint that went round as a circular costs the month's red flag. */
export const bingchaCircularItem = 'M7.2'

/** Bingcha 月度考核办法, M7.1: what a verified complaint costs, within a range. */
export const bingchaComplaintItem = 'M7.1'

/** Bingcha 月度考核办法: half a day or more away is M8.2, anything shorter a breach of conduct. */
export const bingchaAbsences: AbsenceScale = [
  { longerThan: 0, item: 'M1.1' },
  { longerThan: 'halfDay', orJust: true, item: 'M8.2' },
]
