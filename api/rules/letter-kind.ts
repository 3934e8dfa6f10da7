/** Every letter the portal sends. None carries the complaint's text, a name or the receipt. */
export const LETTER_KINDS = [
  'complaint-received',
  'complaint-accepted',
  'complaint-not-accepted',
  'deadline-extended',
  'message-from-office',
  'reply-ready',
  'message-from-citizen',
  'statement-asked',
  'approval-asked',
  'case-assigned',
  'deadline-near',
  'deadline-missed',
  'box-not-checked',
  'month-waits',
  'entry-proposed',
  'windows-to-mark',
  'deadline-moved',
  'calendar-year-wanted',
  'accountability-proposed',
  'accountability-waits',
] as const
export type LetterKind = (typeof LETTER_KINDS)[number]
