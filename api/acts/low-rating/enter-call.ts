import { ratingCalls } from '../../../db/schema/index.ts'
import { sealField } from '../../../db/sealing/field.ts'
import { type Officer, today, type World } from '../../context.ts'
import type { CallForm } from '../../forms/low-rating.ts'
import { lowRatingFor } from '../../reads/low-rating-progress.ts'
import { Refused } from '../../refused.ts'
import { callRefusal } from '../../rules/low-rating.ts'
import { record } from '../record.ts'

/** An officer called whoever rated low, or tried to, and enters what came of it. */
export const enterCall = (world: World, officer: Officer, publicId: string, form: CallForm) =>
  world.store.write(async (tx) => {
    const { followUp, progress } = await lowRatingFor(tx, officer, publicId, 'call')
    const refusal = callRefusal(progress)
    if (refusal) throw new Refused(refusal)
    const gist =
      form.gist === '' ? null : sealField(world.keys, 'rating_calls.gist', publicId, form.gist)
    await tx.insert(ratingCalls).values({
      followUpId: followUp.id,
      result: form.result,
      gist,
      calledBy: officer.id,
      calledOn: today(world),
    })
    await record(tx, world, {
      hallId: followUp.hallId,
      kind: 'low-rating-called',
      object: `low-rating:${followUp.id}`,
      officerId: officer.id,
      particulars: { result: form.result },
    })
    return { result: form.result }
  })
