import type { HallPolicy } from '../rules/hall-policy.ts'
import { PORTAL_CLOCKS, PORTAL_PUBLISH, PORTAL_RANKING, PORTAL_REPORT } from './portal-promises.ts'
import { nationalRating } from './rating-levels.ts'

/**
 * Yuanzhou District: conduct by the 窗口工作人员行为规范, which counts findings of inspections as
 * complaints and gives complaints no clocks of their own. [source] marks what its text says,
 * [portal] what it leaves open; the clocks are those of Qingpu's 投诉处置办法.
 */
export const yuanzhou: HallPolicy = {
  key: 'yuanzhou',
  nameZh: '原州区政务服务中心',
  source: { titleZh: '窗口工作人员行为规范', number: null, date: '2013年' },
  version: '1',
  effectiveFrom: '2013-01-01', // [portal] the text says the year only
  office: { unitZh: '中心办公室', roleZh: '投诉受理科室' }, // [portal] the text names no section
  supervisingBodyZh: '中心主任', // [source] 行为规范, attendance and bans: centre head
  formNameZh: '投诉登记表', // [portal] no form in the text
  channels: [
    'phone', // [source] 行为规范, approval conduct: calls, inquiries, complaints and reports
    'visit', // [source]
    'letter', // [portal]
    'email', // [portal]
    'web', // [portal]
    'commentBook', // [source] 行为规范, desk: the feedback card stands beside the rating device
    'hotlineTransfer', // [portal] a slip from 12345 or a petition office is never sent back
    'petition',
  ],
  // [source] 行为规范: results of telephone follow-up, spot check and home visit count as complaints
  internalFindings: ['followUpCall', 'spotCheck', 'homeVisit'],
  scope: 'open', // [source] no list of matters
  majorMustBeWritten: false, // [source] not asked for
  rating: {
    ...nationalRating, // [portal] the text gives no levels
    deviceMustBeOn: true, // [source]
  },
  eRating: null, // [source] no formula
  clocks: {
    ...PORTAL_CLOCKS,
    setBy: 'portal', // [portal] the text has no clocks
    coordinationOpinionWd: null,
    replyAfterDepartmentWd: null,
    normalWd: 3, // [portal] no clocks of its own: Qingpu's
    maxWd: 10, // [portal] the same
    promisedReplyWd: null,
    promiseCeilingWd: null,
    softWarnWd: 8, // [portal]
    groupReviewWd: null,
    coordinationMeetingWd: null,
    boxCheck: false, // [source] no box
  },
  extension: {
    allowed: true, // [portal] as in Qingpu
    tracks: ['complex'], // [portal]
    maxTimes: null, // [portal] more than once, never beyond the tenth day
    mustTellComplainant: true, // [portal]
  },
  replyRule: 'mirrorNature', // [portal] written complaints are answered in writing
  externalLimit: true, // [portal]
  steps: {
    witnessNote: false,
    coordinationMeeting: false,
    reportToHead: 'major', // [source] 行为规范, attitude: serious problems are reported
    circular: null, // [source] only attendance goes round
  },
  negativeFiling: null,
  patrol: {
    roundsPerDay: 1, // [portal]
    timed: false,
    recorder: false, // [portal]
    longestAbsenceMinutes: 60, // [source] 行为规范, attendance: more than an hour is half a day
  },
  scorecards: [], // [source] none
  stackUnderlyingViolation: false, // [portal] one fact, one deduction
  awards: [], // [source] none
  vetoes: [],
  veto12345: 'substantiated', // [portal]
  ladder: 'yuanzhou', // [source] bribery severely, damage by degrees, no tiers
  repeatRule: null, // [source] none
  circularCosts: null, // [source] no sheet
  attendance: {
    askedBeforeStart: 0, // [source] nothing asked
    lateAfter: 5, // [source] 窗口工作人员行为规范, attendance: more than five minutes after the start
    earlyFrom: 5, // [source] the same: five minutes before the end
    // [source] the same: four times a month, an hour late, more than an hour away: half a day
    conversion: { times: 4, lateHalfDayFrom: 60, awayHalfDayOver: 60 },
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
    staffNames: true, // [source] 行为规范, approval conduct: name, post and scope on the badge
    namesOfWinners: false, // [source] no awards
  },
  secondPerson: { unitZh: '原州区人民政府办公室', postZh: '分管负责人' }, // [portal]
  fallbackPost: { unitZh: '原州区政务服务中心', postZh: '综合服务台' }, // [source] quarrels go there
  escalation: {
    soonWd: 2, // [portal]
    near: [
      { role: 'handler', titleZh: '经办人' },
      { role: 'complaintDesk', titleZh: '中心办公室' },
    ],
    missed: [
      { role: 'complaintDesk', titleZh: '中心办公室负责人' },
      { role: 'officeHead', titleZh: '中心主任' },
    ],
  },
}
