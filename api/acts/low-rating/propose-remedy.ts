import { ratingRemedies } from '../../../db/schema/index.ts'
import { type Officer, today, type World } from '../../context.ts'
import type { RemedyForm } from '../../forms/low-rating.ts'
import { lowRatingFor } from '../../reads/low-rating-progress.ts'
import { Refused } from '../../refused.ts'
import { proposalRefusal } from '../../rules/low-rating.ts'
import { record } from '../record.ts'

/**
 * An officer looked into a low rating and says what was rectified, or why it is held to be
 * mistaken or malicious; it counts once another person has approved it.
 */
export const proposeRemedy = (world: World, officer: Officer, publicId: string, form: RemedyForm) =>
  world.store.write(async (tx) => {
    const { followUp, progress } = await lowRatingFor(tx, officer, publicId, 'propose')
    const refusal = proposalRefusal(progress)
    if (refusal) throw new Refused(refusal)
    await tx.insert(ratingRemedies).values({
      followUpId: followUp.id,
      ...form,
      proposedBy: officer.id,
      proposedOn: today(world),
    })
    await record(tx, world, {
      hallId: followUp.hallId,
      kind: 'low-rating-remedy-proposed',
      object: `low-rating:${followUp.id}`,
      officerId: officer.id,
      particulars: { remedy: form.remedy },
    })
    return { remedy: form.remedy }
  })
