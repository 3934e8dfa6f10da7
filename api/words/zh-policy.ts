import type { PolicyFault } from '../rules/policy-problems.ts'
import { patternOf, type ValueGroup, type ValueKind } from '../rules/policy-value.ts'
import { POINTS, type PolicyValue } from '../rules/policy-version.ts'
import type { MonthlyStep } from '../rules/policy-effect.ts'

/** The parts of a policy, as headings. */
const groups: Record<ValueGroup, string> = {
  clocks: '期限和延期',
  steps: '办理和答复',
  rating: '评价',
  points: '计分',
  awards: '评优',
  attendance: '考勤和巡查',
  hours: '开放时间',
  publish: '公示',
  posts: '岗位和上级',
}

/** What each single value is, by its path without the names in its lists. */
const LABELS: Readonly<Record<string, string>> = {
  'clocks.acceptanceWd': '决定是否受理的工作日',
  'clocks.coordinationOpinionWd': '提出协调意见的工作日',
  'clocks.replyAfterDepartmentWd': '部门反馈后答复的工作日',
  'clocks.normalWd': '答复的工作日',
  'clocks.maxWd': '最长的工作日',
  'clocks.promisedReplyWd': '平台承诺答复的工作日',
  'clocks.promiseCeilingWd.simple': '当场可办的，承诺最多几个工作日',
  'clocks.promiseCeilingWd.investigated': '单部门核实的，承诺最多几个工作日',
  'clocks.promiseCeilingWd.complex': '多部门协调的，承诺最多几个工作日',
  'clocks.softWarnWd': '提醒久未答复的工作日',
  'clocks.externalWithoutLimitWd': '转办单没写期限时的工作日',
  'clocks.externalReminderWd': '转办期限前几个工作日提醒',
  'clocks.statementWd': '情况说明的工作日',
  'clocks.statementWdAfterExtension': '延期以后情况说明的工作日',
  'clocks.groupReviewWd': '领导小组研究的工作日',
  'clocks.coordinationMeetingWd': '开协调会的工作日',
  'clocks.sanctionWd': '决定责任追究的工作日',
  'clocks.reviewWd': '可以申请复核的工作日',
  'clocks.archiveWd': '归档的工作日',
  'clocks.boxCheck': '每个工作日看意见箱和意见簿',
  'extension.allowed': '可以延期',
  'extension.maxTimes': '最多延期几次',
  externalLimit: '转办件按转办单位的期限',
  'negativeFiling.review': '否定报备审查的天数',
  'negativeFiling.notice': '纠正后告知的天数',
  'negativeFiling.report': '重要事项报告的天数',
  'negativeFiling.unit': '否定报备的“天”怎么算',
  'negativeFiling.sectionZh': '审查否定报备的科室',
  'negativeFiling.reportToZh': '重要事项报告给谁',
  'monthlyReport.at': '统计月报的时间',
  majorMustBeWritten: '重大事项要书面提出',
  replyRule: '答复的形式',
  'steps.witnessNote': '要询问在场的人',
  'steps.reportToHead': '马上报告负责人的投诉',
  'steps.circular': '要通报部门的结果',
  'repeatRule.count': '几次算再犯',
  'repeatRule.withinYears': '几年以内算再犯',
  'rating.deviceMustBeOn': '每个窗口有评价器，上班要开着',
  'rating.lowFollowUp.callBackWd': '差评几个工作日内回访',
  'rating.lowFollowUp.rectifyWd': '差评几个工作日内整改',
  'rating.lowFollowUp.secondRatings': '整改后可以追评几次',
  'eRating.best': '电子评价满分',
  'eRating.shares.*.upToCases': '评价比例：业务量不超过',
  'eRating.shares.*.percent': '评价比例：至少百分之几',
  'eRating.flatStandard': '业务量再多时至少几个评价',
  'eRating.shortfall.*.upTo': '评价数不足：差几个以内',
  'eRating.shortfall.*.points': '评价数不足：扣几分',
  'eRating.shortfallBeyond': '差得更多时扣几分',
  'eRating.deductions.off': '评价器关着，每次扣分',
  'eRating.deductions.notPrompted': '没有提示评价，每次扣分',
  'eRating.deductions.refused': '拒绝评价，每次扣分',
  'eRating.deductions.burst': '连续评价，每次扣分',
  'eRating.deductions.selfRated': '自我评价，每次扣分',
  'eRating.bandsApplyTo': '扣分的档次看什么',
  'eRating.rounding': '标准数有小数时',
  'eRating.steps': '标准数在档次之间',
  'eRating.monthlyScore': '月度得分怎么算',
  'eRating.noRatingsBase': '有业务没有评价的月份从几分算起',
  'eRating.noCasesScore': '没有业务的月份',
  'eRating.floor': '扣到底以后',
  'eRating.voided': '无效的评价',
  'eRating.faultWaives': '故障免掉什么',
  'eRating.offCountsPer': '评价器关着，多久算一次',
  ratingFreezeWd: '评价截止：次月第几个工作日',
  'indicators.firstAskAccepted': '首问受理率至少百分之几',
  'indicators.firstAskCompleted': '首问办结率至少百分之几',
  'indicators.onTime': '按时办结率至少百分之几',
  stackUnderlyingViolation: '投诉和同一事实都扣分',
  circularCosts: '哪些通报加重扣分',
  entryAnswerWd: '申辩扣分的工作日',
  monthCloseWd: '结账：次月第几个工作日',
  'awards.*.places': '名额',
  'awards.*.decidedByZh': '由谁决定',
  'awards.*.decisionWd': '第几个工作日决定',
  'awards.*.decisionFrom': '从哪天数起',
  'awards.*.leastMonths': '至少考核几个月',
  'awards.*.nomination.untilDayOfLastMonth': '推荐截止：末月几日',
  'awards.*.nomination.places.*.upToStaff': '推荐名额：不超过几个人',
  'awards.*.nomination.places.*.places': '推荐名额：几个',
  'awards.*.nomination.lowestWindowsBarred': '后几名窗口的负责人不能评',
  'vetoes.*.lasts': '取消评优到什么时候',
  'vetoes.*.above': '病假超过几天不能评',
  veto12345: '12345 转来的投诉什么时候取消评优',
  'minimumAttendedDays.month': '月度评优至少出勤几天',
  'minimumAttendedDays.quarter': '季度评优至少出勤几天',
  'minimumAttendedDays.year': '年度评优至少出勤几天',
  heldPlaceWd: '名额保留几个工作日',
  'attendance.askedBeforeStart': '提前几分钟到岗',
  'attendance.lateAfter': '超过几分钟算迟到',
  'attendance.earlyFrom': '提前几分钟走算早退',
  'attendance.conversion.times': '一个月几次折合半天',
  'attendance.conversion.lateHalfDayFrom': '迟到几分钟折合半天',
  'attendance.conversion.awayHalfDayOver': '离岗超过几分钟折合半天',
  'patrol.roundsPerDay': '每天巡查几次',
  'patrol.timed': '巡查定时',
  'patrol.recorder': '巡查要戴记录仪',
  'patrol.longestAbsenceMinutes': '离开窗口最多几分钟',
  'openingHours.usual.*.opens': '开门',
  'openingHours.usual.*.closes': '关门',
  'openingHours.summer.from': '夏季从几月几日起',
  'openingHours.summer.until': '夏季到几月几日止',
  'openingHours.summer.shifts.*.opens': '夏季开门',
  'openingHours.summer.shifts.*.closes': '夏季关门',
  'publish.minStaff': '窗口至少几个人才点名',
  'publish.minComplaints': '窗口至少几件投诉才点名',
  'publish.overMonths': '按几个月数',
  'publish.holdWd': '归档后等几个工作日',
  'publish.releaseWd': '次月第几个工作日公示',
  'publish.namesOfWinners': '公布获奖者姓名',
  'publish.staffNames': '公布窗口人员姓名',
  'publish.summaryMax': '公示最多几个字',
  'publish.leastComplaints': '投诉少于几件不显示',
  'publish.leastRatings': '评价少于几个不显示',
  'office.unitZh': '受理科室',
  'office.roleZh': '受理科室的职责',
  supervisingBodyZh: '上一级的机构',
  formNameZh: '投诉登记表的名称',
  'secondPerson.unitZh': '大厅没人能审核时，由哪个单位审核',
  'secondPerson.postZh': '那个单位的哪个岗位',
  'fallbackPost.unitZh': '岗位空着时，告诉哪个单位',
  'fallbackPost.postZh': '那个单位的哪个岗位（空岗）',
  'escalation.soonWd': '到期前几个工作日提醒',
  'escalation.near.*.titleZh': '快到期时告诉的岗位',
  'escalation.missed.*.titleZh': '超期时告诉的岗位',
}

