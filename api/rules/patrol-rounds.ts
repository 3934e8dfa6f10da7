import { type Calendar, isWorkingDay } from './calendar.ts'
import { addDays, type Day, dayOf } from './day.ts'
import type { HallPolicy } from './hall-policy.ts'
import { closingTime, type OpeningHours, shiftsOn, type Time } from './opening-hours.ts'
import { timeOf } from './time-of-day.ts'

/** The half of a day a round belongs to. */
export const SESSIONS = ['morning', 'afternoon'] as const
export type Session = (typeof SESSIONS)[number]

/** A round a day owes: in which session, null for any time of the day, and by when. */
export type OwedRound = { session: Session | null; by: Time }

type Patrol = Pick<HallPolicy, 'patrol' | 'openingHours'>

/**
 * The rounds a day owes (巡查). Qingpu 窗口巡查制度: two at set times, one in each session, by the
 * session's end. Anci 巡查办法, task one: irregular checks every day, so at least one at any time
 * until the hall closes; Bingcha 值班制度: whoever is on duty goes round. None on a rest day.
 */
export function roundsOwed(
  { patrol, openingHours }: Patrol,
  day: Day,
  calendar: Calendar,
): OwedRound[] {
  if (!isWorkingDay(day, calendar)) return []
  const closes = closingTime(day, openingHours)
  const shifts = shiftsOn(day, openingHours)
  return Array.from({ length: patrol.roundsPerDay }, (_, nth): OwedRound => {
    if (!patrol.timed) return { session: null, by: closes }
    const session = nth === 0 ? 'morning' : 'afternoon'
    return { session, by: (nth === 0 ? shifts[0]?.closes : undefined) ?? closes }
  })
}

/** The session a time of day belongs to: the morning until its shift closes. */
export function sessionOf(at: Time, day: Day, openingHours: OpeningHours): Session {
  const [first, second] = shiftsOn(day, openingHours)
  const noon = second ? first!.closes : (first?.closes ?? at)
  return at <= noon ? 'morning' : 'afternoon'
}

/** An owed round as it stands: done, still open, or missed once its time is over. */
export type RoundStanding = OwedRound & { stands: 'done' | 'open' | 'missed' }

/**
 * How a day's rounds stand at a moment. A round in its session does the one owed there; where no
 * session is set any round does, each one of them. A missed round stays a gap for good.
 */
export function roundsOn(
  policy: Patrol,
  day: Day,
  made: readonly Session[],
  now: Date,
  calendar: Calendar,
): RoundStanding[] {
  const isOver = (by: Time) => day < dayOf(now) || (day === dayOf(now) && timeOf(now) >= by)
  return roundsOwed(policy, day, calendar).map((owed, nth) => {
    const done = owed.session === null ? made.length > nth : made.includes(owed.session)
    return { ...owed, stands: done ? 'done' : isOver(owed.by) ? 'missed' : 'open' }
  })
}

/** The last days, today first, each with the rounds it owes; none before the hall was there. */
export function patrolDays(
  policy: Patrol,
  { now, days, openedOn }: { now: Date; days: number; openedOn: Day },
  made: readonly { day: Day; session: Session }[],
  calendar: Calendar,
): { day: Day; rounds: RoundStanding[] }[] {
  return Array.from({ length: days }, (_, back) => {
    const day = addDays(dayOf(now), -back)
    const own = made.filter((round) => round.day === day).map(({ session }) => session)
    return { day, rounds: day < openedOn ? [] : roundsOn(policy, day, own, now, calendar) }
  })
}

/** Whether a round was made without the recorder it needs. Anci 巡查办法, task two. */
export const lacksRecorder = ({ recorder }: HallPolicy['patrol'], isWorn: boolean): boolean =>
  recorder && !isWorn

/**
 * Whether an absence from the window is a breach of the norm, whatever it costs. Anci
 * 窗口工作人员行为规范, desk: away at most fifteen minutes, with the sign that shows since when; so
 * twenty minutes are a breach without points. Fifteen itself is none. False where a hall has no
 * such limit.
 */
export const absenceBreach = (
  { longestAbsenceMinutes }: HallPolicy['patrol'],
  minutes: number,
): boolean => longestAbsenceMinutes !== null && minutes > longestAbsenceMinutes
