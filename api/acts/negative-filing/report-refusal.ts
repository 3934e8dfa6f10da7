import type { Officer, World } from '../../context.ts'
import type { FilingReportForm } from '../../forms/negative-filing.ts'
import { enterFilingStep, filingForStep } from './take-filing-step.ts'

/** The section has reported an important matter to the post its policy names, review or no review. */
export const reportRefusal = (
  world: World,
  officer: Officer,
  number: string,
  { note }: FilingReportForm,
) =>
  world.store.write(async (tx) => {
    const found = await filingForStep(tx, world, officer, number, 'report')
    await enterFilingStep(tx, world, officer, found, {
      step: 'report',
      event: 'refusal-reported',
      foundImportant: false,
      note,
    })
    return { reported: true }
  })
