import type { AccountabilityRefusal, PapersRefusal } from './rules/accountability.ts'
import type { ApologyRefusal } from './rules/apology.ts'
import type { AccessRefusal } from './rules/can.ts'
import type { ExtensionRefusal, PromiseRefusal } from './rules/case-deadlines.ts'
import type { AssignmentRefusal, WorkflowRefusal } from './rules/case-workflow.ts'
import type {
  ArchivingRefusal,
  ClosingRefusal,
  DeclineRefusal,
  InquiryStartRefusal,
  ProposalRefusal,
} from './rules/closing.ts'

/** Every reason for which the rules refuse something about a case, but the one said as `no-such-case`. */
type CaseRuleRefusal =
  | Exclude<WorkflowRefusal, 'case-not-visible'>
  | Extract<AccessRefusal, 'identity-sealed' | 'identity-not-taken'>
  | AssignmentRefusal
  | DeclineRefusal
  | InquiryStartRefusal
  | ProposalRefusal
  | ClosingRefusal
  | ArchivingRefusal
  | PromiseRefusal
  | ExtensionRefusal
  | AccountabilityRefusal
  | ApologyRefusal
  | PapersRefusal

/** The statuses of what the rules refuse about a case, and of what the desk itself refuses. */
export const CASE_STATUS = {
  'roles-exclude-each-other': 403,
  'act-not-in-state': 409,
  'act-not-for-role': 403,
  'case-not-in-hand': 403,
  'case-already-taken': 409,
  'approver-is-proposer': 403,
  'extension-by-handler': 403,
  'promise-not-owed': 409,
  'writing-not-owed': 409,
  'head-note-not-owed': 409,
  'sender-answer-not-owed': 409,
  'case-not-extendable': 409,
  'identity-sealed': 403,
  'identity-not-taken': 409,
  'assignee-recused': 422,
  'assignee-not-of-office': 422,
  'assignee-not-self': 403,
  'explanation-missing': 422,
  'handler-missing': 409,
  'promise-missing': 409,
  'writing-missing': 409,
  'head-note-missing': 409,
  'track-missing': 409,
  'track-must-be-complex': 422,
  'complainant-not-asked': 409,
  'subject-not-asked': 409,
  'witness-not-asked': 409,
  'department-result-missing': 409,
  'finding-missing': 409,
  'reply-missing': 422,
  'record-form-missing': 422,
  'reply-must-be-written': 422,
  'sender-answer-missing': 409,
  'circular-missing': 409,
  'score-entry-without-fault': 409,
  'award-veto-without-fault': 422,
  'score-entry-missing': 409,
  'accountability-missing': 409,
  'department-notice-missing': 409,
  'award-veto-missing': 409,
  'file-incomplete': 409,
  'promise-not-used-here': 422,
  'promise-before-acceptance': 422,
  'promise-not-a-working-day': 422,
  'promise-above-ceiling': 422,
  'extension-not-allowed': 409,
  'extension-not-for-this-track': 409,
  'extension-too-often': 409,
  'complainant-not-told': 422,
  'extension-not-later': 422,
  'extension-not-a-working-day': 422,
  'extension-above-maximum': 422,
  'complex-needs-departments': 422,
  'track-not-offered': 422,
  'no-such-statement': 404,
  'statement-given': 409,
  'nothing-verified': 409,
  'return-letter-missing': 409,
  'accountability-waits': 409,
  'accountability-self': 403,
  'accountability-same-person': 403,
  'accountability-decided': 409,
  'accountability-answer-open': 409,
  'no-such-accountability': 404,
  'apology-not-asked': 409,
  'apology-too-late': 409,
  'complainant-says-otherwise': 409,
} as const satisfies Record<CaseRuleRefusal, number> & Record<string, number>
export type CaseRefusal = keyof typeof CASE_STATUS

/** The field of its form at which a refusal is also said. */
export const FIELD_OF_CASE: Partial<Record<CaseRefusal, string>> = {
  'promise-not-used-here': 'promisedOn',
  'promise-before-acceptance': 'promisedOn',
  'promise-not-a-working-day': 'promisedOn',
  'promise-above-ceiling': 'promisedOn',
  'complainant-not-told': 'told',
  'extension-not-later': 'newDueOn',
  'extension-not-a-working-day': 'newDueOn',
  'extension-above-maximum': 'newDueOn',
}
