import type { TierLadder } from '../../rules/ladder.ts'
import { rung } from './rung.ts'

/** Anci 窗口人员责任追究制度: three tiers of sanctions above a mere record, moved by factors. */
export const anciLadder: TierLadder = {
  key: 'anci',
  kind: 'tiers',
  titleZh: '窗口人员责任追究制度',
  // [source] thirteen triggers
  grounds: [
    { key: 't1', labelZh: '推诿、冷落、刁难办事人' },
    { key: 't2', labelZh: '窗口之间推诿、不配合，耽误审批' },
    { key: 't3', labelZh: '上班时间脱岗' },
    { key: 't4', labelZh: '当场能办的故意不办' },
    { key: 't5', labelZh: '没有一次说清材料，让人反复跑' },
    { key: 't6', labelZh: '不登记，不给书面回执' },
    { key: 't7', labelZh: '不答复代办人或申请人' },
    { key: 't8', labelZh: '受理后不转办，造成延误' },
    { key: 't9', labelZh: '不向领导报告，造成不良后果' },
    { key: 't10', labelZh: '拖延或拒绝依法应当补办的手续' },
    { key: 't11', labelZh: '不按时如实报告办理情况' },
    { key: 't12', labelZh: '牵头窗口不负责或其他窗口不配合' },
    { key: 't13', labelZh: '违反首问、限时等其他规定' },
  ],
  severities: [
    { key: 'light', labelZh: '情节较轻' },
    { key: 'heavier', labelZh: '情节较重，有不良影响和后果' },
    { key: 'serious', labelZh: '情节严重，影响恶劣' },
  ],
  starts: { light: 1, heavier: 2, serious: 3 }, // [source] one severity, one tier
  rungs: [
    rung('tier0', '免予追究，只作记录', { tier: 0 }), // [portal] mitigation may reach it
    rung('tier1', '告诫', { tier: 1, sanctions: ['admonition'] }),
    rung('tier2', '取消评优评先资格', {
      tier: 2,
      sanctions: ['lossOfEligibility'],
      bars: 'lossOfEligibility',
    }),
    rung('tier3', '通报批评并调离岗位', {
      tier: 3,
      sanctions: ['circularCriticism', 'postTransfer'],
      bars: 'postTransfer',
      circular: true,
      departmentNotice: true, // [portal] the department that sent the person is told
    }),
  ],
  aggravating: [
    // [portal] retaliation and interference cannot be offset
    { key: 'g1', labelZh: '打击报复、诬陷投诉人', needs: ['retaliation'], offsettable: false },
    { key: 'g2', labelZh: '一年内再次被追究', needs: ['repeated'], offsettable: true },
    { key: 'g3', labelZh: '干扰、阻碍调查', needs: ['interference'], offsettable: false },
    { key: 'g4', labelZh: '不执行中心的决定', needs: ['disobedience'], offsettable: true },
    { key: 'g5', labelZh: '其他从重情形', needs: ['otherAggravating'], offsettable: true },
  ],
  mitigating: [
    {
      key: 'm1', // [source] apology and forgiveness, both
      labelZh: '真诚道歉并取得谅解',
      needs: ['apologised', 'forgiven'],
      offsettable: true,
    },
    { key: 'm2', labelZh: '制止了不良影响', needs: ['effectsStopped'], offsettable: true },
    { key: 'm3', labelZh: '改正并挽回损失', needs: ['lossRecovered'], offsettable: true },
    { key: 'm4', labelZh: '其他从轻情形', needs: ['otherMitigating'], offsettable: true },
  ],
}
