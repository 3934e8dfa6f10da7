import { existsSync } from 'node:fs'
import { copyFile, open, rename, rm } from 'node:fs/promises'
import type { Settings, World } from '../../api/context.ts'
import { databaseUrl, openWorld } from '../../api/live.ts'
import { seedDemonstration } from './demonstration.ts'

const FILE = 'file:'

/**
 * Before the demonstration opens for the first time its database is filled under another name and
 * takes its own only when it is whole, so that an interrupted start begins again from nothing. It
 * is a copy that takes the name: this process may hold the filled file open for a while, and its
 * locks would not be those that other programs see beside the new name.
 */
export async function fillDemonstration(
  settings: Settings,
  say: (sentence: string) => void,
  fill: (world: World) => Promise<unknown> = seedDemonstration,
): Promise<void> {
  const url = databaseUrl(settings.dataDir)
  const file = url.startsWith(FILE) ? url.slice(FILE.length) : null
  if (file && existsSync(file)) return
  say('正在准备演示大厅，大约半分钟…… Preparing the demonstration halls, about half a minute …')
  if (!file) {
    const world = await openWorld(settings, url)
    await fill(world)
    return world.store.close()
  }
  const part = `${file}.filling`
  const whole = `${file}.filled`
  const clear = async () => {
    for (const left of [part, `${part}-wal`, `${part}-shm`, whole]) await rm(left, { force: true })
  }
  await clear()
  const world = await openWorld(settings, FILE + part, { relaxed: true })
  await fill(world)
  await world.store.close()
  await copyFile(part, whole)
  const copied = await open(whole, 'r+')
  await copied.sync().finally(() => copied.close())
  await rename(whole, file)
  await clear()
}
