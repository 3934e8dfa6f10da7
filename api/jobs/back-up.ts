import { copyDatabase } from '../../db/back-up.ts'
import type { World } from '../context.ts'

/** Every quarter of an hour the database is copied whole, with the photos that are new. */
export async function backUp(world: World): Promise<string> {
  const { store, settings } = world
  if (!store.isFile) return 'a database server makes its own copies'
  const { name, bytes, photos } = await copyDatabase({
    url: store.url,
    dataDir: settings.dataDir,
    at: world.now(),
  })
  return `${name} ${bytes} bytes, ${photos} new photos`
}
