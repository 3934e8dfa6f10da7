import { describe, expect, test } from 'vitest'
import { ruleSystems } from '../../api/policies/clauses/index.ts'
import { policies, type PolicyKey } from '../../api/policies/index.ts'
import { rulesInWords } from '../../api/policies/rules-in-words/index.ts'

/**
 * Every system the halls' regulations name, in their order, written down here a second time; what
 * is in brackets is left to the hall.
 */
const NAMED: Record<PolicyKey, string> = {
  anci: 'conduct patrol attendance appraisal complaints accountability disclosure',
  bingcha: `workSystem openness (directorDuties) postDuties servicePromise firstAsk tellOnce
    negativeFiling abRole timeLimit staffCode serviceNorms duty (handover) discipline leave
    accountability appraisal monthly complaints (deliberation) meetings study integrity (seals)
    (archives) (documents) (network) (security) (cleaning)`,
  qingpu: `posting serviceNorms abPost training patrol (chiefApproval) servicePromise firstAsk
    timeLimit tellOnce disclosure integrity noSmoking itEquipment (energy) attendance
    electronicRating hygiene awards complaints yearlyAppraisal`,
  yuanzhou: `principles ethics serviceConduct courtesy centreStaff standardOne articles sevenPoints
    bans language attitude appearance desk attendance computers approval (organisation) (rotation)`,
  yichuang: 'conduct language promise abPost firstAsk timeLimit tellOnce',
  standard: `affairsHall businessHall visitors windowHall workersHall environment (hallSafety)
    (hospitalHall) communityHall communityStaff communityTimeLimit (safetyManagement) (elderlyHall)
    (accountingAttendance) (accountingSecurity) (accountingPosts) (outline) goals convenienceHall
    countyHall integratedHall (sample) administrativeHall serviceRules serviceHall`,
}

/** What the portal adds of its own where a general hall's rules are silent. */
const ADDED: Partial<Record<PolicyKey, readonly string[]>> = {
  standard: ['complaints', 'rating', 'disclosure'],
  yichuang: ['affairsHall'],
}

const HALLS = Object.keys(policies) as PolicyKey[]
const named = (hall: PolicyKey) => NAMED[hall].trim().split(/\s+/)
const isOut = (name: string) => name.startsWith('(')
const keyOf = (hall: PolicyKey, name: string) => `${hall}.${name.replace(/[()]/g, '')}`

test.for<[hall: PolicyKey, of: string, systems: number]>([
  ['anci', 'seven rule sets', 7],
  ['bingcha', 'twenty-nine in the list of contents and the discipline norm', 30],
  ['qingpu', 'twenty-one', 21],
  ['yuanzhou', 'eight general norms and the ten sections of its own', 18],
  ['yichuang', 'the seven units of the one-window hall', 7],
  ['standard', 'the other twenty-five units of general halls', 25],
])('%s names %s', ([hall, , systems]) => {
  expect(named(hall)).toHaveLength(systems)
  expect(new Set(named(hall)).size).toBe(systems)
})

describe.for(HALLS)('%s', (hall) => {
  const systems = ruleSystems[hall] ?? []
  const shown = systems.filter(({ role }) => role !== 'out').map(({ key }) => key)
  const leftOut = systems.filter(({ role }) => role === 'out').map(({ key }) => key)
  const added = (ADDED[hall] ?? []).map((name) => keyOf(hall, name))

  test('shows every system that is carried out, costs points or can be cited', () => {
    const expected = named(hall).filter((name) => !isOut(name))
    expect(shown.filter((key) => !added.includes(key))).toEqual(
      expected.map((name) => keyOf(hall, name)),
    )
    expect(shown.filter((key) => added.includes(key)).toSorted()).toEqual(added.toSorted())
  })

  test('gives the reason for every other, on the page of what is left out', () => {
    expect(leftOut).toEqual(
      named(hall)
        .filter(isOut)
        .map((name) => keyOf(hall, name)),
    )
    expect(systems.filter(({ role, outReasonZh }) => role === 'out' && !outReasonZh)).toEqual([])
  })

  test('names each in exactly one of the two, and has words for what it shows', () => {
    const everywhere = [...shown, ...leftOut]
    for (const name of named(hall)) {
      expect([name, everywhere.filter((key) => key === keyOf(hall, name)).length]).toEqual([
        name,
        1,
      ])
    }
    expect(shown.filter((key) => Object.keys(rulesInWords[key] ?? {}).length === 0)).toEqual([])
  })
})
