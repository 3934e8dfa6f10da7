import { addMonths, type Month, monthOf } from './day.ts'
import { hundredthsOf, isWholeHundredths, sumOf } from './rounding.ts'
import type { EntrySource, ScoreEntry } from './score-entry.ts'

/** Whether a figure stands in the regulation, follows from it, or is this portal's reading. */
const FIGURE_ORIGINS = ['source', 'derived', 'portal'] as const
export type FigureOrigin = (typeof FIGURE_ORIGINS)[number]

/** Points an officer chooses within, with a written reason. */
export type PointRange = { from: number; to: number; step: number }

/** One item of a sheet. Points are magnitudes; the kind says whether they are taken or given. */
export type SheetItem = {
  code: string
  labelZh: string
  /** mark: points earned from nothing, as in the mutual rating of windows. */
  kind: 'deduction' | 'bonus' | 'mark'
  /** null: the hall has set no figure, so findings are recorded without points. */
  points: number | PointRange | null
  /** What one of it is: 次, 人次, 件. */
  unitZh: string
  section: string
  origin: FigureOrigin
  /** The printed text has lost the figure: a default stands in for it. */
  notInSource?: true
  /** The item that must not stand beside it for the same fact. */
  exclusiveWith?: string
  needsProof?: boolean
  /** Whether it speaks of attendance, for breaking ties. */
  attendance?: boolean
  /** The largest quantity of one entry. */
  mostQuantity?: number
}

/** A part of a sheet that never falls below zero, and never rises above `most` where it has one. */
export type Section = {
  code: string
  labelZh: string
  startsAt: number
  most: number | null
  origin: FigureOrigin
}

/** A scorecard's form (考核表); a sheet without sections in its regulation has a single one. */
export type Sheet = {
  key: string
  labelZh: string
  /** Whose score it makes. */
  per: 'staff' | 'window'
  sections: readonly Section[]
  items: readonly SheetItem[]
}

/** What a score needs to know of an entry. */
export type CountedEntry = Pick<
  ScoreEntry,
  'id' | 'item' | 'points' | 'quantity' | 'source' | 'state' | 'reverses'
>

/** One line of a worked-out scorecard. It carries no day, reason or case: it is published. */
export type ScoredLine = {
  entry: string
  item: string
  labelZh: string
  unitZh: string
  section: string
  kind: SheetItem['kind']
  quantity: number
  points: number
  source: EntrySource
  reverses: string | null
}

/** A section's arithmetic: startsAt - deductions + earned, kept between 0 and `most`. */
export type SectionScore = {
  code: string
  labelZh: string
  startsAt: number
  most: number | null
  deductions: number
  earned: number
  score: number
}

/** A scorecard with its whole arithmetic; every number has at most two decimals. */
export type Scorecard = {
  sheet: string
  score: number
  base: number
  lines: ScoredLine[]
  sections: SectionScore[]
  /** Points taken, bonuses ignored, before any section stopped at zero; never below zero. */
  deductions: number
  /** Points given by bonus items, before any cap. */
  bonuses: number
}

/** The item of that code, or undefined. */
export const itemOf = (sheet: Sheet, code: string): SheetItem | undefined =>
  sheet.items.find((item) => item.code === code)

function lineOf(sheet: Sheet, entry: CountedEntry): ScoredLine {
  const item = itemOf(sheet, entry.item)
  if (!item) throw new RangeError(`Sheet ${sheet.key} has no item ${entry.item}`)
  const { code, labelZh, unitZh, section, kind } = item
  const { id, quantity, points, source, reverses } = entry
  return {
    entry: id,
    item: code,
    labelZh,
    unitZh,
    section,
    kind,
    quantity,
    points,
    source,
    reverses,
  }
}

const pointsOn = (lines: readonly ScoredLine[], isOfKind: (kind: SheetItem['kind']) => boolean) =>
  sumOf(lines.filter(({ kind }) => isOfKind(kind)).map(({ points }) => points))

function sectionScore(section: Section, lines: readonly ScoredLine[]): SectionScore {
  const { code, labelZh, startsAt, most } = section
  const deductions = 0 - pointsOn(lines, (kind) => kind === 'deduction')
  const earned = pointsOn(lines, (kind) => kind !== 'deduction')
  const total = Math.max(0, sumOf([startsAt, 0 - deductions, earned]))
  const score = most === null ? total : Math.min(most, total)
  return { code, labelZh, startsAt, most, deductions, earned, score }
}

/**
 * The score of one person or window, recomputed from the confirmed entries of its period. Each
 * section stops at zero and at its maximum; a reversal counts with its opposite points. Throws
 * when an entry names an item the sheet does not have.
 */
export function scoreOf(sheet: Sheet, entries: readonly CountedEntry[]): Scorecard {
  const lines = entries
    .filter(({ state }) => state === 'confirmed')
    .map((entry) => lineOf(sheet, entry))
  const sections = sheet.sections.map((section) =>
    sectionScore(
      section,
      lines.filter((line) => line.section === section.code),
    ),
  )
  return {
    sheet: sheet.key,
    score: sumOf(sections.map(({ score }) => score)),
    base: sumOf(sheet.sections.map(({ startsAt }) => startsAt)),
    lines,
    sections,
    deductions: Math.max(0, sumOf(sections.map(({ deductions }) => deductions))),
    bonuses: pointsOn(lines, (kind) => kind === 'bonus'),
  }
}

