import { and, desc, eq, max } from 'drizzle-orm'
import { clauses, officialWordings, ruleChanges } from '../../../db/schema/index.ts'
import type { Transaction } from '../../../db/store.ts'
import { type Officer, today, type World } from '../../context.ts'
import type { RuleReturnForm } from '../../forms/rules.ts'
import { Refused } from '../../refused.ts'
import type { Day } from '../../rules/day.ts'
import {
  type ClauseText,
  holdsFrom,
  type OfficialWording,
  type RuleChangeOutcome,
} from '../../rules/rule-change.ts'
import { record } from '../record.ts'
import { insist } from './may.ts'

type Change = typeof ruleChanges.$inferSelect

const EVENT = {
  approved: 'rule-change-approved',
  returned: 'rule-change-returned',
  takenBack: 'rule-change-taken-back',
} as const satisfies Record<RuleChangeOutcome, string>

/** A change of this hall that still waits, for an officer who may end its waiting so. */
async function waiting(
  tx: Transaction,
  by: Officer,
  publicId: string,
  act: 'decide' | 'takeBack',
): Promise<Change> {
  const [change] = await tx
    .select()
    .from(ruleChanges)
    .where(and(eq(ruleChanges.hallId, by.hallId), eq(ruleChanges.publicId, publicId)))
  if (!change) throw new Refused('no-such-rule-change')
  insist(by, act, { kind: 'ruleChange', enteredById: change.enteredBy })
  if (change.outcome !== null) throw new Refused('rule-change-decided')
  return change
}

async function decide(
  tx: Transaction,
  world: World,
  by: Officer,
  { id }: Change,
  outcome: RuleChangeOutcome,
  note = '',
) {
  await tx
    .update(ruleChanges)
    .set({ outcome, note, decidedBy: by.id, decidedOn: today(world) })
    .where(eq(ruleChanges.id, id))
  await record(tx, world, {
    hallId: by.hallId,
    kind: EVENT[outcome],
    object: `rule-change:${id}`,
    officerId: by.id,
  })
}

/** What a clause keeps from version to version, or a new one begins with. */
async function standingOf(tx: Transaction, { hallId, key }: Change) {
  const [before] = await tx
    .select()
    .from(clauses)
    .where(and(eq(clauses.hallId, hallId), eq(clauses.key, key)))
    .orderBy(desc(clauses.version))
    .limit(1)
  if (before) {
    const { version, pointsItem, common, sortOrder } = before
    return { version: version + 1, pointsItem, common, sortOrder }
  }
  const [last] = await tx
    .select({ sortOrder: max(clauses.sortOrder) })
    .from(clauses)
    .where(eq(clauses.hallId, hallId))
  return { version: 1, pointsItem: null, common: false, sortOrder: (last?.sortOrder ?? 0) + 1 }
}

async function newWording(tx: Transaction, change: Change, effectiveFrom: Day): Promise<void> {
  const { hallId, kind, key, body, id: changeId } = change
  const [last] = await tx
    .select({ version: max(officialWordings.version) })
    .from(officialWordings)
    .where(
      and(
        eq(officialWordings.hallId, hallId),
        eq(officialWordings.kind, kind),
        eq(officialWordings.key, key),
      ),
    )
  const version = (last?.version ?? 0) + 1
  const wording = body as OfficialWording
  await tx
    .insert(officialWordings)
    .values({ hallId, kind, key, version, effectiveFrom, wording, changeId })
}

/**
 * Another person approves a change: it becomes the next version, from its day on or, when that is
 * over, from today. What was cited before stays as it was cited.
 */
export const approveChange = (world: World, by: Officer, publicId: string) =>
  world.store.write(async (tx) => {
    const change = await waiting(tx, by, publicId, 'decide')
    const effectiveFrom = holdsFrom(change.effectiveFrom, today(world))
    if (change.kind === 'clause') {
      await tx.insert(clauses).values({
        ...(change.body as ClauseText),
        ...(await standingOf(tx, change)),
        hallId: change.hallId,
        key: change.key,
        effectiveFrom,
        changeId: change.id,
      })
    } else await newWording(tx, change, effectiveFrom)
    await decide(tx, world, by, change, 'approved')
    return { effectiveFrom }
  })

/** Another person gives a change back, with the reason; it never holds. */
export const returnChange = (
  world: World,
  by: Officer,
  publicId: string,
  { note }: RuleReturnForm,
) =>
  world.store.write(async (tx) => {
    await decide(tx, world, by, await waiting(tx, by, publicId, 'decide'), 'returned', note)
  })

/** Whoever entered a change takes it back before it is decided. */
export const takeBackChange = (world: World, by: Officer, publicId: string) =>
  world.store.write(async (tx) => {
    await decide(tx, world, by, await waiting(tx, by, publicId, 'takeBack'), 'takenBack')
  })
