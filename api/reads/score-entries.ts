import { and, asc, eq, or, isNull, inArray } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { officers, postings, scoreEntries, staff, windows } from '../../db/schema/index.ts'
import { openMaybe } from '../../db/sealing/field.ts'
import type { Reader } from '../../db/store.ts'
import { type Officer, today, type World } from '../context.ts'
import { sheets } from '../policies/sheets/by-key.ts'
import { Refused } from '../refused.ts'
import { can } from '../rules/can.ts'
import type { Day, Month } from '../rules/day.ts'
import { isOver } from '../rules/day-over.ts'
import { type EntryState, type ScoreEntry, waitsForAnswer } from '../rules/score-entry.ts'
import { itemOf, type PointRange } from '../rules/scorecard.ts'
import { casesOf } from './case-subjects.ts'
import { type Concern, concernsOf } from './concerns.ts'
import { type PolicyHall, policyOf } from './policies.ts'

type Row = typeof scoreEntries.$inferSelect

/** Where an entry stands. */
export const stateOf = ({ confirmed }: Pick<Row, 'confirmed'>): EntryState =>
  confirmed === null ? 'proposed' : confirmed ? 'confirmed' : 'rejected'

const idOrNull = (id: number | null) => (id === null ? null : String(id))

/** An entry as the rules reckon with it. */
export const entryOf = (row: Row): ScoreEntry => ({
  id: String(row.id),
  item: row.item,
  points: row.points,
  quantity: row.quantity,
  windowId: idOrNull(row.windowId),
  staffId: idOrNull(row.staffId),
  occurredOn: row.occurredOn!,
  decidedOn: row.decidedOn ?? row.proposedOn!,
  period: row.period!,
  source: row.source,
  state: stateOf(row),
  reverses: idOrNull(row.reverses),
})

/** What an answer is sealed for: the case it came from, else the entry itself. */
export const answerOwner = ({ id, caseId }: Pick<Row, 'id' | 'caseId'>): string | number =>
  caseId ?? `entry:${id}`

/** Every entry of a hall's month on one sheet, in the order they were made. */
export async function entriesOfMonth(
  db: Reader,
  hallId: number,
  month: Month,
  sheet: string,
): Promise<ScoreEntry[]> {
  const rows = await db
    .select()
    .from(scoreEntries)
    .where(
      and(
        eq(scoreEntries.hallId, hallId),
        eq(scoreEntries.period, month),
        eq(scoreEntries.sheet, sheet),
      ),
    )
    .orderBy(asc(scoreEntries.id))
  return rows.map(entryOf)
}

/** An entry of the officer's own hall by its public id, or a refusal. */
export async function entryById(db: Reader, hallId: number, publicId: string): Promise<Row> {
  const [row] = await db
    .select()
    .from(scoreEntries)
    .where(and(eq(scoreEntries.hallId, hallId), eq(scoreEntries.publicId, publicId)))
  if (!row) throw new Refused('no-such-entry')
  return row
}

/** Whom an entry is about: its own person and window, and whoever its case names. */
export async function concernOf(
  db: Reader,
  entries: readonly Row[],
): Promise<Map<number, Concern>> {
  const caseIds = [...new Set(entries.flatMap(({ caseId }) => (caseId === null ? [] : [caseId])))]
  const [first] = entries
  const cases = first && caseIds.length > 0 ? await casesOf(db, first.hallId, caseIds) : []
  return new Map(
    entries.map((entry) => {
      const named = cases.find(({ caseId }) => caseId === entry.caseId)?.staffIds ?? []
      return [
        entry.id,
        {
          caseId: entry.caseId,
          windowId: entry.windowId,
          staffIds: [...new Set([...named, ...(entry.staffId === null ? [] : [entry.staffId])])],
          occurredOn: entry.occurredOn,
        },
      ]
    }),
  )
}

/** An entry as the desk shows it. */
type DeskEntry = {
  id: string
  item: string
  label: string
  unit: string
  kind: 'deduction' | 'bonus' | 'mark'
  quantity: number
  points: number
  range: PointRange | null
  staff: { id: string; number: string; name: string } | null
  window: { code: string; number: string; business: string } | null
  occurredOn: string
  period: Month
  source: Row['source']
  state: EntryState
  reason: string
  proof: string | null
  proposedBy: string | null
  proposedOn: string
  decidedBy: string | null
  decidedOn: string | null
  decisionNote: string | null
  /** Takes another entry back. */
  isReversal: boolean
  /** Was taken back, or is about to be. */
  isReversed: boolean
  /** The officer who looks entered it. */
  isOwn: boolean
  /** It concerns the officer who looks. */
  concernsYou: boolean
  /** On a sheet of persons, where only the window is known: who served there on that day. */
  servedThere: { id: string; number: string; name: string }[]
  /** Until when whoever it names may answer; null where nobody is asked. */
  answerUntil: string | null
  /** Nobody may confirm it yet: an answer is still awaited. */
  waitsForAnswer: boolean
  /** What they answered; null too for an officer who may not confirm. */
  answer: { text: string; by: string | null; on: string } | null
  /** Other entries for the same person or window on the same day, by their items' names. */
  sameDay: string[]
}

