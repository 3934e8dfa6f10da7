import { expect, test } from 'vitest'
import { MAIL_RETRY } from '../../api/policies/mail.ts'
import { letterTroubleOf, retryMinutes, serverTroubleOf } from '../../api/rules/mail-retry.ts'

const STRAIGHT = 50

test.for<[why: string, attempts: number, minutes: number | null]>([
  ['after the first try five minutes', 1, 5],
  ['after the second a quarter of an hour', 2, 15],
  ['after the third half an hour', 3, 30],
  ['then an hour', 4, 60],
  ['two', 5, 120],
  ['four', 6, 240],
  ['eight', 7, 480],
  ['and eight again', 8, 480],
  ['the last try comes within three days', 14, 480],
  ['after three days it is given up', 15, null],
])('%s', ([, attempts, minutes]) => {
  expect(retryMinutes(attempts, STRAIGHT, MAIL_RETRY)).toBe(minutes)
})

test('a delay strays by a fifth at most', () => {
  expect(retryMinutes(4, 0, MAIL_RETRY)).toBeCloseTo(48)
  expect(retryMinutes(4, 99, MAIL_RETRY)).toBeCloseTo(71.76)
})

test.for<[why: string, code: string, trouble: string]>([
  ['nobody listens', 'ESOCKET', 'unreachable'],
  ['no greeting in time', 'ETIMEDOUT', 'unreachable'],
  ['no such host', 'EDNS', 'unreachable'],
  ['our password is wrong', 'EAUTH', 'login-refused'],
])('%s', ([, code, trouble]) => {
  expect(serverTroubleOf({ code })).toBe(trouble)
})

test.for<[why: string, responseCode: number | undefined, trouble: string]>([
  ['greylisting', 451, 'put-off'],
  ['the server is going down', 421, 'put-off'],
  ['no such mailbox', 550, 'refused'],
  ['the letter itself', 554, 'refused'],
  ['silence after the letter', undefined, 'put-off'],
])('%s', ([, responseCode, trouble]) => {
  expect(letterTroubleOf({ responseCode })).toBe(trouble)
})
