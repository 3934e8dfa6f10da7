import type { Time } from '../rules/opening-hours.ts'

/**
 * When the portal does by itself what nobody should have to remember. Every value is [portal]:
 * no regulation speaks of machines.
 */
export const NIGHT = {
  /** [portal] Reminders are written when the office begins its day. */
  remindFrom: '08:00' as Time,
  /** [portal] A task of the day stands on the desk when the day begins. */
  dayBegins: '00:00' as Time,
  /** [portal] A month's outcomes go out when its day has begun and somebody can answer for them. */
  releaseFrom: '09:00' as Time,
  /** [portal] Days a stopped server makes up for, each once: a month. */
  daysBack: 31,
  /** [portal] Missed dates are told by the next day at the latest; earlier ones come with it. */
  latestOnly: 1,
  /** [portal] Minutes between two copies of the database: so much is lost with a disk at most. */
  backUpMinutes: 15,
  /** [portal] Minutes between two looks for files nobody claims. */
  sweepMinutes: 60,
  /** [portal] A file without a row may still be on its way; after so many minutes it is not. */
  orphanMinutes: 60,
  /** [portal] Wrong tries and ended sessions are forgotten after so many hours. */
  forgetHours: 24,
  /** [portal] Minutes between two looks for low ratings that nobody follows up yet. */
  followUpMinutes: 1,
  /** [portal] A telephone left with a low rating is kept so many days after its follow-up ended. */
  forgetTelephoneDays: 30,
} as const
