import { type Day, type Month, monthOf } from './day.ts'
import type { HallPolicy } from './hall-policy.ts'
import {
  type DirectorMark,
  isUsable,
  leastRaters,
  type PeerEarning,
  peerEarning,
  type PeerMark,
  type PeerMarking,
  type PeerScore,
} from './peer-marks.ts'
import type { ScoreEntry } from './score-entry.ts'
import { type Scorecard, type Sheet, scoreOf, timesFound } from './scorecard.ts'
import {
  award,
  type AwardResult,
  type AwardVeto,
  type ComplaintAtRanking,
  heldAndBarred,
  lastAwardOf,
  type PastAward,
  vetoesInForce,
} from './star-award.ts'
import { type RatingCounts, satisfactionOf, type TieDecision } from './tie-chain.ts'

/** What still stands in the way of a month's totals. */
export type Missing =
  | { what: 'month-running'; closesOn: Day }
  | { what: 'too-few-raters'; rated: number; needed: number }
  | { what: 'no-peer-mark'; windowId: string }
  | { what: 'entry-unconfirmed'; entryId: string }
  | { what: 'case-without-points'; caseId: string }

/** A window in the month, with what breaks ties. */
type BingchaWindow = { id: string; ratings: RatingCounts }

/** All that a month in Bingcha is worked out from. */
export type BingchaMonth = {
  month: Month
  /** The day the award is decided: whoever is barred on it stays out. */
  rankedOn: Day
  /** The day of this working-out, the same or later: a hold may have ended or a case closed. */
  workedOutOn: Day
  /** The day on which the month's points close. */
  closesOn: Day
  windows: readonly BingchaWindow[]
  entries: readonly ScoreEntry[]
  peerMarks: readonly PeerMark[]
  directorMarks: readonly DirectorMark[]
  /** Cases found to be true in the month for which no points were entered or waived yet. */
  casesWithoutPoints: readonly string[]
  verifiedComplaints: readonly { windowIds: readonly string[]; decidedOn: Day }[]
  complaintsAtRanking: readonly (Omit<ComplaintAtRanking, 'ids'> & {
    windowIds: readonly string[]
  })[]
  vetoes: readonly AwardVeto[]
  pastAwards: readonly PastAward[]
  decision?: TieDecision | null
}

/** The sheet, the mutual rating, and the item that keeps a window from the flag. */
type BingchaSheet = { sheet: Sheet; peer: PeerMarking; circularItem: string }

/** A window's month with its whole arithmetic. */
type BingchaWindowSheet = {
  windowId: string
  peer: PeerScore
  /** Where the points of the mutual rating come from; null while there are none. */
  peerFrom: PeerEarning['from']
  directorReason: string | null
  card: Scorecard
  verifiedComplaints: number
  attendanceFindings: number
  ratings: RatingCounts
}

/** A month that is not closed says what is missing; its cards are provisional and not ranked. */
export type BingchaResult = {
  hall: 'bingcha'
  month: Month
  rankedOn: Day
  workedOutOn: Day
  sheet: string
  windows: BingchaWindowSheet[]
  /** Confirmed entries of the month on no window's sheet: they count for none. */
  unattributed: { entry: string; item: string; points: number }[]
} & ({ state: 'not-closed'; missing: Missing[] } | { state: 'closed'; redFlags: AwardResult })

function windowSheetOf(
  { id, ratings }: BingchaWindow,
  input: BingchaMonth,
  { sheet, peer: marking }: BingchaSheet,
): BingchaWindowSheet {
  const { peer, from, reason, entry } = peerEarning(id, input, sheet, marking)
  const card = scoreOf(sheet, [
    ...input.entries.filter(
      ({ windowId, period, item }) =>
        windowId === id && period === input.month && item !== marking.item,
    ),
    ...(entry ? [entry] : []),
  ])
  return {
    windowId: id,
    peer,
    peerFrom: from,
    directorReason: reason,
    card,
    verifiedComplaints: input.verifiedComplaints.filter(
      ({ windowIds, decidedOn }) => windowIds.includes(id) && monthOf(decidedOn) === input.month,
    ).length,
    attendanceFindings: timesFound(
      card.lines,
      sheet.items.filter(({ attendance }) => attendance).map(({ code }) => code),
    ),
    ratings,
  }
}

