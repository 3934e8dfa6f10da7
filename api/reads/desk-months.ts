import { and, asc, desc, eq, gte, inArray } from 'drizzle-orm'
import { awardVetoes, departments, officers, staff, windows } from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'
import { type Officer, today, type World } from '../context.ts'
import { feedsOfPolicy } from '../policies/sheets/feeds.ts'
import type { AwardKind } from '../rules/award-kind.ts'
import { attendanceRate } from '../rules/attendance-rate.ts'
import { workingDaysBetween } from '../rules/calendar.ts'
import { addDays, type Day, firstDayOf, lastDayOf, type Month } from '../rules/day.ts'
import type { HallPolicy } from '../rules/hall-policy.ts'
import { excusedWindows } from './device-faults.ts'
import {
  attendanceOfMonth,
  isWorkedOut,
  staffOfMonth,
  volumesOfMonth,
  windowsOfMonth,
} from './month-figures.ts'
import { type PolicyHall, sheetsOfHall } from './policies.ts'
import { type Lack, lackingToClose, lackingToRank } from './worksheets.ts'
import { monthsOfHall, placesOf, type PublicPlace, type StarHall } from './star-months.ts'
import { awardsIn, worksheetOf } from './worksheets.ts'

/**
 * The hall's sheets as a form needs them, under the monthly one's name: all items but those nobody
 * enters by hand, and which of them an event is written on; null where the hall's regulation has
 * none.
 */
export function itemsOfHall(hall: PolicyHall, day: Day) {
  const [monthly, ...others] = sheetsOfHall(hall, day)
  if (!monthly) return null
  return {
    label: monthly.labelZh,
    per: monthly.per,
    items: [monthly, ...others].flatMap((sheet) =>
      sheet.items
        .filter(({ kind }) => kind !== 'mark')
        .map(({ code, labelZh, kind, points, unitZh, section, ...item }) => ({
          code,
          label: labelZh,
          kind,
          points,
          unit: unitZh,
          section: sheet.sections.find((each) => each.code === section)?.labelZh ?? '',
          needsProof: item.needsProof ?? false,
          /** The figure is a default: the regulation's own digits are lost. */
          notInSource: item.notInSource ?? false,
          sheet: sheet.labelZh,
          per: sheet.per,
        })),
    ),
    feeds: feedsOfPolicy(hall.policy),
  }
}

/** Everybody's attended days of a month, entered or not. */
export async function attendanceTable(
  world: World,
  officer: Pick<Officer, 'id' | 'staffId' | 'hallId'>,
  month: Month,
) {
  const { read } = world.store
  const people = await staffOfMonth(read, officer.hallId, month)
  const entered = await attendanceOfMonth(read, officer.hallId, month)
  const rows = people.map(({ id, publicId, number, name, department }) => {
    const row = entered.find(({ staffId }) => staffId === id)
    return {
      staff: publicId,
      number,
      name,
      department,
      days: row?.days ?? null,
      due: row?.dueMarks ?? null,
      present: row?.presentMarks ?? null,
      sick: row?.sickDays ?? null,
      leave: row?.leaveDays ?? null,
      /** The month's attendance rate in percent. */
      rate:
        row?.dueMarks == null
          ? null
          : attendanceRate([{ due: row.dueMarks, present: row.presentMarks ?? 0 }]),
      enteredBy: row?.enteredByName ?? null,
      confirmed: row?.confirmedBy != null,
      /** Whether this officer may confirm it: entered by another, about another. */
      yours: row !== undefined && row.enteredBy !== officer.id && id !== officer.staffId,
    }
  })
  return {
    month,
    fixed: await isWorkedOut(read, officer.hallId, month),
    workingDays: workingDaysBetween(
      addDays(firstDayOf(month), -1),
      lastDayOf(month),
      world.calendar,
    ),
    rows,
  }
}

