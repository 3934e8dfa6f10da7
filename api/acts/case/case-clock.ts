import { and, eq, inArray, isNull, min } from 'drizzle-orm'
import { caseFiles, deadlines } from '../../../db/schema/index.ts'
import type { Transaction } from '../../../db/store.ts'
import type { CaseDeadline } from '../../rules/case-deadlines.ts'
import type { DeadlineKind } from '../../rules/case-file.ts'
import type { Day } from '../../rules/day.ts'

type File = { id: number; hallId: number }

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
    await tx
      .insert(deadlines)
      .values(added.map((deadline) => ({ ...deadline, hallId: file.hallId, caseId: file.id })))
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

/** Put a later date in the place of a running clock; gives the new deadline's id. */
export async function replaceDeadline(
  tx: Transaction,
  deadlineId: number,
  by: CaseDeadline & { hallId: number; caseId: number },
): Promise<number> {
  const [added] = await tx.insert(deadlines).values(by).returning({ id: deadlines.id })
  await tx.update(deadlines).set({ replacedBy: added!.id }).where(eq(deadlines.id, deadlineId))
  await settleNextDue(tx, by.caseId)
  return added!.id
}
