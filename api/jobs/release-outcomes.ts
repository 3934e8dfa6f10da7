import { type Batch, releaseBatch } from '../acts/outcome/release-batch.ts'
import type { World } from '../context.ts'
import { allHalls } from '../reads/halls.ts'
import { policyOf } from '../reads/windows.ts'
import { type Month, monthOf } from '../rules/day.ts'
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

/** Every morning: release what is out by that day and has not gone out, in one hall. */
export async function releaseDueBatch(world: World, { day, hallId }: DueJob): Promise<string> {
  const hall = (await allHalls(world.store.read)).find(({ id }) => id === hallId)
  if (!hall) return ''
  const month = latestBatchOn(day, policyOf(hall).publish, world.calendar)
  if (monthOf(hall.createdAt) > month) return ''
  const batch = await releaseBatch(world, hall, month)
  return batch ? `${month}: ${batch.published} published, ${batch.withheld} withheld` : ''
}
