import type { Day } from './day.ts'
import type { HallPolicy } from './hall-policy.ts'
import { sameDayYearsLater } from './same-day-later.ts'

/** Something somebody is held to account for; acts of one incident that follow each other are one. */
export type AccountableAct = { incident: string; on: Day }

/**
 * The earlier incidents, each with its first day, that count with an act: found accountable
 * themselves, not later than the same calendar day `withinYears` years before the act's own. Days
 * are those of the acts, not of the decisions. Anci 责任追究制度, second aggravating factor.
 */
export function earlierWithin(
  rule: HallPolicy['repeatRule'],
  act: AccountableAct,
  earlier: readonly AccountableAct[],
): AccountableAct[] {
  if (rule === null) return []
  const first = new Map<string, Day>()
  for (const { incident, on } of earlier) {
    const known = first.get(incident)
    if (incident !== act.incident && (known === undefined || on < known)) first.set(incident, on)
  }
  return [...first]
    .map(([incident, on]) => ({ incident, on }))
    .filter(({ on }) => on <= act.on && act.on <= sameDayYearsLater(on, rule.withinYears))
    .sort((one, other) => (one.on < other.on ? -1 : 1))
}

/** Whether an act is at least the policy's `count`th accountable act within its years. */
export const isRepeated = (
  rule: HallPolicy['repeatRule'],
  act: AccountableAct,
  earlier: readonly AccountableAct[],
): boolean => rule !== null && earlierWithin(rule, act, earlier).length + 1 >= rule.count
