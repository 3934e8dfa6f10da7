/** What the sending program says of a failure, as far as it says anything. */
export type MailError = {
  code?: string | undefined
  /** The server's own three digits; none when it was the line that failed. */
  responseCode?: number | undefined
}

const PERMANENT = 500

/** Why the mail server cannot be spoken to at all; no letter is to blame. */
export const serverTroubleOf = ({ code }: MailError): 'login-refused' | 'unreachable' =>
  code === 'EAUTH' || code === 'ENOAUTH' || code === 'EOAUTH2' ? 'login-refused' : 'unreachable'

/**
 * What a failed sending means for the letter: 5xx refuses it, 4xx puts it off. A line that fails
 * after the server was reached may have delivered it, so that it is put off too, under the same
 * Message-ID, and each time counts as a try.
 */
export const letterTroubleOf = ({ responseCode }: MailError): 'refused' | 'put-off' =>
  responseCode !== undefined && responseCode >= PERMANENT ? 'refused' : 'put-off'

/** When a letter that did not go is tried again, and when it is given up. */
export type RetryFigures = {
  /** How long after each try the next one comes; the last value holds from there on. */
  minutes: readonly number[]
  /** How long after the first try a letter is given up. */
  giveUpMinutes: number
  /** How far a delay may stray, so that letters do not all come at once. */
  jitterPercent: number
}

/**
 * Minutes until a letter that was put off is tried again, or null when it is given up. `attempts`
 * counts the tries made; `chance` is a number from 0 up to 100 that strays the delay.
 */
export function retryMinutes(
  attempts: number,
  chance: number,
  { minutes, giveUpMinutes, jitterPercent }: RetryFigures,
): number | null {
  const delayAfter = (nth: number) => minutes[Math.min(nth, minutes.length) - 1] ?? 0
  let waited = 0
  for (let nth = 1; nth <= attempts; nth++) waited += delayAfter(nth)
  if (waited > giveUpMinutes) return null
  const stray = ((chance / 100) * 2 - 1) * (jitterPercent / 100)
  return delayAfter(attempts) * (1 + stray)
}
