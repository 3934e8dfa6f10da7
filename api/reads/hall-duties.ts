import { and, eq, isNull } from 'drizzle-orm'
import { boxChecks, deadlines, caseFiles, scoreEntries, tasks } from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'
import { type Officer, today, type World } from '../context.ts'
import { can, PATROL_ROLES } from '../rules/can.ts'
import { ENTER_YEAR } from '../rules/calendar-import.ts'
import { addMonths, type Month, monthOf } from '../rules/day.ts'
import { isOver } from '../rules/day-over.ts'
import type { HallDuties } from '../rules/hall-tasks.ts'
import type { HallPolicy } from '../rules/hall-policy.ts'
import { quarterOfDay } from '../rules/period.ts'
import { waitsForAnswer } from '../rules/score-entry.ts'
import { accountabilityList, ownPleas } from './accountability-page.ts'
import { concernsOf } from './concerns.ts'
import { attendanceTable, deskMonths } from './desk-months.ts'
import { filingsOwedBy } from './filings-owed.ts'
import { hallById } from './halls.ts'
import { lowRatingsOf } from './low-ratings.ts'
import { nominationTable } from './nomination-table.ts'
import { periodStandings } from './period-standings.ts'
import { outsidePostsOf } from './outside-posts.ts'
import { ownEntries } from './own-entries.ts'
import { ownStatements } from './own-statements.ts'
import { handoversTo, roundsToday } from './patrol-rounds.ts'
import { peerTable } from './peer-table.ts'
import { lackOf } from './star-months.ts'
import { concernOf } from './score-entries.ts'
import { openUnsealings } from './unsealings.ts'

type Hall = Awaited<ReturnType<typeof hallById>>

const NOBODYS = { relation: null } as const

/** Everything beside the cases that decides what an officer has to do. */
export async function hallDuties(
  world: World,
  officer: Officer,
  hall: Hall,
  policy: HallPolicy,
): Promise<HallDuties> {
  const { read } = world.store
  const day = today(world)
  const is = (...roles: Officer['roles']) => roles.some((role) => officer.roles.includes(role))
  const outside = is('systemAdministrator') ? await outsidePostsOf(read, hall, day) : []
  return {
    rounds: is(...PATROL_ROLES) ? await roundsToday(world, hall.id, day) : [],
    handovers: await handoversTo(read, officer),
    isBoxChecked: await isBoxChecked(read, hall.id, day),
    lowRatings: policy.rating.lowFollowUp ? await lowRatingsFor(world, officer) : [],
    ...(await asked(world, officer)),
    filings: await filingsOwedBy(world, officer, policy),
    sanctions: await sanctionsFor(world, officer),
    entries: await entriesFor(world, officer, policy),
    ...(await monthsFor(world, officer, hall, policy)),
    nominations: is('windowHead') ? await nominationsFor(world, officer, policy) : [],
    awards: is('assessmentGroup')
      ? (await periodStandings(world, read, hall))
          .filter(({ state }) => state === 'over' || state === 'late')
          .map(({ period, decidesOn }) => ({ period, decidesOn }))
      : [],
    unsealings: is('custodian') ? (await openUnsealings(read, officer)).length : 0,
    year: is('systemAdministrator') ? await yearWanted(read, hall.id) : null,
    outsideMissing: outside.filter(({ email }) => email === null).length,
  }
}

async function isBoxChecked(db: Reader, hallId: number, day: HallDuties['statements'][number]) {
  const [check] = await db
    .select({ id: boxChecks.id })
    .from(boxChecks)
    .where(and(eq(boxChecks.hallId, hallId), eq(boxChecks.day, day)))
    .limit(1)
  return check !== undefined
}

/** What somebody who serves at a window is asked, as far as it is not yet answered. */
async function asked(world: World, officer: Officer) {
  const statements = await ownStatements(world, officer)
  const pleas = await ownPleas(world, officer)
  const entries = await ownEntries(world, officer)
  return {
    statements: statements.filter(({ statedOn }) => !statedOn).map(({ due }) => due.on),
    pleas: pleas
      .filter(({ statedOn, decided }) => statedOn === null && decided === null)
      .map(({ due }) => due.on),
    answers: entries.flatMap(({ due, answeredOn, isReversal }) =>
      due !== null && answeredOn === null && !isReversal ? [due.on] : [],
    ),
  }
}

async function lowRatingsFor(world: World, officer: Officer): Promise<HallDuties['lowRatings']> {
  const all = await lowRatingsOf(world, officer)
  return all.flatMap(({ window: { number }, clocks, may }) =>
    (['call', 'propose', 'decide'] as const)
      .filter((act) => may[act] && (act !== 'call' || clocks.some(isCallBack)))
      .map((act) => {
        const clock = clocks.find((one) => isCallBack(one) === (act === 'call'))
        return { window: number, may: act, dueOn: clock?.on ?? null }
      }),
  )
}

