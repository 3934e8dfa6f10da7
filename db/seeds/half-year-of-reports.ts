import { confirmReport } from '../../api/acts/report/confirm-report.ts'
import {
  confirmServiceCounts,
  enterServiceCounts,
} from '../../api/acts/report/enter-service-counts.ts'
import { issueReport } from '../../api/acts/report/issue-report.ts'
import { policyOf } from '../../api/reads/policies.ts'
import { nthWorkingDayAfter } from '../../api/rules/calendar.ts'
import { addMonths, type Day, lastDayOf, type Month, monthOf } from '../../api/rules/day.ts'
import { reportDayOf } from '../../api/rules/report-month.ts'
import type { Agenda } from './agenda.ts'
import type { Cast } from './hall-people.ts'
import { reportNotes } from './texts.ts'

/** The last finished month's report waits for its analysis, for visitors to write it. */
const MONTHS_WITHOUT_ANALYSIS = 1
/** The working day of the next month on which the head confirms. */
const CONFIRMED_WD = 3

/** The reports of the demonstration's finished months: issued by the night, confirmed by the head. */
export function reportForHalfAYear(
  agenda: Agenda,
  casts: Readonly<Record<string, Cast>>,
  from: Day,
  to: Day,
): void {
  const { world } = agenda
  const lastConfirmed = addMonths(monthOf(to), -1 - MONTHS_WITHOUT_ANALYSIS)
  let nth = 0
  for (const cast of Object.values(casts)) {
    const { hall, heads } = cast
    for (let month = monthOf(from); month < monthOf(to); month = addMonths(month, 1)) {
      const policy = policyOf(hall, lastDayOf(month))
      const day = reportDayOf(month, policy, world.calendar)
      agenda.at(day, policy.monthlyReport.at, () => issueReport(world, hall.id, month))
      if (policy.indicators) countService(agenda, cast, month)
      const note = reportNotes[nth++ % reportNotes.length]!
      if (month > lastConfirmed) continue
      agenda.at(nthWorkingDayAfter(month, CONFIRMED_WD, world.calendar), '15:40', () =>
        confirmReport(world, heads[0]!, month, { version: 1, note }),
      )
    }
  }
}

const FEWEST_INQUIRIES = 180
const FEWEST_PROMISED = 60
const ASKED_MORE = 60
const LEFT_OPEN = 14
const LATE = 5

/** The desk enters a month's inquiries and promised cases, the head confirms them. */
function countService(agenda: Agenda, { desk, heads }: Cast, month: Month): void {
  const { world } = agenda
  const { random, calendar } = world
  const day = nthWorkingDayAfter(month, 1, calendar)
  agenda.at(day, '10:00', async () => {
    const asked = FEWEST_INQUIRIES + random.below(ASKED_MORE)
    const promised = FEWEST_PROMISED + random.below(ASKED_MORE)
    const counts = {
      month,
      asked,
      accepted: asked,
      completed: asked - random.below(LEFT_OPEN),
      promised,
      inTime: promised - random.below(LATE),
    }
    await enterServiceCounts(world, desk[0]!, counts)
    agenda.at(day, '16:00', () => confirmServiceCounts(world, heads[0]!, counts))
  })
}
