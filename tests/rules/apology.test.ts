import { expect, test } from 'vitest'
import { ladders } from '../../api/policies/ladders/by-key.ts'
import { assess } from '../../api/rules/accountability.ts'
import {
  apologyRefusal,
  type ApologyWord,
  circumstancesSaid,
  saysOtherwise,
} from '../../api/rules/apology.ts'
import type { CaseState, Finding } from '../../api/rules/case-file.ts'
import type { Circumstance, Ladder } from '../../api/rules/ladder.ts'

const NOT_ASKED = 'apology-not-asked'

test.for<
  [
    why: string,
    ladder: Ladder,
    state: CaseState,
    finding: Finding | null,
    decided: boolean,
    refusal: string | null,
  ]
>([
  ['while it is looked into', ladders.anci, 'investigating', null, false, null],
  ['after a fault was found', ladders.anci, 'replied', 'substantiated', false, null],
  ['also when part of it was', ladders.anci, 'replied', 'partlySubstantiated', false, null],
  ['a later proposal on a closed file', ladders.anci, 'archived', 'substantiated', false, null],
  ['not once it is decided', ladders.anci, 'replied', 'substantiated', true, 'apology-too-late'],
  ['not before it is taken up', ladders.anci, 'registered', null, false, NOT_ASKED],
  ['not when it was turned away', ladders.anci, 'notAccepted', null, false, NOT_ASKED],
  ['not when it was taken back', ladders.anci, 'withdrawn', null, false, NOT_ASKED],
  ['not when nobody was at fault', ladders.anci, 'replied', 'unsubstantiated', false, NOT_ASKED],
  ['not where forgiveness changes nothing', ladders.bingcha, 'replied', null, false, NOT_ASKED],
  ['nor in Qingpu', ladders.qingpu, 'replied', 'substantiated', false, NOT_ASKED],
])('an apology is asked about: %s', ([, ladder, state, finding, decided, refusal]) => {
  expect(apologyRefusal(ladder, { state, finding, decided })).toBe(refusal)
})

test.for<[why: string, word: ApologyWord | null, ticked: Circumstance[], otherwise: boolean]>([
  ['forgiven, and the complainant says so', 'accepted', ['apologised', 'forgiven'], false],
  ['forgiven, and the complainant says not', 'notAccepted', ['apologised', 'forgiven'], true],
  ['forgiven, though nobody apologised', 'none', ['forgiven'], true],
  ['forgiven, on the office’s own note', null, ['apologised', 'forgiven'], false],
  ['an apology alone is the officer’s to judge', 'none', ['apologised'], false],
  ['nothing ticked', 'notAccepted', [], false],
])('%s', ([, word, ticked, otherwise]) => {
  expect(saysOtherwise(word, ticked)).toBe(otherwise)
})

test.for<[word: ApologyWord | null, tier: number]>([
  ['accepted', 0],
  ['notAccepted', 1],
  ['none', 1],
  [null, 1],
])('a light act with the word %s comes to tier %i', ([word, tier]) => {
  const facts = { ground: 't5', severity: 'light' } as const
  const found = assess(ladders.anci, { ...facts, circumstances: circumstancesSaid(word) })
  expect(found?.rung.tier).toBe(tier)
})
