import { and, eq, isNull } from 'drizzle-orm'
import { attendanceFindings } from '../../../db/schema/index.ts'
import { type Officer, today, type World } from '../../context.ts'
import type { FindingForm } from '../../forms/appraisal.ts'
import { absenceScaleOf } from '../../policies/sheets/by-key.ts'
import { feedsOfPolicy } from '../../policies/sheets/feeds.ts'
import { windowsServedBy } from '../../reads/case-subjects.ts'
import { concernsOf } from '../../reads/concerns.ts'
import { hallById } from '../../reads/halls.ts'
import { isWorkedOut } from '../../reads/month-figures.ts'
import { staffId as staffIdOf } from '../../reads/staff-id.ts'
import { itemOfHall, type PolicyHall, policyOf } from '../../reads/policies.ts'
import { Invalid, Refused } from '../../refused.ts'
import { absenceItem } from '../../rules/absence.ts'
import { arrivalOf, isEarly } from '../../rules/attendance-conversion.ts'
import { monthOf } from '../../rules/day.ts'
import type { HallPolicy } from '../../rules/hall-policy.ts'
import { shiftsOn, type Time } from '../../rules/opening-hours.ts'
import { absenceBreach } from '../../rules/patrol-rounds.ts'
import { pointsOf } from '../../rules/scorecard.ts'
import { minutesBetween } from '../../rules/time-of-day.ts'
import { record } from '../record.ts'
import { insist } from './may.ts'
import { writeEntries } from './write-entries.ts'

type Found = { minutes: number | null; item: string | null; said: string }

/** What was proposed for a finding, and whether it breaks the norm of absence, with points or not. */
type Weighed = { points: number | null; breach: boolean }

/** What a finding comes to: its minutes, and the item it is written on, if any. */
function weigh(form: FindingForm, hall: PolicyHall, policy: HallPolicy): Found {
  const shifts = shiftsOn(form.day, policy.openingHours)
  const shift = (form.session === 'afternoon' ? shifts.at(-1) : shifts[0])!
  const feeds = feedsOfPolicy(hall.policy)
  const at = form.at as Time
  if (form.kind === 'markMissing')
    return { minutes: null, item: feeds?.markMissing[0] ?? null, said: '没有签到' }
  if (form.kind === 'away') {
    if (form.minutes === '' || Number(form.minutes) === 0)
      throw new Invalid({ minutes: ['needed'] })
    const minutes = Number(form.minutes)
    const halfDayMinutes = minutesBetween(shift.opens, shift.closes)
    const item = absenceItem({ minutes, halfDayMinutes }, absenceScaleOf[hall.policy] ?? [])
    return { minutes, item, said: `离开窗口 ${minutes} 分钟` }
  }
  if (at === ('' as Time)) throw new Invalid({ at: ['needed'] })
  const { attendance } = policy
  if (form.kind === 'early') {
    const minutes = minutesBetween(at, shift.closes)
    if (!isEarly(minutes, attendance)) throw new Invalid({ at: ['in-time'] })
    return { minutes, item: feeds?.lateOrEarly[0] ?? null, said: `${at} 离开` }
  }
  const minutes = minutesBetween(shift.opens, at)
  const arrival = arrivalOf(minutes, attendance)
  if (arrival === 'asAsked') throw new Invalid({ at: ['in-time'] })
  const item = arrival === 'late' ? (feeds?.lateOrEarly[0] ?? null) : null
  return { minutes, item, said: `${at} 到岗` }
}

/**
 * An officer writes down that somebody came late, left early, was away or has no mark. Where the
 * hall's sheet has an item for it, it is proposed as a deduction with its own second person;
 * elsewhere it waits for another person to confirm it. Anci sheet 4-1: late is more than ten
 * minutes, away costs from more than thirty; what is shorter is kept without points, as a breach of
 * 行为规范 once it is more than fifteen.
 */
