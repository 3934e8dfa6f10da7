import { windows } from '../../../db/schema/index.ts'
import type { World } from '../../context.ts'
import type { Day } from '../../rules/day.ts'
import { record } from '../record.ts'

const ALPHABET = '23456789abcdefghjkmnpqrstuvwxyz'
const LENGTH = 8

/** A new window code: eight characters that nobody mistakes for another. */
export const newWindowCode = ({ random }: World): string =>
  Array.from({ length: LENGTH }, () => ALPHABET[random.below(ALPHABET.length)]).join('')

export type NewWindow = {
  hallId: number
  departmentId: number
  number: string
  business: string
  floor: string
  openedOn: Day
}

/** A window opens; its code is printed in its QR and never given to another. */
export const addWindow = (world: World, by: number | null, window: NewWindow) =>
  world.store.write(async (tx) => {
    const [added] = await tx
      .insert(windows)
      .values({ ...window, code: newWindowCode(world) })
      .returning()
    await record(tx, world, {
      hallId: window.hallId,
      kind: 'window-added',
      object: `window:${added!.id}`,
      officerId: by,
    })
    return added!
  })
