import { apologies } from '../../../db/schema/index.ts'
import { today, type World } from '../../context.ts'
import { ladders } from '../../policies/ladders/by-key.ts'
import { approvedDecision } from '../../reads/approved-decision.ts'
import { decidedIn } from '../../reads/case-accountability.ts'
import { caseById } from '../../reads/case-in-sight.ts'
import { Refused } from '../../refused.ts'
import { apologyRefusal, type ApologyWord } from '../../rules/apology.ts'
import { record } from '../record.ts'

/**
 * The complainant says whether there was an apology and whether it is accepted (谅解), and may say
 * otherwise until accountability is decided.
 */
export const sayApology = (world: World, caseId: number, word: ApologyWord) =>
  world.store.write(async (tx) => {
    const { file, policy } = await caseById(tx, caseId)
    const refusal = apologyRefusal(ladders[policy.ladder], {
      state: file.state,
      finding: (await approvedDecision(tx, caseId))?.finding ?? null,
      decided: (await decidedIn(tx, world, caseId)) !== null,
    })
    if (refusal) throw new Refused(refusal)
    const said = { word, saidOn: today(world) }
    await tx
      .insert(apologies)
      .values({ caseId, ...said })
      .onConflictDoUpdate({ target: apologies.caseId, set: said })
    await record(tx, world, {
      hallId: file.hallId,
      kind: 'apology-said',
      object: `case:${caseId}`,
      officerId: null,
      particulars: { word },
      dayOnly: true,
    })
  })
