import type { HallPolicy } from './hall-policy.ts'
import type { Sheet } from './scorecard.ts'

/**
 * One sentence of a rule. A figure of the hall's policy or of its sheets is taken from there,
 * never typed again.
 */
type RuleSentence = string | ((policy: HallPolicy, sheets: readonly Sheet[]) => string)

/** A rule's sentences by their stable anchors, in the order they are read. */
export type RuleInWords = Readonly<Record<string, RuleSentence>>

/** A rule's sentences under one hall's policy and sheets, each with its anchor. */
export const inWords = (
  rule: RuleInWords,
  policy: HallPolicy,
  sheets: readonly Sheet[],
): { anchor: string; sentence: string }[] =>
  Object.entries(rule).map(([anchor, sentence]) => ({
    anchor,
    sentence: typeof sentence === 'string' ? sentence : sentence(policy, sheets),
  }))
