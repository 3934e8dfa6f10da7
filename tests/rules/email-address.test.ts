import { expect, test } from 'vitest'
import { isEmailAddress } from '../../api/rules/email-address.ts'

test.for<[why: string, address: string, is: boolean]>([
  ['a plain address', 'wang@example.com', true],
  ['with a plus and dots', 'li.min+hall@mail.example.com.cn', true],
  ['no host', 'wang@', false],
  ['a host without a dot', 'wang@localhost', false],
  ['two readers', 'a@example.cn,b@example.cn', false],
  ['a line break and a header', 'a@example.cn\r\nRCPT TO:<evil@example.cn>', false],
  ['a line break at the end', 'a@example.cn\n', false],
  ['a name beside it', '王 <wang@example.com>', false],
  ['quotes', '"a b"@example.com', false],
  ['a NUL', 'a\0@example.com', false],
  ['254 characters and one', `a@${'b'.repeat(60)}.${'c'.repeat(188)}.com`, false],
])('%s', ([, address, is]) => {
  expect(isEmailAddress(address)).toBe(is)
})
