import { and, asc, desc, eq } from 'drizzle-orm'
import { guides, guideVersions } from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'

/** A hall's guide in its latest wording, retired or not; null when there is none. */
export async function guideOf(db: Reader, hallId: number, slug: string) {
  const [found] = await db
    .select({ guide: guides, version: guideVersions.version, body: guideVersions.body })
    .from(guides)
    .innerJoin(guideVersions, eq(guideVersions.guideId, guides.id))
    .where(and(eq(guides.hallId, hallId), eq(guides.slug, slug)))
    .orderBy(desc(guideVersions.version))
    .limit(1)
  return found ?? null
}

/** A hall's guides with the title and number of the latest wording, as they were entered. */
export async function ownGuides(db: Reader, hallId: number) {
  const rows = await db
    .select({
      slug: guides.slug,
      retiredOn: guides.retiredOn,
      title: guideVersions.title,
      version: guideVersions.version,
      since: guideVersions.effectiveFrom,
    })
    .from(guides)
    .innerJoin(guideVersions, eq(guideVersions.guideId, guides.id))
    .where(eq(guides.hallId, hallId))
    .orderBy(asc(guides.id), desc(guideVersions.version))
  return rows.filter((row, at) => row.slug !== rows[at - 1]?.slug)
}
