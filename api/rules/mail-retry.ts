/** What a failed sending means for the letter. */
export const MAIL_FAILURES = ['unreachable', 'login-refused', 'put-off', 'refused'] as const
export type MailFailure = (typeof MAIL_FAILURES)[number]

/** What the sending program says of a failure, as far as it says anything. */
export type MailError = {
  code?: string | undefined
  /** The step of the conversation it happened at: `CONN`, `RCPT TO`, `DATA`. */
  command?: string | undefined
  /** The server's own three digits. */
  responseCode?: number | undefined
}

const NOT_CONNECTED = ['ECONNECTION', 'EDNS', 'ESOCKET', 'ETLS', 'ECONNREFUSED', 'EPROXY']
const TEMPORARY = 400
const PERMANENT = 500
const NOT_AVAILABLE = 421

/**
 * What went wrong with a letter. The server's own word on the letter comes first: 4xx puts it off,
 * 5xx refuses it. A server that cannot be reached, or does not let us in, says nothing about the
 * letter. A connection lost later may have delivered it: it is put off, under the same Message-ID.
 */
export function mailFailureOf({ code, command, responseCode }: MailError): MailFailure {
  if (code === 'EAUTH' || code === 'ENOAUTH' || code === 'EOAUTH2') return 'login-refused'
  if (responseCode === NOT_AVAILABLE) return 'unreachable'
  if (responseCode && responseCode >= PERMANENT) return 'refused'
  if (responseCode && responseCode >= TEMPORARY) return 'put-off'
  if (command === 'CONN' || (code && NOT_CONNECTED.includes(code))) return 'unreachable'
  return 'put-off'
}

export type RetryFigures = {
  /** How long after each try the next one comes; the last value holds from there on. */
  minutes: readonly number[]
  /** How long after the first try a letter is given up. */
  giveUpMinutes: number
  /** How far a delay may stray, so that letters do not all come at once. */
  jitterPercent: number
  unreachableMinutes: number
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
