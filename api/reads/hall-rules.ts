import { and, asc, between, count, countDistinct, eq, gt, inArray, lte } from 'drizzle-orm'
import { caseFiles, clauses, complaints, decisions } from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'
import { today, type World } from '../context.ts'
import { ruleSystems } from '../policies/clauses/index.ts'
import { rulesInWords } from '../policies/rules-in-words/index.ts'
import { Refused } from '../refused.ts'
import { isVerified, FINDINGS } from '../rules/case-file.ts'
import { type ClauseFigures, clauseFigures } from '../rules/clause-figures.ts'
import { addMonths, type Day, firstDayOf, lastDayOf, monthOf } from '../rules/day.ts'
import { inForceOn } from '../rules/rule-change.ts'
import { inWords } from '../rules/rule-in-words.ts'
import { citableClauses, clauseVersions } from './clauses.ts'
import { type ShownWording, wordingsOf } from './official-wordings.ts'
import { type PolicyHall, policyOf, sheetsOfHall } from './policies.ts'

type RulesHall = PolicyHall & { id: number }

/** The wording in force on a day, with the ones before it, the newest first. */
function shownOn(versions: readonly ShownWording[], on: Day) {
  const official = inForceOn(versions, on)
  const before = versions.filter(({ version }) => official !== null && version < official.version)
  return { official, earlier: before.toReversed() }
}

/**
 * The rules (制度) a hall shows to everybody, without those the portal leaves to the hall, each
 * with what it says and the clauses a complaint may cite, in the portal's plain words, and with
 * the rule itself where the hall has entered it.
 */
export async function rulesOfHall(world: World, hall: RulesHall) {
  const db = world.store.read
  const on = today(world)
  const shown = await citableClauses(db, hall.id, on)
  const whole = await wordingsOf(db, hall.id, 'systemWording')
  const printed = await wordingsOf(db, hall.id, 'clauseWording')
  const policy = policyOf(hall, on)
  const sheets = sheetsOfHall(hall, on)
  const bySystem = Map.groupBy(shown, ({ system }) => system)
  return (ruleSystems[hall.policy] ?? [])
    .filter(({ role }) => role !== 'out')
    .map(({ key, titleZh, purposeZh, role }) => ({
      key,
      title: titleZh,
      purpose: purposeZh,
      role,
      sentences: inWords(rulesInWords[key] ?? {}, policy, sheets),
      ...shownOn(whole.get(key) ?? [], on),
      clauses: (bySystem.get(key) ?? []).map((clause) => ({
        key: clause.key,
        label: clause.label,
        plain: clause.plain,
        version: clause.version,
        effectiveFrom: clause.effectiveFrom,
        official: inForceOn(printed.get(clause.key) ?? [], on) !== null,
      })),
    }))
}

/** Whole months only: a figure that changes from day to day would tell of single complaints. */
function monthsCounted(on: Day, overMonths: number): { from: Day; until: Day } {
  const last = addMonths(monthOf(on), -1)
  return { from: firstDayOf(addMonths(last, 1 - overMonths)), until: lastDayOf(last) }
}

async function figuresOf(
  db: Reader,
  ids: readonly number[],
  { from, until }: { from: Day; until: Day },
  least: number,
): Promise<ClauseFigures> {
  const named = and(
    inArray(complaints.clauseId, [...ids]),
    between(complaints.receivedOn, from, until),
  )
  const [cited] = await db.select({ count: count() }).from(complaints).where(named)
  const [upheld] = await db
    .select({ count: countDistinct(complaints.id) })
    .from(complaints)
    .innerJoin(caseFiles, eq(caseFiles.complaintId, complaints.id))
    .innerJoin(decisions, eq(decisions.caseId, caseFiles.id))
    .where(
      and(
        named,
        eq(decisions.approved, true),
        lte(decisions.decidedOn, until),
        inArray(decisions.finding, FINDINGS.filter(isVerified)),
      ),
    )
  return clauseFigures({ cited: cited?.count ?? 0, upheld: upheld?.count ?? 0 }, least)
}

/** Versions that are settled and not yet in force, the next first. */
const comingOf = (db: Reader, hallId: number, key: string, on: Day) =>
  db
    .select({
      version: clauses.version,
      effectiveFrom: clauses.effectiveFrom,
      label: clauses.label,
      plain: clauses.plain,
      active: clauses.active,
    })
    .from(clauses)
    .where(and(eq(clauses.hallId, hallId), eq(clauses.key, key), gt(clauses.effectiveFrom, on)))
    .orderBy(asc(clauses.version))

/** One clause with its versions up to today, its official wording, how often it was cited and upheld. */
export async function clauseOfHall(world: World, hall: RulesHall, key: string) {
  const db = world.store.read
  const on = today(world)
  const versions = await clauseVersions(db, hall.id, on, key)
  const [current] = versions
  if (!current) throw new Refused('no-such-clause')
  const { publish } = policyOf(hall, on)
  const counted = monthsCounted(on, publish.overMonths)
  const system = (ruleSystems[hall.policy] ?? []).find((each) => each.key === current.system)
  const printed = await wordingsOf(db, hall.id, 'clauseWording', key)
  return {
    key,
    label: current.label,
    category: current.category,
    active: current.active,
    system: { key: current.system, title: system?.titleZh ?? '' },
    versions: versions.map(({ version, label, plain, active, effectiveFrom }) => ({
      version,
      label,
      plain,
      active,
      effectiveFrom,
    })),
    coming: await comingOf(db, hall.id, key, on),
    ...shownOn(printed.get(key) ?? [], on),
    counted,
    least: publish.leastComplaints,
    figures: await figuresOf(
      db,
      versions.map(({ id }) => id),
      counted,
      publish.leastComplaints,
    ),
  }
}
