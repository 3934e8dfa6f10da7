import { describe, expect, test } from 'vitest'
import { policies, type PolicyKey } from '../../api/policies/index.ts'
import type { HallPolicy } from '../../api/rules/hall-policy.ts'
import { type PolicyFault, policyProblems, soundPolicy } from '../../api/rules/policy-problems.ts'

type Anything = Record<string, unknown>

/** A policy of ours with values put at their paths; undefined takes a value away. */
function changed(key: PolicyKey, values: Anything): HallPolicy {
  const policy = structuredClone(policies[key]) as unknown as Anything
  for (const [path, value] of Object.entries(values)) {
    const names = path.split('.')
    const last = names.pop()!
    const holder = names.reduce((held, name) => held[name] as Anything, policy)
    if (value === undefined) delete holder[last]
    else holder[last] = value
  }
  return policy as unknown as HallPolicy
}

test.for(Object.keys(policies) as PolicyKey[])('%s contradicts itself nowhere', (key) => {
  expect(policyProblems(policies[key])).toEqual([])
  expect(soundPolicy(key, policies[key])).toBe(policies[key])
})

const shift = (opens: string, closes: string) => ({ opens, closes })
const level = (of: number, satisfied: boolean) => ({ level: of, label: '好', satisfied })
const veto = (values: Anything) => [
  {
    key: 'anci.more',
    cause: 'smoking',
    bars: ['modelPerson'],
    whom: ['person'],
    lasts: 'month',
    ...values,
  },
]