/** What single words of a policy mean, by the value they are a choice of. */
const CHOICES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  replyRule: { record: '记入登记表', mirrorNature: '书面投诉书面答复', any: '不限' },
  veto12345: { substantiated: '查实以后', anyTransferred: '转来就算' },
  circularCosts: { aboutComplaint: '点名这件投诉的通报', everyCircular: '所有通报' },
  'steps.reportToHead': { complex: '涉及几个部门的', major: '重大的' },
  'steps.circular': { verified: '查实的', everyResult: '所有结果' },
  'negativeFiling.unit': {
    workingDays: '工作日',
    calendarDays: '自然日',
    calendarDaysRolled: '自然日，遇休息日顺延',
  },
  'awards.*.decisionFrom': { monthClose: '结账以后', periodEnd: '期末以后' },
  'vetoes.*.lasts': {
    month: '当月',
    quarters: '收到到查实的各季度',
    year: '当年',
    yearEnd: '到当年 12 月 31 日',
  },
  'eRating.bandsApplyTo': {
    shortfall: '差多少个',
    count: '评价的个数',
    countReversed: '评价的个数，反过来',
  },
  'eRating.rounding': { ceil: '进一', round: '四舍五入', floor: '舍去' },
  'eRating.steps': { asPrinted: '照原文', smoothed: '不下降' },
  'eRating.monthlyScore': { mean: '平均', lostPoints: '满分减失分' },
  'eRating.noRatingsBase': { nothing: '零分', full: '满分' },
  'eRating.noCasesScore': { notRanked: '不排名', full: '满分' },
  'eRating.floor': { nothing: '到零为止', carried: '负分带入季度' },
  'eRating.voided': { leave: '不计入', stay: '照计，只扣分' },
  'eRating.faultWaives': { partOfMonth: '故障期间的业务', wholeMonth: '整个月' },
  'eRating.offCountsPer': { halfDay: '半天', day: '一天' },
}

