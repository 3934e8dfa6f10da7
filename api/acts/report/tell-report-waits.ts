import type { Transaction } from '../../../db/store.ts'
import type { World } from '../../context.ts'
import { holdersOf } from '../../reads/office-people.ts'
import type { Month } from '../../rules/day.ts'
import { REPORT_OFFICE } from '../../rules/roles.ts'
import { writeLetter } from '../write-letter.ts'

/** Tell the office that a version of a month's report waits for its confirmation. */
export async function tellReportWaits(
  tx: Transaction,
  world: World,
  { hallId, month, version }: { hallId: number; month: Month; version: number },
): Promise<void> {
  for (const { id } of await holdersOf(tx, hallId, REPORT_OFFICE)) {
    await writeLetter(tx, world, {
      hallId,
      kind: 'report-waits',
      key: `${hallId}:${month}:v${version}:${id}`,
      caseId: null,
      officerId: id,
    })
  }
}
