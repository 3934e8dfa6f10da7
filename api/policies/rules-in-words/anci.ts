import type { RuleInWords } from '../../rules/rule-in-words.ts'
import { placesOf } from './places-of.ts'
import { baseOf, pointsSaid } from './points.ts'

const SHEET = 'anciMonthly'

/** The seven rules of Anci in plain words of this portal's own; never the official wording. */
export const anciInWords: Readonly<Record<string, RuleInWords>> = {
  'anci.conduct': {
    parts: '分五部分：用语 7 条、仪表 6 条、态度 6 条、物品 4 条、纪律 6 条。',
    speech: '说话用普通话。您来了要问好，办完要道别。',
    colleague: '答不上来要道歉，问同事或者带您去对的窗口。',
    list: '缺材料时，要把缺什么列成清单给您。',
    banned: '六类话不许说，例如“到那边问”“自己看牌子”“明天再来”。',
    bannedMore: '也不许说“快点，我要走了”“早告诉你了”“没看见我在忙”。',
    look: '着装整洁，佩戴工作牌；有工作服的穿工作服。',
    greeting: '来有迎声、问有答声、走有送声。',
    priority: '老人和行动不便的人，先请坐再办。',
    explain: '您没问到、但办事要用到的，也要说清。',
    equals: '四个一样：干部群众、生人熟人、忙闲、大事小事都一样。',
    hearts: '三心：热心、诚心、耐心。听批评不争辩，还要道谢。',
    cold: '不许冷落、刁难、训斥、歧视来办事的人。',
    inTime: '材料齐了，要在时限内办完，没有特殊原因不能逾期。',
    away: ({ patrol }) =>
      `离开窗口要摆暂时离岗牌，写明时间，最多 ${patrol.longestAbsenceMinutes} 分钟。`,
    desk: '桌上只放办公用品，不放私人物品。',
    eight: '八不：不吸烟喝酒、不吃零食、不打闹、不喧哗、不串岗、不聚聊、不看闲书闲网、不传谣。',
  },
  'anci.patrol': {
    daily: ({ patrol }) => `每天不定时巡查，至少 ${patrol.roundsPerDay} 次，由各股室轮流。`,
    recorder: '巡查员佩戴巡查记录仪，违规要拍全、存档。',
    seven: '巡查有七项任务，每个窗口看考勤、仪表、工作牌、桌面、态度和卫生。',
    machines: '屏幕、叫号机、查询机要能用，公开的材料要补齐。',
    emergency: '大厅里有突发情况，巡查员要处理。',
    box: '每个工作日看意见簿、开意见箱，如实登记，空的也要记。',
    secrecy: '巡查员要为投诉人保密。',
    handover: '填巡查记录表，交给下一班，双方确认。',
    liability: '四种情形追究巡查员：没拍下、没制止、没发现、没登记。',
    summary: ({ office }) => `${office.unitZh}汇总每天的发现，定期反馈给各部门。`,
  },
  'anci.attendance': {
    marks: '每天按四次指纹：上午上下班，下午上下班。',
    early: ({ attendance }) => `提倡提前 ${attendance.askedBeforeStart} 分钟到岗。`,
    late: ({ attendance }) => `上班后 ${attendance.lateAfter} 分钟内要按，再晚算迟到。`,
    absent: '没有特殊原因不按指纹算旷工，忘了也不行。长时间不在算空岗。',
    leave: '请假要写假条、经分管领导批准，顶岗的人先到岗。',
    urgent: '急事可以打电话或托人请假，事后补手续。',
    refusal: '不能因为有人请假，就不办当场能办的事。',
    circular: '违反的要通报。',
  },
  'anci.appraisal': {
    base: (_, sheets) =>
      `每人每月从 ${baseOf(sheets, SHEET)} 分起，违规扣分，做得好加分，最低 0 分。`,
    person: ({ awards }) => `每月评文明服务标兵 ${placesOf(awards, 'modelPerson')} 名，按得分排。`,
    window: ({ awards }) =>
      `每月评文明服务窗口 ${placesOf(awards, 'modelWindow')} 个，按全体窗口人员的平均分排。`,
    deductions: (_, sheets) =>
      `扣分表有 20 个编号。投诉查实、工作人员有责任的，一次扣 ${pointsSaid(sheets, 'A17')}。`,
    rework: (_, sheets) =>
      `没有一次告知、让您多跑的，扣 ${pointsSaid(sheets, 'A16')}；办错事让您再来的，扣 ${pointsSaid(sheets, 'A12')}。`,
    bonuses: (_, sheets) =>
      `加分表有 5 个编号。感谢信、锦旗经中心核定，一件加 ${pointsSaid(sheets, 'AB1')}。`,
    praise: (_, sheets) =>
      `市级表扬加 ${pointsSaid(sheets, 'AB3')}，省级以上加 ${pointsSaid(sheets, 'AB4')}，区县级不加。`,
    suggestion: (_, sheets) => `本人提的建议被中心采纳，一条加 ${pointsSaid(sheets, 'AB2')}。`,
    early: (_, sheets) => `承诺件提前办结，提前率每 10% 加 ${pointsSaid(sheets, 'AB5')}。`,
    circular: '标兵和文明窗口通报表扬，并告诉所在部门。',
  },
  'anci.complaints': {
    ways: '您可以当面说、打电话、写意见簿、投意见箱，也可以在网上投诉。',
    office: ({ office }) => `${office.unitZh}是第一责任单位，负责受理和调查。`,
    group: ({ supervisingBodyZh }) => `${supervisingBodyZh}听取、处理并反馈投诉。`,
    inquiry: '要固定客观证据，问您和被投诉人，再问知情的人和在场的人，都作笔录。',
    simple: '简单的，办公室主任当场向您解释，写进记录表。',
    complex: ({ clocks }) =>
      `牵涉几个部门的，收到后 ${clocks.coordinationOpinionWd} 个工作日内拿出协调意见。`,
    meeting: '协调意见经领导小组研究，再开首席代表会，定下最终意见。',
    feedback: ({ clocks }) => `部门反馈结果后 ${clocks.replyAfterDepartmentWd} 个工作日内答复您。`,
    record: '答复和处理结果都要写进投诉反馈记录表。',
    secrecy: '您的个人信息要保密。',
    promise: ({ clocks }) =>
      `规定没写总期限。本平台承诺最迟 ${clocks.promisedReplyWd} 个工作日答复，或者说明原因。`,
  },
  'anci.accountability': {
    triggers: '十三种情形要追究，例如推诿、不一次告知、擅自离岗、不给凭证。',
    light: '情节较轻的，告诫。',
    heavier: '情节较重、有不良影响的，取消评优评先资格。',
    serious: '情节严重、影响恶劣的，通报批评，并调离岗位。',
    aggravating: '五种情形加重，例如打击报复投诉人、干扰调查、一年内再犯。',
    mitigating: '四种情形减轻，例如真诚道歉并得到谅解、挽回了损失。',
    year: ({ repeatRule }) =>
      `${repeatRule?.withinYears} 年内被追究 ${repeatRule?.count} 次以上的，从第 ${repeatRule?.count} 次起加重。`,
  },
  'anci.disclosure': {
    measures: '改革措施、各股室的职责和工作制度都要公开。',
    staff: '窗口人员的姓名、编号、部门、咨询电话和监督电话都要公开。',
    guide: '每件事的依据、条件、材料、程序和时限都要公开。',
    ways: '公开在公示栏、屏幕、意见簿、咨询台、网站、公众号和热线上。',
  },
}
