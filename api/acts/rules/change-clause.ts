import { and, desc, eq } from 'drizzle-orm'
import { clauses, ruleChanges } from '../../../db/schema/index.ts'
import type { Transaction } from '../../../db/store.ts'
import type { Officer, World } from '../../context.ts'
import type { ClauseRetirementForm, ClauseVersionForm, OwnClauseForm } from '../../forms/rules.ts'
import { ruleSystems } from '../../policies/clauses/index.ts'
import { hallById } from '../../reads/halls.ts'
import { Invalid, Refused } from '../../refused.ts'
import { nextOwnKey } from '../../rules/rule-change.ts'
import { enterChange, insistOnEntering } from './enter-change.ts'

/** The newest version of a clause of this hall; another hall's is answered like none. */
async function newestOf(tx: Transaction, hallId: number, key: string) {
  const [newest] = await tx
    .select()
    .from(clauses)
    .where(and(eq(clauses.hallId, hallId), eq(clauses.key, key)))
    .orderBy(desc(clauses.version))
    .limit(1)
  if (!newest) throw new Refused('no-such-clause')
  return newest
}

/** A clause is to be said in other words; one that was retired can be cited again. */
export const sayAnew = (world: World, by: Officer, key: string, form: ClauseVersionForm) =>
  world.store.write(async (tx) => {
    insistOnEntering(by)
    const { label, plain, system, category, active } = await newestOf(tx, by.hallId, key)
    if (active && label === form.label && plain === form.plain) {
      throw new Invalid({ plain: ['clause-unchanged'] })
    }
    const { effectiveFrom, reason } = form
    const body = { label: form.label, plain: form.plain, system, category, active: true }
    return enterChange(tx, world, by, { kind: 'clause', key, effectiveFrom, reason, body })
  })

/** A clause is to be retired: kept with all its versions, and cited no more. */
export const retireClause = (world: World, by: Officer, key: string, form: ClauseRetirementForm) =>
  world.store.write(async (tx) => {
    insistOnEntering(by)
    const { label, plain, system, category, active } = await newestOf(tx, by.hallId, key)
    if (!active) throw new Refused('clause-retired')
    const body = { label, plain, system, category, active: false }
    return enterChange(tx, world, by, { kind: 'clause', key, ...form, body })
  })

/** A clause of the hall's own, in a rule that the portal shows; its key is numbered on. */
export const addClause = (world: World, by: Officer, form: OwnClauseForm) =>
  world.store.write(async (tx) => {
    insistOnEntering(by)
    const hall = await hallById(tx, by.hallId)
    const shown = (ruleSystems[hall.policy] ?? []).filter(({ role }) => role !== 'out')
    if (!shown.some(({ key }) => key === form.system)) {
      throw new Invalid({ system: ['unknown-choice'] })
    }
    const entered = await tx
      .select({ key: ruleChanges.key })
      .from(ruleChanges)
      .where(and(eq(ruleChanges.hallId, hall.id), eq(ruleChanges.kind, 'clause')))
    const key = nextOwnKey(
      hall.key,
      entered.map((one) => one.key),
    )
    const { effectiveFrom, reason, ...words } = form
    const body = { ...words, active: true }
    return enterChange(tx, world, by, { kind: 'clause', key, effectiveFrom, reason, body })
  })
