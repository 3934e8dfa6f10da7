import { count, eq, gt } from 'drizzle-orm'
import { and } from 'drizzle-orm'
import { caseFiles, receipts, wrongTries } from '../../../db/schema/index.ts'
import { openForm, sealForm } from '../../../db/sealing/form-state.ts'
import { receiptHash, typedReceipt } from '../../../db/sealing/receipt.ts'
import type { World } from '../../context.ts'
import { Invalid, Refused } from '../../refused.ts'
import { knock, opened } from '../knock.ts'

const DOOR = 'receipt'
const PURPOSE = 'follow'
const MINUTE_MS = 60 * 1000
const MOST_WRONG_A_MINUTE = 600
const PASS_LIVES_MS = 30 * MINUTE_MS

/**
 * The 16 digits open their case: one slow hash, then a pass that lives half an hour and travels
 * in the page's forms. Five wrong tries a minute from one mark, 600 from everywhere; a wrong
 * receipt and an erased one are answered alike.
 */
export async function openByReceipt(
  world: World,
  typed: string,
  mark: string,
): Promise<{ pass: string; caseId: number }> {
  const receipt = typedReceipt(typed)
  if (!receipt) throw new Invalid({ receipt: ['receipt-16-digits'] })
  const minute = Math.floor(world.now().getTime() / MINUTE_MS)
  const [tries] = await world.store.read
    .select({ number: count() })
    .from(wrongTries)
    .where(
      and(
        eq(wrongTries.door, DOOR),
        gt(wrongTries.at, new Date(world.now().getTime() - MINUTE_MS)),
      ),
    )
  if (tries!.number >= MOST_WRONG_A_MINUTE) throw new Refused('too-busy')
  const tried = await knock(world, DOOR, `${mark} ${minute}`)
  const hash = await receiptHash(world.keys, receipt)
  const [found] = await world.store.read
    .select({ id: caseFiles.id })
    .from(receipts)
    .innerJoin(caseFiles, eq(caseFiles.complaintId, receipts.complaintId))
    .where(eq(receipts.receiptHash, hash))
  if (!found) throw new Refused('wrong-receipt')
  await world.store.write((tx) => opened(tx, tried))
  return { pass: passFor(world, found.id), caseId: found.id }
}

/** A pass into a case, good for half an hour from now. */
export const passFor = (world: World, caseId: number): string =>
  sealForm(
    world.keys,
    PURPOSE,
    JSON.stringify({ caseId, until: world.now().getTime() + PASS_LIVES_MS }),
  )

/** The case a pass opens; refused as `pass-expired` when it is over or was changed. */
export function caseOfPass(world: World, pass: string): number {
  const text = openForm(world.keys, PURPOSE, pass)
  if (!text) throw new Refused('pass-expired')
  const { caseId, until } = JSON.parse(text) as { caseId: number; until: number }
  if (world.now().getTime() > until) throw new Refused('pass-expired')
  return caseId
}
