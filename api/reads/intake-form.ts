import { and, asc, eq, gte, isNull, lte, or } from 'drizzle-orm'
import { postings, staff, windows } from '../../db/schema/index.ts'
import { type Officer, today, type World } from '../context.ts'
import { INTAKE_CHANNELS } from '../rules/intake-channel.ts'
import { timeOf } from '../rules/time-of-day.ts'
import { complaintForm } from './complaint-form.ts'
import { hallById } from './halls.ts'
import { policyOf } from './policies.ts'

/** What an officer chooses from when taking a complaint in: the hall's channels, places, people. */
export async function intakeForm(world: World, { hallId }: Officer) {
  const { read } = world.store
  const hall = await hallById(read, hallId)
  const day = today(world)
  const policy = policyOf(hall, day)
  const [{ windows: places, systems, confidential }, people] = await Promise.all([
    complaintForm(world, hall.key),
    read
      .select({ id: staff.publicId, number: staff.number, name: staff.name, at: windows.number })
      .from(staff)
      .leftJoin(
        postings,
        and(
          eq(postings.staffId, staff.id),
          lte(postings.fromDay, day),
          or(isNull(postings.toDay), gte(postings.toDay, day)),
        ),
      )
      .leftJoin(windows, eq(windows.id, postings.windowId))
      .where(eq(staff.hallId, hallId))
      .orderBy(asc(staff.number), asc(windows.id)),
  ])
  return {
    today: day,
    now: timeOf(world.now()),
    channels: INTAKE_CHANNELS.filter((channel) => policy.channels.includes(channel)),
    windows: places,
    staff: people.filter(({ id }, at) => people.findIndex((other) => other.id === id) === at),
    systems,
    confidential,
    majorInWriting: policy.majorMustBeWritten,
  }
}
