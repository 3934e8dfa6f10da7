import { isWholeHundredths, roundHalfUp, sumOf } from './rounding.ts'
import { type CountedEntry, itemOf, type Sheet } from './scorecard.ts'

/** How the windows mark each other: the item it earns, the topics, and the most for each. */
export type PeerMarking = { item: string; topics: readonly string[]; mostPerTopic: number }

/** What one window gives another in a month: one mark for each topic, in their order. */
export type PeerMark = { byWindow: string; forWindow: string; marks: readonly number[] }

/** The director's meeting's own value for a window no other has marked, and its reason. */
export type DirectorMark = { windowId: string; points: number; reason: string }

/** Why a peer mark is refused. */
type PeerMarkRefusal = 'peer-mark-own-window' | 'peer-mark-topics' | 'peer-mark-range'

/** No window marks itself; every topic gets a mark of two decimals at the most, within its limit. */
export function peerMarkRefusal(
  { byWindow, forWindow, marks }: PeerMark,
  { topics, mostPerTopic }: PeerMarking,
): PeerMarkRefusal | null {
  if (byWindow === forWindow) return 'peer-mark-own-window'
  if (marks.length !== topics.length) return 'peer-mark-topics'
  const isMark = (mark: number) => isWholeHundredths(mark) && mark >= 0 && mark <= mostPerTopic
  return marks.every(isMark) ? null : 'peer-mark-range'
}

/** A window's mutual rating: sum of the totals received, how many, and the points they earn. */
export type PeerScore = { received: number; sum: number; points: number | null }

/**
 * Bingcha 月度考核办法, mutual rating of windows: the mean of the totals received, brought to what
 * the section is worth, two decimals; null when no window marked this one.
 */
export function peerScore(
  totals: readonly number[],
  { mostTotal, worth }: { mostTotal: number; worth: number },
): PeerScore {
  const sum = sumOf(totals)
  const received = totals.length
  return {
    received,
    sum,
    points: received === 0 ? null : roundHalfUp(sum * worth, received * mostTotal),
  }
}

/** How many of so many windows have to mark others: at least half of those that can. */
export const leastRaters = (windows: number): number => (windows > 1 ? Math.ceil(windows / 2) : 0)

/** A month's marks and the windows between which they may be given. */
export type MarkedMonth = {
  windows: readonly { id: string }[]
  peerMarks: readonly PeerMark[]
  directorMarks: readonly DirectorMark[]
}

/** Whether a mark counts: it stands by the rules, and both windows are open in the month. */
export const isUsable =
  ({ windows }: Pick<MarkedMonth, 'windows'>, marking: PeerMarking) =>
  (mark: PeerMark): boolean =>
    peerMarkRefusal(mark, marking) === null &&
    [mark.byWindow, mark.forWindow].every((id) => windows.some((window) => window.id === id))

/** What a window earns by the others' marks, and where the points come from. */
export type PeerEarning = {
  peer: PeerScore
  /** Null while there are none. */
  from: 'windows' | 'directorMeeting' | null
  /** Why the director's meeting set the value, where it did. */
  reason: string | null
  /** The line it is on the sheet; null while there is none. */
  entry: CountedEntry | null
}

/**
 * Bingcha 月度考核办法, mutual rating of windows: the mean of the marks received, or the director's
 * meeting's value for a window that no other has marked.
 */
export function peerEarning(
  windowId: string,
  month: MarkedMonth,
  sheet: Sheet,
  marking: PeerMarking,
): PeerEarning {
  const section = itemOf(sheet, marking.item)?.section
  const worth = sheet.sections.find(({ code }) => code === section)?.most ?? 0
  const peer = peerScore(
    month.peerMarks
      .filter(isUsable(month, marking))
      .filter(({ forWindow }) => forWindow === windowId)
      .map(({ marks }) => sumOf(marks)),
    { mostTotal: marking.topics.length * marking.mostPerTopic, worth },
  )
  const director =
    peer.points === null
      ? month.directorMarks.find((mark) => mark.windowId === windowId && mark.reason.trim())
      : undefined
  const points = peer.points ?? director?.points ?? null
  return {
    peer,
    from: peer.points !== null ? 'windows' : director ? 'directorMeeting' : null,
    reason: director?.reason ?? null,
    entry:
      points === null
        ? null
        : {
            id: `${marking.item}:${windowId}`,
            item: marking.item,
            points,
            quantity: 1,
            source: 'peer',
            state: 'confirmed',
            reverses: null,
          },
  }
}
