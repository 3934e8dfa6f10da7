import { type Batch, releaseBatch } from '../acts/outcome/release-batch.ts'
import type { World } from '../context.ts'
import { allHalls } from '../reads/halls.ts'
import { lastBatchOf } from '../reads/published-outcomes.ts'
import { policyOf } from '../reads/policies.ts'
import { addMonths, type Month, monthOf } from '../rules/day.ts'
import type { DueJob } from '../rules/due-jobs.ts'
import { latestBatchOn } from '../rules/outcome-release.ts'

/**
 * Release a month's batch of outcomes in every hall where its day has come, each once. Gives the
 * batches that went out now.
 */
export async function releaseOutcomes(world: World, month: Month): Promise<Batch[]> {
  const released: Batch[] = []
  for (const hall of await allHalls(world.store.read)) {
    if (monthOf(hall.createdAt) > month) continue
    const batch = await releaseBatch(world, hall, month)
    if (batch) released.push(batch)
  }
  return released
}

/**
 * Every morning: release, in one hall, every month that is out by that day and has not gone out,
 * from the last one released on; the first time only the latest.
 */
export async function releaseDueBatch(world: World, { day, hallId }: DueJob): Promise<string> {
  const { read } = world.store
  const hall = (await allHalls(read)).find(({ id }) => id === hallId)
  if (!hall) return ''
  const latest = latestBatchOn(day, policyOf(hall, day).publish, world.calendar)
  const before = await lastBatchOf(read, hall.id)
  const notes: string[] = []
  for (let month = before ? addMonths(before, 1) : latest; month <= latest;) {
    const batch = monthOf(hall.createdAt) > month ? null : await releaseBatch(world, hall, month)
    if (batch) notes.push(`${month}: ${batch.published} published, ${batch.withheld} withheld`)
    month = addMonths(month, 1)
  }
  return notes.join('; ')
}
