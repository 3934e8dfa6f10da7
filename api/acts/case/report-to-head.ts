import { and, eq, isNull } from 'drizzle-orm'
import { tasks } from '../../../db/schema/index.ts'
import type { Transaction } from '../../../db/store.ts'
import { today, type World } from '../../context.ts'
import { nextWorkingDay } from '../../rules/calendar.ts'
import { goesToHead, isReported } from '../../rules/case-workflow.ts'
import type { Track } from '../../rules/case-file.ts'
import type { ComplaintCategory } from '../../rules/complaint.ts'
import type { HallPolicy } from '../../rules/hall-policy.ts'

type Reported = { category: ComplaintCategory; major: boolean; track: Track | null }

/**
 * Open the duty to report a case to the head, due the next working day, or take it back when the
 * case is no longer one that is reported. Bingcha 投诉督查管理制度: complex cases; Qingpu
 * 投诉处置办法: important ones. Integrity and major matters go to the head of every hall.
 */
export async function reportToHead(
  tx: Transaction,
  world: World,
  file: { id: number; hallId: number },
  { steps }: HallPolicy,
  about: Reported,
): Promise<void> {
  const key = String(file.id)
  if (goesToHead(about) || isReported(steps, about)) {
    const dueOn = nextWorkingDay(today(world), world.calendar)
    await tx
      .insert(tasks)
      .values({ hallId: file.hallId, caseId: file.id, kind: 'report-to-head', key, dueOn })
      .onConflictDoNothing()
  } else {
    await tx
      .delete(tasks)
      .where(and(eq(tasks.kind, 'report-to-head'), eq(tasks.key, key), isNull(tasks.doneOn)))
  }
}