/** Who served at a window on a day, by staff number. */
async function servedAtWindows(db: Reader, hallId: number) {
  const rows = await db
    .select({
      windowId: postings.windowId,
      fromDay: postings.fromDay,
      toDay: postings.toDay,
      id: staff.publicId,
      number: staff.number,
      name: staff.name,
    })
    .from(postings)
    .innerJoin(staff, eq(staff.id, postings.staffId))
    .where(eq(postings.hallId, hallId))
    .orderBy(asc(staff.number))
  return (windowId: number, day: Day) =>
    rows
      .filter(
        (row) =>
          row.windowId === windowId &&
          row.fromDay <= day &&
          (row.toDay === null || row.toDay >= day),
      )
      .map(({ id, number, name }) => ({ id, number, name }))
}

const proposer = alias(officers, 'proposer')
const decider = alias(officers, 'decider')
const answerer = alias(officers, 'answerer')

/**
 * The entries of a month, and those of any month that wait for a second person. What comes from a
 * complaint the officer is kept away from is left out, as if it did not exist; only what stands on
 * their own sheet and is confirmed they may read.
 */
export async function deskEntries(
  world: World,
  officer: Officer,
  month: Month,
  { hall }: { hall: PolicyHall },
): Promise<DeskEntry[]> {
  const db = world.store.read
  const { openingHours } = policyOf(hall, today(world))
  const mayDecide = can({ ...officer, relation: null }, 'confirm', {
    kind: 'scoreEntry',
    proposedById: null,
    staffId: null,
  })
  const rows = await db
    .select({
      entry: scoreEntries,
      staff: { id: staff.publicId, number: staff.number, name: staff.name },
      window: { code: windows.code, number: windows.number, business: windows.business },
      proposedBy: proposer.name,
      decidedBy: decider.name,
      answeredBy: answerer.name,
    })
    .from(scoreEntries)
    .leftJoin(staff, eq(staff.id, scoreEntries.staffId))
    .leftJoin(windows, eq(windows.id, scoreEntries.windowId))
    .leftJoin(proposer, eq(proposer.id, scoreEntries.proposedBy))
    .leftJoin(decider, eq(decider.id, scoreEntries.decidedBy))
    .leftJoin(answerer, eq(answerer.id, scoreEntries.answeredBy))
    .where(
      and(
        eq(scoreEntries.hallId, officer.hallId),
        or(eq(scoreEntries.period, month), isNull(scoreEntries.confirmed)),
      ),
    )
    .orderBy(asc(scoreEntries.id))
  const entries = rows.map(({ entry }) => entry)
  const concern = await concernOf(db, entries)
  const concernsYou = await concernsOf(db, officer)
  const ids = entries.map(({ id }) => id)
  const reversals =
    ids.length === 0
      ? []
      : await db
          .select({ reverses: scoreEntries.reverses, confirmed: scoreEntries.confirmed })
          .from(scoreEntries)
          .where(inArray(scoreEntries.reverses, ids))
  const servedThere = await servedAtWindows(db, officer.hallId)
  return rows.flatMap((row) => {
    const { entry } = row
    const concerned = concernsYou(concern.get(entry.id)!)
    const isOwnSheet = entry.staffId !== null && entry.staffId === officer.staffId
    const mayKnow = isOwnSheet && entry.confirmed === true
    if (concerned && entry.caseId !== null && !mayKnow) return []
    const item = itemOf(sheets[entry.sheet]!, entry.item)
    const answer = mayDecide
      ? openMaybe(world.keys, 'score_entries.answer', answerOwner(entry), entry.answer)
      : null
    return [
      {
        id: entry.publicId,
        item: entry.item,
        label: item?.labelZh ?? entry.item,
        unit: item?.unitZh ?? '',
        kind: item?.kind ?? 'deduction',
        quantity: entry.quantity,
        points: entry.points,
        range: item && typeof item.points === 'object' ? item.points : null,
        staff: row.staff,
        window: row.window,
        occurredOn: entry.occurredOn!,
        period: entry.period!,
        source: entry.source,
        state: stateOf(entry),
        reason: entry.reason,
        proof: entry.proof,
        proposedBy: row.proposedBy,
        proposedOn: entry.proposedOn!,
        decidedBy: row.decidedBy,
        decidedOn: entry.decidedOn,
        decisionNote: entry.decisionNote,
        isReversal: entry.reverses !== null,
        isReversed: reversals.some(
          ({ reverses, confirmed }) => reverses === entry.id && confirmed !== false,
        ),
        isOwn: entry.proposedBy === officer.id,
        concernsYou: concerned,
        servedThere:
          entry.staffId === null && sheets[entry.sheet]?.per === 'staff'
            ? servedThere(entry.windowId!, entry.occurredOn!)
            : [],
        answerUntil: entry.answerUntil,
        waitsForAnswer: waitsForAnswer(entry, (day) => isOver(day, openingHours, world.now())),
        answer:
          answer === null ? null : { text: answer, by: row.answeredBy, on: entry.answeredOn! },
        sameDay: entries
          .filter(
            (other) =>
              other.id !== entry.id &&
              other.id !== entry.reverses &&
              other.confirmed !== false &&
              other.caseId !== entry.caseId &&
              other.occurredOn === entry.occurredOn &&
              (entry.staffId === null
                ? other.windowId === entry.windowId
                : other.staffId === entry.staffId) &&
              !concernsYou(concern.get(other.id)!),
          )
          .map((other) => itemOf(sheets[other.sheet]!, other.item)?.labelZh ?? other.item),
      },
    ]
  })
}
