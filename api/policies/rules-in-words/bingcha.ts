import type { HallPolicy } from '../../rules/hall-policy.ts'
import type { RuleInWords } from '../../rules/rule-in-words.ts'
import { hoursSaid } from './hours.ts'
import { placesOf } from './places-of.ts'
import { mostOf, pointsSaid } from './points.ts'

const MONTHLY = 'bingchaMonthly'
/** The section of its honours. */
const HONOURS = '11'

const UNITS = {
  workingDays: '个工作日',
  calendarDays: '天',
  calendarDaysRolled: '天（遇休息日顺延）',
} as const

const daysOf = (
  policy: HallPolicy['negativeFiling'],
  step: 'review' | 'notice' | 'report',
): string => (policy ? `${policy[step]} ${UNITS[policy.unit]}` : '')

/** The rules of Bingcha that can be read and cited, in plain words of this portal's own. */
export const bingchaInWords: Readonly<Record<string, RuleInWords>> = {
  'bingcha.workSystem': {
    ten: '中心办事有十条原则。',
    agency: '可以全程代理、预约和委托办理，办完要跟进。',
    visits: '窗口坐班，也到村里办事。一人可以兼几个岗。',
  },
  'bingcha.openness': {
    eight:
      '八项公开：人员身份、服务承诺、审批程序、审批时限、窗口业务、收费标准、办事流程、监督投诉电话。',
    keeper: ({ office }) => `公开由${office.unitZh}组织。`,
    exceptions: '国家秘密、受保护的商业秘密和个人隐私除外。',
  },
  'bingcha.postDuties': {
    duties: '岗位职责写明：中心 7 条，窗口负责人 5 条，窗口人员 5 条。',
    coordination: '牵涉两个以上部门的，由中心协调。中心协助纪检查案。',
  },
  'bingcha.servicePromise': {
    twelve: '中心有十二项承诺，包括持证上岗、首问负责、一次告知和限时办结。',
    green: '急事走绿色通道。',
    fees: '没有法律依据不收费，收费标准要贴出来。',
    breach: '违反承诺的，追究责任并扣分。',
  },
  'bingcha.firstAsk': {
    first: '您第一个问到的人要热情接待，不能推。',
    lead: '不归自己办的，带您到对的窗口，或者当场打电话问清。',
    complaint: '您找谁投诉，谁就要接下来并转交。',
    joint: '几个窗口一起办的，由最先受理的窗口协调。',
  },
  'bingcha.tellOnce': {
    six: '六项要一次说清：谁来办、要什么材料、多长时间、缺什么、哪里不合格、为什么不办。',
    breach: '没有一次说清引起投诉的，追究责任并扣分。',
  },
  'bingcha.negativeFiling': {
    filing: '不能办、您仍有异议的，窗口要填否定报备表，一式两份。',
    content: '表上写明经办人、您的姓名和联系方式、申请内容、不办的理由和依据。',
    review: ({ negativeFiling }) =>
      `${negativeFiling?.sectionZh}负责人 ${daysOf(negativeFiling, 'review')}内复核，办错的要纠正。`,
    notice: ({ negativeFiling }) => `纠正后 ${daysOf(negativeFiling, 'notice')}内告诉您。`,
    report: ({ negativeFiling }) =>
      `重要事项 ${daysOf(negativeFiling, 'report')}内报告${negativeFiling?.reportToZh}。`,
    oral: '口头申请当场答复。您坚持的，告诉您可以书面申请。',
    neglect: '该报备不报备，算失职。',
  },
  'bingcha.abRole': {
    pair: '每个岗位有 A、B 两个人，总有一个在岗，不同时请假。',
    handover: 'A 不在由 B 办，要交接清楚。',
  },
  'bingcha.timeLimit': {
    clock: '办理时限从正式受理登记起算。',
    types: '件分咨询件、补充件、退回件和受理件，受理件又分即办、承诺和上报。',
    supplement: '要补材料的，当场一次说清。',
    returned: '退回的，受理时要书面说明理由。',
  },
  'bingcha.staffCode': { maxims: '工作人员守则有十八句，每句四个字。' },
  'bingcha.serviceNorms': {
    dress: '穿工作服或正装，佩戴工作牌。',
    greeting: '来有迎声、问有答声、走有送声。',
    equals: '五个一样：受理和咨询、生人和熟人、干部和群众、忙和闲、来早和来晚都一样。',
    taboo: '八句话不许说，其他粗话也不许说。',
    ban: '上班不打牌下棋、不吸烟、不玩游戏、不上闲网、不听广播、不打扮。',
    hair: '男的不留长发胡须，女的化淡妆。',
  },
  'bingcha.duty': {
    winter: ({ openingHours }) => `开放时间：${hoursSaid(openingHours.usual)}。`,
    summer: ({ openingHours }) =>
      openingHours.summer
        ? `夏季开放时间：${hoursSaid(openingHours.summer.shifts)}。`
        : '夏季时间相同。',
    early: ({ attendance }) =>
      `工作人员提前 ${attendance.askedBeforeStart} 分钟到岗，大厅门提前 10 分钟开。`,
    noon: '值班人员 8:00 前打扫好，接待到 14:00，中午来人来电有人接。',
    reachable: '值班的人 24 小时能联系上。离开要告诉主任或副主任，否则算旷工。',
    patrol: '值班人员巡查在岗、工作牌、态度、卫生和群众问题。',
  },
  'bingcha.discipline': {
    fingerprint: '上下班按指纹，迟到要登记，每月公布。',
    games: '上班玩游戏打牌扣分，赌博按党纪处理。',
    counter: '不吃零食，外人不进柜台。',
    seven: '共七条，迟到登记由副主任批。',
  },
  'bingcha.leave': {
    approval: '请假半天由综合科批，1 到 3 天由主任批，超过 3 天报镇党委书记。',
    absence: '没有假条算旷工，不发工资。旷工超过 7 天没有年终奖。',
    personal: '全年事假超过 30 天扣一个月年终奖，超过 60 天扣半年。',
    sick: ({ vetoes }) =>
      `全年病假超过 ${vetoes.find(({ cause }) => cause === 'sickLeave')?.above} 天的，不参加年度评优。`,
    dismissal: '连续旷工超过 15 天，或一年超过 30 天的，辞退。',
  },
  'bingcha.accountability': {
    chain: '投诉、查实、通报，三步都要有记录。',
    attitude: '态度不好的，批评教育；很恶劣或侮辱人的，诫勉或调离。',
    procedure: '违反程序或承诺、让您受损失的，书面检查并通报；严重的留职使用 3 个月。',
    shirking: '互相推诿、延误办事的，书面检查并通报；严重的待岗。',
    phone: '长时间或故意不接电话的，批评教育。',
  },
  'bingcha.appraisal': {
    halfYear: '工作人员每半年考核一次，看德、能、勤、绩、廉。',
    base: (_, sheets) => `加上奖励加分，最高 ${mostOf(sheets, 'bingchaHalfYearly')} 分。`,
    onTime: (_, sheets) => `按时办结率每少一个百分点扣 ${pointsSaid(sheets, 'H4.2')}。`,
    absence: (_, sheets) => `旷工半天扣 ${pointsSaid(sheets, 'H3.4')}。`,
    dissatisfied: (_, sheets) => `您对办理结果不满意，一件扣 ${pointsSaid(sheets, 'H4.3')}。`,
    grades: '公务员分优秀、称职、基本称职、不称职四等，事业人员分优秀、合格、基本合格、不合格。',
    lowest: '最低一等的没有年终奖。各等的分数线规定没写。',
  },
  'bingcha.monthly': {
    base: (_, sheets) =>
      `窗口每月基本分 ${mostOf(sheets, MONTHLY) - mostOf(sheets, MONTHLY, HONOURS)} 分，奖励最多再加 ${mostOf(sheets, MONTHLY, HONOURS)} 分，满分 ${mostOf(sheets, MONTHLY)} 分。`,
    sections: '分十一部分，前十部分每部分扣完为止。',
    complaint: (_, sheets) =>
      `投诉查实，一次扣 ${pointsSaid(sheets, 'M7.1')}；因投诉被通报的，扣 ${pointsSaid(sheets, 'M7.2')}。`,
    overdue: (_, sheets) => `超过承诺时限，每件每个工作日扣 ${pointsSaid(sheets, 'M3.1')}。`,
    peers: (_, sheets) => `其他窗口互相评分，得 ${pointsSaid(sheets, 'M10')}。`,
    thanks: (_, sheets) =>
      `感谢信加 ${pointsSaid(sheets, 'MB2')}，锦旗加 ${pointsSaid(sheets, 'MB3')}，市级以上表彰加 ${pointsSaid(sheets, 'MB1')}。`,
    flags: ({ awards }) =>
      `每月评红旗窗口 ${placesOf(awards, 'redFlagWindow')} 个，由主任办公会定。`,
    stars: ({ awards }) => `每年评岗位之星 ${placesOf(awards, 'postStar')} 个，看各月的结果。`,
  },
  'bingcha.complaints': {
    what: '工作人员违反规定，或者您对办理结果、办理方式有异议，都可以投诉。',
    ways: '可以当面说、打电话或者书面投诉。重大事项要写成书面。',
    receiver: ({ office }) => `${office.unitZh}负责受理，口头的要记清，书面的要登记。`,
    simple: ({ clocks }) =>
      `简单的当场答复，或者承诺答复日期，一般不超过 ${clocks.promiseCeilingWd?.simple} 个工作日。`,
    complex: ({ clocks, supervisingBodyZh }) =>
      `复杂的报${supervisingBodyZh}，在承诺的日期前办完，最长 ${clocks.promiseCeilingWd?.complex} 个工作日。`,
    late: '没能按时办完的，要向您解释，并一直跟到办完。',
    reply: '口头投诉可以口头答复。书面投诉必须书面答复。',
  },
  'bingcha.meetings': {
    friday: '每周五下午开例会，下周一出纪要，材料周五前交。',
    absence: (_, sheets) =>
      `无故迟到扣 ${pointsSaid(sheets, 'M5.1')}，缺席扣 ${pointsSaid(sheets, 'M5.2')}。`,
  },
  'bingcha.study': {
    days: '每月 10 日、20 日、30 日学习，要点名。',
    absence: '无故缺席按旷工算，和月度、年度考核挂钩。',
  },
  'bingcha.integrity': {
    nine: '九个不许，包括收礼、吃请、报销私账、帮家人经商和赌博。',
    gifts: '推不掉的礼品上交主任和镇纪委。',
    points: (_, sheets) => `收受不当好处，一次扣 ${pointsSaid(sheets, 'M6.1')}，并通报。`,
  },
}
