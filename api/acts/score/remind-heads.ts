import type { Transaction } from '../../../db/store.ts'
import { today, type World } from '../../context.ts'
import { peerMarkingOf } from '../../policies/sheets/by-key.ts'
import { headedWindows } from '../../reads/month-figures.ts'
import { holdersOf } from '../../reads/office-people.ts'
import { type PolicyHall, policyOf } from '../../reads/policies.ts'
import { peerMarksOf } from '../../reads/window-marks.ts'
import { nthWorkingDayAfter } from '../../rules/calendar.ts'
import { lastDayOf, type Month } from '../../rules/day.ts'
import { writeLetter } from '../write-letter.ts'

/**
 * Remind, once a month, every window head whose window has marked no other yet: as many working
 * days before the month closes as the hall warns of any date.
 */
export async function remindHeads(
  tx: Transaction,
  world: World,
  hall: PolicyHall & { id: number },
  month: Month,
): Promise<void> {
  if (!peerMarkingOf[hall.policy]) return
  const { monthCloseWd, escalation } = policyOf(hall, lastDayOf(month))
  const from = nthWorkingDayAfter(month, monthCloseWd - escalation.soonWd, world.calendar)
  if (today(world) < from) return
  const rated = (await peerMarksOf(tx, hall.id, month)).map(({ byWindow }) => byWindow)
  for (const { id, staffId } of await holdersOf(tx, hall.id, ['windowHead'])) {
    const headed = await headedWindows(tx, { staffId, hallId: hall.id }, today(world))
    if (headed.every((window) => rated.includes(String(window.id)))) continue
    await writeLetter(tx, world, {
      hallId: hall.id,
      kind: 'windows-to-mark',
      key: `${hall.id}:${month}:${id}`,
      caseId: null,
      officerId: id,
    })
  }
}
