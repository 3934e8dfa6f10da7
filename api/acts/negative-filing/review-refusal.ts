import { type Officer, today, type World } from '../../context.ts'
import type { FilingReviewForm } from '../../forms/negative-filing.ts'
import { tellersOf } from '../../reads/filing-people.ts'
import { dueIn } from '../../rules/day-unit.ts'
import { writeLetter } from '../write-letter.ts'
import { enterFilingStep, filingForStep } from './take-filing-step.ts'

/**
 * Another officer, of the section that reviews, finds the refusal right or corrects it. Whoever has
 * to tell the applicant of the correction is told by letter until when.
 */
export const reviewRefusal = (
  world: World,
  officer: Officer,
  number: string,
  { outcome, opinion, important }: FilingReviewForm,
) =>
  world.store.write(async (tx) => {
    const found = await filingForStep(tx, world, officer, number, 'review')
    const { filing, policy } = found
    await enterFilingStep(tx, world, officer, found, {
      step: 'review',
      event: `refusal-${outcome}`,
      outcome,
      foundImportant: important && !filing.important,
      note: opinion,
    })
    if (outcome === 'upheld') return { outcome }
    const { day } = dueIn(policy.unit, today(world), policy.notice, world.calendar)
    for (const { id } of await tellersOf(tx, filing, today(world))) {
      await writeLetter(tx, world, {
        hallId: filing.hallId,
        kind: 'filing-corrected',
        key: `${day}:${number}:${id}`,
        caseId: null,
        officerId: id,
      })
    }
    return { outcome }
  })
