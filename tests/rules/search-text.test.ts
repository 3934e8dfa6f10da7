import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient, type Client } from '@libsql/client'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bigramsOf } from '../../api/rules/bigrams.ts'
import { searchQuery, searchText, widerSearchQuery } from '../../api/rules/search-text.ts'

test.for<[why: string, text: string, bigrams: string[]]>([
  ['neighbours', '居住证', ['居住', '住证']],
  ['none across a stop', '社保，退休', ['社保', '退休']],
  ['full width, capitals and unseen characters made plain', 'Ａ０\u200b3', ['a0', '03']],
  ['each once', '排队排队', ['排队', '队排']],
  ['none in a single character', '好', []],
  ['characters beyond the first plane stay whole', '𠮷野家', ['𠮷野', '野家']],
])('bigrams: %s', ([, text, bigrams]) => {
  expect(bigramsOf(text)).toEqual(bigrams)
})

test('what the index keeps: characters and pairs in turn', () => {
  expect(searchText('社保卡, A3')).toBe('社 社保 保 保卡 卡 a a3 3')
})

test.for<[why: string, typed: string, query: string | undefined]>([
  ['nothing', '', undefined],
  ['only signs', '"*()：- ', undefined],
  ['one character', '证', '"证"'],
  ['a word', '社保', '"社保 保"'],
  ['two words', '社保 退休', '"社保 保" "退休 休"'],
  ['a word twice', '社保 社保', '"社保 保"'],
  ['full-width digits', '１２', '"12 2"'],
  ['operators are words', 'NOT', '"no o ot t"'],
])('query: %s', ([, typed, query]) => {
  expect(searchQuery(typed)).toBe(query)
})

test('a query looks at the first characters of a very long text', () => {
  expect(searchQuery('证'.repeat(10_000))!.length).toBeLessThan(400)
})

describe('in a real index', () => {
  const folder = mkdtempSync(join(tmpdir(), 'search-text-'))
  const guides = [
    '居住证办理',
    '社保卡挂失与补领',
    '企业职工退休审批',
    '公章刻制备案',
    'A03窗口：不动产登记',
    '办理时限15个工作日',
    '𠮷野家餐饮许可',
  ]
  let client: Client

  const matching = async (query: string) =>
    (
      await client.execute({
        sql: 'SELECT rowid FROM guides WHERE guides MATCH ? ORDER BY rank, rowid',
        args: [query],
      })
    ).rows.map(({ rowid }) => guides[Number(rowid) - 1])

  beforeAll(async () => {
    client = createClient({ url: `file:${join(folder, 'search.db')}` })
    await client.execute(`CREATE VIRTUAL TABLE guides USING fts5(text, tokenize = 'unicode61')`)
    for (const guide of guides)
      await client.execute({ sql: 'INSERT INTO guides VALUES (?)', args: [searchText(guide)] })
  })
  afterAll(() => {
    client.close()
    rmSync(folder, { recursive: true })
  })

  test.for<[why: string, typed: string, titles: string[]]>([
    ['one character', '章', ['公章刻制备案']],
    ['the last character', '领', ['社保卡挂失与补领']],
    ['two characters', '社保', ['社保卡挂失与补领']],
    ['two characters inside', '退休', ['企业职工退休审批']],
    ['two characters a trigram index misses', '刻制', ['公章刻制备案']],
    ['the whole', '居住证办理', ['居住证办理']],
    ['two words in the other order', '办理 居住证', ['居住证办理']],
    ['a longer stretch must be found as written', '办理居住证', []],
    ['not across a stop', '口不动', []],
    ['a number typed in full width', '１５', ['办理时限15个工作日']],
    ['a code in small letters', 'a03', ['A03窗口：不动产登记']],
    ['a character beyond the first plane', '𠮷', ['𠮷野家餐饮许可']],
    ['a prefix of a code', 'A0', ['A03窗口：不动产登记']],
    ['signs of FTS5 around a word', '"社保"* OR (', []],
    ['quotes alone around a word', '"社保"*', ['社保卡挂失与补领']],
    ['a word that is nowhere', '护照', []],
  ])('%s', async ([, typed, titles]) => {
    expect(await matching(searchQuery(typed)!)).toEqual(titles)
  })

  test('the wider query finds another order of words, the nearest first', async () => {
    expect((await matching(widerSearchQuery('办理居住证')!))[0]).toBe('居住证办理')
  })

  test('every piece of a text finds it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...guides.filter((guide) => !guide.includes('：'))),
        fc.nat(),
        fc.nat(),
        async (guide, from, length) => {
          const characters = Array.from(guide)
          const start = from % characters.length
          const piece = characters.slice(start, start + 1 + (length % characters.length)).join('')
          expect(await matching(searchQuery(piece)!)).toContain(guide)
        },
      ),
      { numRuns: 100 },
    )
  })

  test('nothing that can be typed is an error', async () => {
    const typed = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.stringMatching(/^["*()^:{}+\-\\'a社 ]*(?:AND|OR|NOT|NEAR)?["*()^:{}+\-\\' ]*$/),
    )
    await fc.assert(
      fc.asyncProperty(typed, async (text) => {
        for (const query of [searchQuery(text), widerSearchQuery(text)])
          if (query !== undefined) await matching(query)
      }),
      { numRuns: 300 },
    )
  })
})
