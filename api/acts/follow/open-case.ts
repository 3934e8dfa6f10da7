import { and, count, eq, gt } from 'drizzle-orm'
import { caseFiles, receipts, wrongTries } from '../../../db/schema/index.ts'
import { digestOf } from '../../../db/sealing/field.ts'
import { openForm, sealForm } from '../../../db/sealing/form-state.ts'
import { receiptHash, typedReceipt } from '../../../db/sealing/receipt.ts'
import type { Reader } from '../../../db/store.ts'
import type { World } from '../../context.ts'
import { Invalid, Refused } from '../../refused.ts'

const DOOR = 'receipt'
const PURPOSE = 'follow'
const MINUTE_MS = 60 * 1000
/** Wrong receipts a minute: from one mark, which may be a whole hall's Wi-Fi, and from everywhere. */
const MOST_WRONG = { fromOneMark: 5, fromEverywhere: 600 }
const PASS_LIVES_MS = 30 * MINUTE_MS

async function wrongOfLastMinute(db: Reader, world: World, mark: string | null): Promise<number> {
  const [tries] = await db
    .select({ number: count() })
    .from(wrongTries)
    .where(
      and(
        eq(wrongTries.door, DOOR),
        mark === null ? undefined : eq(wrongTries.mark, mark),
        gt(wrongTries.at, new Date(world.now().getTime() - MINUTE_MS)),
      ),
    )
  return tries!.number
}

async function refuseAfterTooManyWrong(db: Reader, world: World, mark: string): Promise<void> {
  if ((await wrongOfLastMinute(db, world, mark)) >= MOST_WRONG.fromOneMark) {
    throw new Refused('too-many-receipts')
  }
  if ((await wrongOfLastMinute(db, world, null)) >= MOST_WRONG.fromEverywhere) {
    throw new Refused('too-busy')
  }
}

/**
 * The 16 digits open their case: one slow hash, then a pass that lives half an hour and travels
 * in the page's forms. Only wrong ones are counted, so that a crowd with right ones behind one
 * address passes. A wrong receipt and an erased one are answered alike, `wrong-receipt`; the
 * sixth wrong one of a mark within a minute is `too-many-receipts`.
 */
export async function openByReceipt(
  world: World,
  typed: string,
  from: string,
): Promise<{ pass: string; caseId: number }> {
  const receipt = typedReceipt(typed)
  if (!receipt) throw new Invalid({ receipt: ['receipt-16-digits'] })
  const mark = digestOf(world.keys, DOOR, from)
  await refuseAfterTooManyWrong(world.store.read, world, mark)
  const hash = await receiptHash(world.keys, receipt)
  const [found] = await world.store.read
    .select({ id: caseFiles.id })
    .from(receipts)
    .innerJoin(caseFiles, eq(caseFiles.complaintId, receipts.complaintId))
    .where(eq(receipts.receiptHash, hash))
  if (found) return { pass: passFor(world, found.id), caseId: found.id }
  await world.store.write(async (tx) => {
    await refuseAfterTooManyWrong(tx, world, mark)
    await tx.insert(wrongTries).values({ door: DOOR, mark, at: world.now() })
  })
  throw new Refused('wrong-receipt')
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
  if (world.now().getTime() >= until) throw new Refused('pass-expired')
  return caseId
}
