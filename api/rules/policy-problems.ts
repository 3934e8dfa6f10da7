import { isDay } from './day.ts'
import { DAY_UNITS } from './day-unit.ts'
import { type ElectronicRatingFigures, QINGPU_RATING_FIGURES } from './electronic-rating-figures.ts'
import { type HallPolicy, SCORECARDS } from './hall-policy.ts'
import type { OpeningHours, Shift } from './opening-hours.ts'
import { REPORT_DAYS } from './report-month.ts'

/** Why a value of a policy cannot stand beside the others. */
export type PolicyFault =
  | 'missing'
  | 'empty'
  | 'notADay'
  | 'notATime'
  | 'notWhole'
  | 'tooSmall'
  | 'tooLarge'
  | 'twice'
  | 'outOfOrder'
  | 'crossing'
  | 'unknown'
  | 'belowNormal'
  | 'belowPromise'
  | 'besideOwnLimit'
  | 'neitherLimitNorPromise'
  | 'ceilingWithoutPromise'
  | 'aboveMaximum'
  | 'withoutLimit'
  | 'withoutMeeting'
  | 'besideMeeting'
  | 'withoutTracks'
  | 'notAllowed'
  | 'noTimesLeft'
  | 'noRoomForExtension'
  | 'notTold'
  | 'notALowLevel'
  | 'notALevel'
  | 'satisfiedLevel'
  | 'withoutFigures'
  | 'withoutFormula'
  | 'withoutChannel'
  | 'withoutScorecard'
  | 'withoutAward'
  | 'withoutCircular'
  | 'notGiven'
  | 'notOfTheYear'
  | 'afterMonthClose'
  | 'notOfThisPolicy'

/** Where a policy contradicts itself: the value's path, such as `clocks.maxWd`, and why. */
export type PolicyProblem = { path: string; fault: PolicyFault }

type AllOf<T> = { [K in keyof T]-?: true }
const namesOf = <T>(names: AllOf<T>) => Object.keys(names)

const VALUES = namesOf<HallPolicy>({
  key: true,
  nameZh: true,
  source: true,
  version: true,
  effectiveFrom: true,
  office: true,
  supervisingBodyZh: true,
  formNameZh: true,
  channels: true,
  internalFindings: true,
  scope: true,
  majorMustBeWritten: true,
  rating: true,
  eRating: true,
  clocks: true,
  extension: true,
  replyRule: true,
  externalLimit: true,
  steps: true,
  negativeFiling: true,
  patrol: true,
  scorecards: true,
  stackUnderlyingViolation: true,
  awards: true,
  vetoes: true,
  veto12345: true,
  ladder: true,
  repeatRule: true,
  circularCosts: true,
  attendance: true,
  entryAnswerWd: true,
  monthCloseWd: true,
  ratingFreezeWd: true,
  monthlyReport: true,
  indicators: true,
  minimumAttendedDays: true,
  heldPlaceWd: true,
  openingHours: true,
  publish: true,
  secondPerson: true,
  fallbackPost: true,
  escalation: true,
})