/**
 * What a month still lacks. Bingcha 月度考核办法: every window marks every other; read as at least
 * half of those that can, and one mark for each window or the director's meeting's value. Every
 * entry has to be decided and every verified case to have its points.
 */
function missingFor(
  input: BingchaMonth,
  windows: readonly BingchaWindowSheet[],
  peer: PeerMarking,
): Missing[] {
  const usable = input.peerMarks.filter(isUsable(input, peer))
  const rated = new Set(usable.map(({ byWindow }) => byWindow)).size
  const needed = leastRaters(input.windows.length)
  return [
    ...(input.rankedOn < input.closesOn
      ? [{ what: 'month-running' as const, closesOn: input.closesOn }]
      : []),
    ...(rated < needed ? [{ what: 'too-few-raters' as const, rated, needed }] : []),
    ...windows
      .filter(({ peerFrom }) => peerFrom === null)
      .map(({ windowId }) => ({ what: 'no-peer-mark' as const, windowId })),
    ...input.entries
      .filter(({ state, period }) => state === 'proposed' && period === input.month)
      .map(({ id }) => ({ what: 'entry-unconfirmed' as const, entryId: id })),
    ...input.casesWithoutPoints.map((caseId) => ({ what: 'case-without-points' as const, caseId })),
  ]
}

function redFlagsOf(
  input: BingchaMonth,
  windows: readonly BingchaWindowSheet[],
  policy: Pick<HallPolicy, 'awards'>,
  circularItem: string,
): AwardResult {
  const { month, rankedOn, complaintsAtRanking } = input
  const kind = 'redFlagWindow'
  const { held, barred } = heldAndBarred(
    complaintsAtRanking.map(({ windowIds, ...complaint }) => ({ ids: windowIds, ...complaint })),
  )
  return award(
    windows.map((window) => ({
      id: window.windowId,
      score: window.card.score,
      verifiedComplaints: window.verifiedComplaints,
      deductionPoints: window.card.deductions,
      satisfaction: satisfactionOf(window.ratings),
      attendanceFindings: window.attendanceFindings,
      lastAwarded: lastAwardOf(input.pastAwards, { kind, id: window.windowId, before: month }),
      attendedDays: null,
    })),
    {
      places: policy.awards.find((rule) => rule.kind === kind)?.places ?? 0,
      fewestAttendedDays: 0,
      vetoes: [
        ...vetoesInForce(input.vetoes, { kind, month, rankedOn }),
        ...windows
          .filter(({ card }) => timesFound(card.lines, [circularItem]) > 0)
          .map(({ windowId }) => ({ id: windowId, reason: 'complaintCircular', until: null })),
        ...barred,
      ],
      held,
      on: input.workedOutOn,
      decision: input.decision ?? null,
    },
  )
}

/**
 * Bingcha 月度考核办法: the month's total of every window and its red flags (红旗窗口), or, while
 * anything is missing, the list of it and no ranking at all.
 */
export function bingchaMonth(
  input: BingchaMonth,
  policy: Pick<HallPolicy, 'awards'>,
  terms: BingchaSheet,
): BingchaResult {
  const windows = input.windows.map((window) => windowSheetOf(window, input, terms))
  const missing = missingFor(input, windows, terms.peer)
  const { month, rankedOn, workedOutOn } = input
  const common = {
    hall: 'bingcha' as const,
    month,
    rankedOn,
    workedOutOn,
    sheet: terms.sheet.key,
    windows,
    unattributed: input.entries
      .filter(
        ({ state, period, windowId }) =>
          state === 'confirmed' &&
          period === month &&
          !input.windows.some(({ id }) => id === windowId),
      )
      .map(({ id, item, points }) => ({ entry: id, item, points })),
  }
  return missing.length > 0
    ? { ...common, state: 'not-closed', missing }
    : {
        ...common,
        state: 'closed',
        redFlags: redFlagsOf(input, windows, policy, terms.circularItem),
      }
}
