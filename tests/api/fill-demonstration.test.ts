import { execFileSync } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openHall } from '../../api/acts/hall/open-hall.ts'
import type { Settings } from '../../api/context.ts'
import { databaseUrl, openWorld } from '../../api/live.ts'
import { allHalls } from '../../api/reads/halls.ts'
import { fillDemonstration } from '../../db/seeds/fill-demonstration.ts'
import { expect, test } from '../support/portal.ts'

const HALL = {
  name: '试用大厅',
  address: '试用路1号',
  phone: '000-5550199',
  policy: 'standard',
} as const

/** Another program opens the database, reads and ends, as `npm run backup` does. */
const readElsewhere = (url: string) =>
  execFileSync(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      `import { createClient } from '@libsql/client'
       const client = createClient({ url: ${JSON.stringify(url)} })
       console.log((await client.execute('select count(*) n from halls')).rows[0].n)`,
    ],
    { encoding: 'utf8' },
  ).trim()

test('a demonstration filled by this process can be opened by another beside it', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'starwindow-fill-'))
  const settings: Settings = {
    origin: 'http://hall.test',
    smtpUrl: null,
    mailFrom: 'starwindow@hall.test',
    demo: true,
    test: true,
    dataDir,
  }
  const said: string[] = []
  await fillDemonstration(
    settings,
    (sentence) => said.push(sentence),
    (world) => openHall(world, null, { key: 'filled', ...HALL }),
  )
  expect(said).toHaveLength(1)
  const world = await openWorld(settings, databaseUrl(dataDir))
  await openHall(world, null, { key: 'second', ...HALL })
  expect(readElsewhere(databaseUrl(dataDir))).toBe('2')
  await openHall(world, null, { key: 'third', ...HALL })
  expect((await allHalls(world.store.read)).map(({ key }) => key)).toEqual([
    'filled',
    'second',
    'third',
  ])
  expect(readElsewhere(databaseUrl(dataDir))).toBe('3')
  expect((await readdir(dataDir)).filter((name) => name.includes('filling'))).toEqual([])
  await fillDemonstration(settings, (sentence) => said.push(sentence))
  expect(said).toHaveLength(1)
  await world.store.close()
  await rm(dataDir, { recursive: true, force: true })
})
