import { expect, test } from 'vitest'
import { CUSTODIAN_PASSPHRASE, OFFICER_PASSWORD } from '../../api/policies/passwords.ts'
import { COMMON_PASSWORDS } from '../../api/rules/common-passwords.ts'
import { passwordRefusal, type PasswordRefusal } from '../../api/rules/password.ts'

const CONTEXT = ['示例区政务服务中心', 'shiliqu', 'luxinqiao', '芦昕峤']

test.for<[why: string, password: string, refusal: PasswordRefusal | null]>([
  ['eleven characters are too few', 'k7#mvQ2zt9w', 'too-short'],
  ['twelve are enough', 'k7#mvQ2zt9wp', null],
  ['an emoji is one character, not two', '😀😁😂🤣😃😄😅😆😉😊😋', 'too-short'],
  ['128 characters are taken', 'abcdefghijklmnop'.repeat(7) + 'qrstuvwxyz012345', null],
  ['129 are not', 'abcdefghijklmnop'.repeat(7) + 'qrstuvwxyz0123456', 'too-long'],
  ['words with spaces between', '牛奶 七点 送到 东门 第三家', null],
  ['no digit or capital is asked for', 'lanternmossgravel', null],
  ['a run of digits', '123456789012', 'too-common'],
  ['a common word and a year', 'password2026', 'too-common'],
  ['the same in capitals', 'PassWord2026', 'too-common'],
  ['the same in full-width letters', 'ｐａｓｓｗｏｒｄ２０２６', 'too-common'],
  ['two common words', 'qwertyadmin123', 'too-common'],
  ['pinyin everybody tries', 'woaini5201314', 'too-common'],
  ['pinyin of the hall', 'zhengwudating2026', 'too-common'],
  ['the portal’s own name', 'StarWindow2026!', 'too-common'],
  ['words of the trade in characters', '政务大厅窗口投诉评价密码一二', 'too-common'],
  ['the name of the hall', '示例区政务服务中心2026年', 'too-common'],
  ['the login and a few digits', 'luxinqiao12345', 'too-common'],
  ['the officer’s name again and again', '芦昕峤芦昕峤芦昕峤芦昕峤', 'too-common'],
  ['one key held down', 'zzzzzzzzzzzz', 'too-common'],
  ['two keys in turn', 'xyxyxyxyxyxyxy', 'too-common'],
  ['a common word with enough of one’s own', 'password-lantern-moss', null],
])('%s', ([, password, refusal]) => {
  expect(passwordRefusal(password, CONTEXT, OFFICER_PASSWORD)).toBe(refusal)
})

test.for<[why: string, passphrase: string, refusal: PasswordRefusal | null]>([
  ['fifteen characters are too few for the custodian', 'lantern-moss-gr', 'too-short'],
  ['sixteen are enough', 'lantern-moss-gra', null],
  ['a common core leaves too little', 'password-lantern', null],
  ['a common core and a year leave too little', 'password2026-lant', 'too-common'],
])('%s', ([, passphrase, refusal]) => {
  expect(passwordRefusal(passphrase, [], CUSTODIAN_PASSPHRASE)).toBe(refusal)
})

test('every word of the block list is refused, doubled and lengthened with the hall’s name', () => {
  const taken = COMMON_PASSWORDS.filter(
    (word) => passwordRefusal(`${word}${word}shiliqu2026`, CONTEXT, OFFICER_PASSWORD) === null,
  )
  expect([COMMON_PASSWORDS.length >= 200, taken]).toEqual([true, []])
})

test('each figure decides', () => {
  const figures = { shortest: 4, longest: 8, leastOwn: 3, leastDifferent: 3 }
  expect(passwordRefusal('vkj', [], figures)).toBe('too-short')
  expect(passwordRefusal('vkjm', [], figures)).toBeNull()
  expect(passwordRefusal('vkjmvkjmv', [], figures)).toBe('too-long')
  expect(passwordRefusal('vkvk', [], figures)).toBe('too-common')
  expect(passwordRefusal('vkvk', [], { ...figures, leastDifferent: 2 })).toBeNull()
  expect(passwordRefusal('vkadmin', [], figures)).toBe('too-common')
  expect(passwordRefusal('vkadmin', [], { ...figures, leastOwn: 2 })).toBeNull()
})
