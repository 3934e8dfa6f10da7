import { existsSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import type { Settings } from '../../api/context.ts'
import { databaseUrl, openWorld } from '../../api/live.ts'
import { seedDemonstration } from './demonstration.ts'

const FILE = 'file:'

/**
 * Before the demonstration opens for the first time its database is filled under another name and
 * takes its own only when it is whole, so that an interrupted start begins again from nothing.
 */
export async function fillDemonstration(
  settings: Settings,
  say: (sentence: string) => void,
): Promise<void> {
  const url = databaseUrl(settings.dataDir)
  const file = url.startsWith(FILE) ? url.slice(FILE.length) : null
  if (file && existsSync(file)) return
  say('正在准备演示大厅，大约半分钟…… Preparing the demonstration halls, about half a minute …')
  if (!file) {
    const world = await openWorld(settings, url)
    await seedDemonstration(world)
    return world.store.close()
  }
  const part = `${file}.filling`
  for (const left of ['', '-wal', '-shm']) await rm(part + left, { force: true })
  const world = await openWorld(settings, FILE + part, { relaxed: true })
  await seedDemonstration(world)
  await world.store.close()
  const whole = await open(part, 'r+')
  await whole.sync().finally(() => whole.close())
  await rename(part, file)
}
