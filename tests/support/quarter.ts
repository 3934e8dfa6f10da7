import { and, eq } from 'drizzle-orm'
import {
  appraisals,
  attendedDays,
  caseVolumes,
  hygieneInspections,
  officers,
  peerMarks,
  ratingCounts,
  staff,
  windows,
} from '../../db/schema/index.ts'
import { closeMonthsDue } from '../../api/jobs/close-month.ts'
import { awardPeriodsDue } from '../../api/jobs/award-periods.ts'
import { firstDayOf, lastDayOf, type Month } from '../../api/rules/day.ts'
import { monthsOfQuarter, type Quarter } from '../../api/rules/quarter.ts'
import { personOf } from './points.ts'
import type { Portal } from './portal.ts'

/** Everybody of a hall attended so many days of some months, entered and confirmed by two. */
export async function attendedIn(
  portal: Portal,
  key: string,
  months: readonly Month[],
  { days = 20, sick = {} }: { days?: number; sick?: Record<string, number> } = {},
): Promise<void> {
  const hall = await portal.hall(key)
  const [desk] = await portal.officersWith('complaintDesk', key)
  const [assessor] = await portal.officersWith('assessmentGroup', key)
  const people = await portal.db.select().from(staff).where(eq(staff.hallId, hall.id))
  await portal.world.store.write(async (tx) => {
    for (const month of months)
      await tx.insert(attendedDays).values(
        people.map(({ id, number }) => ({
          hallId: hall.id,
          staffId: id,
          month,
          days,
          sickDays: month.endsWith('-01') ? (sick[number] ?? 0) : 0,
          enteredBy: desk!.id,
          enteredOn: lastDayOf(month),
          confirmedBy: assessor!.id,
          confirmedOn: lastDayOf(month),
        })),
      )
  })
}

/**
 * What a quarter of Qingpu is decided by besides attended days: the electronic ratings (ten cases a
 * month, seven rated, `low` of them dissatisfied by window), the inspection, everybody's marks.
 */
export async function figuresOfQuarter(
  portal: Portal,
  quarter: Quarter,
  { low = {}, marks = {} }: { low?: Record<string, number>; marks?: Record<string, number> },
): Promise<void> {
  const hall = await portal.hall('qingpu')
  const [desk] = await portal.officersWith('complaintDesk', 'qingpu')
  const [assessor] = await portal.officersWith('assessmentGroup', 'qingpu')
  const months = monthsOfQuarter(quarter)
  const on = lastDayOf(months.at(-1)!)
  const by = {
    enteredBy: desk!.id,
    enteredOn: on,
    confirmedBy: assessor!.id,
    confirmedOn: on,
  }
  const open = await portal.windowsOf('qingpu')
  const people = await portal.db.select().from(staff).where(eq(staff.hallId, hall.id))
  await portal.world.store.write(async (tx) => {
    for (const month of months)
      for (const { id: windowId, number } of open) {
        await tx.insert(caseVolumes).values({
          hallId: hall.id,
          windowId,
          month,
          cases: 10,
          enteredBy: desk!.id,
          enteredOn: on,
        })
        const bad = low[number] ?? 0
        for (const [level, count] of [
          [5, 7 - bad],
          [1, bad],
        ] as const)
          if (count > 0)
            await tx
              .insert(ratingCounts)
              .values({ hallId: hall.id, windowId, day: firstDayOf(month), level, count })
      }
    await tx
      .insert(hygieneInspections)
      .values({ ...by, hallId: hall.id, quarter, inspectedOn: on, inspector: '第三方' })
    await tx.insert(appraisals).values(
      people.map(({ id, number }) => ({
        ...by,
        hallId: hall.id,
        staffId: id,
        period: quarter,
        part: 'daily' as const,
        marks: [marks[number] ?? 80],
      })),
    )
  })
}

/** The months of a hall are closed and its quarters and years decided, as of now. */
export async function closeAndAward(portal: Portal, key: string) {
  const hall = await portal.hall(key)
  await closeMonthsDue(portal.world, hall.id)
  return awardPeriodsDue(portal.world, hall.id)
}

/** The cookie of the officer who is a member of staff, by number. */
export async function signedInAs(portal: Portal, number: string): Promise<string> {
  const person = await personOf(portal, number)
  const [officer] = await portal.db.select().from(officers).where(eq(officers.staffId, person.id))
  if (!officer) throw new Error(`nobody signs in as ${number}`)
  return portal.signedIn(officer.id)
}

/** A window of a hall by its number. */
export async function windowOf(portal: Portal, key: string, number: string) {
  const hall = await portal.hall(key)
  const [window] = await portal.db
    .select()
    .from(windows)
    .where(and(eq(windows.hallId, hall.id), eq(windows.number, number)))
  return window!
}

/** In Bingcha every window marked every other for a month: as `means` says, else 50 of a hundred. */
export async function windowsMarked(
  portal: Portal,
  month: Month,
  means: Record<string, number>,
): Promise<void> {
  const hall = await portal.hall('bingcha')
  const open = await portal.windowsOf('bingcha')
  const [officer] = await portal.officersWith('windowHead', 'bingcha')
  const TOPICS = 4
  await portal.world.store.write((tx) =>
    tx.insert(peerMarks).values(
      open.flatMap((by) =>
        open
          .filter(({ id }) => id !== by.id)
          .map((other) => ({
            hallId: hall.id,
            month,
            byWindowId: by.id,
            forWindowId: other.id,
            marks: Array.from({ length: TOPICS }, () => (means[other.number] ?? 50) / TOPICS),
            givenBy: officer!.id,
            givenOn: lastDayOf(month),
          })),
      ),
    ),
  )
}
