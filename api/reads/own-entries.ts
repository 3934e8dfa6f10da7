import { and, desc, eq, gte, inArray, isNull, or } from 'drizzle-orm'
import { postings, scoreEntries, windows } from '../../db/schema/index.ts'
import { openMaybe } from '../../db/sealing/field.ts'
import { type Officer, today, type World } from '../context.ts'
import { sheets } from '../policies/sheets/by-key.ts'
import { can } from '../rules/can.ts'
import { addMonths, monthOf } from '../rules/day.ts'
import { clockOf } from '../rules/case-deadlines.ts'
import { itemOf } from '../rules/scorecard.ts'
import { answerOwner, stateOf } from './score-entries.ts'

/** How many months back somebody sees decided points. */
const MONTHS_BACK = 6

/**
 * What stands on the officer's own sheet, or on the window's where nobody is named and they served
 * that day: item, points, day and reason. Of a complaint only this, never the case.
 */
export async function ownEntries(world: World, officer: Officer) {
  const { staffId } = officer
  if (staffId === null) return []
  const actor = { ...officer, relation: null }
  const own = { kind: 'entryAnswer', addressedToStaffIds: [staffId] } as const
  if (!can(actor, 'read', own)) return []
  const { read } = world.store
  const served = await read.select().from(postings).where(eq(postings.staffId, staffId))
  const rows = await read
    .select({ entry: scoreEntries, window: windows })
    .from(scoreEntries)
    .leftJoin(windows, eq(windows.id, scoreEntries.windowId))
    .where(
      and(
        eq(scoreEntries.hallId, officer.hallId),
        or(
          eq(scoreEntries.staffId, staffId),
          and(
            isNull(scoreEntries.staffId),
            inArray(scoreEntries.windowId, [-1, ...served.map(({ windowId }) => windowId)]),
          ),
        ),
        or(
          isNull(scoreEntries.confirmed),
          gte(scoreEntries.period, addMonths(monthOf(today(world)), 0 - MONTHS_BACK)),
        ),
      ),
    )
    .orderBy(desc(scoreEntries.occurredOn), desc(scoreEntries.id))
  const servedThen = (entry: typeof scoreEntries.$inferSelect) =>
    entry.staffId === staffId ||
    served.some(
      ({ windowId, fromDay, toDay }) =>
        windowId === entry.windowId &&
        fromDay <= entry.occurredOn! &&
        (toDay === null || toDay >= entry.occurredOn!),
    )
  return rows
    .filter(({ entry }) => servedThen(entry))
    .map(({ entry, window }) => {
      const item = itemOf(sheets[entry.sheet]!, entry.item)
      return {
        id: entry.publicId,
        label: item?.labelZh ?? entry.item,
        unit: item?.unitZh ?? '',
        quantity: entry.quantity,
        points: entry.points,
        /** The officer may still choose within a range. */
        range: item && typeof item.points === 'object' ? item.points : null,
        window: entry.staffId === null && window ? `${window.number} ${window.business}` : null,
        occurredOn: entry.occurredOn!,
        period: entry.period!,
        reason: entry.reason,
        state: stateOf(entry),
        isReversal: entry.reverses !== null,
        due:
          entry.answerUntil === null || entry.confirmed !== null
            ? null
            : {
                on: entry.answerUntil,
                ...clockOf(entry.answerUntil, today(world), world.calendar),
              },
        answer: openMaybe(world.keys, 'score_entries.answer', answerOwner(entry), entry.answer),
        answeredOn: entry.answeredOn,
      }
    })
}
