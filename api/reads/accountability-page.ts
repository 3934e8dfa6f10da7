import { and, asc, desc, eq, gte, inArray, isNull, or } from 'drizzle-orm'
import { accountabilityActions, caseFiles, officers, staff } from '../../db/schema/index.ts'
import { openField, openMaybe } from '../../db/sealing/field.ts'
import type { Reader } from '../../db/store.ts'
import { type Officer, today, type World } from '../context.ts'
import { ladders } from '../policies/ladders/by-key.ts'
import { Refused } from '../refused.ts'
import { accountabilityRefusal, assess, isAccountable, papersOf } from '../rules/accountability.ts'
import { circumstancesSaid, saysOtherwise } from '../rules/apology.ts'
import { can, refusalOf } from '../rules/can.ts'
import { clockOf } from '../rules/case-deadlines.ts'
import { isVerified } from '../rules/case-file.ts'
import { relationOf } from '../rules/case-relation.ts'
import type { Day } from '../rules/day.ts'
import { isOver } from '../rules/day-over.ts'
import type { HallPolicy } from '../rules/hall-policy.ts'
import { type Ladder, rungsFor, tickable } from '../rules/ladder.ts'
import { sameDayYearsLater } from '../rules/same-day-later.ts'
import { waitsForAnswer } from '../rules/score-entry.ts'
import { accountableActs, type Action, rungOf } from './accountable-acts.ts'
import { apologyIn } from './apologies.ts'
import { approvedDecision } from './approved-decision.ts'
import type { CaseInSight } from './case-in-sight.ts'
import { hallById } from './halls.ts'
import { retaliationIn, retaliationSince } from './retaliation.ts'
import { unrecused } from './unrecused.ts'
import { policyOf } from './policies.ts'

const labelIn = (list: readonly { key: string; labelZh: string }[], key: string | null) =>
  list.find((one) => one.key === key)?.labelZh ?? key

const joined = (db: Reader) =>
  db
    .select({
      action: accountabilityActions,
      file: caseFiles,
      person: { id: staff.publicId, name: staff.name, number: staff.number },
    })
    .from(accountabilityActions)
    .innerJoin(caseFiles, eq(caseFiles.id, accountabilityActions.caseId))
    .leftJoin(staff, eq(staff.id, accountabilityActions.staffId))

type Row = Awaited<ReturnType<typeof joined>>[number]

async function namesOf(db: Reader, rows: readonly Row[]) {
  const ids = rows.flatMap(({ action }) => [action.proposedBy, action.decidedBy ?? 0])
  const found = await db
    .select({ id: officers.id, name: officers.name })
    .from(officers)
    .where(inArray(officers.id, [0, ...ids]))
  return new Map(found.map(({ id, name }) => [id, name]))
}

/** Each earlier act that counted, by its day and what it led to. */
async function earlierActs(db: Reader, ids: readonly string[]) {
  if (ids.length === 0) return []
  const rows = await db
    .select()
    .from(accountabilityActions)
    .where(inArray(accountabilityActions.publicId, [...ids]))
    .orderBy(asc(accountabilityActions.actOn))
  return rows.map((row) => ({ on: row.actOn!, label: rungOf(row, row.decidedRung)?.labelZh ?? '' }))
}

/** The ladder's own words for its lines: where it began, what moved it. */
function linesOf(ladder: Ladder, { ground, severity, circumstances }: Action) {
  if (ground === null || severity === null) return []
  const factors = ladder.kind === 'tiers' ? [...ladder.aggravating, ...ladder.mitigating] : []
  return (assess(ladder, { ground, severity, circumstances })?.steps ?? []).map((step) => ({
    kind: step.kind,
    tier: 'tier' in step ? step.tier : null,
    severity: 'severity' in step ? labelIn(ladder.severities, step.severity) : null,
    factors: 'factors' in step ? step.factors.map((key) => labelIn(factors, key)!) : [],
  }))
}

