import sharp from 'sharp'
import { eq } from 'drizzle-orm'
import { complaints, photos } from '../../db/schema/index.ts'
import { fillIn, NAMED, send, step } from '../support/complaint.ts'
import { expect, type Portal, test } from '../support/portal.ts'

type Kept = { id: string; bytes: number; width: number; height: number }
type Refusal = { reason: string; says: string; errors: Record<string, string[]> }

const upload = async (
  portal: Portal,
  bytes: Buffer | null,
  name = 'photo.jpg',
  field = 'photo',
) => {
  const body = new FormData()
  if (bytes) body.append(field, new Blob([new Uint8Array(bytes)]), name)
  const answer = await portal.api.request('/photos', { method: 'POST', body }, { mark: 'somebody' })
  return { status: answer.status, body: (await answer.json()) as Kept & Refusal }
}

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#2468ac' } })

const small = () => plain(40, 30).jpeg().toBuffer()

const withPlace = () =>
  plain(3000, 1000)
    .withExif({
      IFD0: { Make: 'StarPhone', Artist: 'Wang Xiaoming' },
      IFD3: { GPSLatitude: '39/1 31/1 0/1', GPSLongitude: '116/1 41/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()

test('a photo is turned, shrunk and stripped of place, maker and name', async ({ portal }) => {
  const taken = await withPlace()
  expect((await sharp(taken).metadata()).exif).toBeDefined()
  const { status, body } = await upload(portal, taken)
  expect(status).toBe(201)
  expect(body).toMatchObject({ width: 683, height: 2048 })
  const kept = await portal.world.files.get(body.id)
  expect(kept.length).toBe(body.bytes)
  const { exif, icc, xmp, iptc, orientation, format } = await sharp(kept).metadata()
  expect({ exif, icc, xmp, iptc, orientation, format }).toEqual({ format: 'jpeg' })
  expect(kept.includes('StarPhone')).toBe(false)
  const [row] = await portal.db.select().from(photos)
  expect(row).toMatchObject({
    publicId: body.id,
    complaintId: null,
    takenInOn: '2026-03-02',
    sweepAfter: new Date('2026-03-03T09:00+08:00'),
  })
})

test.for<[why: string, make: () => Promise<Buffer>]>([
  ['JPEG', small],
  ['PNG', () => plain(40, 30).png().toBuffer()],
  ['WebP', () => plain(40, 30).webp().toBuffer()],
  ['CMYK JPEG', () => plain(40, 30).toColourspace('cmyk').jpeg().toBuffer()],
  ['very thin', () => plain(1, 9000).png().toBuffer()],
])('%s is taken whatever its name says', async ([, make], { portal }) => {
  const { status, body } = await upload(portal, await make(), '../../CON')
  expect(status).toBe(201)
  const kept = await sharp(await portal.world.files.get(body.id)).metadata()
  expect([kept.format, kept.space]).toEqual(['jpeg', 'srgb'])
})

const cut = async () => {
  const whole = await plain(400, 300).jpeg().toBuffer()
  return whole.subarray(0, whole.length / 2)
}
const bomb = () => plain(12_000, 12_000).png().toBuffer()
const svg = () =>
  Promise.resolve(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'))
const disguised = async () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), await svg()])

test.for<[why: string, make: () => Promise<Buffer>, status: number, reason: string]>([
  ['a text', () => Promise.resolve(Buffer.from('这不是照片')), 422, 'photo-unreadable'],
  ['an SVG', svg, 422, 'photo-unreadable'],
  ['an SVG dressed as a JPEG', disguised, 422, 'photo-unreadable'],
  ['a GIF', () => plain(9, 9).gif().toBuffer(), 422, 'photo-unreadable'],
  ['half a JPEG', cut, 422, 'photo-unreadable'],
  ['a PNG that unfolds to 144 megapixels', bomb, 422, 'photo-unreadable'],
  [
    'nine megabytes',
    () => Promise.resolve(Buffer.alloc(9 * 1024 * 1024, 1)),
    413,
    'photo-too-large',
  ],
  ['no bytes', () => Promise.resolve(Buffer.alloc(0)), 422, 'photo-unreadable'],
])('%s is refused and leaves nothing', async ([, make, status, reason], { portal }) => {
  const answer = await upload(portal, await make())
  expect([answer.status, answer.body.reason]).toEqual([status, reason])
  expect(answer.body.says).toMatch(/照片/)
  expect(await portal.db.select().from(photos)).toEqual([])
  expect(await portal.world.files.list()).toEqual([])
})

test('the next photo is taken after one that could not be', async ({ portal }) => {
  const answers = await Promise.all(
    [cut(), small(), bomb(), small()].map(async (made) => upload(portal, await made)),
  )
  expect(answers.map(({ status }) => status)).toEqual([422, 201, 422, 201])
})

test('a body that is no multipart, or holds no photo, is refused with a sentence', async ({
  portal,
}) => {
  const odd = await portal.api.request(
    '/photos',
    { method: 'POST', body: 'x', headers: { 'content-type': 'multipart/form-data' } },
    { mark: 'somebody' },
  )
  expect(odd.status).toBe(400)
  expect((await upload(portal, null)).body.errors).toEqual({ photo: ['还没有选照片。'] })
  expect((await upload(portal, await small(), 'a.jpg', 'file')).status).toBe(422)
  const two = new FormData()
  for (const name of ['a', 'b'])
    two.append('photo', new Blob([new Uint8Array(await small())]), name)
  expect((await portal.api.request('/photos', { method: 'POST', body: two }, {})).status).toBe(422)
})

test('with little room on the disk photos are refused and complaints are not', async ({
  portal,
}) => {
  portal.world.files.room = () => Promise.resolve(199 * 1024 * 1024)
  const { status, body } = await upload(portal, await small())
  expect([status, body.reason]).toEqual([507, 'disk-full'])
  const { sealed } = await fillIn(portal)
  expect((await send(portal, sealed)).status).toBe(201)
})

const added = async (portal: Portal, sealed: string, times: number) => {
  let state = sealed
  for (let left = times; left > 0; left--) {
    const { body } = await upload(portal, await small())
    state = (await step(portal, state, { step: 'photos', add: body.id })).body.sealed
  }
  return state
}

test('four photos go with a complaint and the fifth does not', async ({ portal }) => {
  const { sealed } = await fillIn(portal)
  const four = await added(portal, sealed, 4)
  const fifth = await upload(portal, await small())
  const refused = await portal.post('/complaint-steps', {
    hall: 'anci',
    sealed: four,
    step: 'photos',
    add: fifth.body.id,
  })
  expect([refused.status, ((await refused.json()) as Refusal).says]).toEqual([
    409,
    '照片最多 4 张。要换，请先删掉一张。',
  ])
  portal.setClock('2026-03-02 15:47')
  expect((await send(portal, four)).status).toBe(201)
  const [complaint] = await portal.db.select().from(complaints)
  const claimed = await portal.db.select().from(photos).where(eq(photos.complaintId, complaint!.id))
  expect(claimed.map(({ sweepAfter }) => sweepAfter)).toEqual(
    Array.from({ length: 4 }, () => new Date('2026-03-02T00:00+08:00')),
  )
})

test('adding stays at the photos, adding twice is once, and a photo can be taken away', async ({
  portal,
}) => {
  const { sealed } = await fillIn(portal, NAMED.slice(0, 3))
  const { body } = await upload(portal, await small())
  const once = await step(portal, sealed, { step: 'photos', add: body.id })
  expect([once.body.next, once.body.answers.photos]).toEqual(['photos', [{ bytes: body.bytes }]])
  expect(JSON.stringify(once.body)).not.toContain(body.id)
  const twice = await step(portal, once.body.sealed, { step: 'photos', add: body.id })
  expect(twice.body.answers.photos.length).toBe(1)
  const none = await step(portal, twice.body.sealed, { step: 'photos', remove: '1' })
  expect([none.body.next, none.body.answers.photos]).toEqual(['photos', []])
  expect(await portal.db.select().from(photos)).toEqual([])
  await expect(portal.world.files.get(body.id)).rejects.toThrow()
  const onward = await step(portal, none.body.sealed, { step: 'photos' })
  expect(onward.body.next).toBe('identity')
})

test('a photo unknown or of another complaint is refused', async ({ portal }) => {
  const unknown = await portal.post('/complaint-steps', {
    hall: 'anci',
    sealed: (await fillIn(portal)).sealed,
    step: 'photos',
    add: 'AAAAAAAAAAAAAAAAAAAAAA',
  })
  expect(unknown.status).toBe(404)

  const { body } = await upload(portal, await small())
  const forms = await Promise.all([fillIn(portal), fillIn(portal)])
  const [mine, theirs] = await Promise.all(
    forms.map(async ({ sealed }) => step(portal, sealed, { step: 'photos', add: body.id })),
  )
  expect((await send(portal, mine!.body.sealed)).status).toBe(201)
  const second = await send(portal, theirs!.body.sealed)
  expect([second.status, ((await second.json()) as Refusal).reason]).toEqual([404, 'no-such-photo'])
  expect((await portal.db.select().from(complaints)).length).toBe(1)
})

test('a photo is taken back until a complaint has claimed it', async ({ portal }) => {
  const { body } = await upload(portal, await small())
  expect((await portal.delete(`/photos/${body.id}`)).status).toBe(204)
  expect((await portal.delete(`/photos/${body.id}`)).status).toBe(404)
  const { sealed } = await fillIn(portal)
  const state = await added(portal, sealed, 1)
  await send(portal, state)
  const [claimed] = await portal.db.select().from(photos)
  expect((await portal.delete(`/photos/${claimed!.publicId}`)).status).toBe(404)
  const removed = await step(portal, state, { step: 'photos', remove: 1 })
  expect(removed.status).toBe(200)
  expect((await portal.world.files.get(claimed!.publicId)).length).toBe(claimed!.bytes)
})

test('clearing a form takes its photos away', async ({ portal }) => {
  const { sealed } = await fillIn(portal)
  const state = await added(portal, sealed, 2)
  const cleared = await portal.post('/complaint-steps/clearing', { sealed: state })
  expect(await cleared.json()).toEqual({ photos: 2 })
  expect(await portal.world.files.list()).toEqual([])
  const opened = await portal.post('/complaint-steps/answers', { hall: 'anci', sealed: state })
  expect(await opened.json()).toMatchObject({ answers: { photos: [] } })
})

test('photos are kept encrypted', async ({ portal }) => {
  const { body } = await upload(portal, await small())
  const { readFileSync } = await import('node:fs')
  const stored = readFileSync(`${portal.folder}/files/${body.id}`)
  expect(stored.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))).toBe(false)
  expect(stored.includes('JFIF')).toBe(false)
})
