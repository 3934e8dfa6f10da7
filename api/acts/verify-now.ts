import { type Officer, today, type World } from '../context.ts'
import { CHAIN_VERIFIED } from '../reads/audit.ts'
import { knownHead } from '../reads/chain-state.ts'
import { record } from './record.ts'
import { type ChainReport, verifyChain } from './verify-chain.ts'

/** An auditor has the whole log walked along at once; that they did, and what was found, is entered. */
export async function verifyNow(
  world: World,
  by: Officer,
): Promise<Pick<ChainReport, 'checked' | 'broken'>> {
  const { read } = world.store
  const { checked, broken } = await verifyChain(read, world.keys.chain, await knownHead(read))
  await world.store.write((tx) =>
    record(tx, world, {
      hallId: by.hallId,
      kind: CHAIN_VERIFIED,
      object: 'events',
      officerId: by.id,
      particulars: { day: today(world), checked, broken: broken?.seq ?? null },
    }),
  )
  return { checked, broken }
}
