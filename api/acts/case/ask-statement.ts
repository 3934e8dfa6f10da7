import { and, eq, isNull } from 'drizzle-orm'
import {
  caseStaff,
  deadlines,
  extensions,
  staff,
  statementRequests,
} from '../../../db/schema/index.ts'
import type { Transaction } from '../../../db/store.ts'
import { type Officer, today, type World } from '../../context.ts'
import type { StatementRequestForm } from '../../forms/case.ts'
import type { CaseInSight } from '../../reads/case-in-sight.ts'
import { accountsOf } from '../../reads/office-people.ts'
import { Invalid } from '../../refused.ts'
import { type CaseDeadline, deadlinesOf } from '../../rules/case-deadlines.ts'
import { writeLetter } from '../write-letter.ts'
import { runClock } from './case-clock.ts'
import { caseInHand, countChange } from './take-step.ts'

const ID_BYTES = 16

async function statementClock(
  tx: Transaction,
  world: World,
  { file, complaint, policy }: CaseInSight,
): Promise<CaseDeadline> {
  const [extended] = await tx
    .select({ id: extensions.id })
    .from(extensions)
    .where(eq(extensions.caseId, file.id))
    .limit(1)
  const clocks = deadlinesOf(
    policy,
    {
      track: file.track ?? 'investigated',
      receivedOn: complaint.receivedOn,
      statementRequestedOn: today(world),
      extended: extended !== undefined,
    },
    world.calendar,
  )
  return clocks.find(({ kind }) => kind === 'statement')!
}

/** One clock runs for all statements a case waits for, from the first that was asked. */
async function runStatementClock(tx: Transaction, found: CaseInSight, clock: CaseDeadline) {
  const [running] = await tx
    .select({ id: deadlines.id })
    .from(deadlines)
    .where(
      and(
        eq(deadlines.caseId, found.file.id),
        eq(deadlines.kind, 'statement'),
        isNull(deadlines.metOn),
        isNull(deadlines.replacedBy),
      ),
    )
  if (!running) await runClock(tx, found.file, clock)
}

/**
 * A member of staff is asked for a statement (情况说明): the gist, the clause, the day and when it
 * is due. Who is asked as the person complained about is from then on kept away from the case.
 * The account the person signs in with, if there is one, gets a letter that names no case.
 */
export const askStatement = (
  world: World,
  officer: Officer,
  number: string,
  form: StatementRequestForm,
) =>
  world.store.write(async (tx) => {
    const found = await caseInHand(tx, officer, number, 'requestStatement', form.revision)
    const { id: caseId, hallId } = found.file
    const [asked] = await tx
      .select()
      .from(staff)
      .where(and(eq(staff.hallId, hallId), eq(staff.publicId, form.staff)))
    if (!asked || asked.id === officer.staffId) throw new Invalid({ staff: ['unknown-choice'] })
    const clock = await statementClock(tx, world, found)
    const publicId = world.random.id(ID_BYTES)
    await tx.insert(statementRequests).values({
      publicId,
      hallId,
      caseId,
      staffId: asked.id,
      clauseId: found.complaint.clauseId,
      gist: form.gist,
      occurredOn: found.complaint.occurredOn,
      dueOn: clock.dueOn,
      askedBy: officer.id,
      askedOn: today(world),
    })
    if (form.subject) {
      await tx.insert(caseStaff).values({ caseId, staffId: asked.id }).onConflictDoNothing()
    }
    const file = await countChange(tx, world, found, {
      act: 'requestStatement',
      kind: 'statement-asked',
      by: officer.id,
      particulars: { staff: asked.id, subject: form.subject, dueOn: clock.dueOn },
    })
    await runStatementClock(tx, found, clock)
    for (const account of await accountsOf(tx, [asked.id])) {
      await writeLetter(tx, world, {
        hallId,
        kind: 'statement-asked',
        key: publicId,
        caseId,
        officerId: account.id,
      })
    }
    return { state: file.state, revision: file.revision }
  })
