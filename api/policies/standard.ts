import type { HallPolicy } from '../rules/hall-policy.ts'
import { PORTAL_CLOCKS, PORTAL_PUBLISH, PORTAL_RANKING, PORTAL_REPORT } from './portal-promises.ts'
import { nationalRating } from './rating-levels.ts'

/**
 * For a hall without regulations of its own: the five levels of the national 好差评, Qingpu's
 * clocks, no sheet and no award. Every value is [portal].
 */
export const standard: HallPolicy = {
  key: 'standard',
  nameZh: '通用政务服务大厅',
  source: { titleZh: '通用投诉处理办法', number: null, date: null },
  version: '1',
  effectiveFrom: '2025-01-01',
  office: { unitZh: '投诉办公室', roleZh: '投诉受理科室' },
  supervisingBodyZh: '大厅负责人',
  formNameZh: '投诉登记表',
  channels: [
    'phone',
    'visit',
    'letter',
    'email',
    'web',
    'commentBook',
    'commentBox',
    'hotlineTransfer',
    'petition',
  ],
  internalFindings: [], // [portal]
  scope: 'open',
  majorMustBeWritten: false,
  rating: {
    ...nationalRating,
    // [portal] the national 好差评 asks for call, rectification and report; the figures are those
    // most local rules have
    lowFollowUp: { callBackWd: 1, rectifyWd: 15, secondRatings: 1 },
  },
  eRating: null,
  clocks: {
    ...PORTAL_CLOCKS,
    setBy: 'portal', // [portal]
    coordinationOpinionWd: null,
    replyAfterDepartmentWd: null,
    normalWd: 3, // [portal] Qingpu's clocks
    maxWd: 10, // [portal] the same
    promisedReplyWd: null,
    promiseCeilingWd: null,
    softWarnWd: 8,
    groupReviewWd: null,
    coordinationMeetingWd: null,
    boxCheck: true,
  },
  extension: { allowed: true, tracks: ['complex'], maxTimes: null, mustTellComplainant: true },
  replyRule: 'mirrorNature',
  externalLimit: true,
  steps: {
    witnessNote: false,
    coordinationMeeting: false,
    reportToHead: 'major',
    circular: null,
  },
  negativeFiling: null,
  patrol: { roundsPerDay: 1, timed: false, recorder: false, longestAbsenceMinutes: null },
  scorecards: [], // ratings, complaints and findings are shown, not scored
  stackUnderlyingViolation: false,
  awards: [],
  vetoes: [],
  veto12345: 'substantiated',
  ladder: 'standard',
  repeatRule: null,
  circularCosts: null, // [source] no sheet
  attendance: {
    askedBeforeStart: 0, // [portal]
    lateAfter: 0, // [portal]
    earlyFrom: 1, // [portal]
    conversion: null, // [portal]
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
    staffNames: false, // by number only
    namesOfWinners: false,
  },
  secondPerson: { unitZh: '上级政务服务管理机构', postZh: '值班负责人' },
  fallbackPost: { unitZh: '上级政务服务管理机构', postZh: '监督科室' },
  escalation: {
    soonWd: 2,
    near: [
      { role: 'handler', titleZh: '经办人' },
      { role: 'complaintDesk', titleZh: '投诉办公室' },
    ],
    missed: [
      { role: 'complaintDesk', titleZh: '投诉办公室负责人' },
      { role: 'officeHead', titleZh: '大厅负责人' },
    ],
  },
}
