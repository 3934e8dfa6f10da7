import { and, asc, eq, lte } from 'drizzle-orm'
import { awardVetoes } from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'
import { barsOfComplaint } from '../rules/award-bars.ts'
import type { AwardKind } from '../rules/award-kind.ts'
import { isVerified } from '../rules/case-file.ts'
import type { Day } from '../rules/day.ts'
import type { HallPolicy, VetoCause } from '../rules/hall-policy.ts'
import type { AwardVeto } from '../rules/star-award.ts'
import { type CaseSubjects, casesOf } from './case-subjects.ts'

/** A bar as the hall knows it: whom, by which cause, and since which day it is known. */
export type KnownBar = Omit<AwardVeto, 'reason'> & {
  reason: VetoCause
  whom: 'person' | 'window'
  knownOn: Day
}

/** What is read from the cases themselves, whether or not they are closed yet. */
export const FROM_CASES: readonly VetoCause[] = ['verifiedComplaint', 'hotlineComplaint']

/** The bars one complaint leaves, as it is known on a day. */
export function barsOfCase(about: CaseSubjects, policy: HallPolicy, upTo: Day): KnownBar[] {
  const last = about.decisions.find(({ decidedOn }) => decidedOn <= upTo)
  const knownOn = last?.decidedOn ?? about.closedOn
  if (about.acceptedOn === null || knownOn === null || knownOn > upTo) return []
  const bars = (whom: KnownBar['whom'], ids: readonly number[]) =>
    barsOfComplaint(
      {
        from12345: about.from12345,
        verified: last !== undefined && isVerified(last.finding),
        receivedOn: about.receivedOn,
        decidedOn: knownOn,
        staffIds: whom === 'person' ? ids.map(String) : [],
        windowIds: whom === 'window' ? ids.map(String) : [],
      },
      policy,
    ).map((bar) => ({ ...bar, reason: bar.reason as VetoCause, whom, knownOn }))
  return [
    ...bars('person', about.staffIds),
    ...bars('window', about.windowId === null ? [] : [about.windowId]),
  ]
}

/**
 * Every bar to awards of a hall known up to a day: those entered, and those that follow from its
 * complaints. Qingpu 投诉处置办法: from the quarter of receipt to the quarter it was found true in.
 */
export async function knownBars(
  db: Reader,
  hallId: number,
  policy: HallPolicy,
  upTo: Day,
): Promise<KnownBar[]> {
  const rows = await db
    .select()
    .from(awardVetoes)
    .where(and(eq(awardVetoes.hallId, hallId), lte(awardVetoes.enteredOn, upTo)))
    .orderBy(asc(awardVetoes.id))
  const entered = rows
    .filter(({ caseId, cause }) => caseId === null || !FROM_CASES.includes(cause))
    .map((row): KnownBar => {
      const whom = row.staffId === null ? 'window' : 'person'
      return {
        id: String(row.staffId ?? row.windowId),
        whom,
        reason: row.cause,
        bars: policy.vetoes
          .filter((rule) => rule.cause === row.cause && rule.whom.includes(whom))
          .flatMap(({ bars }) => bars),
        from: row.fromDay!,
        until: row.untilDay!,
        knownOn: row.enteredOn!,
      }
    })
  const cases = await casesOf(db, hallId)
  return [...entered, ...cases.flatMap((about) => barsOfCase(about, policy, upTo))]
}

/**
 * The bars of an award, by whom it goes to. Where it goes to windows, what bars the holder of a
 * window's post bars the window; `holders` says who that is.
 */
export function barsOfAward(
  bars: readonly KnownBar[],
  { kind, recipient }: { kind: AwardKind; recipient: 'window' | 'person' },
  holders: ReadonlyMap<string, string> = new Map(),
): KnownBar[] {
  const windowsHeldBy = (person: string) =>
    [...holders].filter(([, holder]) => holder === person).map(([window]) => window)
  return bars
    .filter((bar) => bar.bars.includes(kind))
    .flatMap((bar) => {
      if (bar.whom === recipient) return [bar]
      return recipient === 'window' ? windowsHeldBy(bar.id).map((id) => ({ ...bar, id })) : []
    })
}
