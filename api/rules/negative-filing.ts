import type { Calendar } from './calendar.ts'
import type { Nature } from './complaint.ts'
import { type Day, type Month, monthOf } from './day.ts'
import { type DayUnit, dueIn } from './day-unit.ts'

/**
 * A hall's rule on refusals that are put on file (否定报备): its title, the limits of its three
 * steps and the days they count, who reviews and to whom important matters are reported.
 */
export type NegativeFilingPolicy = {
  titleZh: string
  review: number
  notice: number
  report: number
  unit: DayUnit
  sectionZh: string
  reportToZh: string
}

/** What follows a filing: its review, telling the applicant of a correction, the report upwards. */
export const FILING_STEPS = ['review', 'notice', 'report'] as const
export type FilingStep = (typeof FILING_STEPS)[number]

/** What the review finds: the refusal was right, or it was wrong and is corrected. */
export const REVIEW_OUTCOMES = ['upheld', 'corrected'] as const
export type ReviewOutcome = (typeof REVIEW_OUTCOMES)[number]

/** How the applicant is told of a correction. */
export const NOTICE_WAYS = ['inPerson', 'phone', 'inWriting'] as const
export type NoticeWay = (typeof NOTICE_WAYS)[number]

/**
 * A step that was taken: the day it was, the day it counts as (after closing time the next working
 * day), and the date that held for it.
 */
export type StepTaken = { on: Day; countedOn: Day; dueOn: Day }

/** What of a filing its dates hang on. */
export type FilingFacts = {
  filedOn: Day
  important: boolean
  review: (StepTaken & { outcome: ReviewOutcome }) | null
  notice: StepTaken | null
  report: StepTaken | null
}

/** One date of a filing; `doneOn` is the day the step counts as taken. */
export type FilingClock = {
  step: FilingStep
  dayZero: Day
  days: number
  unit: DayUnit
  dueOn: Day
  provisional: boolean
  doneOn: Day | null
}

const dayZeroOf: Record<FilingStep, (facts: FilingFacts) => Day | null> = {
  review: ({ filedOn }) => filedOn,
  notice: ({ review }) => (review?.outcome === 'corrected' ? review.on : null),
  report: ({ filedOn, important }) => (important ? filedOn : null),
}

/**
 * The dates a filing has so far. Bingcha 否定报备制度: the section's head reviews within three days
 * of the filing; when the refusal is corrected, the applicant is told within three days of the
 * correction; an important matter is reported within three days of the filing, whatever becomes of
 * the other two. The day of the start event is day zero. A step that was taken keeps its date.
 */
export const filingClocks = (
  policy: NegativeFilingPolicy,
  facts: FilingFacts,
  calendar: Calendar,
): FilingClock[] =>
  FILING_STEPS.flatMap((step): FilingClock[] => {
    const dayZero = dayZeroOf[step](facts)
    if (dayZero === null) return []
    const { unit } = policy
    const { day, provisional } = dueIn(unit, dayZero, policy[step], calendar)
    const taken = facts[step]
    const clock = { step, dayZero, days: policy[step], unit }
    return taken
      ? [{ ...clock, dueOn: taken.dueOn, provisional: false, doneOn: taken.countedOn }]
      : [{ ...clock, dueOn: day, provisional, doneOn: null }]
  })

/** Where a filing stands. */
export const FILING_STATES = ['filed', 'upheld', 'corrected', 'told'] as const
export type FilingState = (typeof FILING_STATES)[number]

/** Where a filing stands: under review, upheld, corrected, or corrected and the applicant told. */
export function filingState({ review, notice }: FilingFacts): FilingState {
  if (review === null) return 'filed'
  if (review.outcome === 'upheld') return 'upheld'
  return notice === null ? 'corrected' : 'told'
}

/** Why a step cannot be taken. */
export type StepRefusal =
  | 'filing-reviewed'
  | 'filing-not-reviewed'
  | 'filing-upheld'
  | 'applicant-told'
  | 'report-not-owed'
  | 'filing-reported'

/**
 * Why a step cannot be taken now, or null. Each is taken once; only a correction is told to the
 * applicant, only an important matter is reported, before the review or after it.
 */
export function stepRefusal(step: FilingStep, facts: FilingFacts): StepRefusal | null {
  switch (step) {
    case 'review':
      return facts.review === null ? null : 'filing-reviewed'
    case 'notice':
      if (facts.review === null) return 'filing-not-reviewed'
      if (facts.review.outcome === 'upheld') return 'filing-upheld'
      return facts.notice === null ? null : 'applicant-told'
    case 'report':
      if (!facts.important) return 'report-not-owed'
      return facts.report === null ? null : 'filing-reported'
  }
}

/** What the filer says of the talk at the window. */
export type Refusing = {
  nature: Nature
  toldToWrite: boolean
  explained: boolean
  objects: boolean
}

/** What is still missing before a refusal may be put on file. */
export type FilingProblem = 'not-yet-explained' | 'nobody-objects' | 'writing-not-told'

/**
 * What stands in the way of a filing, by the field it belongs to. Bingcha 否定报备制度: only a
 * refusal that was explained and that the applicant still objects to is put on file; whoever asked
 * by word of mouth was answered at once and told to apply in writing.
 */
export function filingProblems({
  nature,
  toldToWrite,
  explained,
  objects,
}: Refusing): Partial<Record<keyof Refusing, FilingProblem[]>> {
  return {
    ...(explained ? {} : { explained: ['not-yet-explained'] }),
    ...(objects ? {} : { objects: ['nobody-objects'] }),
    ...(nature === 'written' || toldToWrite ? {} : { toldToWrite: ['writing-not-told'] }),
  }
}

/** Whether a date was missed: the step counts as taken after it, or by `asOf` not at all. */
export const isMissed = ({ dueOn, doneOn }: FilingClock, asOf: Day): boolean =>
  (doneOn ?? asOf) > dueOn

/** What a month's report says of refusals on file. */
export type FilingCounts = { filed: number; corrected: number; late: number }

/**
 * The filings of a month, the corrections decided in it, and the filings of which a date that fell
 * in it was missed; `asOf` is the day on which what is still open counts as not done.
 */
export function filingCounts(
  filings: readonly { facts: FilingFacts; clocks: readonly FilingClock[] }[],
  month: Month,
  asOf: Day,
): FilingCounts {
  const isIn = (day: Day) => monthOf(day) === month
  const corrected = filings.filter(
    ({ facts: { review } }) => review?.outcome === 'corrected' && isIn(review.on),
  )
  const late = filings.filter(({ clocks }) =>
    clocks.some((clock) => isIn(clock.dueOn) && isMissed(clock, asOf)),
  )
  return {
    filed: filings.filter(({ facts }) => isIn(facts.filedOn)).length,
    corrected: corrected.length,
    late: late.length,
  }
}
