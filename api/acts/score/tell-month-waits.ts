import type { Transaction } from '../../../db/store.ts'
import type { World } from '../../context.ts'
import { isLetterWritten } from '../../reads/letters.ts'
import { holdersOf } from '../../reads/office-people.ts'
import type { Month } from '../../rules/day.ts'
import type { Role } from '../../rules/roles.ts'
import { record } from '../record.ts'
import { writeLetter } from '../write-letter.ts'

/** Who is told that a month waits: those who see what it lacks. */
const TOLD: readonly Role[] = ['officeHead', 'assessmentGroup']

/** Tell, once for each month, that its day has come and something it needs is missing. */
export async function tellMonthWaits(
  tx: Transaction,
  world: World,
  { hallId, month }: { hallId: number; month: Month },
): Promise<void> {
  const key = `${hallId}:${month}`
  if (await isLetterWritten(tx, 'month-waits', key)) return
  const readers = await holdersOf(tx, hallId, TOLD)
  if (readers.length === 0) return
  for (const { id } of readers) {
    await writeLetter(tx, world, {
      hallId,
      kind: 'month-waits',
      key: `${key}:${id}`,
      caseId: null,
      officerId: id,
    })
  }
  await record(tx, world, {
    hallId,
    kind: 'month-waited',
    object: `month:${month}`,
    officerId: null,
    particulars: { told: readers.map(({ id }) => id).join(' ') },
  })
}
