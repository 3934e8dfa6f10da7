import { eq } from 'drizzle-orm'
import { halls } from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'
import { Refused } from '../refused.ts'

/** A hall by its key, or a refusal. */
export async function hallByKey(db: Reader, key: string) {
  const [hall] = await db.select().from(halls).where(eq(halls.key, key))
  if (!hall) throw new Refused('no-such-hall')
  return hall
}

/** A hall by its id, or a refusal. */
export async function hallById(db: Reader, id: number) {
  const [hall] = await db.select().from(halls).where(eq(halls.id, id))
  if (!hall) throw new Refused('no-such-hall')
  return hall
}

/** Every hall of the installation. */
export const allHalls = (db: Reader) => db.select().from(halls).orderBy(halls.id)
