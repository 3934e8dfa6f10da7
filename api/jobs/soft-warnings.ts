import { and, eq, inArray, isNull } from 'drizzle-orm'
import { caseFiles, complaints, escalations } from '../../db/schema/index.ts'
import type { Transaction } from '../../db/store.ts'
import { record } from '../acts/record.ts'
import { tellOutside } from '../acts/tell-outside.ts'
import { writeLetter } from '../acts/write-letter.ts'
import type { World } from '../context.ts'
import { hallById } from '../reads/halls.ts'
import { holdersFor } from '../reads/office-people.ts'
import { policyOf } from '../reads/policies.ts'
import { UNANSWERED_STATES } from '../rules/case-file.ts'
import type { DueJob } from '../rules/due-jobs.ts'
import type { HallPolicy } from '../rules/hall-policy.ts'
import { outsidePostTitle } from '../rules/outside-post.ts'
import type { Role } from '../rules/roles.ts'
import { OLD, softWarning } from '../rules/soft-warning.ts'

/** Who is told, with the office's own title, or the head where the office is empty. */
const OFFICE: readonly Role[] = ['complaintDesk', 'officeHead']

/**
 * Each unanswered case that has waited `clocks.softWarnWd` working days is told to the office by
 * one letter, once for good; nothing is stopped by it. Anci 投诉处理办法 and Bingcha
 * 投诉督查管理制度 set no last day of their own.
 */
export async function warnOfOldCases(world: World, { hallId, day }: DueJob): Promise<string> {
  const { read } = world.store
  const policy = policyOf(await hallById(read, hallId!), day)
  const waiting = await untoldCases(world, hallId!)
  const old = waiting.filter((file) => softWarning(policy, file, day, world.calendar) !== null)
  for (const { id } of old) {
    await world.store.write((tx) => tellOffice(tx, world, policy, { hallId: hallId!, id }, day))
  }
  return `${old.length} told`
}

const untoldCases = ({ store }: World, hallId: number) =>
  store.read
    .select({ id: caseFiles.id, state: caseFiles.state, receivedOn: complaints.receivedOn })
    .from(caseFiles)
    .innerJoin(complaints, eq(complaints.id, caseFiles.complaintId))
    .leftJoin(escalations, and(eq(escalations.caseId, caseFiles.id), eq(escalations.level, OLD)))
    .where(
      and(
        eq(caseFiles.hallId, hallId),
        inArray(caseFiles.state, [...UNANSWERED_STATES]),
        isNull(escalations.id),
      ),
    )

async function tellOffice(
  tx: Transaction,
  world: World,
  policy: HallPolicy,
  { hallId, id: caseId }: { hallId: number; id: number },
  day: DueJob['day'],
): Promise<void> {
  const told = await office(tx, hallId, caseId)
  const [fresh] = await tx
    .insert(escalations)
    .values({
      hallId,
      caseId,
      level: OLD,
      post: told.length > 0 ? policy.office.unitZh : outsidePostTitle(policy, 'fallbackPost'),
      officerId: told[0] ?? null,
      onDay: day,
    })
    .onConflictDoNothing()
    .returning({ id: escalations.id })
  if (!fresh) return
  for (const officerId of told) {
    const key = `${caseId}:${officerId}`
    await writeLetter(tx, world, { hallId, kind: 'case-getting-old', key, caseId, officerId })
  }
  const outside = told.length > 0 ? {} : await tellOutside(tx, world, { hallId, caseId, day })
  await record(tx, world, {
    hallId,
    kind: 'case-getting-old',
    object: `case:${caseId}`,
    officerId: null,
    particulars: { day, told: told.join(' '), ...outside },
    dayOnly: true,
  })
}

async function office(tx: Transaction, hallId: number, caseId: number): Promise<number[]> {
  for (const role of OFFICE) {
    const holders = await holdersFor(tx, hallId, role, caseId)
    if (holders.length > 0) return holders.map(({ id }) => id)
  }
  return []
}
