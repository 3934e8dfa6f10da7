import type { Day } from './day.ts'

/** What of a case decides who is kept away from it. */
export type RecusalFacts = {
  caseId: number
  /** The window complained about; null where none is named. */
  windowId: number | null
  /** Everybody the case names, the complaint's own person and those the office added. */
  staffIds: readonly number[]
  /** The day it happened; null where the citizen does not know. */
  occurredOn: Day | null
}

/** Somebody serving at a window from a day to a day, both included; `toDay` null: still there. */
export type Posting = {
  staffId: number
  windowId: number
  fromDay: Day
  toDay: Day | null
  head: boolean
}

/** A relation an officer declared, with a person, a window or one case; the other two are null. */
export type DeclaredRelation = {
  officerId: number
  staffId: number | null
  windowId: number | null
  caseId: number | null
}

/**
 * Whether a posting makes its holder concerned by a case: at the window complained about on the
 * day it happened, or as its head on that day or any later one, since a later head answers for
 * the window too. A day nobody knows keeps everybody away who ever served there. As a predicate:
 *
 *     p.window_id = c.window_id and (c.occurred_on is null or (
 *       (p.to_day is null or p.to_day >= c.occurred_on)
 *       and (p.head or p.from_day <= c.occurred_on)))
 */
function isConcerning(posting: Posting, { windowId, occurredOn }: RecusalFacts): boolean {
  if (posting.windowId !== windowId) return false
  if (occurredOn === null) return true
  const endedBefore = posting.toDay !== null && posting.toDay < occurredOn
  return !endedBefore && (posting.head || posting.fromDay <= occurredOn)
}

/** The staff a case concerns: those it names, and those whose posting concerns it. */
const concernedStaff = (file: RecusalFacts, postings: readonly Posting[]): ReadonlySet<number> =>
  new Set([
    ...file.staffIds,
    ...postings.filter((posting) => isConcerning(posting, file)).map(({ staffId }) => staffId),
  ])

/**
 * Whether an officer is kept away from a case (回避) and must not even see that it exists: as one
 * of the staff it concerns, or by a relation declared with one of them, with its window or with
 * the case. Qingpu 投诉处置办法 and Yuanzhou's norms ask for impartial handling; no role lifts it.
 * Every list, search, count, export and letter must use a predicate that says the same:
 *
 *     o.staff_id in concerned(c) or exists (select 1 from recusals r where r.officer_id = o.id
 *       and (r.case_id = c.id or r.window_id = c.window_id or r.staff_id in concerned(c)))
 *
 * where `concerned(c)` is the staff named by the complaint or added to the case, and the staff of
 * the postings for which `isConcerning` holds. An officer without `staffId` serves at no window.
 */
export function isRecused(
  officer: { id: number; staffId: number | null },
  file: RecusalFacts,
  postings: readonly Posting[],
  relations: readonly DeclaredRelation[],
): boolean {
  const concerned = concernedStaff(file, postings)
  const isConcerned = (staffId: number | null) => staffId !== null && concerned.has(staffId)
  return (
    isConcerned(officer.staffId) ||
    relations.some(
      (relation) =>
        relation.officerId === officer.id &&
        (relation.caseId === file.caseId ||
          (relation.windowId !== null && relation.windowId === file.windowId) ||
          isConcerned(relation.staffId)),
    )
  )
}
