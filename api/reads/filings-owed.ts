import { and, asc } from 'drizzle-orm'
import { negativeFilings } from '../../db/schema/index.ts'
import { type Officer, today, type World } from '../context.ts'
import { refusalOf } from '../rules/can.ts'
import type { HallDuties } from '../rules/hall-tasks.ts'
import type { HallPolicy } from '../rules/hall-policy.ts'
import { filingClocks } from '../rules/negative-filing.ts'
import { filingsSeenBy } from './filings-seen.ts'
import { filingByNumber, filingIsOpen } from './negative-filings.ts'

/** The steps of refusals on file that an officer may take now, each with its date. */
export async function filingsOwedBy(
  world: World,
  officer: Officer,
  { negativeFiling }: Pick<HallPolicy, 'negativeFiling'>,
): Promise<HallDuties['filings']> {
  if (negativeFiling === null) return []
  const { read } = world.store
  const day = today(world)
  const open = await read
    .select({ number: negativeFilings.number })
    .from(negativeFilings)
    .where(and(filingsSeenBy(officer, day), filingIsOpen))
    .orderBy(asc(negativeFilings.id))
  const owed = []
  for (const { number } of open) {
    const { policy, facts, relation, resource } = await filingByNumber(read, officer, number, day)
    for (const { step, dueOn, doneOn } of filingClocks(policy, facts, world.calendar)) {
      const may = refusalOf({ ...officer, relation }, step, resource) === null
      if (doneOn === null && may) owed.push({ step, number, dueOn })
    }
  }
  return owed
}