const INNER_VALUES: Readonly<Partial<Record<keyof HallPolicy, readonly string[]>>> = {
  source: namesOf<HallPolicy['source']>({ titleZh: true, number: true, date: true }),
  office: namesOf<HallPolicy['office']>({ unitZh: true, roleZh: true }),
  rating: namesOf<HallPolicy['rating']>({
    levels: true,
    lowLevels: true,
    formula: true,
    deviceMustBeOn: true,
    lowFollowUp: true,
  }),
  monthlyReport: namesOf<HallPolicy['monthlyReport']>({ day: true, at: true }),
  indicators: namesOf<NonNullable<HallPolicy['indicators']>>({
    firstAskAccepted: true,
    firstAskCompleted: true,
    onTime: true,
  }),
  clocks: namesOf<HallPolicy['clocks']>({
    setBy: true,
    acceptanceWd: true,
    coordinationOpinionWd: true,
    replyAfterDepartmentWd: true,
    normalWd: true,
    maxWd: true,
    promisedReplyWd: true,
    promiseCeilingWd: true,
    softWarnWd: true,
    externalWithoutLimitWd: true,
    externalReminderWd: true,
    statementWd: true,
    statementWdAfterExtension: true,
    groupReviewWd: true,
    coordinationMeetingWd: true,
    sanctionWd: true,
    reviewWd: true,
    archiveWd: true,
    boxCheck: true,
  }),
  extension: namesOf<HallPolicy['extension']>({
    allowed: true,
    tracks: true,
    maxTimes: true,
    mustTellComplainant: true,
  }),
  steps: namesOf<HallPolicy['steps']>({
    witnessNote: true,
    coordinationMeeting: true,
    reportToHead: true,
    circular: true,
  }),
  negativeFiling: namesOf<NonNullable<HallPolicy['negativeFiling']>>({
    titleZh: true,
    review: true,
    notice: true,
    report: true,
    unit: true,
    sectionZh: true,
    reportToZh: true,
  }),
  patrol: namesOf<HallPolicy['patrol']>({
    roundsPerDay: true,
    timed: true,
    recorder: true,
    longestAbsenceMinutes: true,
  }),
  attendance: namesOf<HallPolicy['attendance']>({
    askedBeforeStart: true,
    lateAfter: true,
    earlyFrom: true,
    conversion: true,
  }),
  eRating: Object.keys(QINGPU_RATING_FIGURES),
  minimumAttendedDays: namesOf<HallPolicy['minimumAttendedDays']>({
    month: true,
    quarter: true,
    year: true,
  }),
  openingHours: namesOf<HallPolicy['openingHours']>({ usual: true, summer: true }),
  publish: namesOf<HallPolicy['publish']>({
    minStaff: true,
    minComplaints: true,
    overMonths: true,
    holdWd: true,
    releaseWd: true,
    namesOfWinners: true,
    staffNames: true,
    summaryMax: true,
    leastComplaints: true,
    leastRatings: true,
  }),
  secondPerson: namesOf<HallPolicy['secondPerson']>({ unitZh: true, postZh: true }),
  fallbackPost: namesOf<HallPolicy['fallbackPost']>({ unitZh: true, postZh: true }),
  escalation: namesOf<HallPolicy['escalation']>({ soonWd: true, near: true, missed: true }),
}

/** Values that may be null; every other one must say something. */
export const MAY_BE_NULL: ReadonlySet<string> = new Set([
  'source.number',
  'source.date',
  'rating.lowFollowUp',
  'eRating',
  'clocks.coordinationOpinionWd',
  'clocks.replyAfterDepartmentWd',
  'clocks.normalWd',
  'clocks.maxWd',
  'clocks.promisedReplyWd',
  'clocks.promiseCeilingWd',
  'clocks.groupReviewWd',
  'clocks.coordinationMeetingWd',
  'extension.maxTimes',
  'steps.reportToHead',
  'steps.circular',
  'negativeFiling',
  'patrol.longestAbsenceMinutes',
  'repeatRule',
  'circularCosts',
  'attendance.conversion',
  'openingHours.summer',
  'indicators',
])

/** Whole figures that may be nothing at all; every other one begins with one. */
const MAY_BE_0: ReadonlySet<string> = new Set([
  'clocks.externalReminderWd',
  'patrol.roundsPerDay',
  'attendance.askedBeforeStart',
  'attendance.lateAfter',
  'minimumAttendedDays.month',
  'minimumAttendedDays.quarter',
  'minimumAttendedDays.year',
  'heldPlaceWd',
  'publish.holdWd',
  'extension.maxTimes',
])

const MONTHS_OF_A_YEAR = 12
/** Quarters end in March, June, September and December. */
const LAST_DAY_OF_EVERY_QUARTER = 30

type Found = (PolicyProblem | false | null)[]

const faultsAmong = (found: Found): PolicyProblem[] =>
  found.filter((each): each is PolicyProblem => Boolean(each))

const faultIf = (wrong: boolean, path: string, fault: PolicyFault): PolicyProblem | false =>
  wrong && { path, fault }

/** Both are there and the first is less than the second. */
const isBelow = (one: number | null, other: number | null) =>
  one !== null && other !== null && one < other

