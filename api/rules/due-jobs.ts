import { type Calendar, isWorkingDay } from './calendar.ts'
import { addDays, type Day, dayOf } from './day.ts'
import type { HallPolicy } from './hall-policy.ts'
import { closingTime, type Time } from './opening-hours.ts'
import { timeOf } from './time-of-day.ts'

/** When something the portal does by itself is due. */
export type Schedule =
  | { every: 'minutes'; minutes: number }
  /** Once a day, from a time of day on. */
  | ({ every: 'day'; from: Time } & Days)
  /** Once a day in every hall that `where` picks, from a time of day, closing or the hall's own time on. */
  | ({
      every: 'hallDay'
      from: Time | 'closing' | ((policy: HallPolicy) => Time)
      where?: (policy: HallPolicy) => boolean
    } & Days)

type Days = {
  workingDaysOnly: boolean
  /** How many days before today are made up for when they were missed. */
  daysBack: number
}

/** A job by its name, and when it is due. */
type Scheduled = { name: string; when: Schedule }

/** A hall, what it lives by, and since when. */
export type OpenHall = { id: number; policy: HallPolicy; openedOn: Day }

/** What was done so far. */
export type LastRuns = {
  /** Jobs and keys that are done, each as `runName` writes it. */
  done: ReadonlySet<string>
  /** The first day a job was ever done for: nothing before it is made up for. */
  firstDays: ReadonlyMap<string, Day>
  /** When a job of every few minutes was last done. */
  lastAt: ReadonlyMap<string, Date>
}

/** One thing to do now. The key is the same whenever the same thing is due. */
export type DueJob = { name: string; key: string; day: Day; hallId: number | null }

/** The key of what is done every few minutes. */
export const LAST = 'last'

/** How a job and its key are written together. */
export const runName = (job: string, key: string): string => `${job} ${key}`

const MINUTE_MS = 60_000

/**
 * What is due at a moment and not yet done, oldest day first. A day is due from its time on, and
 * for `daysBack` days after, each once: a server that was down catches up, a clock that went
 * forward finds at most so many days, a clock that went back finds its days done. What runs every
 * few minutes runs at once when it was last done in what is now the future.
 */
export function dueJobs(
  jobs: readonly Scheduled[],
  runs: LastRuns,
  now: Date,
  calendar: Calendar,
  halls: readonly OpenHall[],
): DueJob[] {
  const today = dayOf(now)
  return jobs.flatMap(({ name, when }): DueJob[] => {
    if (when.every === 'minutes') {
      return isDueAgain(when.minutes, runs.lastAt.get(name), now)
        ? [{ name, key: LAST, day: today, hallId: null }]
        : []
    }
    const since = runs.firstDays.get(name) ?? today
    if (when.every === 'day') {
      return daysOf(when, since, now, calendar, () => when.from).flatMap((day) =>
        unlessDone(runs, { name, key: day, day, hallId: null }),
      )
    }
    const { where = () => true } = when
    return halls
      .filter(({ policy }) => where(policy))
      .flatMap((hall) => {
        const from = (day: Day) => {
          if (typeof when.from === 'function') return when.from(hall.policy)
          return when.from === 'closing' ? closingTime(day, hall.policy.openingHours) : when.from
        }
        const first = hall.openedOn > since ? hall.openedOn : since
        return daysOf(when, first, now, calendar, from).flatMap((day) =>
          unlessDone(runs, { name, key: `${day}:${hall.id}`, day, hallId: hall.id }),
        )
      })
  })
}

const isDueAgain = (minutes: number, lastAt: Date | undefined, now: Date): boolean => {
  if (!lastAt) return true
  const since = now.getTime() - lastAt.getTime()
  return since < 0 || since >= minutes * MINUTE_MS
}

const unlessDone = (runs: LastRuns, due: DueJob): DueJob[] =>
  runs.done.has(runName(due.name, due.key)) ? [] : [due]

function daysOf(
  { workingDaysOnly, daysBack }: Days,
  since: Day,
  now: Date,
  calendar: Calendar,
  from: (day: Day) => Time,
): Day[] {
  const today = dayOf(now)
  const earliest = addDays(today, -daysBack)
  const days: Day[] = []
  for (let day = since > earliest ? since : earliest; day <= today; day = addDays(day, 1)) {
    const begun = day < today || timeOf(now) >= from(day)
    if (begun && (!workingDaysOnly || isWorkingDay(day, calendar))) days.push(day)
  }
  return days
}
