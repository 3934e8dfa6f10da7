import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { migrate } from '../../db/migrate.ts'
import { furnish } from '../../db/seeds/furnish.ts'
import { hallSeeds } from '../../db/seeds/halls.ts'
import { layKeys, worldIn } from './world.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder with a migrated database and no hall. */
    emptyPortal: string
    /** A folder with the three halls, their windows, people and guides, and nothing that happened. */
    furnishedPortal: string
  }
}

/** Prepare the databases that tests copy, once for the run. */
export default async function prepare({ provide }: TestProject) {
  const folder = await mkdtemp(join(tmpdir(), 'starwindow-test-'))
  for (const kind of ['empty', 'furnished'] as const) {
    const home = await mkdtemp(join(folder, kind))
    await layKeys(home)
    await migrate(`file:${join(home, 'starwindow.db')}`)
    const world = await worldIn(home, () => new Date('2026-01-05T01:00:00Z'), {}, kind)
    if (kind === 'furnished') {
      for (const seed of Object.values(hallSeeds)) await furnish(world, seed)
    }
    await world.store.close()
    provide(`${kind}Portal`, home)
  }
  return () => rm(folder, { recursive: true, force: true })
}
