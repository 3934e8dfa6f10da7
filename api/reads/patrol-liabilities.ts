import { and, asc, desc, eq } from 'drizzle-orm'
import { officers, patrolLiabilities } from '../../db/schema/index.ts'
import { openField, openMaybe } from '../../db/sealing/field.ts'
import type { Reader } from '../../db/store.ts'
import { type Officer, today, type World } from '../context.ts'
import { patrolLiability } from '../policies/ladders/patrol-liability.ts'
import { Refused } from '../refused.ts'
import { can } from '../rules/can.ts'
import { clockOf } from '../rules/case-deadlines.ts'
import { isOver } from '../rules/day-over.ts'
import { waitsForAnswer } from '../rules/score-entry.ts'
import { hallById } from './halls.ts'
import { holdersOf } from './office-people.ts'
import { policyOf } from './policies.ts'

type Row = typeof patrolLiabilities.$inferSelect

/** A patrol officer's liability in a hall by its public id; refused when it is not there. */
export async function liabilityById(db: Reader, hallId: number, publicId: string): Promise<Row> {
  const [found] = await db
    .select()
    .from(patrolLiabilities)
    .where(and(eq(patrolLiabilities.publicId, publicId), eq(patrolLiabilities.hallId, hallId)))
  if (!found) throw new Refused('no-such-accountability')
  return found
}

const opened = ({ keys }: Pick<World, 'keys'>, policy: string, row: Row) => ({
  id: row.publicId,
  ground: patrolLiability[policy]?.grounds.find(({ key }) => key === row.ground)?.labelZh ?? '',
  happenedOn: row.happenedOn,
  facts: openField(keys, 'patrol_liabilities.facts', row.officerId, row.facts),
  statement: openMaybe(keys, 'patrol_liabilities.statement', row.officerId, row.statement),
  statedOn: row.statedOn,
  answerUntil: row.answerUntil,
  held: row.held,
  decision: openMaybe(keys, 'patrol_liabilities.decision', row.officerId, row.decision),
  decidedOn: row.decidedOn,
})

/** What patrol officers answer for, and who can be named; `rule` is null where no rule knows it. */
export async function patrolLiabilityList(world: World, officer: Officer) {
  const db = world.store.read
  const hall = await hallById(db, officer.hallId)
  const rule = patrolLiability[hall.policy]
  const actor = { ...officer, relation: null }
  const about = { kind: 'patrolLiability', officerId: 0, proposedById: null } as const
  if (!can(actor, 'read', about)) throw new Refused('not-yours')
  const rows = await db
    .select({ row: patrolLiabilities, name: officers.name })
    .from(patrolLiabilities)
    .innerJoin(officers, eq(officers.id, patrolLiabilities.officerId))
    .where(eq(patrolLiabilities.hallId, hall.id))
    .orderBy(desc(patrolLiabilities.id))
  const { openingHours } = policyOf(hall, today(world))
  const waits = ({ answerUntil, statedOn }: Row) =>
    waitsForAnswer({ confirmed: null, answerUntil, answeredOn: statedOn }, (day) =>
      isOver(day, openingHours, world.now()),
    )
  return {
    rule: rule?.titleZh ?? null,
    grounds: rule?.grounds ?? [],
    mayPropose: rule !== undefined && can(actor, 'propose', about),
    people: (await holdersOf(db, hall.id, ['patrolOfficer']))
      .filter(({ id }) => id !== officer.id)
      .map(({ publicId, name }) => ({ id: publicId, name })),
    all: rows.map(({ row, name }) => ({
      ...opened(world, hall.policy, row),
      name,
      waits: waits(row),
      mayDecide:
        row.held === null &&
        can(actor, 'decide', {
          kind: 'patrolLiability',
          officerId: row.officerId,
          proposedById: row.proposedBy,
        }),
    })),
  }
}

/** What an officer who patrols may answer to, and what was decided. */
export async function ownPatrolLiabilities(world: World, officer: Officer) {
  const hall = await hallById(world.store.read, officer.hallId)
  const own = { kind: 'patrolLiability', officerId: officer.id, proposedById: null } as const
  if (!can({ ...officer, relation: null }, 'readOwn', own)) return []
  const rows = await world.store.read
    .select()
    .from(patrolLiabilities)
    .where(and(eq(patrolLiabilities.officerId, officer.id), eq(patrolLiabilities.hallId, hall.id)))
    .orderBy(asc(patrolLiabilities.id))
  return rows.map((row) => ({
    ...opened(world, hall.policy, row),
    due: {
      on: row.answerUntil,
      ...clockOf(row.answerUntil, today(world), world.calendar),
    },
  }))
}
