import type { AwardKind } from './award-kind.ts'
import { type Day, firstDayOf, lastDayOf, type Month } from './day.ts'
import type { Period } from './period.ts'
import { type Contender, rank, type Ranked, type TieDecision } from './tie-chain.ts'

/** An award given: `id` is the person's or the window's. */
export type PastAward = { kind: AwardKind; id: string; period: Period }

/** A bar to awards: which ones, since when and until when, both days included, and why. */
export type AwardVeto = {
  id: string
  reason: string
  bars: readonly AwardKind[]
  from: Day
  until: Day
}

/** The vetoes that bar from a month's award: in force on a day of that month or when it is ranked. */
export const vetoesInForce = (
  vetoes: readonly AwardVeto[],
  { kind, month, rankedOn }: { kind: AwardKind; month: Month; rankedOn: Day },
): AwardVeto[] =>
  vetoes.filter(
    ({ bars, from, until }) =>
      bars.includes(kind) &&
      ((from <= lastDayOf(month) && until >= firstDayOf(month)) ||
        (from <= rankedOn && until >= rankedOn)),
  )

/** The last award of a kind before a period, or null; its own does not count against it. */
export const lastAwardOf = (
  pastAwards: readonly PastAward[],
  { kind, id, before }: { kind: AwardKind; id: string; before: Period },
): Period | null =>
  pastAwards
    .filter((past) => past.kind === kind && past.id === id && past.period < before)
    .map(({ period }) => period)
    .toSorted()
    .at(-1) ?? null

/** Why somebody is barred from one award. */
export type AwardBar = { id: string; reason: string; until: Day | null }

/** Somebody under an accepted complaint that is still open; the last day a place is kept. */
export type Hold = { id: string; heldUntil: Day }

/**
 * Whom a complaint concerns that was accepted and open on the day an award was decided. open: it
 * still is, and keeps the place until a last day; verified: it was found to be true meanwhile, so
 * the next in rank moves up.
 */
export type ComplaintAtRanking = {
  ids: readonly string[]
  outcome: 'open' | 'verified'
  heldUntil: Day
}

/** Those whose place is held by open complaints, and those barred by one verified meanwhile. */
export function heldAndBarred(complaints: readonly ComplaintAtRanking[]): {
  held: Hold[]
  barred: AwardBar[]
} {
  const about = (wanted: ComplaintAtRanking['outcome']) =>
    complaints
      .filter(({ outcome }) => outcome === wanted)
      .flatMap(({ ids, heldUntil }) => ids.map((id) => ({ id, heldUntil })))
  const reason = 'complaintVerifiedWhileHeld'
  return {
    held: about('open'),
    barred: about('verified').map(({ id }) => ({ id, reason, until: null })),
  }
}

/** Why a contender is not ranked; `veto` is the veto's own reason. */
export type Ineligible = {
  id: string
  reason: 'no-score' | 'too-few-days' | 'vetoed'
  veto: string | null
  until: Day | null
}

/** What became of one place of an award. */
export type AwardPlace =
  | { place: number; state: 'awarded'; id: string }
  | { place: number; state: 'held'; id: string; heldUntil: Day }
  | { place: number; state: 'undecided'; candidates: string[] }
  | { place: number; state: 'unused' }

/** An award with everything that led to it; plain data, to be stored and published. */
export type AwardResult = {
  places: AwardPlace[]
  ranking: Ranked[]
  contenders: Contender[]
  ineligible: Ineligible[]
  /** Holds of the ranked; one whose day has passed no longer keeps a place. */
  holds: (Hold & { isOver: boolean })[]
  decision: TieDecision | null
}

/** What an award is given by. `on` is the day it is worked out. */
export type AwardTerms = {
  places: number
  fewestAttendedDays: number
  /** Those in force for this award; `until` is null where only this award is barred. */
  vetoes: readonly AwardBar[]
  held: readonly Hold[]
  on: Day
  decision?: TieDecision | null
}

function ineligibility(
  { id, score, attendedDays }: Contender,
  { fewestAttendedDays, vetoes }: AwardTerms,
): Ineligible | null {
  const veto = vetoes.find((each) => each.id === id)
  if (veto) return { id, reason: 'vetoed', veto: veto.reason, until: veto.until }
  if (attendedDays !== null && attendedDays < fewestAttendedDays)
    return { id, reason: 'too-few-days', veto: null, until: null }
  return score === null ? { id, reason: 'no-score', veto: null, until: null } : null
}

const longestHold = (id: string, holds: readonly Hold[]): Hold | undefined =>
  holds
    .filter((hold) => hold.id === id)
    .toSorted((a, b) => (a.heldUntil < b.heldUntil ? 1 : -1))
    .at(0)

/**
 * An award worked out again with what became known since it was decided: whoever was awarded keeps
 * the place, whatever it is; whoever was barred stays so; the others are barred or held as `terms`
 * say, and the next in rank moves up.
 */
export function settledAward(before: AwardResult, terms: Omit<AwardTerms, 'places'>): AwardResult {
  const kept = before.places.flatMap((place) => (place.state === 'awarded' ? [place.id] : []))
  const isOpen = ({ id }: { id: string }) => !kept.includes(id)
  const barredBefore = before.ineligible
    .filter(({ reason }) => reason === 'vetoed')
    .map(({ id, veto, until }) => ({ id, reason: veto ?? '', until }))
  return award(before.contenders, {
    ...terms,
    places: before.places.length,
    vetoes: [...barredBefore, ...terms.vetoes.filter(isOpen)],
    held: terms.held.filter(isOpen),
    decision: terms.decision ?? before.decision,
  })
}

/**
 * Who gets the places of an award. Only the eligible are ranked. A place is awarded; or held for
 * somebody under an open complaint until that day; or undecided where the last places go to fewer
 * than are equal to the end of the chain; or unused where nobody is left. Never more than there
 * are places, never filled up.
 */
export function award(contenders: readonly Contender[], terms: AwardTerms): AwardResult {
  const ineligible = contenders
    .map((contender) => ineligibility(contender, terms))
    .filter((each) => each !== null)
  const eligible = contenders.filter(({ id }) => !ineligible.some((each) => each.id === id))
  const decision = terms.decision ?? null
  const ranking = rank(eligible, decision)
  const holds = ranking
    .map(({ id }) => longestHold(id, terms.held))
    .filter((hold) => hold !== undefined)
    .map((hold) => ({ ...hold, isOver: hold.heldUntil < terms.on }))

  const placeOf = (index: number): AwardPlace => {
    const place = index + 1
    const ranked = ranking[index]
    if (!ranked) return { place, state: 'unused' }
    const equals = ranking.filter((other) => other.place === ranked.place)
    if (ranked.place - 1 + equals.length > terms.places)
      return { place, state: 'undecided', candidates: equals.map(({ id }) => id) }
    const hold = holds.find(({ id, isOver }) => id === ranked.id && !isOver)
    return hold
      ? { place, state: 'held', id: ranked.id, heldUntil: hold.heldUntil }
      : { place, state: 'awarded', id: ranked.id }
  }

  return {
    places: Array.from({ length: terms.places }, (_, index) => placeOf(index)),
    ranking,
    contenders: [...contenders],
    ineligible,
    holds,
    decision,
  }
}
