import { type Calendar, nthWorkingDayAfter } from './calendar.ts'
import { type CaseDates, type CaseDeadline, deadlinesOf } from './case-deadlines.ts'
import { type DeadlineKind, TRACKS, type Track } from './case-file.ts'
import { type Day, monthOf } from './day.ts'
import type { HallPolicy } from './hall-policy.ts'

/** What a change makes of one date of a case received on its first day; null where there is none. */
export type MovedDate = {
  track: Track
  kind: DeadlineKind
  before: Day | null
  after: Day | null
}

const dated = (track: Track, on: Day): CaseDates => ({
  track,
  receivedOn: on,
  acceptedOn: on,
  departmentResultOn: on,
  statementRequestedOn: on,
  verifiedOn: on,
  closedOn: on,
})

/**
 * The dates that a change of policy moves, shown on a case of each track for which everything
 * happened on the change's first day.
 */
export function movedDates(
  before: HallPolicy,
  after: HallPolicy,
  on: Day,
  calendar: Calendar,
): MovedDate[] {
  const due = (all: readonly CaseDeadline[], kind: DeadlineKind) =>
    all.find((each) => each.kind === kind)?.dueOn ?? null
  return TRACKS.flatMap((track) => {
    const old = deadlinesOf(before, dated(track, on), calendar)
    const now = deadlinesOf(after, dated(track, on), calendar)
    const kinds = new Set([...old, ...now].map(({ kind }) => kind))
    return [...kinds]
      .map((kind) => ({ track, kind, before: due(old, kind), after: due(now, kind) }))
      .filter((moved) => moved.before !== moved.after)
  })
}

/** What is done once a month, by the day on which it is. */
export const MONTHLY_STEPS = ['freeze', 'close'] as const
export type MonthlyStep = (typeof MONTHLY_STEPS)[number]

/** A day of the month after that a change moves. */
export type MovedStep = { step: MonthlyStep; before: Day; after: Day }

/** The days after the month's end that a change of policy moves: freeze of ratings, close of points. */
export function movedSteps(
  before: HallPolicy,
  after: HallPolicy,
  on: Day,
  calendar: Calendar,
): MovedStep[] {
  const days = (policy: HallPolicy): Record<MonthlyStep, Day> => ({
    freeze: nthWorkingDayAfter(monthOf(on), policy.ratingFreezeWd, calendar),
    close: nthWorkingDayAfter(monthOf(on), policy.monthCloseWd, calendar),
  })
  const [old, now] = [days(before), days(after)]
  return MONTHLY_STEPS.map((step) => ({ step, before: old[step], after: now[step] })).filter(
    (moved) => moved.before !== moved.after,
  )
}
