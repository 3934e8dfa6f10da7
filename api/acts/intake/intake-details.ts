import { and, eq, inArray } from 'drizzle-orm'
import { staff } from '../../../db/schema/index.ts'
import { type Officer, today, type World } from '../../context.ts'
import { contactOf } from '../../forms/complaint.ts'
import type { IntakeForm } from '../../forms/intake.ts'
import { clauseHere } from '../../reads/clauses.ts'
import { activeCustodianKey, windowHere } from '../../reads/complaint-form.ts'
import { hallById } from '../../reads/halls.ts'
import { policyOf } from '../../reads/policies.ts'
import { Invalid, type Problem, Refused } from '../../refused.ts'
import { addMonths, type Day, dayOf, monthOf } from '../../rules/day.ts'
import { isFound, isSentOn, isSpoken, natureOf } from '../../rules/intake-channel.ts'
import type { ComplaintDetails } from '../lodge-complaint.ts'

type Answers = Omit<IntakeForm, 'sealed'>
type Problems = Partial<Record<keyof Answers, Problem[]>>

/** How far back something may have come in, and may have happened. */
const OLDEST_RECEIPT_MONTHS = -12
const OLDEST_MATTER_MONTHS = -120

const isOlderThan = (world: World, day: Day, months: number): boolean =>
  monthOf(day) < addMonths(monthOf(today(world)), months)

/** Day zero and the moment a complaint came in; what was found in book or box came in now. */
export function receivedAs(
  world: World,
  { channel, receivedOn, receivedTime }: Answers,
): { on: Day; at: number } {
  const now = world.now()
  if (isFound(channel)) return { on: dayOf(now), at: now.getTime() }
  const problems: Problems = {}
  if (receivedOn === null) problems.receivedOn = ['received-day-needed']
  else if (receivedOn > dayOf(now)) problems.receivedOn = ['day-in-future']
  else if (isOlderThan(world, receivedOn, OLDEST_RECEIPT_MONTHS)) {
    problems.receivedOn = ['day-too-long-ago']
  }
  if (receivedTime === null) problems.receivedTime = ['received-time-needed']
  const at = new Date(`${receivedOn}T${receivedTime}+08:00`).getTime()
  if (receivedOn === dayOf(now) && at > now.getTime()) problems.receivedTime = ['time-in-future']
  if (receivedOn === null || Object.keys(problems).length > 0) throw new Invalid(problems)
  return { on: receivedOn, at }
}

const NOBODY = { name: '', phone: '', email: '' }

/** In the officer's words what a citizen is told of their own form. */
const ASIDE: Partial<Record<Problem, Problem>> = {
  'name-needed': 'their-name-needed',
  'contact-needed': 'their-contact-needed',
}

function contactAs({ channel, identity, name, phone, email }: Answers, problems: Problems) {
  const typed = { name, phone, email }
  if (identity === 'anonymous') {
    for (const field of ['name', 'phone', 'email'] as const) {
      if (typed[field] !== '') problems[field] = ['anonymous-has-contact']
    }
    return NOBODY
  }
  const { contact, problems: found } = contactOf(typed)
  for (const [field, said] of Object.entries(found)) {
    const needless = !isSpoken(channel) && said[0] === 'contact-needed'
    if (!needless) problems[field as 'name'] = said.map((problem) => ASIDE[problem] ?? problem)
  }
  return contact
}

async function namedStaff(world: World, hallId: number, ids: readonly string[]) {
  if (ids.length === 0) return []
  const found = await world.store.read
    .select({ id: staff.id, publicId: staff.publicId, number: staff.number, name: staff.name })
    .from(staff)
    .where(and(eq(staff.hallId, hallId), inArray(staff.publicId, [...ids])))
  return ids.flatMap((id) => found.find(({ publicId }) => publicId === id) ?? [])
}

/**
 * What an officer took down, as it will be lodged, with the window, the staff and the clause it
 * names, in the version of the day it came in. Every field at fault is told at once;
 * `confidential-not-ready` without a custodian.
 * When somebody who wants not to be known came in is kept by the day only.
 */
export async function intakeDetails(
  world: World,
  officer: Officer,
  answers: Answers,
  received: { on: Day; at: number },
) {
  const { read } = world.store
  const { hallId } = officer
  const hall = await hallById(read, hallId)
  const policy = policyOf(hall, received.on)
  const { channel, identity, occurredOn, externalDueOn } = answers
  const problems: Problems = {}
  const contact = contactAs(answers, problems)
  const [window, clause, people] = await Promise.all([
    answers.window === '' ? null : windowHere(read, hallId, answers.window),
    answers.clause === '' ? null : clauseHere(read, hallId, answers.clause, received.on),
    namedStaff(world, hallId, answers.staff),
  ])
  if (!policy.channels.includes(channel)) problems.channel = ['unknown-choice']
  if (window === undefined) problems.window = ['window-not-here']
  if (clause === undefined) problems.clause = ['clause-not-then']
  if (people.length < answers.staff.length) problems.staff = ['staff-not-here']
  if (occurredOn && occurredOn > received.on) problems.occurredOn = ['after-receipt']
  if (occurredOn && isOlderThan(world, occurredOn, OLDEST_MATTER_MONTHS)) {
    problems.occurredOn = ['day-too-long-ago']
  }
  const sentOn = isSentOn(channel)
  if (sentOn && externalDueOn && externalDueOn < received.on) {
    problems.externalDueOn = ['limit-before-receipt']
  }
  if (sentOn && (externalDueOn !== null) === answers.noLimit) {
    problems.externalDueOn = [externalDueOn ? 'limit-or-none' : 'limit-needed']
  }
  if (Object.keys(problems).length > 0) throw new Invalid(problems)
  if (identity === 'confidential' && !(await activeCustodianKey(read, hallId))) {
    throw new Refused('confidential-not-ready')
  }

  const details: Omit<ComplaintDetails, 'formKey'> = {
    hallId,
    channel,
    nature: natureOf(channel),
    identity,
    windowId: window?.id ?? null,
    staffId: people[0]?.id ?? null,
    otherStaffIds: people.slice(1).map(({ id }) => id),
    clauseId: clause?.id ?? null,
    category: clause?.category ?? 'other',
    occurredOn,
    occurredPart: occurredOn ? answers.occurredPart : 'unknown',
    narrative: answers.narrative,
    major: answers.major,
    mayPublish: answers.mayPublish,
    contact: identity === 'anonymous' ? null : contact,
    receivedOn: received.on,
    receivedAt: identity === 'named' ? new Date(received.at) : null,
    firstReceiverId: officer.id,
    externalDueOn: sentOn ? externalDueOn : null,
    externalNumber: sentOn ? answers.externalNumber || null : null,
  }
  return { hall, policy, details, contact, window: window ?? null, clause: clause ?? null, people }
}
