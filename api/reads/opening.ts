import { and, asc, eq, gte, isNull, lte, or } from 'drizzle-orm'
import { halls, hallClosings, windowHours, windows } from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'
import { type Officer, today, type World } from '../context.ts'
import { addDays } from '../rules/day.ts'
import type { Time } from '../rules/opening-hours.ts'
import { hoursLines, type HoursOfDay, hoursOn, type WindowShift } from '../rules/window-hours.ts'
import { hallById } from './halls.ts'
import { policyOf } from './policies.ts'
import { windowsOf } from './windows.ts'

/** How long closings that are over stay on the desk. */
const DAYS_BACK = 60

/** The closings of a hall that hold on a day, those of a window among them where one is named. */
const closingsOn = (world: World, hallId: number, windowId: number | null) => {
  const day = today(world)
  const whole = isNull(hallClosings.windowId)
  return world.store.read
    .select({
      from: hallClosings.fromDay,
      until: hallClosings.untilDay,
      reason: hallClosings.reason,
    })
    .from(hallClosings)
    .where(
      and(
        eq(hallClosings.hallId, hallId),
        lte(hallClosings.fromDay, day),
        gte(hallClosings.untilDay, day),
        isNull(hallClosings.takenBackOn),
        windowId === null ? whole : or(whole, eq(hallClosings.windowId, windowId)),
      ),
    )
    .orderBy(asc(hallClosings.id))
}

/** A window's own hours, by weekday. */
async function shiftsOf(db: Reader, windowId: number): Promise<WindowShift[]> {
  const rows = await db
    .select()
    .from(windowHours)
    .where(eq(windowHours.windowId, windowId))
    .orderBy(asc(windowHours.weekday), asc(windowHours.opens))
  return rows.map(({ weekday, opens, closes }) => ({
    weekday,
    opens: opens as Time,
    closes: closes as Time,
  }))
}

type Hall = typeof halls.$inferSelect

/** When a window, or with null the hall itself, serves today. */
export async function hoursToday(
  world: World,
  hall: Hall,
  windowId: number | null,
): Promise<HoursOfDay> {
  return hoursOn(today(world), {
    calendar: world.calendar,
    closings: await closingsOn(world, hall.id, windowId),
    windowShifts: windowId === null ? [] : await shiftsOf(world.store.read, windowId),
    hallHours: policyOf(hall, today(world)).openingHours,
  })
}

/** The hall's closings, the next first, and its windows with their hours, for who may change them. */
export async function openingOf(world: World, { hallId }: Officer) {
  const db = world.store.read
  const hall = await hallById(db, hallId)
  const closings = await db
    .select({
      id: hallClosings.id,
      from: hallClosings.fromDay,
      until: hallClosings.untilDay,
      reason: hallClosings.reason,
      window: { number: windows.number, business: windows.business },
    })
    .from(hallClosings)
    .leftJoin(windows, eq(windows.id, hallClosings.windowId))
    .where(
      and(
        eq(hallClosings.hallId, hallId),
        isNull(hallClosings.takenBackOn),
        gte(hallClosings.untilDay, addDays(today(world), -DAYS_BACK)),
      ),
    )
    .orderBy(asc(hallClosings.fromDay), asc(hallClosings.id))
  const rows = await db.select().from(windowHours).where(eq(windowHours.hallId, hallId))
  const places = await windowsOf(db, hallId)
  return {
    today: today(world),
    hallHours: policyOf(hall, today(world)).openingHours,
    closings: closings.map((one) => ({ ...one, over: one.until < today(world) })),
    windows: places.map(({ window: { id, code, number, business } }) => ({
      code,
      number,
      business,
      hours: hoursLines(
        rows
          .filter(({ windowId }) => windowId === id)
          .map(({ weekday, opens, closes }) => ({
            weekday,
            opens: opens as Time,
            closes: closes as Time,
          })),
      ),
    })),
  }
}
