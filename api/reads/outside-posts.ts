import { and, eq } from 'drizzle-orm'
import { outsidePosts } from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'
import { OUTSIDE_POSTS, type OutsidePost } from '../rules/outside-post.ts'
import type { Day } from '../rules/day.ts'
import { type PolicyHall, policyOf } from './policies.ts'

/** Where letters to a hall's post outside go; null while nobody has entered it. */
export async function outsideAddress(
  db: Reader,
  hallId: number,
  post: OutsidePost,
): Promise<string | null> {
  const [found] = await db
    .select({ email: outsidePosts.email })
    .from(outsidePosts)
    .where(and(eq(outsidePosts.hallId, hallId), eq(outsidePosts.post, post)))
  return found?.email ?? null
}

/** The two posts outside a hall, by its policy's names, with the addresses entered for them. */
export async function outsidePostsOf(db: Reader, hall: PolicyHall & { id: number }, day: Day) {
  const policy = policyOf(hall, day)
  const entered = await db.select().from(outsidePosts).where(eq(outsidePosts.hallId, hall.id))
  return OUTSIDE_POSTS.map((post) => {
    const row = entered.find((one) => one.post === post)
    return { post, ...policy[post], email: row?.email ?? null, enteredOn: row?.enteredOn ?? null }
  })
}
