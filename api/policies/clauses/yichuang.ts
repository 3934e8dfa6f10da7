import { clausesOf, systemsOf } from './catalogue.ts'

/** The seven units of the one-window hall 一窗式便民服务大厅, and the hall rule they lean on. */
export const yichuangSystems = systemsOf('yichuang', [
  {
    key: 'yichuang.conduct',
    titleZh: '行为规范',
    purposeZh: '规定提前到岗、着装、三个一样和八个不准。',
    role: 'published',
  },
  {
    key: 'yichuang.language',
    titleZh: '文明用语',
    purposeZh: '规定大厅、外出和电话里怎样说话。',
    role: 'published',
  },
  {
    key: 'yichuang.promise',
    titleZh: '业务办理承诺',
    purposeZh: '列出六项承诺：一人办到底，来电必接，有问必答。',
    role: 'published',
  },
  {
    key: 'yichuang.abPost',
    titleZh: 'AB岗工作制度',
    purposeZh: '一个人不在，另一个人顶上，共同负责。',
    role: 'published',
  },
  {
    key: 'yichuang.firstAsk',
    titleZh: '首问责任制',
    purposeZh: '第一个被问到的人负责到底，受理率和办结率有数字。',
    role: 'published',
  },
  {
    key: 'yichuang.timeLimit',
    titleZh: '限时办结制',
    purposeZh: '公开办理时限，按时办结率有数字。',
    role: 'published',
  },
  {
    key: 'yichuang.tellOnce',
    titleZh: '一次性告知制',
    purposeZh: '一次说清材料、程序和时间，您要书面就给书面。',
    role: 'published',
  },
  {
    key: 'yichuang.affairsHall',
    titleZh: '政务大厅管理制度',
    purposeZh: '规定工作时间和从批评到开除的五级处理。',
    role: 'published',
  },
])

/** What a complaint may cite in a one-window hall. */
export const yichuangClauses = clausesOf('yichuang', '2025-01-01', [
  {
    key: 'yichuang.eight.any',
    label: '违反八不准',
    plain: '训斥人、离岗串岗、玩乐、吸烟吃东西等。',
    system: 'yichuang.conduct',
    category: 'absentOrIdle',
    common: true,
  },
  {
    key: 'yichuang.first',
    label: '首问不负责',
    plain: '第一个问到的人推开不管，或者说了禁语。',
    system: 'yichuang.firstAsk',
    category: 'attitude',
    common: true,
  },
  {
    key: 'yichuang.limit',
    label: '超时办结',
    plain: '超过公开的时限还没有办好。',
    system: 'yichuang.timeLimit',
    category: 'delayOrError',
    common: true,
  },
  {
    key: 'yichuang.once',
    label: '未一次性告知',
    plain: '没有一次说清，或者您要书面的却不给。',
    system: 'yichuang.tellOnce',
    category: 'notToldOnce',
    common: true,
  },
  {
    key: 'yichuang.language.rude',
    label: '用语不文明',
    plain: '说话粗鲁。',
    system: 'yichuang.language',
    category: 'attitude',
  },
  {
    key: 'yichuang.error',
    label: '证件收费差错',
    plain: '证件或者收费出了差错。',
    system: 'yichuang.conduct',
    category: 'delayOrError',
  },
  {
    key: 'yichuang.integrity',
    label: '收受侵占',
    plain: '收受、索要或者挪用钱物。',
    system: 'yichuang.affairsHall',
    category: 'integrity',
    common: true,
  },
  {
    key: 'yichuang.call',
    label: '来电不接',
    plain: '打电话一直没有人接。',
    system: 'yichuang.promise',
    category: 'dutyOrProcedure',
    common: true,
  },
])
