import { and, eq, isNull } from 'drizzle-orm'
import { halls, statementRequests } from '../../../db/schema/index.ts'
import { sealField } from '../../../db/sealing/field.ts'
import { type Officer, today, type World } from '../../context.ts'
import { policyOf } from '../../reads/policies.ts'
import { Refused } from '../../refused.ts'
import { can } from '../../rules/can.ts'
import { record } from '../record.ts'
import { meetDeadlines } from './case-clock.ts'
import { countedToday } from './take-step.ts'

/**
 * The person complained about is heard, in writing and once. Refused as `no-such-statement` for
 * everybody else, and as `statement-given` the second time.
 */
export const giveStatement = (world: World, officer: Officer, publicId: string, text: string) =>
  world.store.write(async (tx) => {
    const [found] = await tx
      .select({ request: statementRequests, hall: halls })
      .from(statementRequests)
      .innerJoin(halls, eq(halls.id, statementRequests.hallId))
      .where(
        and(eq(statementRequests.publicId, publicId), eq(statementRequests.hallId, officer.hallId)),
      )
    if (!found) throw new Refused('no-such-statement')
    const { request, hall } = found
    const addressedToStaffId = request.staffId
    const actor = { ...officer, relation: null }
    if (!can(actor, 'answer', { kind: 'statementRequest', addressedToStaffId })) {
      throw new Refused('no-such-statement')
    }
    const [given] = await tx
      .update(statementRequests)
      .set({
        statement: sealField(world.keys, 'statement_requests.statement', request.caseId, text),
        statedOn: today(world),
      })
      .where(and(eq(statementRequests.id, request.id), isNull(statementRequests.statedOn)))
      .returning()
    if (!given) throw new Refused('statement-given')
    const waiting = await tx
      .select({ id: statementRequests.id })
      .from(statementRequests)
      .where(and(eq(statementRequests.caseId, request.caseId), isNull(statementRequests.statedOn)))
    if (waiting.length === 0) {
      await meetDeadlines(
        tx,
        request.caseId,
        ['statement'],
        countedToday(world, policyOf(hall, today(world))),
      )
    }
    await record(tx, world, {
      hallId: hall.id,
      kind: 'statement-given',
      object: `case:${request.caseId}`,
      officerId: officer.id,
      particulars: { statement: request.id },
    })
    return { statedOn: given.statedOn }
  })
