import { describe, expect, test } from 'vitest'
import { calendar } from '../../api/policies/calendar.ts'
import { policies } from '../../api/policies/index.ts'
import { ladders } from '../../api/policies/ladders/by-key.ts'
import { circularCosts } from '../../api/rules/accountability.ts'
import { arrivalOf, convertedAbsence, isEarly } from '../../api/rules/attendance-conversion.ts'
import { barsOfComplaint, lastDayOfBar, lowestWindows } from '../../api/rules/award-bars.ts'
import { postStars } from '../../api/rules/bingcha-year.ts'
import { boxDays } from '../../api/rules/box-check.ts'
import { deadlinesOf, extensionRefusal, promiseRefusal } from '../../api/rules/case-deadlines.ts'
import { DEADLINE_KINDS, FINDINGS, REPLY_FORMS, TRACKS } from '../../api/rules/case-file.ts'
import { isReported, pathOf } from '../../api/rules/case-workflow.ts'
import { clauseFigures } from '../../api/rules/clause-figures.ts'
import {
  closingRefusal,
  inquiryRefusal,
  owesPromise,
  owesWriting,
  publishingRefusal,
  replyRefusal,
  vetoesOfVerified,
  windowOrDepartment,
} from '../../api/rules/closing.ts'
import { CATEGORIES, NATURES } from '../../api/rules/complaint.ts'
import { addDays, type Day } from '../../api/rules/day.ts'
import { basisOf, limitsOf } from '../../api/rules/deadline-basis.ts'
import { deadlineWarning } from '../../api/rules/deadline-warning.ts'
import { decisionDayOf } from '../../api/rules/decision-day.ts'
import { deadlineOf, nthWorkingDayAfter } from '../../api/rules/calendar.ts'
import { hasDevices } from '../../api/rules/device-fault.ts'
import {
  electronicRating,
  offTimes,
  type RatedMonth,
  ratingDayThatCounts,
} from '../../api/rules/electronic-rating.ts'
import type { HallPolicy } from '../../api/rules/hall-policy.ts'
import { callBackDueOn, rectifyDueOn, secondRatingRefusal } from '../../api/rules/low-rating.ts'
import { filingClocks } from '../../api/rules/negative-filing.ts'
import { nominationsAllowed, nominationsUntil } from '../../api/rules/nominations.ts'
import { shiftsOn } from '../../api/rules/opening-hours.ts'
import { absenceBreach, lacksRecorder, roundsOwed } from '../../api/rules/patrol-rounds.ts'
import { holdUntilOf, monthsBefore, releaseDayOf } from '../../api/rules/outcome-release.ts'
import { type PolicyValue, valuesOf, withValue } from '../../api/rules/policy-version.ts'
import { monthCountedIn } from '../../api/rules/rating-month.ts'
import { settableValues } from '../../api/rules/policy-value.ts'
import { isLowLevel } from '../../api/rules/rating-level.ts'
import { isRepeated } from '../../api/rules/repeated-acts.ts'
import { isReportDue } from '../../api/rules/report-month.ts'
import { satisfactionOf } from '../../api/rules/satisfaction.ts'
import { oneFactOneDeduction } from '../../api/rules/scorecard.ts'
import { indicatorResults } from '../../api/rules/service-indicators.ts'
import { shownSatisfaction } from '../../api/rules/shown-ratings.ts'
import { shownPerson } from '../../api/rules/shown-person.ts'
import { softWarning } from '../../api/rules/soft-warning.ts'
import { award } from '../../api/rules/star-award.ts'
import type { Contender } from '../../api/rules/tie-chain.ts'

const RECEIVED = '2026-03-02' as Day
const HOURS_OF_A_DAY = 24
const upTo = (count: number) => Array.from({ length: count }, (_, nth) => nth)
const days = (count: number): Day[] => upTo(count).map((nth) => addDays(RECEIVED, nth))
const both = [true, false] as const

