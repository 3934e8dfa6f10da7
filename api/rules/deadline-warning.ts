import { type Calendar, workingDaysBetween } from './calendar.ts'
import type { DeadlineKind } from './case-file.ts'
import type { FilingLimit } from './deadline-basis.ts'
import type { Day } from './day.ts'
import type { HallPolicy } from './hall-policy.ts'

/** near: some working days are left. today: none is left. missed: it passed without the work. */
export const DEADLINE_WARNINGS = ['near', 'today', 'missed'] as const
export type DeadlineWarning = (typeof DEADLINE_WARNINGS)[number]

type DateKind = DeadlineKind | FilingLimit

/**
 * Where an open deadline stands on a day, null while there is time. It is missed when the hall
 * has closed on its last day (`closed`), by whichever clock: acceptance, the promised date,
 * Qingpu 投诉处置办法 three and ten working days, Anci 投诉处理办法 the coordination opinion,
 * Bingcha 否定报备制度 review, notice and report. A
 * sending organ's limit is near one working day before, as the policy says.
 */
export function deadlineWarning(
  policy: HallPolicy,
  { kind, dueOn }: { kind: DateKind; dueOn: Day },
  day: Day,
  closed: boolean,
  calendar: Calendar,
): DeadlineWarning | null {
  return dateWarning(dueOn, soonWd(policy, kind), day, closed, calendar)
}

/** Where any date stands on a day, when it is near so many working days before. */
export function dateWarning(
  dueOn: Day,
  soonWd: number,
  day: Day,
  closed: boolean,
  calendar: Calendar,
): DeadlineWarning | null {
  if (dueOn < day || (closed && dueOn === day)) return 'missed'
  const left = workingDaysBetween(day, dueOn, calendar)
  if (left === 0) return 'today'
  return left <= soonWd ? 'near' : null
}

const soonWd = ({ clocks, escalation }: HallPolicy, kind: DateKind): number =>
  kind === 'external' ? clocks.externalReminderWd : escalation.soonWd
