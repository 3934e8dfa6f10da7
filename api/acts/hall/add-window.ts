import { and, eq, isNull } from 'drizzle-orm'
import { windows } from '../../../db/schema/index.ts'
import type { World } from '../../context.ts'
import { demandDepartment } from '../../reads/departments.ts'
import { Invalid } from '../../refused.ts'
import type { Day } from '../../rules/day.ts'
import { record } from '../record.ts'

const ALPHABET = '23456789abcdefghjkmnpqrstuvwxyz'
const LENGTH = 8

/** A new window code: eight characters that nobody mistakes for another. */
const newWindowCode = ({ random }: World): string =>
  Array.from({ length: LENGTH }, () => ALPHABET[random.below(ALPHABET.length)]).join('')

type NewWindow = {
  hallId: number
  departmentId: number
  number: string
  business: string
  floor: string
  openedOn: Day
}

/**
 * A window opens; its code is printed in its QR and never given to another. Refuses a number
 * that a window of the hall has now.
 */
export const addWindow = (world: World, by: number | null, window: NewWindow) =>
  world.store.write(async (tx) => {
    await demandDepartment(tx, window.hallId, window.departmentId)
    const [taken] = await tx
      .select({ id: windows.id })
      .from(windows)
      .where(
        and(
          eq(windows.hallId, window.hallId),
          eq(windows.number, window.number),
          isNull(windows.retiredOn),
        ),
      )
    if (taken) throw new Invalid({ number: ['number-taken'] })
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
