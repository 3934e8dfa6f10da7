import { and, desc, eq, isNotNull, isNull } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { clauses, officers, ruleChanges } from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'
import { type Officer, today, type World } from '../context.ts'
import { ruleSystems } from '../policies/clauses/index.ts'
import { Refused } from '../refused.ts'
import { can } from '../rules/can.ts'
import {
  type ClauseText,
  holdsFrom,
  inForceOn,
  type OfficialWording,
  paragraphsOf,
  type PrintedWording,
} from '../rules/rule-change.ts'
import { hallById } from './halls.ts'
import { clauseVersions } from './clauses.ts'
import { wordingsOf } from './official-wordings.ts'

type Row = typeof ruleChanges.$inferSelect

const entered = alias(officers, 'entered')
const decided = alias(officers, 'decided')

const changesWith = (db: Reader) =>
  db
    .select({ change: ruleChanges, by: entered.name, decider: decided.name })
    .from(ruleChanges)
    .innerJoin(entered, eq(entered.id, ruleChanges.enteredBy))
    .leftJoin(decided, eq(decided.id, ruleChanges.decidedBy))

/** The text of a change, told apart by its kind. */
export const bodyOf = ({ kind, body }: Pick<Row, 'kind' | 'body'>) =>
  kind === 'clause'
    ? { clause: body as ClauseText, wording: null }
    : { clause: null, wording: body as OfficialWording }

/** What a change is about, in a few words: the clause's label or the rule's title. */
async function namesOf(db: Reader, hallId: number, policy: string) {
  const labels = await db
    .select({ key: clauses.key, label: clauses.label })
    .from(clauses)
    .where(eq(clauses.hallId, hallId))
    .orderBy(clauses.version)
  const label = new Map(labels.map((one) => [one.key, one.label]))
  const title = new Map((ruleSystems[policy] ?? []).map(({ key, titleZh }) => [key, titleZh]))
  return (change: Row) => {
    if (change.kind === 'systemWording') return title.get(change.key) ?? change.key
    return label.get(change.key) ?? bodyOf(change).clause?.label ?? change.key
  }
}

/** What a hall's officers have entered for the rules, the newest first: what waits, what was decided. */
export async function ruleChangesOf(
  db: Reader,
  hallId: number,
  { mostDecided }: { mostDecided: number },
) {
  const { policy } = await hallById(db, hallId)
  const nameOf = await namesOf(db, hallId, policy)
  const ofHall = eq(ruleChanges.hallId, hallId)
  const told = ({ change, by, decider }: { change: Row; by: string; decider: string | null }) => ({
    id: change.publicId,
    kind: change.kind,
    retires: bodyOf(change).clause?.active === false,
    name: nameOf(change),
    by,
    on: change.enteredOn,
    from: change.effectiveFrom,
    reason: change.reason,
    outcome: change.outcome,
    decidedBy: decider,
    decidedOn: change.decidedOn,
  })
  const waiting = await changesWith(db)
    .where(and(ofHall, isNull(ruleChanges.outcome)))
    .orderBy(desc(ruleChanges.id))
  const recent = await changesWith(db)
    .where(and(ofHall, isNotNull(ruleChanges.outcome)))
    .orderBy(desc(ruleChanges.decidedOn), desc(ruleChanges.id))
    .limit(mostDecided)
  return {
    waiting: waiting.map(told),
    decided: recent.map(told),
  }
}

type Side = {
  clause: { label: string; plain: string; active: boolean } | null
  official: PrintedWording | null
}

/** What the public pages say today of what a change is about. */
async function standing(world: World, { hallId, kind, key }: Row): Promise<Side> {
  const { read } = world.store
  const on = today(world)
  const wordingKind = kind === 'clause' ? 'clauseWording' : kind
  const versions = (await wordingsOf(read, hallId, wordingKind, key)).get(key) ?? []
  const official = inForceOn(versions, on)
  if (kind === 'systemWording') return { clause: null, official }
  return { clause: (await clauseVersions(read, hallId, on, key))[0] ?? null, official }
}

/** What the public pages would say with a change. */
function changed(before: Side, change: Row): Side {
  const { clause, wording } = bodyOf(change)
  if (wording === null) return { ...before, clause }
  const { text, ...where } = wording
  return { ...before, official: { ...where, paragraphs: paragraphsOf(text) } }
}

const sideOf = ({ clause, official }: Side): Side => ({
  clause: clause && { label: clause.label, plain: clause.plain, active: clause.active },
  official,
})

/** One change, beside what stands now, with what this officer may do with it. */
export async function ruleChangePage(world: World, officer: Officer, publicId: string) {
  const { read } = world.store
  const [found] = await changesWith(read).where(
    and(eq(ruleChanges.hallId, officer.hallId), eq(ruleChanges.publicId, publicId)),
  )
  if (!found) throw new Refused('no-such-rule-change')
  const { change, by, decider } = found
  const { policy } = await hallById(read, officer.hallId)
  const { clause } = bodyOf(change)
  const before = await standing(world, change)
  const about = { kind: 'ruleChange', enteredById: change.enteredBy } as const
  const actor = { ...officer, relation: null }
  const open = change.outcome === null
  const systems = ruleSystems[policy] ?? []
  return {
    id: change.publicId,
    kind: change.kind,
    key: change.key,
    retires: clause?.active === false,
    name: (await namesOf(read, officer.hallId, policy))(change),
    /** Where a clause stands, and of what kind the breach is. */
    place: clause && {
      title: systems.find(({ key }) => key === clause.system)?.titleZh ?? '',
      category: clause.category,
    },
    before: sideOf(before),
    after: sideOf(changed(before, change)),
    /** Whether what it is about has a page at the desk already. */
    known:
      change.kind === 'systemWording' || before.clause !== null || change.outcome === 'approved',
    reason: change.reason,
    enteredBy: by,
    enteredOn: change.enteredOn,
    enteredFor: change.effectiveFrom,
    /** From when it would hold if it were approved today. */
    from: holdsFrom(change.effectiveFrom, change.decidedOn ?? today(world)),
    outcome: change.outcome,
    decidedBy: decider,
    decidedOn: change.decidedOn,
    note: change.note,
    may: {
      decide: open && can(actor, 'decide', about),
      takeBack: open && can(actor, 'takeBack', about),
    },
  }
}
