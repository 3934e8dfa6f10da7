import { type Calendar, workingDaysBetween } from './calendar.ts'
import { type Finding, FINDINGS, isVerified, type Track } from './case-file.ts'
import { CATEGORIES, CHANNELS, type ComplaintCategory, type ComplaintChannel } from './complaint.ts'
import type { Day } from './day.ts'
import type { Clocks } from './hall-policy.ts'
import { isSpoken } from './intake-channel.ts'
import { meanAndMedian } from './mean-and-median.ts'
import { type ReplyDeadline, type ReplyExtension, wasMissedBy } from './reply-timing.ts'
import type { FilingCounts } from './negative-filing.ts'
import type { Stretch } from './report-month.ts'
import { roundHalfUp, sumOf } from './rounding.ts'

/** A window as a report names it. */
export type ReportWindow = { number: string; business: string }

/** A complaint as a report needs it: days and kinds, nothing of what it says. */
export type ReportComplaint = {
  receivedOn: Day
  acceptedOn: Day | null
  declinedOn: Day | null
  /** Withdrawn, or passed on to another organ. */
  endedOn: Day | null
  answeredOn: Day | null
  finding: Finding | null
  channel: ComplaintChannel
  category: ComplaintCategory
  track: Track | null
  window: ReportWindow | null
  department: string | null
  deadlines: readonly ReplyDeadline[]
  extensions: readonly ReplyExtension[]
}

/** Points taken off because of a complaint, on the day a second person confirmed them. */
export type ReportDeduction = { on: Day; points: number; takenBackOn: Day | null }

/** What was decided about one responsible person; `label` is null where nobody is held. */
export type ReportSanction = { on: Day; tier: number | null; label: string | null }

/** Something a patrol noted about a window. */
export type PatrolFinding = {
  on: Day
  window: ReportWindow | null
  points: number
  confirmed: boolean
}

export type ReportRows = {
  complaints: readonly ReportComplaint[]
  deductions: readonly ReportDeduction[]
  sanctions: readonly ReportSanction[]
  patrol: readonly PatrolFinding[]
  /** Refusals on file (否定报备), counted by their own rule; null where the hall keeps none. */
  filings: FilingCounts | null
}

type Counted<Name extends string, T> = { [K in Name]: T } & { count: number }

/** A month's statistics (统计月报), as they are kept. */
export type ReportFigures = Stretch & {
  received: number
  notAccepted: number
  /** Everything from here to `timeliness` is about the complaints accepted in the stretch. */
  accepted: number
  byChannel: Counted<'channel', ComplaintChannel>[]
  byCategory: Counted<'category', ComplaintCategory>[]
  byWindow: Counted<'window', ReportWindow | null>[]
  byDepartment: Counted<'department', string | null>[]
  byFinding: Counted<'finding', Finding>[]
  undecided: number
  /** Of the decided, those verified in whole or in part, in per cent. */
  verifiedShare: number | null
  onTheSpot: number
  /** Answered within the hall's own limit; null where it has none. */
  withinLimit: { workingDays: number; count: number } | null
  extended: { complaints: number; times: number }
  /** Longer under way than the maximum, or than the promise where there is none. */
  overLimit: { workingDays: number; count: number } | null
  overdue: number
  answered: number
  /** Working days from receipt to the answer. */
  workingDays: { mean: number; median: number } | null
  /** Transferred from 12345, and in per cent of all. */
  hotline: { count: number; share: number | null }
  /** By finding, those with no date missed and those overdue: the cells of both at once. */
  timeliness: { outcome: 'verified' | 'unverified' | 'undecided'; onTime: number; late: number }[]
  /** Accepted at any time, neither answered nor ended when the stretch was over. */
  pending: number
  deductions: { entries: number; points: number }
  sanctions: { tier: number | null; label: string; people: number }[]
  nobodyHeld: number
  patrol: { window: ReportWindow | null; findings: number; confirmed: number; points: number }[]
  filings: FilingCounts | null
}

