import { and, eq, isNull } from 'drizzle-orm'
import { accountabilityActions } from '../../../db/schema/index.ts'
import { sealField } from '../../../db/sealing/field.ts'
import { type Officer, today, type World } from '../../context.ts'
import type { PleaForm } from '../../forms/accountability.ts'
import { actionById } from '../../reads/accountable-acts.ts'
import { Refused } from '../../refused.ts'
import { can } from '../../rules/can.ts'
import { record } from '../record.ts'

/**
 * The person concerned answers (申辩), once, until it is decided. For everybody else there is no
 * such thing.
 */
export const answerAccountability = (
  world: World,
  officer: Officer,
  publicId: string,
  { statement }: PleaForm,
) =>
  world.store.write(async (tx) => {
    const { action } = await actionById(tx, officer.hallId, publicId)
    const { caseId, staffId, proposedBy } = action
    const resource = { kind: 'accountability', staffId, proposedById: proposedBy } as const
    if (!can({ ...officer, relation: null }, 'answer', resource)) {
      throw new Refused('no-such-accountability')
    }
    if (action.outcome !== null) throw new Refused('accountability-decided')
    const [given] = await tx
      .update(accountabilityActions)
      .set({
        statement: sealField(world.keys, 'accountability_actions.statement', caseId, statement),
        statedOn: today(world),
      })
      .where(and(eq(accountabilityActions.id, action.id), isNull(accountabilityActions.statement)))
      .returning({ id: accountabilityActions.id })
    if (!given) throw new Refused('statement-given')
    await record(tx, world, {
      hallId: action.hallId,
      kind: 'accountability-answered',
      object: `case:${caseId}`,
      officerId: officer.id,
      particulars: { action: action.id },
    })
    return { statedOn: today(world) }
  })
