import { and, desc, eq, isNull, lte } from 'drizzle-orm'
import { guides, guideVersions, guideWindows } from '../../db/schema/index.ts'
import { today, type World } from '../context.ts'

/** The guides a window handles, in the wording in force today. */
export async function guidesOfWindow(world: World, windowId: number) {
  const rows = await world.store.read
    .select({ slug: guides.slug, title: guideVersions.title, version: guideVersions.version })
    .from(guideWindows)
    .innerJoin(guides, and(eq(guides.id, guideWindows.guideId), isNull(guides.retiredOn)))
    .innerJoin(
      guideVersions,
      and(eq(guideVersions.guideId, guides.id), lte(guideVersions.effectiveFrom, today(world))),
    )
    .where(eq(guideWindows.windowId, windowId))
    .orderBy(guides.id, desc(guideVersions.version))
  return rows
    .filter((row, at) => row.slug !== rows[at - 1]?.slug)
    .map(({ slug, title }) => ({ slug, title }))
}
