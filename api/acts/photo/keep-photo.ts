import { createHash } from 'node:crypto'
import { photos } from '../../../db/schema/index.ts'
import { today, type World } from '../../context.ts'
import { Refused } from '../../refused.ts'
import { MOST_PHOTO_BYTES } from '../../rules/complaint.ts'
import { isPhoto } from '../../rules/photo-signs.ts'
import { FORM_LIFE_MS } from '../complaint/form-state.ts'
import { shrinkPhoto } from './shrink-photo.ts'

const MEGABYTE = 1024 * 1024
/** Below so much room on the disk no photo is taken in; complaints still are. */
const ROOM_FOR_PHOTOS = 200 * MEGABYTE
const ID_BYTES = 16

type KeptPhoto = { id: string; bytes: number; width: number; height: number }

/**
 * Take in a photo before its complaint is sent: shrunk, stripped, encrypted, and swept after a
 * day unless a complaint claims it. Refused when it is no JPEG, PNG or WebP, larger than 8 MB, or
 * the disk is short of room (`phone` is whom to call then).
 */
export async function keepPhoto(world: World, bytes: Buffer, phone?: string): Promise<KeptPhoto> {
  if (bytes.length > MOST_PHOTO_BYTES) throw new Refused('photo-too-large')
  if (!isPhoto(bytes)) throw new Refused('photo-unreadable')
  if ((await world.files.room()) < ROOM_FOR_PHOTOS) {
    throw new Refused('disk-full', phone ? { phone } : {})
  }
  const photo = await shrinkPhoto(bytes)
  const id = world.random.id(ID_BYTES)
  await world.files.put(id, photo.bytes)
  await world.store.write(async (tx) => {
    await tx.insert(photos).values({
      publicId: id,
      bytes: photo.bytes.length,
      width: photo.width,
      height: photo.height,
      sha256: createHash('sha256').update(photo.bytes).digest('hex'),
      takenInOn: today(world),
      sweepAfter: new Date(world.now().getTime() + FORM_LIFE_MS),
    })
  })
  return { id, bytes: photo.bytes.length, width: photo.width, height: photo.height }
}
