import { describe, expect, test } from 'vitest'
import { isDay } from '../../api/rules/day.ts'
import { EXCLUSIVE_ROLES, ROLES } from '../../api/rules/roles.ts'
import { policies } from '../../api/policies/index.ts'
import {
  DEMONSTRATION_HALLS,
  hallSeeds,
  SMALL_HALLS,
  smallHallSeeds,
  windowsOn,
} from '../../db/seeds/halls.ts'

const HALLS = { ...hallSeeds, ...smallHallSeeds }
const seeds = Object.values(HALLS)

test('every policy has a hall', () => {
  expect(Object.keys(HALLS).sort()).toEqual(Object.keys(policies).sort())
})

test('no login, staff number or name is given twice in any hall', () => {
  const officers = seeds.flatMap((seed) => seed.officers)
  const staff = seeds.flatMap((seed) => seed.staff)
  const people = [...staff, ...officers.filter((officer) => officer.staffRef === null)]
  const twice = (all: readonly string[]) => all.filter((one, index) => all.indexOf(one) !== index)
  expect(twice(officers.map((officer) => officer.login))).toEqual([])
  expect(twice(staff.map((member) => member.number))).toEqual([])
  expect(twice(people.map((person) => person.nameZh))).toEqual([])
})

const inOfficeOf = (hall: (typeof seeds)[number]) => (window: string, day: string) =>
  hall.postings.filter(
    (posting) => posting.window === window && posting.from <= day && day <= (posting.to ?? day),
  )

describe.for([...DEMONSTRATION_HALLS, ...SMALL_HALLS])('%s', (key) => {
  const hall = HALLS[key]
  const inOffice = inOfficeOf(hall)

  test('is a demonstration, and says so', () => {
    expect(hall.nameZh).toMatch(/（演示）$/)
    expect([hall.key, hall.policyKey]).toEqual([key, key])
    const phones = [hall.phone, hall.supervisionPhone, ...hall.departments.map((one) => one.phone)]
    expect(phones.filter((phone) => !/^000-\d{7}$/.test(phone))).toEqual([])
  })

  test('counts its windows from one, each in a department of the hall', () => {
    const numbers = hall.windows.map((window) => window.number)
    expect(numbers).toEqual(numbers.map((_, index) => `${index + 1}号`))
    const departments = hall.departments.map((department) => department.key)
    expect(hall.windows.filter((window) => !departments.includes(window.department))).toEqual([])
    expect(departments.filter((one) => !hall.windows.some((w) => w.department === one))).toEqual([])
  })

  test('posts only its own staff, each to one window of their department at a time', () => {
    for (const posting of hall.postings) {
      const member = hall.staff.find((one) => one.number === posting.staff)
      const window = hall.windows.find((one) => one.number === posting.window)
      expect([posting.staff, window?.department]).toEqual([posting.staff, member?.department])
      expect(isDay(posting.from) && (posting.to === null || isDay(posting.to))).toBe(true)
    }
    for (const day of ['2026-05-20', '2026-06-30', '2026-07-01', '2026-11-20']) {
      const posted = hall.windows.flatMap((window) => inOffice(window.number, day))
      expect(new Set(posted.map((posting) => posting.staff)).size).toBe(hall.staff.length)
      expect(posted.length).toBe(hall.staff.length)
    }
  })

  test('every window has two to four staff and one head', () => {
    const sizes = hall.windows.map((window) => inOffice(window.number, '2026-11-20').length)
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(2)
    expect(Math.max(...sizes)).toBeLessThanOrEqual(4)
    for (const window of hall.windows) {
      const heads = inOffice(window.number, '2026-11-20').filter((posting) => posting.head)
      expect([window.number, heads.length]).toEqual([window.number, 1])
    }
  })

  test('somebody holds every role, and the exclusive roles hold no other', () => {
    const held = new Set(hall.officers.flatMap((officer) => officer.roles))
    expect(ROLES.filter((role) => !held.has(role))).toEqual([])
    const mixed = hall.officers.filter(
      (officer) =>
        officer.roles.length !== 1 && officer.roles.some((role) => EXCLUSIVE_ROLES.includes(role)),
    )
    expect(mixed).toEqual([])
    expect(hall.officers.filter((officer) => !/^[a-z]{3,}$/.test(officer.login))).toEqual([])
  })

  test('two people can always be found to confirm', () => {
    const holding = (role: string) =>
      hall.officers.filter((officer) => officer.roles.some((one) => one === role)).length
    expect(holding('handler')).toBeGreaterThanOrEqual(2)
    expect(holding('officeHead') + holding('secondPerson')).toBeGreaterThanOrEqual(2)
  })

  test('heads and staff of windows sign in as who they are', () => {
    for (const officer of hall.officers) {
      const atWindow = officer.roles.some((role) => role === 'windowHead' || role === 'windowStaff')
      expect([officer.login, officer.staffRef !== null]).toEqual([officer.login, atWindow])
      if (!officer.staffRef) continue
      const member = hall.staff.find((one) => one.number === officer.staffRef)
      expect(officer.nameZh).toBe(member?.nameZh)
      const posting = hall.postings.find((one) => one.staff === officer.staffRef)
      expect(officer.roles).toEqual([posting?.head ? 'windowHead' : 'windowStaff'])
    }
  })
})

describe.for(DEMONSTRATION_HALLS)('%s, with half a year of everything', (key) => {
  const hall = HALLS[key]
  const inOffice = inOfficeOf(hall)

  test('has four to six departments and eight to twelve windows', () => {
    expect(hall.departments.length).toBeGreaterThanOrEqual(4)
    expect(hall.departments.length).toBeLessThanOrEqual(6)
    expect(hall.windows.length).toBeGreaterThanOrEqual(8)
    expect(hall.windows.length).toBeLessThanOrEqual(12)
  })

  test('has windows of three or more, heads who sign in, and a group to decide', () => {
    const sizes = hall.windows.map((window) => inOffice(window.number, '2026-11-20').length)
    expect(sizes.filter((size) => size >= 3).length).toBeGreaterThanOrEqual(4)
    const holding = (role: string) =>
      hall.officers.filter((officer) => officer.roles.some((one) => one === role)).length
    expect(holding('windowHead')).toBe(hall.windows.length)
    expect(holding('secondPerson')).toBeGreaterThanOrEqual(2)
    expect(holding('assessmentGroup')).toBeGreaterThanOrEqual(3)
  })

  test('finds its windows by what they deal with', () => {
    expect(windowsOn(hall, null)).toHaveLength(hall.windows.length)
    expect(windowsOn(hall, 'tax').map((window) => window.business)).toEqual(['办税服务'])
  })
})
