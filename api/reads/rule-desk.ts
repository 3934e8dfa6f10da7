import { and, asc, eq, isNull } from 'drizzle-orm'
import { clauses, ruleChanges } from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'
import { type Officer, today, type World } from '../context.ts'
import { ruleSystems } from '../policies/clauses/index.ts'
import { can } from '../rules/can.ts'
import type { Day } from '../rules/day.ts'
import { inForceOn, type RuleChangeKind } from '../rules/rule-change.ts'
import { clausesInForce } from './clauses.ts'
import { hallById } from './halls.ts'
import { type ShownWording, wordingsOf } from './official-wordings.ts'
import { ruleChangesOf } from './rule-changes.ts'

const MOST_DECIDED = 10

/** Whether an officer may enter changes of the hall's rules. */
export const mayEnterRules = (officer: Officer) =>
  can({ ...officer, relation: null }, 'enterWording', { kind: 'hallSettings' })

/** The rules a hall shows, in their order. */
export const shownSystems = (policy: string) =>
  (ruleSystems[policy] ?? []).filter(({ role }) => role !== 'out')

/** Each change that waits, by what it is about. */
async function waitingOf(db: Reader, hallId: number) {
  const rows = await db
    .select({ id: ruleChanges.publicId, kind: ruleChanges.kind, key: ruleChanges.key })
    .from(ruleChanges)
    .where(and(eq(ruleChanges.hallId, hallId), isNull(ruleChanges.outcome)))
  const ids = new Map(rows.map(({ id, kind, key }) => [`${kind} ${key}`, id]))
  return (kind: RuleChangeKind, key: string) => ids.get(`${kind} ${key}`) ?? null
}

/** Every clause of a hall in its version in force, or in its first one while that is still to come. */
async function clausesListed(db: Reader, hallId: number, on: Day) {
  const inForce = await clausesInForce(db, hallId, on)
  const known = new Set(inForce.map(({ key }) => key))
  const rows = await db
    .select()
    .from(clauses)
    .where(and(eq(clauses.hallId, hallId), eq(clauses.version, 1)))
    .orderBy(asc(clauses.sortOrder))
  return [...inForce, ...rows.filter(({ key }) => !known.has(key))]
}

/** The hall's rules and clauses as they are in force today, and what waits for another person. */
export async function rulesDesk(world: World, officer: Officer) {
  const db = world.store.read
  const { hallId } = officer
  const on = today(world)
  const { policy } = await hallById(db, hallId)
  const listed = await clausesListed(db, hallId, on)
  const printed = await wordingsOf(db, hallId, 'clauseWording')
  const whole = await wordingsOf(db, hallId, 'systemWording')
  const waits = await waitingOf(db, hallId)
  const isEntered = (versions: readonly ShownWording[] | undefined) =>
    inForceOn(versions ?? [], on) !== null
  return {
    mayEnter: mayEnterRules(officer),
    ...(await ruleChangesOf(db, hallId, { mostDecided: MOST_DECIDED })),
    systems: shownSystems(policy).map(({ key, titleZh, role }) => ({
      key,
      title: titleZh,
      role,
      official: isEntered(whole.get(key)),
      waits: waits('systemWording', key) !== null,
      clauses: listed
        .filter(({ system }) => system === key)
        .map((clause) => ({
          key: clause.key,
          label: clause.label,
          plain: clause.plain,
          version: clause.version,
          effectiveFrom: clause.effectiveFrom,
          active: clause.active,
          coming: clause.effectiveFrom > on,
          official: isEntered(printed.get(clause.key)),
          waits: waits('clause', clause.key) ?? waits('clauseWording', clause.key),
        })),
    })),
  }
}