const climbs = (figures: readonly number[]) =>
  figures.every((each, at) => at === 0 || each > figures[at - 1]!)

const neverFalls = (figures: readonly number[]) =>
  figures.every((each, at) => at === 0 || each >= figures[at - 1]!)

const hasTwice = (all: readonly unknown[]) => new Set(all).size < all.length

const isHeld = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function missing(policy: HallPolicy): PolicyProblem[] {
  const isMissing = (value: unknown, path: string) =>
    value === undefined || (value === null && !MAY_BE_NULL.has(path)) || Number.isNaN(value)
  return VALUES.flatMap((name) => {
    const value: unknown = policy[name as keyof HallPolicy]
    if (isMissing(value, name)) return [{ path: name, fault: 'missing' as const }]
    const inner = value === null ? [] : (INNER_VALUES[name as keyof HallPolicy] ?? [])
    if (inner.length > 0 && !isHeld(value)) return [{ path: name, fault: 'missing' as const }]
    return inner
      .map((each) => ({ path: `${name}.${each}`, value: (value as Record<string, unknown>)[each] }))
      .filter(({ path, value }) => isMissing(value, path))
      .map(({ path }) => ({ path, fault: 'missing' as const }))
  })
}

/** Texts that say nothing, and figures that are no whole number or too small. */
function plainValues(value: unknown, path: string): PolicyProblem[] {
  if (typeof value === 'string') return faultsAmong([faultIf(value.trim() === '', path, 'empty')])
  if (typeof value === 'number') {
    const least = MAY_BE_0.has(path) || path.includes('nomination') ? 0 : 1
    return faultsAmong([
      Number.isInteger(value)
        ? faultIf(value < least, path, 'tooSmall')
        : faultIf(true, path, 'notWhole'),
    ])
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, each]) =>
    plainValues(each, path === '' ? name : `${path}.${name}`),
  )
}

function lists(policy: HallPolicy): Found {
  const { channels, scope, scorecards, awards, vetoes, escalation, key, negativeFiling } = policy
  return [
    faultIf(channels.length === 0, 'channels', 'empty'),
    faultIf(hasTwice(channels), 'channels', 'twice'),
    faultIf(hasTwice(policy.internalFindings), 'internalFindings', 'twice'),
    faultIf(
      policy.internalFindings.length > 0 && policy.steps.coordinationMeeting,
      'internalFindings',
      'besideMeeting',
    ),
    faultIf(scope.length === 0, 'scope', 'empty'),
    faultIf(scope !== 'open' && hasTwice(scope), 'scope', 'twice'),
    faultIf(
      scorecards.some((each) => !SCORECARDS.includes(each)),
      'scorecards',
      'unknown',
    ),
    faultIf(hasTwice(scorecards), 'scorecards', 'twice'),
    negativeFiling &&
      faultIf(!DAY_UNITS.includes(negativeFiling.unit), 'negativeFiling.unit', 'unknown'),
    faultIf(hasTwice(awards.map(({ kind }) => kind)), 'awards', 'twice'),
    faultIf(hasTwice(vetoes.map((veto) => veto.key)), 'vetoes', 'twice'),
    ...vetoes.map((veto, at) =>
      faultIf(!veto.key.startsWith(`${key}.`), `vetoes.${at}.key`, 'notOfThisPolicy'),
    ),
    faultIf(escalation.near.length === 0, 'escalation.near', 'empty'),
    faultIf(escalation.missed.length === 0, 'escalation.missed', 'empty'),
    faultIf(!isDay(policy.effectiveFrom), 'effectiveFrom', 'notADay'),
  ]
}

