import { and, eq } from 'drizzle-orm'
import { serviceCounts } from '../../../db/schema/index.ts'
import type { Transaction } from '../../../db/store.ts'
import { type Officer, today, type World } from '../../context.ts'
import type { ServiceCountsForm } from '../../forms/report.ts'
import { hallById } from '../../reads/halls.ts'
import { latestReport } from '../../reads/issued-reports.ts'
import { countsOfMonth } from '../../reads/service-counts.ts'
import { policyOf } from '../../reads/policies.ts'
import { Invalid, type Problem, Refused } from '../../refused.ts'
import { lastDayOf, type Month, monthOf } from '../../rules/day.ts'
import { SERVICE_COUNTS, type ServiceCounts, WHOLE_OF } from '../../rules/service-indicators.ts'
import { record } from '../record.ts'
import { insist } from '../score/may.ts'

const areSame = (one: ServiceCounts, other: ServiceCounts) =>
  SERVICE_COUNTS.every((name) => one[name] === other[name])

/** Refuse where the hall has no such rates, the month is not over, or its report is confirmed. */
async function insistOpen(tx: Transaction, world: World, hallId: number, month: Month) {
  const policy = policyOf(await hallById(tx, hallId), lastDayOf(month))
  if (policy.indicators === null) throw new Refused('no-indicators-here')
  if (month >= monthOf(today(world))) throw new Refused('counts-not-yet', { month })
  const report = await latestReport(tx, hallId, month)
  if (report?.confirmedBy) throw new Refused('counts-fixed', { month })
}

/**
 * An officer of a one-window hall enters what a finished month's first-ask inquiries and promised
 * cases came to; another confirms them. Changed counts have to be confirmed again.
 */
export const enterServiceCounts = (
  world: World,
  officer: Officer,
  { month, ...counts }: ServiceCountsForm,
): Promise<{ changed: boolean }> =>
  world.store.write(async (tx) => {
    insist(officer, 'enterFigures', { kind: 'monthClose' })
    const { hallId } = officer
    await insistOpen(tx, world, hallId, month)
    const problems: Partial<Record<keyof ServiceCounts, Problem[]>> = {}
    for (const name of SERVICE_COUNTS) {
      const whole = WHOLE_OF[name]
      if (whole && counts[name] > counts[whole]) problems[name] = ['more-than-whole']
    }
    if (Object.keys(problems).length > 0) throw new Invalid(problems)
    const before = await countsOfMonth(tx, hallId, month)
    if (before && areSame(before, counts)) return { changed: false }
    const isOfMonth = and(eq(serviceCounts.hallId, hallId), eq(serviceCounts.month, month))
    await tx.delete(serviceCounts).where(isOfMonth)
    await tx
      .insert(serviceCounts)
      .values({ hallId, month, ...counts, enteredBy: officer.id, enteredOn: today(world) })
    await record(tx, world, {
      hallId,
      kind: 'service-counts-entered',
      object: `month:${month}`,
      officerId: officer.id,
      particulars: counts,
    })
    return { changed: true }
  })

/** A second person confirms the counts they have seen; only confirmed ones are reported. */
export const confirmServiceCounts = (
  world: World,
  officer: Officer,
  { month, ...seen }: ServiceCountsForm,
): Promise<void> =>
  world.store.write(async (tx) => {
    insist(officer, 'confirmFigures', { kind: 'monthClose' })
    const { hallId } = officer
    await insistOpen(tx, world, hallId, month)
    const entered = await countsOfMonth(tx, hallId, month)
    if (!entered || !areSame(entered, seen)) throw new Refused('figures-changed')
    if (entered.enteredBy === officer.id) throw new Refused('figures-same-person')
    await tx
      .update(serviceCounts)
      .set({ confirmedBy: officer.id, confirmedOn: today(world) })
      .where(eq(serviceCounts.id, entered.id))
    await record(tx, world, {
      hallId,
      kind: 'service-counts-confirmed',
      object: `month:${month}`,
      officerId: officer.id,
    })
  })
