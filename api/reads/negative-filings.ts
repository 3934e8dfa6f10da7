import { and, asc, eq, gte, inArray, isNull, lte, or, type SQL, sql } from 'drizzle-orm'
import {
  departments,
  halls,
  negativeFilings,
  negativeFilingSteps,
  officers,
  postings,
  staff,
  windows,
} from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'
import type { Officer } from '../context.ts'
import { Refused } from '../refused.ts'
import type { Resource } from '../rules/can.ts'
import type { Day } from '../rules/day.ts'
import {
  type FilingFacts,
  filingState,
  type FilingStep,
  type NegativeFilingPolicy,
} from '../rules/negative-filing.ts'
import { isKeptFromFiling } from './filings-seen.ts'
import { type PolicyHall, policyOf } from './policies.ts'

type Filing = typeof negativeFilings.$inferSelect
export type FilingStepRow = typeof negativeFilingSteps.$inferSelect

/** A hall's rule on refusals on file on a day; refused where the hall's regulations have none. */
export function filingPolicyOf(hall: PolicyHall, day: Day): NegativeFilingPolicy {
  const { negativeFiling } = policyOf(hall, day)
  if (negativeFiling === null) throw new Refused('no-negative-filing-here')
  return negativeFiling
}

/** A filing with the window, the person and the officer it names. */
export const filingRows = (db: Reader) =>
  db
    .select({
      filing: negativeFilings,
      hall: halls,
      window: { number: windows.number, business: windows.business },
      department: departments.name,
      person: { name: staff.name, number: staff.number },
      filer: officers.name,
    })
    .from(negativeFilings)
    .innerJoin(halls, eq(halls.id, negativeFilings.hallId))
    .innerJoin(windows, eq(windows.id, negativeFilings.windowId))
    .innerJoin(departments, eq(departments.id, windows.departmentId))
    .innerJoin(staff, eq(staff.id, negativeFilings.staffId))
    .innerJoin(officers, eq(officers.id, negativeFilings.filedBy))

/** What followed some filings, by the filing. */
export async function stepsOf(
  db: Reader,
  ids: readonly number[],
): Promise<Map<number, FilingStepRow[]>> {
  const rows = await db
    .select()
    .from(negativeFilingSteps)
    .where(inArray(negativeFilingSteps.filingId, [0, ...ids]))
    .orderBy(asc(negativeFilingSteps.id))
  return Map.groupBy(rows, ({ filingId }) => filingId)
}

const hasStep = (condition: SQL): SQL => sql`exists (select 1 from ${negativeFilingSteps}
  where ${negativeFilingSteps.filingId} = ${negativeFilings.id} and ${condition})`
const is = (step: FilingStep): SQL => sql`${negativeFilingSteps.step} = ${step}`

/** Whether a step of the filing of this row is still owed; says what `filingClocks` says. */
export const filingIsOpen: SQL = sql`(
  not ${hasStep(is('review'))}
  or (${hasStep(sql`${negativeFilingSteps.outcome} = 'corrected'`)} and not ${hasStep(is('notice'))})
  or ((${negativeFilings.important} or ${hasStep(sql`${negativeFilingSteps.foundImportant}`)})
    and not ${hasStep(is('report'))}))`

/** What of a filing its dates hang on. */
export function factsOf(
  { filedOn, important }: Pick<Filing, 'filedOn' | 'important'>,
  steps: readonly FilingStepRow[],
): FilingFacts {
  const taken = (step: FilingStep) => {
    const row = steps.find((one) => one.step === step)
    return row ? { ...row, on: row.takenOn } : null
  }
  const review = taken('review')
  return {
    filedOn,
    important: important || review?.foundImportant === true,
    review: review && { ...review, outcome: review.outcome! },
    notice: taken('notice'),
    report: taken('report'),
  }
}

/** The staff ids of those who head a window on a day. */
export async function headsOf(db: Reader, windowId: number, day: Day): Promise<number[]> {
  const rows = await db
    .select({ staffId: postings.staffId })
    .from(postings)
    .where(
      and(
        eq(postings.windowId, windowId),
        eq(postings.head, true),
        lte(postings.fromDay, day),
        or(isNull(postings.toDay), gte(postings.toDay, day)),
      ),
    )
  return rows.map(({ staffId }) => staffId)
}

/** A filing of the officer's hall by its number, and how the officer stands to it. */
export async function filingByNumber(db: Reader, officer: Officer, number: string, day: Day) {
  const [row] = await filingRows(db).where(
    and(eq(negativeFilings.number, number), eq(negativeFilings.hallId, officer.hallId)),
  )
  if (!row) throw new Refused('no-such-filing')
  const { filing, hall } = row
  const steps = (await stepsOf(db, [filing.id])).get(filing.id) ?? []
  const facts = factsOf(filing, steps)
  const resource = {
    kind: 'negativeFiling',
    state: filingState(facts),
    filedById: filing.filedBy,
    reviewedById: steps.find(({ step }) => step === 'review')?.takenBy ?? null,
    staffId: filing.staffId,
    headStaffIds: await headsOf(db, filing.windowId, day),
  } as const satisfies Resource
  const kept = await isKeptFromFiling(db, officer, filing.id)
  const relation = kept ? ('recused' as const) : null
  return { ...row, policy: filingPolicyOf(hall, filing.filedOn), steps, facts, resource, relation }
}

export type FilingInHand = Awaited<ReturnType<typeof filingByNumber>>
