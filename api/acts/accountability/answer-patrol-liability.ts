import { and, eq, isNull } from 'drizzle-orm'
import { patrolLiabilities } from '../../../db/schema/index.ts'
import { sealField } from '../../../db/sealing/field.ts'
import { type Officer, today, type World } from '../../context.ts'
import type { PleaForm } from '../../forms/accountability.ts'
import { liabilityById } from '../../reads/patrol-liabilities.ts'
import { Refused } from '../../refused.ts'
import { can } from '../../rules/can.ts'
import { record } from '../record.ts'

/** The patrol officer answers (申辩), once, until it is decided. */
export const answerPatrolLiability = (
  world: World,
  officer: Officer,
  publicId: string,
  { statement }: PleaForm,
) =>
  world.store.write(async (tx) => {
    const { id, officerId, proposedBy, held } = await liabilityById(tx, officer.hallId, publicId)
    const resource = { kind: 'patrolLiability', officerId, proposedById: proposedBy } as const
    if (!can({ ...officer, relation: null }, 'answer', resource)) {
      throw new Refused('no-such-accountability')
    }
    if (held !== null) throw new Refused('accountability-decided')
    const [given] = await tx
      .update(patrolLiabilities)
      .set({
        statement: sealField(world.keys, 'patrol_liabilities.statement', officerId, statement),
        statedOn: today(world),
      })
      .where(and(eq(patrolLiabilities.id, id), isNull(patrolLiabilities.statement)))
      .returning({ id: patrolLiabilities.id })
    if (!given) throw new Refused('statement-given')
    await record(tx, world, {
      hallId: officer.hallId,
      kind: 'patrol-liability-answered',
      object: `officer:${officerId}`,
      officerId: officer.id,
      particulars: { liability: id },
    })
    return { statedOn: today(world) }
  })
