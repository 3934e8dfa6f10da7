import {
  and,
  asc,
  desc,
  eq,
  gte,
  inArray,
  isNotNull,
  lt,
  lte,
  or,
  type SQL,
  sql,
} from 'drizzle-orm'
import { caseFiles, clauses, complaints, officers, windows } from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'
import { type Officer, today, type World } from '../context.ts'
import { deadlineOf } from '../rules/calendar.ts'
import { clockOf } from '../rules/case-deadlines.ts'
import { type CaseList, LIVE_STATES } from '../rules/case-queue.ts'
import type { Day } from '../rules/day.ts'
import type { HallPolicy } from '../rules/hall-policy.ts'
import { softWarning } from '../rules/soft-warning.ts'
import { hallById } from './halls.ts'
import { seenBy } from './recused.ts'
import { policyOf } from './policies.ts'

/** How many cases a page of the queue holds. */
const CASES_A_PAGE = 25

type Days = { today: Day; soonUntil: Day }

const daysOf = (world: World, { escalation }: HallPolicy): Days => ({
  today: today(world),
  soonUntil: deadlineOf(today(world), escalation.soonWd, world.calendar).day,
})

/** Something is still owed: in a live state, or by an organ that sent on what was not taken up. */
const live = or(inArray(caseFiles.state, [...LIVE_STATES]), isNotNull(caseFiles.nextDueOn))

/** What makes a case one of a list's. */
const belongsTo = (list: CaseList, officerId: number, days: Days): SQL | undefined => {
  const lists: Record<CaseList, SQL | undefined> = {
    registered: eq(caseFiles.state, 'registered'),
    soon: and(live, gte(caseFiles.nextDueOn, days.today), lte(caseFiles.nextDueOn, days.soonUntil)),
    overdue: and(live, lt(caseFiles.nextDueOn, days.today)),
    mine: and(live, eq(caseFiles.handlerId, officerId)),
    awaitingApproval: eq(caseFiles.state, 'awaitingApproval'),
    toArchive: eq(caseFiles.state, 'closed'),
    all: undefined,
  }
  return lists[list]
}

const holding = (typed: string): SQL | undefined => {
  const text = typed.trim()
  if (text === '') return undefined
  const number = text.toUpperCase()
  return sql`(instr(${caseFiles.number}, ${number}) > 0 or instr(${caseFiles.gist}, ${text}) > 0
    or instr(${windows.number} || ' ' || ${windows.business}, ${text}) > 0
    or instr(${clauses.label}, ${text}) > 0)`
}

type CaseQuestion = {
  list: CaseList
  /** Number, window, clause or gist; never the complaint's own text, which is encrypted. */
  q: string
  /** Counted from 1. */
  page: number
}

/**
 * A page of the queue and one case more, which says whether another page follows. What is due
 * next comes first; the register of all cases has the newest day first. Within a day the random
 * number decides, so that the order says nothing of the time.
 */
export const queueQuery = (
  db: Reader,
  officer: Officer,
  { list, q, page }: CaseQuestion,
  days: Days,
) =>
  db
    .select({
      file: caseFiles,
      identity: complaints.identity,
      source: complaints.source,
      category: complaints.category,
      major: complaints.major,
      receivedOn: complaints.receivedOn,
      clause: clauses.label,
      window: { number: windows.number, business: windows.business },
      handler: officers.name,
      /** Whether the next date waits for a year's holidays to be announced. */
      provisional: sql<number>`exists (select 1 from deadlines d where d.case_id = ${caseFiles.id}
        and d.due_on = ${caseFiles.nextDueOn} and d.provisional = 1 and d.met_on is null
        and d.replaced_by is null)`,
    })
    .from(caseFiles)
    .innerJoin(complaints, eq(complaints.id, caseFiles.complaintId))
    .leftJoin(windows, eq(windows.id, complaints.windowId))
    .leftJoin(clauses, eq(clauses.id, complaints.clauseId))
    .leftJoin(officers, eq(officers.id, caseFiles.handlerId))
    .where(
      and(
        eq(caseFiles.hallId, officer.hallId),
        belongsTo(list, officer.id, days),
        seenBy(officer),
        holding(q),
      ),
    )
    .orderBy(
      ...(list === 'all'
        ? [desc(caseFiles.registeredOn), desc(caseFiles.number)]
        : [sql`${caseFiles.nextDueOn} is null`, asc(caseFiles.nextDueOn), asc(caseFiles.number)]),
    )
    .limit(CASES_A_PAGE + 1)
    .offset((page - 1) * CASES_A_PAGE)

/** One page of a list of the desk, as this officer may see it. */
export async function queueOf(world: World, officer: Officer, question: CaseQuestion) {
  const db = world.store.read
  const policy = policyOf(await hallById(db, officer.hallId), today(world))
  const days = daysOf(world, policy)
  const rows = await queueQuery(db, officer, question, days)
  return {
    ...question,
    more: rows.length > CASES_A_PAGE,
    cases: rows
      .slice(0, CASES_A_PAGE)
      .map(({ file, clause, window, handler, provisional, receivedOn, ...row }) => ({
        ...row,
        number: file.number,
        gist: file.gist || clause,
        window,
        handler,
        state: file.state,
        registeredOn: file.registeredOn,
        waitedWd: softWarning(policy, { ...file, receivedOn }, days.today, world.calendar),
        due: file.nextDueOn && {
          on: file.nextDueOn,
          provisional: provisional === 1,
          ...clockOf(file.nextDueOn, days.today, world.calendar, policy.escalation.soonWd),
        },
      })),
  }
}

/** How many live cases each list holds for an officer, counted in one pass. */
export const countsQuery = (db: Reader, officer: Officer, days: Days) => {
  const counted = (list: CaseList) =>
    sql<number>`coalesce(sum(coalesce(${belongsTo(list, officer.id, days)}, 0)), 0)`
  return db
    .select({
      registered: counted('registered'),
      soon: counted('soon'),
      overdue: counted('overdue'),
      mine: counted('mine'),
      awaitingApproval: counted('awaitingApproval'),
      toArchive: counted('toArchive'),
      nextDueOn: sql<Day | null>`min(${caseFiles.nextDueOn})`,
    })
    .from(caseFiles)
    .innerJoin(complaints, eq(complaints.id, caseFiles.complaintId))
    .where(and(eq(caseFiles.hallId, officer.hallId), live, seenBy(officer)))
}

/** How many cases each list holds for an officer, and the next day on which something is due. */
export async function caseCounts(world: World, officer: Officer) {
  const db = world.store.read
  const policy = policyOf(await hallById(db, officer.hallId), today(world))
  const [counts] = await countsQuery(db, officer, daysOf(world, policy))
  return counts!
}
