import { expect, test } from 'vitest'
import type { Day } from '../../api/rules/day.ts'
import {
  firstDayRefusal,
  holdsFrom,
  inForceOn,
  nextOwnKey,
  paragraphsOf,
  wordingFor,
} from '../../api/rules/rule-change.ts'
import { isWebAddress } from '../../api/rules/web-address.ts'

const VERSIONS = [
  { version: 3, effectiveFrom: '2026-03-10' },
  { version: 1, effectiveFrom: '2026-03-01' },
  { version: 4, effectiveFrom: '2026-03-10' },
  { version: 2, effectiveFrom: '2026-03-05' },
] as const

test.for<[why: string, on: Day, version: number | null]>([
  ['none before the first', '2026-02-28', null],
  ['the first from its day on', '2026-03-01', 1],
  ['the first until the day before the second', '2026-03-04', 1],
  ['the second on its own day', '2026-03-05', 2],
  ['of two for the same day, the later entry', '2026-03-10', 4],
])('in force: %s', ([, on, version]) => {
  expect(inForceOn(VERSIONS, on)?.version ?? null).toBe(version)
})

test.for<[why: string, citedOn: Day, today: Day, version: number | null]>([
  ['the wording of the day it was cited', '2026-03-06', '2026-04-01', 2],
  ['cited before any was entered: the first', '2025-12-31', '2026-04-01', 1],
  ['none is shown before the day of the first', '2026-02-27', '2026-02-28', null],
  ['one for a later day is not shown early', '2026-03-04', '2026-03-04', 1],
])('beside a citation: %s', ([, citedOn, today, version]) => {
  expect(wordingFor(VERSIONS, { citedOn, today })?.version ?? null).toBe(version)
})

test.for<[why: string, enteredFor: Day, approvedOn: Day, from: Day]>([
  ['approved in time, on the day it was entered for', '2026-03-10', '2026-03-09', '2026-03-10'],
  ['approved on that day', '2026-03-10', '2026-03-10', '2026-03-10'],
  ['approved late, from the approval', '2026-03-10', '2026-03-12', '2026-03-12'],
])('holds: %s', ([, enteredFor, approvedOn, from]) => {
  expect(holdsFrom(enteredFor, approvedOn)).toBe(from)
})

test.for<[why: string, from: Day, latest: Day | null, refusal: string | null]>([
  ['today', '2026-03-02', null, null],
  ['yesterday', '2026-03-01', null, 'from-in-past'],
  ['on the first day of the newest version', '2026-03-10', '2026-03-10', null],
  ['before the newest version', '2026-03-09', '2026-03-10', 'from-before-planned'],
  ['after an old version', '2026-03-02', '2024-01-01', null],
])('may be entered for: %s', ([, from, latest, refusal]) => {
  expect(firstDayRefusal(from, { today: '2026-03-02', latest })).toBe(refusal)
})

test.for<[why: string, taken: string[], next: string]>([
  ['the first', ['anci.duty.notOnce'], 'anci.own.1'],
  ['after a gap, on from the highest', ['anci.own.1', 'anci.own.9', 'anci.own.2'], 'anci.own.10'],
  ['another hall’s do not count', ['anci2.own.7'], 'anci.own.1'],
])('key of an own clause: %s', ([, taken, next]) => {
  expect(nextOwnKey('anci', taken)).toBe(next)
})

test('paragraphs are the lines with something in them', () => {
  expect(paragraphsOf(' 第一条 \r\n\n\n第二条\n　\n')).toEqual(['第一条', '第二条'])
})

test.for<[address: string, is: boolean]>([
  ['https://www.example.gov.cn/a.html', true],
  ['http://example.gov.cn', true],
  ['javascript:alert(1)', false],
  ['//example.gov.cn', false],
  ['https://localhost/a', false],
  ['https://user@example.gov.cn/', false],
  ['https://example.gov.cn/a b', false],
  ['example.gov.cn', false],
])('a web address: %s', ([address, is]) => {
  expect(isWebAddress(address)).toBe(is)
})