function clocks({ clocks, steps, channels }: HallPolicy): Found {
  const { normalWd, maxWd, promisedReplyWd, promiseCeilingWd } = clocks
  const ceilings = Object.entries(promiseCeilingWd ?? {})
  const coordination = ['coordinationOpinionWd', 'groupReviewWd', 'coordinationMeetingWd'] as const
  return [
    faultIf(isBelow(maxWd, normalWd), 'clocks.maxWd', 'belowNormal'),
    faultIf(isBelow(maxWd, promisedReplyWd), 'clocks.maxWd', 'belowPromise'),
    faultIf(isBelow(maxWd, clocks.softWarnWd), 'clocks.softWarnWd', 'aboveMaximum'),
    faultIf(
      normalWd !== null && promisedReplyWd !== null,
      'clocks.promisedReplyWd',
      'besideOwnLimit',
    ),
    faultIf(
      normalWd === null && promisedReplyWd === null,
      'clocks.promisedReplyWd',
      'neitherLimitNorPromise',
    ),
    faultIf(
      promiseCeilingWd !== null && promisedReplyWd === null,
      'clocks.promiseCeilingWd',
      'ceilingWithoutPromise',
    ),
    ...ceilings.map(([track, ceiling]) =>
      faultIf(isBelow(maxWd, ceiling), `clocks.promiseCeilingWd.${track}`, 'aboveMaximum'),
    ),
    promiseCeilingWd &&
      faultIf(
        !neverFalls([
          promiseCeilingWd.simple,
          promiseCeilingWd.investigated,
          promiseCeilingWd.complex,
        ]),
        'clocks.promiseCeilingWd',
        'outOfOrder',
      ),
    faultIf(
      clocks.statementWdAfterExtension < clocks.statementWd,
      'clocks.statementWdAfterExtension',
      'outOfOrder',
    ),
    ...coordination.map((name) =>
      steps.coordinationMeeting
        ? faultIf(clocks[name] === null, `clocks.${name}`, 'withoutLimit')
        : faultIf(clocks[name] !== null, `clocks.${name}`, 'withoutMeeting'),
    ),
    faultIf(
      clocks.boxCheck && !channels.some((each) => each === 'commentBox' || each === 'commentBook'),
      'clocks.boxCheck',
      'withoutChannel',
    ),
  ]
}

function extension({ extension, clocks }: HallPolicy): Found {
  const { allowed, tracks, maxTimes, mustTellComplainant } = extension
  return [
    faultIf(hasTwice(tracks), 'extension.tracks', 'twice'),
    faultIf(allowed && tracks.length === 0, 'extension.tracks', 'withoutTracks'),
    faultIf(!allowed && tracks.length > 0, 'extension.tracks', 'notAllowed'),
    faultIf(allowed && maxTimes === 0, 'extension.maxTimes', 'noTimesLeft'),
    faultIf(!allowed && maxTimes !== 0, 'extension.maxTimes', 'notAllowed'),
    faultIf(
      allowed && clocks.normalWd !== null && clocks.normalWd === clocks.maxWd,
      'extension.allowed',
      'noRoomForExtension',
    ),
    faultIf(!mustTellComplainant, 'extension.mustTellComplainant', 'notTold'),
  ]
}

function rating({ rating, eRating }: HallPolicy): Found {
  const { levels, lowLevels, formula, lowFollowUp } = rating
  const low = new Set<number>(lowLevels)
  return [
    faultIf(levels.length < 2, 'rating.levels', 'tooSmall'),
    faultIf(!climbs(levels.map(({ level }) => 0 - level)), 'rating.levels', 'outOfOrder'),
    faultIf(
      levels.some(({ level, satisfied }) => !satisfied && !low.has(level)),
      'rating.lowLevels',
      'notALowLevel',
    ),
    faultIf(
      levels.some(({ level, satisfied }) => satisfied && low.has(level)),
      'rating.lowLevels',
      'satisfiedLevel',
    ),
    faultIf(
      lowLevels.some((each) => !levels.some(({ level }) => level === each)),
      'rating.lowLevels',
      'notALevel',
    ),
    lowFollowUp &&
      faultIf(
        lowFollowUp.rectifyWd < lowFollowUp.callBackWd,
        'rating.lowFollowUp.rectifyWd',
        'outOfOrder',
      ),
    faultIf(formula === 'qpu2018' && eRating === null, 'eRating', 'withoutFigures'),
    faultIf(formula !== 'qpu2018' && eRating !== null, 'eRating', 'withoutFormula'),
    ...(eRating ? figures(eRating) : []),
  ]
}

