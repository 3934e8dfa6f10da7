import { load } from './load.ts'
import { benchHall, removeFolder, serve, servePortal } from './servers.ts'
import { median, type Subject } from './subject.ts'

const ROUNDS = 4
const SECONDS = 3

/** The page behind a window's QR against a bare Hono page of the same size. */
const windowPage: Subject = {
  name: 'window-page',
  async run() {
    const hall = await benchHall()
    const portal = await servePortal(hall.folder)
    const path = `/w/${hall.code}`
    const bytes = (await (await fetch(portal.url + path)).arrayBuffer()).byteLength
    const yardstick = await serve('tests/bench/yardstick-page.ts', { PAGE_BYTES: String(bytes) })
    const ours: number[] = []
    const bare: number[] = []
    await load(portal.url, 1, { method: 'GET', path })
    for (let round = 0; round < ROUNDS; round++) {
      ours.push((await load(portal.url, SECONDS, { method: 'GET', path })).perSecond)
      bare.push((await load(yardstick.url, SECONDS, { method: 'GET', path: '/' })).perSecond)
    }
    await portal.stop()
    await yardstick.stop()
    await removeFolder(hall.folder)
    const value = median(ours)
    const against = median(bare)
    return [
      {
        name: 'window-page',
        value,
        unit: 'pages/s',
        against,
        ratio: value / against,
        wanted: '≥ 0.2',
      },
    ]
  },
}

export const subjects: readonly Subject[] = [windowPage]
