import type { GroundLadder } from '../../rules/ladder.ts'
import { rung } from './rung.ts'

/**
 * Qingpu 投诉处置办法, 服务承诺制度 and others: what each breach leads to. No factors and no repeat
 * rule; for display criticism, loss of awards, change of post, return.
 */
export const qingpuLadder: GroundLadder = {
  key: 'qingpu',
  kind: 'grounds',
  titleZh: '投诉处置办法',
  grounds: [
    { key: 'verifiedComplaint', labelZh: '投诉查实' },
    { key: 'suspectedViolation', labelZh: '涉嫌违纪违规' },
    { key: 'brokenPromise', labelZh: '违反服务承诺' },
    { key: 'unfit', labelZh: '不适合审批岗位' },
    { key: 'smoking', labelZh: '在禁烟区吸烟' },
    { key: 'repeatedItBreach', labelZh: '多次严重违反设备使用规定' },
    { key: 'lowestGrade', labelZh: '年度考核等次最低' },
  ],
  severities: [
    { key: 'basic', labelZh: '按规定' },
    { key: 'serious', labelZh: '拒不改正' },
  ],
  cells: [
    {
      ground: 'verifiedComplaint',
      severity: 'basic',
      // [source] the awards are lost, the result goes to the department
      rung: rung('verifiedComplaint.basic', '取消评优资格并通报部门', {
        sanctions: ['awardLoss', 'departmentCircular'],
        bars: 'verifiedComplaint',
        circular: true,
      }),
    },
    {
      ground: 'suspectedViolation',
      severity: 'basic',
      // [source] returned with a letter, the department holds to account
      rung: rung('suspectedViolation.basic', '取消评优资格并退回派出部门', {
        sanctions: ['awardLoss', 'returnToDepartment'],
        bars: 'suspectedViolation',
        returnLetter: true,
      }),
    },
    {
      ground: 'brokenPromise',
      severity: 'basic',
      rung: rung('brokenPromise.basic', '批评教育并取消季度评优资格', {
        sanctions: ['criticism', 'awardLoss'],
        bars: 'brokenPromise',
      }),
    },
    {
      ground: 'brokenPromise',
      severity: 'serious',
      rung: rung('brokenPromise.serious', '调整岗位', { sanctions: ['postChange'] }),
    },
    {
      ground: 'unfit',
      severity: 'basic',
      rung: rung('unfit.basic', '退回派出部门', {
        sanctions: ['returnToDepartment'],
        returnLetter: true,
      }),
    },
    {
      ground: 'smoking',
      severity: 'basic',
      rung: rung('smoking.basic', '取消评优资格', { sanctions: ['awardLoss'], bars: 'smoking' }),
    },
    {
      ground: 'repeatedItBreach',
      severity: 'basic',
      rung: rung('repeatedItBreach.basic', '取消评优资格', {
        sanctions: ['awardLoss'],
        bars: 'repeatedItBreach',
      }),
    },
    {
      ground: 'lowestGrade',
      severity: 'basic',
      rung: rung('lowestGrade.basic', '发函调换人员', { sanctions: ['replacement'] }),
    },
  ],
}
