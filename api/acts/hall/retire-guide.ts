import { and, eq, isNull } from 'drizzle-orm'
import { guides } from '../../../db/schema/index.ts'
import { type Officer, today, type World } from '../../context.ts'
import { Refused } from '../../refused.ts'
import { record } from '../record.ts'

/** A matter is handled here no longer; its guide is shown no more and kept. */
export const retireGuide = (world: World, by: Officer, slug: string) =>
  world.store.write(async (tx) => {
    const [retired] = await tx
      .update(guides)
      .set({ retiredOn: today(world) })
      .where(and(eq(guides.hallId, by.hallId), eq(guides.slug, slug), isNull(guides.retiredOn)))
      .returning()
    if (!retired) throw new Refused('no-such-guide')
    await record(tx, world, {
      hallId: by.hallId,
      kind: 'guide-retired',
      object: `guide:${retired.id}`,
      officerId: by.id,
    })
  })
