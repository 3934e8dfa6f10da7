import { and, eq } from 'drizzle-orm'
import { outsidePosts } from '../../../db/schema/index.ts'
import { type Officer, today, type World } from '../../context.ts'
import type { OutsidePostsForm } from '../../forms/administration.ts'
import { OUTSIDE_POSTS } from '../../rules/outside-post.ts'
import { record } from '../record.ts'

/**
 * The addresses of the two posts outside the hall are entered; an empty one takes an address
 * back. Letters go there when nobody in the hall can be told or may approve.
 */
export const enterOutsidePosts = (world: World, { id, hallId }: Officer, form: OutsidePostsForm) =>
  world.store.write(async (tx) => {
    for (const post of OUTSIDE_POSTS) {
      const email = form[post]
      const row = { email: email ?? '', enteredBy: id, enteredOn: today(world) }
      if (email === null) {
        await tx
          .delete(outsidePosts)
          .where(and(eq(outsidePosts.hallId, hallId), eq(outsidePosts.post, post)))
        continue
      }
      await tx
        .insert(outsidePosts)
        .values({ ...row, hallId, post })
        .onConflictDoUpdate({ target: [outsidePosts.hallId, outsidePosts.post], set: row })
    }
    await record(tx, world, {
      hallId,
      kind: 'outside-posts-entered',
      object: `hall:${hallId}`,
      officerId: id,
      particulars: {
        secondPerson: form.secondPerson !== null,
        fallbackPost: form.fallbackPost !== null,
      },
    })
  })