/**
 * What a hall's month came to at the end of its stretch; what happened later is not in it, so
 * that a report made up late says what it would have said on its day. It counts the complaints
 * ACCEPTED in the stretch; `received` and `notAccepted` by their own days; `pending`,
 * `deductions`, `sanctions` and `patrol` whatever complaint they come from. Shares, mean and
 * median have two decimals, halves going up, and are null of nothing. Missed dates are those over
 * by the end of `overBy`, the last day for a finished stretch. Qingpu 投诉处置办法 asks for the
 * total accepted, Qingpu 窗口巡查制度 for what the patrols found; the other fields are the portal's.
 */
export function monthlyReport(
  rows: ReportRows,
  stretch: Stretch,
  clocks: Pick<Clocks, 'normalWd' | 'maxWd' | 'promisedReplyWd'>,
  calendar: Calendar,
  overBy: Day = stretch.until,
): ReportFigures {
  const isIn = (day: Day | null) => day !== null && day >= stretch.from && day <= stretch.until
  const isBy = (day: Day | null): day is Day => day !== null && day <= stretch.until
  const accepted = rows.complaints.filter(({ acceptedOn }) => isIn(acceptedOn)).map(asOf(stretch))
  const answered = accepted.filter(({ answeredOn }) => answeredOn !== null)
  const decided = accepted.filter(({ finding }) => finding !== null)
  const daysOf = ({ receivedOn, answeredOn, endedOn }: ReportComplaint) =>
    workingDaysBetween(receivedOn, answeredOn ?? endedOn ?? stretch.until, calendar)
  const isLate = ({ answeredOn, deadlines, extensions }: ReportComplaint) =>
    wasMissedBy(overBy, answeredOn, deadlines, extensions)
  const count = (holds: (complaint: ReportComplaint) => boolean) => accepted.filter(holds).length
  const { normalWd } = clocks
  const mostWd = clocks.maxWd ?? clocks.promisedReplyWd
  const hotline = count(({ channel }) => channel === 'hotlineTransfer')
  const extensions = accepted.map(
    (complaint) => complaint.extensions.filter(({ grantedOn }) => isBy(grantedOn)).length,
  )
  const deductions = rows.deductions.filter(({ on, takenBackOn }) => isIn(on) && !isBy(takenBackOn))
  const sanctions = rows.sanctions.filter(({ on }) => isIn(on))
  return {
    ...stretch,
    received: rows.complaints.filter(({ receivedOn }) => isIn(receivedOn)).length,
    notAccepted: rows.complaints.filter(({ declinedOn }) => isIn(declinedOn)).length,
    accepted: accepted.length,
    byChannel: CHANNELS.map((channel) => ({
      channel,
      count: count((complaint) => complaint.channel === channel),
    })),
    byCategory: CATEGORIES.map((category) => ({
      category,
      count: count((complaint) => complaint.category === category),
    })),
    byWindow: [...Map.groupBy(accepted, windowKey).values()]
      .map((group) => ({ window: group[0]!.window, count: group.length }))
      .toSorted((one, other) => inOrder(one.window?.number, other.window?.number)),
    byDepartment: [...Map.groupBy(accepted, ({ department }) => department)]
      .map(([department, group]) => ({ department, count: group.length }))
      .toSorted((one, other) => inOrder(one.department, other.department)),
    byFinding: FINDINGS.map((finding) => ({
      finding,
      count: count((complaint) => complaint.finding === finding),
    })),
    undecided: accepted.length - decided.length,
    verifiedShare: shareOf(
      decided.filter(({ finding }) => isVerified(finding)).length,
      decided.length,
    ),
    onTheSpot: count((complaint) => isOnTheSpot(complaint, calendar)),
    withinLimit:
      normalWd === null
        ? null
        : {
            workingDays: normalWd,
            count: answered.filter((complaint) => daysOf(complaint) <= normalWd).length,
          },
    extended: {
      complaints: extensions.filter((times) => times > 0).length,
      times: extensions.reduce((sum, times) => sum + times, 0),
    },
    overLimit:
      mostWd === null
        ? null
        : { workingDays: mostWd, count: count((complaint) => daysOf(complaint) > mostWd) },
    overdue: count(isLate),
    answered: answered.length,
    workingDays: meanAndMedian(answered.map(daysOf)),
    hotline: { count: hotline, share: shareOf(hotline, accepted.length) },
    timeliness: (['verified', 'unverified', 'undecided'] as const).map((outcome) => {
      const those = accepted.filter(({ finding }) => outcomeOf(finding) === outcome)
      const late = those.filter(isLate).length
      return { outcome, onTime: those.length - late, late }
    }),
    pending: rows.complaints.filter(
      ({ acceptedOn, answeredOn, endedOn }) =>
        isBy(acceptedOn) && !isBy(answeredOn) && !isBy(endedOn),
    ).length,
    deductions: {
      entries: deductions.length,
      points: 0 - sumOf(deductions.map(({ points }) => points)),
    },
    sanctions: [...Map.groupBy(sanctions, ({ label }) => label)]
      .flatMap(([label, group]) =>
        label === null ? [] : [{ tier: group[0]!.tier, label, people: group.length }],
      )
      .toSorted((one, other) => (one.tier ?? 0) - (other.tier ?? 0)),
    nobodyHeld: sanctions.filter(({ label }) => label === null).length,
    patrol: patrolByWindow(rows.patrol.filter(({ on }) => isIn(on))),
    filings: rows.filings,
  }
}

