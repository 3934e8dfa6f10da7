import { type Context, Hono } from 'hono'
import { dropPhoto } from '../acts/photo/drop-photo.ts'
import { keepPhoto } from '../acts/photo/keep-photo.ts'
import type { Env } from '../context.ts'
import { hallByKey } from '../reads/halls.ts'
import { Invalid, Refused } from '../refused.ts'
import { MOST_PHOTO_BYTES } from '../rules/complaint.ts'

/** What a multipart body may weigh beyond its photo. */
const WRAPPING_BYTES = 1024 * 1024

async function uploaded(c: Context): Promise<{ photo: Buffer; hall: string | null }> {
  const length = Number(c.req.header('content-length') ?? 0)
  if (length > MOST_PHOTO_BYTES + WRAPPING_BYTES) throw new Refused('photo-too-large')
  let body: FormData
  try {
    body = await c.req.raw.formData()
  } catch {
    throw new Refused('cannot-read-body')
  }
  const files = body.getAll('photo').filter((part) => typeof part !== 'string')
  const [file] = files
  if (!file || files.length > 1 || (file.size === 0 && file.name === '')) {
    throw new Invalid({ photo: ['photo-needed'] })
  }
  if (file.size > MOST_PHOTO_BYTES) throw new Refused('photo-too-large')
  const hall = body.get('hall')
  return {
    photo: Buffer.from(await file.arrayBuffer()),
    hall: typeof hall === 'string' ? hall : null,
  }
}

/** Photos before their complaint is sent: one upload each, as multipart with the field `photo`. */
export const photos = new Hono<Env>()
  .post('/', async (c) => {
    const { world } = c.var
    const { photo, hall } = await uploaded(c)
    const phone = hall ? (await hallByKey(world.store.read, hall)).phone : undefined
    return c.json(await keepPhoto(world, photo, phone), 201)
  })
  .delete('/:id', async (c) => {
    if (!(await dropPhoto(c.var.world, c.req.param('id')))) throw new Refused('no-such-photo')
    return c.body(null, 204)
  })
