import { inArray } from 'drizzle-orm'
import { officers } from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'
import { today, type World } from '../context.ts'
import { Refused } from '../refused.ts'
import {
  addDays,
  addMonths,
  type Day,
  dayOf,
  lastDayOf,
  type Month,
  monthOf,
} from '../rules/day.ts'
import { monthlyReport, type ReportFigures } from '../rules/monthly-report.ts'
import { isReportDue, reportDayOf, reportStretch } from '../rules/report-month.ts'
import { hallById } from './halls.ts'
import { latestReport, latestReports, versionsOf } from './issued-reports.ts'
import { reportRows } from './report-rows.ts'
import { confirmedIndicators } from './service-counts.ts'
import { policyOf } from './policies.ts'

type Hall = Awaited<ReturnType<typeof hallById>>

/** What a hall lived by when a month ended. */
const ofMonth = (hall: Hall, month: Month) => policyOf(hall, lastDayOf(month))

/** The months that have begun and have no report yet, the newest first: the running one, and any overdue. */
function openMonths(world: World, hall: Hall, issued: readonly Month[]): Month[] {
  const now = monthOf(today(world))
  const isOver = isReportDue(now, ofMonth(hall, now), world.calendar, world.now())
  const months: Month[] = []
  for (let month = isOver ? addMonths(now, 1) : now; month >= monthOf(hall.createdAt);) {
    const isBeforeHall =
      dayOf(hall.createdAt) > reportDayOf(month, ofMonth(hall, month), world.calendar)
    if (!issued.includes(month) && !isBeforeHall) months.push(month)
    month = addMonths(month, -1)
  }
  return months
}

/** The hall's months, the newest first, and the one that is still being counted. */
export async function reportList(world: World, hallId: number) {
  const { read } = world.store
  const hall = await hallById(read, hallId)
  const policy = policyOf(hall, today(world))
  const reports = await latestReports(read, hallId)
  const issued = reports.map(({ month }) => month)
  return {
    at: policy.monthlyReport.at,
    open: openMonths(world, hall, issued).map((month) => ({
      month,
      issuesOn: reportDayOf(month, ofMonth(hall, month), world.calendar),
      isDue: isReportDue(month, ofMonth(hall, month), world.calendar, world.now()),
    })),
    indicators: policy.indicators !== null,
    months: reports.map(({ month, version, issuedOn, confirmedOn, figures }) => ({
      month,
      version,
      issuedOn,
      confirmedOn,
      received: figures.received,
      accepted: figures.accepted,
      overdue: figures.overdue,
      pending: figures.pending,
    })),
  }
}

const earlier = (one: Day, other: Day) => (one < other ? one : other)

/** What a month that is still being counted came to so far; a date of today is not missed yet. */
async function soFar(world: World, hall: Hall, month: Month): Promise<ReportFigures> {
  const policy = ofMonth(hall, month)
  const { from, until } = reportStretch(month, policy, world.calendar)
  const now = today(world)
  const stretch = { from, until: earlier(now, until) }
  const rows = await reportRows(world.store.read, hall.id, month, stretch)
  const overBy = earlier(addDays(now, -1), until)
  return monthlyReport(rows, stretch, policy.clocks, world.calendar, overBy)
}

async function namesOf(db: Reader, ids: readonly (number | null)[]) {
  const known = ids.filter((id) => id !== null)
  const rows = await db
    .select({ id: officers.id, name: officers.name })
    .from(officers)
    .where(inArray(officers.id, known))
  return (id: number | null) => rows.find((row) => row.id === id)?.name ?? null
}

/**
 * One month's report with the month before it and its versions, the newest first; for the running
 * month what it came to so far. Refused for a month that the hall has no report of.
 */
export async function reportPage(world: World, hallId: number, month: Month) {
  const { read } = world.store
  const hall = await hallById(read, hallId)
  const policy = ofMonth(hall, month)
  const versions = await versionsOf(read, hallId, month)
  const [latest] = versions
  if (!latest && !openMonths(world, hall, []).includes(month)) throw new Refused('no-such-report')
  const isDue = isReportDue(month, policy, world.calendar, world.now())
  const nameOf = await namesOf(
    read,
    versions.flatMap(({ correctedBy, confirmedBy }) => [correctedBy, confirmedBy]),
  )
  const before = await latestReport(read, hallId, addMonths(month, -1))
  return {
    hall: { key: hall.key, name: hall.name },
    month,
    state: latest ? (latest.confirmedBy ? 'confirmed' : 'waiting') : isDue ? 'due' : 'running',
    figures: latest?.figures ?? (await soFar(world, hall, month)),
    before: before?.figures ?? null,
    issuesOn: reportDayOf(month, policy, world.calendar),
    issuesAt: policy.monthlyReport.at,
    correctedById: latest?.correctedBy ?? null,
    versions: versions.map((version) => ({
      version: version.version,
      issuedOn: version.issuedOn,
      correctedBy: nameOf(version.correctedBy),
      reason: version.reason,
      confirmedBy: nameOf(version.confirmedBy),
      confirmedOn: version.confirmedOn,
      note: version.note,
    })),
    indicators: policy.indicators && {
      required: policy.indicators,
      results: latest?.indicators ?? (await confirmedIndicators(read, hallId, policy, month)),
    },
  } as const
}
