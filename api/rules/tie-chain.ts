import type { Day } from './day.ts'
import type { Period } from './period.ts'
import { roundHalfUp } from './rounding.ts'

/**
 * What decides between two contenders, in this order. `redFlags`, `honours` and `quarterStars` are
 * steps only of awards whose contenders all carry them. `decision` is the deciding body's,
 * with a recorded reason. Neither the alphabet nor an id nor chance is among them.
 */
const TIE_STEPS = [
  'score',
  'redFlags',
  'honours',
  'quarterStars',
  'verifiedComplaints',
  'deductionPoints',
  'satisfaction',
  'attendance',
  'lastAwarded',
  'decision',
] as const
export type TieStep = (typeof TIE_STEPS)[number]

/** Satisfied share of the valid ratings in percent, and whether the rating standard was reached. */
export type Satisfaction = { rate: number | null; reachedStandard: boolean }

/** A person or a window that an award may go to. */
export type Contender = {
  id: string
  /** Rounded to two decimals; null: nothing to rank. */
  score: number | null
  /** Flags won in the year, for awards that count them. */
  redFlags?: number
  /** Honours in the line of work (条线荣誉) in the year, for awards that count them. */
  honours?: number
  /** Quarterly stars of the year, for awards that count them. */
  quarterStars?: number
  verifiedComplaints: number
  /** Points taken in the period, bonuses ignored, as a positive number. */
  deductionPoints: number
  satisfaction: Satisfaction
  attendanceFindings: number
  /** In percent; replaces the findings when every contender has one. */
  attendanceRate?: number
  /** The last award of the same kind. */
  lastAwarded: Period | null
  /** Attended working days of the period; null where the award does not ask for any. */
  attendedDays: number | null
}

/** The deciding body's order among contenders nothing else separates. */
export type TieDecision = { order: readonly string[]; reason: string; decidedOn: Day }

/** One step between two neighbours; a null is "no value", for satisfaction "below the standard". */
export type StepLine = {
  step: TieStep
  ahead: number | string | null
  behind: number | string | null
  equal: boolean
}

/** Why one stands ahead of the next: every step taken, and the one that decided, or none. */
export type Comparison = {
  ahead: string
  behind: string
  steps: StepLine[]
  decidedBy: TieStep | null
}

/** A place in the ranking; those nothing separates share it. */
export type Ranked = {
  id: string
  place: number
  tiedWith: string[]
  /** Against the neighbour above; null for the first. */
  why: Comparison | null
}

/** Ratings of a person or a window in a month, and how many the rating standard asks for. */
export type RatingCounts = { satisfied: number; valid: number; standard: number | null }

/** The share that breaks ties; without a rating or a standard none was reached. */
export const satisfactionOf = ({ satisfied, valid, standard }: RatingCounts): Satisfaction => ({
  rate: valid === 0 ? null : roundHalfUp(satisfied * 100, valid),
  reachedStandard: valid > 0 && standard !== null && valid >= standard,
})

type Step = {
  step: TieStep
  value: (contender: Contender) => number | string | null
  /** The smaller comes first. */
  key: (contender: Contender) => number | string
}

const fewer = (step: TieStep, of: (contender: Contender) => number): Step => ({
  step,
  value: of,
  key: of,
})

const more = (step: TieStep, of: (contender: Contender) => number): Step => ({
  step,
  value: of,
  key: (contender) => 0 - of(contender),
})

const satisfaction: Step = {
  step: 'satisfaction',
  value: ({ satisfaction: { rate, reachedStandard } }) => (reachedStandard ? rate : null),
  key: ({ satisfaction: { rate, reachedStandard } }) => (reachedStandard ? 0 - (rate ?? 0) : 1),
}

const lastAwarded: Step = {
  step: 'lastAwarded',
  value: (contender) => contender.lastAwarded,
  key: (contender) => contender.lastAwarded ?? '',
}

const decisionStep = ({ order }: TieDecision): Step => {
  const rankIn = ({ id }: Contender) => (order.includes(id) ? order.indexOf(id) : order.length)
  return {
    step: 'decision',
    value: (contender) => (order.includes(contender.id) ? rankIn(contender) + 1 : null),
    key: rankIn,
  }
}

/** What some awards count before anything is held against somebody, in this order. */
const COUNTED = ['redFlags', 'honours', 'quarterStars'] as const

function stepsFor(contenders: readonly Contender[], decision: TieDecision | null): Step[] {
  const allCarry = (field: 'attendanceRate' | (typeof COUNTED)[number]) =>
    contenders.every((contender) => contender[field] !== undefined)
  return [
    more('score', ({ score }) => score ?? 0),
    ...COUNTED.filter(allCarry).map((field) => more(field, (each) => each[field] ?? 0)),
    fewer('verifiedComplaints', ({ verifiedComplaints }) => verifiedComplaints),
    fewer('deductionPoints', ({ deductionPoints }) => deductionPoints),
    satisfaction,
    allCarry('attendanceRate')
      ? more('attendance', ({ attendanceRate }) => attendanceRate ?? 0)
      : fewer('attendance', ({ attendanceFindings }) => attendanceFindings),
    lastAwarded,
    ...(decision ? [decisionStep(decision)] : []),
  ]
}

const byKey = (step: Step, a: Contender, b: Contender): number => {
  const [one, other] = [step.key(a), step.key(b)]
  return one < other ? -1 : one > other ? 1 : 0
}

const byChain = (steps: readonly Step[], a: Contender, b: Contender): number =>
  steps.reduce((order, step) => order || byKey(step, a, b), 0)

function compare(steps: readonly Step[], ahead: Contender, behind: Contender): Comparison {
  const decided = steps.findIndex((step) => byKey(step, ahead, behind) !== 0)
  const taken = decided < 0 ? steps : steps.slice(0, decided + 1)
  return {
    ahead: ahead.id,
    behind: behind.id,
    steps: taken.map((step) => ({
      step: step.step,
      ahead: step.value(ahead),
      behind: step.value(behind),
      equal: byKey(step, ahead, behind) === 0,
    })),
    decidedBy: steps[decided]?.step ?? null,
  }
}

/**
 * The ranking: score, verified complaints, deduction points, satisfaction, attendance, time since
 * the last award, and the body's decision. Those equal in all of them share a place and are
 * undecided; the order they are listed in then means nothing.
 */
export function rank(
  contenders: readonly Contender[],
  decision: TieDecision | null = null,
): Ranked[] {
  const steps = stepsFor(contenders, decision)
  const sorted = contenders.toSorted((a, b) => byChain(steps, a, b))
  return sorted.map((contender, index) => {
    const above = sorted[index - 1]
    const tied = sorted.filter((other) => byChain(steps, contender, other) === 0)
    return {
      id: contender.id,
      place: sorted.findIndex((other) => byChain(steps, contender, other) === 0) + 1,
      tiedWith: tied.filter((other) => other !== contender).map(({ id }) => id),
      why: above ? compare(steps, above, contender) : null,
    }
  })
}
