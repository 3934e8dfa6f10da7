import { and, eq, isNotNull } from 'drizzle-orm'
import { boxChecks, tasks } from '../../db/schema/index.ts'
import type { Transaction } from '../../db/store.ts'
import { record } from '../acts/record.ts'
import { tellOutside } from '../acts/tell-outside.ts'
import { writeLetter } from '../acts/write-letter.ts'
import type { World } from '../context.ts'
import { isLetterWritten } from '../reads/letters.ts'
import { officeOf } from '../reads/office-people.ts'
import { BOX_CHECK, boxCheckKey } from '../rules/box-check.ts'
import type { DueJob } from '../rules/due-jobs.ts'

/** Anci 巡查办法, task five: comment book and box are looked through every working day. */
export const createBoxTask = (world: World, { hallId, day }: DueJob) =>
  world.store.write(async (tx) => {
    const key = boxCheckKey(hallId!, day)
    const [made] = await tx
      .insert(tasks)
      .values({ hallId: hallId!, kind: BOX_CHECK, key, dueOn: day })
      .onConflictDoNothing()
      .returning({ id: tasks.id })
    if (!made) return
    await record(tx, world, {
      hallId: hallId!,
      kind: 'box-check-due',
      object: `task:${made.id}`,
      officerId: null,
      particulars: { day },
    })
  })

/** Closing time has come and nobody entered a look into the box, not even an empty one. */
export const warnOfUncheckedBox = (world: World, { hallId, day }: DueJob) =>
  world.store.write(async (tx) => {
    const key = boxCheckKey(hallId!, day)
    if (await isChecked(tx, hallId!, day)) return 'checked'
    if (await isLetterWritten(tx, 'box-not-checked', key)) return 'told before'
    const readers = await officeOf(tx, hallId!)
    for (const { id } of readers) {
      await writeLetter(tx, world, {
        hallId: hallId!,
        kind: 'box-not-checked',
        key: `${key}:${id}`,
        caseId: null,
        officerId: id,
      })
    }
    const outside =
      readers.length > 0 ? {} : await tellOutside(tx, world, { hallId: hallId!, caseId: null, day })
    await record(tx, world, {
      hallId: hallId!,
      kind: 'box-not-checked',
      object: `hall:${hallId}`,
      officerId: null,
      particulars: { day, told: readers.map(({ id }) => id).join(' '), ...outside },
    })
    return 'not checked'
  })

async function isChecked(tx: Transaction, hallId: number, day: DueJob['day']): Promise<boolean> {
  const [check] = await tx
    .select({ id: boxChecks.id })
    .from(boxChecks)
    .where(and(eq(boxChecks.hallId, hallId), eq(boxChecks.day, day)))
    .limit(1)
  if (check) return true
  const [task] = await tx
    .select({ id: tasks.id })
    .from(tasks)
    .where(
      and(
        eq(tasks.kind, BOX_CHECK),
        eq(tasks.key, boxCheckKey(hallId, day)),
        isNotNull(tasks.doneOn),
      ),
    )
  return task !== undefined
}
