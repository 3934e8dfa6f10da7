import { type Officer, today, type World } from '../../context.ts'
import type { AcceptanceForm } from '../../forms/case.ts'
import type { CaseInSight } from '../../reads/case-in-sight.ts'
import { Invalid, Refused } from '../../refused.ts'
import { deadlineOf } from '../../rules/calendar.ts'
import { deadlinesOf, promiseRefusal } from '../../rules/case-deadlines.ts'
import { owesPromise } from '../../rules/closing.ts'
import { dateRule } from '../../rules/date-rule.ts'
import type { Day } from '../../rules/day.ts'
import { meetDeadlines, recountClocks } from './case-clock.ts'
import { futureHandler, tellHandler } from './future-handler.ts'
import { reportToHead } from './report-to-head.ts'
import { settleTrack } from './settle-track.ts'
import { caseInHand, countedToday, takeStep } from './take-step.ts'
import { tellComplainant } from './tell-complainant.ts'

/** The day promised on acceptance (承诺答复); null where the hall promises none. */
function promiseOf(
  world: World,
  { policy, owed }: CaseInSight,
  { track, promisedOn }: AcceptanceForm,
): Day | null {
  if (!owesPromise(policy.clocks, { ...owed, track, promisedOn: null })) {
    if (promisedOn !== null) throw new Refused('promise-not-used-here', dateRule(policy))
    return null
  }
  if (promisedOn === null) throw new Invalid({ promisedOn: ['needed'] })
  const acceptedOn = today(world)
  const refusal = promiseRefusal(policy, { track, acceptedOn, promisedOn }, world.calendar)
  if (refusal === null) return promisedOn
  const ceiling = track === 'transferred' ? null : policy.clocks.promiseCeilingWd?.[track]
  throw new Refused(refusal, {
    ...dateRule(policy),
    day: promisedOn,
    ...(ceiling ? { wd: ceiling, until: deadlineOf(acceptedOn, ceiling, world.calendar).day } : {}),
  })
}

/**
 * The office takes a complaint up: its track and departments, who handles it, its gist in an
 * officer's words, in Bingcha the promised day. The clocks are counted for the track, the
 * acceptance clock stops, complainant and handler are told.
 */
export const acceptCase = (world: World, officer: Officer, number: string, form: AcceptanceForm) =>
  world.store.write(async (tx) => {
    const found = await caseInHand(tx, officer, number, 'accept', form.revision)
    const { policy, complaint } = found
    await settleTrack(tx, found, form.track, form.departments)
    const promisedOn = promiseOf(world, found, form)
    const handler = await futureHandler(tx, officer, found.file, form.handler)
    const acceptedOn = today(world)
    const file = await takeStep(tx, world, found, {
      act: 'accept',
      kind: 'case-accepted',
      by: officer.id,
      set: { track: form.track, handlerId: handler.id, gist: form.gist, acceptedOn },
      particulars: {
        track: form.track,
        handler: handler.id,
        departments: form.departments.join(' '),
        ...(promisedOn ? { promisedOn } : {}),
      },
    })
    await meetDeadlines(tx, file.id, ['acceptance'], countedToday(world, policy))
    const dates = { track: form.track, receivedOn: complaint.receivedOn, acceptedOn, promisedOn }
    await recountClocks(tx, file, deadlinesOf(policy, dates, world.calendar))
    await reportToHead(tx, world, file, policy, { ...complaint, track: form.track })
    await tellComplainant(tx, world, found, 'complaint-accepted', 'accepted')
    await tellHandler(tx, world, file, handler.id, officer)
    return { state: file.state, revision: file.revision }
  })
