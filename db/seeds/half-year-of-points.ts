import { and, asc, eq, isNull, like, lt, or, sum } from 'drizzle-orm'
import { decideFault } from '../../api/acts/fault/decide-fault.ts'
import { endFault } from '../../api/acts/fault/end-fault.ts'
import { reportFault } from '../../api/acts/fault/report-fault.ts'
import { confirmAttendedDays, enterAttendedDays } from '../../api/acts/score/enter-attended-days.ts'
import { confirmEntry } from '../../api/acts/score/decide-entry.ts'
import { enterCaseVolumes } from '../../api/acts/score/enter-case-volumes.ts'
import { proposeEntry } from '../../api/acts/score/propose-entry.ts'
import { decidePlaces } from '../../api/acts/score/decide-places.ts'
import { closeMonthsDue } from '../../api/jobs/close-month.ts'
import { releaseOutcomes } from '../../api/jobs/release-outcomes.ts'
import { monthlySheetOf } from '../../api/policies/sheets/by-key.ts'
import { excusedWindows } from '../../api/reads/device-faults.ts'
import { staffOfMonth, windowsOfMonth } from '../../api/reads/month-figures.ts'
import { awardsIn, worksheetOf } from '../../api/reads/worksheets.ts'
import { isWorkingDay, nthWorkingDayOf } from '../../api/rules/calendar.ts'
import {
  addDays,
  addMonths,
  type Day,
  firstDayOf,
  isMonth,
  lastDayOf,
  type Month,
  monthOf,
} from '../../api/rules/day.ts'
import { FAULT_SIGNS } from '../../api/rules/device-fault.ts'
import { awards, ratingCounts, scoreEntries, windows } from '../schema/index.ts'
import type { Agenda } from './agenda.ts'
import type { Cast } from './hall-people.ts'
import type { DemonstrationHall } from './halls.ts'
import { deductionReasons, praises } from './texts.ts'

const PER_MONTH = 9
const PRAISES_PER_MONTH = 6
const MOST_DAYS_AWAY = 3
const FAULT_CASES = 12
/** In Qingpu one rating device in so many breaks in a month. */
const FAULT_EVERY = 6
/** By then what broke at the end of the month before is mended. */
const MENDED_BEFORE_WD = 3
/** In Qingpu one person in so many missed a mark in a month. */
const GAP_EVERY = 7
const THOUSAND = 1000
/** Whoever an entry names has two working days to answer; it is confirmed on the third. */
const DAYS_TO_CONFIRM = 3
/** Entries of Anci and Qingpu that nobody has confirmed, for visitors to find. */
const LEFT_WAITING = 2
/** Bingcha closes no month with an entry open: its head looks until the day it closes. */
const BINGCHA_CONFIRMING_WD = [3, 4, 5, 7]
/** Working days of a month on which the one before is closed, ranked and its held places settled. */
const SETTLING_WD = [5, 7, 8, 12, 17]

/** What patrols and attendance find, what citizens praise, and what each month comes to. */
export function scoreForHalfAYear(
  agenda: Agenda,
  casts: Readonly<Record<DemonstrationHall, Cast>>,
  from: Day,
  to: Day,
): void {
  for (let month = monthOf(from); month <= monthOf(to); month = addMonths(month, 1)) {
    for (const hall of Object.keys(casts) as DemonstrationHall[]) {
      const days = workingDaysOf(agenda, month, from, to)
      if (days.length > 0) findInMonth(agenda, casts[hall], hall, days)
      if (days.length > 0 && hall === 'qingpu') breakDevices(agenda, casts[hall], days)
      if (month < monthOf(to)) figuresOf(agenda, casts[hall], hall, month)
    }
  }
  for (let month = addMonths(monthOf(from), 1); month <= monthOf(to); month = addMonths(month, 1)) {
    const first = nthWorkingDayOf(month, 1, agenda.world.calendar)
    agenda.at(first, '10:30', () => releaseOutcomes(agenda.world, addMonths(month, -1)))
    for (const nth of SETTLING_WD) {
      const day = nthWorkingDayOf(month, nth, agenda.world.calendar)
      agenda.at(day, '18:30', () => closeMonthsDue(agenda.world))
      agenda.at(day, '18:40', () => decideEqual(agenda, casts.anci))
    }
  }
}

