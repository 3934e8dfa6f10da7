import type { AttendancePolicy } from './attendance-conversion.ts'
import type { AwardKind } from './award-kind.ts'
import type { Track } from './case-file.ts'
import type { ComplaintCategory, ComplaintChannel, InspectionChannel } from './complaint.ts'
import type { Day } from './day.ts'
import type { ElectronicRatingFigures } from './electronic-rating-figures.ts'
import type { NegativeFilingPolicy } from './negative-filing.ts'
import type { OpeningHours, Time } from './opening-hours.ts'
import type { RatingLevel } from './rating-level.ts'
import type { ReportDay } from './report-month.ts'
import type { Role } from './roles.ts'
import type { ServiceIndicators } from './service-indicators.ts'

/**
 * What a hall's regulations say, as values: every figure that differs from hall to hall stands
 * here and nowhere else. `Wd` means working days of the State Council's calendar.
 */
export type HallPolicy = {
  key: string
  nameZh: string
  /** The regulation the complaint path comes from. */
  source: RegulationSource
  version: string
  effectiveFrom: Day
  /** Who takes complaints in first, and under which title. */
  office: { unitZh: string; roleZh: string }
  supervisingBodyZh: string
  /** The hall's own form for a complaint (投诉反馈记录表 and the like). */
  formNameZh: string
  channels: readonly ComplaintChannel[]
  /** Checks of supervision bodies and of the centre whose findings count as complaints. */
  internalFindings: readonly InspectionChannel[]
  /** What may be complained about; `open` where the regulation gives no list. */
  scope: 'open' | readonly ComplaintCategory[]
  /** Whether a major matter (重大事项) has to be put in writing before it is decided. */
  majorMustBeWritten: boolean
  rating: RatingPolicy
  /** The electronic rating's figures, where the hall has one. */
  eRating: ElectronicRatingFigures | null
  clocks: Clocks
  extension: ExtensionPolicy
  /** record: entered in the form; mirrorNature: written to written; any: not fixed. */
  replyRule: 'record' | 'mirrorNature' | 'any'
  /** Whether a transferred complaint runs on the sending organ's limit. */
  externalLimit: boolean
  /** What must be on file before a complaint is decided or closed. */
  steps: StepPolicy
  /** Refusals put on file and reviewed (否定报备), where the hall has them. */
  negativeFiling: NegativeFilingPolicy | null
  patrol: {
    roundsPerDay: number
    timed: boolean
    /** Whether who goes round wears the patrol recorder (巡查记录仪). */
    recorder: boolean
    longestAbsenceMinutes: number | null
  }
  scorecards: readonly ScorecardKey[]
  /** Whether a complaint and the breach it describes both cost points. */
  stackUnderlyingViolation: boolean
  awards: readonly AwardRule[]
  vetoes: readonly VetoRule[]
  /** Whether a complaint from 12345 bars from awards once verified, or as soon as transferred. */
  veto12345: 'substantiated' | 'anyTransferred'
  ladder: LadderKey
  /** How many accountable acts within how many years aggravate the last one. */
  repeatRule: { count: number; withinYears: number } | null
  /** Which circulars raise a complaint's points; null where the sheet has no item for them. */
  circularCosts: 'aboutComplaint' | 'everyCircular' | null
  /** When somebody is late, early or absent. */
  attendance: AttendancePolicy
  /** Working days in which whoever a proposed deduction names may answer to it. */
  entryAnswerWd: number
  /** The working day of the next month on which a month's points are closed. */
  monthCloseWd: number
  /** The working day of the next month after which no rating counts for the month. */
  ratingFreezeWd: number
  /** When the statistics of a month (统计月报) are issued. */
  monthlyReport: { day: ReportDay; at: Time }
  /** Rates that a month's service has to reach, in per cent; null where the hall sets none. */
  indicators: ServiceIndicators | null
  /** Working days a person must have attended to be ranked. */
  minimumAttendedDays: { month: number; quarter: number; year: number }
  /** How long a place is held for somebody whose complaint is open on the day of decision. */
  heldPlaceWd: number
  openingHours: OpeningHours
  publish: PublishPolicy
  /** The superior unit that approves when nobody in the hall may. */
  secondPerson: OutsidePost
  /** Where an escalation goes that finds its post empty. */
  fallbackPost: OutsidePost
  escalation: { soonWd: number; near: readonly Post[]; missed: readonly Post[] }
}

/** Title, number and date as printed; null where the text has lost it. */
type RegulationSource = { titleZh: string; number: string | null; date: string | null }

/** A post inside the hall: the right it carries and what people call it. */
export type Post = { role: Role; titleZh: string }

/** A post outside the hall. */
type OutsidePost = { unitZh: string; postZh: string }

/** Best level first. `lowLevels` are asked for reasons and offered the complaint. */
export type RatingPolicy = {
  levels: readonly RatingLevel[]
  lowLevels: readonly RatingLevel['level'][]
  formula: 'qpu2018' | 'displayOnly'
  /** Whether every window has a rating device that must be on; then a broken one is reported. */
  deviceMustBeOn: boolean
  /** What a low rating sets going (差评回访整改); null where the hall has no such rule. */
  lowFollowUp: LowFollowUp | null
}

/** The limits of following up a low rating, and how often its citizen may rate again (追评). */
export type LowFollowUp = {
  /** From the day a telephone number is left to the call. */
  callBackWd: number
  /** From the day of the rating to the approved rectification. */
  rectifyWd: number
  secondRatings: number
}

