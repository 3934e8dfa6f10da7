import { and, desc, eq, gte, isNotNull, min, ne } from 'drizzle-orm'
import { halls, jobRuns } from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'
import { addDays, type Day, dayOf } from '../rules/day.ts'
import { LAST, type LastRuns, type OpenHall, runName } from '../rules/due-jobs.ts'
import { policyOf } from './policies.ts'

/** What the night has done so far, as far back as `daysBack` days before a day. */
export async function lastRuns(db: Reader, today: Day, daysBack: number): Promise<LastRuns> {
  const since = addDays(today, -daysBack)
  const done = await db
    .select({ job: jobRuns.job, key: jobRuns.key, ranAt: jobRuns.ranAt })
    .from(jobRuns)
    .where(and(isNotNull(jobRuns.ranAt), gte(jobRuns.key, since)))
  const firsts = await db
    .select({ job: jobRuns.job, key: min(jobRuns.key) })
    .from(jobRuns)
    .where(ne(jobRuns.key, LAST))
    .groupBy(jobRuns.job)
  return {
    done: new Set(done.map(({ job, key }) => runName(job, key))),
    firstDays: new Map(
      firsts.map(({ job, key }) => [job, key!.slice(0, since.length) as Day] as const),
    ),
    lastAt: new Map(
      done.filter(({ key }) => key === LAST).map(({ job, ranAt }) => [job, ranAt!] as const),
    ),
  }
}

/** Every hall as the night of a day needs it. */
export const openHalls = async (db: Reader, day: Day): Promise<OpenHall[]> =>
  (await db.select().from(halls).orderBy(halls.id)).map((hall) => ({
    id: hall.id,
    policy: policyOf(hall, day),
    openedOn: dayOf(hall.createdAt),
  }))

/** The newest run of a job that was finished, or null. */
export async function latestRunOf(db: Reader, job: string) {
  const [run] = await db
    .select()
    .from(jobRuns)
    .where(and(eq(jobRuns.job, job), isNotNull(jobRuns.ranAt)))
    .orderBy(desc(jobRuns.key))
    .limit(1)
  return run ?? null
}
