import { type Officer, today, type World } from '../../context.ts'
import type { PaperForm } from '../../forms/case.ts'
import { meetDeadlines, runStepClock } from './case-clock.ts'
import { caseInHand, countedToday, takeStep } from './take-step.ts'

/**
 * Anci 群众投诉处理办法, complex path: the leading group (投诉领导小组) studies the opinion; the clock
 * of the meeting runs from its decision.
 */
export const reviewByLeaders = (world: World, officer: Officer, number: string, form: PaperForm) =>
  world.store.write(async (tx) => {
    const found = await caseInHand(tx, officer, number, 'reviewByLeaders', form.revision)
    const file = await takeStep(tx, world, found, {
      act: 'reviewByLeaders',
      kind: 'opinion-reviewed',
      by: officer.id,
      record: form.text,
    })
    await meetDeadlines(tx, file.id, ['groupReview'], countedToday(world, found.policy))
    await runStepClock(tx, world, { ...found, file }, 'coordinationMeeting', {
      groupDecidedOn: today(world),
    })
    return { state: file.state, revision: file.revision }
  })
