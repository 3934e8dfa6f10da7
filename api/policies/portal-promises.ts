import type { Clocks, HallPolicy, PublishPolicy } from '../rules/hall-policy.ts'

/**
 * What the portal promises everywhere, where a hall's regulation is silent. Every value here is
 * [portal]: set by this project, to be replaced by the hall's own figure once it has one.
 */
export const PORTAL_CLOCKS = {
  /** [portal] The sources say "promptly": by closing time of the first working day. */
  acceptanceWd: 1,
  /** [portal] A transfer slip without a limit gets the three days Qingpu sets for complaints. */
  externalWithoutLimitWd: 3,
  /** [portal] The office is reminded one working day before the sending organ's limit. */
  externalReminderWd: 1,
  /** [portal] Who is complained of answers within one day, within three once the case is extended. */
  statementWd: 1,
  statementWdAfterExtension: 3,
  /** [portal] Accountability is decided within five days of a verified finding. */
  sanctionWd: 5,
  /** [portal] One review may be asked for within fifteen days of the reply. */
  reviewWd: 15,
  /** [portal] The file is complete ten days after closing. */
  archiveWd: 10,
} satisfies Partial<Clocks>

/** [portal] The promise to every complainant: a reply, or an explanation, by working day ten. */
export const PROMISED_REPLY_WD = 10

/**
 * [portal] No source orders publication, so it is narrow: held five working days, released with
 * the month's batch on the first working day of the next month; the window is named only where
 * three people work and five complaints came in a year; summaries stay short; small cells of the
 * statistics are left out.
 */
export const PORTAL_PUBLISH: Omit<PublishPolicy, 'namesOfWinners' | 'staffNames'> = {
  minStaff: 3,
  minComplaints: 5,
  overMonths: 12,
  holdWd: 5,
  releaseWd: 1,
  summaryMax: 200,
  leastComplaints: 5,
  leastRatings: 10,
}

/** [portal] How a month is closed and who is ranked, where the sources give no figure. */
export const PORTAL_RANKING = {
  /** [portal] Whoever a proposed deduction names has two working days to answer. */
  entryAnswerWd: 2,
  /** [portal] Points of a month may be entered until the fifth working day of the next. */
  monthCloseWd: 5,
  /** [portal] Ratings count for the month of the service until three working days after it. */
  ratingFreezeWd: 3,
  /** [portal] Who attended fewer working days is not ranked. */
  minimumAttendedDays: { month: 5, quarter: 30, year: 120 },
  /** [portal] A place is held ten working days for somebody whose complaint is still open. */
  heldPlaceWd: 10,
} satisfies Partial<HallPolicy>

/**
 * [portal] Where the text asks for no monthly report, Qingpu's day: the last working day of the
 * month; no text names a time, so it is late enough for everything done that day to be in it.
 */
export const PORTAL_REPORT: Pick<HallPolicy, 'monthlyReport'> = {
  monthlyReport: { day: 'lastWorkingDay', at: '23:30' },
}