function workingDaysOf(agenda: Agenda, month: Month, from: Day, to: Day): Day[] {
  const days: Day[] = []
  const first = firstDayOf(month) < from ? from : firstDayOf(month)
  const last = lastDayOf(month) > to ? to : lastDayOf(month)
  for (let day = first; day <= last; day = addDays(day, 1)) {
    if (isWorkingDay(day, agenda.world.calendar)) days.push(day)
  }
  return days
}

function findInMonth(
  agenda: Agenda,
  cast: Cast,
  hall: DemonstrationHall,
  days: readonly Day[],
): void {
  const { random } = agenda.world
  const sheet = monthlySheetOf[hall]
  if (!sheet) return
  const known = deductionReasons.filter(({ itemByHall }) => itemByHall[hall] !== null)
  const thanks = { anci: 'AB1', bingcha: 'MB2', qingpu: null }[hall]
  for (let nth = 0; nth < PER_MONTH + PRAISES_PER_MONTH; nth++) {
    const day = days[random.below(days.length)]!
    const found = known[random.below(Math.max(1, known.length))]
    const praise = praises[random.below(praises.length)]!
    const isPraise = nth >= PER_MONTH
    const item = isPraise ? thanks : (found?.itemByHall[hall] ?? null)
    if (item === null) continue
    const person = cast.people[random.below(cast.people.length)]!
    const window = cast.windows[random.below(cast.windows.length)]!
    agenda.at(day, '16:40', async () => {
      const { id } = await proposeEntry(agenda.world, cast.patrols[nth % cast.patrols.length]!, {
        item,
        staff: sheet.key === 'anciMonthly' ? person.publicId : '',
        window: sheet.key === 'anciMonthly' ? '' : window.code,
        quantity: isPraise ? 1 + random.below(2) : 1,
        points: null,
        occurredOn: day,
        reason: isPraise ? praise.gist : found!.reason,
        proof: isPraise ? '群众来信，已存档' : '',
        another: 'yes',
      })
      agenda.at(agenda.workingDay(day, DAYS_TO_CONFIRM), '11:30', () =>
        confirmEntry(agenda.world, cast.heads[0]!, id, { points: null, staff: '' }),
      )
    })
  }
}

/** In some windows the rating device breaks: the patrol reports it, the head confirms, it is mended. */
function breakDevices(agenda: Agenda, cast: Cast, daysOfMonth: readonly Day[]): void {
  const { world } = agenda
  const days = daysOfMonth.slice(MENDED_BEFORE_WD)
  for (const window of cast.windows) {
    if (days.length === 0 || world.random.below(FAULT_EVERY) !== 0) continue
    const beganOn = days[world.random.below(days.length)]!
    agenda.at(beganOn, '09:20', async () => {
      const { id } = await reportFault(world, cast.patrols[0]!, {
        window: window.code,
        sign: FAULT_SIGNS[world.random.below(FAULT_SIGNS.length)]!,
        beganOn,
        note: '',
      })
      agenda.at(agenda.workingDay(beganOn, 1), '10:30', () =>
        decideFault(world, cast.heads[0]!, id, {
          confirmed: true,
          found: '信息科已检查，要换件。',
        }),
      )
      const repairedOn = agenda.workingDay(beganOn, 2)
      agenda.at(repairedOn, '15:10', () => endFault(world, cast.patrols[0]!, id, { repairedOn }))
    })
  }
}

