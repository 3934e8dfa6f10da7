import { CASE_STATUS, FIELD_OF_CASE } from './case-refusals.ts'

/** Every reason for which the portal refuses, and the status it travels under. */
export const STATUS_OF = {
  ...CASE_STATUS,
  'sign-in-first': 401,
  'wrong-password': 401,
  'too-many-tries': 429,
  'link-used-up': 410,
  'first-link-used-up': 410,
  'own-account': 409,
  'no-such-officer': 404,
  'no-such-staff': 404,
  'no-such-posting': 404,
  'no-such-relation': 404,
  'access-ended': 409,
  'nothing-sealed': 409,
  'unsealing-asked-already': 409,
  'unsealing-answered-already': 409,
  'no-such-unsealing': 404,
  'same-person': 403,
  'wrong-passphrase': 403,
  'older-passphrase': 403,
  'not-yours': 403,
  'foreign-origin': 403,
  'not-found': 404,
  'no-such-hall': 404,
  'no-such-window': 404,
  'no-such-policy-version': 404,
  'policy-version-began': 409,
  'policy-contradicts': 422,
  'no-such-closing': 404,
  'window-retired': 410,
  'no-such-rating': 404,
  'too-late-to-correct': 409,
  'level-not-offered': 422,
  'no-follow-up-here': 409,
  'no-device-here': 409,
  'no-such-fault': 404,
  'fault-known': 409,
  'fault-same-person': 403,
  'fault-concerns-you': 403,
  'fault-decided': 409,
  'fault-not-confirmed': 409,
  'fault-repaired': 409,
  'no-such-low-rating': 404,
  'low-rating-ended': 409,
  'no-telephone-left': 409,
  'call-back-first': 409,
  'remedy-waits': 409,
  'no-remedy-waits': 409,
  'not-rectified-yet': 409,
  'rated-again-already': 409,
  'no-such-guide': 404,
  'no-such-case': 404,
  'no-such-letter': 404,
  'wrong-receipt': 404,
  'too-many-receipts': 429,
  'too-late-to-withdraw': 409,
  'no-such-clause': 404,
  'no-such-rule': 404,
  'no-such-rule-change': 404,
  'clause-retired': 409,
  'rule-change-waits': 409,
  'rule-change-decided': 409,
  'rule-change-same-person': 403,
  'rule-change-of-another': 403,
  'no-negative-filing-here': 409,
  'no-such-filing': 404,
  'no-window-to-file-for': 403,
  'filing-same-person': 403,
  'filing-of-another': 403,
  'applicant-not-shown': 403,
  'filing-reviewed': 409,
  'filing-not-reviewed': 409,
  'filing-upheld': 409,
  'applicant-told': 409,
  'report-not-owed': 409,
  'filing-reported': 409,
  'no-box-here': 409,
  'no-inspections-here': 409,
  'no-such-round': 404,
  'handed-to-another': 403,
  'handover-confirmed': 409,
  'no-sheet-here': 409,
  'pass-expired': 410,
  'case-is-over': 409,
  'no-reply-yet': 409,
  'form-expired': 410,
  'form-changed-after-sending': 422,
  'answers-missing': 422,
  'confidential-not-ready': 409,
  'body-too-large': 413,
  'length-required': 411,
  'cannot-read-body': 400,
  'photo-too-large': 413,
  'photo-unreadable': 422,
  'photos-full': 409,
  'no-such-photo': 404,
  'decided-meanwhile': 409,
  'no-such-entry': 404,
  'entry-same-person': 403,
  'entry-already-decided': 409,
  'entry-concerns-you': 403,
  'entry-not-confirmed': 409,
  'entry-is-reversal': 409,
  'entry-reversed': 409,
  'entry-exclusive': 409,
  'entry-answer-open': 409,
  'entry-answered': 409,
  'marks-not-yours': 403,
  'marks-not-yet': 409,
  'marks-closed': 409,
  'window-was-marked': 409,
  'roll-called': 409,
  'inspected-already': 409,
  'no-such-period': 404,
  'early-entered': 409,
  'finding-known': 409,
  'inspection-missing': 409,
  'inspection-entries-open': 409,
  'nothing-from-figures': 409,
  'figures-fixed': 409,
  'figures-changed': 409,
  'figures-same-person': 403,
  'no-such-month': 404,
  'place-not-undecided': 409,
  'place-concerns-you': 403,
  'no-nominations-here': 409,
  'window-not-headed': 403,
  'nominee-not-assessed': 409,
  'nominations-over': 409,
  'nominations-used-up': 409,
  'nominated-already': 409,
  'recommended-already': 409,
  'award-decided': 409,
  'no-such-nomination': 404,
  'no-such-honour': 404,
  'honour-entered': 409,
  'passed-over-already': 409,
  'no-such-outcome': 404,
  'outcome-elsewhere': 409,
  'outcome-not-drafted': 409,
  'outcome-withheld': 409,
  'withheld-by-case': 409,
  'approver-drafted-it': 403,
  'summary-changed': 409,
  'personal-data-left': 409,
  'hit-decided': 409,
  'hit-not-harmless': 409,
  'no-such-batch': 404,
  'batch-not-out': 404,
  'disk-full': 507,
  'too-busy': 503,
  'our-fault': 500,
} as const satisfies Record<string, number>

export type Refusal = keyof typeof STATUS_OF

/** The field at which a refusal is also said; most are about no field. */
export const FIELD_OF: Partial<Record<Refusal, string>> = {
  ...FIELD_OF_CASE,
  'policy-contradicts': 'value',
}

/** What a refusal's sentence may mention. */
export type RefusalDetails = Record<string, string | number>

/** Thrown by an act or a read; answered in one place, `app.ts`. */
export class Refused extends Error {
  readonly reason: Refusal
  readonly details: RefusalDetails
  constructor(reason: Refusal, details: RefusalDetails = {}) {
    super(reason)
    this.reason = reason
    this.details = details
  }
}

/** Some fields of a form need another look; thrown by `valid` and by acts that know more. */
export class Invalid extends Error {
  readonly problems: Partial<Record<string, Problem[]>>
  constructor(problems: Partial<Record<string, Problem[]>>) {
    super('invalid')
    this.problems = problems
  }
}

export type { CaseRefusal } from './case-refusals.ts'
export type { Problem } from './forms/problem.ts'
import type { Problem } from './forms/problem.ts'
