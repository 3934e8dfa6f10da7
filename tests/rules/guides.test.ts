import { describe, expect, test } from 'vitest'
import { isDay } from '../../api/rules/day.ts'
import { CASE_TYPES, type ServiceGuide } from '../../api/rules/guide.ts'
import { guideSeeds } from '../../db/seeds/guides.ts'
import {
  DEMONSTRATION_HALLS,
  hallSeeds,
  SMALL_HALLS,
  smallHallSeeds,
} from '../../db/seeds/halls.ts'

const BANNED = /温馨提示|亲们|亲爱|请勿|非法|系统繁忙|[!！]/

/** Every text in a guide, wherever it stands. */
const textsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : value && typeof value === 'object'
      ? Object.values(value).flatMap(textsIn)
      : []

const LISTS = [
  'legalBasis',
  'conditions',
  'materials',
  'procedure',
  'approvalStages',
  'windowRefs',
  'channelsZh',
] as const satisfies readonly (keyof ServiceGuide)[]

const SENTENCES = [
  'titleZh',
  'summaryZh',
  'audienceZh',
  'legalLimitZh',
  'promisedLimitZh',
  'servicePromiseZh',
  'feeBasisZh',
  'approvalPowerZh',
  'resultZh',
] as const satisfies readonly (keyof ServiceGuide)[]

test.for(DEMONSTRATION_HALLS)('%s has guides of at least three kinds of case', (hall) => {
  const kinds = guideSeeds[hall].map((guide) => guide.caseType)
  expect(new Set(kinds).size).toBeGreaterThanOrEqual(3)
})

test('the halls publish at least 24 guides, each hall at least eight', () => {
  const counts = DEMONSTRATION_HALLS.map((hall) => guideSeeds[hall].length)
  expect(Math.min(...counts)).toBeGreaterThanOrEqual(8)
  expect(counts.reduce((sum, count) => sum + count)).toBeGreaterThanOrEqual(24)
})

describe.for([...DEMONSTRATION_HALLS, ...SMALL_HALLS])('%s', (hall) => {
  const seed = { ...hallSeeds, ...smallHallSeeds }[hall]
  const guides = guideSeeds[hall]

  test('gives each guide an address of its own', () => {
    const slugs = guides.map((guide) => guide.slug)
    expect(new Set(slugs).size).toBe(slugs.length)
    expect(slugs.filter((slug) => !/^[a-z]+(-[a-z]+)*$/.test(slug))).toEqual([])
  })

  test.for(guides.map((guide) => [guide.slug, guide] as const))('%s', ([, guide]) => {
    expect(LISTS.filter((field) => guide[field].length === 0)).toEqual([])
    expect(SENTENCES.filter((field) => guide[field].trim().length < 2)).toEqual([])
    expect(textsIn(guide).filter((text) => text.trim() === '')).toEqual([])
    expect(textsIn(guide).filter((text) => BANNED.test(text))).toEqual([])
    const tooLong = textsIn(guide).flatMap((text) => text.split(/[。；]/))
    expect(tooLong.filter((sentence) => sentence.length > 40)).toEqual([])

    expect(CASE_TYPES).toContain(guide.caseType)
    expect(guide.conditions.length).toBeGreaterThanOrEqual(1)
    expect(guide.procedure.length).toBeGreaterThanOrEqual(3)
    expect(guide.approvalStages.length).toBeGreaterThanOrEqual(3)
    expect(guide.materials.filter((material) => material.copies < 1)).toEqual([])
    expect(guide.feeBasisZh.includes('收')).toBe(true)
    if (guide.fees.length === 0) expect(guide.feeBasisZh).toMatch(/不收费/)
    expect(isDay(guide.updatedOn)).toBe(true)
    expect(guide.inquiryPhone).toMatch(/^000-\d{7}$/)
    expect(guide.supervisionPhone).toBe(seed.supervisionPhone)
  })

  test.for(guides.map((guide) => [guide.slug, guide] as const))(
    '%s is done at windows and by a department that exist',
    ([, guide]) => {
      const department = seed.departments.find((one) => one.key === guide.departmentRef)
      expect(guide.inquiryPhone).toBe(department?.phone)
      const numbers = seed.windows.map((window) => window.number)
      expect(guide.windowRefs.filter((number) => !numbers.includes(number))).toEqual([])
      const first = seed.windows.find((window) => window.number === guide.windowRefs[0])
      expect(first?.department).toBe(guide.departmentRef)
    },
  )

  test('an instant matter says that it is done on the spot', () => {
    const instant = guides.filter((guide) => guide.caseType === 'instant')
    expect(instant.filter((guide) => !guide.promisedLimitZh.includes('当场'))).toEqual([])
  })
})
