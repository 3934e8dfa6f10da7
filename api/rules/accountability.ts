import type { CaseState, Finding } from './case-file.ts'
import { isVerified } from './case-file.ts'
import type { Day } from './day.ts'
import type { HallPolicy } from './hall-policy.ts'
import type {
  Circumstance,
  Factor,
  GroundLadder,
  Ladder,
  Rung,
  Sanction,
  Severity,
  TierLadder,
} from './ladder.ts'
import { sameDayMonthsLater } from './same-day-later.ts'

/** What an act is judged by. */
export type ActFacts = {
  ground: string
  severity: Severity
  circumstances: readonly Circumstance[]
}

/** One line of the arithmetic; `factors` are the keys of what moved the tier, or could not. */
export type LadderStep =
  | { kind: 'start'; severity: Severity; tier: number }
  | { kind: 'raised' | 'lowered'; factors: string[]; tier: number }
  | { kind: 'notOffset'; factors: string[]; tier: number }
  | { kind: 'bounded'; tier: number }
  | { kind: 'cell'; ground: string; severity: Severity }

/** What the ladder proposes, line by line. */
export type Assessment = {
  rung: Rung
  steps: LadderStep[]
  /** More than the highest tier holds: sent on to the discipline body. */
  forwarded: boolean
}

/** The factors of a list whose every half is there: an apology alone is no forgiveness. */
export const factorsMet = (
  factors: readonly Factor[],
  circumstances: readonly Circumstance[],
): Factor[] =>
  factors.filter(({ needs }) => needs.every((circumstance) => circumstances.includes(circumstance)))

const keysOf = (factors: readonly Factor[]) => factors.map(({ key }) => key)

function climb(ladder: TierLadder, { severity, circumstances }: ActFacts): Assessment | null {
  const start = ladder.starts[severity]
  if (start === undefined) return null
  const graver = factorsMet(ladder.aggravating, circumstances)
  const milder = factorsMet(ladder.mitigating, circumstances)
  const firm = graver.filter(({ offsettable }) => !offsettable)
  const steps: LadderStep[] = [{ kind: 'start', severity, tier: start }]
  let tier = start
  if (graver.length > 0) {
    tier += 1
    steps.push({ kind: 'raised', factors: keysOf(graver), tier })
  }
  if (milder.length > 0 && firm.length > 0) {
    steps.push({ kind: 'notOffset', factors: keysOf(firm), tier })
  } else if (milder.length > 0) {
    tier -= 1
    steps.push({ kind: 'lowered', factors: keysOf(milder), tier })
  }
  const highest = ladder.rungs.length - 1
  const bounded = Math.min(highest, Math.max(0, tier))
  if (bounded !== tier) steps.push({ kind: 'bounded', tier: bounded })
  return { rung: ladder.rungs[bounded]!, steps, forwarded: tier > highest }
}

function lookUp(ladder: GroundLadder, { ground, severity }: ActFacts): Assessment | null {
  const cell = ladder.cells.find((one) => one.ground === ground && one.severity === severity)
  return cell
    ? { rung: cell.rung, steps: [{ kind: 'cell', ground, severity }], forwarded: false }
    : null
}

/**
 * What a ladder proposes for an act, with every step; null where it knows no such ground or
 * severity. Anci 责任追究制度: the severity's tier, one up for aggravating factors, one down for
 * mitigating ones unless retaliation or interference forbids it, within the ladder's ends.
 * Bingcha 投诉责任追究暂行办法 and the others: ground and severity say it all.
 */
export function assess(ladder: Ladder, facts: ActFacts): Assessment | null {
  if (!ladder.grounds.some(({ key }) => key === facts.ground)) return null
  return ladder.kind === 'tiers' ? climb(ladder, facts) : lookUp(ladder, facts)
}

/** Why a choice among a rung's sanctions does not do. */
export type ChoiceRefusal = 'choice-missing' | 'choice-not-offered'

