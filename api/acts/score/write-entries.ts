import { halls, scoreEntries } from '../../../db/schema/index.ts'
import type { Transaction } from '../../../db/store.ts'
import { today, type World } from '../../context.ts'
import { addressedTo } from '../../reads/entry-addressees.ts'
import { closedMonthsOf } from '../../reads/months.ts'
import { accountsOf } from '../../reads/office-people.ts'
import { policyOf } from '../../reads/policies.ts'
import { deadlineOf } from '../../rules/calendar.ts'
import type { Day } from '../../rules/day.ts'
import type { EntrySource } from '../../rules/score-entry.ts'
import { periodOf, type Sheet, type SheetItem } from '../../rules/scorecard.ts'
import { record } from '../record.ts'
import { writeLetter } from '../write-letter.ts'

type Hall = typeof halls.$inferSelect
type Row = typeof scoreEntries.$inferSelect

/** A deduction or a bonus before it is written down. */
export type NewEntry = {
  sheet: Sheet
  item: SheetItem
  staffId: number | null
  windowId: number | null
  quantity: number
  points: number
  occurredOn: Day
  source: EntrySource
  reason: string
  proof?: string | null
  sourceId?: number | null
  caseId?: number | null
  /** The day of the finding, for a complaint's entry; else today. */
  decidedOn?: Day
}

/**
 * Write proposed entries down, in the month each counts in. Whoever a deduction names is told of it
 * and has the policy's working days to answer before anybody may confirm it; a bonus needs none.
 */
export async function writeEntries(
  tx: Transaction,
  world: World,
  hall: Hall,
  proposedBy: number | null,
  entries: readonly NewEntry[],
): Promise<Row[]> {
  if (entries.length === 0) return []
  const now = today(world)
  const answerUntil = deadlineOf(now, policyOf(hall, now).entryAnswerWd, world.calendar).day
  const closedMonths = await closedMonthsOf(tx, hall.id)
  const added = await tx
    .insert(scoreEntries)
    .values(
      entries.map(({ sheet, item, decidedOn = now, ...entry }) => ({
        ...entry,
        publicId: world.random.id(16),
        hallId: hall.id,
        sheet: sheet.key,
        item: item.code,
        period: periodOf({ ...entry, decidedOn }, { closedMonths }),
        proposedBy,
        proposedOn: now,
        answerUntil: item.kind === 'deduction' ? answerUntil : null,
      })),
    )
    .returning()
  await record(
    tx,
    world,
    ...added.map(({ id, caseId, item, points, period }) => ({
      hallId: hall.id,
      kind: 'score-entry-proposed',
      object: `score-entry:${id}`,
      officerId: proposedBy,
      particulars: { ...(caseId === null ? {} : { case: caseId }), item, points, period },
    })),
  )
  for (const entry of added) {
    if (entry.answerUntil === null) continue
    for (const { id } of await accountsOf(tx, await addressedTo(tx, entry))) {
      await writeLetter(tx, world, {
        hallId: hall.id,
        kind: 'entry-proposed',
        key: `${entry.answerUntil}:${entry.publicId}:${id}`,
        caseId: null,
        officerId: id,
      })
    }
  }
  return added
}
