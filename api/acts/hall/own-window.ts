import { and, eq } from 'drizzle-orm'
import { windows } from '../../../db/schema/index.ts'
import type { Transaction } from '../../../db/store.ts'
import { Refused } from '../../refused.ts'

/** A window of this hall by its code; another hall's is answered like one that is not there. */
export async function ownWindow(tx: Transaction, hallId: number, code: string) {
  const [window] = await tx
    .select()
    .from(windows)
    .where(and(eq(windows.hallId, hallId), eq(windows.code, code.toLowerCase())))
  if (!window) throw new Refused('no-such-window')
  return window
}
