import { decisions } from '../../../db/schema/index.ts'
import { sealField } from '../../../db/sealing/field.ts'
import type { Transaction } from '../../../db/store.ts'
import { type Officer, today, type World } from '../../context.ts'
import type { DecisionForm } from '../../forms/case.ts'
import { type CaseInSight, departmentsOf } from '../../reads/case-in-sight.ts'
import { heardIn } from '../../reads/heard.ts'
import { possibleApprovers } from '../../reads/office-people.ts'
import { Invalid, Refused } from '../../refused.ts'
import { proposalRefusal } from '../../rules/closing.ts'
import { tellOutside } from '../tell-outside.ts'
import { writeLetter } from '../write-letter.ts'
import { caseInHand, takeStep } from './take-step.ts'

/** Refuse a decision that the file does not carry yet. */
async function checkProposal(
  tx: Transaction,
  { file, facts, owed, policy }: CaseInSight,
  form: DecisionForm,
): Promise<void> {
  if ((form.replyForm === null) !== (form.reply === '') || (!form.reply && !owed.internalFinding)) {
    throw new Invalid(form.reply ? { replyForm: ['needed'] } : { reply: ['needed'] })
  }
  const departments = await departmentsOf(tx, file.id)
  const refusal = proposalRefusal(policy, {
    ...owed,
    path: facts.path,
    departments: departments.length,
    owesHeadNote: facts.owesHeadNote,
    departmentsOwing: departments.filter(({ resultOn }) => resultOn === null).length,
    notes: await heardIn(tx, file.id),
    finding: form.finding,
    replyForm: form.replyForm,
  })
  if (refusal) throw new Refused(refusal)
}

/**
 * Put a decision before the approvers, in the transaction of the act that proposes it: the
 * decision's row, the case's step, a letter to everybody who may approve, or to the superior unit
 * where nobody may.
 */
export async function enterProposal(
  tx: Transaction,
  world: World,
  officer: Officer,
  found: CaseInSight,
  form: DecisionForm,
) {
  const { id: caseId, hallId } = found.file
  await checkProposal(tx, found, form)
  const sealed = (column: 'reasons' | 'measure' | 'reply') =>
    sealField(world.keys, `decisions.${column}`, caseId, form[column])
  const [decision] = await tx
    .insert(decisions)
    .values({
      caseId,
      finding: form.finding,
      reasons: sealed('reasons'),
      measure: sealed('measure'),
      replyForm: form.replyForm,
      reply: form.reply === '' ? null : sealed('reply'),
      proposedBy: officer.id,
      proposedOn: today(world),
    })
    .returning({ id: decisions.id })
  const file = await takeStep(tx, world, found, {
    act: 'propose',
    kind: 'decision-proposed',
    by: officer.id,
    particulars: {
      decision: decision!.id,
      finding: form.finding,
      ...(form.replyForm ? { replyForm: form.replyForm } : {}),
    },
  })
  const approvers = await possibleApprovers(tx, hallId, caseId, officer.id)
  if (approvers.length === 0) {
    await tellOutside(tx, world, { hallId, caseId, day: today(world) }, 'secondPerson')
  }
  for (const approver of approvers) {
    await writeLetter(tx, world, {
      hallId,
      kind: 'approval-asked',
      key: `decision:${decision!.id}:${approver.id}`,
      caseId,
      officerId: approver.id,
    })
  }
  return file
}

/**
 * Finding, reasons, measure and reply are put before another officer. Refused until
 * promise, written form, both sides and the departments' results are on file.
 */
export const proposeDecision = (
  world: World,
  officer: Officer,
  number: string,
  form: DecisionForm,
) =>
  world.store.write(async (tx) => {
    const found = await caseInHand(tx, officer, number, 'propose', form.revision)
    const file = await enterProposal(tx, world, officer, found, form)
    return { state: file.state, revision: file.revision }
  })
