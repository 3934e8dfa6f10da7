import { and, eq, inArray, isNull, min } from 'drizzle-orm'
import { caseFiles, deadlines } from '../../../db/schema/index.ts'
import type { Transaction } from '../../../db/store.ts'
import type { World } from '../../context.ts'
import type { CaseInSight } from '../../reads/case-in-sight.ts'
import { type CaseDates, type CaseDeadline, deadlinesOf } from '../../rules/case-deadlines.ts'
import { DEADLINE_KINDS, type DeadlineKind } from '../../rules/case-file.ts'
import type { Day } from '../../rules/day.ts'
import { askForYearsOf } from '../calendar/ask-for-year.ts'

type File = { id: number; hallId: number }

/** The clocks that a reply stops; all of them run towards it. */
export const REPLY_CLOCKS: readonly DeadlineKind[] = [
  'reply',
  'promise',
  'external',
  'maximum',
  'replyAfterDepartment',
  'coordinationOpinion',
]

/** The clocks that the approval of a reply stops: the sending organ waits for a letter of its own. */
export const ANSWER_CLOCKS = REPLY_CLOCKS.filter((kind) => kind !== 'external')

/** Keep the queue's date in step with the open deadlines; the last possible day is no task of its own. */
export async function settleNextDue(tx: Transaction, caseId: number): Promise<void> {
  const [next] = await tx
    .select({ dueOn: min(deadlines.dueOn) })
    .from(deadlines)
    .where(and(eq(deadlines.caseId, caseId), isNull(deadlines.metOn), isNull(deadlines.replacedBy)))
  await tx
    .update(caseFiles)
    .set({ nextDueOn: next?.dueOn ?? null })
    .where(eq(caseFiles.id, caseId))
}

type NewDeadline = CaseDeadline & { hallId: number; caseId: number }

/** Enter dates; one beyond the announced years opens the duty to enter its year. */
async function enterDeadlines(tx: Transaction, wanted: readonly NewDeadline[]): Promise<number[]> {
  const added = await tx
    .insert(deadlines)
    .values([...wanted])
    .returning({ id: deadlines.id })
  await askForYearsOf(tx, wanted[0]!.hallId, wanted)
  return added.map(({ id }) => id)
}

/** Start the clocks that are not running yet; a kind that already runs keeps its date. */
export async function startClocks(
  tx: Transaction,
  file: File,
  wanted: readonly CaseDeadline[],
): Promise<void> {
  const running = await tx
    .select({ kind: deadlines.kind })
    .from(deadlines)
    .where(and(eq(deadlines.caseId, file.id), isNull(deadlines.replacedBy)))
  const known = new Set(running.map(({ kind }) => kind))
  const added = wanted.filter(({ kind }) => !known.has(kind))
  if (added.length > 0) {
    await enterDeadlines(
      tx,
      added.map((deadline) => ({ ...deadline, hallId: file.hallId, caseId: file.id })),
    )
  }
  await settleNextDue(tx, file.id)
}

/** Start one more clock, whatever runs already. */
export async function runClock(tx: Transaction, file: File, clock: CaseDeadline): Promise<void> {
  await enterDeadlines(tx, [{ ...clock, hallId: file.hallId, caseId: file.id }])
  await settleNextDue(tx, file.id)
}

type Counting = Pick<CaseInSight, 'file' | 'complaint' | 'policy'>

/** Start the clock of the step that follows one just done. */
export async function runStepClock(
  tx: Transaction,
  world: World,
  { file, complaint, policy }: Counting,
  kind: DeadlineKind,
  done: Partial<CaseDates>,
): Promise<void> {
  const dates = { track: file.track ?? 'investigated', receivedOn: complaint.receivedOn, ...done }
  const clocks = deadlinesOf(policy, dates, world.calendar)
  await startClocks(
    tx,
    file,
    clocks.filter((clock) => clock.kind === kind),
  )
}

/**
 * Count anew once the track is known: clocks that no longer belong to the case give way to the
 * ones that now do, and kinds that are running already keep their date.
 */
export async function recountClocks(
  tx: Transaction,
  file: File,
  wanted: readonly CaseDeadline[],
): Promise<void> {
  await startClocks(tx, file, wanted)
  const running = await tx
    .select()
    .from(deadlines)
    .where(
      and(eq(deadlines.caseId, file.id), isNull(deadlines.metOn), isNull(deadlines.replacedBy)),
    )
  const stays = running.filter(({ kind }) => wanted.some((one) => one.kind === kind))
  const successor = stays.find(({ kind }) => REPLY_CLOCKS.includes(kind)) ?? stays[0]
  const leaving = running.filter((one) => REPLY_CLOCKS.includes(one.kind) && !stays.includes(one))
  if (successor && leaving.length > 0) {
    const ids = leaving.map(({ id }) => id)
    await tx.update(deadlines).set({ replacedBy: successor.id }).where(inArray(deadlines.id, ids))
  }
  await settleNextDue(tx, file.id)
}

/** Stop clocks because what they count towards was done on a day. */
export async function meetDeadlines(
  tx: Transaction,
  caseId: number,
  kinds: readonly DeadlineKind[],
  on: Day,
): Promise<void> {
  await tx
    .update(deadlines)
    .set({ metOn: on })
    .where(
      and(
        eq(deadlines.caseId, caseId),
        inArray(deadlines.kind, [...kinds]),
        isNull(deadlines.metOn),
        isNull(deadlines.replacedBy),
      ),
    )
  await settleNextDue(tx, caseId)
}

/** Stop the clocks of a case that ends; who sent it on is still to be answered. */
export const stopClocks = (tx: Transaction, caseId: number, on: Day): Promise<void> =>
  meetDeadlines(
    tx,
    caseId,
    DEADLINE_KINDS.filter((kind) => kind !== 'external'),
    on,
  )

/** Put a later date in the place of a running clock; gives the new deadline's id. */
export async function replaceDeadline(
  tx: Transaction,
  deadlineId: number,
  by: CaseDeadline & { hallId: number; caseId: number },
): Promise<number> {
  const [added] = await enterDeadlines(tx, [by])
  await tx.update(deadlines).set({ replacedBy: added! }).where(eq(deadlines.id, deadlineId))
  await settleNextDue(tx, by.caseId)
  return added!
}
