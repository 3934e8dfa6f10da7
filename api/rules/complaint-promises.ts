import type { Calendar } from './calendar.ts'
import { type CaseDeadline, deadlinesOf } from './case-deadlines.ts'
import type { DeadlineKind, Track } from './case-file.ts'
import { type ComplaintChannel, sourceOf } from './complaint.ts'
import type { Day } from './day.ts'
import type { HallPolicy } from './hall-policy.ts'

/** The deadlines a complainant is told of when the complaint is lodged. */
const PROMISED_KINDS = ['acceptance', 'reply', 'external', 'maximum'] as const
export type PromisedKind = (typeof PROMISED_KINDS)[number]

const isPromised = (kind: DeadlineKind): kind is PromisedKind =>
  (PROMISED_KINDS as readonly DeadlineKind[]).includes(kind)

/** A date the complainant is promised. */
export type Promised = { kind: PromisedKind; dueOn: Day; provisional: boolean }

/** What of a case's deadlines is a promise to the complainant, in the order it falls due. */
export const promisesAmong = (
  deadlines: readonly Pick<CaseDeadline, 'kind' | 'dueOn' | 'provisional'>[],
): Promised[] =>
  deadlines
    .flatMap(({ kind, dueOn, provisional }) =>
      isPromised(kind) ? [{ kind, dueOn, provisional }] : [],
    )
    .filter(({ kind }, at, all) => all.findIndex((other) => other.kind === kind) === at)
    .sort((a, b) => a.dueOn.localeCompare(b.dueOn))

/** Sent on by 12345 or a petition office: on the track of the sending organ's limit from the start. */
export const trackAtLodging = (channel: ComplaintChannel): Track | null =>
  sourceOf(channel) === 'transferred' ? 'transferred' : null

/**
 * The clocks that start when a complaint is lodged. Until somebody has looked at it, it counts as
 * one department's to investigate; what another organ sent on counts by that organ's limit.
 */
export const deadlinesAtLodging = (
  policy: HallPolicy,
  lodged: { channel: ComplaintChannel; receivedOn: Day; externalDueOn?: Day | null },
  calendar: Calendar,
): CaseDeadline[] =>
  deadlinesOf(
    policy,
    {
      track: trackAtLodging(lodged.channel) ?? 'investigated',
      receivedOn: lodged.receivedOn,
      externalDueOn: lodged.externalDueOn,
    },
    calendar,
  )
