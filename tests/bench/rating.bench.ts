import { load, type Load } from './load.ts'
import { benchHall, removeFolder, serve, servePortal } from './servers.ts'
import { median, type Subject } from './subject.ts'

const ROUNDS = 4
const SECONDS = 4

/**
 * Ratings acknowledged after commit with synchronous=FULL at 64 connections, with everything a
 * rating does, against one bare insert per request into the same table.
 */
async function measure(): Promise<{ ours: Load[]; bare: Load[] }> {
  const ourHall = await benchHall()
  const bareHall = await benchHall()
  const portal = await servePortal(ourHall.folder)
  const yardstick = await serve('tests/bench/yardstick-insert.ts', {
    DATABASE_URL: `file:${bareHall.folder}/starwindow.db`,
    WINDOW_ID: String(bareHall.windowId),
  })
  const ours: Load[] = []
  const bare: Load[] = []
  const body = JSON.stringify({ window: ourHall.code, level: 5 })
  const ourWay = { method: 'POST', path: '/api/ratings', body } as const
  const bareWay = { method: 'POST', path: '/', body } as const
  await load(portal.url, 1, ourWay)
  await load(yardstick.url, 1, bareWay)
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(await load(portal.url, SECONDS, ourWay))
    bare.push(await load(yardstick.url, SECONDS, bareWay))
  }
  await portal.stop()
  await yardstick.stop()
  await removeFolder(ourHall.folder)
  await removeFolder(bareHall.folder)
  if (ours.some(({ refused }) => refused > 0)) throw new Error('ratings were refused under load')
  return { ours, bare }
}

let measured: ReturnType<typeof measure> | null = null
const once = () => (measured ??= measure())

export const ratingDurable: Subject = {
  name: 'rating-durable',
  async run() {
    const { ours, bare } = await once()
    const value = median(ours.map(({ perSecond }) => perSecond))
    const against = median(bare.map(({ perSecond }) => perSecond))
    return [
      {
        name: 'rating-durable',
        value,
        unit: 'ratings/s',
        against,
        ratio: value / against,
        wanted: '≥ 1.5',
      },
    ]
  },
}

export const ratingP99: Subject = {
  name: 'rating-p99',
  async run() {
    const { ours, bare } = await once()
    const value = median(ours.map(({ p99 }) => p99))
    const against = median(bare.map(({ p99 }) => p99))
    return [
      { name: 'rating-p99', value, unit: 'ms', against, ratio: value / against, wanted: '< 1' },
    ]
  },
}

export const subjects: readonly Subject[] = [ratingDurable, ratingP99]
