import { type Officer, today, type World } from '../../context.ts'
import type { MeetingForm } from '../../forms/case.ts'
import { Invalid } from '../../refused.ts'
import { caseInHand, takeStep } from './take-step.ts'

/**
 * Anci 群众投诉处理办法, complex path: the chief representatives of the departments meet (协调会议).
 * Kept are the day, who came, what was decided, one after the other.
 */
export const recordMeeting = (world: World, officer: Officer, number: string, form: MeetingForm) =>
  world.store.write(async (tx) => {
    const found = await caseInHand(tx, officer, number, 'recordMeeting', form.revision)
    if (form.heldOn > today(world)) throw new Invalid({ heldOn: ['day-in-future'] })
    if (form.heldOn < found.complaint.receivedOn) {
      throw new Invalid({ heldOn: ['day-too-long-ago'] })
    }
    const file = await takeStep(tx, world, found, {
      act: 'recordMeeting',
      kind: 'meeting-recorded',
      by: officer.id,
      record: [form.heldOn, form.present, form.decision].join('\n'),
      particulars: { heldOn: form.heldOn },
    })
    return { state: file.state, revision: file.revision }
  })
