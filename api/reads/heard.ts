import { and, eq, isNotNull } from 'drizzle-orm'
import { inquiryNotes, statementRequests } from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'
import type { InquiryRole } from '../rules/case-file.ts'

/**
 * Who was heard in a case, by the notes taken; the person complained about also by a written
 * statement (情况说明).
 */
export async function heardIn(db: Reader, caseId: number): Promise<InquiryRole[]> {
  const notes = await db
    .select({ role: inquiryNotes.role })
    .from(inquiryNotes)
    .where(eq(inquiryNotes.caseId, caseId))
  const stated = await db
    .select({ id: statementRequests.id })
    .from(statementRequests)
    .where(and(eq(statementRequests.caseId, caseId), isNotNull(statementRequests.statedOn)))
    .limit(1)
  return [...notes.map(({ role }) => role), ...stated.map(() => 'subject' as const)]
}