/** A month's figures are entered by the complaint desk and confirmed by the assessment group. */
function figuresOf(agenda: Agenda, cast: Cast, hall: DemonstrationHall, month: Month): void {
  const { random, calendar, store } = agenda.world
  const next = addMonths(month, 1)
  const entered = nthWorkingDayOf(next, 2, calendar)
  const confirmed = nthWorkingDayOf(next, 3, calendar)
  const [first] = cast.desk
  const [second] = cast.assessors
  const inMonth = workingDaysOf(agenda, month, firstDayOf(month), lastDayOf(month)).length

  agenda.at(entered, '10:00', async () => {
    const people = await staffOfMonth(store.read, cast.hall.id, month)
    const staff = people.map(({ publicId }) => publicId)
    const days = people.map(() => String(inMonth - random.below(MOST_DAYS_AWAY + 1)))
    const marked = hall === 'qingpu' ? people : []
    const table = {
      month,
      staff,
      days,
      due: marked.map(() => String(inMonth)),
      present: marked.map((_, nth) => String(inMonth - (nth % GAP_EVERY === 0 ? 1 : 0))),
      sick: [],
      leave: [],
    }
    await enterAttendedDays(agenda.world, first!, table)
    agenda.at(confirmed, '10:00', () => confirmAttendedDays(agenda.world, second!, table))
  })
  if (hall === 'qingpu') {
    agenda.at(entered, '10:20', async () => {
      const counted = await windowsOfMonth(store.read, cast.hall.id, month)
      const excused = await excusedWindows(store.read, cast.hall.id, month)
      await enterCaseVolumes(agenda.world, first!, {
        month,
        window: counted.map(({ code }) => code),
        cases: await Promise.all(counted.map(({ code }) => casesLike(agenda, code, month))),
        duringFault: counted.map(({ id }) => (excused.has(id) ? String(FAULT_CASES) : '0')),
      })
    })
  }
  if (hall !== 'bingcha') {
    agenda.at(confirmed, '15:00', () => confirmWaiting(agenda, cast, confirmed, LEFT_WAITING))
    return
  }
  for (const nth of BINGCHA_CONFIRMING_WD) {
    const day = nthWorkingDayOf(next, nth, calendar)
    agenda.at(day, '15:00', () => confirmWaiting(agenda, cast, day, 0))
  }
}

/** What may be confirmed of the months before is, but for the last few, which visitors find waiting. */
async function confirmWaiting(agenda: Agenda, cast: Cast, day: Day, left: number): Promise<void> {
  const waiting = await agenda.world.store.read
    .select({ id: scoreEntries.publicId, points: scoreEntries.points })
    .from(scoreEntries)
    .where(
      and(
        eq(scoreEntries.hallId, cast.hall.id),
        isNull(scoreEntries.confirmed),
        lt(scoreEntries.occurredOn, firstDayOf(monthOf(day))),
        or(isNull(scoreEntries.answerUntil), lt(scoreEntries.answerUntil, day)),
      ),
    )
    .orderBy(asc(scoreEntries.id))
  for (const { id, points } of waiting.slice(0, waiting.length - left)) {
    await confirmEntry(agenda.world, cast.heads[0]!, id, {
      points: cast.hall.policy === 'bingcha' ? Math.abs(points) || 2 : null,
      staff: '',
    })
  }
}

/** As many cases as were rated, and some whose people rated nothing. */
async function casesLike({ world }: Agenda, code: string, month: Month): Promise<string> {
  const unrated = world.random.below(THOUSAND)
  const [rated] = await world.store.read
    .select({ number: sum(ratingCounts.count).mapWith(Number) })
    .from(ratingCounts)
    .innerJoin(windows, eq(windows.id, ratingCounts.windowId))
    .where(and(eq(windows.code, code), like(ratingCounts.day, `${month}-%`)))
  const number = rated?.number ?? 0
  return String(FAULT_CASES + number + Math.floor((number * unrated) / THOUSAND))
}

/** Where nothing else decides, somebody of the assessment group does, and says why. */
async function decideEqual(agenda: Agenda, cast: Cast): Promise<void> {
  const { world } = agenda
  const equal = await world.store.read
    .select()
    .from(awards)
    .where(and(eq(awards.hallId, cast.hall.id), eq(awards.state, 'undecided')))
  for (const { period, title } of equal) {
    if (!isMonth(period)) continue
    const sheet = await worksheetOf(world.store.read, cast.hall.id, period)
    const found = sheet ? awardsIn(sheet).find(([kind]) => kind === title) : undefined
    const [open] = found?.[1].places.filter(({ state }) => state === 'undecided') ?? []
    if (!open || open.state !== 'undecided') continue
    await decidePlaces(world, cast.assessors[0]!, {
      period,
      title,
      order: [open.candidates[world.random.below(open.candidates.length)]!],
      reason: '考核组集体研究：这位同志本月承担的办件量最大。',
    })
  }
}