/** Every limit in working days; null where the hall has no such limit. */
export type Clocks = {
  /** Whose days those of reply and extension are: the regulation's own, or lent by the portal. */
  setBy: 'regulation' | 'portal'
  /** From receipt to the decision on acceptance. */
  acceptanceWd: number
  /** From receipt to the coordination opinion of a complex case. */
  coordinationOpinionWd: number | null
  /** From the departments' result to the reply. */
  replyAfterDepartmentWd: number | null
  /** From receipt to the reply. */
  normalWd: number | null
  /** From receipt to the last possible reply, extensions included. */
  maxWd: number | null
  /** The promise to every complainant where the regulation sets no limit for the reply. */
  promisedReplyWd: number | null
  /** How far from acceptance a promised date may lie. */
  promiseCeilingWd: Readonly<Record<Exclude<Track, 'transferred'>, number>> | null
  /** From receipt to the warning that a case is getting old. */
  softWarnWd: number
  /** For a transferred complaint whose slip shows no limit. */
  externalWithoutLimitWd: number
  /** How long before the sending organ's limit the office is reminded. */
  externalReminderWd: number
  /** From the request to the department's or the person's statement. */
  statementWd: number
  statementWdAfterExtension: number
  /** From the opinion to the leading group's decision, and from there to the meeting. */
  groupReviewWd: number | null
  coordinationMeetingWd: number | null
  /** From a verified finding to the decision on accountability. */
  sanctionWd: number
  /** From the reply to the last day on which a review may be asked for, once. */
  reviewWd: number
  /** From closing to the complete file. */
  archiveWd: number
  /** Whether comment box and book are opened every working day. */
  boxCheck: boolean
}

/** `tracks` may be extended; `maxTimes` null means as often as needed. */
type ExtensionPolicy = {
  allowed: boolean
  tracks: readonly Track[]
  maxTimes: number | null
  mustTellComplainant: true
}

/** What must be on file, beyond what every case needs. */
export type StepPolicy = {
  /** A note of a witness or of staff on the spot, or that there was none. */
  witnessNote: boolean
  /** A complex case goes through leading group and meeting of the departments. */
  coordinationMeeting: boolean
  /** Which cases the head is told of at once. */
  reportToHead: 'complex' | 'major' | null
  /** Which results go round the departments. */
  circular: 'verified' | 'everyResult' | null
}

/** The sheets points are written on. */
export const SCORECARDS = [
  'anciMonthly',
  'bingchaMonthly',
  'bingchaHalfYearly',
  'qingpuKnown',
  'qingpuYearly',
] as const
type ScorecardKey = (typeof SCORECARDS)[number]

/** Whose sanctions apply. */
type LadderKey = 'anci' | 'bingcha' | 'qingpu' | 'yuanzhou' | 'yichuang' | 'standard'

/** An award of the hall's regulation. */
export type AwardRule = {
  kind: AwardKind
  nameZh: string
  recipient: 'window' | 'person'
  period: 'month' | 'quarter' | 'year'
  /** At most so many; fewer when fewer are eligible, never filled up. */
  places: number
  decidedByZh: string
  /** The working day on which it is decided, counted after the close of month, quarter or year. */
  decisionWd: number
  decisionFrom: 'monthClose' | 'periodEnd'
  /** Months assessed at least, for an award of the year. */
  leastMonths: number | null
  nomination: NominationRule | null
}

/** Who may be proposed and until when. */
export type NominationRule = {
  /** Included; on a rest day the next working day. */
  untilDayOfLastMonth: number
  /** Places by assessed staff, smallest window first; the last one has no upper end. */
  places: readonly { upToStaff: number | null; places: number }[]
  /** Heads of the so many lowest windows are barred. */
  lowestWindowsBarred: number
}

/** What takes an award away. */
export const VETO_CAUSES = [
  'verifiedComplaint',
  'hotlineComplaint',
  'undercoverFilm',
  'smoking',
  'suspectedViolation',
  'brokenPromise',
  'repeatedItBreach',
  'lossOfEligibility',
  'postTransfer',
  'sickLeave',
  'complaintCircular',
  'probationOrWaiting',
] as const
export type VetoCause = (typeof VETO_CAUSES)[number]

/** Which awards a cause bars, whom, and for how long. */
export type VetoRule = {
  key: string
  cause: VetoCause
  bars: readonly AwardKind[]
  whom: readonly ('person' | 'window')[]
  /**
   * month, year: the period it falls in. quarters: every undecided period from receipt to
   * substantiation. yearEnd: from the decision to 31 December.
   */
  lasts: 'month' | 'quarters' | 'year' | 'yearEnd'
  /** Barred when the count is above this: days of sick leave. */
  above?: number
}

/** What of an outcome may be shown. */
export type PublishPolicy = {
  /** The window is named only with at least so many staff and complaints in `overMonths` months. */
  minStaff: number
  minComplaints: number
  overMonths: number
  /** Between filing and release. */
  holdWd: number
  /** The month's batch goes out on this working day of the next month, counted from 1. */
  releaseWd: number
  namesOfWinners: boolean
  /** Whether those who serve at a window are shown by name and number, or by number only. */
  staffNames: boolean
  summaryMax: number
  /** Smaller figures are not shown in statistics. */
  leastComplaints: number
  leastRatings: number
}