describe('one contradiction at a time', () => {
  test.for<[why: string, key: PolicyKey, values: Anything, path: string, fault: PolicyFault]>([
    ['a value left out', 'anci', { ladder: undefined }, 'ladder', 'missing'],
    ['a clock left out', 'qingpu', { 'clocks.maxWd': undefined }, 'clocks.maxWd', 'missing'],
    ['a group left out', 'anci', { publish: undefined }, 'publish', 'missing'],
    [
      'a limit that every hall has',
      'anci',
      { 'clocks.acceptanceWd': null },
      'clocks.acceptanceWd',
      'missing',
    ],
    [
      'a figure of the electronic rating left out',
      'qingpu',
      { 'eRating.flatStandard': undefined },
      'eRating.flatStandard',
      'missing',
    ],
    ['a hall without a name', 'anci', { nameZh: ' ' }, 'nameZh', 'empty'],
    [
      'a day that does not exist',
      'anci',
      { effectiveFrom: '2025-02-30' },
      'effectiveFrom',
      'notADay',
    ],
    [
      'days that nobody counts',
      'bingcha',
      { 'negativeFiling.unit': 'weeks' },
      'negativeFiling.unit',
      'unknown',
    ],
    [
      'a filing that is reported to nobody',
      'bingcha',
      { 'negativeFiling.reportToZh': undefined },
      'negativeFiling.reportToZh',
      'missing',
    ],
    [
      'a review within no days',
      'bingcha',
      { 'negativeFiling.review': 0 },
      'negativeFiling.review',
      'tooSmall',
    ],
    ['half a working day', 'anci', { 'clocks.archiveWd': 2.5 }, 'clocks.archiveWd', 'notWhole'],
    ['a limit of no days', 'qingpu', { 'clocks.reviewWd': 0 }, 'clocks.reviewWd', 'tooSmall'],
    [
      'a maximum below the limit',
      'qingpu',
      { 'clocks.maxWd': 2, 'clocks.softWarnWd': 2 },
      'clocks.maxWd',
      'belowNormal',
    ],
    [
      'a maximum below the promise',
      'anci',
      { 'clocks.maxWd': 9, 'clocks.softWarnWd': 8 },
      'clocks.maxWd',
      'belowPromise',
    ],
    [
      'warned after the maximum',
      'qingpu',
      { 'clocks.softWarnWd': 11 },
      'clocks.softWarnWd',
      'aboveMaximum',
    ],
    [
      'limit and promise',
      'qingpu',
      { 'clocks.promisedReplyWd': 5 },
      'clocks.promisedReplyWd',
      'besideOwnLimit',
    ],
    [
      'neither limit nor promise',
      'anci',
      { 'clocks.promisedReplyWd': null },
      'clocks.promisedReplyWd',
      'neitherLimitNorPromise',
    ],
    [
      'a ceiling without a promise',
      'qingpu',
      { 'clocks.promiseCeilingWd': { simple: 1, investigated: 2, complex: 3 } },
      'clocks.promiseCeilingWd',
      'ceilingWithoutPromise',
    ],
    [
      'a promise beyond the maximum',
      'bingcha',
      { 'clocks.maxWd': 10, 'clocks.promiseCeilingWd.complex': 11 },
      'clocks.promiseCeilingWd.complex',
      'aboveMaximum',
    ],
    [
      'the simple path promised longer than the complex one',
      'bingcha',
      { 'clocks.promiseCeilingWd.simple': 11 },
      'clocks.promiseCeilingWd',
      'outOfOrder',
    ],
    [
      'less time for a statement after an extension',
      'anci',
      { 'clocks.statementWd': 4 },
      'clocks.statementWdAfterExtension',
      'outOfOrder',
    ],
    [
      'a meeting without its limit',
      'anci',
      { 'clocks.groupReviewWd': null },
      'clocks.groupReviewWd',
      'withoutLimit',
    ],
    [
      'a limit for a meeting nobody holds',
      'qingpu',
      { 'clocks.coordinationMeetingWd': 3 },
      'clocks.coordinationMeetingWd',
      'withoutMeeting',
    ],
    [
      'a box where there is none',
      'qingpu',
      { 'clocks.boxCheck': true },
      'clocks.boxCheck',
      'withoutChannel',
    ],
    [
      'an extension of no track',
      'qingpu',
      { 'extension.tracks': [] },
      'extension.tracks',
      'withoutTracks',
    ],
    [
      'tracks without an extension',
      'anci',
      { 'extension.tracks': ['complex'] },
      'extension.tracks',
      'notAllowed',
    ],
    [
      'an extension, no times',
      'bingcha',
      { 'extension.maxTimes': 0 },
      'extension.maxTimes',
      'noTimesLeft',
    ],
    [
      'times without an extension',
      'anci',
      { 'extension.maxTimes': null },
      'extension.maxTimes',
      'notAllowed',
    ],
    [
      'no room to extend',
      'qingpu',
      { 'clocks.normalWd': 10 },
      'extension.allowed',
      'noRoomForExtension',
    ],
    [
      'extended without a word',
      'qingpu',
      { 'extension.mustTellComplainant': false },
      'extension.mustTellComplainant',
      'notTold',
    ],
    [
      'an unsatisfied level not asked for reasons',
      'anci',
      { 'rating.lowLevels': [1] },
      'rating.lowLevels',
      'notALowLevel',
    ],
    [
      'a satisfied level asked for reasons',
      'anci',
      { 'rating.lowLevels': [3, 2, 1] },
      'rating.lowLevels',
      'satisfiedLevel',
    ],
    [
      'a low level nobody can choose',
      'qingpu',
      { 'rating.lowLevels': [1, 2] },
      'rating.lowLevels',
      'notALevel',
    ],
    [
      'the worst level first',
      'anci',
      { 'rating.levels': [level(1, false), level(5, true)], 'rating.lowLevels': [1] },
      'rating.levels',
      'outOfOrder',
    ],
    [
      'one level alone',
      'anci',
      { 'rating.levels': [level(5, true)], 'rating.lowLevels': [] },
      'rating.levels',
      'tooSmall',
    ],
    [
      'a formula without figures',
      'anci',
      { 'rating.formula': 'qpu2018' },
      'eRating',
      'withoutFigures',
    ],
    [
      'figures without a formula',
      'qingpu',
      { 'rating.formula': 'displayOnly' },
      'eRating',
      'withoutFormula',
    ],
    [
      'a share above all cases',
      'qingpu',
      { 'eRating.shares.0.percent': 101 },
      'eRating.shares',
      'tooLarge',
    ],
    [
      'shares that overlap',
      'qingpu',
      { 'eRating.shares.0.upToCases': 100 },
      'eRating.shares',
      'outOfOrder',
    ],
    [
      'fewer points for more missing',
      'qingpu',
      { 'eRating.shortfallBeyond': 3 },
      'eRating.shortfall',
      'outOfOrder',
    ],
    ['no way in', 'anci', { channels: [], 'clocks.boxCheck': false }, 'channels', 'empty'],
    ['a way in twice', 'qingpu', { channels: ['phone', 'phone'] }, 'channels', 'twice'],
    ['nothing to complain about', 'qingpu', { scope: [] }, 'scope', 'empty'],
    ['a sheet nobody wrote', 'anci', { scorecards: ['elsewhere'] }, 'scorecards', 'unknown'],
    ['awards without a sheet', 'anci', { scorecards: [] }, 'awards', 'withoutScorecard'],
    [
      'months for a monthly award',
      'anci',
      { 'awards.0.leastMonths': 6 },
      'awards.0.leastMonths',
      'notOfTheYear',
    ],
    [
      'thirteen months of a year',
      'bingcha',
      { 'awards.1.leastMonths': 13 },
      'awards.1.leastMonths',
      'tooLarge',
    ],
    ['an award without a place', 'anci', { 'awards.0.places': 0 }, 'awards.0.places', 'tooSmall'],
    [
      'a veto on an award not given',
      'anci',
      { vetoes: veto({ bars: ['yearStar'] }) },
      'vetoes.0.bars',
      'notGiven',
    ],
    ['a veto on nobody', 'anci', { vetoes: veto({ whom: [] }) }, 'vetoes.0.whom', 'empty'],
    [
      'a veto by the key of another',
      'anci',
      { vetoes: veto({ key: 'qingpu.v1' }) },
      'vetoes.0.key',
      'notOfThisPolicy',
    ],
    ['a veto twice', 'anci', { vetoes: [...veto({}), ...veto({})] }, 'vetoes', 'twice'],
    [
      'sick leave without its days',
      'bingcha',
      { 'vetoes.0.above': undefined },
      'vetoes.0.above',
      'missing',
    ],
    [
      'a hotline that barred awards but cannot be heard',
      'qingpu',
      { veto12345: 'anyTransferred', channels: ['phone'] },
      'veto12345',
      'withoutChannel',
    ],
    [
      'winners of no award',
      'standard',
      { 'publish.namesOfWinners': true },
      'publish.namesOfWinners',
      'withoutAward',
    ],
    [
      'points for a circular nobody sends',
      'anci',
      { circularCosts: 'everyCircular' },
      'circularCosts',
      'withoutCircular',
    ],
    [
      'points twice where there are none',
      'standard',
      { stackUnderlyingViolation: true },
      'stackUnderlyingViolation',
      'withoutScorecard',
    ],
    [
      'nominations on the thirty-first',
      'qingpu',
      { 'awards.0.nomination.untilDayOfLastMonth': 31 },
      'awards.0.nomination.untilDayOfLastMonth',
      'tooLarge',
    ],
    [
      'fewer places for larger windows',
      'qingpu',
      { 'awards.0.nomination.places.1.places': 3 },
      'awards.0.nomination.places',
      'outOfOrder',
    ],
    [
      'no places for the largest windows',
      'qingpu',
      { 'awards.0.nomination.places.2.upToStaff': 9 },
      'awards.0.nomination.places',
      'outOfOrder',
    ],
    [
      'a repetition at the first time',
      'anci',
      { 'repeatRule.count': 1 },
      'repeatRule.count',
      'tooSmall',
    ],
    [
      'rounds at set times, but none',
      'qingpu',
      { 'patrol.roundsPerDay': 0 },
      'patrol.roundsPerDay',
      'tooSmall',
    ],
    [
      'half a day absent before anybody is late',
      'yuanzhou',
      { 'attendance.lateAfter': 60 },
      'attendance.conversion.lateHalfDayFrom',
      'outOfOrder',
    ],
    [
      'ratings counted after the close',
      'anci',
      { ratingFreezeWd: 6 },
      'ratingFreezeWd',
      'afterMonthClose',
    ],
    [
      'a low rating made good before anybody calls',
      'standard',
      { 'rating.lowFollowUp.callBackWd': 16 },
      'rating.lowFollowUp.rectifyWd',
      'outOfOrder',
    ],
    [
      'a low rating followed up by no day',
      'standard',
      { 'rating.lowFollowUp.callBackWd': 0 },
      'rating.lowFollowUp.callBackWd',
      'tooSmall',
    ],
    [
      'whether low ratings are followed up, left out',
      'anci',
      { 'rating.lowFollowUp': undefined },
      'rating.lowFollowUp',
      'missing',
    ],
    ['answers after the close', 'anci', { entryAnswerWd: 6 }, 'entryAnswerWd', 'afterMonthClose'],
    [
      'more days for a month than for a quarter',
      'anci',
      { 'minimumAttendedDays.month': 31 },
      'minimumAttendedDays',
      'outOfOrder',
    ],
    [
      'an afternoon that begins in the morning',
      'anci',
      { 'openingHours.usual': [shift('08:30', '13:30'), shift('13:00', '17:30')] },
      'openingHours.usual',
      'crossing',
    ],
    [
      'closed before it opens',
      'bingcha',
      { 'openingHours.summer.shifts': [shift('11:30', '08:00')] },
      'openingHours.summer.shifts',
      'crossing',
    ],
    ['never open', 'anci', { 'openingHours.usual': [] }, 'openingHours.usual', 'empty'],
    [
      'a report on a day nobody knows',
      'qingpu',
      { 'monthlyReport.day': 'someDay' },
      'monthlyReport.day',
      'unknown',
    ],
    [
      'a report at no time',
      'qingpu',
      { 'monthlyReport.at': '24:30' },
      'monthlyReport.at',
      'notATime',
    ],
    [
      'a rate left out',
      'yichuang',
      { 'indicators.onTime': undefined },
      'indicators.onTime',
      'missing',
    ],
    [
      'a rate above all cases',
      'yichuang',
      { 'indicators.onTime': 101 },
      'indicators.onTime',
      'tooLarge',
    ],
    [
      'an hour of no clock',
      'anci',
      { 'openingHours.usual': [shift('08:30', '25:00')] },
      'openingHours.usual',
      'notATime',
    ],
    [
      'a summer that ends first',
      'bingcha',
      { 'openingHours.summer.until': '04-30' },
      'openingHours.summer.until',
      'outOfOrder',
    ],
    [
      'a window named with nobody in it',
      'anci',
      { 'publish.minStaff': 0 },
      'publish.minStaff',
      'tooSmall',
    ],
    [
      'figures of no complaint',
      'anci',
      { 'publish.leastComplaints': 0 },
      'publish.leastComplaints',
      'tooSmall',
    ],
    [
      'a missed date told to nobody',
      'anci',
      { 'escalation.missed': [] },
      'escalation.missed',
      'empty',
    ],
  ])('%s', ([, key, values, path, fault]) => {
    expect(policyProblems(changed(key, values))).toEqual([{ path, fault }])
  })
})

test('a broken policy stops the start, naming itself and the value', () => {
  const broken = changed('qingpu', { 'clocks.maxWd': undefined })
  expect(() => soundPolicy('qingpu', broken)).toThrow(/qingpu.*clocks\.maxWd \(missing\)/)
  expect(() => soundPolicy('anci', policies.qingpu)).toThrow(/anci.*key \(notOfThisPolicy\)/)
})
