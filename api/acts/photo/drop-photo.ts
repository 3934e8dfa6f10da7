import { and, eq, isNull } from 'drizzle-orm'
import { photos } from '../../../db/schema/index.ts'
import type { Reader } from '../../../db/store.ts'
import type { World } from '../../context.ts'
import { Refused } from '../../refused.ts'

/** A photo that no complaint has taken yet; `no-such-photo` for any other. */
export async function unclaimedPhoto(db: Reader, publicId: string) {
  const [found] = await db
    .select()
    .from(photos)
    .where(and(eq(photos.publicId, publicId), isNull(photos.complaintId)))
  if (!found) throw new Refused('no-such-photo')
  return found
}

/** Take away a photo that no complaint has taken yet; says whether there was one. */
export async function dropPhoto(world: World, publicId: string): Promise<boolean> {
  const gone = await world.store.write((tx) =>
    tx
      .delete(photos)
      .where(and(eq(photos.publicId, publicId), isNull(photos.complaintId)))
      .returning({ id: photos.id }),
  )
  if (gone.length === 0) return false
  await world.files.remove(publicId)
  return true
}