export const findAttendance = (
  world: World,
  officer: Officer,
  form: FindingForm,
): Promise<Weighed> =>
  world.store.write(async (tx) => {
    const hall = await hallById(tx, officer.hallId)
    const staffId = await staffIdOf(tx, hall.id, form.staff)
    if (staffId === null) throw new Invalid({ staff: ['needed'] })
    insist(officer, 'propose', { kind: 'scoreEntry', proposedById: null, staffId })
    if (form.day > today(world)) throw new Invalid({ day: ['day-in-future'] })
    const month = monthOf(form.day)
    if (await isWorkedOut(tx, hall.id, month)) throw new Refused('figures-fixed', { month })
    const { minutes, item: code, said } = weigh(form, hall, policyOf(hall, form.day))
    const same = and(
      eq(attendanceFindings.staffId, staffId),
      eq(attendanceFindings.day, form.day),
      eq(attendanceFindings.kind, form.kind),
      minutes === null
        ? isNull(attendanceFindings.minutes)
        : eq(attendanceFindings.minutes, minutes),
    )
    const [known] = await tx
      .select({ id: attendanceFindings.id })
      .from(attendanceFindings)
      .where(same)
    if (known && form.kind !== 'markMissing') throw new Refused('finding-known')
    const [windowId = null] = await windowsServedBy(tx, [staffId], form.day)
    const written = code === null ? null : itemOfHall(hall, form.day, code)
    if (written?.sheet.per === 'window' && windowId === null)
      throw new Invalid({ staff: ['not-posted-then'] })

    const [found] = await tx
      .insert(attendanceFindings)
      .values({
        publicId: world.random.id(16),
        hallId: hall.id,
        staffId,
        day: form.day,
        kind: form.kind,
        minutes,
        foundBy: officer.id,
        foundOn: today(world),
      })
      .returning()
    await record(tx, world, {
      hallId: hall.id,
      kind: 'attendance-found',
      object: `attendance-finding:${found!.id}`,
      officerId: officer.id,
      particulars: { kind: form.kind, minutes, item: code },
    })
    const breach =
      form.kind === 'away' && absenceBreach(policyOf(hall, form.day).patrol, minutes ?? 0)
    if (!written) return { points: null, breach }
    const points = pointsOf(written.item, 1)
    const [entry] = await writeEntries(tx, world, hall, officer.id, [
      {
        ...written,
        staffId,
        windowId: written.sheet.per === 'window' ? windowId : null,
        quantity: 1,
        points,
        occurredOn: form.day,
        source: 'attendance',
        sourceId: found!.id,
        reason: said,
      },
    ])
    await tx
      .update(attendanceFindings)
      .set({ entryId: entry!.id })
      .where(eq(attendanceFindings.id, found!.id))
    return { points, breach }
  })

/** Another person confirms a finding that no sheet has an item for; from then on it counts. */
export const confirmFinding = (world: World, officer: Officer, publicId: string): Promise<void> =>
  world.store.write(async (tx) => {
    insist(officer, 'confirmFigures', { kind: 'monthClose' })
    const [found] = await tx
      .select()
      .from(attendanceFindings)
      .where(
        and(
          eq(attendanceFindings.hallId, officer.hallId),
          eq(attendanceFindings.publicId, publicId),
          isNull(attendanceFindings.entryId),
        ),
      )
    if (!found) throw new Refused('no-such-entry')
    if (found.confirmedBy !== null) throw new Refused('entry-already-decided')
    if (found.foundBy === officer.id) throw new Refused('entry-same-person')
    const concerned = (await concernsOf(tx, officer))({
      caseId: null,
      windowId: null,
      staffIds: [found.staffId],
      occurredOn: found.day,
    })
    if (concerned) throw new Refused('entry-concerns-you')
    await tx
      .update(attendanceFindings)
      .set({ confirmedBy: officer.id, confirmedOn: today(world) })
      .where(eq(attendanceFindings.id, found.id))
    await record(tx, world, {
      hallId: officer.hallId,
      kind: 'attendance-finding-confirmed',
      object: `attendance-finding:${found.id}`,
      officerId: officer.id,
    })
  })
