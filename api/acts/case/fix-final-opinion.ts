import type { Officer, World } from '../../context.ts'
import type { PaperForm } from '../../forms/case.ts'
import { meetDeadlines } from './case-clock.ts'
import { caseInHand, countedToday, takeStep } from './take-step.ts'

/** Anci 群众投诉处理办法, complex path: the meeting fixes the final opinion (最终处理意见). */
export const fixFinalOpinion = (world: World, officer: Officer, number: string, form: PaperForm) =>
  world.store.write(async (tx) => {
    const found = await caseInHand(tx, officer, number, 'fixFinalOpinion', form.revision)
    const file = await takeStep(tx, world, found, {
      act: 'fixFinalOpinion',
      kind: 'final-opinion-fixed',
      by: officer.id,
      record: form.text,
    })
    await meetDeadlines(tx, file.id, ['coordinationMeeting'], countedToday(world, found.policy))
    return { state: file.state, revision: file.revision }
  })
