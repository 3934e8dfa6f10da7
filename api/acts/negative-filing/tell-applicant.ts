import type { Officer, World } from '../../context.ts'
import type { FilingNoticeForm } from '../../forms/negative-filing.ts'
import { enterFilingStep, filingForStep } from './take-filing-step.ts'

/** Whoever filed, or the window's head, has told the applicant that the refusal was corrected. */
export const tellApplicant = (
  world: World,
  officer: Officer,
  number: string,
  { way, note }: FilingNoticeForm,
) =>
  world.store.write(async (tx) => {
    const found = await filingForStep(tx, world, officer, number, 'notice')
    await enterFilingStep(tx, world, officer, found, {
      step: 'notice',
      event: 'refusal-notice-given',
      foundImportant: false,
      way,
      note,
    })
    return { way }
  })
