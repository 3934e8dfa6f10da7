import { QINGPU_RATING_FIGURES } from '../rules/electronic-rating-figures.ts'
import type { HallPolicy, NominationRule } from '../rules/hall-policy.ts'
import { PORTAL_CLOCKS, PORTAL_PUBLISH, PORTAL_RANKING } from './portal-promises.ts'

/** Qingpu 优秀服务窗口和服务明星评选办法: how quarterly stars are proposed. */
const quarterlyNomination: NominationRule = {
  untilDayOfLastMonth: 20, // [source] by the 20th of the third month; [portal] the 20th included
  places: [
    { upToStaff: 0, places: 0 }, // [portal]
    { upToStaff: 5, places: 1 }, // [source] one to five staff: one
    { upToStaff: null, places: 2 }, // [source] six or more: two
  ],
  lowestWindowsBarred: 3, // [source] heads of the three lowest windows cannot be quarterly star
}

/**
 * Qingpu District: complaints by the 投诉处置办法, ratings by the 服务质量电子评价考核办法, stars
 * by the 优秀服务窗口和服务明星评选办法. The scoring opinion of 2018 they refer to is missing, so
 * several deductions have no points. [source] marks what the text says, [portal] what it leaves
 * open.
 */
export const qingpu: HallPolicy = {
  key: 'qingpu',
  nameZh: '青浦区行政服务中心',
  source: { titleZh: '投诉处置办法', number: null, date: '2018年' },
  version: '1',
  effectiveFrom: '2018-01-01', // [portal] the text says the year only
  office: { unitZh: '管理科', roleZh: '投诉处理科室' }, // [source] office leads, this section handles
  supervisingBodyZh: '中心领导', // [source] told of important cases
  formNameZh: '青浦区行政服务中心投诉受理登记表', // [source]
  channels: [
    'phone', // [source] 投诉处置办法: telephone, letters and visits, e-mail, sent on by 12345
    'letter',
    'visit',
    'email',
    'hotlineTransfer',
    'petition', // [source] 投诉处置办法, time limits: superior petition bodies
    'web', // [portal] treated as e-mail
  ],
  internalFindings: [], // [source] none
  // [source] 投诉处置办法, the nine matters; the sixth holds attitude and integrity
  scope: [
    'acceptanceRefusal',
    'noReasonGiven',
    'dutyOrProcedure',
    'delayOrError',
    'notToldOnce',
    'attitude',
    'integrity',
    'absentOrIdle',
    'charging',
    'other',
  ],
  majorMustBeWritten: false, // [source] not asked for
  rating: {
    // [source] 电子评价考核办法: two grades, five points and none
    levels: [
      { level: 5, label: '满意', satisfied: true },
      { level: 1, label: '不满意', satisfied: false },
    ],
    lowLevels: [1],
    formula: 'qpu2018',
    deviceMustBeOn: true, // [source] 电子评价考核办法: on in working hours; faults go to the IT section
    lowFollowUp: null, // [source] 电子评价考核办法 scores low ratings and asks for no call
  },
  eRating: QINGPU_RATING_FIGURES, // [source] 电子评价考核办法
  clocks: {
    ...PORTAL_CLOCKS,
    setBy: 'regulation', // [source] 投诉处置办法, time limits
    coordinationOpinionWd: null,
    replyAfterDepartmentWd: null,
    normalWd: 3, // [source] 投诉处置办法, time limits: finished and answered within three days
    maxWd: 10, // [source] 投诉处置办法, time limits: ten at the latest; [portal] from receipt, in all
    promisedReplyWd: null, // the regulation has its own limit
    promiseCeilingWd: null,
    softWarnWd: 8, // [portal]
    groupReviewWd: null,
    coordinationMeetingWd: null,
    boxCheck: false, // [source] no box
  },
  extension: {
    allowed: true, // [source] 投诉处置办法, time limits: explained to the complainant
    tracks: ['complex'], // [source] only because the case is complex
    maxTimes: null, // [portal] more than once, never beyond the tenth day
    mustTellComplainant: true, // [source]
  },
  replyRule: 'any', // [source] not fixed
  externalLimit: true, // [source] 投诉处置办法: the sending organ's limit
  steps: {
    witnessNote: false,
    coordinationMeeting: false,
    reportToHead: 'major', // [source] 投诉处置办法: important cases to the leaders
    circular: 'everyResult', // [source] 投诉处置办法: the result is sent to the department
  },
  negativeFiling: null,
  patrol: {
    roundsPerDay: 2, // [source] 窗口巡查制度: two timed rounds a day
    timed: true,
    recorder: false, // [source] none; cameras of the hall instead
    longestAbsenceMinutes: null, // [source] the device is set to pause instead
  },
  scorecards: ['qingpuKnown', 'qingpuYearly'], // [source] what is known of it; 年度考核的实施办法
  stackUnderlyingViolation: false, // [portal] one fact, one deduction
  awards: [
    {
      kind: 'quarterStar',
      nameZh: '季度服务明星',
      recipient: 'person',
      period: 'quarter',
      places: 10, // [source] 评选办法: ten a quarter
      decidedByZh: '考核小组',
      decisionWd: 10, // [portal]
      decisionFrom: 'periodEnd',
      leastMonths: null,
      nomination: quarterlyNomination,
    },
    {
      kind: 'yearStar',
      nameZh: '年度服务明星',
      recipient: 'person',
      period: 'year',
      places: 10, // [source] 评选办法: ten a year
      decidedByZh: '考核小组',
      decisionWd: 10, // [portal]
      decisionFrom: 'periodEnd',
      leastMonths: null,
      nomination: null,
    },
    {
      kind: 'excellentWindow',
      nameZh: '优秀服务窗口',
      recipient: 'window',
      period: 'year',
      places: 8, // [source] 评选办法: eight a year
      decidedByZh: '考核小组',
      decisionWd: 10, // [portal]
      decisionFrom: 'periodEnd',
      leastMonths: null,
      nomination: null,
    },
  ],
  vetoes: [
    {
      key: 'qingpu.v1', // [source] 评选办法: a verified complaint sent on by 12345
      cause: 'hotlineComplaint',
      bars: ['quarterStar', 'yearStar', 'excellentWindow'],
      whom: ['person', 'window'],
      lasts: 'quarters',
    },
    {
      key: 'qingpu.v2', // [source] 评选办法: filmed by an undercover visit
      cause: 'undercoverFilm',
      bars: ['quarterStar', 'yearStar', 'excellentWindow'],
      whom: ['person', 'window'],
      lasts: 'quarters',
    },
    {
      key: 'qingpu.v3', // [source] 评选办法, 禁烟制度: smoking where it is forbidden
      cause: 'smoking',
      bars: ['quarterStar', 'yearStar', 'excellentWindow'],
      whom: ['person', 'window'],
      lasts: 'quarters',
    },
    {
      key: 'qingpu.v4', // [source] 评选办法: suspected violation with bad effect
      cause: 'suspectedViolation',
      bars: ['quarterStar', 'yearStar', 'excellentWindow'],
      whom: ['person', 'window'],
      lasts: 'quarters',
    },
    {
      key: 'qingpu.v5', // [source] 投诉处置办法, consequences: any verified complaint, all three awards
      cause: 'verifiedComplaint',
      bars: ['quarterStar', 'yearStar', 'excellentWindow'],
      whom: ['person', 'window'],
      lasts: 'quarters',
    },
    {
      key: 'qingpu.v6', // [source] 服务承诺制度: a promise broken loses the quarter
      cause: 'brokenPromise',
      bars: ['quarterStar'],
      whom: ['person', 'window'],
      lasts: 'quarters',
    },
    {
      key: 'qingpu.v7', // [source] IT设备使用管理规定: repeated and serious
      cause: 'repeatedItBreach',
      bars: ['quarterStar', 'yearStar', 'excellentWindow'],
      whom: ['person', 'window'],
      lasts: 'quarters',
    },
  ],
  veto12345: 'substantiated', // [portal] the text leaves open whether it must be verified
  ladder: 'qingpu',
  repeatRule: null, // [source] none; who refuses to mend changes post
  circularCosts: null, // [source] no points known
  attendance: {
    askedBeforeStart: 15, // [source] 窗口工作人员考勤办法: the mark by 08:15
    lateAfter: 0, // [source] 窗口工作人员考勤办法: counted on the mark at 08:30
    earlyFrom: 1, // [portal] the mark after 17:00
    conversion: null, // [source] an attendance rate instead
  },
  ...PORTAL_RANKING,
  monthlyReport: {
    day: 'lastWorkingDay', // [source] 投诉处置办法: statistics on the last working day of the month
    at: '23:30', // [portal] no time in the text: what was done that day is in it
  },
  indicators: null, // [source] none
  openingHours: {
    usual: [
      // [source] 窗口工作人员考勤办法
      { opens: '08:30', closes: '12:00' },
      { opens: '13:00', closes: '17:00' },
    ],
    summer: {
      from: '05-01', // [portal] the source does not say when summer is
      until: '09-30',
      shifts: [
        // [source] 窗口工作人员考勤办法, summer afternoons
        { opens: '08:30', closes: '12:00' },
        { opens: '13:30', closes: '17:00' },
      ],
    },
  },
  publish: {
    ...PORTAL_PUBLISH,
    staffNames: false, // [portal] the text asks for no names outside the stars' wall
    namesOfWinners: true, // [source] 评选办法: winners are shown on the wall
  },
  secondPerson: { unitZh: '青浦区人民政府办公室', postZh: '分管负责人' }, // [portal]
  fallbackPost: { unitZh: '青浦区行政服务中心', postZh: '中心办公室' }, // [portal]
  escalation: {
    soonWd: 2, // [portal]
    near: [
      { role: 'handler', titleZh: '经办人' },
      { role: 'complaintDesk', titleZh: '管理科' },
    ],
    missed: [
      { role: 'complaintDesk', titleZh: '管理科科长' },
      { role: 'officeHead', titleZh: '中心分管领导' },
    ],
  },
}