const isCallBack = ({ clock }: { clock: string }) => clock === 'callBack'

async function sanctionsFor(world: World, officer: Officer): Promise<HallDuties['sanctions']> {
  const list = { kind: 'accountability', staffId: null, proposedById: null } as const
  if (!can({ ...officer, ...NOBODYS }, 'read', list)) return []
  const { waiting } = await accountabilityList(world, officer)
  const mine = waiting.filter(({ mayDecide, waits }) => mayDecide && !waits)
  const clocks = await world.store.read
    .select({ number: caseFiles.number, dueOn: deadlines.dueOn })
    .from(deadlines)
    .innerJoin(caseFiles, eq(caseFiles.id, deadlines.caseId))
    .where(
      and(
        eq(deadlines.hallId, officer.hallId),
        eq(deadlines.kind, 'sanction'),
        isNull(deadlines.metOn),
        isNull(deadlines.replacedBy),
      ),
    )
  return mine.map(({ number }) => ({
    number,
    dueOn: clocks.find((clock) => clock.number === number)?.dueOn ?? null,
  }))
}

/** Proposed points that the officer may confirm now: entered by another, about another. */
async function entriesFor(
  { store: { read }, now }: World,
  officer: Officer,
  { openingHours }: HallPolicy,
): Promise<HallDuties['entries']> {
  const open = await read
    .select()
    .from(scoreEntries)
    .where(and(eq(scoreEntries.hallId, officer.hallId), isNull(scoreEntries.confirmed)))
  const concern = await concernOf(read, open)
  const concernsYou = await concernsOf(read, officer)
  const mine = open.filter(
    (entry) =>
      can({ ...officer, ...NOBODYS }, 'confirm', {
        kind: 'scoreEntry',
        proposedById: entry.proposedBy,
        staffId: entry.staffId,
      }) &&
      !concernsYou(concern.get(entry.id)!) &&
      !waitsForAnswer(entry, (day) => isOver(day, openingHours, now())),
  )
  return [...Map.groupBy(mine, ({ period }) => period as Month)].map(([month, all]) => ({
    month,
    count: all.length,
  }))
}

async function monthsFor(world: World, officer: Officer, hall: Hall, policy: HallPolicy) {
  const reads = can({ ...officer, ...NOBODYS }, 'read', { kind: 'monthClose' })
  const before = addMonths(monthOf(today(world)), -1)
  const months = reads ? await deskMonths(world, hall, policy) : []
  const open = months.filter(({ state, month }) => state !== 'published' && month <= before)
  const volumes = []
  for (const standing of open) {
    for (const { what, count } of await lackOf(world, world.store.read, hall, policy, standing)) {
      if (what === 'no-case-volume') volumes.push({ month: standing.month, count })
    }
  }
  const attendance = []
  for (const { month } of hall.policy === 'anci' ? open : []) {
    const { rows } = await attendanceTable(world, officer, month)
    const may = can({ ...officer, ...NOBODYS }, 'confirmFigures', { kind: 'monthClose' })
    attendance.push({
      month,
      missing: rows.filter(({ days }) => days === null).length,
      unconfirmed: may ? rows.filter(({ confirmed, yours }) => !confirmed && yours).length : 0,
    })
  }
  const undecided = months.flatMap(({ month, closedOn, choices }) =>
    closedOn && choices.length > 0 ? [{ month, closedOn }] : [],
  )
  return { volumes, attendance, undecided, peerMonths: await peerMonthsFor(world, officer, hall) }
}

/** The month before, where a window the officer heads has given the others no marks yet. */
async function peerMonthsFor(world: World, officer: Officer, hall: Hall): Promise<Month[]> {
  if (!officer.roles.includes('windowHead')) return []
  const month = addMonths(monthOf(today(world)), -1)
  if (month < monthOf(hall.createdAt!)) return []
  const table = await peerTable(world, officer, hall, month)
  const owes = table?.yours.some(({ others }) => others.some(({ marks }) => marks === null))
  return table?.state === 'open' && owes ? [month] : []
}

async function nominationsFor(world: World, officer: Officer, policy: HallPolicy) {
  const table = await nominationTable(world, officer, policy, quarterOfDay(today(world)))
  if (!table || table.isOver) return []
  const { quarter, until } = table
  const left = table.windows.map(({ allowed, nominations, staff }) =>
    Math.min(staff.length, allowed - nominations.length),
  )
  const count = left.reduce((sum, places) => sum + Math.max(0, places), 0)
  return count > 0 ? [{ quarter, until, count }] : []
}

async function yearWanted(db: Reader, hallId: number): Promise<HallDuties['year']> {
  const [task] = await db
    .select({ key: tasks.key, dueOn: tasks.dueOn })
    .from(tasks)
    .where(and(eq(tasks.hallId, hallId), eq(tasks.kind, ENTER_YEAR), isNull(tasks.doneOn)))
  return task ? { year: Number(task.key.split(':')[0]), dueOn: task.dueOn } : null
}
