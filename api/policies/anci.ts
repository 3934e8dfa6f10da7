import type { HallPolicy } from '../rules/hall-policy.ts'
import {
  PORTAL_CLOCKS,
  PORTAL_PUBLISH,
  PORTAL_RANKING,
  PORTAL_REPORT,
  PROMISED_REPLY_WD,
} from './portal-promises.ts'
import { nationalRating } from './rating-levels.ts'

/**
 * Anci District: complaints by the 群众投诉处理办法 (its printed title is lost, this one is
 * ours), points and monthly awards by the 窗口单位及工作人员绩效考核办法, sanctions by the
 * 窗口人员责任追究制度. [source] marks what their text says, [portal] what it leaves open.
 */
export const anci: HallPolicy = {
  key: 'anci',
  nameZh: '安次区政务服务中心',
  source: { titleZh: '群众投诉处理办法', number: null, date: null },
  version: '1',
  effectiveFrom: '2025-01-01', // [portal] the text is on trial and carries no date
  office: { unitZh: '政策法规股', roleZh: '第一责任单位' }, // [source] first responsible unit
  supervisingBodyZh: '投诉领导小组', // [source] hears, handles and gives feedback overall
  formNameZh: '安次区政务服务中心投诉反馈记录表', // [source]
  channels: [
    'phone', // [source] 投诉处理办法, channels: by word of mouth, telephone, comment book and box
    'visit',
    'commentBook',
    'commentBox',
    'web', // [source] 政务服务信息公开制度, channels: website and public account
    'hotlineTransfer', // [portal] a slip from 12345 or a petition office is never sent back
    'petition',
  ],
  internalFindings: [], // [source] none
  scope: 'open', // [source] no list of matters
  majorMustBeWritten: false, // [source] not asked for
  rating: nationalRating,
  eRating: null, // [source] none; ratings only break ties
  clocks: {
    ...PORTAL_CLOCKS,
    setBy: 'regulation', // [source] 投诉处理办法, complex path
    coordinationOpinionWd: 3, // [source] 投诉处理办法, complex path: three days after receipt
    replyAfterDepartmentWd: 1, // [source] 投诉处理办法, complex path: one day after the result
    normalWd: null, // [source] the simple path is explained on the spot, no limit in days
    maxWd: null, // [source] none
    promisedReplyWd: PROMISED_REPLY_WD, // [portal]
    promiseCeilingWd: null, // [source] no promised dates
    softWarnWd: 10, // [portal] warned, never stopped
    groupReviewWd: 2, // [portal] the leading group studies the opinion
    coordinationMeetingWd: 3, // [portal] the departments' representatives meet
    boxCheck: true, // [source] 巡查办法, task five: box and book are looked through every day
  },
  extension: {
    allowed: false, // [portal] the source knows none: a late opinion is marked as late
    tracks: [],
    maxTimes: 0,
    mustTellComplainant: true,
  },
  replyRule: 'record', // [source] 投诉处理办法: reply and result are entered in the form
  externalLimit: true, // [portal]
  steps: {
    witnessNote: true, // [source] 投诉处理办法, investigation (3): people who know, staff on the spot
    coordinationMeeting: true, // [source] 投诉处理办法, complex path
    reportToHead: null,
    circular: null, // [source] only awards and attendance go round
  },
  negativeFiling: null,
  patrol: {
    roundsPerDay: 1, // [source] 巡查办法, task one: irregular checks every day; [portal] at least one
    timed: false,
    recorder: true, // [source] 巡查办法, task two: violations are filmed in full
    longestAbsenceMinutes: 15, // [source] 行为规范, desk: away at most fifteen minutes
  },
  scorecards: ['anciMonthly'], // [source] 绩效考核办法, sheet 4-1
  stackUnderlyingViolation: false, // [portal] one fact, one deduction
  awards: [
    {
      kind: 'modelPerson',
      nameZh: '文明服务标兵',
      recipient: 'person',
      period: 'month',
      places: 1, // [source] 绩效考核办法: one person a month
      decidedByZh: '考核组',
      decisionWd: 2, // [portal]
      decisionFrom: 'monthClose',
      leastMonths: null,
      nomination: null,
    },
    {
      kind: 'modelWindow',
      nameZh: '文明服务窗口',
      recipient: 'window',
      period: 'month',
      places: 1, // [source] 绩效考核办法: one window a month
      decidedByZh: '考核组',
      decisionWd: 2, // [portal]
      decisionFrom: 'monthClose',
      leastMonths: null,
      nomination: null,
    },
  ],
  vetoes: [
    {
      key: 'anci.tier2', // [source] 责任追究制度, second tier; [portal] until the year ends
      cause: 'lossOfEligibility',
      bars: ['modelPerson'],
      whom: ['person'],
      lasts: 'yearEnd',
    },
    {
      key: 'anci.tier3', // [portal] follows from the second tier, which is milder
      cause: 'postTransfer',
      bars: ['modelPerson'],
      whom: ['person'],
      lasts: 'yearEnd',
    },
  ],
  veto12345: 'substantiated', // [portal]
  ladder: 'anci',
  repeatRule: { count: 2, withinYears: 1 }, // [source] 责任追究制度, second aggravating factor
  circularCosts: null, // [source] no item for it
  attendance: {
    askedBeforeStart: 10, // [source] 考勤管理制度: ten minutes early is encouraged
    lateAfter: 10, // [source] 考勤管理制度: the mark within ten minutes of the start
    earlyFrom: 1, // [portal] no figure: any leaving before the end
    conversion: null, // [source] points by sheet 4-1 instead
  },
  ...PORTAL_RANKING,
  ...PORTAL_REPORT,
  indicators: null, // [source] none
  openingHours: {
    // [portal] not in the text: the hours of the general hall rules
    usual: [
      { opens: '08:30', closes: '12:00' },
      { opens: '13:00', closes: '17:30' },
    ],
    summer: null,
  },
  publish: {
    ...PORTAL_PUBLISH,
    staffNames: true, // [source] 信息公开制度: name and number of every window's staff
    namesOfWinners: true, // [source] 信息公开制度: names and numbers of window staff are public
  },
  secondPerson: { unitZh: '安次区行政审批局', postZh: '分管局领导' }, // [portal]
  fallbackPost: { unitZh: '安次区行政审批局', postZh: '局办公室' }, // [portal]
  escalation: {
    soonWd: 2, // [portal]
    near: [
      { role: 'handler', titleZh: '经办人' },
      { role: 'complaintDesk', titleZh: '政策法规股' },
    ],
    missed: [
      { role: 'officeHead', titleZh: '投诉领导小组办公室主任' },
      { role: 'secondPerson', titleZh: '投诉领导小组副组长' },
    ],
  },
}
