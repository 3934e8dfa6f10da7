import { and, asc, desc, eq, isNotNull } from 'drizzle-orm'
import { outcomeBatches, outcomes } from '../../db/schema/index.ts'
import { digestOf } from '../../db/sealing/field.ts'
import type { Reader } from '../../db/store.ts'
import { today, type World } from '../context.ts'
import { Refused } from '../refused.ts'
import type { Month } from '../rules/day.ts'
import { nextBatchAfter, releaseDayOf } from '../rules/outcome-release.ts'
import type { PrintedWording } from '../rules/rule-change.ts'
import { outcomeFacts } from './outcome-facts.ts'
import { hallByKey } from './halls.ts'
import type { ShownWording } from './official-wordings.ts'
import { policyOf } from './policies.ts'

/** The months whose outcomes are out in a hall, the newest first, with each month's figures. */
export async function publishedMonths(world: World, hallKey: string) {
  const db = world.store.read
  const hall = await hallByKey(db, hallKey)
  const { publish } = policyOf(hall, today(world))
  const batches = await db
    .select({ month: outcomeBatches.month, figures: outcomeBatches.figures })
    .from(outcomeBatches)
    .where(eq(outcomeBatches.hallId, hall.id))
    .orderBy(desc(outcomeBatches.month))
  const next = nextBatchAfter(today(world), publish, world.calendar)
  const isOut = batches.some(({ month }) => month >= next.month)
  return { hall, publish, batches, next: isOut ? null : next }
}

/** The last month whose batch went out in a hall, or null. */
export async function lastBatchOf(db: Reader, hallId: number): Promise<Month | null> {
  const [last] = await db
    .select({ month: outcomeBatches.month })
    .from(outcomeBatches)
    .where(eq(outcomeBatches.hallId, hallId))
    .orderBy(desc(outcomeBatches.month))
    .limit(1)
  return last?.month ?? null
}

/** One month of a hall as it was published; refused, with the day, while it is not out. */
export async function publishedMonth(world: World, hallKey: string, month: Month) {
  const db = world.store.read
  const hall = await hallByKey(db, hallKey)
  const { publish } = policyOf(hall, today(world))
  const [batch] = await db
    .select({ figures: outcomeBatches.figures })
    .from(outcomeBatches)
    .where(and(eq(outcomeBatches.hallId, hall.id), eq(outcomeBatches.month, month)))
  if (!batch) {
    const on = releaseDayOf(month, publish, world.calendar)
    throw on >= today(world) ? new Refused('batch-not-out', { on }) : new Refused('no-such-batch')
  }
  const rows = await db
    .select()
    .from(outcomes)
    .where(
      and(eq(outcomes.hallId, hall.id), eq(outcomes.batch, month), isNotNull(outcomes.publishedOn)),
    )
    .orderBy(asc(outcomes.publicId))
  const facts = await outcomeFacts(
    db,
    { calendar: world.calendar, on: today(world) },
    rows.flatMap((row) => (row.retractedOn === null ? [row.caseId] : [])),
  )
  const shuffled = rows
    .map((row) => ({ row, by: digestOf(world.keys, 'outcome-order', row.publicId) }))
    .sort((one, other) => (one.by < other.by ? -1 : 1))
    .map(({ row }) => row)
  const shown = shuffled.flatMap((row) => {
    const told = facts.get(row.caseId)
    return row.summary === null || !told ? [] : [{ row, told, summary: row.summary }]
  })
  const keyOf = ({ told }: (typeof shown)[number]) => told.clause?.key ?? LAST_KEY
  return {
    hall,
    publish,
    month,
    figures: batch.figures,
    /** By clause, and within a clause in an order that says nothing of time. */
    outcomes: shown
      .sort((one, other) => compare(keyOf(one), keyOf(other)))
      .map(({ row, told: { clause, window, department, ...told }, summary }) => ({
        id: row.publicId,
        ...told,
        clause: clause?.label ?? null,
        official: clause?.official ? printedOf(clause.official) : null,
        remedy: row.remedy,
        summary,
        window: row.windowNamed ? window : null,
        department: row.windowNamed ? null : department,
      })),
    retracted: shuffled.flatMap((row) =>
      row.retractedOn === null
        ? []
        : [{ id: row.publicId, on: row.retractedOn, reason: row.retractionReason }],
    ),
  }
}

/** A wording without the day it came in force: that could date a complaint within its month. */
const printedOf = ({
  title,
  number,
  article,
  issuedOn,
  link,
  paragraphs,
}: ShownWording): PrintedWording => ({
  title,
  number,
  article,
  issuedOn,
  link,
  paragraphs,
})

/** Sorts after every clause. */
const LAST_KEY = '\uffff'
const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)
