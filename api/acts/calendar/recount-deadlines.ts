import { and, asc, eq, gt, gte, inArray, isNull, like } from 'drizzle-orm'
import {
  calendarYears,
  caseFiles,
  complaints,
  deadlineMoves,
  deadlines,
  statementRequests,
  tasks,
} from '../../../db/schema/index.ts'
import type { Transaction } from '../../../db/store.ts'
import { today, type World } from '../../context.ts'
import { knownCalendar } from '../../reads/known-calendar.ts'
import { boundsOf, ENTER_YEAR, recounted } from '../../rules/calendar-import.ts'
import { SETTLED_STATES } from '../../rules/case-file.ts'
import type { Day } from '../../rules/day.ts'
import { isToldClock } from '../../rules/told-to-complainant.ts'
import { settleNextDue } from '../case/case-clock.ts'
import { tellComplainant } from '../case/tell-complainant.ts'
import { record } from '../record.ts'

/** So many dates are counted anew in one transaction, always whole cases. */
const PIECE = 200

type Year = typeof calendarYears.$inferSelect
type Deadline = typeof deadlines.$inferSelect
type OpenDate = {
  deadline: Deadline
  file: typeof caseFiles.$inferSelect
  complaint: { id: number }
}
type Move = { deadline: Deadline; to: Day }

/**
 * Count every open date anew by the years entered last, piece by piece; what an earlier recount
 * left undone when it was cut short is done first. Gives the number of dates that moved.
 */
export async function recountDeadlines(world: World): Promise<number> {
  world.calendar = await knownCalendar(world.store.read)
  let moved = 0
  for (;;) {
    const ofPiece = await world.store.write((tx) => recountPiece(tx, world))
    if (ofPiece === null) return moved
    moved += ofPiece
  }
}

async function recountPiece(tx: Transaction, world: World): Promise<number | null> {
  const [year] = await tx
    .select()
    .from(calendarYears)
    .where(isNull(calendarYears.recountedOn))
    .orderBy(asc(calendarYears.id))
    .limit(1)
  if (!year) return null
  const found = await nextDates(tx, year)
  const last = found.at(-1)?.file.id
  if (last === undefined) {
    await finish(tx, world, year)
    return 0
  }
  const byCase = Map.groupBy(found, ({ file }) => file.id)
  let moved = 0
  for (const ofCase of byCase.values()) moved += await recountCase(tx, world, year, ofCase)
  await tx.update(calendarYears).set({ recountedTo: last }).where(eq(calendarYears.id, year.id))
  return moved
}

/** The next open dates that may hang on the year: those due in it or after it. */
async function nextDates(tx: Transaction, year: Year): Promise<OpenDate[]> {
  const rows = await tx
    .select({ deadline: deadlines, file: caseFiles, complaint: { id: complaints.id } })
    .from(deadlines)
    .innerJoin(caseFiles, eq(caseFiles.id, deadlines.caseId))
    .innerJoin(complaints, eq(complaints.id, caseFiles.complaintId))
    .where(
      and(
        gte(deadlines.dueOn, boundsOf(year.year).first),
        isNull(deadlines.metOn),
        isNull(deadlines.replacedBy),
        gt(deadlines.caseId, year.recountedTo),
      ),
    )
    .orderBy(asc(deadlines.caseId), asc(deadlines.id))
    .limit(PIECE + 1)
  if (rows.length <= PIECE) return rows
  const cut = rows.at(-1)!.file.id
  return rows.filter(({ file }) => file.id !== cut)
}

async function recountCase(
  tx: Transaction,
  world: World,
  year: Year,
  ofCase: readonly OpenDate[],
): Promise<number> {
  const moves: Move[] = []
  for (const { deadline } of ofCase) {
    const { dueOn, provisional } = recounted(deadline, world.calendar)
    if (dueOn === deadline.dueOn && provisional === deadline.provisional) continue
    await tx.update(deadlines).set({ dueOn, provisional }).where(eq(deadlines.id, deadline.id))
    if (dueOn !== deadline.dueOn) moves.push({ deadline, to: dueOn })
  }
  const { file, complaint } = ofCase[0]!
  if (moves.length === 0) return 0
  await enterMoves(tx, world, year, moves)
  await settleNextDue(tx, file.id)
  await record(tx, world, {
    hallId: file.hallId,
    kind: 'deadlines-moved',
    object: `case:${file.id}`,
    officerId: year.enteredBy,
    particulars: {
      year: year.year,
      moves: moves.map(({ deadline, to }) => `${deadline.id}:${deadline.dueOn}:${to}`).join(' '),
    },
    dayOnly: true,
  })
  const told = moves.some(({ deadline }) => isToldClock(deadline.kind))
  if (told && !SETTLED_STATES.includes(file.state)) {
    await tellComplainant(tx, world, { file, complaint }, 'deadline-moved', `moved:${year.id}`)
  }
  return moves.length
}

/** The ledger; a person who was asked for a statement has the moved date too. */
async function enterMoves(
  tx: Transaction,
  world: World,
  year: Year,
  moves: readonly Move[],
): Promise<void> {
  await tx.insert(deadlineMoves).values(
    moves.map(({ deadline: { id, hallId, caseId, dueOn }, to }) => ({
      hallId,
      caseId,
      deadlineId: id,
      fromDay: dueOn,
      toDay: to,
      yearId: year.id,
      movedOn: today(world),
    })),
  )
  for (const { deadline, to } of moves) {
    if (deadline.kind !== 'statement') continue
    await tx
      .update(statementRequests)
      .set({ dueOn: to })
      .where(
        and(
          eq(statementRequests.caseId, deadline.caseId),
          eq(statementRequests.dueOn, deadline.dueOn),
          isNull(statementRequests.statedOn),
        ),
      )
  }
}

/** Everything hangs on the year now: the duty to enter it is done, in every hall. */
async function finish(tx: Transaction, world: World, year: Year): Promise<void> {
  const day = today(world)
  await tx.update(calendarYears).set({ recountedOn: day }).where(eq(calendarYears.id, year.id))
  const open = await tx
    .select({ id: tasks.id })
    .from(tasks)
    .where(and(eq(tasks.kind, ENTER_YEAR), like(tasks.key, `${year.year}:%`), isNull(tasks.doneOn)))
  if (open.length === 0) return
  await tx
    .update(tasks)
    .set({ doneOn: day, doneBy: year.enteredBy })
    .where(
      inArray(
        tasks.id,
        open.map(({ id }) => id),
      ),
    )
}
