import { and, desc, eq, gte, inArray, isNull, lte, or } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { deviceFaults, officers, postings, windows } from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'
import { type Officer, today, type World } from '../context.ts'
import { Refused } from '../refused.ts'
import { refusalOf } from '../rules/can.ts'
import { addDays, type Day, dayOf, firstDayOf, lastDayOf, type Month } from '../rules/day.ts'
import {
  faultDecisionRefusal,
  isBrokenOn,
  isExcused,
  repairRefusal,
} from '../rules/device-fault.ts'
import { keptFromWindows } from './kept-from-windows.ts'

/** How long a repaired device stays in the list. */
const DAYS_SHOWN = 90

/** The windows an officer serves at on a day. */
export async function ownWindows(db: Reader, { staffId, hallId }: Officer, on: Day) {
  if (staffId === null) return []
  const rows = await db
    .selectDistinct({ windowId: postings.windowId })
    .from(postings)
    .where(
      and(
        eq(postings.hallId, hallId),
        eq(postings.staffId, staffId),
        lte(postings.fromDay, on),
        or(isNull(postings.toDay), gte(postings.toDay, on)),
      ),
    )
  return rows.map(({ windowId }) => windowId)
}

type Act = 'read' | 'report' | 'confirm' | 'repair'
type About = { ownWindow: boolean; reportedById: number | null; kept?: boolean }

const refusalToFault = (officer: Officer, act: Act, { kept = false, ...about }: About) =>
  refusalOf({ ...officer, relation: kept ? 'recused' : null }, act, {
    kind: 'deviceFault',
    ...about,
  })

/** Refuse what an officer has no right to do about a broken device. */
export function insistOnFault(officer: Officer, act: Act, about: About): void {
  const refusal = refusalToFault(officer, act, about)
  if (refusal === 'same-person') throw new Refused('fault-same-person')
  if (refusal === 'case-not-visible' || refusal === 'concerns-yourself')
    throw new Refused('fault-concerns-you')
  if (refusal) throw new Refused('not-yours')
}

/** A report for an officer who may do something about it; refused as `no-such-fault`. */
export async function faultFor(
  db: Reader,
  officer: Officer,
  publicId: string,
  act: 'confirm' | 'repair',
) {
  const [fault] = await db.select().from(deviceFaults).where(eq(deviceFaults.publicId, publicId))
  if (!fault || fault.hallId !== officer.hallId) throw new Refused('no-such-fault')
  const isKept = await keptFromWindows(db, officer.hallId)
  insistOnFault(officer, act, {
    ownWindow: false,
    reportedById: fault.reportedBy,
    kept: isKept(officer, fault.windowId, fault.beganOn),
  })
  return fault
}

/** The windows whose cases of a month may be entered as accepted during a confirmed fault. */
export async function excusedWindows(
  db: Reader,
  hallId: number,
  month: Month,
): Promise<ReadonlySet<number>> {
  const reports = await db
    .select()
    .from(deviceFaults)
    .where(
      and(
        eq(deviceFaults.hallId, hallId),
        lte(deviceFaults.beganOn, lastDayOf(month)),
        or(isNull(deviceFaults.repairedOn), gte(deviceFaults.repairedOn, firstDayOf(month))),
      ),
    )
  const ofWindow = Map.groupBy(reports, ({ windowId }) => windowId)
  return new Set(
    [...ofWindow].filter(([, each]) => isExcused(month, each)).map(([windowId]) => windowId),
  )
}

/** Whether a window's rating device was broken on a day, as confirmed. */
export const wasBroken = async (db: Reader, windowId: number, day: Day): Promise<boolean> =>
  isBrokenOn(
    day,
    await db
      .select()
      .from(deviceFaults)
      .where(and(eq(deviceFaults.windowId, windowId), lte(deviceFaults.beganOn, day))),
  )

/**
 * The broken devices of a hall, the latest first: every window's for the office and the patrol,
 * the own one's for those who serve at a window.
 */
export async function faultsOf(world: World, officer: Officer) {
  const { read } = world.store
  const day = today(world)
  const own = await ownWindows(read, officer, day)
  const seesAll = refusalToFault(officer, 'read', { ownWindow: false, reportedById: null }) === null
  const reporter = alias(officers, 'reporter')
  const confirmer = alias(officers, 'confirmer')
  const rows = await read
    .select({
      fault: deviceFaults,
      window: { number: windows.number, business: windows.business },
      reporter: reporter.name,
      confirmer: confirmer.name,
    })
    .from(deviceFaults)
    .innerJoin(windows, eq(windows.id, deviceFaults.windowId))
    .innerJoin(reporter, eq(reporter.id, deviceFaults.reportedBy))
    .leftJoin(confirmer, eq(confirmer.id, deviceFaults.confirmedBy))
    .where(
      and(
        eq(deviceFaults.hallId, officer.hallId),
        seesAll ? undefined : inArray(deviceFaults.windowId, [-1, ...own]),
        or(
          isNull(deviceFaults.repairedOn),
          gte(deviceFaults.repairedOn, addDays(day, 0 - DAYS_SHOWN)),
        ),
      ),
    )
    .orderBy(desc(deviceFaults.id))
  const isKept = await keptFromWindows(read, officer.hallId)
  return rows.map(({ fault, window, reporter, confirmer }) => {
    const about = {
      ownWindow: own.includes(fault.windowId),
      reportedById: fault.reportedBy,
      kept: isKept(officer, fault.windowId, fault.beganOn),
    }
    const may = (act: Act) => refusalToFault(officer, act, about) === null
    return {
      id: fault.publicId,
      window,
      sign: fault.sign,
      note: fault.note,
      beganOn: fault.beganOn,
      reportedBy: reporter,
      reportedAt: fault.reportedAt!.getTime(),
      confirmed: fault.confirmed,
      found: fault.found,
      confirmedBy: confirmer,
      confirmedOn: fault.confirmedAt && dayOf(fault.confirmedAt),
      repairedOn: fault.repairedOn,
      may: {
        confirm: faultDecisionRefusal(fault) === null && may('confirm'),
        repair: repairRefusal(fault) === null && may('repair'),
      },
    }
  })
}

/** The windows at which an officer may report a broken device. */
export async function reportableWindows(world: World, officer: Officer) {
  const { read } = world.store
  const own = await ownWindows(read, officer, today(world))
  const all = await read
    .select()
    .from(windows)
    .where(and(eq(windows.hallId, officer.hallId), isNull(windows.retiredOn)))
    .orderBy(windows.id)
  return all
    .filter(
      ({ id }) =>
        refusalToFault(officer, 'report', { ownWindow: own.includes(id), reportedById: null }) ===
        null,
    )
    .map(({ code, number, business }) => ({ code, number, business }))
}