/** A complaint as it stood when a stretch was over. */
const asOf =
  ({ until }: Stretch) =>
  (complaint: ReportComplaint): ReportComplaint => {
    const answered = complaint.answeredOn !== null && complaint.answeredOn <= until
    const ended = complaint.endedOn !== null && complaint.endedOn <= until
    return {
      ...complaint,
      answeredOn: answered ? complaint.answeredOn : null,
      endedOn: ended ? complaint.endedOn : null,
      finding: answered ? complaint.finding : null,
    }
  }

/**
 * Anci 投诉处理办法 and Qingpu 投诉处置办法, resolved on the spot (当场): one window and clear facts,
 * answered the day it was told, or on the first working day where nobody was there to be told.
 */
function isOnTheSpot(
  { track, channel, receivedOn, answeredOn }: ReportComplaint,
  calendar: Calendar,
): boolean {
  if (track !== 'simple' || answeredOn === null) return false
  return isSpoken(channel)
    ? answeredOn === receivedOn
    : workingDaysBetween(receivedOn, answeredOn, calendar) <= 1
}

const outcomeOf = (finding: Finding | null) =>
  finding === null ? 'undecided' : isVerified(finding) ? 'verified' : 'unverified'

const shareOf = (part: number, whole: number): number | null =>
  whole === 0 ? null : roundHalfUp(part * 100, whole)

/** By name, numbers in their order; what has none comes last. */
function inOrder(one: string | null | undefined, other: string | null | undefined): number {
  if (!one || !other) return one ? -1 : other ? 1 : 0
  return one.localeCompare(other, 'zh-CN', { numeric: true })
}

/** A number that was given again is another window. */
const windowKey = ({ window }: { window: ReportWindow | null }) =>
  window && `${window.number} ${window.business}`

const patrolByWindow = (findings: readonly PatrolFinding[]): ReportFigures['patrol'] =>
  [...Map.groupBy(findings, windowKey).values()]
    .map((group) => {
      const confirmed = group.filter((finding) => finding.confirmed)
      return {
        window: group[0]!.window,
        findings: group.length,
        confirmed: confirmed.length,
        points: 0 - sumOf(confirmed.map(({ points }) => points)),
      }
    })
    .toSorted((one, other) => inOrder(one.window?.number, other.window?.number))
