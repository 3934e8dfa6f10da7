import type { HallPolicy } from '../../rules/hall-policy.ts'
import type { RuleInWords } from '../../rules/rule-in-words.ts'
import { hoursSaid } from './hours.ts'
import { placesOf } from './places-of.ts'
import { pointsSaid } from './points.ts'

type Figures = HallPolicy['eRating']

/** 50 件以内至少 70%, then from the next case on. */
const shares = (figures: Figures): string[] =>
  (figures?.shares ?? []).map(({ upToCases, percent }, at, all) => {
    const before = all[at - 1]
    const cases = before ? `${before.upToCases + 1} 到 ${upToCases} 件` : `${upToCases} 件以内`
    return `${cases}至少 ${percent}%`
  })

/** 差 10 个以内 1 分, and so on. */
const shortfalls = (figures: Figures): string[] =>
  (figures?.shortfall ?? []).map(({ upTo, points }) => `差 ${upTo} 个以内 ${points} 分`)

const nomination = ({ awards }: HallPolicy) =>
  awards.find(({ kind }) => kind === 'quarterStar')?.nomination

/** The rules of Qingpu that can be read and cited, in plain words of this portal's own. */
export const qingpuInWords: Readonly<Record<string, RuleInWords>> = {
  'qingpu.posting': {
    office: ({ office }) => `进出由${office.unitZh}管，要填登记表。`,
    years: '派到窗口的人至少干满两年。',
    rotation: '轮换只在 1、4、7、10 月，一次最多换 30%。',
    interns: '实习人员经同意才能来，不能单独在岗。',
    returned: '不服管理、态度差、违规被投诉查实的，退回原单位，由原单位追究。',
  },
  'qingpu.serviceNorms': {
    early: '提前 5 分钟到岗，着装统一，胸前佩戴工作牌，说普通话和简单英语。',
    words: '用十四字礼貌用语，来有迎声、问有答声、走有送声。',
    deaf: '为听障人士备纸笔。',
    priority: '老人、残疾人和孕妇优先。',
    away: '离开窗口要把评价器设为暂停服务，或者摆临时离岗牌。',
    count: '收钱收证要当着您的面点清，材料和流程要讲明。',
    emergency: '有人突发急病，马上打 120。',
    failure: '系统出故障要说明，窗口负责人到场。',
  },
  'qingpu.abPost': {
    pair: '每个窗口有 A、B 岗，不同时离开，提前 1 天交接。',
    liability: '没交接由 A 负责，B 没办好由 B 负责。',
    single: '只有一个人的窗口，由单位派人顶岗，并报告中心。',
  },
  'qingpu.training': { rollCall: '培训要点名，请假要提前，无故缺席扣分。' },
  'qingpu.patrol': {
    rounds: ({ patrol }) => `每天定时巡查 ${patrol.roundsPerDay} 次，再抽查监控，每次都记录。`,
    content: '看着装、规范、礼仪和评价器状态。',
    summary: '每月底汇总，季度会上通报，作为考核和评优的依据。',
  },
  'qingpu.servicePromise': {
    seven: '有七项承诺，包括办事指南、公开、限时、一次告知。',
    breach: '违反承诺或被投诉查实的，批评教育，取消当季评优资格。',
    mend: '屡教不改的，调整岗位。',
  },
  'qingpu.firstAsk': {
    name: '第一个被问到的人要报姓名和职责，能答的当场答清。',
    refer: '不归自己办的，告诉您窗口、部门和联系方式。',
    noShirk: '当面、电话、网上来问都一样，不能推。',
  },
  'qingpu.timeLimit': {
    instant: '即办的当场办，承诺的在时限内办完。',
    written: '缺材料要当场、书面、一次告诉您。',
    extension: '延期要经业务科和分管领导同意并备案，告诉您原因和新的日期。',
    head: '窗口负责人对时限负责。',
  },
  'qingpu.tellOnce': {
    content: '依据、时限、程序、全部材料或不办的理由，要一次说清。',
    written: '要书面告知并存档，电话咨询可以口头。',
    several: '牵涉几个部门的，要弄清楚再告诉您。',
  },
  'qingpu.disclosure': {
    items: '公开事项名称、依据、条件、材料、程序、承诺时间、收费和窗口权限。',
    ways: '公开在公示牌、办事指南、网站、网上大厅和手机上。',
    updated: '有变化要及时更新。',
  },
  'qingpu.integrity': {
    seven: '有七条廉政规定：不收好处，不搞副业，收到礼品上交。',
  },
  'qingpu.noSmoking': {
    building: '整栋楼不许吸烟，办公室每天抽查。',
    heads: '窗口和科室负责人管好自己的区域，有监督电话，也可以打 12345。',
    sanction: '工作人员在禁烟区吸烟，扣分并取消评优资格。',
  },
  'qingpu.itEquipment': {
    accounts: '用自己的账号，不装未经批准的软件。',
    breach: '违反的扣分，多次且严重的取消评优资格。',
  },
  'qingpu.attendance': {
    hours: ({ openingHours }) => `开放时间：${hoursSaid(openingHours.usual)}。`,
    summer: ({ openingHours }) =>
      openingHours.summer
        ? `夏季开放时间：${hoursSaid(openingHours.summer.shifts)}。`
        : '夏季时间相同。',
    signs: ({ attendance }) =>
      `每天签到两次：早上提前 ${attendance.askedBeforeStart} 分钟以上，下午下班以后。`,
    counted: ({ openingHours }) => `出勤率按 ${openingHours.usual[0]?.opens} 以前的签到算。`,
    leave: '请假半天在系统里报，一天以上事先填表；急事回来后两个工作日内补表。',
    rate: '出勤率等于签到次数除以应签次数，季度取三个月的平均。',
    saturday: '便民窗口星期六开放，另安排补休。',
  },
  'qingpu.electronicRating': {
    worth: ({ eRating }) =>
      `每个窗口每月 ${eRating?.best} 分：满意得 ${eRating?.best} 分，不满意得 0 分，取平均。`,
    standard: ({ eRating }) => `评价要够数：${shares(eRating).slice(0, 2).join('，')}。`,
    standardAbove: ({ eRating }) =>
      `${shares(eRating).slice(2).join('，')}，再多的至少 ${eRating?.flatStandard} 个评价。`,
    shortfall: ({ eRating }) => `评价不够数要扣分：${shortfalls(eRating).slice(0, 2).join('，')}。`,
    shortfallMore: ({ eRating }) =>
      `${shortfalls(eRating).slice(2).join('，')}，再多扣 ${eRating?.shortfallBeyond} 分。`,
    off: (_, sheets) => `无故关评价器，一次扣 ${pointsSaid(sheets, 'off')}。`,
    prompt: (_, sheets) =>
      `没有请您评价，一次扣 ${pointsSaid(sheets, 'notPrompted')}；不让您评价，一次扣 ${pointsSaid(sheets, 'refused')}。`,
    self: (_, sheets) =>
      `连续评价一次扣 ${pointsSaid(sheets, 'burst')}，自己评自己一次扣 ${pointsSaid(sheets, 'selfRated')}。`,
    fault: '评价器经核实有故障的，故障造成的扣分免除。',
  },
  'qingpu.hygiene': {
    quarter: '每季度由第三方打一次分，100 分折成 5 分。',
    items: (_, sheets) => `桌面、地面、物品、公示牌和垃圾桶，每处扣 ${pointsSaid(sheets, 'W1')}。`,
    smoking: (_, sheets) =>
      `禁烟区吸烟扣 ${pointsSaid(sheets, 'W6')}，工作区有烟头扣 ${pointsSaid(sheets, 'W7')}。`,
  },
  'qingpu.awards': {
    quarter: ({ awards }) => `每季度评服务明星 ${placesOf(awards, 'quarterStar')} 名。`,
    year: ({ awards }) =>
      `每年评服务明星 ${placesOf(awards, 'yearStar')} 名、优秀服务窗口 ${placesOf(awards, 'excellentWindow')} 个。`,
    nomination: (policy) =>
      `窗口在季度最后一个月 ${nomination(policy)?.untilDayOfLastMonth} 日前推荐：1 到 5 人推 1 名，6 人以上推 2 名。`,
    lowest: (policy) =>
      `季度得分最低的 ${nomination(policy)?.lowestWindowsBarred} 个窗口，负责人不能评季度明星。`,
    vetoes: '12345 转来的投诉、暗访拍到玩手机、禁烟区吸烟、涉嫌违规，查实的不能评。',
    complaint: '投诉查实的，窗口和当事人失去当季、当年的评优资格。',
    rewards: '通报表扬、上墙公示，发证书和流动牌。',
  },
  'qingpu.complaints': {
    nine: '九种情形可以投诉：不依法受理、不说理由、不履职、延误、不一次告知、态度和廉洁、缺岗玩乐、违规收费、其他违规。',
    ways: '可以打电话、来信来访、发邮件，或者由 12345 转来。网上投诉按邮件办。',
    office: ({ office }) => `牵涉窗口的由${office.unitZh}办，填受理登记表。`,
    outOfScope: '不归这里管的，要向您解释清楚，还可以建议您找谁。',
    onSpot: '当场提出、事实清楚的，当场解决。',
    limit: ({ clocks }) => `复杂的 ${clocks.normalWd} 个工作日内办完并答复您。`,
    extension: ({ clocks }) => `办不完的要向您说明，最长 ${clocks.maxWd} 个工作日。`,
    transferred: '12345 或上级信访转来的，按转办单的期限答复转办机关。',
    secrecy: '您和提意见的人的信息都要保密。',
    impartial: '办理人要公正，不许争吵、辱骂、威胁。',
    result: '查实的取消三项评优、通报所在部门；涉嫌违规的退回原单位。',
    points: '查实的要扣分。扣几分由中心另定，定下以前只记录。',
    archive: '办完后全部材料装订归档。',
    report: '每月最后一个工作日统计当月受理的投诉。',
  },
  'qingpu.yearlyAppraisal': {
    weights: '平时考核占 60%，年度考核占 40 分。',
    grades: '90 分以上优秀，80 分以上称职，60 分以上基本称职，以下不称职。',
    quota: '优秀原则上不超过 20%。',
    zero: '旷工连续超过 10 天的，平时考核算 0 分。',
    half: '来窗口不满半年的，不定等次。',
    replaced: '基本称职和不称职的，发函请原单位换人。',
  },
}
