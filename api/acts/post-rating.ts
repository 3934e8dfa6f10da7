import type { World } from '../context.ts'
import type { RatingForm } from '../forms/rating.ts'
import { ratingLane } from './rating-lane.ts'

/** A citizen's verdict on the visit just made; it counts once it is on disk. */
export async function postRating(world: World, form: RatingForm): Promise<{ id: string }> {
  return { id: await ratingLane(world).rate(form.window, form.level) }
}
