import { and, eq, isNull } from 'drizzle-orm'
import { closings, inquiryNotes, outcomes, statementRequests } from '../../../db/schema/index.ts'
import type { Transaction } from '../../../db/store.ts'
import { type Officer, today, type World } from '../../context.ts'
import type { ArchivingForm } from '../../forms/case.ts'
import { approvedDecision } from '../../reads/approved-decision.ts'
import { Refused } from '../../refused.ts'
import { archivingRefusal, type FilePart, missingParts } from '../../rules/closing.ts'
import { openOutcome } from '../outcome/open-outcome.ts'
import { meetDeadlines } from './case-clock.ts'
import { caseInHand, countedToday, takeStep } from './take-step.ts'

/** What the file of a case holds; the form is the complaint as it was registered. */
async function partsOf(tx: Transaction, caseId: number, evidence: string): Promise<FilePart[]> {
  const ofCase = async (table: typeof inquiryNotes | typeof statementRequests | typeof closings) =>
    (await tx.select({ id: table.id }).from(table).where(eq(table.caseId, caseId)).limit(1))
      .length > 0
  const decision = await approvedDecision(tx, caseId)
  const notes = (await ofCase(inquiryNotes)) || (await ofCase(statementRequests))
  const held: Record<FilePart, boolean> = {
    form: true,
    notes,
    evidenceList: evidence !== '',
    opinion: decision !== null,
    reply: Boolean(decision?.reply),
    results: await ofCase(closings),
  }
  return (Object.keys(held) as FilePart[]).filter((part) => held[part])
}

/**
 * The file is complete and put away (归档). Qingpu 投诉处置办法: all material bound in one file. From
 * here runs the hold of the outcome, or the reason why it is counted and not shown.
 */
export const archiveCase = (world: World, officer: Officer, number: string, form: ArchivingForm) =>
  world.store.write(async (tx) => {
    const found = await caseInHand(tx, officer, number, 'archive', form.revision)
    const { policy, owed } = found
    const { id: caseId } = found.file
    const parts = await partsOf(tx, caseId, form.evidence)
    const refusal = archivingRefusal(parts, owed)
    if (refusal) throw new Refused(refusal, { missing: missingParts(parts, owed).join(' ') })
    const archivedOn = today(world)
    const file = await takeStep(tx, world, found, {
      act: 'archive',
      kind: 'case-archived',
      by: officer.id,
      set: { archivedOn },
      record: form.evidence,
    })
    await meetDeadlines(tx, caseId, ['archive'], countedToday(world, policy))
    await openOutcome(tx, world, { caseId })
    if (form.aboutMinor) {
      await tx
        .update(outcomes)
        .set({ withheld: 'minor', withheldBy: officer.id, withheldOn: archivedOn })
        .where(and(eq(outcomes.caseId, caseId), isNull(outcomes.withheld)))
    }
    return { state: file.state, revision: file.revision }
  })
