import type { DayPart, Identity } from './complaint.ts'
import type { Day } from './day.ts'

/** The questions of a complaint, one a page, in their order. */
export const COMPLAINT_STEPS = ['when', 'clause', 'story', 'photos', 'identity', 'contact'] as const
export type ComplaintStep = (typeof COMPLAINT_STEPS)[number]

/** What comes after a question: another one, the warning about contact data, or the check. */
const COMPLAINT_PAGES = [...COMPLAINT_STEPS, 'warning', 'check'] as const
export type ComplaintPage = (typeof COMPLAINT_PAGES)[number]

/** What is typed or chosen at a question, by its field, where some of it may be wrong. */
export const TYPED_AT = {
  when: ['window', 'day', 'year', 'month', 'date', 'part'],
  story: ['narrative'],
  contact: ['name', 'phone', 'email', 'mayPublish'],
} as const
export type TypedStep = keyof typeof TYPED_AT
export type TypedField = (typeof TYPED_AT)[TypedStep][number]

/** What a citizen has answered so far; a question not yet answered is left out. */
export type ComplaintAnswers = {
  /** The window's code; null when the citizen does not remember. */
  window?: string | null
  occurredOn?: Day
  occurredPart?: DayPart
  /** The clause's key; null when the citizen is not sure. */
  clause?: string | null
  narrative?: string
  photos?: readonly { id: string; bytes: number }[]
  identity?: Identity
  name?: string
  phone?: string
  email?: string
  mayPublish?: boolean
  /** The citizen has seen that the text says how to be reached, and keeps it. */
  keptContact?: boolean
  /** What was typed at a question and left before it was an answer; never part of a complaint. */
  typed?: Partial<Record<TypedField, string>>
}

/** Whether a question has its answer; photos may always be left out. */
function isAnswered(step: ComplaintStep, answers: ComplaintAnswers): boolean {
  switch (step) {
    case 'when':
      return answers.window !== undefined && !!answers.occurredOn && !!answers.occurredPart
    case 'clause':
      return answers.clause !== undefined
    case 'story':
      return !!answers.narrative
    case 'photos':
      return true
    case 'identity':
      return !!answers.identity
    case 'contact':
      return (
        answers.mayPublish !== undefined &&
        (answers.identity === 'anonymous' || (!!answers.name && !!(answers.phone || answers.email)))
      )
  }
}

/** Without what was typed at some fields and left there. */
export function withoutTyped(
  answers: ComplaintAnswers,
  fields: readonly TypedField[],
): ComplaintAnswers {
  const { typed = {}, ...rest } = answers
  const left = Object.entries(typed).filter(([field]) => !fields.includes(field as TypedField))
  return left.length === 0 ? rest : { ...rest, typed: Object.fromEntries(left) }
}

/** The first question without an answer, or the check when there is none. */
export const firstOpen = (answers: ComplaintAnswers): ComplaintPage =>
  COMPLAINT_STEPS.find((step) => !isAnswered(step, answers)) ?? 'check'

/**
 * The page after a question. Who came from the check goes back to it, by way of what is still
 * open; everybody else sees the questions in their order.
 */
export const pageAfter = (
  step: ComplaintStep,
  answers: ComplaintAnswers,
  fromCheck: boolean,
): ComplaintPage =>
  (fromCheck ? undefined : COMPLAINT_STEPS[COMPLAINT_STEPS.indexOf(step) + 1]) ?? firstOpen(answers)