/** Every window's cases of a month, entered or not. */
export async function volumesTable(world: World, hallId: number, month: Month) {
  const { read } = world.store
  const entered = await volumesOfMonth(read, hallId, month)
  const excused = await excusedWindows(read, hallId, month)
  return {
    month,
    fixed: await isWorkedOut(read, hallId, month),
    rows: (await windowsOfMonth(read, hallId, month)).map(({ id, code, number, business }) => {
      const row = entered.find(({ windowId }) => windowId === id)
      return {
        window: code,
        number,
        business,
        cases: row?.cases ?? null,
        duringFault: row?.duringFault ?? null,
        /** Whether a confirmed fault of the rating device lasted on some day of the month. */
        excused: excused.has(id),
        enteredBy: row?.enteredBy ?? null,
      }
    }),
  }
}

/** A place nothing else decides, with those it lies between. */
type OpenChoice = {
  title: AwardKind
  name: string
  places: number[]
  candidates: { id: string; label: string }[]
}

async function choicesOf(
  db: Reader,
  hall: StarHall,
  policy: HallPolicy,
  month: Month,
): Promise<OpenChoice[]> {
  const worksheet = await worksheetOf(db, hall.id, month)
  if (!worksheet) return []
  const choices: OpenChoice[] = []
  for (const [title, { places }] of awardsIn(worksheet)) {
    const undecided = places.filter((place) => place.state === 'undecided')
    const [open] = undecided
    if (!open) continue
    const ids = open.candidates.map(Number)
    const labelled =
      title === 'modelPerson'
        ? (await db.select().from(staff).where(inArray(staff.id, ids))).map((row) => ({
            id: row.id,
            label: `${row.name}（${row.number}）`,
          }))
        : title === 'modelWindow'
          ? (await db.select().from(departments).where(inArray(departments.id, ids))).map(
              (row) => ({ id: row.id, label: row.name }),
            )
          : (await db.select().from(windows).where(inArray(windows.id, ids))).map((row) => ({
              id: row.id,
              label: `${row.number} ${row.business}`,
            }))
    choices.push({
      title,
      name: policy.awards.find(({ kind }) => kind === title)?.nameZh ?? title,
      places: undecided.map(({ place }) => place),
      candidates: labelled.map(({ id, label }) => ({ id: String(id), label })),
    })
  }
  return choices
}

/** A hall's months for the desk: where each stands, what it lacks, what is left to decide. */
export async function deskMonths(world: World, hall: StarHall, policy: HallPolicy) {
  const { read } = world.store
  const standings = await monthsOfHall(world, read, hall, policy)
  const places = await placesOf(read, hall, policy)
  const months: ((typeof standings)[number] & {
    missing: Lack[]
    places: PublicPlace[]
    choices: OpenChoice[]
  })[] = []
  for (const standing of standings) {
    const asked = { hall, policy, month: standing.month }
    const own = places.filter(({ period }) => period === standing.month)
    months.push({
      ...standing,
      missing:
        standing.state === 'closed'
          ? await lackingToRank(read, asked)
          : standing.state === 'late'
            ? await lackingToClose(read, world, asked, today(world))
            : [],
      places: own,
      choices: own.some(({ state }) => state === 'undecided')
        ? await choicesOf(read, hall, policy, standing.month)
        : [],
    })
  }
  return months
}

/** The bars to awards that are in force today or were this year, the latest first. */
export async function vetoesOfHall(world: World, hall: StarHall) {
  const year = today(world).split('-')[0]!
  const rows = await world.store.read
    .select({
      veto: awardVetoes,
      staff: { number: staff.number, name: staff.name },
      window: { number: windows.number, business: windows.business },
      by: officers.name,
    })
    .from(awardVetoes)
    .leftJoin(staff, eq(staff.id, awardVetoes.staffId))
    .leftJoin(windows, eq(windows.id, awardVetoes.windowId))
    .leftJoin(officers, eq(officers.id, awardVetoes.enteredBy))
    .where(
      and(eq(awardVetoes.hallId, hall.id), gte(awardVetoes.untilDay, `${year}-01-01` as never)),
    )
    .orderBy(desc(awardVetoes.fromDay), asc(awardVetoes.id))
  return rows.map(({ veto, staff: person, window, by }) => ({
    cause: veto.cause,
    whom: person
      ? `${person.name}（${person.number}）`
      : `${window?.number ?? ''} ${window?.business ?? ''}`,
    from: veto.fromDay,
    until: veto.untilDay,
    reason: veto.reason,
    by,
  }))
}
