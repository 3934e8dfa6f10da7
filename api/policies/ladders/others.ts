import type { GroundLadder } from '../../rules/ladder.ts'
import { rung } from './rung.ts'

/** A one-window hall, 首问责任制 and service language: no figures, two degrees. */
export const yichuangLadder: GroundLadder = {
  key: 'yichuang',
  kind: 'grounds',
  titleZh: '首问责任制',
  grounds: [{ key: 'languageOrFirstAsk', labelZh: '违反文明用语或首问规定' }],
  severities: [
    { key: 'basic', labelZh: '一般' },
    { key: 'serious', labelZh: '严重' },
  ],
  cells: [
    {
      ground: 'languageOrFirstAsk',
      severity: 'basic',
      rung: rung('languageOrFirstAsk.basic', '批评教育并作行政处理', {
        sanctions: ['criticism', 'administrativeHandling'],
      }),
    },
    {
      ground: 'languageOrFirstAsk',
      severity: 'serious',
      rung: rung('languageOrFirstAsk.serious', '追究直接责任和领导责任', {
        sanctions: ['directLiability', 'leadershipLiability'],
      }),
    },
  ],
}

/** Yuanzhou: bribery is dealt with severely, damage by how it came about. No figures. */
export const yuanzhouLadder: GroundLadder = {
  key: 'yuanzhou',
  kind: 'grounds',
  titleZh: '工作人员行为规范',
  grounds: [
    { key: 'bribery', labelZh: '收受礼金礼品、吃拿卡要' },
    { key: 'damage', labelZh: '损坏电脑等设备' },
  ],
  severities: [
    { key: 'basic', labelZh: '疏忽，可以修复' },
    { key: 'serious', labelZh: '故意、造成损失或者其他严重情形' },
  ],
  cells: [
    {
      ground: 'bribery',
      severity: 'serious',
      rung: rung('bribery.serious', '严肃处理', { sanctions: ['severeHandling'] }),
    },
    {
      ground: 'damage',
      severity: 'basic',
      rung: rung('damage.basic', '批评教育', { sanctions: ['criticism'] }),
    },
    {
      ground: 'damage',
      severity: 'serious',
      rung: rung('damage.serious', '严格追究责任', { sanctions: ['strictLiability'] }),
    },
  ],
}

/** General hall rules: a scale without figures; the deciding body chooses, with a reason. */
export const standardLadder: GroundLadder = {
  key: 'standard',
  kind: 'grounds',
  titleZh: '政务大厅通用规定',
  grounds: [
    { key: 'breach', labelZh: '违反大厅的规定' },
    { key: 'unfit', labelZh: '不称职' },
  ],
  severities: [{ key: 'basic', labelZh: '按情节选定' }],
  cells: [
    {
      ground: 'breach',
      severity: 'basic',
      rung: rung('breach.basic', '批评、警告、记过、降职或辞退', {
        oneOf: ['criticism', 'warning', 'demerit', 'demotion', 'dismissal'],
      }),
    },
    {
      ground: 'unfit',
      severity: 'basic',
      rung: rung('unfit.basic', '警告、记过或降职', { oneOf: ['warning', 'demerit', 'demotion'] }),
    },
  ],
}
