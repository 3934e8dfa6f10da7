import type { RetryFigures } from '../rules/mail-retry.ts'

/** [portal] When a letter is tried again that a mail server put off; after three days it is not. */
export const MAIL_RETRY: RetryFigures = {
  minutes: [5, 15, 30, 60, 120, 240, 480],
  giveUpMinutes: 4320,
  jitterPercent: 20,
}
