import { negativeFilingSteps } from '../../../db/schema/index.ts'
import { sealField } from '../../../db/sealing/field.ts'
import type { Transaction } from '../../../db/store.ts'
import { type Officer, today, type World } from '../../context.ts'
import { type FilingInHand, filingByNumber } from '../../reads/negative-filings.ts'
import { policyOf } from '../../reads/policies.ts'
import { Refused } from '../../refused.ts'
import { refusalOf } from '../../rules/can.ts'
import { filingClocks, type FilingStep, stepRefusal } from '../../rules/negative-filing.ts'
import { countedToday } from '../case/take-step.ts'
import { record } from '../record.ts'

/** The filing before an officer who may take a step of it now; nobody else learns that it is there. */
export async function filingForStep(
  tx: Transaction,
  world: World,
  officer: Officer,
  number: string,
  step: FilingStep,
): Promise<FilingInHand> {
  const found = await filingByNumber(tx, officer, number, today(world))
  const actor = { ...officer, relation: found.relation }
  if (refusalOf(actor, 'read', found.resource)) throw new Refused('no-such-filing')
  const denied = refusalOf(actor, step, found.resource)
  if (denied === 'filing-of-another') throw new Refused('filing-of-another')
  if (denied === 'role-lacks-right') throw new Refused('not-yours')
  if (denied) throw new Refused('filing-same-person')
  const refusal = stepRefusal(step, found.facts)
  if (refusal) throw new Refused(refusal)
  return found
}

type Taken = Pick<
  typeof negativeFilingSteps.$inferInsert,
  'step' | 'outcome' | 'foundImportant' | 'way' | 'note'
> & { note: string; event: string }

/** Enter a step with who, when, and the date that held for it. */
export async function enterFilingStep(
  tx: Transaction,
  world: World,
  officer: Officer,
  { filing, hall, policy, facts }: FilingInHand,
  { event, note, ...taken }: Taken,
): Promise<void> {
  const clocks = filingClocks(policy, facts, world.calendar)
  const { dueOn } = clocks.find(({ step }) => step === taken.step)!
  const countedOn = countedToday(world, policyOf(hall, filing.filedOn))
  await tx.insert(negativeFilingSteps).values({
    ...taken,
    filingId: filing.id,
    note: sealField(
      world.keys,
      'negative_filing_steps.note',
      `${filing.number} ${taken.step}`,
      note,
    ),
    takenBy: officer.id,
    takenOn: today(world),
    takenAt: world.now(),
    countedOn,
    dueOn,
  })
  await record(tx, world, {
    hallId: filing.hallId,
    kind: event,
    object: `negative-filing:${filing.id}`,
    officerId: officer.id,
    particulars: { number: filing.number, due: dueOn, late: countedOn > dueOn },
  })
}
