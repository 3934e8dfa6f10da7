import { asc, eq } from 'drizzle-orm'
import { departments, halls, windows } from '../../db/schema/index.ts'
import { today, type World } from '../context.ts'
import { type DayKind, kindOf } from '../rules/calendar.ts'
import type { OpeningHours, Shift } from '../rules/opening-hours.ts'
import { hoursToday } from './opening.ts'
import { policyOf } from './policies.ts'

/** When a hall is open: its usual hours and what holds today, none on a day off. */
export async function hoursOf(
  world: World,
  hall: typeof halls.$inferSelect,
): Promise<
  OpeningHours & { today: { kind: DayKind; shifts: readonly Shift[]; closing: string | null } }
> {
  const { shifts, closing } = await hoursToday(world, hall, null)
  return {
    ...policyOf(hall, today(world)).openingHours,
    today: { kind: kindOf(today(world), world.calendar), shifts, closing },
  }
}

const NUMBERED = new Intl.Collator('zh-CN', { numeric: true })

/** Every window a hall has or had, by number: 2号 before 10号. */
export async function windowsWithDepartments(world: World, hallId: number) {
  const rows = await world.store.read
    .select({
      code: windows.code,
      number: windows.number,
      business: windows.business,
      floor: windows.floor,
      paused: windows.paused,
      retiredOn: windows.retiredOn,
      department: departments.name,
      departmentId: departments.id,
    })
    .from(windows)
    .innerJoin(departments, eq(departments.id, windows.departmentId))
    .where(eq(windows.hallId, hallId))
    .orderBy(asc(windows.id))
  return rows.toSorted((one, other) => NUMBERED.compare(one.number, other.number))
}
