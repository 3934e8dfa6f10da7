import type { World } from '../context.ts'
import { record } from '../acts/record.ts'
import { tellOutside } from '../acts/tell-outside.ts'
import { writeLetter } from '../acts/write-letter.ts'
import { hallById } from '../reads/halls.ts'
import { isLetterWritten } from '../reads/letters.ts'
import { officeOf } from '../reads/office-people.ts'
import { roundsMadeOn } from '../reads/patrol-rounds.ts'
import { policyOf } from '../reads/policies.ts'
import type { DueJob } from '../rules/due-jobs.ts'
import { roundsOn } from '../rules/patrol-rounds.ts'

/**
 * Closing time has come and a round the day owed is not entered: the office is told by one letter.
 * Anci 巡查办法, task one; Qingpu 窗口巡查制度, two a day; Bingcha 值班制度.
 */
export const warnOfMissedRounds = (world: World, { hallId, day }: DueJob) =>
  world.store.write(async (tx) => {
    const policy = policyOf(await hallById(tx, hallId!), day)
    const made = await roundsMadeOn(tx, hallId!, day)
    const sessions = made.map(({ session }) => session)
    const missed = roundsOn(policy, day, sessions, world.now(), world.calendar).filter(
      ({ stands }) => stands === 'missed',
    )
    if (missed.length === 0) return 'all made'
    const key = `${hallId}:${day}`
    if (await isLetterWritten(tx, 'rounds-missing', key)) return 'told before'
    const readers = await officeOf(tx, hallId!)
    for (const { id } of readers) {
      await writeLetter(tx, world, {
        hallId: hallId!,
        kind: 'rounds-missing',
        key: `${key}:${id}`,
        caseId: null,
        officerId: id,
      })
    }
    const outside =
      readers.length > 0 ? {} : await tellOutside(tx, world, { hallId: hallId!, caseId: null, day })
    await record(tx, world, {
      hallId: hallId!,
      kind: 'rounds-missing',
      object: `hall:${hallId}`,
      officerId: null,
      particulars: {
        day,
        missed: missed.length,
        told: readers.map(({ id }) => id).join(' '),
        ...outside,
      },
    })
    return `${missed.length} missed`
  })
