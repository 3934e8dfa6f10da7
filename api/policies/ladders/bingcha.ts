import type { GroundLadder } from '../../rules/ladder.ts'
import { rung } from './rung.ts'

const SELF_CRITICISM = {
  sanctions: ['selfCriticism', 'internalCircular'],
  circular: true,
} as const

/**
 * Bingcha 投诉责任追究暂行办法: four kinds of complaint, each with its sanction and, but for the
 * fourth, a graver one. Every one needs a verified finding [portal].
 */
export const bingchaLadder: GroundLadder = {
  key: 'bingcha',
  kind: 'grounds',
  titleZh: '投诉责任追究暂行办法',
  grounds: [
    { key: 'K1', labelZh: '服务态度' },
    { key: 'K2', labelZh: '违反程序或承诺、敷衍，给办事人造成损失' },
    { key: 'K3', labelZh: '相互推诿，造成拖延' },
    { key: 'K4', labelZh: '长时间或故意不接电话' },
  ],
  severities: [
    { key: 'basic', labelZh: '一般' },
    { key: 'serious', labelZh: '严重' },
  ],
  cells: [
    {
      ground: 'K1',
      severity: 'basic',
      rung: rung('K1.basic', '批评教育', { sanctions: ['criticism'] }),
    },
    {
      ground: 'K1',
      severity: 'serious',
      // [source] one or the other
      rung: rung('K1.serious', '诫勉或调离岗位', { oneOf: ['admonishmentTalk', 'postTransfer'] }),
    },
    {
      ground: 'K2',
      severity: 'basic',
      rung: rung('K2.basic', '书面检查并内部通报', SELF_CRITICISM),
    },
    {
      ground: 'K2',
      severity: 'serious',
      rung: rung('K2.serious', '留职使用三个月', {
        sanctions: ['probation'],
        bars: 'probationOrWaiting',
        probationMonths: 3, // [source]
      }),
    },
    {
      ground: 'K3',
      severity: 'basic',
      rung: rung('K3.basic', '书面检查并内部通报', SELF_CRITICISM),
    },
    {
      ground: 'K3',
      severity: 'serious',
      rung: rung('K3.serious', '待岗', { sanctions: ['waiting'], bars: 'probationOrWaiting' }),
    },
    {
      ground: 'K4',
      severity: 'basic',
      rung: rung('K4.basic', '批评教育', { sanctions: ['criticism'] }),
    },
  ],
}
