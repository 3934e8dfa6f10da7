import { and, asc, desc, eq, inArray, isNull, lte, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { guideSearch } from '../../db/guide-search.ts'
import { guides, guideVersions, guideWindows, windows } from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'
import { today, type World } from '../context.ts'
import { Refused } from '../refused.ts'
import type { Day } from '../rules/day.ts'
import { type GuidePart, guideText } from '../rules/guide-text.ts'
import { isFound, type Piece, piecesOf } from '../rules/highlight.ts'
import { shortNameQuery } from '../rules/short-name.ts'
import { searchQuery, widerSearchQuery } from '../rules/search-text.ts'

const TITLE_WEIGHT = 10
const later = alias(guideVersions, 'later')

/** That a wording is the one in force on a day: begun, and no newer one has. */
const inForce = (day: Day) =>
  and(
    lte(guideVersions.effectiveFrom, day),
    sql`not exists (
      select 1 from ${guideVersions} as later
      where ${later.guideId} = ${guideVersions.guideId}
        and ${later.version} > ${guideVersions.version} and ${later.effectiveFrom} <= ${day})`,
  )

/** The guides a window handles, in the wording in force today. */
export const guidesOfWindow = (world: World, windowId: number) =>
  world.store.read
    .select({ slug: guides.slug, title: guideVersions.title })
    .from(guideWindows)
    .innerJoin(guides, and(eq(guides.id, guideWindows.guideId), isNull(guides.retiredOn)))
    .innerJoin(guideVersions, and(eq(guideVersions.guideId, guides.id), inForce(today(world))))
    .where(eq(guideWindows.windowId, windowId))
    .orderBy(guides.id)

/** The telephones people may ask at or complain to about what a window handles, each once. */
export async function phonesOfWindow(world: World, windowId: number) {
  const rows = await world.store.read
    .select({ body: guideVersions.body })
    .from(guideWindows)
    .innerJoin(guides, and(eq(guides.id, guideWindows.guideId), isNull(guides.retiredOn)))
    .innerJoin(guideVersions, and(eq(guideVersions.guideId, guides.id), inForce(today(world))))
    .where(eq(guideWindows.windowId, windowId))
    .orderBy(guides.id)
  return {
    inquiry: [...new Set(rows.map(({ body }) => body.inquiryPhone))],
    supervision: [...new Set(rows.map(({ body }) => body.supervisionPhone))],
  }
}

async function windowsOfGuides(db: Reader, guideIds: readonly number[]) {
  const rows = await db
    .select({
      guideId: guideWindows.guideId,
      id: windows.id,
      code: windows.code,
      number: windows.number,
      business: windows.business,
      floor: windows.floor,
      paused: windows.paused,
    })
    .from(guideWindows)
    .innerJoin(windows, and(eq(windows.id, guideWindows.windowId), isNull(windows.retiredOn)))
    .where(inArray(guideWindows.guideId, [...guideIds]))
    .orderBy(windows.id)
  return Map.groupBy(rows, ({ guideId }) => guideId)
}

type FoundIn = { part: GuidePart; pieces: Piece[] }

function firstPlace(body: Parameters<typeof guideText>[0], typed: string): FoundIn | null {
  const { title: _title, summary: _summary, ...rest } = guideText(body)
  for (const [part, sentences] of Object.entries(rest)) {
    for (const sentence of sentences) {
      const pieces = piecesOf(sentence, typed)
      if (isFound(pieces)) return { part: part as GuidePart, pieces }
    }
  }
  return null
}

type Asked = { typed: string; windowCode: string | null }

async function guidesFor(world: World, hallId: number, query: string | null, code: string | null) {
  const served = world.store.read
    .select({ guideId: guideWindows.guideId })
    .from(guideWindows)
    .innerJoin(windows, eq(windows.id, guideWindows.windowId))
    .where(eq(windows.code, code ?? ''))
  const shown = world.store.read
    .select({
      id: guides.id,
      slug: guides.slug,
      title: guideVersions.title,
      summary: guideVersions.summary,
      body: guideVersions.body,
    })
    .from(guides)
    .innerJoin(guideVersions, and(eq(guideVersions.guideId, guides.id), inForce(today(world))))
    .$dynamic()
  const here = and(
    eq(guides.hallId, hallId),
    isNull(guides.retiredOn),
    code === null ? undefined : inArray(guides.id, served),
  )
  if (query === null) return shown.where(here).orderBy(asc(guides.id))
  return shown
    .innerJoin(guideSearch, eq(guideSearch.rowid, guideVersions.id))
    .where(and(here, sql`guide_search match ${query}`))
    .orderBy(sql`bm25(guide_search, ${TITLE_WEIGHT}, 1)`, asc(guides.id))
}

/**
 * A hall's guides, all of them or those that hold what was typed, the best first; only those of
 * one window when its code is given. Where nothing holds it whole, it is taken for a short name, and
 * then guides that share a pair of characters with it are shown; `exact` is false.
 */
export async function searchGuides(world: World, hallId: number, { typed, windowCode }: Asked) {
  const query = searchQuery(typed) ?? null
  const whole = await guidesFor(world, hallId, query, windowCode)
  let rows = whole
  for (const wider of [shortNameQuery(typed), widerSearchQuery(typed)]) {
    if (rows.length > 0 || query === null || wider === undefined) continue
    rows = await guidesFor(world, hallId, wider, windowCode)
  }
  const windowsOf = await windowsOfGuides(
    world.store.read,
    rows.map(({ id }) => id),
  )
  return {
    searched: query !== null,
    exact: whole.length > 0,
    guides: rows.map(({ id, slug, title, summary, body }) => {
      const marked = { title: piecesOf(title, typed), summary: piecesOf(summary, typed) }
      const plain = query === null || isFound(marked.title) || isFound(marked.summary)
      return {
        slug,
        ...marked,
        foundIn: plain ? null : firstPlace(body, typed),
        windows: (windowsOf.get(id) ?? []).map(({ code, number }) => ({ code, number })),
      }
    }),
  }
}

/** One guide in the wording in force today, with the windows that handle it and its earlier days. */
export async function guideBySlug(world: World, hallId: number, slug: string) {
  const versions = await world.store.read
    .select({ guide: guides, version: guideVersions })
    .from(guides)
    .innerJoin(guideVersions, eq(guideVersions.guideId, guides.id))
    .where(
      and(
        eq(guides.hallId, hallId),
        eq(guides.slug, slug),
        lte(guideVersions.effectiveFrom, today(world)),
      ),
    )
    .orderBy(desc(guideVersions.version))
  const current = versions[0]
  if (!current) throw new Refused('no-such-guide')
  const served = await windowsOfGuides(world.store.read, [current.guide.id])
  return {
    body: current.version.body,
    version: current.version.version,
    effectiveFrom: current.version.effectiveFrom,
    retiredOn: current.guide.retiredOn,
    versions: versions.map(({ version }) => ({
      version: version.version,
      effectiveFrom: version.effectiveFrom,
    })),
    windows: served.get(current.guide.id) ?? [],
  }
}
