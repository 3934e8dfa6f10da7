import { eq } from 'drizzle-orm'
import { caseFiles, complaints, halls, outcomes } from '../../../db/schema/index.ts'
import type { Transaction } from '../../../db/store.ts'
import { today, type World } from '../../context.ts'
import { policyOfCase } from '../../reads/policies.ts'
import { withholdingFacts } from '../../reads/withholding-facts.ts'
import { Refused } from '../../refused.ts'
import { withheldReason } from '../../rules/closing.ts'
import { holdUntilOf } from '../../rules/outcome-release.ts'
import { record } from '../record.ts'

/**
 * Open the outcome of a case that was just put away or taken back, inside that act's transaction:
 * held back for the policy's working days, and withheld at once where the case itself forbids
 * showing it. Opened twice, it stays as it is.
 */
export async function openOutcome(
  tx: Transaction,
  world: World,
  { caseId }: { caseId: number },
): Promise<void> {
  const [row] = await tx
    .select({ file: caseFiles, complaint: complaints, hall: halls })
    .from(caseFiles)
    .innerJoin(complaints, eq(complaints.id, caseFiles.complaintId))
    .innerJoin(halls, eq(halls.id, caseFiles.hallId))
    .where(eq(caseFiles.id, caseId))
  if (!row) throw new Refused('no-such-case')
  const { file, complaint, hall } = row
  const archivedOn = file.archivedOn ?? today(world)
  const withheld = withheldReason(withholdingFacts({ file, complaint }))
  const [opened] = await tx
    .insert(outcomes)
    .values({
      publicId: world.random.id(16),
      hallId: hall.id,
      caseId,
      holdUntil: holdUntilOf(archivedOn, policyOfCase(hall, file).publish, world.calendar),
      withheld,
      withheldOn: withheld && today(world),
    })
    .onConflictDoNothing()
    .returning({ id: outcomes.id, holdUntil: outcomes.holdUntil })
  if (!opened) return
  await record(tx, world, {
    hallId: hall.id,
    kind: 'outcome-opened',
    object: `case:${caseId}`,
    officerId: null,
    particulars: { outcome: opened.id, holdUntil: opened.holdUntil, withheld },
  })
}