/** Every date, refusal and warning of a complaint's way under a policy. */
function complaintsOf(policy: HallPolicy) {
  const dates = (track: (typeof TRACKS)[number], extended: boolean, external: Day | null) =>
    deadlinesOf(
      policy,
      {
        track,
        receivedOn: RECEIVED,
        acceptedOn: RECEIVED,
        externalDueOn: external,
        departmentResultOn: RECEIVED,
        statementRequestedOn: RECEIVED,
        opinionOn: RECEIVED,
        groupDecidedOn: RECEIVED,
        verifiedOn: RECEIVED,
        closedOn: RECEIVED,
        extended,
      },
      calendar,
    )
  const promise = (track: (typeof TRACKS)[number]) =>
    days(20).map((promisedOn) =>
      promiseRefusal(policy, { track, acceptedOn: RECEIVED, promisedOn }, calendar),
    )
  const extension = (track: (typeof TRACKS)[number], times: number, told: Day | null) =>
    days(20).map((newDueOn) =>
      extensionRefusal(
        policy,
        {
          track,
          receivedOn: RECEIVED,
          dueOn: '2026-03-05',
          newDueOn,
          today: '2026-03-05',
          internalFinding: false,
          toldComplainantOn: told,
          times,
        },
        calendar,
      ),
    )
  const owed = { promisedOn: null, putInWriting: false, internalFinding: false }
  return {
    dates: TRACKS.flatMap((track) =>
      both.flatMap((late) => [dates(track, late, null), dates(track, late, '2026-03-12')]),
    ),
    promises: TRACKS.map(promise),
    extensions: TRACKS.flatMap((track) =>
      [0, 1, 2].flatMap((times) => [
        extension(track, times, RECEIVED),
        extension(track, times, null),
      ]),
    ),
    old: days(30).map((day) =>
      softWarning(policy, { state: 'investigating', receivedOn: RECEIVED }, day, calendar),
    ),
    warnings: DEADLINE_KINDS.flatMap((kind) =>
      days(8).map((day) =>
        deadlineWarning(policy, { kind, dueOn: '2026-03-09' }, day, false, calendar),
      ),
    ),
    basis: DEADLINE_KINDS.map((kind) => basisOf(policy, { kind, workingDays: 3 })),
    path: TRACKS.map((track) => pathOf(policy.steps, track, 'citizen')),
    reported: CATEGORIES.flatMap((category) =>
      TRACKS.flatMap((track) =>
        both.map((major) => isReported(policy.steps, { category, major, track })),
      ),
    ),
    owes: TRACKS.flatMap((track) =>
      NATURES.map((nature) => [
        owesPromise(policy.clocks, { ...owed, track, major: true, nature }),
        owesWriting(policy, { ...owed, track, major: true, nature }),
      ]),
    ),
    notes: inquiryRefusal(policy.steps, {
      notes: ['complainant', 'subject'],
      internalFinding: false,
    }),
    replies: NATURES.flatMap((nature) =>
      REPLY_FORMS.map((replyForm) => replyRefusal(policy, { ...owed, nature, replyForm })),
    ),
    closings: FINDINGS.map((finding) =>
      closingRefusal(policy, {
        ...owed,
        nature: 'written',
        finding,
        replyForm: policy.replyRule === 'record' ? 'recordForm' : 'written',
        owesSenderAnswer: false,
        scoreEntries: 0,
        scoreWaiver: '没有这一条',
        accountability: { sanctions: 0, reason: '当场改正' },
        departmentTold: true,
        circularSent: false,
        vetoedAwards: vetoesOfVerified(policies.qingpu.vetoes),
      }),
    ),
    box: boxDays(policy, { today: RECEIVED, days: 3, openedOn: '2026-01-01' }, new Set(), calendar),
    filings: policy.negativeFiling
      ? filingClocks(
          policy.negativeFiling,
          {
            filedOn: '2026-04-30',
            important: true,
            review: {
              on: '2026-04-30',
              countedOn: '2026-04-30',
              dueOn: '2026-05-08',
              outcome: 'corrected',
            },
            notice: null,
            report: null,
          },
          calendar,
        ).concat(
          filingClocks(
            policy.negativeFiling,
            { filedOn: '2026-04-30', important: false, review: null, notice: null, report: null },
            calendar,
          ),
        )
      : null,
  }
}

