import type { HallPolicy } from '../rules/hall-policy.ts'
import { PORTAL_CLOCKS, PORTAL_PUBLISH, PORTAL_RANKING, PORTAL_REPORT } from './portal-promises.ts'
import { nationalRating } from './rating-levels.ts'

/**
 * A small hall with one window for everything (一窗式便民服务大厅): conduct, promise and five work
 * systems, and no complaint rule, so that the portal's clocks apply. [source] marks what its text
 * says, [portal] what it leaves open.
 */
export const yichuang: HallPolicy = {
  key: 'yichuang',
  nameZh: '一窗式便民服务大厅',
  source: { titleZh: '一窗式便民服务大厅工作制度', number: null, date: null },
  version: '1',
  effectiveFrom: '2025-01-01', // [portal] the text carries no date
  office: { unitZh: '大厅值班台', roleZh: '投诉受理岗' }, // [portal] none named
  supervisingBodyZh: '大厅负责人', // [source] 行为规范: leaving needs the hall head's consent
  formNameZh: '投诉登记表', // [portal]
  channels: [
    'phone', // [source] 业务办理承诺: every call is answered
    'visit', // [source]
    'letter', // [portal]
    'email', // [portal]
    'web', // [portal]
    'hotlineTransfer', // [portal] a slip from 12345 or a petition office is never sent back
    'petition',
  ],
  internalFindings: [], // [source] none
  scope: 'open', // [source] no list of matters
  majorMustBeWritten: false, // [source] not asked for
  rating: nationalRating, // [portal]
  eRating: null, // [source] none
  clocks: {
    ...PORTAL_CLOCKS,
    setBy: 'portal', // [portal] the text has no complaint rule
    coordinationOpinionWd: null,
    replyAfterDepartmentWd: null,
    normalWd: 3, // [portal] no complaint rule in the text: Qingpu's clocks
    maxWd: 10, // [portal] the same
    promisedReplyWd: null,
    promiseCeilingWd: null,
    softWarnWd: 8, // [portal]
    groupReviewWd: null,
    coordinationMeetingWd: null,
    boxCheck: false, // [source] no box
  },
  extension: {
    allowed: true, // [portal]
    tracks: ['complex'], // [portal]
    maxTimes: null, // [portal]
    mustTellComplainant: true, // [portal]
  },
  replyRule: 'mirrorNature', // [portal]
  externalLimit: true, // [portal]
  steps: {
    witnessNote: false,
    coordinationMeeting: false,
    reportToHead: 'major', // [portal]
    circular: null, // [source] none
  },
  negativeFiling: null,
  patrol: { roundsPerDay: 1, timed: false, recorder: false, longestAbsenceMinutes: null }, // [portal]
  scorecards: [], // [source] none, only rates of completion
  stackUnderlyingViolation: false, // [portal]
  awards: [], // [source] none
  vetoes: [],
  veto12345: 'substantiated', // [portal]
  ladder: 'yichuang', // [source] 首问责任制: criticism, administrative handling, leaders' liability
  repeatRule: null, // [source] none
  circularCosts: null, // [source] no sheet
  attendance: {
    askedBeforeStart: 10, // [source] one-window hall rules: there ten minutes early
    lateAfter: 0, // [portal] no threshold in minutes
    earlyFrom: 1, // [portal]
    conversion: null, // [source] none
  },
  ...PORTAL_RANKING,
  ...PORTAL_REPORT,
  indicators: {
    firstAskAccepted: 100, // [source] 首问负责制: every inquiry is taken up
    firstAskCompleted: 95, // [source] 首问负责制
    onTime: 95, // [source] 限时办结制
  },
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
    staffNames: false, // [source] a badge, no list of names
    namesOfWinners: false, // [source] no awards
  },
  secondPerson: { unitZh: '上级政务服务管理机构', postZh: '值班负责人' }, // [portal]
  fallbackPost: { unitZh: '上级政务服务管理机构', postZh: '监督科室' }, // [portal]
  escalation: {
    soonWd: 2, // [portal]
    near: [
      { role: 'handler', titleZh: '经办人' },
      { role: 'complaintDesk', titleZh: '大厅值班台' },
    ],
    missed: [
      { role: 'officeHead', titleZh: '大厅负责人' },
      { role: 'secondPerson', titleZh: '上级值班负责人' },
    ],
  },
}
