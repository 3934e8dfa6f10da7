import type { Officer, World } from '../context.ts'
import { INSPECTED_CATEGORIES } from '../rules/complaint.ts'
import { hallById } from './halls.ts'
import { intakeForm } from './intake-form.ts'
import { policyOf } from './policies.ts'

/** What an officer chooses from when a check found something: the hall's checks, places, people. */
export async function findingForm(world: World, officer: Officer) {
  const hall = await hallById(world.store.read, officer.hallId)
  const { today, windows, staff } = await intakeForm(world, officer)
  const policy = policyOf(hall, today)
  return {
    today,
    channels: policy.internalFindings,
    categories: INSPECTED_CATEGORIES,
    regulation: policy.source.titleZh,
    windows,
    staff,
  }
}
