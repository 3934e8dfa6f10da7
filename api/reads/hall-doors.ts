import { asc, eq } from 'drizzle-orm'
import { departments, windows } from '../../db/schema/index.ts'
import { today, type World } from '../context.ts'
import { type DayKind, isWorkingDay, kindOf } from '../rules/calendar.ts'
import type { HallPolicy } from '../rules/hall-policy.ts'
import { type OpeningHours, type Shift, shiftsOn } from '../rules/opening-hours.ts'

/** When a hall is open: its usual hours and what holds today, none on a day off. */
export function hoursOf(
  world: World,
  policy: HallPolicy,
): OpeningHours & { today: { kind: DayKind; shifts: readonly Shift[] } } {
  const day = today(world)
  const open = isWorkingDay(day, world.calendar)
  return {
    ...policy.openingHours,
    today: {
      kind: kindOf(day, world.calendar),
      shifts: open ? shiftsOn(day, policy.openingHours) : [],
    },
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
