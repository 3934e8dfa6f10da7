import { and, asc, eq } from 'drizzle-orm'
import { clauses, statementRequests } from '../../db/schema/index.ts'
import { openMaybe } from '../../db/sealing/field.ts'
import { type Officer, today, type World } from '../context.ts'
import { can } from '../rules/can.ts'
import { clockOf } from '../rules/case-deadlines.ts'
import { citedClauses } from './official-wordings.ts'

/**
 * What an officer who serves at a window is asked to state: the gist in an officer's words, the
 * clause, the day and when it is due. Nothing else of the case: not its number, not the
 * complaint's text, photos or time, and nobody who lodged it. Hearing is not access.
 */
export async function ownStatements(world: World, officer: Officer) {
  const { staffId } = officer
  if (staffId === null) return []
  const actor = { ...officer, relation: null }
  if (!can(actor, 'read', { kind: 'statementRequest', addressedToStaffId: staffId })) return []
  const rows = await world.store.read
    .select({ request: statementRequests, clause: clauses })
    .from(statementRequests)
    .leftJoin(clauses, eq(clauses.id, statementRequests.clauseId))
    .where(
      and(eq(statementRequests.staffId, staffId), eq(statementRequests.hallId, officer.hallId)),
    )
    .orderBy(asc(statementRequests.dueOn), asc(statementRequests.publicId))
  const on = today(world)
  const cited = await citedClauses(
    world.store.read,
    rows.map(({ request, clause }) => ({ clause, citedOn: request.askedOn })),
    on,
  )
  return rows.map(({ request }, at) => ({
    id: request.publicId,
    gist: request.gist,
    clause: cited[at] ?? null,
    day: request.occurredOn,
    askedOn: request.askedOn,
    due: { on: request.dueOn, ...clockOf(request.dueOn, on, world.calendar) },
    statedOn: request.statedOn,
    statement: openMaybe(
      world.keys,
      'statement_requests.statement',
      request.caseId,
      request.statement,
    ),
  }))
}
