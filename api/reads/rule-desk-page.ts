import { and, desc, eq, isNotNull } from 'drizzle-orm'
import { clauses, officers, ruleChanges } from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'
import { type Officer, today, type World } from '../context.ts'
import { Refused } from '../refused.ts'
import { inForceOn, type RuleChangeKind } from '../rules/rule-change.ts'
import { hallById } from './halls.ts'
import { wordingsOf } from './official-wordings.ts'
import { bodyOf } from './rule-changes.ts'
import { mayEnterRules, shownSystems } from './rule-desk.ts'

/** A change by what it is about, newest first. */
const changesAbout = (db: Reader, hallId: number, kind: RuleChangeKind, key: string) =>
  db
    .select()
    .from(ruleChanges)
    .where(
      and(eq(ruleChanges.hallId, hallId), eq(ruleChanges.kind, kind), eq(ruleChanges.key, key)),
    )
    .orderBy(desc(ruleChanges.id))

/**
 * Where an entry about something stands: the one that waits, or the last one, when it was returned
 * or taken back, so that it can be put right.
 */
async function entryAbout(db: Reader, hallId: number, kind: RuleChangeKind, key: string) {
  const [last] = await changesAbout(db, hallId, kind, key).limit(1)
  if (!last || last.outcome === 'approved') return { waits: null, draft: null }
  if (last.outcome === null) return { waits: last.publicId, draft: null }
  const { effectiveFrom, reason, outcome, note } = last
  return { waits: null, draft: { ...bodyOf(last), effectiveFrom, reason, outcome, note } }
}

/** Every version of a clause, the newest first, with who entered it and why. */
const versionsWithReasons = (db: Reader, hallId: number, key: string) =>
  db
    .select({ clause: clauses, reason: ruleChanges.reason, by: officers.name })
    .from(clauses)
    .leftJoin(ruleChanges, eq(ruleChanges.id, clauses.changeId))
    .leftJoin(officers, eq(officers.id, ruleChanges.enteredBy))
    .where(and(eq(clauses.hallId, hallId), eq(clauses.key, key)))
    .orderBy(desc(clauses.version))

/** A clause as the desk sees it: what is in force, every version, what was entered. */
export async function clauseDesk(world: World, officer: Officer, key: string) {
  const db = world.store.read
  const { hallId } = officer
  const on = today(world)
  const hall = await hallById(db, hallId)
  const rows = await versionsWithReasons(db, hallId, key)
  const current = inForceOn(
    rows.map(({ clause }) => clause),
    on,
  )
  const newest = current ?? rows[0]?.clause
  if (!newest) throw new Refused('no-such-clause')
  const printed = (await wordingsOf(db, hallId, 'clauseWording', key)).get(key) ?? []
  const system = shownSystems(hall.policy).find((one) => one.key === newest.system)
  return {
    hall: { key: hall.key },
    today: on,
    mayEnter: mayEnterRules(officer),
    key,
    label: newest.label,
    plain: newest.plain,
    active: newest.active,
    category: newest.category,
    inForce: current?.version ?? null,
    system: { key: newest.system, title: system?.titleZh ?? '' },
    versions: rows.map(({ clause, reason, by }) => ({
      version: clause.version,
      effectiveFrom: clause.effectiveFrom,
      label: clause.label,
      plain: clause.plain,
      active: clause.active,
      coming: clause.effectiveFrom > on,
      reason,
      by,
    })),
    official: inForceOn(printed, on),
    wordings: printed.toReversed(),
    text: await entryAbout(db, hallId, 'clause', key),
    wording: await entryAbout(db, hallId, 'clauseWording', key),
  }
}

/** A whole rule as the desk sees it: what is entered of its text. */
export async function systemDesk(world: World, officer: Officer, key: string) {
  const db = world.store.read
  const hall = await hallById(db, officer.hallId)
  const system = shownSystems(hall.policy).find((one) => one.key === key)
  if (!system) throw new Refused('no-such-rule')
  const versions = (await wordingsOf(db, hall.id, 'systemWording', key)).get(key) ?? []
  return {
    hall: { key: hall.key },
    today: today(world),
    mayEnter: mayEnterRules(officer),
    key,
    title: system.titleZh,
    official: inForceOn(versions, today(world)),
    wordings: versions.toReversed(),
    wording: await entryAbout(db, hall.id, 'systemWording', key),
  }
}

/** What a clause of the hall's own may stand in, and the own clauses that were returned. */
export async function ownClauseForm(world: World, officer: Officer) {
  const db = world.store.read
  const { hallId } = officer
  const hall = await hallById(db, hallId)
  const own = `${hall.key}.own.`
  const held = await db
    .select({ key: clauses.key })
    .from(clauses)
    .where(and(eq(clauses.hallId, hallId), isNotNull(clauses.changeId)))
  const entered = await db
    .select()
    .from(ruleChanges)
    .where(and(eq(ruleChanges.hallId, hallId), eq(ruleChanges.kind, 'clause')))
    .orderBy(desc(ruleChanges.id))
  const [last] = entered.filter(
    ({ key, outcome }) =>
      key.startsWith(own) && outcome !== null && !held.some((one) => one.key === key),
  )
  return {
    today: today(world),
    mayEnter: mayEnterRules(officer),
    systems: shownSystems(hall.policy).map(({ key, titleZh }) => ({ key, title: titleZh })),
    draft: last && {
      ...bodyOf(last).clause!,
      effectiveFrom: last.effectiveFrom,
      reason: last.reason,
      note: last.note,
    },
  }
}
