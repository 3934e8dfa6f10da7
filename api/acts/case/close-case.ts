import { and, eq, isNull, ne, or } from 'drizzle-orm'
import { closings, scoreEntries } from '../../../db/schema/index.ts'
import { sealField } from '../../../db/sealing/field.ts'
import type { Transaction } from '../../../db/store.ts'
import { type Officer, today, type World } from '../../context.ts'
import type { ClosingForm } from '../../forms/case.ts'
import { approvedDecision } from '../../reads/approved-decision.ts'
import { decidedIn } from '../../reads/case-accountability.ts'
import { Refused } from '../../refused.ts'
import { isVerified } from '../../rules/case-file.ts'
import { closingRefusal } from '../../rules/closing.ts'
import { barForComplaint } from '../score/bar-from-awards.ts'
import { proposeComplaintEntry } from '../score/propose-complaint-entry.ts'
import { runStepClock } from './case-clock.ts'
import { caseInHand, takeStep } from './take-step.ts'

/** How many points entries a complaint caused, those rejected left out. */
async function entriesOf(tx: Transaction, caseId: number): Promise<number> {
  const rows = await tx
    .select({ id: scoreEntries.id })
    .from(scoreEntries)
    .where(
      and(
        eq(scoreEntries.caseId, caseId),
        or(isNull(scoreEntries.confirmed), ne(scoreEntries.confirmed, false)),
      ),
    )
  return rows.length
}

/**
 * A case that was answered is closed (办结) with its consequences: a verified one proposes its
 * points (Anci 绩效考核办法, sheet 4-1, A17: five), accountability is decided, the department is told, Bingcha sends the
 * circular, Qingpu bars from the three awards. Then the file's clock starts.
 */
export const closeCase = (world: World, officer: Officer, number: string, form: ClosingForm) =>
  world.store.write(async (tx) => {
    const found = await caseInHand(tx, officer, number, 'close', form.revision)
    const { policy, owed } = found
    const { id: caseId } = found.file
    const decision = await approvedDecision(tx, caseId)
    const verified = isVerified(decision?.finding ?? null)
    if (verified) await proposeComplaintEntry(tx, world, { caseId, by: null })
    const refusal = closingRefusal(policy, {
      ...owed,
      finding: decision?.finding ?? null,
      replyForm: decision?.replyForm ?? null,
      owesSenderAnswer: found.facts.owesSenderAnswer,
      scoreEntries: await entriesOf(tx, caseId),
      scoreWaiver: form.scoreWaiver,
      accountability: await decidedIn(tx, world, caseId),
      departmentTold: form.departmentTold,
      circularSent: form.circularSent,
      vetoedAwards: form.vetoedAwards,
    })
    if (refusal) throw new Refused(refusal)
    const closedOn = today(world)
    const file = await takeStep(tx, world, found, {
      act: 'close',
      kind: 'case-closed',
      by: officer.id,
      set: { closedOn },
      particulars: {
        departmentTold: form.departmentTold,
        circularSent: form.circularSent,
        vetoedAwards: form.vetoedAwards.join(' '),
      },
    })
    await tx.insert(closings).values({
      caseId,
      departmentToldOn: form.departmentTold ? closedOn : null,
      circularOn: form.circularSent ? closedOn : null,
      scoreWaiver:
        form.scoreWaiver === ''
          ? null
          : sealField(world.keys, 'closings.score_waiver', caseId, form.scoreWaiver),
      vetoedAwards: form.vetoedAwards,
      closedBy: officer.id,
      closedOn,
    })
    await barForComplaint(tx, world, { caseId, by: officer.id })
    await runStepClock(tx, world, { ...found, file }, 'archive', { closedOn })
    return { state: file.state, revision: file.revision }
  })
