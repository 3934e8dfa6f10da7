import type { AbsenceScale } from '../../rules/absence.ts'
import type { HygieneScale } from '../../rules/hygiene.ts'
import type { Sheet, SheetItem } from '../../rules/scorecard.ts'

const dirty = { from: 0.5, to: 2, step: 0.5 }

const hygiene = (code: string, labelZh: string, points: SheetItem['points']): SheetItem => ({
  code,
  labelZh,
  kind: 'deduction',
  points,
  unitZh: '处',
  section: 'hygiene',
  origin: 'source',
})

const recorded = (code: string, labelZh: string): SheetItem => ({
  code,
  labelZh,
  kind: 'deduction',
  points: null,
  unitZh: '次',
  section: 'other',
  origin: 'portal',
})

/**
 * Qingpu: what is known of a window's sheet beside its electronic rating. Hygiene by the
 * 卫生工作考核办法, a hundred points once a quarter; the scoring opinion with the figures of all else
 * is missing, so that is recorded without points until the centre sets them.
 */
export const qingpuKnown: Sheet = {
  key: 'qingpuKnown',
  labelZh: '窗口已知考核项目',
  per: 'window',
  sections: [
    { code: 'hygiene', labelZh: '卫生检查', startsAt: 100, most: 100, origin: 'source' },
    { code: 'other', labelZh: '未定分项目', startsAt: 0, most: 0, origin: 'portal' },
  ],
  items: [
    hygiene('W1', '桌椅设备有灰尘', dirty),
    hygiene('W2', '资料物品摆放杂乱', dirty),
    hygiene('W3', '公示牌脏乱', dirty),
    hygiene('W4', '桌面地面有纸屑或灰尘', dirty),
    hygiene('W5', '垃圾桶满了没倒', dirty),
    hygiene('W6', '在禁烟区吸烟', 5),
    hygiene('W7', '办公区有烟头', 5),
    recorded('R1', '离开时没设暂停或没放牌'),
    recorded('R2', '上班时间做无关的事'),
    recorded('R3', '没戴工作牌或着装不符'),
    recorded('R4', '设备使用违规'),
    recorded('R5', '无故不参加培训'),
    recorded('R6', '迟到或早退'),
    recorded('R7', '漏签到'),
    recorded('R8', '超过承诺时限'),
  ],
}

/** Qingpu 卫生工作考核办法: a hundred points folded to five. */
export const qingpuHygiene: HygieneScale & { section: string } = {
  section: 'hygiene',
  of: 100,
  foldedTo: 5,
}

/** Qingpu: any absence, recorded without points. */
export const qingpuAbsences: AbsenceScale = [{ longerThan: 0, item: 'R1' }]
