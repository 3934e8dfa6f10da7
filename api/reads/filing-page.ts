import { asc, eq, inArray } from 'drizzle-orm'
import { negativeFilingWarnings, officers } from '../../db/schema/index.ts'
import { openField, openMaybe } from '../../db/sealing/field.ts'
import { type Officer, today, type World } from '../context.ts'
import { kindOf } from '../rules/calendar.ts'
import { refusalOf } from '../rules/can.ts'
import { clockIn, worksheetIn } from '../rules/day-unit.ts'
import { FILING_LIMITS } from '../rules/deadline-basis.ts'
import {
  FILING_STEPS,
  type FilingClock,
  filingClocks,
  type FilingStep,
  isMissed,
  stepRefusal,
} from '../rules/negative-filing.ts'
import type { DeadlineSheet } from './deadline-sheets.ts'
import type { FilingInHand } from './negative-filings.ts'
import { policyOf } from './policies.ts'

/** One date with what is left of it and how it was counted. */
function clockShown(world: World, { policy }: FilingInHand, clock: FilingClock) {
  const { step, dayZero, days, unit, dueOn, provisional, doneOn } = clock
  const day = today(world)
  return {
    step,
    dueOn,
    doneOn,
    provisional,
    missed: isMissed(clock, day),
    due: { on: dueOn, provisional, ...clockIn(unit, dueOn, day, world.calendar) },
    sheet: {
      kind: FILING_LIMITS[step],
      dayZero,
      dayZeroKind: kindOf(dayZero, world.calendar),
      workingDays: days,
      unit,
      dueOn,
      provisional,
      metOn: doneOn,
      basis: 'regulation' as const,
      title: policy.titleZh,
      replacedBy: null,
      moves: [] as DeadlineSheet['moves'],
      days: worksheetIn(unit, dayZero, days, world.calendar).days,
    },
  }
}

/** What the officer may do with a filing now. */
function mayOf(officer: Officer, { relation, resource, facts }: FilingInHand) {
  const may = (act: FilingStep | 'readApplicant') =>
    refusalOf({ ...officer, relation }, act, resource) === null
  const steps = FILING_STEPS.filter((step) => stepRefusal(step, facts) === null && may(step))
  return { steps, readApplicant: may('readApplicant') }
}

/** A filing as whoever may read it sees it: everything but the applicant. */
export async function filingPage(world: World, officer: Officer, found: FilingInHand) {
  const { read } = world.store
  const { filing, hall, window, department, person, filer, policy, steps, facts } = found
  const { keys } = world
  const { number } = filing
  const opened = (column: 'content' | 'reason' | 'basis') =>
    openField(keys, `negative_filings.${column}`, number, filing[column])
  const names = await read
    .select({ id: officers.id, name: officers.name })
    .from(officers)
    .where(inArray(officers.id, [0, ...steps.map(({ takenBy }) => takenBy)]))
  const warnings = await read
    .select()
    .from(negativeFilingWarnings)
    .where(eq(negativeFilingWarnings.filingId, filing.id))
    .orderBy(asc(negativeFilingWarnings.id))
  const { unitZh, postZh } = policyOf(hall, filing.filedOn).fallbackPost
  return {
    number,
    hall: hall.name,
    title: policy.titleZh,
    section: policy.sectionZh,
    reportTo: policy.reportToZh,
    fallbackPost: `${unitZh} ${postZh}`,
    window,
    department,
    person,
    filer,
    filedOn: filing.filedOn,
    filedAt: filing.filedAt.getTime(),
    refusedOn: filing.refusedOn,
    nature: filing.nature,
    toldToWrite: filing.toldToWrite,
    content: opened('content'),
    reason: opened('reason'),
    basis: opened('basis'),
    important: facts.important,
    filedImportant: filing.important,
    state: found.resource.state,
    clocks: filingClocks(policy, facts, world.calendar).map((clock) =>
      clockShown(world, found, clock),
    ),
    steps: steps.map((row) => ({
      step: row.step,
      outcome: row.outcome,
      foundImportant: row.foundImportant,
      way: row.way,
      note: openField(keys, 'negative_filing_steps.note', `${number} ${row.step}`, row.note),
      by: names.find(({ id }) => id === row.takenBy)?.name ?? '',
      on: row.takenOn,
      at: row.takenAt.getTime(),
      late: row.countedOn > row.dueOn,
    })),
    warnings: warnings.map(({ step, level, dueOn, onDay, told }) => ({
      step,
      missed: level === 'missed',
      dueOn,
      onDay,
      told,
    })),
    may: mayOf(officer, found),
  }
}

/** Who applied and still objects, opened. */
export function applicantOf({ keys }: World, { filing }: FilingInHand) {
  const { number } = filing
  const opened = (
    column: 'applicantName' | 'applicantUnit' | 'applicantAddress' | 'applicantPhone',
  ) => openMaybe(keys, `negative_filings.${column}`, number, filing[column]) ?? ''
  return {
    name: opened('applicantName'),
    unit: opened('applicantUnit'),
    address: opened('applicantAddress'),
    phone: opened('applicantPhone'),
  }
}
