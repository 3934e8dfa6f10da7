import { and, desc, eq, isNull } from 'drizzle-orm'
import { custodianKeys } from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'

/** The key under which a hall seals identities now; null while 保密 cannot be offered. */
export async function custodianKeyOf(db: Reader, hallId: number) {
  const [key] = await db
    .select()
    .from(custodianKeys)
    .where(and(eq(custodianKeys.hallId, hallId), isNull(custodianKeys.retiredOn)))
    .orderBy(desc(custodianKeys.id))
    .limit(1)
  return key ?? null
}

/** Every key a hall ever sealed under, the newest first: old boxes open with old passphrases. */
export const custodianKeysOf = (db: Reader, hallId: number) =>
  db
    .select()
    .from(custodianKeys)
    .where(eq(custodianKeys.hallId, hallId))
    .orderBy(desc(custodianKeys.id))
