import { eq } from 'drizzle-orm'
import { ratingFollowUps, ratingRemedies } from '../../../db/schema/index.ts'
import type { Transaction } from '../../../db/store.ts'
import { type Officer, today, type World } from '../../context.ts'
import type { SendBackForm } from '../../forms/low-rating.ts'
import { lowRatingFor } from '../../reads/low-rating-progress.ts'
import { Refused } from '../../refused.ts'
import { decisionRefusal } from '../../rules/low-rating.ts'
import { record } from '../record.ts'

async function decide(
  tx: Transaction,
  world: World,
  officer: Officer,
  publicId: string,
  decision: { approved: boolean; note: string },
) {
  const { followUp, waiting, progress } = await lowRatingFor(tx, officer, publicId, 'decide')
  const refusal = decisionRefusal(progress)
  if (refusal || !waiting) throw new Refused(refusal ?? 'no-remedy-waits')
  const decidedOn = today(world)
  await tx
    .update(ratingRemedies)
    .set({ ...decision, decidedBy: officer.id, decidedOn })
    .where(eq(ratingRemedies.id, waiting.id))
  await record(tx, world, {
    hallId: followUp.hallId,
    kind: decision.approved ? 'low-rating-remedy-approved' : 'low-rating-remedy-returned',
    object: `low-rating:${followUp.id}`,
    officerId: officer.id,
    particulars: { remedy: waiting.remedy },
  })
  return { followUpId: followUp.id, remedy: waiting.remedy, decidedOn }
}

/** Another person approves how a low rating ends; its citizen reads the sentence from then on. */
export const approveRemedy = (world: World, officer: Officer, publicId: string) =>
  world.store.write(async (tx) => {
    const { followUpId, remedy, decidedOn } = await decide(tx, world, officer, publicId, {
      approved: true,
      note: '',
    })
    await tx
      .update(ratingFollowUps)
      .set({ endedOn: decidedOn })
      .where(eq(ratingFollowUps.id, followUpId))
    return { remedy }
  })

/** Another person sends it back with a reason; something better may be proposed. */
export const sendBackRemedy = (
  world: World,
  officer: Officer,
  publicId: string,
  { note }: SendBackForm,
) =>
  world.store.write(async (tx) => {
    const { remedy } = await decide(tx, world, officer, publicId, { approved: false, note })
    return { remedy }
  })
