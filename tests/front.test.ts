import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Day } from '../api/rules/day.ts'
import { pageClient } from '../api/client.ts'
import { addressOf, marksIn, prefixOf } from '../site/marks.ts'
import { mayChange } from '../site/origin.ts'
import { fieldsBeforeFile } from '../site/oversized.ts'
import { textSizeIn } from '../site/text-size.ts'

const OURS = 'https://hall.example'

test.for<
  [
    why: string,
    asked: { method?: string; origin?: string; fetchSite?: string; host?: string },
    configured: string | null,
    may: boolean,
  ]
>([
  ['reading needs no origin', { method: 'GET' }, OURS, true],
  ['a form of our own', { origin: OURS }, OURS, true],
  ['a form of our own from a browser that says so', { fetchSite: 'same-origin' }, OURS, true],
  ['a form of another site', { origin: 'https://evil.example' }, OURS, false],
  ['a sibling site', { fetchSite: 'same-site', origin: 'https://x.hall.example' }, OURS, false],
  ['another site that names our origin', { fetchSite: 'cross-site', origin: OURS }, OURS, false],
  ['a page without an origin', { origin: 'null' }, OURS, false],
  ['no origin at all', {}, OURS, false],
  ['ours over plain http', { origin: 'http://hall.example' }, OURS, false],
  ['a host that was not asked', { origin: OURS, host: 'evil.example' }, null, false],
  [
    'the host that was asked',
    { origin: 'http://10.0.0.2:4321', host: '10.0.0.2:4321' },
    null,
    true,
  ],
])('%s', ([, asked, configured, may]) => {
  const whole = {
    method: 'POST',
    origin: undefined,
    fetchSite: undefined,
    host: undefined,
    ...asked,
  }
  expect(mayChange(whole, configured)).toBe(may)
})

test.for<[why: string, socket: string, forwarded: string | undefined, hops: number, is: string]>([
  ['nobody in front is believed by default', '10.0.0.1', '1.2.3.4', 0, '10.0.0.1'],
  ['one proxy in front', '10.0.0.1', '1.2.3.4', 1, '1.2.3.4'],
  ['what the visitor added himself is not believed', '10.0.0.1', '6.6.6.6, 1.2.3.4', 1, '1.2.3.4'],
  ['two proxies in front', '10.0.0.1', '1.2.3.4, 10.0.0.9', 2, '1.2.3.4'],
  ['more hops than there are', '10.0.0.1', '1.2.3.4', 5, '1.2.3.4'],
])('%s', ([, socket, forwarded, hops, is]) => {
  expect(addressOf(socket, forwarded, hops)).toBe(is)
})

test('a mark lasts a day, is shared by a network, and its key is destroyed with the day', () => {
  const folder = mkdtempSync(join(tmpdir(), 'marks-'))
  let today: Day = '2026-03-02'
  const markOf = marksIn(folder, () => today)
  const first = markOf('2001:db8:1:2:aaaa::1')
  expect(markOf('2001:db8:1:2:bbbb::9')).toBe(first)
  expect(markOf('2001:db8:1:3::1')).not.toBe(first)
  expect(marksIn(folder, () => today)('2001:db8:1:2::7')).toBe(first)
  expect(prefixOf('::ffff:10.0.0.7')).toBe('10.0.0.7')
  const [key] = readdirSync(join(folder, 'keys'))
  expect(statSync(join(folder, 'keys', key!)).mode & 0o777).toBe(0o600)
  today = '2026-03-03'
  expect(markOf('2001:db8:1:2:aaaa::1')).not.toBe(first)
  expect(readdirSync(join(folder, 'keys'))).toEqual(['mark-2026-03-03'])
  rmSync(folder, { recursive: true })
})

test.for<[why: string, cookies: string | undefined, size: string]>([
  ['nothing set', undefined, 'standard'],
  ['large letters', 'a=b; size=large', 'large'],
  ['a size there is not', 'size=enormous', 'standard'],
  ['another cookie that ends alike', 'fontsize=huge', 'standard'],
])('%s', ([, cookies, size]) => {
  expect(textSizeIn(cookies)).toBe(size)
})

const part = (head: string, body: string) =>
  `--xyz\r\nContent-Disposition: form-data; ${head}\r\n\r\n${body}\r\n`
const FIELDS = part('name="sealed"', 'f1.abc') + part('name="from"', 'photos')
const TYPE = 'multipart/form-data; boundary=xyz'

test.for<[why: string, type: string, start: string, fields: string | null]>([
  [
    'fields before a photo that is cut off',
    TYPE,
    `${FIELDS}${part('name="photo"; filename="a.jpg"', 'x'.repeat(99))}`,
    `${FIELDS}--xyz--\r\n`,
  ],
  [
    'a quoted boundary',
    TYPE.replace('xyz', '"xyz"'),
    part('name="p"; filename=""', ''),
    '--xyz--\r\n',
  ],
  ['no photo within what was kept', TYPE, FIELDS, null],
  ['no boundary', 'multipart/form-data', FIELDS, null],
  ['nothing', TYPE, '', null],
])('of a form too large for its photo: %s', ([, type, start, fields]) => {
  expect(fieldsBeforeFile(type, Buffer.from(start))?.toString() ?? null).toBe(fields)
})

test.for<[why: string, status: number, method: 'get' | 'post', fails: boolean]>([
  ['reading what is not there is an answer', 404, 'get', false],
  ['reading that fails by our fault fails the page', 500, 'get', true],
  ['a change that fails by our fault is said on the page', 500, 'post', false],
])('%s', async ([, status, method, fails]) => {
  const request = () => new Response('{}', { status })
  const { health } = pageClient({ request }, new Request('http://hall.test/'), { mark: 'a' })
  const asked = health[`$${method}` as '$get']()
  if (fails) await expect(asked).rejects.toThrow('500')
  else expect((await asked).status).toBe(status)
})
