import { and, eq, isNull } from 'drizzle-orm'
import { departments, halls, windows } from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'
import { Refused } from '../refused.ts'

/** A window with its hall and department, by the code in its QR; refused when there is none. */
export async function windowByCode(db: Reader, code: string) {
  const [found] = await db
    .select({ window: windows, hall: halls, department: departments })
    .from(windows)
    .innerJoin(halls, eq(halls.id, windows.hallId))
    .innerJoin(departments, eq(departments.id, windows.departmentId))
    .where(eq(windows.code, code.toLowerCase()))
  if (!found) throw new Refused('no-such-window')
  return found
}

/** The windows a hall has today, with their departments, by number. */
export const windowsOf = (db: Reader, hallId: number) =>
  db
    .select({ window: windows, department: departments })
    .from(windows)
    .innerJoin(departments, eq(departments.id, windows.departmentId))
    .where(and(eq(windows.hallId, hallId), isNull(windows.retiredOn)))
    .orderBy(windows.id)
