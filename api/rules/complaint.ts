/**
 * Checks whose findings count as complaints (即视为投诉). Yuanzhou 窗口工作人员行为规范: telephone
 * follow-up (电话回访), spot check (现场抽查), home visit (上门调查).
 */
export const INSPECTION_CHANNELS = ['followUpCall', 'spotCheck', 'homeVisit'] as const
export type InspectionChannel = (typeof INSPECTION_CHANNELS)[number]

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
  ...INSPECTION_CHANNELS,
] as const
export type ComplaintChannel = (typeof CHANNELS)[number]

/** Who a complaint is from: a citizen, another organ that sent it on, or a check of the hall. */
export const SOURCES = ['citizen', 'transferred', 'internalFinding'] as const
export type ComplaintSource = (typeof SOURCES)[number]

/** The source that a channel belongs to. */
export const sourceOf = (channel: ComplaintChannel): ComplaintSource => {
  if ((INSPECTION_CHANNELS as readonly ComplaintChannel[]).includes(channel)) {
    return 'internalFinding'
  }
  return channel === 'hotlineTransfer' || channel === 'petition' ? 'transferred' : 'citizen'
}

/** Who checked (检查主体): supervision bodies of city or district, or the centre itself. */
export const INSPECTORS = ['supervisionBody', 'centre'] as const
export type Inspector = (typeof INSPECTORS)[number]

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

/**
 * What a check can find. Yuanzhou 窗口工作人员行为规范: quality of service, attitude, integrity.
 */
export const INSPECTED_CATEGORIES = [
  'dutyOrProcedure',
  'attitude',
  'integrity',
] as const satisfies readonly ComplaintCategory[]

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
