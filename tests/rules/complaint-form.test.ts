import { describe, expect, test } from 'vitest'
import {
  type ComplaintAnswers,
  type ComplaintPage,
  type ComplaintStep,
  firstOpen,
  pageAfter,
} from '../../api/rules/complaint-answers.ts'
import { plainPhone } from '../../api/rules/contact.ts'
import { isEmailAddress } from '../../api/rules/email-address.ts'
import type { Day } from '../../api/rules/day.ts'
import { isPhoto } from '../../api/rules/photo-signs.ts'
import { typedDay } from '../../api/rules/typed-day.ts'

const all: ComplaintAnswers = {
  window: 'k7m2q4hn',
  occurredOn: '2026-03-02',
  occurredPart: 'unknown',
  clause: 'anci.duty.notOnce',
  narrative: '窗口没有一次说清。',
  identity: 'named',
  name: '王先生',
  phone: '13900001234',
  mayPublish: false,
}

describe('the first open question', () => {
  test.for<[why: string, change: Partial<ComplaintAnswers>, open: ComplaintPage]>([
    ['none: the check', {}, 'check'],
    ['a window not remembered is an answer', { window: null }, 'check'],
    ['a clause not known is an answer', { clause: null }, 'check'],
    ['no window', { window: undefined }, 'when'],
    ['no day', { occurredOn: undefined }, 'when'],
    ['no part of the day', { occurredPart: undefined }, 'when'],
    ['no clause', { clause: undefined }, 'clause'],
    ['no story comes before no identity', { narrative: '', identity: undefined }, 'story'],
    ['photos are never owed', { photos: undefined }, 'check'],
    ['no identity', { identity: undefined }, 'identity'],
    ['no name', { name: '' }, 'contact'],
    ['neither telephone nor e-mail', { phone: '' }, 'contact'],
    ['e-mail alone', { phone: '', email: 'w@mail.test' }, 'check'],
    ['anonymous owes no name', { identity: 'anonymous', name: '', phone: '' }, 'check'],
    ['confidential owes a name', { identity: 'confidential', name: '' }, 'contact'],
    ['no word on publishing', { mayPublish: undefined }, 'contact'],
    [
      'anonymous says a word on publishing too',
      { identity: 'anonymous', mayPublish: undefined },
      'contact',
    ],
  ])('%s', ([, change, open]) => {
    expect(firstOpen({ ...all, ...change })).toBe(open)
  })
})

test.for<
  [
    why: string,
    step: ComplaintStep,
    change: Partial<ComplaintAnswers>,
    fromCheck: boolean,
    next: ComplaintPage,
  ]
>([
  ['one question after the other', 'when', {}, false, 'clause'],
  ['photos come after the story, though not owed', 'story', {}, false, 'photos'],
  ['the last leads to the check', 'contact', {}, false, 'check'],
  ['the last leads back to what was skipped', 'contact', { clause: undefined }, false, 'clause'],
  ['from the check back to it', 'when', {}, true, 'check'],
  ['from the check by way of what became open', 'identity', { name: '' }, true, 'contact'],
])('%s', ([, step, change, fromCheck, next]) => {
  expect(pageAfter(step, { ...all, ...change }, fromCheck)).toBe(next)
})

test.for<[why: string, typed: string, phone: string | null]>([
  ['a mobile number', '13900001234', '13900001234'],
  ['in groups', '139 0000-1234', '13900001234'],
  ['in full-width digits', '１３９００００１２３４', '13900001234'],
  ['with its country', '+86 139 0000 1234', '+8613900001234'],
  ['a landline in brackets with an extension', '(000) 2100100 转 8', '0002100100转8'],
  ['the hotline', '12345', '12345'],
  ['four digits', '1234', null],
  ['sixteen digits', '1234567890123456', null],
  ['letters', '139abcd1234', null],
  ['nothing', '', null],
])('a telephone: %s', ([, typed, phone]) => {
  expect(plainPhone(typed)).toBe(phone)
})

test.for<[typed: string, mailable: boolean]>([
  ['wang@mail.test', true],
  ['w.x+y_z%1@a-b.mail.test', true],
  ['wang@mail', false],
  ['wang@mail..test', false],
  ['wang@mail.test, li@mail.test', false],
  ['"wang"@mail.test', false],
  ['wang@mail.test\r\nBcc: li@mail.test', false],
  ['wang＠mail.test', false],
  [`${'w'.repeat(65)}@mail.test`, false],
  [
    `w@${'m'.repeat(60)}.${'a'.repeat(60)}.${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(20)}`,
    false,
  ],
])('whether a letter can go to %s', ([typed, mailable]) => {
  expect(isEmailAddress(typed)).toBe(mailable)
})

test.for<[why: string, typed: [string, string, string], day: Day | null]>([
  ['plain', ['2026', '3', '2'], '2026-03-02'],
  ['with its units', ['2026年', '3月', '2日'], '2026-03-02'],
  ['a short year and full-width digits', ['２６', '０３', '２号'], '2026-03-02'],
  ['the 30th of February', ['2026', '2', '30'], null],
  ['a leap day of a common year', ['2026', '2', '29'], null],
  ['month thirteen', ['2026', '13', '1'], null],
  ['no year', ['', '3', '2'], null],
  ['words', ['今年', '三', '二'], null],
])('a day typed %s', ([, typed, day]) => {
  expect(typedDay(...typed)).toBe(day)
})

test.for<[what: string, bytes: string, photo: boolean]>([
  ['a JPEG', '\xff\xd8\xff\xe0', true],
  ['a PNG', '\x89PNG\r\n\x1a\n\0', true],
  ['a WebP', 'RIFF\x10\0\0\0WEBPVP8 ', true],
  ['a WAV', 'RIFF\x10\0\0\0WAVEfmt ', false],
  ['a GIF', 'GIF89a', false],
  ['a HEIC', '\0\0\0\x18ftypheic', false],
  ['a PNG whose line ends were changed', '\x89PNG\n\x1a\n\0\0', false],
  ['the beginning of a beginning', '\xff\xd8', false],
  ['nothing', '', false],
])('whether %s is a photo', ([, bytes, photo]) => {
  expect(isPhoto(Buffer.from(bytes, 'latin1'))).toBe(photo)
})
