import { and, asc, eq, inArray } from 'drizzle-orm'
import { accountabilityActions, caseFiles, halls } from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'
import { ladders } from '../policies/ladders/by-key.ts'
import { Refused } from '../refused.ts'
import { isAccountable } from '../rules/accountability.ts'
import type { Day } from '../rules/day.ts'
import { type Rung, rungsOf } from '../rules/ladder.ts'
import { type AccountableAct, earlierWithin } from '../rules/repeated-acts.ts'
import { policyOfCase } from './policies.ts'

/** An action as its table holds it. */
export type Action = typeof accountabilityActions.$inferSelect

/** A rung of an action's own ladder; null where there is none. */
export const rungOf = ({ ladder }: Pick<Action, 'ladder'>, key: string | null): Rung | null =>
  rungsOf(ladders[ladder]).find((rung) => rung.key === key) ?? null

/** An action of a hall by its public id; refused when it is not there. */
export async function actionById(db: Reader, hallId: number, publicId: string) {
  const [found] = await db
    .select({ action: accountabilityActions, hall: halls, file: caseFiles })
    .from(accountabilityActions)
    .innerJoin(halls, eq(halls.id, accountabilityActions.hallId))
    .innerJoin(caseFiles, eq(caseFiles.id, accountabilityActions.caseId))
    .where(
      and(eq(accountabilityActions.publicId, publicId), eq(accountabilityActions.hallId, hallId)),
    )
  if (!found) throw new Refused('no-such-accountability')
  return { ...found, policy: policyOfCase(found.hall, found.file) }
}

type Found = AccountableAct & { id: string; staffId: number; action: Action }

/** What people were found accountable for, by the day of the act; what was only recorded is not here. */
export async function accountableActs(db: Reader, staffIds: readonly number[]): Promise<Found[]> {
  const rows = await db
    .select()
    .from(accountabilityActions)
    .where(
      and(
        inArray(accountabilityActions.staffId, [...staffIds]),
        inArray(accountabilityActions.outcome, ['agreed', 'deviated']),
      ),
    )
    .orderBy(asc(accountabilityActions.actOn), asc(accountabilityActions.id))
  return rows.flatMap((action) => {
    const rung = rungOf(action, action.decidedRung)
    if (rung === null || !isAccountable(rung)) return []
    return {
      id: action.publicId,
      staffId: action.staffId!,
      incident: String(action.caseId),
      on: action.actOn!,
      action,
    }
  })
}

/** The earlier acts of a person that count with a new one by the hall's repeat rule. */
export async function earlierOf(
  db: Reader,
  rule: Parameters<typeof earlierWithin>[0],
  { staffId, caseId, on }: { staffId: number; caseId: number; on: Day },
): Promise<Found[]> {
  const acts = await accountableActs(db, [staffId])
  const counting = earlierWithin(rule, { incident: String(caseId), on }, acts)
  return counting.map(({ incident, on: day }) =>
    acts.find((act) => act.incident === incident && act.on === day)!,
  )
}
