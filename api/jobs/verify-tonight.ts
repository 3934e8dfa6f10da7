import { record } from '../acts/record.ts'
import { verifyChain } from '../acts/verify-chain.ts'
import type { World } from '../context.ts'
import { knownHead } from '../reads/chain-state.ts'
import type { DueJob } from '../rules/due-jobs.ts'

/**
 * Every night the log is walked along, and it must still hold the row that the last sound walk
 * ended at. What was found is itself entered, and shown by the portal's health.
 */
export async function verifyTonight(world: World, { day }: DueJob): Promise<string> {
  const { read } = world.store
  const { checked, head, broken } = await verifyChain(read, world.keys.chain, await knownHead(read))
  await world.store.write((tx) =>
    record(tx, world, {
      hallId: null,
      kind: 'chain-verified',
      object: 'events',
      officerId: null,
      particulars: { day, checked, broken: broken?.seq ?? null },
    }),
  )
  if (!broken) return `ok ${head.seq} ${head.mac}`
  console.error(`[verify-chain] row ${broken.seq} ${broken.why}`)
  return `broken ${broken.seq} ${broken.why}`
}
