import { and, eq, lte } from 'drizzle-orm'
import { negativeFilings, negativeFilingWarnings } from '../../db/schema/index.ts'
import type { Transaction } from '../../db/store.ts'
import { record } from '../acts/record.ts'
import { tellOutside } from '../acts/tell-outside.ts'
import { writeLetter } from '../acts/write-letter.ts'
import type { World } from '../context.ts'
import { reviewersOf, sectionOf, tellersOf } from '../reads/filing-people.ts'
import { hallById } from '../reads/halls.ts'
import { factsOf, filingIsOpen, filingPolicyOf, stepsOf } from '../reads/negative-filings.ts'
import { policyOf } from '../reads/policies.ts'
import type { Day } from '../rules/day.ts'
import { isOver } from '../rules/day-over.ts'
import { FILING_LIMITS } from '../rules/deadline-basis.ts'
import { type DeadlineWarning, deadlineWarning } from '../rules/deadline-warning.ts'
import type { DueJob } from '../rules/due-jobs.ts'
import { type FilingClock, filingClocks } from '../rules/negative-filing.ts'

type Filing = typeof negativeFilings.$inferSelect

/** The day's reminders of refusals on file: whoever owes a step is told when its date is near. */
export const remindOfFilings = (world: World, { hallId, day }: DueJob) =>
  warn(world, hallId!, day, ['near', 'today'])

/**
 * After closing time: a date of a refusal on file that passed is told to whoever owes the step and
 * to the section, once; where nobody is left to tell, those who can fill the post are told.
 */
export const tellOfMissedFilings = (world: World, { hallId, day }: DueJob) =>
  warn(world, hallId!, day, ['missed'])

async function warn(
  world: World,
  hallId: number,
  day: Day,
  wanted: readonly DeadlineWarning[],
): Promise<string> {
  const { read } = world.store
  const open = await read
    .select({ filing: negativeFilings })
    .from(negativeFilings)
    .where(and(eq(negativeFilings.hallId, hallId), lte(negativeFilings.filedOn, day), filingIsOpen))
  let told = 0
  for (const { filing } of open) {
    told += await world.store.write((tx) => warnOfFiling(tx, world, filing, day, wanted))
  }
  return `${told} told`
}

/** One filing, one transaction: what is already told stays untold. */
async function warnOfFiling(
  tx: Transaction,
  world: World,
  filing: Filing,
  day: Day,
  wanted: readonly DeadlineWarning[],
): Promise<number> {
  const hall = await hallById(tx, filing.hallId)
  const policy = policyOf(hall, filing.filedOn)
  const steps = (await stepsOf(tx, [filing.id])).get(filing.id) ?? []
  const clocks = filingClocks(
    filingPolicyOf(hall, filing.filedOn),
    factsOf(filing, steps),
    world.calendar,
  )
  const closed = isOver(day, policy.openingHours, world.now())
  let told = 0
  for (const clock of clocks.filter(({ doneOn }) => doneOn === null)) {
    const date = { kind: FILING_LIMITS[clock.step], dueOn: clock.dueOn }
    const level = deadlineWarning(policy, date, day, closed, world.calendar)
    if (level === null || !wanted.includes(level)) continue
    told += await warnOnce(tx, world, filing, clock, level, day)
  }
  return told
}

async function warnOnce(
  tx: Transaction,
  world: World,
  filing: Filing,
  { step, dueOn }: FilingClock,
  level: DeadlineWarning,
  day: Day,
): Promise<number> {
  const readers = await readersOf(tx, filing, step, level, day)
  const [fresh] = await tx
    .insert(negativeFilingWarnings)
    .values({ filingId: filing.id, step, level, dueOn, onDay: day, told: readers.length })
    .onConflictDoNothing()
    .returning({ id: negativeFilingWarnings.id })
  if (!fresh) return 0
  const { hallId, number } = filing
  const missed = level === 'missed'
  const about = `${dueOn}:${number}:${FILING_LIMITS[step]}:${level}`
  for (const officerId of readers) {
    const kind = missed ? 'filing-missed' : 'filing-near'
    const key = `${about}:${officerId}`
    await writeLetter(tx, world, { hallId, kind, key, caseId: null, officerId })
  }
  const outside =
    readers.length === 0 ? await tellOutside(tx, world, { hallId, caseId: null, day, about }) : {}
  await record(tx, world, {
    hallId,
    kind: missed ? 'refusal-missed' : 'refusal-warned',
    object: `negative-filing:${filing.id}`,
    officerId: null,
    particulars: { number, step, due: dueOn, level, told: readers.join(' '), ...outside },
  })
  return 1
}

/** Whoever owes the step; once it is missed the section too. */
async function readersOf(
  tx: Transaction,
  filing: Filing,
  step: FilingClock['step'],
  level: DeadlineWarning,
  day: Day,
): Promise<number[]> {
  const owing =
    step === 'notice'
      ? await tellersOf(tx, filing, day)
      : await (step === 'review' ? reviewersOf : sectionOf)(tx, filing)
  const above = level === 'missed' ? await sectionOf(tx, filing) : []
  return [...new Set([...owing, ...above].map(({ id }) => id))]
}
