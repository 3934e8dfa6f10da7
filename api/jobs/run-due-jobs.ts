import { and, eq, gt, isNull, lte, or, sql } from 'drizzle-orm'
import { jobRuns } from '../../db/schema/index.ts'
import { today, type World } from '../context.ts'
import { NIGHT } from '../policies/night.ts'
import { knownCalendar } from '../reads/known-calendar.ts'
import { lastRuns, openHalls } from '../reads/job-runs.ts'
import { type DueJob, dueJobs, LAST } from '../rules/due-jobs.ts'
import { type Job, JOBS } from './jobs.ts'

const LEASE_MS = 60_000
const RENEW_MS = 20_000

/** What became of one due job. */
export type Ran = { name: string; key: string; outcome: 'done' | 'failed' | 'elsewhere' }

/** The run under which the clock notes that it is ticking. */
export const CLOCK = 'clock'

const atWork = new WeakMap<World, Map<string, Promise<Ran[]>>>()

/**
 * Do what is due now. Jobs run beside each other, the days of one job one after the other; a job
 * still at work from an earlier tick is waited for and not begun again. A job that fails is
 * logged, tried again later, and keeps no other from running.
 */
export async function runDueJobs(world: World, jobs: readonly Job[] = JOBS): Promise<Ran[]> {
  const { read } = world.store
  world.calendar = await knownCalendar(read)
  const day = today(world)
  const [runs, halls] = [await lastRuns(read, day, NIGHT.daysBack), await openHalls(read, day)]
  const due = dueJobs(jobs, runs, world.now(), world.calendar, halls)
  await noteTick(world)
  const ran = await Promise.all(
    jobs.map((job) => {
      const ofJob = due.filter(({ name }) => name === job.name)
      const seen = runs.lastAt.get(job.name) ?? null
      return ofJob.length > 0 ? once(world, job.name, () => runDays(world, job, ofJob, seen)) : []
    }),
  )
  return ran.flat()
}

async function once(world: World, name: string, work: () => Promise<Ran[]>): Promise<Ran[]> {
  const running = atWork.get(world) ?? new Map<string, Promise<Ran[]>>()
  atWork.set(world, running)
  const already = running.get(name)
  if (already) {
    await already
    return []
  }
  const now = work().finally(() => running.delete(name))
  running.set(name, now)
  return now
}

async function runDays(
  world: World,
  job: Job,
  due: readonly DueJob[],
  seen: Date | null,
): Promise<Ran[]> {
  const ran: Ran[] = []
  for (const one of due) {
    const outcome = await runOne(world, job, one, one.key === LAST ? seen : null)
    ran.push({ name: job.name, key: one.key, outcome })
  }
  return ran
}

async function runOne(
  world: World,
  job: Job,
  due: DueJob,
  seen: Date | null,
): Promise<Ran['outcome']> {
  const id = await claim(world, due, seen)
  if (id === null) return 'elsewhere'
  const renewal = setInterval(() => void lease(world, id).catch(() => {}), RENEW_MS)
  try {
    const note = (await job.run(world, due)) ?? ''
    await settle(world, id, { ranAt: world.now(), leasedUntil: null, attempts: 0, note })
    return 'done'
  } catch (error) {
    console.error(`[${job.name} ${due.key}]`, error)
    const note = `failed: ${error instanceof Error ? error.name : 'unknown'}`
    await settle(world, id, { leasedUntil: leaseEnd(world), note }).catch(() => {})
    return 'failed'
  } finally {
    clearInterval(renewal)
  }
}

const leaseEnd = (world: World) => new Date(world.now().getTime() + LEASE_MS)

/** Take a due job for this process; null when another has it or has done it meanwhile. */
const claim = (world: World, due: DueJob, seen: Date | null): Promise<number | null> =>
  world.store.write(async (tx) => {
    const leasedUntil = leaseEnd(world)
    const isFree = or(
      isNull(jobRuns.leasedUntil),
      lte(jobRuns.leasedUntil, world.now()),
      gt(jobRuns.leasedUntil, leasedUntil),
    )
    const isUndone = seen ? eq(jobRuns.ranAt, seen) : isNull(jobRuns.ranAt)
    const [claimed] = await tx
      .insert(jobRuns)
      .values({ job: due.name, key: due.key, leasedUntil, attempts: 1 })
      .onConflictDoUpdate({
        target: [jobRuns.job, jobRuns.key],
        set: { leasedUntil, attempts: sql`${jobRuns.attempts} + 1` },
        setWhere: and(isFree, isUndone)!,
      })
      .returning({ id: jobRuns.id })
    return claimed?.id ?? null
  })

const lease = (world: World, id: number) => settle(world, id, { leasedUntil: leaseEnd(world) })

const settle = (world: World, id: number, to: Partial<typeof jobRuns.$inferInsert>) =>
  world.store.write(async (tx) => {
    await tx.update(jobRuns).set(to).where(eq(jobRuns.id, id))
  })

const noteTick = (world: World) =>
  world.store.write(async (tx) => {
    const ranAt = world.now()
    await tx
      .insert(jobRuns)
      .values({ job: CLOCK, key: LAST, ranAt })
      .onConflictDoUpdate({ target: [jobRuns.job, jobRuns.key], set: { ranAt } })
  })
