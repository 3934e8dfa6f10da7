import {
  CHANNELS,
  type ComplaintChannel,
  type Identity,
  type Nature,
  sourceOf,
} from './complaint.ts'

/**
 * How a complaint reaches the hall otherwise than through the web form: an officer takes it in.
 * What a check of the hall finds has a form of its own.
 */
export const INTAKE_CHANNELS = CHANNELS.filter(
  (channel) => channel !== 'web' && sourceOf(channel) !== 'internalFinding',
)

/** Whether the complainant is there, or on the telephone, while the complaint is taken down. */
export const isSpoken = (channel: ComplaintChannel): boolean =>
  channel === 'phone' || channel === 'visit'

/** What is told is oral; whatever lies before the officer on paper or on a screen is written. */
export const natureOf = (channel: ComplaintChannel): Nature =>
  isSpoken(channel) ? 'oral' : 'written'

/**
 * Anci 巡查办法: found in comment book or box, a complaint counts from the moment somebody looked,
 * since nobody knows when it was put there.
 */
export const isFound = (channel: ComplaintChannel): boolean =>
  channel === 'commentBook' || channel === 'commentBox'

/** Qingpu 投诉处置办法: sent on by 12345 or a petition office, with that organ's own limit. */
export const isSentOn = (channel: ComplaintChannel): boolean => sourceOf(channel) === 'transferred'

/** How the receipt gets to the complainant. nobody: there is no way, so it is not even shown. */
const HANDINGS = ['inHand', 'readOut', 'sent', 'nobody'] as const
export type Handing = (typeof HANDINGS)[number]

/** How the receipt of a complaint that an officer took in is handed over. */
export function handingOf(
  channel: ComplaintChannel,
  { identity, phone, email }: { identity: Identity; phone: string; email: string },
): Handing {
  if (channel === 'visit') return 'inHand'
  if (channel === 'phone') return 'readOut'
  return identity !== 'anonymous' && (phone !== '' || email !== '') ? 'sent' : 'nobody'
}