/** One action as the office reads it, with what this officer may do to it. */
async function shown(
  db: Reader,
  world: World,
  officer: Officer,
  policy: HallPolicy,
  { action, file, person }: Row,
  names: Map<number, string>,
) {
  const ladder = ladders[action.ladder]
  const place = (column: string) => `accountability_actions.${column}` as const
  const about = { recused: false, proposerId: null }
  const relation = relationOf(officer.id, { ...about, ...file })
  const resource = {
    kind: 'accountability',
    staffId: action.staffId,
    proposedById: action.proposedBy,
  } as const
  const over = (day: Day) => isOver(day, policy.openingHours, world.now())
  const proposed = rungOf(action, action.proposedRung)
  const decided = rungOf(action, action.decidedRung)
  const entry = { answerUntil: action.answerUntil, answeredOn: action.statedOn }
  const said = await apologyIn(db, action.caseId)
  return {
    id: action.publicId,
    number: file.number,
    person,
    asHead: action.asHead,
    ground: labelIn(ladder.grounds, action.ground),
    actOn: action.actOn,
    lines: linesOf(ladder, action),
    earlier: await earlierActs(db, action.earlier),
    gist: action.gist,
    reason: openField(world.keys, place('reason'), action.caseId, action.reason),
    proposed: proposed && { key: proposed.key, label: proposed.labelZh, oneOf: proposed.oneOf },
    proposedSanctions: action.proposedSanctions,
    proposedBy: names.get(action.proposedBy) ?? null,
    proposedOn: action.proposedOn!,
    answerUntil: action.answerUntil,
    statedOn: action.statedOn,
    statement: openMaybe(world.keys, place('statement'), action.caseId, action.statement),
    /** What the complainant says of an apology, and whether the proposal says otherwise. */
    apology: said && { ...said, contradicted: saysOtherwise(said.word, action.circumstances) },
    outcome: action.outcome,
    decided: decided && { label: decided.labelZh },
    decidedTier: action.decidedTier,
    decidedSanctions: action.decidedSanctions ?? [],
    deviation: openMaybe(world.keys, place('deviation'), action.caseId, action.deviation),
    decidingBody: action.decidingBody ?? policy.supervisingBodyZh,
    decidedBy: names.get(action.decidedBy ?? 0) ?? null,
    decidedOn: action.decidedOn,
    circularOn: action.circularOn,
    departmentToldOn: action.departmentToldOn,
    returnLetterOn: action.returnLetterOn,
    forwardedOn: action.forwardedOn,
    probationUntil: action.probationUntil,
    waits: waitsForAnswer({ confirmed: null, ...entry }, over),
    /** The papers to print, for those who may read accountability. */
    papers:
      action.staffId !== null && can({ ...officer, relation }, 'read', resource)
        ? papersOf(decided ?? proposed!)
        : [],
    mayDecide:
      action.outcome === null && refusalOf({ ...officer, relation }, 'decide', resource) === null,
    rungs: (action.ground === null ? [] : rungsFor(ladder, action.ground)).map((rung) => ({
      key: rung.key,
      label: rung.labelZh,
      oneOf: rung.oneOf,
      circular: rung.circular,
      departmentNotice: rung.departmentNotice,
      returnLetter: rung.returnLetter,
    })),
  }
}

async function shownAll(
  db: Reader,
  world: World,
  officer: Officer,
  policy: HallPolicy,
  rows: readonly Row[],
) {
  const names = await namesOf(db, rows)
  const all = []
  for (const row of rows) all.push(await shown(db, world, officer, policy, row, names))
  return all
}

/**
 * Accountability in one case: what is proposed and decided, who can be named with their earlier
 * accountable acts, and the hall's ladder to choose from.
 */
export async function accountabilityOf(
  db: Reader,
  world: World,
  officer: Officer,
  found: CaseInSight,
  people: readonly { id: string; name: string; number: string }[],
) {
  const { file, policy, relation } = found
  const ladder = ladders[policy.ladder]
  const rows = await joined(db)
    .where(eq(accountabilityActions.caseId, file.id))
    .orderBy(asc(accountabilityActions.id))
  const finding = (await approvedDecision(db, file.id))?.finding ?? null
  const open = { state: file.state, finding }
  const resource = { kind: 'accountability', staffId: null, proposedById: null } as const
  const known = await db
    .select({ id: staff.id, publicId: staff.publicId })
    .from(staff)
    .where(inArray(staff.publicId, ['', ...people.map(({ id }) => id)]))
  const acts = await accountableActs(db, [0, ...known.map(({ id }) => id)])
  const decided = rows.filter(({ action }) => action.outcome && action.outcome !== 'returned')
  const apology = await apologyIn(db, file.id)
  const actor = { ...officer, relation }
  return {
    mayPropose:
      accountabilityRefusal(open, ['retaliation']) === null &&
      refusalOf(actor, 'propose', resource) === null,
    verified: isVerified(finding),
    /** Closing waits for it. */
    owed:
      isVerified(finding) &&
      (decided.length === 0 || rows.some(({ action }) => action.outcome === null)),
    apology,
    /** Reported retaliation, for those who may read it. */
    retaliation: can(actor, 'read', { kind: 'retaliation' })
      ? await retaliationIn(db, world, file.id)
      : [],
    body: policy.supervisingBodyZh,
    ladder: {
      title: ladder.titleZh,
      grounds: ladder.grounds,
      severities: ladder.severities,
      circumstances: tickable(ladder),
      said: circumstancesSaid(apology?.word ?? null),
      choices: [
        ...new Set(ladder.kind === 'grounds' ? ladder.cells.flatMap(({ rung }) => rung.oneOf) : []),
      ],
    },
    people: people.map((person) => ({
      ...person,
      earlier: acts
        .filter(({ staffId }) =>
          known.some((one) => one.publicId === person.id && one.id === staffId),
        )
        .map(({ on, action }) => ({ on, label: rungOf(action, action.decidedRung)!.labelZh })),
    })),
    actions: await shownAll(db, world, officer, policy, rows),
  }
}

