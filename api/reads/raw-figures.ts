import { and, between, count, eq } from 'drizzle-orm'
import { caseFiles, complaints, decisions, outcomes } from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'
import { isVerified } from '../rules/case-file.ts'
import { WITHHOLDING_REASONS } from '../rules/closing.ts'
import { CATEGORIES } from '../rules/complaint.ts'
import { firstDayOf, lastDayOf, type Month } from '../rules/day.ts'
import type { RawFigures } from '../rules/outcome-figures.ts'

/** What a month of a hall came to, with nothing left out: for the release, never for the public. */
export async function rawFigures(db: Reader, hallId: number, month: Month): Promise<RawFigures> {
  const days = [firstDayOf(month), lastDayOf(month)] as const
  const [received] = await db
    .select({ count: count() })
    .from(complaints)
    .where(and(eq(complaints.hallId, hallId), between(complaints.receivedOn, ...days)))
  const [accepted] = await db
    .select({ count: count() })
    .from(caseFiles)
    .where(and(eq(caseFiles.hallId, hallId), between(caseFiles.acceptedOn, ...days)))
  const decided = await db
    .select({ category: complaints.category, finding: decisions.finding, count: count() })
    .from(decisions)
    .innerJoin(caseFiles, eq(caseFiles.id, decisions.caseId))
    .innerJoin(complaints, eq(complaints.id, caseFiles.complaintId))
    .where(
      and(
        eq(caseFiles.hallId, hallId),
        eq(decisions.approved, true),
        between(decisions.decidedOn, ...days),
      ),
    )
    .groupBy(complaints.category, decisions.finding)
  const inBatch = await db
    .select({ withheld: outcomes.withheld, count: count() })
    .from(outcomes)
    .where(and(eq(outcomes.hallId, hallId), eq(outcomes.batch, month)))
    .groupBy(outcomes.withheld)
  const decidedOf = (category: string, verified: boolean) =>
    decided
      .filter((row) => row.category === category && isVerified(row.finding) === verified)
      .reduce((sum, row) => sum + row.count, 0)
  return {
    received: received?.count ?? 0,
    accepted: accepted?.count ?? 0,
    decided: CATEGORIES.map((category) => ({
      category,
      verified: decidedOf(category, true),
      unverified: decidedOf(category, false),
    })),
    published: inBatch.find(({ withheld }) => withheld === null)?.count ?? 0,
    withheld: Object.fromEntries(
      WITHHOLDING_REASONS.map((reason) => [
        reason,
        inBatch.find(({ withheld }) => withheld === reason)?.count ?? 0,
      ]),
    ),
  }
}
