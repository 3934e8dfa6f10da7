import { and, gt, inArray, isNull, lt, lte, max } from 'drizzle-orm'
import { photos } from '../../db/schema/index.ts'
import type { World } from '../context.ts'
import { NIGHT } from '../policies/night.ts'

const MINUTE_MS = 60_000
const PIECE = 200

/**
 * Photos that no complaint has claimed by their time go, and so do files that no row speaks of
 * once they can no longer be on their way. A row goes before its file, so that a sweep cut short
 * leaves a file without a row, which the next one finds. Rows without a file are counted.
 */
export async function sweepFiles(world: World): Promise<string> {
  let unclaimed = 0
  for (;;) {
    const gone = await forgetUnclaimed(world)
    for (const { publicId } of gone) await world.files.remove(publicId)
    unclaimed += gone.length
    if (gone.length < PIECE) break
  }
  const before = world.now().getTime() - NIGHT.orphanMinutes * MINUTE_MS
  const [last] = await world.store.read.select({ id: max(photos.id) }).from(photos)
  const kept = await world.files.list()
  const old = kept.filter(({ putAt }) => putAt.getTime() < before).map(({ id }) => id)
  let orphans = 0
  for (let at = 0; at < old.length; at += PIECE) {
    const ids = old.slice(at, at + PIECE)
    const known = await world.store.read
      .select({ publicId: photos.publicId })
      .from(photos)
      .where(inArray(photos.publicId, ids))
    const claimed = new Set(known.map(({ publicId }) => publicId))
    for (const id of ids.filter((id) => !claimed.has(id))) {
      await world.files.remove(id)
      orphans++
    }
  }
  const lost = await withoutFile(world, new Set(kept.map(({ id }) => id)), last?.id ?? 0)
  if (lost > 0) console.error(`[sweep-files] ${lost} photos have no file`)
  return `${unclaimed} unclaimed, ${orphans} orphans, ${lost} without file`
}

const forgetUnclaimed = (world: World) =>
  world.store.write(async (tx) => {
    const stale = await tx
      .select({ id: photos.id })
      .from(photos)
      .where(and(isNull(photos.complaintId), lt(photos.sweepAfter, world.now())))
      .limit(PIECE)
    if (stale.length === 0) return []
    return tx
      .delete(photos)
      .where(
        and(
          isNull(photos.complaintId),
          inArray(
            photos.id,
            stale.map(({ id }) => id),
          ),
        ),
      )
      .returning({ publicId: photos.publicId })
  })

async function withoutFile(
  world: World,
  kept: ReadonlySet<string>,
  newest: number,
): Promise<number> {
  let count = 0
  for (let after = 0; ;) {
    const rows = await world.store.read
      .select({ id: photos.id, publicId: photos.publicId })
      .from(photos)
      .where(and(gt(photos.id, after), lte(photos.id, newest)))
      .orderBy(photos.id)
      .limit(PIECE)
    count += rows.filter(({ publicId }) => !kept.has(publicId)).length
    if (rows.length < PIECE) return count
    after = rows.at(-1)!.id
  }
}
