import { and, asc, desc, eq, gte } from 'drizzle-orm'
import { caseFiles, retaliationReports } from '../../db/schema/index.ts'
import { openField } from '../../db/sealing/field.ts'
import type { Reader } from '../../db/store.ts'
import type { World } from '../context.ts'
import type { Day } from '../rules/day.ts'
import { holdersFor } from './office-people.ts'

/** Who is told of retaliation: the head; where every head is kept away from the case, the second person. */
export async function readersOfRetaliation(db: Reader, hallId: number, caseId: number) {
  const heads = await holdersFor(db, hallId, 'officeHead', caseId)
  return heads.length > 0 ? heads : holdersFor(db, hallId, 'secondPerson', caseId)
}

/** The days on which retaliation was reported in a case. */
export async function retaliationDays(db: Reader, caseId: number): Promise<Day[]> {
  const rows = await db
    .select({ on: retaliationReports.reportedOn })
    .from(retaliationReports)
    .where(eq(retaliationReports.caseId, caseId))
    .orderBy(asc(retaliationReports.id))
  return rows.map(({ on }) => on)
}

/** What was reported in a case, for those who may read it. */
export async function retaliationIn(db: Reader, { keys }: Pick<World, 'keys'>, caseId: number) {
  const rows = await db
    .select()
    .from(retaliationReports)
    .where(eq(retaliationReports.caseId, caseId))
    .orderBy(asc(retaliationReports.id))
  return rows.map(({ reportedOn, text }) => ({
    on: reportedOn,
    text: openField(keys, 'retaliation_reports.text', caseId, text),
  }))
}

/** The cases of a hall in which retaliation was reported since a day, the latest case first. */
export const retaliationSince = (db: Reader, hallId: number, since: Day) =>
  db
    .selectDistinct({ caseId: caseFiles.id, number: caseFiles.number })
    .from(retaliationReports)
    .innerJoin(caseFiles, eq(caseFiles.id, retaliationReports.caseId))
    .where(and(eq(retaliationReports.hallId, hallId), gte(retaliationReports.reportedOn, since)))
    .orderBy(desc(caseFiles.id))
