import { tasks } from '../../../db/schema/index.ts'
import type { Transaction } from '../../../db/store.ts'
import { boundsOf, ENTER_YEAR, enterYearKey, yearOf } from '../../rules/calendar-import.ts'
import type { Day } from '../../rules/day.ts'

/**
 * An administrator's duty opens: the working days of a year are to be entered before it begins.
 * Once for a year and hall; gives the ids of the duties that are new.
 */
export async function askForYear(
  tx: Transaction,
  year: number,
  hallIds: readonly number[],
): Promise<number[]> {
  if (hallIds.length === 0) return []
  const opened = await tx
    .insert(tasks)
    .values(
      hallIds.map((hallId) => ({
        hallId,
        kind: ENTER_YEAR,
        key: enterYearKey(year, hallId),
        dueOn: boundsOf(year - 1).last,
      })),
    )
    .onConflictDoNothing()
    .returning({ id: tasks.id })
  return opened.map(({ id }) => id)
}

/** The years that a case's provisional dates wait for. */
export async function askForYearsOf(
  tx: Transaction,
  hallId: number,
  dates: readonly { dueOn: Day; provisional: boolean }[],
): Promise<void> {
  const waiting = dates.filter(({ provisional }) => provisional)
  const years = new Set(waiting.map(({ dueOn }) => yearOf(dueOn)))
  for (const year of years) await askForYear(tx, year, [hallId])
}