/** A month of a window's electronic rating in many shapes. */
const MONTHS: RatedMonth[] = [
  0, 1, 30, 33, 49, 50, 51, 52, 99, 100, 101, 102, 150, 200, 201, 300,
].flatMap((cases) =>
  [0, 1, 5, 9, 15, 19, 21, 29, 31, 39, 41, 59, 99, 100, 101].flatMap((satisfied) =>
    [0, 2].map((dissatisfied) => ({
      cases,
      completed: Math.floor(cases / 2),
      satisfied,
      dissatisfied,
      casesDuringFault: Math.floor(cases / 3),
      off: satisfied % 2,
      notPrompted: satisfied % 3 === 0 ? 1 : 0,
      refused: satisfied % 5 === 0 ? 1 : 0,
      burst: satisfied % 7 === 0 ? 1 : 0,
      selfRated: cases % 2,
      voidedSatisfied: 1,
      voidedDissatisfied: 1,
    })),
  ),
)

/** What ratings come to under a policy. */
function ratingsOf(policy: HallPolicy) {
  const { eRating, rating, publish } = policy
  const counts = new Map(rating.levels.map(({ level }, nth) => [level, nth + 6]))
  const few = new Map([[rating.levels[0]!.level, 10]])
  const follow = rating.lowFollowUp
  const progress = {
    telephoneLeft: true,
    called: true,
    proposed: null,
    approved: 'rectified',
  } as const
  return {
    satisfaction: satisfactionOf(rating.levels, counts),
    devices: hasDevices(policy),
    low: rating.levels.map(({ level }) => isLowLevel(rating, level)),
    shown: [9, 10, 11].map((count) =>
      shownSatisfaction({ ...satisfactionOf(rating.levels, few), count }, publish.leastRatings),
    ),
    counted: days(40).map((arrivedOn) =>
      monthCountedIn({ servedOn: '2026-02-20', arrivedOn }, policy, calendar),
    ),
    months: eRating && MONTHS.map((month) => electronicRating(month, eRating)),
    off:
      eRating &&
      offTimes(
        [
          { day: RECEIVED, times: 1, takenBack: false },
          { day: RECEIVED, times: 1, takenBack: false },
        ],
        eRating,
      ),
    counts: eRating && ratingDayThatCounts({ servedOn: 'served', ratedOn: 'rated' }, eRating),
    followed: follow && [
      callBackDueOn(RECEIVED, follow, calendar),
      rectifyDueOn(RECEIVED, follow, calendar),
      ...[0, 1, 2].map((secondRatings) =>
        secondRatingRefusal({ ...progress, secondRatings }, follow),
      ),
    ],
  }
}

const contender = (nth: number): Contender => ({
  id: `p${nth}`,
  score: 100 - nth,
  verifiedComplaints: 0,
  deductionPoints: 0,
  satisfaction: { rate: null, reachedStandard: false },
  attendanceFindings: 0,
  lastAwarded: null,
  attendedDays: nth,
})