const isRange = (points: SheetItem['points']): points is PointRange =>
  typeof points === 'object' && points !== null

/**
 * The signed points of an entry: the item's own times the quantity, the officer's choice for an
 * item with a range, none for an item without a figure.
 */
export function pointsOf(item: SheetItem, quantity: number, chosen = 0): number {
  const size = isRange(item.points)
    ? hundredthsOf(chosen)
    : hundredthsOf(item.points ?? 0) * quantity
  return (item.kind === 'deduction' ? 0 - size : size) / 100
}

/** Why an entry cannot stand on the sheet. */
export type EntryRefusal =
  | 'entry-item-unknown'
  | 'entry-quantity'
  | 'entry-points'
  | 'entry-reason'
  | 'entry-proof'
  | 'entry-exclusive'

/** What an officer fills in; points carry their sign. */
type EntryDraft = {
  points: number
  quantity: number
  reason?: string | null
  /** What proves it: a letter's number, a photo's id. */
  proof?: string | null
}

const isInRange = (size: number, { from, to, step }: PointRange): boolean =>
  isWholeHundredths(size) &&
  size >= from &&
  size <= to &&
  (hundredthsOf(size) - hundredthsOf(from)) % hundredthsOf(step) === 0

function pointsStand(item: SheetItem, { points, quantity }: EntryDraft): boolean {
  const size = item.kind === 'deduction' ? 0 - points : points
  return isRange(item.points) ? isInRange(size, item.points) : points === pointsOf(item, quantity)
}

const isQuantity = (item: SheetItem, quantity: number): boolean =>
  Number.isInteger(quantity) &&
  quantity >= 1 &&
  quantity <= (isRange(item.points) ? 1 : (item.mostQuantity ?? quantity))

/**
 * Why an entry is refused: an unknown item; a quantity that is not a whole number (a ranged item
 * is judged one at a time); points that are not the item's or leave its range or steps; a range
 * without a reason; a bonus without proof; an item that excludes one of `sameFact`, the codes
 * already posted for the same fact.
 */
export function entryRefusal(
  sheet: Sheet,
  code: string,
  draft: EntryDraft,
  sameFact: readonly string[] = [],
): EntryRefusal | null {
  const item = itemOf(sheet, code)
  if (!item) return 'entry-item-unknown'
  if (!isQuantity(item, draft.quantity)) return 'entry-quantity'
  if (!pointsStand(item, draft)) return 'entry-points'
  if (isRange(item.points) && !draft.reason?.trim()) return 'entry-reason'
  if (item.needsProof && !draft.proof?.trim()) return 'entry-proof'
  if (item.exclusiveWith && sameFact.includes(item.exclusiveWith)) return 'entry-exclusive'
  return null
}

/** Points proposed for a fact, negative. */
export type Deduction = { item: string; points: number }

/**
 * One fact, one deduction: when a verified complaint describes a fact that has items of its own,
 * only the item that takes most is posted, and the complaint's where they are equal. Stacking
 * posts all of them. What is left out and was posted before has to be reversed.
 */
export function oneFactOneDeduction<D extends Deduction>(
  complaint: D,
  own: readonly D[],
  { stackUnderlyingViolation }: { stackUnderlyingViolation: boolean },
): { post: D[]; leaveOut: D[] } {
  const all = [complaint, ...own]
  if (stackUnderlyingViolation) return { post: all, leaveOut: [] }
  const heaviest = all.reduce((most, each) => (each.points < most.points ? each : most))
  return { post: [heaviest], leaveOut: all.filter((each) => each !== heaviest) }
}

/** The first month from this one on that is not closed. */
export function firstOpenFrom(month: Month, closedMonths: readonly Month[]): Month {
  let open = month
  while (closedMonths.includes(open)) open = addMonths(open, 1)
  return open
}

/**
 * The month an entry counts in: a complaint's in the month it was found to be true, any other in
 * the month it occurred while that month is open, else in the month of the decision. Nothing is
 * ever written into a closed month: the first open one after it takes the entry.
 */
export function periodOf(
  entry: Pick<ScoreEntry, 'source' | 'occurredOn' | 'decidedOn'>,
  { closedMonths }: { closedMonths: readonly Month[] },
): Month {
  const occurred = monthOf(entry.occurredOn)
  return entry.source !== 'complaint' && !closedMonths.includes(occurred)
    ? occurred
    : firstOpenFrom(monthOf(entry.decidedOn), closedMonths)
}

/** How often an item was found, reversals taken off. */
export const timesFound = (
  lines: readonly Pick<ScoredLine, 'item' | 'quantity' | 'reverses'>[],
  codes: readonly string[],
): number =>
  Math.max(
    0,
    lines
      .filter(({ item }) => codes.includes(item))
      .reduce((sum, line) => sum + (line.reverses === null ? line.quantity : 0 - line.quantity), 0),
  )
