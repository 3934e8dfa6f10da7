import { type Officer, today, type World } from '../../context.ts'
import type { PaperForm } from '../../forms/case.ts'
import { heardIn } from '../../reads/heard.ts'
import { Refused } from '../../refused.ts'
import { inquiryRefusal } from '../../rules/closing.ts'
import { meetDeadlines, runStepClock } from './case-clock.ts'
import { caseInHand, countedToday, takeStep } from './take-step.ts'

/**
 * The coordination opinion (协调意见). Anci 群众投诉处理办法, complex path: given within three working
 * days after receipt, once complainant, subject and witnesses were asked; given later it is
 * late, not refused. Then the leading group's clock runs.
 */
export const giveCoordinationOpinion = (
  world: World,
  officer: Officer,
  number: string,
  form: PaperForm,
) =>
  world.store.write(async (tx) => {
    const found = await caseInHand(tx, officer, number, 'giveCoordinationOpinion', form.revision)
    const notes = await heardIn(tx, found.file.id)
    const { internalFinding } = found.owed
    const refusal = inquiryRefusal(found.policy.steps, { notes, internalFinding })
    if (refusal) throw new Refused(refusal)
    const file = await takeStep(tx, world, found, {
      act: 'giveCoordinationOpinion',
      kind: 'coordination-opinion-given',
      by: officer.id,
      record: form.text,
    })
    await meetDeadlines(tx, file.id, ['coordinationOpinion'], countedToday(world, found.policy))
    await runStepClock(tx, world, { ...found, file }, 'groupReview', { opinionOn: today(world) })
    return { state: file.state, revision: file.revision }
  })
