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
 * Bingcha Town: complaints by the 投诉督查管理制度, sanctions by the 投诉责任追究暂行办法, points
 * and red flags by the 月度考核办法. [source] marks what their text says, [portal] what it leaves
 * open.
 */
export const bingcha: HallPolicy = {
  key: 'bingcha',
  nameZh: '栟茶镇便民服务中心',
  source: { titleZh: '投诉督查管理制度', number: null, date: '2014年' },
  version: '1',
  effectiveFrom: '2014-11-01', // [source] 月度考核办法: in force from November 2014
  office: { unitZh: '综合科', roleZh: '投诉受理科室' }, // [source] receives and accepts
  supervisingBodyZh: '中心主任室', // [source] complex cases are reported here
  formNameZh: '投诉登记簿', // [source] oral ones recorded, written ones registered
  channels: [
    'phone', // [source] 投诉督查管理制度: by word of mouth, by telephone, in writing
    'visit',
    'letter',
    'email', // [portal] e-mail and web count as written
    'web',
    'hotlineTransfer', // [portal] a slip from 12345 or a petition office is never sent back
    'petition',
  ],
  internalFindings: [], // [source] none
  scope: 'open', // [source] breach of the rules, or disagreement with outcome or manner
  majorMustBeWritten: true, // [source] 投诉督查管理制度: major matters are complained of in writing
  rating: nationalRating,
  eRating: null, // [source] none
  clocks: {
    ...PORTAL_CLOCKS,
    setBy: 'regulation', // [source] 投诉督查管理制度, the promised date
    coordinationOpinionWd: null,
    replyAfterDepartmentWd: null,
    normalWd: null, // [source] on the spot or by a promised date, no figure
    maxWd: null, // [source] followed up until it is finished
    promisedReplyWd: PROMISED_REPLY_WD, // [portal] until a date is promised
    promiseCeilingWd: { simple: 3, investigated: 10, complex: 10 }, // [portal]
    softWarnWd: 10, // [portal]
    groupReviewWd: null,
    coordinationMeetingWd: null,
    boxCheck: false, // [source] no box
  },
  extension: {
    allowed: true, // [source] 投诉督查管理制度: explained, then followed up until finished
    tracks: ['simple', 'investigated', 'complex'],
    maxTimes: null, // [source] no end
    mustTellComplainant: true, // [source] the handler explains to the complainant
  },
  replyRule: 'mirrorNature', // [source] 投诉督查管理制度: written complaints are answered in writing
  externalLimit: true, // [portal]
  steps: {
    witnessNote: false,
    coordinationMeeting: false,
    reportToHead: 'complex', // [source] 投诉督查管理制度: reported to the director's office at once
    circular: 'verified', // [source] 投诉责任追究暂行办法: complaint, verification, circular
  },
  negativeFiling: {
    titleZh: '否定报备制度',
    review: 3, // [source] 否定报备制度: after the filing
    notice: 3, // [source] after the correction
    report: 3, // [source] after the filing of an important matter
    unit: 'workingDays', // [portal] the text says 日, as the law on licences counts them
    sectionZh: '审批科', // [source]
    reportToZh: '中心副主任', // [source]
  },
  patrol: {
    roundsPerDay: 1, // [source] 值班制度: who is on duty goes round; [portal] once a day at least
    timed: false,
    recorder: false, // [source] none
    longestAbsenceMinutes: null, // [source] none
  },
  scorecards: ['bingchaMonthly', 'bingchaHalfYearly'], // [source] 月度考核办法, 考核办法
  stackUnderlyingViolation: false, // [portal] one fact, one deduction
  awards: [
    {
      kind: 'redFlagWindow',
      nameZh: '红旗窗口',
      recipient: 'window',
      period: 'month',
      places: 5, // [source] 月度考核办法: five windows a month
      decidedByZh: '主任办公会',
      decisionWd: 2, // [portal]
      decisionFrom: 'monthClose',
      leastMonths: null,
      nomination: null,
    },
    {
      kind: 'postStar',
      nameZh: '岗位之星',
      recipient: 'window',
      period: 'year',
      places: 5, // [source] 月度考核办法: five a year, from the monthly results
      decidedByZh: '主任办公会',
      decisionWd: 2, // [portal]
      decisionFrom: 'monthClose',
      leastMonths: 6, // [portal]
      nomination: null,
    },
  ],
  vetoes: [
    {
      key: 'bingcha.sickLeave', // [source] 请假制度: more than thirty days of sick leave in a year
      cause: 'sickLeave',
      bars: ['postStar'],
      whom: ['person'],
      lasts: 'year',
      above: 30,
    },
    {
      key: 'bingcha.circularMonth', // [portal] a complaint that went round as a circular
      cause: 'complaintCircular',
      bars: ['redFlagWindow'],
      whom: ['window'],
      lasts: 'month',
    },
    {
      key: 'bingcha.circularYear', // [portal]
      cause: 'complaintCircular',
      bars: ['postStar'],
      whom: ['window', 'person'],
      lasts: 'year',
    },
    {
      key: 'bingcha.probation', // [portal] on probation in post, or waiting for one
      cause: 'probationOrWaiting',
      bars: ['postStar'],
      whom: ['person'],
      lasts: 'year',
    },
  ],
  veto12345: 'substantiated', // [portal]
  ladder: 'bingcha',
  repeatRule: null, // [source] none
  circularCosts: 'aboutComplaint', // [portal] every second and third kind goes round
  attendance: {
    askedBeforeStart: 5, // [source] 值班制度: five minutes early in principle
    lateAfter: 0, // [portal] no threshold in minutes
    earlyFrom: 1, // [portal]
    conversion: null, // [source] absence by half days on the half-yearly sheet instead
  },
  ...PORTAL_RANKING,
  ...PORTAL_REPORT,
  indicators: null, // [source] none
  openingHours: {
    usual: [
      // [source] 值班制度, winter hours
      { opens: '08:00', closes: '11:30' },
      { opens: '14:00', closes: '17:30' },
    ],
    summer: {
      from: '05-01', // [portal] the source does not say when summer is
      until: '09-30',
      shifts: [
        // [source] 值班制度, summer hours
        { opens: '08:00', closes: '11:30' },
        { opens: '15:00', closes: '18:00' },
      ],
    },
  },
  publish: {
    ...PORTAL_PUBLISH,
    staffNames: true, // [source] 政务公开制度: staff identity
    namesOfWinners: true, // [source] 政务公开制度: who staff are is one of the eight disclosures
  },
  secondPerson: { unitZh: '栟茶镇人民政府', postZh: '分管负责人' }, // [portal]
  fallbackPost: { unitZh: '栟茶镇人民政府', postZh: '党政办公室' }, // [portal]
  escalation: {
    soonWd: 2, // [portal]
    near: [
      { role: 'handler', titleZh: '经办人' },
      { role: 'complaintDesk', titleZh: '综合科' },
    ],
    missed: [
      { role: 'complaintDesk', titleZh: '综合科科长' },
      { role: 'officeHead', titleZh: '中心主任' },
    ],
  },
}