/** Bingcha 投诉责任追究暂行办法, first kind, serious: admonishment or transfer, one of them. */
export function choiceRefusal(rung: Rung, choice: Sanction | null): ChoiceRefusal | null {
  if (rung.oneOf.length === 0) return choice === null ? null : 'choice-not-offered'
  if (choice === null) return 'choice-missing'
  return rung.oneOf.includes(choice) ? null : 'choice-not-offered'
}

/** Everything a rung does, the chosen one included. */
export const sanctionsOf = (rung: Rung, choice: Sanction | null): Sanction[] => [
  ...rung.sanctions,
  ...(choice === null ? [] : [choice]),
]

/**
 * Whether a rung holds somebody to account; the lowest tier is only recorded, so that a later act
 * is not a repeated one because of it.
 */
export const isAccountable = (rung: Rung): boolean =>
  rung.sanctions.length > 0 || rung.oneOf.length > 0

/** Whether a deviation from the ladder has to be explained: another rung, or one of several. */
export const owesReason = (proposed: Rung | null, decided: Rung | null): boolean =>
  proposed?.key !== decided?.key || (decided?.oneOf.length ?? 0) > 0

/**
 * The last day on probation, included: the same day number so many months after the decision, the
 * month's end where there is none. Bingcha 投诉责任追究暂行办法, second kind, serious.
 */
export const probationUntil = (rung: Rung, decidedOn: Day): Day | null =>
  rung.probationMonths === null ? null : sameDayMonthsLater(decidedOn, rung.probationMonths)

/** What must have gone out with a decision. */
export type DecisionPapers = {
  circularSent: boolean
  departmentTold: boolean
  returnLetterSent: boolean
}

/** Why a decision is not whole. */
export type PapersRefusal =
  'circular-missing' | 'department-notice-missing' | 'return-letter-missing'

/**
 * The papers a rung owes. Anci 责任追究制度, third tier: circular and notice to the department.
 * Qingpu 投诉处置办法, suspected violation: the return letter (退回函).
 */
export function papersRefusal(rung: Rung, papers: DecisionPapers): PapersRefusal | null {
  if (rung.circular && !papers.circularSent) return 'circular-missing'
  if (rung.departmentNotice && !papers.departmentTold) return 'department-notice-missing'
  return rung.returnLetter && !papers.returnLetterSent ? 'return-letter-missing' : null
}

/** The papers that go out with a decision: circular (通报), notice (通知), return letter (退回函). */
export const PAPERS = ['circular', 'departmentNotice', 'returnLetter'] as const
export type Paper = (typeof PAPERS)[number]

/** The papers a rung owes. */
export const papersOf = (rung: Rung): Paper[] => PAPERS.filter((paper) => rung[paper])

/**
 * Whether a circular raises the complaint's own points to the item of a circular. Bingcha
 * 月度考核办法, M7.2: on the policy's reading only a circular about the complaint does, or any.
 */
export const circularCosts = (
  { circularCosts }: Pick<HallPolicy, 'circularCosts'>,
  circular: { sent: boolean; aboutComplaint: boolean },
): boolean => {
  if (circularCosts === null || !circular.sent) return false
  return circularCosts === 'everyCircular' || circular.aboutComplaint
}

/** The states in which what follows for whoever is responsible can be proposed and decided. */
const ANSWERED: readonly CaseState[] = ['replied', 'decided', 'closed', 'archived', 'published']

/** Why nobody can be held to account in a case now. */
export type AccountabilityRefusal = 'act-not-in-state' | 'nothing-verified'

/**
 * Accountability follows a verified finding, also after the file is closed. Retaliation against
 * whoever complained is answered for whatever was found (Anci 责任追究制度, first aggravating
 * factor).
 */
export function accountabilityRefusal(
  file: { state: CaseState; finding: Finding | null },
  circumstances: readonly Circumstance[],
): AccountabilityRefusal | null {
  if (!ANSWERED.includes(file.state)) return 'act-not-in-state'
  return isVerified(file.finding) || circumstances.includes('retaliation')
    ? null
    : 'nothing-verified'
}
