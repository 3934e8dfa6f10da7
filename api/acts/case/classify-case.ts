import type { Officer, World } from '../../context.ts'
import type { ClassificationForm } from '../../forms/case.ts'
import { deadlinesOf } from '../../rules/case-deadlines.ts'
import { recountClocks } from './case-clock.ts'
import { reportToHead } from './report-to-head.ts'
import { settleTrack } from './settle-track.ts'
import { caseInHand, takeStep } from './take-step.ts'

/** More is known: another track, other departments, a better gist; the clocks follow the track. */
export const classifyCase = (
  world: World,
  officer: Officer,
  number: string,
  form: ClassificationForm,
) =>
  world.store.write(async (tx) => {
    const found = await caseInHand(tx, officer, number, 'classify', form.revision)
    await settleTrack(tx, found, form.track, form.departments)
    const file = await takeStep(tx, world, found, {
      act: 'classify',
      kind: 'case-classified',
      by: officer.id,
      set: { track: form.track, gist: form.gist },
      particulars: { track: form.track, departments: form.departments.join(' ') },
    })
    const dates = {
      track: form.track,
      receivedOn: found.complaint.receivedOn,
      acceptedOn: found.file.acceptedOn,
      promisedOn: found.owed.promisedOn,
    }
    await recountClocks(tx, file, deadlinesOf(found.policy, dates, world.calendar))
    await reportToHead(tx, world, file, found.policy, { ...found.complaint, track: form.track })
    return { state: file.state, revision: file.revision }
  })
