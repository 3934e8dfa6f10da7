import { globSync } from 'node:fs'
import { expect, test } from 'vitest'
import { policies } from '../api/policies/index.ts'
import { hasBox } from '../api/rules/box-check.ts'
import { type Role, ROLES } from '../api/rules/roles.ts'
import { homeOf, pageAfter, placesOf } from '../site/desk-places.ts'
import { unsentFrom } from '../site/unsent.ts'

const pages = new Set(
  globSync('site/pages/desk/**/*.astro').map((file) =>
    file.slice('site/pages'.length).replace(/(?:\/index)?\.astro$/, ''),
  ),
)

test.for<[why: string, role: Role]>(
  ROLES.map((role) => [`the day of ${role} begins on a page that is there and in sight`, role]),
)('%s', ([, role]) => {
  const officer = { roles: [role], serves: false }
  expect(pages).toContain(homeOf(officer))
  expect(placesOf(officer).map(({ path }) => path)).toContain(homeOf(officer))
})

test('every page of the navigation is there', () => {
  const places = ROLES.flatMap((role) =>
    Object.keys(policies).flatMap((policy) =>
      placesOf({ roles: [role], serves: true, hall: { policy } }),
    ),
  )
  expect(places.map(({ path }) => path).filter((path) => !pages.has(path))).toEqual([])
})

test.for<[why: string, role: Role, path: string, shown: boolean]>([
  ['a window head reads the star windows on the public page', 'windowHead', '/desk/stars', false],
  ['who decides the star windows has them at the desk', 'assessmentGroup', '/desk/stars', true],
  ['the auditor has the log', 'auditor', '/desk/audit', true],
  ['who runs the machine does not check its log', 'systemAdministrator', '/desk/audit', false],
])('%s', ([, role, path, shown]) => {
  const places = placesOf({ roles: [role], serves: true }).map((place) => place.path)
  expect(places.includes(path)).toBe(shown)
})

test.for(Object.entries(policies).map(([key, policy]) => [key, policy] as const))(
  'the register of refusals stands in the navigation of %s where its rules have one',
  ([key, { negativeFiling }]) => {
    const visitor = { roles: ['windowStaff' as const], serves: true, hall: { policy: key } }
    const paths = placesOf(visitor).map(({ path }) => path)
    expect(paths.includes('/desk/refusals')).toBe(negativeFiling !== null)
  },
)

test.for(Object.entries(policies).map(([key, policy]) => [key, policy] as const))(
  'the look into the box stands in the navigation of %s where there is one',
  ([key, policy]) => {
    const visitor = { roles: ['patrolOfficer' as const], serves: false, hall: { policy: key } }
    const paths = placesOf(visitor).map(({ path }) => path)
    expect(paths.includes('/desk/box')).toBe(hasBox(policy))
  },
)

test.for<[why: string, to: string | null, is: string | null]>([
  ['a page of the desk', '/desk/cases/TS-ABCD', '/desk/cases/TS-ABCD'],
  ['with what was asked of it', '/desk?list=mine&q=%E9%98%B2', '/desk?list=mine&q=%E9%98%B2'],
  ['nothing', null, null],
  ['another site', 'https://evil.example/desk', null],
  ['another site without its scheme', '//evil.example/desk', null],
  ['a page of the citizens', '/h/anci', null],
  ['a way out of the desk', '/desk/../h/anci', null],
  ['a way out of the desk, disguised', '/desk/%2e%2E/h/anci', null],
  ['a backslash', '/desk/\\evil.example', null],
  ['a name that only begins like the desk', '/desktop', null],
])('after signing in: %s', ([, to, is]) => {
  expect(pageAfter(to)).toBe(is)
})

test.for<[why: string, text: string, is: unknown]>([
  [
    'what was sent to a page of the desk is sent there again',
    '{"to":"/desk/box","pairs":[["note","<b>"]]}',
    { to: '/desk/box', pairs: [['note', '<b>']] },
  ],
  ['what was meant for another site is not', '{"to":"https://evil.example/desk","pairs":[]}', null],
  ['what was meant for the citizens is not', '{"to":"/follow","pairs":[]}', null],
  ['nothing', '', null],
  ['no fields', '{"to":"/desk/box"}', null],
  ['fields of another shape', '{"to":"/desk/box","pairs":[["note",{"a":1}]]}', null],
  ['null', 'null', null],
])('after signing in again: %s', ([, text, is]) => {
  expect(unsentFrom(text)).toEqual(is)
})