/** Who would be awarded, on which day and by how many proposals, under a policy. */
function awardsOf(policy: HallPolicy) {
  const { awards, minimumAttendedDays } = policy
  const people = upTo(140).map(contender)
  return {
    given: awards.map(({ kind, places, period, nomination, ...rule }) => ({
      kind,
      places: award(people, {
        places,
        fewestAttendedDays: minimumAttendedDays[period],
        vetoes: [],
        held: [],
        on: RECEIVED,
        decision: null,
      }).places,
      decided: [
        decisionDayOf(rule, { period: '2026-03', closedOn: '2026-04-08' }, calendar),
        decisionDayOf(rule, { period: '2026-03', closedOn: null }, calendar),
      ],
      proposed:
        nomination &&
        [0, 1, 2, 5, 6, 7].map((count) =>
          nominationsAllowed(
            upTo(count).map((nth) => ({ id: `${nth}`, isAssessed: true })),
            nomination,
          ),
        ),
      until: nomination && nominationsUntil('2025-Q1', nomination, calendar),
      lowest:
        nomination &&
        lowestWindows(
          upTo(12).map((nth) => ({ id: `w${nth}`, score: nth })),
          nomination.lowestWindowsBarred,
        ),
    })),
    years: postStars(
      '2026',
      upTo(12).map((nth) => ({
        standing: { ...contender(nth), redFlags: 0 },
        monthlyTotals: upTo(nth).map(() => 90),
        sickDays: 28 + (nth % 5),
      })),
      policy,
      { on: RECEIVED, vetoes: [], held: [] },
    ),
    bars: both.flatMap((from12345) =>
      both.map((verified) =>
        barsOfComplaint(
          {
            from12345,
            verified,
            receivedOn: '2026-03-28',
            decidedOn: '2026-04-03',
            staffIds: ['s'],
            windowIds: ['w'],
          },
          policy,
        ),
      ),
    ),
    lasting: policy.vetoes.map((rule) => lastDayOfBar(RECEIVED, rule.lasts)),
    held: deadlineOf(RECEIVED, policy.heldPlaceWd, calendar),
  }
}

/** What a month, a post and a publication come to under a policy. */
function officeOf(policy: HallPolicy) {
  const { attendance, publish } = policy
  const act = { incident: 'b', on: '2026-03-09' as Day }
  const earlier = (on: Day) => ({ incident: `a${on}`, on })
  return {
    closes: nthWorkingDayAfter('2026-03', policy.monthCloseWd, calendar),
    answers: deadlineOf(RECEIVED, policy.entryAnswerWd, calendar),
    minutes: upTo(130).map((nth) => [
      arrivalOf(nth - 65, attendance),
      isEarly(nth, attendance),
      convertedAbsence([{ kind: 'late', minutes: nth }], attendance),
      convertedAbsence([{ kind: 'away', minutes: nth }], attendance),
      convertedAbsence(
        upTo(nth % 6).map(() => ({ kind: 'late' as const, minutes: 10 })),
        attendance,
      ),
    ]),
    rounds: days(3).map((day) => roundsOwed(policy, day, calendar)),
    recorder: lacksRecorder(policy.patrol, false),
    absences: upTo(70).map((minutes) => absenceBreach(policy.patrol, minutes)),
    hours: ['2026-03-02', '2026-04-30', '2026-05-01', '2026-07-01', '2026-09-30', '2026-10-01'].map(
      (day) => shiftsOn(day as Day, policy.openingHours),
    ),
    repeated: [
      [earlier('2025-03-09')],
      [earlier('2025-03-08')],
      [earlier('2024-03-09')],
      [earlier('2026-01-05'), earlier('2026-02-05')],
      [],
    ].map((before) => isRepeated(policy.repeatRule, act, before)),
    circulars: both.flatMap((sent) =>
      both.map((aboutComplaint) => circularCosts(policy, { sent, aboutComplaint })),
    ),
    points: oneFactOneDeduction(
      { item: 'complaint', points: -5 },
      [{ item: 'own', points: -5 }],
      policy,
    ),
    ladder: ladders[policy.ladder].titleZh,
    limits: limitsOf(policy),
    people: [publish.staffNames, publish.namesOfWinners].map((named) =>
      shownPerson({ number: 'A001', name: '甲' }, named),
    ),
    named: upTo(8).flatMap((staff) =>
      upTo(8).map((complaints) => windowOrDepartment(publish, { staff, complaints })),
    ),
    months: monthsBefore(RECEIVED, publish.overMonths),
    reported: upTo(HOURS_OF_A_DAY).map((hour) =>
      isReportDue('2026-03', policy, calendar, new Date(Date.UTC(2026, 2, 31, hour - 8))),
    ),
    rates: upTo(101).map((done) => {
      const counts = { asked: 100, accepted: 100, completed: done, promised: 100, inTime: done }
      return (
        policy.indicators && [
          indicatorResults(policy.indicators, counts),
          indicatorResults(policy.indicators, { ...counts, accepted: done }),
        ]
      )
    }),
    heldUntil: holdUntilOf(RECEIVED, publish, calendar),
    released: releaseDayOf('2026-03', publish, calendar),
    summaries: upTo(210).map((length) =>
      publishingRefusal(publish, {
        state: 'archived',
        category: 'attitude',
        aboutMinor: false,
        underReview: false,
        mayPublish: true,
        major: false,
        summary: '字'.repeat(length),
        openHits: 0,
        draftedBy: 1,
        approvedBy: 2,
        holdUntil: RECEIVED,
        today: '2026-04-01',
        releasedBy: null,
      }),
    ),
    clauses: upTo(8).map((cited) =>
      clauseFigures({ cited, upheld: cited }, publish.leastComplaints),
    ),
  }
}