function figures(figures: ElectronicRatingFigures): Found {
  const { best, shares, shortfall, shortfallBeyond, flatStandard, deductions } = figures
  const points = [...shortfall.map((band) => band.points), shortfallBeyond]
  return [
    faultIf(best <= 0, 'eRating.best', 'tooSmall'),
    faultIf(flatStandard < 0, 'eRating.flatStandard', 'tooSmall'),
    faultIf(!climbs(shares.map(({ upToCases }) => upToCases)), 'eRating.shares', 'outOfOrder'),
    faultIf(
      shares.some(({ percent }) => percent > 100),
      'eRating.shares',
      'tooLarge',
    ),
    faultIf(
      shares.some(({ percent }) => percent <= 0),
      'eRating.shares',
      'tooSmall',
    ),
    faultIf(!climbs(shortfall.map(({ upTo }) => upTo)), 'eRating.shortfall', 'outOfOrder'),
    faultIf(!neverFalls(points), 'eRating.shortfall', 'outOfOrder'),
    ...Object.entries(deductions).map(([kind, each]) =>
      faultIf(each < 0, `eRating.deductions.${kind}`, 'tooSmall'),
    ),
  ]
}

function awards({ awards, vetoes, scorecards, ...policy }: HallPolicy): Found {
  const given = new Set(awards.map(({ kind }) => kind))
  return [
    faultIf(awards.length > 0 && scorecards.length === 0, 'awards', 'withoutScorecard'),
    ...awards.flatMap(({ leastMonths, nomination, period }, at) => [
      faultIf(
        leastMonths !== null && period !== 'year',
        `awards.${at}.leastMonths`,
        'notOfTheYear',
      ),
      faultIf(
        leastMonths !== null && leastMonths > MONTHS_OF_A_YEAR,
        `awards.${at}.leastMonths`,
        'tooLarge',
      ),
      ...(nomination ? nominations(nomination, `awards.${at}.nomination`) : []),
    ]),
    ...vetoes.flatMap(({ bars, whom, cause, above }, at) => [
      faultIf(bars.length === 0, `vetoes.${at}.bars`, 'empty'),
      faultIf(whom.length === 0, `vetoes.${at}.whom`, 'empty'),
      faultIf(
        bars.some((bar) => !given.has(bar)),
        `vetoes.${at}.bars`,
        'notGiven',
      ),
      faultIf(cause === 'sickLeave' && above === undefined, `vetoes.${at}.above`, 'missing'),
    ]),
    faultIf(
      policy.veto12345 === 'anyTransferred' && !policy.channels.includes('hotlineTransfer'),
      'veto12345',
      'withoutChannel',
    ),
    faultIf(
      policy.publish.namesOfWinners && awards.length === 0,
      'publish.namesOfWinners',
      'withoutAward',
    ),
    faultIf(
      policy.circularCosts !== null && policy.steps.circular === null,
      'circularCosts',
      'withoutCircular',
    ),
    faultIf(
      policy.circularCosts !== null && scorecards.length === 0,
      'circularCosts',
      'withoutScorecard',
    ),
    faultIf(
      policy.stackUnderlyingViolation && scorecards.length === 0,
      'stackUnderlyingViolation',
      'withoutScorecard',
    ),
  ]
}

type Nomination = NonNullable<HallPolicy['awards'][number]['nomination']>

function nominations({ untilDayOfLastMonth, places }: Nomination, path: string): Found {
  const ends = places.map(({ upToStaff }) => upToStaff)
  const until = ends.slice(0, -1)
  return [
    faultIf(untilDayOfLastMonth < 1, `${path}.untilDayOfLastMonth`, 'tooSmall'),
    faultIf(
      untilDayOfLastMonth > LAST_DAY_OF_EVERY_QUARTER,
      `${path}.untilDayOfLastMonth`,
      'tooLarge',
    ),
    faultIf(places.length === 0, `${path}.places`, 'empty'),
    faultIf(
      places.length > 0 &&
        (ends.at(-1) !== null ||
          until.includes(null) ||
          !climbs(until.map(Number)) ||
          !neverFalls(places.map((each) => each.places))),
      `${path}.places`,
      'outOfOrder',
    ),
  ]
}

