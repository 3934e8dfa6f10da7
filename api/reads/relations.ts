import { and, asc, eq } from 'drizzle-orm'
import { caseFiles, officers, recusals, staff, windows } from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'
import type { Officer } from '../context.ts'

/**
 * The relations declared in an officer's hall: their own, or everybody's. The number of a case is
 * told only to whom the relation keeps away from it, and who declared it knows it anyway.
 */
export async function relationsFor(db: Reader, officer: Officer, whose: 'own' | 'all') {
  const rows = await db
    .select({
      relation: recusals,
      officer: { id: officers.publicId, name: officers.name },
      staff: staff.name,
      window: windows.number,
      business: windows.business,
      caseNumber: caseFiles.number,
    })
    .from(recusals)
    .innerJoin(officers, eq(officers.id, recusals.officerId))
    .leftJoin(staff, eq(staff.id, recusals.staffId))
    .leftJoin(windows, eq(windows.id, recusals.windowId))
    .leftJoin(caseFiles, eq(caseFiles.id, recusals.caseId))
    .where(
      and(
        eq(recusals.hallId, officer.hallId),
        whose === 'own' ? eq(recusals.officerId, officer.id) : undefined,
      ),
    )
    .orderBy(asc(recusals.id))
  return rows.map(({ relation, ...row }) => ({
    id: relation.id,
    officer: row.officer,
    own: relation.officerId === officer.id,
    staff: row.staff,
    window: row.window === null ? null : `${row.window} ${row.business}`,
    aboutCase: relation.caseId !== null,
    caseNumber: relation.officerId === officer.id ? row.caseNumber : null,
    reason: relation.reason,
    declaredOn: relation.declaredOn,
  }))
}
