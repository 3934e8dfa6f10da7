import { and, eq, isNull, ne, or } from 'drizzle-orm'
import { caseFiles, clauses, halls, scoreEntries } from '../../../db/schema/index.ts'
import type { Transaction } from '../../../db/store.ts'
import { today, type World } from '../../context.ts'
import { circularItemOf, complaintItemOf } from '../../policies/sheets/by-key.ts'
import { circularsOf } from '../../reads/case-accountability.ts'
import { casesOf, type CaseSubjects, windowsServedBy } from '../../reads/case-subjects.ts'
import { Refused } from '../../refused.ts'
import { circularCosts } from '../../rules/accountability.ts'
import { isVerified } from '../../rules/case-file.ts'
import {
  type Deduction,
  itemOf,
  oneFactOneDeduction,
  pointsOf,
  type Sheet,
  type SheetItem,
} from '../../rules/scorecard.ts'
import { policyOfCase, sheetsOfHall } from '../../reads/policies.ts'
import { writeEntries } from './write-entries.ts'

/** The least an item takes: its own points, or the smallest of its range that is not below `least`. */
function smallestOf(item: SheetItem, least: number): Deduction {
  const { points } = item
  if (typeof points !== 'object' || points === null)
    return { item: item.code, points: pointsOf(item, 1) }
  let chosen = points.from
  while (chosen < least && chosen + points.step <= points.to) chosen += points.step
  return { item: item.code, points: pointsOf(item, 1, chosen) }
}

/** What a verified complaint costs: the complaint's item, or the clause's own when it takes more. */
function deductionsFor(
  sheet: Sheet,
  clausesItem: string | null,
  policy: { stackUnderlyingViolation: boolean },
  raised: boolean,
): Deduction[] {
  const ordinary = complaintItemOf[sheet.key] ?? ''
  const complaint = itemOf(sheet, (raised && circularItemOf[sheet.key]) || ordinary)
  if (!complaint) return []
  const underlying = clausesItem === complaint.code ? undefined : itemOf(sheet, clausesItem ?? '')
  const own = underlying ? [smallestOf(underlying, 0)] : []
  const least = Math.max(0, ...own.map(({ points }) => 0 - points))
  return oneFactOneDeduction(smallestOf(complaint, least), own, policy).post
}

type Subject = { staffId: number | null; windowId: number | null }

/** On whose sheets it is written: the people named, or the windows, as the sheet asks. */
async function subjectsOf(tx: Transaction, sheet: Sheet, about: CaseSubjects): Promise<Subject[]> {
  const { staffIds, windowId, occurredOn } = about
  if (sheet.per === 'staff' && staffIds.length > 0)
    return staffIds.map((staffId) => ({ staffId, windowId }))
  if (windowId !== null) return [{ staffId: null, windowId }]
  const served = staffIds.length > 0 ? await windowsServedBy(tx, staffIds, occurredOn) : []
  return served.map((window) => ({ staffId: null, windowId: window }))
}

/**
 * A verified complaint proposes its own points, in the month of the finding: Anci sheet 4-1, A17,
 * or the clause's own item when it takes more; Bingcha 月度考核办法, M7.1, with the smallest points
 * of its range until a second person chooses, or M7.2 once a circular about it went round; Qingpu 投诉处置办法, recorded without points. Written
 * for the people the case names, or for the window. Called within the act that closes the case;
 * gives the ids of the entries, none when there is no fault, nobody to write it for, or when it
 * was done before.
 */
export async function proposeComplaintEntry(
  tx: Transaction,
  world: World,
  { caseId, by }: { caseId: number; by: number | null },
): Promise<number[]> {
  const [found] = await tx
    .select({ hall: halls, file: caseFiles })
    .from(caseFiles)
    .innerJoin(halls, eq(halls.id, caseFiles.hallId))
    .where(eq(caseFiles.id, caseId))
  if (!found) throw new Refused('no-such-case')
  const { hall, file } = found
  const [sheet] = sheetsOfHall(hall, today(world))
  const [about] = await casesOf(tx, hall.id, [caseId])
  const [decision] = about?.decisions ?? []
  if (!sheet || !about || !decision || !isVerified(decision.finding)) return []
  const before = await tx
    .select({ id: scoreEntries.id })
    .from(scoreEntries)
    .where(
      and(
        eq(scoreEntries.caseId, caseId),
        eq(scoreEntries.source, 'complaint'),
        or(isNull(scoreEntries.confirmed), ne(scoreEntries.confirmed, false)),
      ),
    )
  if (before.length > 0) return []

  const [clause] =
    about.clauseId === null
      ? []
      : await tx.select().from(clauses).where(eq(clauses.id, about.clauseId))
  const policy = policyOfCase(hall, file)
  const circulars = await circularsOf(tx, caseId)
  const raised = circulars.some((circular) => circularCosts(policy, circular))
  const deductions = deductionsFor(sheet, clause?.pointsItem ?? null, policy, raised)
  const subjects = await subjectsOf(tx, sheet, about)
  const { decidedOn } = decision
  const added = await writeEntries(
    tx,
    world,
    hall,
    by,
    subjects.flatMap((subject) =>
      deductions.map(({ item, points }) => ({
        ...subject,
        sheet,
        item: itemOf(sheet, item)!,
        points,
        quantity: 1,
        occurredOn: about.occurredOn,
        source: 'complaint' as const,
        caseId,
        reason: clause ? `投诉查实：${clause.label}` : '投诉查实',
        decidedOn,
      })),
    ),
  )
  return added.map(({ id }) => id)
}
