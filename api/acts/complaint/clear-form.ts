import type { World } from '../../context.ts'
import { dropPhoto } from '../photo/drop-photo.ts'
import { readState } from './form-state.ts'

/** Forget a form: its photos go at once, and nothing else of it was ever kept. */
export async function clearForm(world: World, sealed: string): Promise<{ photos: number }> {
  const photos = readState(world, sealed)?.answers.photos ?? []
  let gone = 0
  for (const { id } of photos) if (await dropPhoto(world, id)) gone++
  return { photos: gone }
}