function accountability({ repeatRule, patrol, attendance }: HallPolicy): Found {
  const { conversion, lateAfter } = attendance
  return [
    faultIf(repeatRule !== null && repeatRule.count < 2, 'repeatRule.count', 'tooSmall'),
    faultIf(patrol.timed && patrol.roundsPerDay === 0, 'patrol.roundsPerDay', 'tooSmall'),
    faultIf(
      conversion !== null && conversion.lateHalfDayFrom <= lateAfter,
      'attendance.conversion.lateHalfDayFrom',
      'outOfOrder',
    ),
  ]
}

function month(policy: HallPolicy): Found {
  const { monthCloseWd, ratingFreezeWd, entryAnswerWd, minimumAttendedDays } = policy
  const { month, quarter, year } = minimumAttendedDays
  return [
    faultIf(ratingFreezeWd > monthCloseWd, 'ratingFreezeWd', 'afterMonthClose'),
    faultIf(entryAnswerWd > monthCloseWd, 'entryAnswerWd', 'afterMonthClose'),
    faultIf(!neverFalls([month, quarter, year]), 'minimumAttendedDays', 'outOfOrder'),
  ]
}

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/
const MONTH_DAY = /^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/

function shifts(all: readonly Shift[], path: string): Found {
  const times = all.flatMap(({ opens, closes }) => [opens, closes])
  if (times.length === 0) return [{ path, fault: 'empty' }]
  if (!times.every((time) => TIME.test(time))) return [{ path, fault: 'notATime' }]
  const apart = times.every((time, at) => at === 0 || time > times[at - 1]!)
  return [faultIf(!apart, path, 'crossing')]
}

function hours({ usual, summer }: OpeningHours): Found {
  if (summer === null) return shifts(usual, 'openingHours.usual')
  const { from, until } = summer
  const areDays = MONTH_DAY.test(from) && MONTH_DAY.test(until)
  return [
    ...shifts(usual, 'openingHours.usual'),
    ...shifts(summer.shifts, 'openingHours.summer.shifts'),
    faultIf(!areDays, 'openingHours.summer.from', 'notADay'),
    faultIf(areDays && until < from, 'openingHours.summer.until', 'outOfOrder'),
  ]
}

function reports({ monthlyReport, indicators }: HallPolicy): Found {
  return [
    faultIf(!REPORT_DAYS.includes(monthlyReport.day), 'monthlyReport.day', 'unknown'),
    faultIf(!TIME.test(monthlyReport.at), 'monthlyReport.at', 'notATime'),
    ...Object.entries(indicators ?? {}).map(([name, percent]) =>
      faultIf(percent > 100, `indicators.${name}`, 'tooLarge'),
    ),
  ]
}

/**
 * Where a hall's policy contradicts itself or leaves a value out: each value by its path and why;
 * nothing for a policy a hall can run on. What is missing is named alone, before anything else.
 */
export function policyProblems(policy: HallPolicy): PolicyProblem[] {
  const left = missing(policy)
  if (left.length > 0) return left
  return [
    ...plainValues({ ...policy, eRating: null }, ''),
    ...faultsAmong([
      ...lists(policy),
      ...clocks(policy),
      ...extension(policy),
      ...rating(policy),
      ...awards(policy),
      ...accountability(policy),
      ...month(policy),
      ...reports(policy),
      ...hours(policy.openingHours),
    ]),
  ]
}

/**
 * The policy, when a hall can run on it under this key. Throws an error that names the policy and
 * every value at fault, so that a broken file is noticed when the portal starts.
 */
export function soundPolicy(key: string, policy: HallPolicy): HallPolicy {
  const problems: PolicyProblem[] = [
    ...policyProblems(policy),
    ...faultsAmong([faultIf(policy.key !== key, 'key', 'notOfThisPolicy')]),
  ]
  if (problems.length === 0) return policy
  const named = problems.map(({ path, fault }) => `${path} (${fault})`)
  throw new Error(`The policy ${key} does not hold: ${named.join(', ')}`)
}
