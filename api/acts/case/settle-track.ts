import { and, eq, inArray } from 'drizzle-orm'
import { caseDepartments, departments } from '../../../db/schema/index.ts'
import type { Transaction } from '../../../db/store.ts'
import { tracksFor } from '../../reads/case-choices.ts'
import type { CaseInSight } from '../../reads/case-in-sight.ts'
import { Invalid, Refused } from '../../refused.ts'
import type { Track } from '../../rules/case-file.ts'
import { trackRefusal } from '../../rules/closing.ts'

/**
 * The departments named for a case, once the track fits them. Two or more departments make a case
 * complex, and where complex cases go through a meeting of the departments (Anci 群众投诉处理办法)
 * there have to be two.
 */
export async function settleTrack(
  tx: Transaction,
  found: Pick<CaseInSight, 'complaint' | 'file' | 'policy'>,
  track: Track,
  named: readonly number[],
): Promise<void> {
  if (!tracksFor(found).includes(track)) throw new Refused('track-not-offered')
  const ids = [...new Set(named)]
  const known = await tx
    .select({ id: departments.id })
    .from(departments)
    .where(and(eq(departments.hallId, found.file.hallId), inArray(departments.id, ids)))
  if (known.length !== ids.length) throw new Invalid({ departments: ['unknown-choice'] })
  const refusal = trackRefusal(track, ids.length)
  if (refusal) throw new Refused(refusal)
  const meets = found.policy.steps.coordinationMeeting && track === 'complex'
  if (meets && ids.length < 2) throw new Refused('complex-needs-departments')

  const before = await tx
    .select()
    .from(caseDepartments)
    .where(eq(caseDepartments.caseId, found.file.id))
  const kept = before.filter(({ departmentId }) => ids.includes(departmentId))
  const dropped = before.filter((row) => !kept.includes(row)).map((row) => row.departmentId)
  await tx
    .delete(caseDepartments)
    .where(
      and(
        eq(caseDepartments.caseId, found.file.id),
        inArray(caseDepartments.departmentId, dropped),
      ),
    )
  const added = ids.filter((id) => !kept.some(({ departmentId }) => departmentId === id))
  if (added.length > 0) {
    await tx
      .insert(caseDepartments)
      .values(added.map((departmentId) => ({ caseId: found.file.id, departmentId })))
  }
}