const results = (policy: HallPolicy): string =>
  JSON.stringify([complaintsOf(policy), ratingsOf(policy), awardsOf(policy), officeOf(policy)])

/** Names, titles and vocabularies: words that are shown, not figures that are reckoned with. */
const WORDS: readonly RegExp[] = [
  /(Zh|^key|^version|^effectiveFrom|\.label)$/,
  /^(source|office|secondPerson|fallbackPost|escalation\.(near|missed))\b/,
  /^(channels|internalFindings|scope|scorecards)\b/,
  /^awards\.[^.]+\.(kind|recipient|period)$/,
  /^vetoes\.[^.]+\.(key|cause|bars\.|whom\.)/,
  /^rating\.formula$/,
  /^monthlyReport\.day$/,
]

/** What a value may be instead: something else of its own kind. */
function others(policy: HallPolicy, path: string, value: PolicyValue): PolicyValue[] {
  const settable = settableValues(policy).find((each) => each.path === path)
  if (settable?.of.kind === 'choice') return [...settable.of.choices]
  if (typeof value === 'boolean') return [!value]
  if (typeof value === 'number') return [value + 1, value - 1, value + 3, 0]
  if (value === null) return [1, 5, 3]
  if (/^\d\d:\d\d$/.test(value)) return ['07:07']
  if (/^\d\d-\d\d$/.test(value)) return ['04-20', '10-05']
  if (path.startsWith('extension.tracks')) return [...TRACKS]
  if (path === 'eRating.ratingBelongsTo') return ['service', 'rating']
  if (path === 'eRating.casesCounted') return ['accepted', 'completed']
  if (path === 'clocks.setBy') return ['regulation', 'portal']
  if (path === 'ladder') return Object.keys(ladders)
  throw new Error(`nothing is known that ${path} could be instead of ${value}`)
}

/** What hangs on a part that the hall does not have: how to extend, days for awards, what bars. */
function hangsOnNothing({ extension, awards, vetoes }: HallPolicy, path: string): boolean {
  const period = path.match(/^minimumAttendedDays\.(\w+)$/)?.[1]
  if (period) return !awards.some((award) => award.period === period)
  if (path === 'veto12345') return !vetoes.some(({ cause }) => cause === 'hotlineComplaint')
  return path.startsWith('extension.') && path !== 'extension.allowed' && !extension.allowed
}

/** A part that a policy has or has not as a whole; a null there is no value. */
const isLeftOut = (policy: HallPolicy, path: string, value: PolicyValue) =>
  hangsOnNothing(policy, path) ||
  (value === null && !settableValues(policy).some((each) => each.path === path))

describe.for(Object.entries(policies))('every value of %s is read', ([, policy]) => {
  const before = results(policy)
  const figures = valuesOf(policy).filter(
    ({ path, value }) =>
      !WORDS.some((pattern) => pattern.test(path)) && !isLeftOut(policy, path, value),
  )

  test('and changes some rule’s result when it is set otherwise', { timeout: 120_000 }, () => {
    const unread = figures.filter(
      ({ path, value }) =>
        !others(policy, path, value).some(
          (other) =>
            other !== value && results(withValue(policy, { path, value: other })) !== before,
        ),
    )
    expect(unread.map(({ path }) => path)).toEqual([])
  })
})