/** Names that only the hall knows: its awards and the items of its sheets. */
export type ValueNames = {
  awards: Readonly<Record<string, string>>
  items: Readonly<Record<string, string>>
}

/** Whether a value has words of its own; every one must. */
export const isNamed = (path: string): boolean =>
  path.startsWith(POINTS) || LABELS[patternOf(path)] !== undefined

/** The words of a choice that have a sentence, for the check that every one has. */
export const choiceWords = (path: string): readonly string[] =>
  Object.keys(CHOICES[patternOf(path)] ?? {})

const ordinal = (path: string): string => {
  const at = path.split('.').find((step) => /^\d+$/.test(step))
  return at === undefined ? '' : `（第 ${Number(at) + 1} 个）`
}

/** What a value is called: 季度服务明星：名额. */
const label = (path: string, { awards, items }: ValueNames): string => {
  if (path.startsWith(POINTS)) return `${items[path] ?? path.slice(POINTS.length)}：每次几分`
  const named = LABELS[patternOf(path)] ?? path
  const award = path.startsWith('awards.') ? awards[path.split('.')[1]!] : undefined
  return `${award === undefined ? '' : `${award}：`}${named}${ordinal(path)}`
}

/** A value as people read it. */
const said = (path: string, value: PolicyValue): string => {
  if (value === null) return '没有'
  if (typeof value === 'boolean') return value ? '是' : '否'
  return CHOICES[patternOf(path)]?.[String(value)] ?? String(value)
}

