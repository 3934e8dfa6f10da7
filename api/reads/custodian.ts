import { desc, eq } from 'drizzle-orm'
import { custodianKeys } from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'

/** Every key a hall ever sealed under, the newest first: old boxes open with old passphrases. */
export const custodianKeysOf = (db: Reader, hallId: number) =>
  db
    .select()
    .from(custodianKeys)
    .where(eq(custodianKeys.hallId, hallId))
    .orderBy(desc(custodianKeys.id))