/**
 * Retaliation that was reported since a day, for those who may read it: what was reported, and
 * whether somebody was proposed to be held to account for it.
 */
async function reportsFor(
  db: Reader,
  world: World,
  officer: Officer,
  since: Day,
  rows: readonly Row[],
) {
  const mine = []
  for (const { caseId, number } of await retaliationSince(db, officer.hallId, since)) {
    const [free] = await unrecused(db, caseId, [officer])
    const relation = free ? 'elsewhere' : 'recused'
    if (!can({ ...officer, relation }, 'read', { kind: 'retaliation' })) continue
    mine.push({
      number,
      said: await retaliationIn(db, world, caseId),
      taken: rows.some(
        ({ action }) =>
          action.caseId === caseId &&
          action.outcome !== 'returned' &&
          action.circumstances.includes('retaliation'),
      ),
    })
  }
  return mine
}

/**
 * The office's list: what waits for a decision, and what was decided on acts of the last rolling
 * year, person by person. Cases an officer is kept away from are not in it.
 */
export async function accountabilityList(world: World, officer: Officer) {
  const db = world.store.read
  const actor = { ...officer, relation: null }
  const resource = { kind: 'accountability', staffId: null, proposedById: null } as const
  if (!can(actor, 'read', resource)) throw new Refused('not-yours')
  const policy = policyOf(await hallById(db, officer.hallId), today(world))
  const since = sameDayYearsLater(today(world), 0 - (policy.repeatRule?.withinYears ?? 1))
  const rows = await joined(db)
    .where(
      and(
        eq(accountabilityActions.hallId, officer.hallId),
        or(
          isNull(accountabilityActions.outcome),
          gte(accountabilityActions.actOn, since),
          gte(accountabilityActions.decidedOn, since),
        ),
      ),
    )
    .orderBy(desc(accountabilityActions.id))
  const mine: Row[] = []
  for (const row of rows) {
    const [free] = await unrecused(db, row.file.id, [officer])
    if (free) mine.push(row)
  }
  const all = await shownAll(db, world, officer, policy, mine)
  const people = new Map<string, { name: string; number: string; acts: typeof all }>()
  for (const one of all) {
    if (one.outcome === null || one.outcome === 'returned' || one.person === null) continue
    const { id, name, number } = one.person
    const known = people.get(id) ?? { name, number, acts: [] }
    known.acts.push(one)
    people.set(id, known)
  }
  return {
    retaliation: await reportsFor(db, world, officer, since, rows),
    since,
    body: policy.supervisingBodyZh,
    repeat: policy.repeatRule,
    waiting: all.filter(({ outcome }) => outcome === null),
    people: [...people.values()].sort((one, other) => (one.number < other.number ? -1 : 1)),
    nobody: all.filter(({ outcome, person }) => outcome === 'agreed' && person === null).length,
  }
}

/**
 * What an officer who serves at a window may answer to (申辩): the gist, the ground, the day and
 * until when; afterwards what was decided. Nothing else of the case, not even its number.
 */
export async function ownPleas(world: World, officer: Officer) {
  const { staffId } = officer
  if (staffId === null) return []
  const resource = { kind: 'accountability', staffId, proposedById: null } as const
  if (!can({ ...officer, relation: null }, 'readOwn', resource)) return []
  const rows = await world.store.read
    .select()
    .from(accountabilityActions)
    .where(
      and(
        eq(accountabilityActions.staffId, staffId),
        eq(accountabilityActions.hallId, officer.hallId),
      ),
    )
    .orderBy(desc(accountabilityActions.id))
  return rows
    .filter(({ outcome }) => outcome !== 'returned')
    .map((action) => {
      const decided = rungOf(action, action.decidedRung)
      return {
        id: action.publicId,
        gist: action.gist,
        ground: labelIn(ladders[action.ladder].grounds, action.ground)!,
        day: action.actOn!,
        due: {
          on: action.answerUntil!,
          ...clockOf(action.answerUntil!, today(world), world.calendar),
        },
        statedOn: action.statedOn,
        statement: openMaybe(
          world.keys,
          'accountability_actions.statement',
          action.caseId,
          action.statement,
        ),
        decided:
          action.outcome === null
            ? null
            : {
                on: action.decidedOn!,
                body: action.decidingBody!,
                held: decided !== null && isAccountable(decided),
                sanctions: action.decidedSanctions ?? [],
                probationUntil: action.probationUntil,
              },
      }
    })
}
