import type { DeadlineKind } from './case-file.ts'
import type { Day } from './day.ts'

/** The clocks that an answer to the complainant stops. */
const REPLY_DEADLINES: readonly DeadlineKind[] = [
  'replyAfterDepartment',
  'reply',
  'maximum',
  'promise',
  'external',
]

/** A clock of a case, `replaced` once a later date has taken its place. */
export type ReplyDeadline = { kind: DeadlineKind; dueOn: Day; metOn: Day | null; replaced: boolean }

/** A later date that was explained, and the date it replaced. */
export type ReplyExtension = { fromDay: Day; grantedOn: Day }

/**
 * Whether the complainant was answered on time: by every date that held in the end, and no later
 * date was given only after the earlier one had passed. Qingpu 投诉处置办法, Bingcha
 * 投诉督查管理制度: an explanation puts a date off, and does not undo that it was missed.
 */
export const wasOnTime = (
  answeredOn: Day,
  deadlines: readonly ReplyDeadline[],
  extensions: readonly ReplyExtension[],
): boolean =>
  deadlines
    .filter(({ kind, replaced }) => REPLY_DEADLINES.includes(kind) && !replaced)
    .every(({ dueOn, metOn }) => (metOn ?? answeredOn) <= dueOn) &&
  extensions.every(({ fromDay, grantedOn }) => grantedOn <= fromDay)

/**
 * Whether a date towards the answer had been missed by the end of a day: it was over and nothing
 * had met it, or it was put off only afterwards. What happened later says nothing against it.
 */
export const wasMissedBy = (
  day: Day,
  answeredOn: Day | null,
  deadlines: readonly ReplyDeadline[],
  extensions: readonly ReplyExtension[],
): boolean =>
  deadlines
    .filter(({ kind, replaced }) => REPLY_DEADLINES.includes(kind) && !replaced)
    .some(({ dueOn, metOn }) => {
      const doneOn = metOn ?? answeredOn
      return dueOn <= day && (doneOn === null || doneOn > dueOn)
    }) || extensions.some(({ fromDay, grantedOn }) => fromDay <= day && grantedOn > fromDay)