/** What may be chosen for a value, with its words; null where it is typed. */
const choices = (
  path: string,
  of: ValueKind,
): readonly (readonly [value: string, words: string])[] | null => {
  if (of.kind === 'yesNo')
    return [
      ['yes', '是'],
      ['no', '否'],
    ]
  return of.kind === 'choice' ? of.choices.map((each) => [each, said(path, each)]) : null
}

/** Why a value cannot stand beside the others. */
const faults: Record<PolicyFault, string> = {
  missing: '不能空着',
  empty: '不能空着',
  notADay: '要写成月和日，例如 05-01',
  notATime: '要写成时和分，例如 08:30',
  notWhole: '要是整数',
  tooSmall: '太小了',
  tooLarge: '太大了',
  twice: '写了两次',
  outOfOrder: '和前后的数字顺序不对',
  crossing: '时间前后交叉',
  unknown: '没有这一项',
  belowNormal: '不能小于答复的工作日',
  belowPromise: '不能小于平台承诺的工作日',
  besideOwnLimit: '大厅有自己的期限时，不能再有平台承诺',
  neitherLimitNorPromise: '答复的期限和平台承诺至少要有一个',
  ceilingWithoutPromise: '没有平台承诺时，不能有承诺上限',
  aboveMaximum: '不能大于最长的工作日',
  withoutLimit: '要开协调会，就要有期限',
  withoutMeeting: '不开协调会，就没有这个期限',
  withoutTracks: '没有可以延期的投诉',
  notAllowed: '不能延期时不用设',
  noTimesLeft: '可以延期时至少一次',
  noRoomForExtension: '答复期限已经是最长期限，没有可以延期的日子',
  notTold: '延期一定要告诉投诉人',
  notALowLevel: '不满意的档次要算差评',
  notALevel: '没有这一档',
  satisfiedLevel: '满意的档次不能算差评',
  withoutFigures: '缺少计算的数字',
  withoutFormula: '没有用到这些数字',
  withoutChannel: '大厅没有这个投诉渠道',
  withoutScorecard: '大厅没有计分表',
  withoutAward: '大厅没有评优',
  withoutCircular: '大厅没有通报这一步',
  notGiven: '大厅没有这个奖项',
  besideMeeting: '内部检查的结果不开协调会',
  notOfTheYear: '只有年度奖项才有',
  afterMonthClose: '不能晚于结账的工作日',
  notOfThisPolicy: '不属于这套规定',
}

const steps: Record<MonthlyStep, string> = { freeze: '评价截止', close: '计分结账' }

/** The words of a hall's policy, value by value. */
export const policyWords = {
  groups,
  label,
  said,
  choices,
  faults,
  steps,
  states: { coming: '还没开始', inForce: '正在用', replaced: '又改过了', takenBack: '已撤回' },
  /** How a value is typed. */
  hint: ({ kind }: ValueKind, mayBeNull: boolean): string => {
    const shape = {
      whole: '写整数。',
      decimal: '写数字，最多两位小数。',
      time: '写成 08:30 这样。',
      dayOfYear: '写成 05-01 这样。',
      text: '最多 40 个字。',
      yesNo: '',
      choice: '',
    }[kind]
    return `${shape}${mayBeNull ? '空着就是没有。' : ''}`
  },
}

/** A value that cannot stand beside another, said at its field. */
export const contradictionSaid = (path: string, fault: string, isOwn: boolean): string => {
  const why = faults[fault as PolicyFault] ?? '互相矛盾'
  const other = LABELS[patternOf(path)] ?? ''
  return isOwn || other === ''
    ? `这样改不行：${why}。`
    : `这样改，“${other}”就不对了：${why}。请先改那一项。`
}
