/** How a complaint reaches the hall (投诉方式). */
export const CHANNELS = [
  'web',
  'phone',
  'visit',
  'letter',
  'email',
  'commentBook',
  'commentBox',
  'hotlineTransfer',
  'petition',
] as const
export type ComplaintChannel = (typeof CHANNELS)[number]

/** 实名: the handlers see who. 保密: sealed, two people open it. 匿名: no contact is taken at all. */
export const IDENTITIES = ['named', 'confidential', 'anonymous'] as const
export type Identity = (typeof IDENTITIES)[number]

/** 口头 or 书面; a web form and an e-mail count as written. */
export const NATURES = ['oral', 'written'] as const
export type Nature = (typeof NATURES)[number]

/** What a complaint is about; every published clause belongs to one. */
export const CATEGORIES = [
  'acceptanceRefusal',
  'noReasonGiven',
  'dutyOrProcedure',
  'delayOrError',
  'notToldOnce',
  'attitude',
  'integrity',
  'absentOrIdle',
  'charging',
  'other',
] as const
export type ComplaintCategory = (typeof CATEGORIES)[number]

/** When on the day it happened, as far as the citizen remembers. */
export const DAY_PARTS = ['morning', 'afternoon', 'unknown'] as const
export type DayPart = (typeof DAY_PARTS)[number]

/** The most photos a complaint carries. */
export const MOST_PHOTOS = 4
/** The most bytes of one photo. */
export const MOST_PHOTO_BYTES = 8_388_608

/** The fewest characters of what happened. */
export const SHORTEST_NARRATIVE = 10
/** The most characters of what happened. */
export const LONGEST_NARRATIVE = 2000
