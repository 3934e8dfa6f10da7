import { and, desc, eq, like } from 'drizzle-orm'
import { jobRuns } from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'
import { latestRunOf } from './job-runs.ts'

const JOB = 'verify-chain'

/** The row the last sound walk along the log ended at, or null before the first. */
export async function knownHead(db: Reader): Promise<{ seq: number; mac: string } | null> {
  const [sound] = await db
    .select({ note: jobRuns.note })
    .from(jobRuns)
    .where(and(eq(jobRuns.job, JOB), like(jobRuns.note, 'ok %')))
    .orderBy(desc(jobRuns.key))
    .limit(1)
  const [, seq, mac] = sound?.note.split(' ') ?? []
  return seq && mac ? { seq: Number(seq), mac } : null
}

/** What the last walk along the log found; `unchecked` before the first. */
export async function chainState(db: Reader): Promise<'ok' | 'broken' | 'unchecked'> {
  const run = await latestRunOf(db, JOB)
  if (!run) return 'unchecked'
  return run.note.startsWith('ok') ? 'ok' : 'broken'
}
