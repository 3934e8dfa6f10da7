/** What the portal's forms find that costs or earns points. */
export const FEED_EVENTS = [
  'absence',
  'entertainment',
  'smoking',
  'dress',
  'desk',
  'lateOrEarly',
  'markMissing',
  'meetingLate',
  'meetingAbsent',
  'meetingUncooperative',
  'overdue',
  'praise',
  'suggestion',
] as const
export type FeedEvent = (typeof FEED_EVENTS)[number]

/** The items an event can be written on, in the order they are offered; none: it is not written. */
export type FeedsMap = Readonly<Record<FeedEvent, readonly string[]>>
