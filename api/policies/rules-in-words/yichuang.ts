import { hoursSaid } from './hours.ts'
import type { RuleInWords } from '../../rules/rule-in-words.ts'

/** The rules of the one-window hall in plain words of this portal's own. */
export const yichuangInWords: Readonly<Record<string, RuleInWords>> = {
  'yichuang.conduct': {
    early: '提前 10 分钟到岗，打扫、整理、做好准备。',
    dress: '穿全套工作服，佩戴工作牌。',
    equals: '三个一样：生人熟人一样、忙时闲时一样、标准一样。',
    first: '首问负责，一次告知，限时办完。',
    errors: '证件和收费不能出错。',
    leaving: '离开要大厅负责人同意。',
    eight: '八不准：训斥人、离岗串岗、玩游戏戴耳机、打闹、吸烟吃东西、乱扔吐痰、下棋打牌、办私事。',
  },
  'yichuang.language': {
    phrases: '日常、大厅、外出和电话各有文明用语。',
    breach: '用语不文明造成影响的批评，严重的行政处理。',
  },
  'yichuang.promise': {
    six: '六项承诺：一人办到底，来电必接，有问必答，微笑、问候、一杯茶、一把椅子。',
  },
  'yichuang.abPost': {
    pair: '每个岗位有 A、B 两个人，A 不在由 B 办。',
    together: 'B 岗顶岗时出了错，和 A 岗一起负责。',
  },
  'yichuang.firstAsk': {
    banned: '不许说打发人的话。',
    end: '交接清楚，或者把联系方式告诉您，首问责任才算完。',
    rates: ({ indicators }) =>
      indicators
        ? `首问受理率 ${indicators.firstAskAccepted}%，办结率 ${indicators.firstAskCompleted}% 以上。`
        : '首问受理和办结的比率，大厅没有定。',
    breach: '违反的批评、行政处理；严重的追究直接责任和领导责任。',
  },
  'yichuang.timeLimit': {
    publish: '分即办和非即办，时限都要公开。',
    liability: '超时的，经办人和负责人都有责任。',
    rate: ({ indicators }) =>
      indicators ? `按时办结率 ${indicators.onTime}% 以上。` : '按时办结的比率，大厅没有定。',
  },
  'yichuang.tellOnce': {
    oral: '可以口头一次说清。',
    written: '您要书面的，要给业务事项告知单，写明材料、程序和时间。',
  },
  'yichuang.affairsHall': {
    hours: ({ openingHours }) => `星期一到星期五，${hoursSaid(openingHours.usual)}。`,
    scale: '处理分五级：批评教育、警告、记过、降职、撤职。',
  },
}
