import { and, asc, eq } from 'drizzle-orm'
import { type clauses, officialWordings } from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'
import type { Day } from '../rules/day.ts'
import { type Dated, paragraphsOf, type PrintedWording, wordingFor } from '../rules/rule-change.ts'

type WordingKind = 'clauseWording' | 'systemWording'
type Row = typeof officialWordings.$inferSelect

/** An official wording as it is shown: its paragraphs, where it is printed, since when. */
export type ShownWording = PrintedWording & Dated

const shown = ({ version, effectiveFrom, wording: { text, ...where } }: Row): ShownWording => ({
  ...where,
  version,
  effectiveFrom,
  paragraphs: paragraphsOf(text),
})

/** Every version of a hall's official wordings of one kind, by key, the oldest first. */
export async function wordingsOf(
  db: Reader,
  hallId: number,
  kind: WordingKind,
  key?: string,
): Promise<Map<string, ShownWording[]>> {
  const rows = await db
    .select()
    .from(officialWordings)
    .where(
      and(
        eq(officialWordings.hallId, hallId),
        eq(officialWordings.kind, kind),
        key === undefined ? undefined : eq(officialWordings.key, key),
      ),
    )
    .orderBy(asc(officialWordings.version))
  const byKey = Map.groupBy(rows, (row) => row.key)
  return new Map([...byKey].map(([of, versions]) => [of, versions.map(shown)]))
}

/** A clause somebody cited on a day; null where none was. */
type Cited = { clause: typeof clauses.$inferSelect | null; citedOn: Day }

/** Clauses as they were cited, in that order, each with its official wording where one is entered. */
export async function citedClauses(db: Reader, cited: readonly Cited[], today: Day) {
  const hallIds = new Set(cited.flatMap(({ clause }) => (clause ? [clause.hallId] : [])))
  const printed = new Map<number, Map<string, ShownWording[]>>()
  for (const hallId of hallIds) {
    printed.set(hallId, await wordingsOf(db, hallId, 'clauseWording'))
  }
  return cited.map(({ clause, citedOn }) => {
    if (clause === null) return null
    const { hallId, key, label, plain } = clause
    const versions = printed.get(hallId)?.get(key) ?? []
    return { key, label, plain, official: wordingFor(versions, { citedOn, today }) }
  })
}
