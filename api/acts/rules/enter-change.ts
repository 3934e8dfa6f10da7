import { and, eq, isNull, max } from 'drizzle-orm'
import { clauses, officialWordings, ruleChanges } from '../../../db/schema/index.ts'
import type { Transaction } from '../../../db/store.ts'
import { type Officer, today, type World } from '../../context.ts'
import { holdersOf } from '../../reads/office-people.ts'
import { Invalid, Refused } from '../../refused.ts'
import type { Day } from '../../rules/day.ts'
import {
  type ClauseText,
  firstDayRefusal,
  type OfficialWording,
  type RuleChangeKind,
} from '../../rules/rule-change.ts'
import { record } from '../record.ts'
import { writeLetter } from '../write-letter.ts'
import { insist } from './may.ts'

type Change = { effectiveFrom: Day; reason: string } & (
  | { kind: 'clause'; key: string; body: ClauseText }
  | { kind: 'clauseWording' | 'systemWording'; key: string; body: OfficialWording }
)

const ID_BYTES = 16

/** Refuse whoever may not enter rules, before anything else of the hall is looked at. */
export const insistOnEntering = (by: Officer): void =>
  insist(by, 'enterWording', { kind: 'hallSettings' })

/** The first day of the newest version of what a change is about; null while there is none. */
async function latestOf(tx: Transaction, hallId: number, kind: RuleChangeKind, key: string) {
  const [newest] =
    kind === 'clause'
      ? await tx
          .select({ from: max(clauses.effectiveFrom) })
          .from(clauses)
          .where(and(eq(clauses.hallId, hallId), eq(clauses.key, key)))
      : await tx
          .select({ from: max(officialWordings.effectiveFrom) })
          .from(officialWordings)
          .where(
            and(
              eq(officialWordings.hallId, hallId),
              eq(officialWordings.kind, kind),
              eq(officialWordings.key, key),
            ),
          )
  return newest?.from ?? null
}

async function insistNoneWaits(tx: Transaction, hallId: number, { kind, key }: Change) {
  const [waiting] = await tx
    .select({ id: ruleChanges.id })
    .from(ruleChanges)
    .where(
      and(
        eq(ruleChanges.hallId, hallId),
        eq(ruleChanges.kind, kind),
        eq(ruleChanges.key, key),
        isNull(ruleChanges.outcome),
      ),
    )
  if (waiting) throw new Refused('rule-change-waits')
}

async function tellApprovers(tx: Transaction, world: World, by: Officer, changeId: number) {
  const approvers = await holdersOf(tx, by.hallId, ['officeHead', 'secondPerson'])
  for (const { id } of approvers.filter((person) => person.id !== by.id)) {
    await writeLetter(tx, world, {
      hallId: by.hallId,
      kind: 'rule-change-entered',
      key: `${changeId}:${id}`,
      caseId: null,
      officerId: id,
    })
  }
}

/**
 * A change of the published rules is entered, for today or a later day; it waits for another
 * person. Refused for a day that is over, for one before a version that is already settled, and
 * while an earlier entry about the same thing waits.
 */
export async function enterChange(tx: Transaction, world: World, by: Officer, change: Change) {
  const on = today(world)
  const latest = await latestOf(tx, by.hallId, change.kind, change.key)
  const refusal = firstDayRefusal(change.effectiveFrom, { today: on, latest })
  if (refusal) throw new Invalid({ effectiveFrom: [refusal] })
  await insistNoneWaits(tx, by.hallId, change)
  const [entered] = await tx
    .insert(ruleChanges)
    .values({
      ...change,
      publicId: world.random.id(ID_BYTES),
      hallId: by.hallId,
      enteredBy: by.id,
      enteredOn: on,
    })
    .returning()
  await tellApprovers(tx, world, by, entered!.id)
  await record(tx, world, {
    hallId: by.hallId,
    kind: 'rule-change-entered',
    object: `rule-change:${entered!.id}`,
    officerId: by.id,
    particulars: { of: change.kind, from: change.effectiveFrom },
  })
  return { id: entered!.publicId }
}
