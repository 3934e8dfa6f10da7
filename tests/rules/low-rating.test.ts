import { describe, expect, test } from 'vitest'
import { calendar } from '../../api/policies/calendar.ts'
import { standard } from '../../api/policies/standard.ts'
import type { Day } from '../../api/rules/day.ts'
import {
  callBackDueOn,
  callRefusal,
  decisionRefusal,
  type LowRatingClock,
  type LowRatingProgress,
  type LowRatingRefusal,
  owedOf,
  proposalRefusal,
  rectifyDueOn,
  secondRatingRefusal,
  telephoneRefusal,
} from '../../api/rules/low-rating.ts'

const FOLLOW_UP = standard.rating.lowFollowUp!

describe('the two limits', () => {
  test.for<[why: string, dayZero: Day, call: Day, rectified: Day]>([
    ['the day itself does not count', '2026-03-02', '2026-03-03', '2026-03-23'],
    ['left on a Friday, called on Monday', '2026-03-06', '2026-03-09', '2026-03-27'],
    ['a Saturday counts from the Monday', '2026-03-07', '2026-03-09', '2026-03-27'],
    ['before Spring Festival', '2026-02-13', '2026-02-14', '2026-03-12'],
    ['over the October holidays', '2026-09-30', '2026-10-08', '2026-10-27'],
  ])('%s', ([, dayZero, call, rectified]) => {
    expect(callBackDueOn(dayZero, FOLLOW_UP, calendar)).toBe(call)
    expect(rectifyDueOn(dayZero, FOLLOW_UP, calendar)).toBe(rectified)
  })
})

const progress = (changed: Partial<LowRatingProgress>): LowRatingProgress => ({
  telephoneLeft: false,
  called: false,
  proposed: null,
  approved: null,
  secondRatings: 0,
  ...changed,
})
const LEFT = { telephoneLeft: true }
const CALLED = { telephoneLeft: true, called: true }

test.for<[why: string, changed: Partial<LowRatingProgress>, owed: LowRatingClock[]]>([
  ['without a telephone nobody is called', {}, ['rectify']],
  ['with a telephone both are owed', LEFT, ['callBack', 'rectify']],
  ['once called only the rest', CALLED, ['rectify']],
  ['what is proposed is not yet done', { ...CALLED, proposed: 'rectified' }, ['rectify']],
  ['nothing once it has ended', { ...CALLED, approved: 'mistaken' }, []],
])('%s', ([, changed, owed]) => {
  const how = progress(changed)
  expect(owedOf({ ...how, ended: how.approved !== null })).toEqual(owed)
})

describe('what may be done when', () => {
  const rules: Record<string, (how: LowRatingProgress) => LowRatingRefusal | null> = {
    telephone: telephoneRefusal,
    call: callRefusal,
    proposal: proposalRefusal,
    decision: decisionRefusal,
    again: (how) => secondRatingRefusal(how, FOLLOW_UP),
  }
  test.for<
    [
      why: string,
      rule: string,
      changed: Partial<LowRatingProgress>,
      refusal: LowRatingRefusal | null,
    ]
  >([
    ['a telephone may be left later', 'telephone', {}, null],
    ['not once it has ended', 'telephone', { approved: 'rectified' }, 'low-rating-ended'],
    ['nobody is called without one', 'call', {}, 'no-telephone-left'],
    ['who was not reached is called again', 'call', CALLED, null],
    ['nobody once it has ended', 'call', { ...LEFT, approved: 'rectified' }, 'low-rating-ended'],
    ['without a telephone it is rectified at once', 'proposal', {}, null],
    ['with one the call comes first', 'proposal', LEFT, 'call-back-first'],
    ['then the rectification', 'proposal', CALLED, null],
    ['one at a time', 'proposal', { proposed: 'mistaken' }, 'remedy-waits'],
    ['none after the end', 'proposal', { approved: 'mistaken' }, 'low-rating-ended'],
    ['nothing to approve', 'decision', {}, 'no-remedy-waits'],
    ['something to approve', 'decision', { proposed: 'malicious' }, null],
    ['rated again before it is rectified', 'again', {}, 'not-rectified-yet'],
    ['rated again while it waits', 'again', { proposed: 'rectified' }, 'not-rectified-yet'],
    ['rated again after a mistake', 'again', { approved: 'mistaken' }, 'not-rectified-yet'],
    ['rated again after the rectification', 'again', { approved: 'rectified' }, null],
    ['and once only', 'again', { approved: 'rectified', secondRatings: 1 }, 'rated-again-already'],
  ])('%s', ([, rule, changed, refusal]) => {
    expect(rules[rule]!(progress(changed))).toBe(refusal)
  })
})
