import type { Officer, World } from '../../context.ts'
import type { AssignmentForm } from '../../forms/case.ts'
import { futureHandler, tellHandler } from './future-handler.ts'
import { caseInHand, takeStep } from './take-step.ts'

/** A case is given to an officer, or taken by one; nobody who is kept away from it gets it. */
export const assignCase = (world: World, officer: Officer, number: string, form: AssignmentForm) =>
  world.store.write(async (tx) => {
    const found = await caseInHand(tx, officer, number, 'assign', form.revision)
    const handler = await futureHandler(tx, officer, found.file, form.handler)
    const file = await takeStep(tx, world, found, {
      act: 'assign',
      kind: 'case-assigned',
      by: officer.id,
      set: { handlerId: handler.id },
      particulars: { handler: handler.id },
    })
    await tellHandler(tx, world, file, handler.id, officer)
    return { state: file.state, revision: file.revision }
  })
