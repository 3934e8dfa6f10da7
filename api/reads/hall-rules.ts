import { and, asc, between, count, countDistinct, desc, eq, inArray, lte } from 'drizzle-orm'
import { caseFiles, clauses, complaints, decisions } from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'
import { today, type World } from '../context.ts'
import { ruleSystems } from '../policies/clauses/index.ts'
import { rulesInWords } from '../policies/rules-in-words/index.ts'
import { Refused } from '../refused.ts'
import { isVerified, FINDINGS } from '../rules/case-file.ts'
import { type ClauseFigures, clauseFigures } from '../rules/clause-figures.ts'
import { addMonths, type Day, firstDayOf, lastDayOf, monthOf } from '../rules/day.ts'
import { inWords } from '../rules/rule-in-words.ts'
import { type PolicyHall, policyOf } from './policies.ts'

type RulesHall = PolicyHall & { id: number }

/** Every version in force on a day, the newest of each clause first. */
const versionsOf = (db: Reader, hallId: number, on: Day, key?: string) =>
  db
    .select()
    .from(clauses)
    .where(
      and(
        eq(clauses.hallId, hallId),
        lte(clauses.effectiveFrom, on),
        key === undefined ? undefined : eq(clauses.key, key),
      ),
    )
    .orderBy(asc(clauses.key), desc(clauses.version))

/** The clauses a complaint may cite today, each in its version in force. */
async function citable(db: Reader, hallId: number, on: Day) {
  const rows = await versionsOf(db, hallId, on)
  return rows
    .filter((row, at) => row.key !== rows[at - 1]?.key && row.active)
    .toSorted((one, other) => one.sortOrder - other.sortOrder)
}

/**
 * The rules (制度) a hall shows to everybody, without those the portal leaves to the hall, each
 * with what it says and the clauses a complaint may cite, in the portal's plain words.
 */
export async function rulesOfHall(world: World, hall: RulesHall) {
  const day = today(world)
  const shown = await citable(world.store.read, hall.id, day)
  const policy = policyOf(hall, day)
  const bySystem = Map.groupBy(shown, ({ system }) => system)
  return (ruleSystems[hall.policy] ?? [])
    .filter(({ role }) => role !== 'out')
    .map(({ key, titleZh, purposeZh, role }) => ({
      key,
      title: titleZh,
      purpose: purposeZh,
      role,
      sentences: inWords(rulesInWords[key] ?? {}, policy),
      clauses: (bySystem.get(key) ?? []).map((clause) => ({
        key: clause.key,
        label: clause.label,
        plain: clause.plain,
        version: clause.version,
        effectiveFrom: clause.effectiveFrom,
      })),
    }))
}

/** The rules the portal leaves to the hall, each with the reason. */
export const rulesLeftOut = (hall: RulesHall) =>
  (ruleSystems[hall.policy] ?? [])
    .filter(({ role }) => role === 'out')
    .map(({ key, titleZh, purposeZh, outReasonZh }) => ({
      key,
      title: titleZh,
      purpose: purposeZh,
      reason: outReasonZh ?? '',
    }))

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

/** One clause with its versions up to today, and how often it was cited and upheld. */
export async function clauseOfHall(world: World, hall: RulesHall, key: string) {
  const db = world.store.read
  const on = today(world)
  const versions = await versionsOf(db, hall.id, on, key)
  const [current] = versions
  if (!current) throw new Refused('no-such-clause')
  const { publish } = policyOf(hall, on)
  const counted = monthsCounted(on, publish.overMonths)
  const system = (ruleSystems[hall.policy] ?? []).find((each) => each.key === current.system)
  return {
    key,
    label: current.label,
    category: current.category,
    active: current.active,
    system: { key: current.system, title: system?.titleZh ?? '' },
    versions: versions.map(({ version, plain, effectiveFrom }) => ({
      version,
      plain,
      effectiveFrom,
    })),
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
