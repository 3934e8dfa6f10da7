import { and, eq, isNull } from 'drizzle-orm'
import { patrolLiabilities } from '../../../db/schema/index.ts'
import { sealField } from '../../../db/sealing/field.ts'
import { type Officer, today, type World } from '../../context.ts'
import type { PatrolDecisionForm } from '../../forms/accountability.ts'
import { hallById } from '../../reads/halls.ts'
import { liabilityById } from '../../reads/patrol-liabilities.ts'
import { policyOf } from '../../reads/policies.ts'
import { Refused } from '../../refused.ts'
import { refusalOf } from '../../rules/can.ts'
import { isOver } from '../../rules/day-over.ts'
import { waitsForAnswer } from '../../rules/score-entry.ts'
import { record } from '../record.ts'

/**
 * Another officer decides whether a patrol officer bears responsibility, and says which: Anci
 * 政务服务大厅巡查办法 names no figure. Not before the officer has answered or the time is over.
 */
export const decidePatrolLiability = (
  world: World,
  by: Officer,
  publicId: string,
  { held, decision }: PatrolDecisionForm,
) =>
  world.store.write(async (tx) => {
    const hall = await hallById(tx, by.hallId)
    const about = await liabilityById(tx, hall.id, publicId)
    const { officerId, answerUntil } = about
    const refusal = refusalOf({ ...by, relation: null }, 'decide', {
      kind: 'patrolLiability',
      officerId,
      proposedById: about.proposedBy,
    })
    if (refusal === 'same-person') throw new Refused('accountability-same-person')
    if (refusal === 'concerns-yourself') throw new Refused('accountability-self')
    if (refusal) throw new Refused('not-yours')
    if (about.held !== null) throw new Refused('accountability-decided')
    const entry = { confirmed: null, answerUntil, answeredOn: about.statedOn }
    const { openingHours } = policyOf(hall, today(world))
    if (waitsForAnswer(entry, (day) => isOver(day, openingHours, world.now()))) {
      throw new Refused('accountability-answer-open', { until: answerUntil })
    }
    const [decided] = await tx
      .update(patrolLiabilities)
      .set({
        held,
        decision: sealField(world.keys, 'patrol_liabilities.decision', officerId, decision),
        decidedBy: by.id,
        decidedOn: today(world),
      })
      .where(and(eq(patrolLiabilities.id, about.id), isNull(patrolLiabilities.held)))
      .returning({ id: patrolLiabilities.id })
    if (!decided) throw new Refused('accountability-decided')
    await record(tx, world, {
      hallId: hall.id,
      kind: 'patrol-liability-decided',
      object: `officer:${officerId}`,
      officerId: by.id,
      particulars: { liability: about.id, held },
    })
    return { held }
  })
