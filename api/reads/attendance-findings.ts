import { and, asc, between, eq } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { attendanceFindings, officers, scoreEntries, staff } from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'
import type { Officer } from '../context.ts'
import { arrivalOf, convertedAbsence } from '../rules/attendance-conversion.ts'
import { type Day, firstDayOf, lastDayOf, type Month } from '../rules/day.ts'
import type { HallPolicy } from '../rules/hall-policy.ts'
import { absenceBreach } from '../rules/patrol-rounds.ts'

const finder = alias(officers, 'finder')

const found = (db: Reader, hallId: number, { from, until }: { from: Day; until: Day }) =>
  db
    .select({
      finding: attendanceFindings,
      staff: { id: staff.id, number: staff.number, name: staff.name },
      foundBy: finder.name,
      confirmed: scoreEntries.confirmed,
    })
    .from(attendanceFindings)
    .innerJoin(staff, eq(staff.id, attendanceFindings.staffId))
    .innerJoin(finder, eq(finder.id, attendanceFindings.foundBy))
    .leftJoin(scoreEntries, eq(scoreEntries.id, attendanceFindings.entryId))
    .where(and(eq(attendanceFindings.hallId, hallId), between(attendanceFindings.day, from, until)))
    .orderBy(asc(attendanceFindings.day), asc(attendanceFindings.id))

type Row = Awaited<ReturnType<typeof found>>[number]

/** Whether a finding counts: its deduction is confirmed, or it is itself. */
const counts = ({ finding, confirmed }: Row): boolean =>
  finding.entryId === null ? finding.confirmedBy !== null : confirmed === true

/**
 * A month's attendance findings and, where the hall reckons absence in half days, what each
 * person's confirmed ones come to.
 */
export async function findingsOfMonth(
  db: Reader,
  officer: Pick<Officer, 'id' | 'staffId' | 'hallId'>,
  policy: HallPolicy,
  month: Month,
) {
  const rows = await found(db, officer.hallId, { from: firstDayOf(month), until: lastDayOf(month) })
  const byPerson = Map.groupBy(rows.filter(counts), (row) => row.staff.id)
  return {
    findings: rows.map((row) => ({
      id: row.finding.publicId,
      number: row.staff.number,
      name: row.staff.name,
      day: row.finding.day!,
      kind: row.finding.kind,
      minutes: row.finding.minutes,
      /** Late, or only after the time people are asked to be there. */
      arrival:
        row.finding.kind === 'late' && row.finding.minutes !== null
          ? arrivalOf(row.finding.minutes, policy.attendance)
          : null,
      /** Away longer than the norm allows, with points or without. */
      breach: row.finding.kind === 'away' && absenceBreach(policy.patrol, row.finding.minutes ?? 0),
      foundBy: row.foundBy,
      state: counts(row)
        ? ('confirmed' as const)
        : row.confirmed === false
          ? ('rejected' as const)
          : ('proposed' as const),
      /** Stands among the points, where it is confirmed. */
      isEntry: row.finding.entryId !== null,
      yours: row.finding.foundBy !== officer.id && row.finding.staffId !== officer.staffId,
    })),
    converted:
      policy.attendance.conversion === null
        ? null
        : [...byPerson.values()].map((own) => ({
            number: own[0]!.staff.number,
            name: own[0]!.staff.name,
            ...convertedAbsence(
              own.flatMap(({ finding: { kind, minutes } }) =>
                kind === 'markMissing' || minutes === null ? [] : [{ kind, minutes }],
              ),
              policy.attendance,
            )!,
          })),
  }
}

/** How often each member of staff was late or early in a stretch of time, as far as it counts. */
export async function timesLateOrEarly(
  db: Reader,
  hallId: number,
  policy: HallPolicy,
  span: { from: Day; until: Day },
): Promise<ReadonlyMap<number, number>> {
  return timesBy(await found(db, hallId, span), (row) =>
    row.finding.kind === 'late' ? isLate(row, policy) : row.finding.kind === 'early',
  )
}

/** How many attendance findings of any kind each member of staff has in a stretch of time. */
export async function timesFoundAway(
  db: Reader,
  hallId: number,
  policy: HallPolicy,
  span: { from: Day; until: Day },
): Promise<ReadonlyMap<number, number>> {
  return timesBy(
    await found(db, hallId, span),
    (row) => row.finding.kind !== 'late' || isLate(row, policy),
  )
}

const isLate = ({ finding }: Row, { attendance }: HallPolicy): boolean =>
  arrivalOf(finding.minutes ?? 0, attendance) === 'late'

function timesBy(rows: readonly Row[], holds: (row: Row) => boolean): ReadonlyMap<number, number> {
  const counted = rows.filter((row) => counts(row) && holds(row))
  return new Map(
    [...Map.groupBy(counted, (row) => row.staff.id)].map(([id, { length }]) => [id, length]),
  )
}
