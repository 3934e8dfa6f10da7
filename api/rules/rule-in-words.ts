import type { HallPolicy } from './hall-policy.ts'

/** One sentence of a rule; a figure of the hall's policy is taken from there, never typed again. */
type RuleSentence = string | ((policy: HallPolicy) => string)

/** A rule's sentences by their stable anchors, in the order they are read. */
export type RuleInWords = Readonly<Record<string, RuleSentence>>

/** A rule's sentences under one hall's policy, each with its anchor. */
export const inWords = (
  rule: RuleInWords,
  policy: HallPolicy,
): { anchor: string; sentence: string }[] =>
  Object.entries(rule).map(([anchor, sentence]) => ({
    anchor,
    sentence: typeof sentence === 'string' ? sentence : sentence(policy),
  }))
