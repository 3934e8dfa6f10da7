import { hoursSaid } from './hours.ts'
import type { RuleInWords } from '../../rules/rule-in-words.ts'

/** The portal's own rules and those of general halls, in plain words of this portal's own. */
export const standardInWords: Readonly<Record<string, RuleInWords>> = {
  'standard.complaints': {
    acceptance: ({ clocks }) => `收到后 ${clocks.acceptanceWd} 个工作日内告诉您受不受理。`,
    limit: ({ clocks }) => `一般 ${clocks.normalWd} 个工作日内答复您。`,
    extension: ({ clocks }) => `复杂的要向您说明原因和新的日期，最长 ${clocks.maxWd} 个工作日。`,
    transferred: '12345 或信访转来的，按转办单的期限办。',
    reply: '书面投诉书面答复，口头投诉可以口头答复。',
    second: '答复要经另一个人审核才发出。',
  },
  'standard.rating': {
    levels: ({ rating }) => `评价分 ${rating.levels.length} 档，最低两档会请您说明原因。`,
    open: '每一档的次数都公开，差评不删。',
  },
  'standard.disclosure': {
    guide: '办事指南写明依据、条件、材料、程序、时限、收费和监督电话。',
    updated: '有变化要及时更新。',
  },
  'standard.affairsHall': {
    hours: ({ openingHours }) => `星期一到星期五，${hoursSaid(openingHours.usual)}。`,
    articles: '共二十一条。',
    scale: '处理分五级：批评教育、警告、记过、降职、撤职。',
  },
  'standard.businessHall': {
    posts: '设接待、客服、投诉处理和保洁岗，有一名管理员。',
    truthful: '告诉您的要真实。',
    channel: '有投诉的渠道。',
  },
  'standard.visitors': {
    register: '进大厅要出示证件、登记。',
    seven: '大厅里有七件事不能做。',
    ladder: '不守秩序的怎样处理，由大厅自己办，本平台不管。',
  },
  'standard.windowHall': {
    queue: '取号排队，按号办理。',
    privacy: '您的信息要保密。',
    committee: '投诉由管理委员会协调。',
    selfCheck: '工作人员自己检查。',
  },
  'standard.workersHall': {
    departments: '大厅有四个部门。',
    prompt: '职工的投诉和举报要马上查。',
  },
  'standard.environment': {
    order: '环境整洁，设备完好，秩序安全。',
    breach: '违反的警告、罚款。',
  },
  'standard.communityHall': {
    hours: '星期一到星期五，8:00—11:30、14:30—17:30，节假日除外。',
    fees: '收费要公开。',
  },
  'standard.communityStaff': { ten: '工作人员守则有十条。' },
  'standard.communityTimeLimit': {
    limit: '法律有时限的按法律。法律没写的，按大厅列出的时限。',
    list: '列出的时限没有留下来，以大厅的办事指南为准。',
  },
  'standard.goals': {
    listen: '听取意见和投诉，定期做满意度调查。',
    register: '登记姓名、联系方式和问题。',
  },
  'standard.convenienceHall': {
    mechanism: '有投诉处理机制，马上答复；有服务评价和预约。',
    groups: '照顾老人、残疾人等特殊群体。',
    rights: '您要如实说明身份。不归大厅管的事，大厅可以不办。',
  },
  'standard.countyHall': {
    complaints: '管理办公室受理投诉。办事分受理、审核、办结三步。',
    evaluation: '定期评服务质量，选优秀窗口和个人。',
  },
  'standard.integratedHall': {
    committee: '设管理委员会和管理办公室。',
    office: '管理办公室办理投诉和建议，也接对各部门的投诉。',
  },
  'standard.administrativeHall': {
    flow: '流程有五步：咨询、受理、审批、办结、投诉。',
    phone: '有监督电话。',
    sanctions: '不称职的警告、记过、降职。',
  },
  'standard.serviceRules': {
    calm: '听投诉要冷静，听完再说。',
    monthly: '每月检查一次表现，和待遇挂钩。',
  },
  'standard.serviceHall': {
    office: '设管理办公室。',
    prompt: '投诉马上办。',
    confidential: '信息要保密。',
  },
}
