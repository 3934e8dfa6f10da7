import { givePeerMarks } from '../../api/acts/score/give-peer-marks.ts'
import { peerMarkingOf } from '../../api/policies/sheets/by-key.ts'
import { headedWindows, windowsOfMonth } from '../../api/reads/month-figures.ts'
import { nthWorkingDayOf } from '../../api/rules/calendar.ts'
import { addMonths, type Day, type Month, monthOf } from '../../api/rules/day.ts'
import type { Agenda } from './agenda.ts'
import type { Cast } from './hall-people.ts'

/** A window is given so many of a topic's points at least, and loses up to so many of them. */
const LEAST = 18
const SPREAD = 8
/** The working day of a month on which heads mark each other for the month before. */
const MARKING_WD = 2

/** The heads of a hall whose windows mark each other do so after every month. */
export function markForHalfAYear(agenda: Agenda, cast: Cast, from: Day, to: Day): void {
  for (let month = monthOf(from); month < monthOf(to); month = addMonths(month, 1)) {
    const day = nthWorkingDayOf(addMonths(month, 1), MARKING_WD, agenda.world.calendar)
    agenda.at(day, '11:20', () => markMonth(agenda, cast, month, day))
  }
}

async function markMonth({ world }: Agenda, cast: Cast, month: Month, day: Day): Promise<void> {
  const topics = peerMarkingOf[cast.hall.policy]?.topics ?? []
  const windows = await windowsOfMonth(world.store.read, cast.hall.id, month)
  for (const head of cast.windowHeads) {
    for (const own of await headedWindows(world.store.read, head, day)) {
      const others = windows.filter(({ id }) => id !== own.id)
      await givePeerMarks(world, head, {
        month,
        by: own.code,
        window: others.map(({ code }) => code),
        marks: others.flatMap(() => topics.map(() => String(LEAST + world.random.below(SPREAD)))),
      })
    }
  }
}
