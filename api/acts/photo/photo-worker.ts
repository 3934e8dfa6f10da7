import sharp from 'sharp'
import { parentPort } from 'node:worker_threads'

/** The longest side of a photo as it is kept, and the most points of one that is read. */
const LONGEST_SIDE = 2048
const MOST_PIXELS = 40_000_000
const QUALITY = 80
const SECONDS = 20

sharp.concurrency(1)
sharp.cache(false)
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
})

/** What is asked of the worker: the bytes of one upload. */
type PhotoJob = { id: number; bytes: Uint8Array }

/** A photo turned upright, shrunk and without anything but its points; or that it cannot be read. */
export type PhotoDone =
  { id: number; bytes: Uint8Array; width: number; height: number } | { id: number; bytes: null }

async function shrink({ id, bytes }: PhotoJob): Promise<PhotoDone> {
  try {
    const { data, info } = await sharp(bytes, {
      limitInputPixels: MOST_PIXELS,
      failOn: 'warning',
      sequentialRead: true,
    })
      .timeout({ seconds: SECONDS })
      .autoOrient()
      .resize(LONGEST_SIDE, LONGEST_SIDE, { fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#fff' })
      .toColourspace('srgb')
      .jpeg({ quality: QUALITY })
      .toBuffer({ resolveWithObject: true })
    return { id, bytes: data, width: info.width, height: info.height }
  } catch {
    return { id, bytes: null }
  }
}

parentPort?.on('message', (job: PhotoJob) => {
  void shrink(job).then((done) => parentPort?.postMessage(done, []))
})
