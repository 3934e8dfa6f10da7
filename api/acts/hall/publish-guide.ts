import { and, eq, inArray, isNull, max } from 'drizzle-orm'
import { guideSearch } from '../../../db/guide-search.ts'
import { guides, guideVersions, guideWindows, windows } from '../../../db/schema/index.ts'
import { today, type World } from '../../context.ts'
import { bodyText } from '../../rules/guide-text.ts'
import type { ServiceGuide } from '../../rules/guide.ts'
import { searchText } from '../../rules/search-text.ts'
import { record } from '../record.ts'

/** A guide is published, or a new wording of it: versions are added, never edited. */
export const publishGuide = (world: World, by: number | null, hallId: number, body: ServiceGuide) =>
  world.store.write(async (tx) => {
    await tx
      .insert(guides)
      .values({ hallId, slug: body.slug })
      .onConflictDoUpdate({ target: [guides.hallId, guides.slug], set: { retiredOn: null } })
    const [guide] = await tx
      .select()
      .from(guides)
      .where(and(eq(guides.hallId, hallId), eq(guides.slug, body.slug)))
    const [last] = await tx
      .select({ version: max(guideVersions.version) })
      .from(guideVersions)
      .where(eq(guideVersions.guideId, guide!.id))
    const version = (last?.version ?? 0) + 1
    const [added] = await tx
      .insert(guideVersions)
      .values({
        hallId,
        guideId: guide!.id,
        version,
        effectiveFrom: today(world),
        title: body.titleZh,
        summary: body.summaryZh,
        body,
        enteredBy: by,
        enteredAt: world.now(),
      })
      .returning({ id: guideVersions.id })
    await tx.insert(guideSearch).values({
      rowid: added!.id,
      title: searchText(body.titleZh),
      body: searchText(bodyText(body)),
    })
    await tx.delete(guideWindows).where(eq(guideWindows.guideId, guide!.id))
    if (body.windowRefs.length > 0) {
      const served = await tx
        .select({ id: windows.id })
        .from(windows)
        .where(
          and(
            eq(windows.hallId, hallId),
            inArray(windows.number, [...body.windowRefs]),
            isNull(windows.retiredOn),
          ),
        )
      if (served.length > 0) {
        await tx
          .insert(guideWindows)
          .values(served.map(({ id }) => ({ hallId, guideId: guide!.id, windowId: id })))
      }
    }
    await record(tx, world, {
      hallId,
      kind: 'guide-published',
      object: `guide:${guide!.id}`,
      officerId: by,
      particulars: { version },
    })
    return { slug: guide!.slug, version }
  })
