import { and, asc, eq } from 'drizzle-orm'
import { officers, scoreEntries, windows } from '../../db/schema/index.ts'
import type { World } from '../context.ts'
import { sheetsOfPolicy } from '../policies/sheets/by-key.ts'
import { qingpuHygiene, qingpuKnown } from '../policies/sheets/qingpu-known.ts'
import { Refused } from '../refused.ts'
import type { Month } from '../rules/day.ts'
import type { HallPolicy } from '../rules/hall-policy.ts'
import { monthsOfQuarter, quarterOf } from '../rules/quarter.ts'
import { itemOf } from '../rules/scorecard.ts'
import { hygieneScoresOf, inspectionOf, qingpuKnownScores } from './appraisal-figures.ts'
import { windowsOfMonth } from './month-figures.ts'
import { stateOf } from './score-entries.ts'

/** The quarter's hygiene in a hall that inspects it: inspection, what it took off, each score. */
export async function hygieneTable(
  world: World,
  hall: { id: number; policy: string },
  policy: HallPolicy,
  month: Month,
  officerId: number,
) {
  if (!sheetsOfPolicy(hall.policy).includes(qingpuKnown)) throw new Refused('no-sheet-here')
  const { read } = world.store
  const quarter = quarterOf(month)
  const inspection = await inspectionOf(read, hall.id, quarter)
  const [enteredBy] = inspection
    ? await read
        .select({ name: officers.name })
        .from(officers)
        .where(eq(officers.id, inspection.enteredBy))
    : []
  const rows = inspection
    ? await read
        .select({ entry: scoreEntries, number: windows.number, business: windows.business })
        .from(scoreEntries)
        .innerJoin(windows, eq(windows.id, scoreEntries.windowId))
        .where(
          and(
            eq(scoreEntries.hallId, hall.id),
            eq(scoreEntries.source, 'hygiene'),
            eq(scoreEntries.sourceId, inspection.id),
          ),
        )
        .orderBy(asc(scoreEntries.id))
    : []
  const hygiene = await hygieneScoresOf(read, hall.id, quarter)
  const known = await qingpuKnownScores(read, hall, policy, quarter)
  const inQuarter = await windowsOfMonth(read, hall.id, monthsOfQuarter(quarter).at(-1)!)
  return {
    quarter,
    items: qingpuKnown.items
      .filter(({ section }) => section === qingpuHygiene.section)
      .map(({ code, labelZh, points }) => ({ code, label: labelZh, points })),
    inspection: inspection && {
      day: inspection.inspectedOn!,
      inspector: inspection.inspector,
      enteredBy: enteredBy?.name ?? '',
      isOwn: inspection.enteredBy === officerId,
      confirmed: inspection.confirmedBy !== null,
    },
    takenOff: rows.map(({ entry, number, business }) => ({
      number,
      business,
      label: itemOf(qingpuKnown, entry.item)?.labelZh ?? entry.item,
      points: entry.points,
      reason: entry.reason,
      state: stateOf(entry),
      isReversal: entry.reverses !== null,
    })),
    windows: inQuarter.map(({ id, code, number, business }) => ({
      window: code,
      number,
      business,
      hygiene: hygiene === null ? null : hygiene(id),
      ratings: known.find(({ windowId }) => windowId === id)?.ratings ?? [],
      score: known.find(({ windowId }) => windowId === id)?.score ?? null,
    })),
  }
}
