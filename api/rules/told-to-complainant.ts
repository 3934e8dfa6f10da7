import type { DeadlineKind } from './case-file.ts'

/**
 * The steps of a case that its complainant is told. What is not here stays inside: who proposed,
 * who sent back, who was given it, whom the office asked.
 */
const TOLD_ACTS = [
  'register',
  'accept',
  'decline',
  'transfer',
  'promiseReply',
  'putInWriting',
  'startInquiry',
  'recordDepartmentResult',
  'extend',
  'giveCoordinationOpinion',
  'reviewByLeaders',
  'recordMeeting',
  'fixFinalOpinion',
  'approve',
  'answerSender',
  'close',
  'publish',
  'withdraw',
] as const
export type ToldAct = (typeof TOLD_ACTS)[number]

/** Whether a step's act is one that the complainant is told. */
export const isTold = (act: string): act is ToldAct =>
  (TOLD_ACTS as readonly string[]).includes(act)

/** The clocks a complainant is shown; what the office owes inside stays inside. */
const TOLD_CLOCKS = [
  'acceptance',
  'reply',
  'promise',
  'replyAfterDepartment',
  'external',
  'maximum',
] as const satisfies readonly DeadlineKind[]
export type ToldClock = (typeof TOLD_CLOCKS)[number]

/** Whether a clock is one that the complainant is shown. */
export const isToldClock = (kind: DeadlineKind): kind is ToldClock =>
  (TOLD_CLOCKS as readonly DeadlineKind[]).includes(kind)
