import type { Officer, World } from '../../context.ts'
import type { IntakeForm } from '../../forms/intake.ts'
import { owesWriting } from '../../rules/closing.ts'
import { deadlinesAtLodging, promisesAmong } from '../../rules/complaint-promises.ts'
import { isFound, isSentOn, isSpoken } from '../../rules/intake-channel.ts'
import { closingTime } from '../../rules/opening-hours.ts'
import { contactDataIn, masked } from '../../rules/personal-data.ts'
import { timeOf } from '../../rules/time-of-day.ts'
import { intakeDetails, receivedAs } from './intake-details.ts'
import { keyFor, sealIntake } from './intake-state.ts'

/**
 * Take a complaint down and give it back as it will be registered, to be read aloud or held
 * against the letter. Nothing is stored yet: it travels sealed, for this officer alone.
 */
export async function takeDown(world: World, officer: Officer, form: IntakeForm) {
  const { sealed, ...answers } = form
  const received = receivedAs(world, answers)
  const { policy, details, contact, window, clause, people } = await intakeDetails(
    world,
    officer,
    answers,
    received,
  )
  const { channel, identity, nature, major = false, narrative } = details
  const deadlines = deadlinesAtLodging(
    policy,
    { channel, receivedOn: received.on, externalDueOn: details.externalDueOn },
    world.calendar,
  )
  return {
    sealed: sealIntake(world, {
      ...keyFor(world, officer, sealed),
      officerId: officer.id,
      answers,
      received,
    }),
    channel,
    spoken: isSpoken(channel),
    received: {
      on: received.on,
      time: identity === 'named' ? timeOf(new Date(received.at)) : null,
    },
    found: isFound(channel),
    sentOn: isSentOn(channel)
      ? { number: details.externalNumber ?? null, dueOn: details.externalDueOn ?? null }
      : null,
    window: window && { number: window.number, business: window.business },
    staff: people.map(({ number, name }) => ({ number, name })),
    clause: clause && { label: clause.label, plain: clause.plain },
    occurred: { on: details.occurredOn, part: details.occurredPart },
    narrative,
    major,
    owesWriting: owesWriting(policy, {
      track: null,
      promisedOn: null,
      major,
      nature,
      putInWriting: false,
      internalFinding: false,
    }),
    identity,
    ...contact,
    mayPublish: details.mayPublish,
    /** What in the text of somebody who wants not to be known says how to be reached. */
    contactData:
      identity === 'named'
        ? []
        : contactDataIn(narrative).map((found) => ({ kind: found.kind, shown: masked(found) })),
    promises: promisesAmong(deadlines).map((promise) => ({
      ...promise,
      closes: closingTime(promise.dueOn, policy.openingHours),
    })),
  }
}
