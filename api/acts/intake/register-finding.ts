import { and, eq } from 'drizzle-orm'
import { staff } from '../../../db/schema/index.ts'
import { type Officer, today, type World } from '../../context.ts'
import type { FindingForm } from '../../forms/finding.ts'
import { windowHere } from '../../reads/complaint-form.ts'
import { hallById } from '../../reads/halls.ts'
import { policyOf } from '../../reads/policies.ts'
import { Invalid, type Problem, Refused } from '../../refused.ts'
import { addMonths, type Day, monthOf } from '../../rules/day.ts'
import { natureOf } from '../../rules/intake-channel.ts'
import { lodge } from '../lodge-complaint.ts'
import { findingKey } from './finding-key.ts'

type Problems = Partial<Record<keyof FindingForm, Problem[]>>

/** How far back a check may lie. */
const OLDEST_CHECK_MONTHS = -12

/**
 * Day zero of a finding: the day of the check, when the centre checked itself, and the day the
 * result reached the centre, when somebody else did.
 */
function dayZero(now: Day, { inspector, foundOn, receivedOn }: FindingForm, problems: Problems) {
  if (foundOn > now) problems.foundOn = ['day-in-future']
  else if (monthOf(foundOn) < addMonths(monthOf(now), OLDEST_CHECK_MONTHS)) {
    problems.foundOn = ['day-too-long-ago']
  }
  if (inspector === 'centre') return foundOn
  const received = receivedOn ?? now
  if (received > now) problems.receivedOn = ['day-in-future']
  else if (received < foundOn) problems.receivedOn = ['received-before-found']
  return received
}

async function personHere({ store }: World, hallId: number, publicId: string) {
  const [found] = await store.read
    .select({ id: staff.id })
    .from(staff)
    .where(and(eq(staff.hallId, hallId), eq(staff.publicId, publicId)))
  return found
}

/**
 * What a check found is registered as a complaint (即视为投诉). Yuanzhou 窗口工作人员行为规范: results
 * of telephone follow-up, spot check and home visit by supervision bodies or the centre. Nobody
 * complained: no complainant is kept, no receipt is given to anybody, nobody has to be answered.
 * Refused as `no-inspections-here` in a hall whose regulation has none.
 */
export async function registerFinding(world: World, officer: Officer, form: FindingForm) {
  const { read } = world.store
  const { hallId } = officer
  const now = today(world)
  const policy = policyOf(await hallById(read, hallId), now)
  if (policy.internalFindings.length === 0) throw new Refused('no-inspections-here')
  const problems: Problems = {}
  const receivedOn = dayZero(now, form, problems)
  const window = form.window === '' ? null : await windowHere(read, hallId, form.window)
  const person = form.staff === '' ? null : await personHere(world, hallId, form.staff)
  if (!policy.internalFindings.includes(form.channel)) problems.channel = ['unknown-choice']
  if (form.inspector === 'supervisionBody' && form.unit === '') problems.unit = ['unit-needed']
  if (window === undefined) problems.window = ['window-not-here']
  if (person === undefined) problems.staff = ['staff-not-here']
  if (Object.keys(problems).length > 0) throw new Invalid(problems)
  const { number, promises } = await lodge(world, {
    formKey: findingKey(world, officer, form.sealed),
    hallId,
    channel: form.channel,
    inspection: { by: form.inspector, unit: form.inspector === 'centre' ? '' : form.unit },
    nature: natureOf(form.channel),
    identity: 'anonymous',
    windowId: window?.id ?? null,
    staffId: person?.id ?? null,
    clauseId: null,
    category: form.category,
    occurredOn: form.foundOn,
    occurredPart: 'unknown',
    narrative: form.narrative,
    major: form.major,
    mayPublish: true,
    contact: null,
    receivedOn,
    firstReceiverId: officer.id,
  })
  return { number, receivedOn, dates: promises.map(({ kind, dueOn }) => ({ kind, dueOn })) }
}
