import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { FAULT_SIGNS, type FaultSign } from '../../api/rules/device-fault.ts'
import { day, flag, holds, id, isADay, moment, oneOf, publicId } from './columns.ts'
import { officers } from './people.ts'
import { halls, windows } from './places.ts'

/**
 * A broken rating device (报修记录): reported by one officer, confirmed for the IT section by
 * another, repaired. Without the confirmation it excuses nothing.
 */
export const deviceFaults = sqliteTable(
  'device_faults',
  {
    id: id(),
    publicId: publicId(),
    hallId: integer()
      .notNull()
      .references(() => halls.id),
    windowId: integer()
      .notNull()
      .references(() => windows.id),
    sign: text().$type<FaultSign>().notNull(),
    note: text().notNull().default(''),
    beganOn: day().notNull(),
    reportedBy: integer()
      .notNull()
      .references(() => officers.id),
    reportedAt: moment().notNull(),
    confirmed: flag(),
    /** What the IT section found. */
    found: text().notNull().default(''),
    confirmedBy: integer().references(() => officers.id),
    confirmedAt: moment(),
    repairedOn: day(),
    repairedBy: integer().references(() => officers.id),
  },
  (t) => [
    index('device_faults_of_window').on(t.windowId, t.beganOn),
    index('device_faults_of_hall').on(t.hallId, t.repairedOn),
    oneOf('device_faults_sign', t.sign, FAULT_SIGNS),
    isADay('device_faults_began', t.beganOn),
    holds(
      'device_faults_two_people',
      sql`(${t.confirmed} is null) = (${t.confirmedBy} is null) and ${t.confirmedBy} is not ${t.reportedBy}`,
    ),
    holds(
      'device_faults_order',
      sql`${t.repairedOn} is null or (${t.confirmed} = 1 and ${t.repairedOn} >= ${t.beganOn})`,
    ),
  ],
)
