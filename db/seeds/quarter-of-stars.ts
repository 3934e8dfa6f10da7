import { and, eq, isNull } from 'drizzle-orm'
import { confirmHonour, enterHonour } from '../../api/acts/award/enter-honour.ts'
import { nominate } from '../../api/acts/award/nominate.ts'
import { recommendWindow } from '../../api/acts/award/recommend-window.ts'
import { confirmEntry } from '../../api/acts/score/decide-entry.ts'
import { confirmAppraisals, enterAppraisals } from '../../api/acts/score/enter-appraisals.ts'
import {
  confirmInspection,
  openInspection,
  takeOffHygiene,
} from '../../api/acts/score/inspect-hygiene.ts'
import { awardPeriodsDue } from '../../api/jobs/award-periods.ts'
import { appraisalTable } from '../../api/reads/appraisal-table.ts'
import { headedWindows } from '../../api/reads/month-figures.ts'
import { nthWorkingDayOf } from '../../api/rules/calendar.ts'
import { addMonths, type Day, type Month } from '../../api/rules/day.ts'
import { spanOfPeriod, yearOf } from '../../api/rules/period.ts'
import { monthsOfQuarter, type Quarter } from '../../api/rules/quarter.ts'
import { roundHalfUp } from '../../api/rules/rounding.ts'
import { scoreEntries } from '../schema/index.ts'
import type { Agenda } from './agenda.ts'
import type { Cast } from './hall-people.ts'
import { hygieneReasons, starReasons } from './texts.ts'

/** Whoever an entry names has two working days to answer; it is confirmed on the third. */
const DAYS_TO_CONFIRM = 3
/** Working days of the next month on which marks are entered, confirmed, and the award decided. */
const MARKED_WD = 3
const CHECKED_WD = 6
const AWARD_WD = [10, 13, 17, 20]
/** Somebody proposed beside the windows' heads serves at every so many-th window. */
const DIRECT = 3
/** What an appraisal takes off each part at the most, in tenths. */
const MOST_TAKEN = 20
const TENTHS = 10

/** A quarter of Qingpu as far as the demonstration sees it: proposals, and once it is over the award. */
export function awardQuarter(
  agenda: Agenda,
  cast: Cast,
  quarter: Quarter,
  { from, to }: { from: Day; to: Day },
): void {
  const { until } = spanOfPeriod(quarter)
  if (spanOfPeriod(quarter).from < from) return
  const last = monthsOfQuarter(quarter).at(-1)!
  const isWhole = until < to
  propose(agenda, cast, quarter, isWhole ? last : addMonths(last, -1))
  if (!isWhole) return
  inspect(agenda, cast, last)
  appraise(agenda, cast, last)
  for (const nth of AWARD_WD)
    agenda.at(nthWorkingDayOf(addMonths(last, 1), nth, agenda.world.calendar), '18:45', () =>
      awardPeriodsDue(agenda.world),
    )
}

/** Heads propose in the middle of a month, two of three; a section of the centre adds somebody. */
function propose(agenda: Agenda, cast: Cast, quarter: Quarter, month: Month): void {
  const { world } = agenda
  for (const [index, head] of cast.windowHeads.entries()) {
    agenda.at(`${month}-15` as Day, `09:${10 + index}`, async () => {
      const day = `${month}-15` as Day
      const [window] = await headedWindows(world.store.read, head, day)
      if (!window) return
      const [first, second] = (await cast.servingAt(window.id, day)).map(({ person }) => person)
      await nominate(world, head, {
        quarter,
        window: window.code,
        section: '',
        staff: (index % DIRECT === 0 ? first : (second ?? first))!.publicId,
        reason: starReasons[index % starReasons.length]!,
      })
    })
  }
  agenda.at(`${month}-16` as Day, '10:20', async () => {
    const window = cast.windows[DIRECT]!
    const serving = await cast.servingAt(window.id, `${month}-16` as Day)
    await nominate(world, cast.handlers[0]!, {
      quarter,
      window: '',
      section: '业务科',
      staff: serving.at(-1)!.person.publicId,
      reason: starReasons.at(-1)!,
    })
  })
}

/** The quarter's hygiene inspection: a few windows lose something, another person confirms it. */
function inspect(agenda: Agenda, cast: Cast, month: Month): void {
  const { world } = agenda
  const day = `${month}-22` as Day
  const [desk] = cast.desk
  agenda.at(day, '14:00', async () => {
    await openInspection(world, desk!, { month, day, inspector: '第三方保洁检查' })
    for (const [index, { item, points, reason }] of hygieneReasons.entries())
      await takeOffHygiene(world, desk!, {
        month,
        window: cast.windows[index * 2]!.code,
        item,
        points,
        reason,
      })
  })
  const decided = agenda.workingDay(day, DAYS_TO_CONFIRM)
  agenda.at(decided, '15:30', async () => {
    const waiting = await world.store.read
      .select({ id: scoreEntries.publicId, points: scoreEntries.points })
      .from(scoreEntries)
      .where(
        and(
          eq(scoreEntries.hallId, cast.hall.id),
          eq(scoreEntries.source, 'hygiene'),
          isNull(scoreEntries.confirmed),
        ),
      )
    for (const { id, points } of waiting)
      await confirmEntry(world, cast.heads[0]!, id, { points: Math.abs(points), staff: '' })
    await confirmInspection(world, cast.assessors[0]!, { month })
  })
}

/** Everybody's daily appraisal of the quarter, entered by the office and confirmed by the group. */
function appraise(agenda: Agenda, cast: Cast, month: Month): void {
  const { world } = agenda
  const { random, calendar } = world
  const next = addMonths(month, 1)
  agenda.at(nthWorkingDayOf(next, MARKED_WD, calendar), '10:10', async () => {
    const { rows } = await appraisalTable(world.store.read, cast.hall, { month, part: 'daily' })
    const form = {
      month,
      part: 'daily' as const,
      staff: rows.map(({ staff }) => staff),
      marks: rows.flatMap(({ parts }) =>
        parts.map(({ most }) =>
          String(roundHalfUp(most * TENTHS - random.below(MOST_TAKEN), TENTHS)),
        ),
      ),
      absent: [],
      abroad: [],
    }
    await enterAppraisals(world, cast.desk[0]!, form)
    agenda.at(nthWorkingDayOf(next, CHECKED_WD, calendar), '10:10', () =>
      confirmAppraisals(world, cast.assessors[0]!, form),
    )
  })
}

/** Towards the end of the year windows are recommended and an honour is entered. */
export function recommendForTheYear(agenda: Agenda, cast: Cast, day: Day): void {
  const { world } = agenda
  const year = yearOf(day)
  agenda.at(day, '11:00', async () => {
    for (const [index, head] of cast.windowHeads.slice(0, DIRECT).entries()) {
      const [window] = await headedWindows(world.store.read, head, day)
      if (!window) continue
      await recommendWindow(world, head, {
        year,
        by: window.code,
        section: '',
        window: window.code,
        reason: starReasons[index]!,
      })
    }
    const { id } = await enterHonour(world, cast.desk[0]!, {
      year,
      staff: cast.people[DIRECT]!.publicId,
      title: '区级窗口服务能手',
      proof: '演示〔2026〕6号',
    })
    await confirmHonour(world, cast.assessors[0]!, id)
  })
}
