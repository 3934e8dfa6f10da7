import { eq } from 'drizzle-orm'
import { halls } from '../../../db/schema/index.ts'
import type { Officer, World } from '../../context.ts'
import type { HallForm } from '../../forms/administration.ts'
import { record } from '../record.ts'

/** A hall's name, address or telephone number changes. */
export const amendHall = (world: World, by: Officer, { name, address, phone }: HallForm) =>
  world.store.write(async (tx) => {
    await tx.update(halls).set({ name, address, phone }).where(eq(halls.id, by.hallId))
    await record(tx, world, {
      hallId: by.hallId,
      kind: 'hall-amended',
      object: `hall:${by.hallId}`,
      officerId: by.id,
    })
  })
