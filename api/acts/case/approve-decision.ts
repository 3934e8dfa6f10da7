import { eq } from 'drizzle-orm'
import { decisions } from '../../../db/schema/index.ts'
import { type Officer, today, type World } from '../../context.ts'
import type { BareForm } from '../../forms/case.ts'
import { Refused } from '../../refused.ts'
import { isVerified } from '../../rules/case-file.ts'
import { ANSWER_CLOCKS, meetDeadlines, runStepClock } from './case-clock.ts'
import { caseInHand, countedToday, takeStep } from './take-step.ts'
import { tellComplainant } from './tell-complainant.ts'

/**
 * Another officer approves a decision; with that the reply stands on the complainant's page and
 * every clock towards it stops; after a verified finding the one towards the decision on
 * accountability starts. What a check of the hall found is decided, and nobody is answered. Never the proposer, never anybody kept away from the case.
 */
export const approveDecision = (world: World, officer: Officer, number: string, form: BareForm) =>
  world.store.write(async (tx) => {
    const found = await caseInHand(tx, officer, number, 'approve', form.revision)
    const { proposal, policy, facts } = found
    if (!proposal) throw new Refused('act-not-in-state')
    const decidedOn = today(world)
    await tx
      .update(decisions)
      .set({ decidedBy: officer.id, decidedOn, approved: true })
      .where(eq(decisions.id, proposal.id))
    const file = await takeStep(tx, world, found, {
      act: 'approve',
      kind: 'decision-approved',
      by: officer.id,
      set: facts.path === 'internal' ? {} : { repliedOn: decidedOn },
      particulars: { decision: proposal.id },
    })
    await meetDeadlines(tx, file.id, [...ANSWER_CLOCKS, 'statement'], countedToday(world, policy))
    if (isVerified(proposal.finding)) {
      await runStepClock(tx, world, { ...found, file }, 'sanction', { verifiedOn: decidedOn })
    }
    await tellComplainant(tx, world, found, 'reply-ready', `decision:${proposal.id}`)
    return { state: file.state, revision: file.revision }
  })
