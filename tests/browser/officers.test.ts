import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { lodge, newFormKey } from '../../api/acts/lodge-complaint.ts'
import { openWorld } from '../../api/live.ts'
import { halls, officers, sessions } from '../../db/schema/index.ts'
import { hashPassword } from '../../db/sealing/slow-hash.ts'
import {
  expect,
  furnishedFolder,
  removeFolder,
  serveBuilt,
  test as base,
} from '../support/browser.ts'

const NOW = new Date('2026-03-02T01:00:00Z')
const EIGHT_HOURS_MS = 8 * 3_600_000
const PASSWORD = 'lantern moss gravel'
const LOGINS = ['raozhitong', 'yinhengxue', 'zongxinzheng', 'zangheng', 'wengchengyu']
const [DESK, HANDLER, HEAD, AUDITOR, PATROL] = LOGINS as [string, string, string, string, string]
const STORY = '我来办社保转移，窗口说还差一份材料。'

/** Qingpu with one complaint of each identity, and officers who signed in at nine o'clock. */
async function openHall() {
  const folder = await furnishedFolder()
  const live = await openWorld({
    origin: 'http://hall.test',
    smtpUrl: null,
    mailFrom: 'starwindow@hall.test',
    demo: false,
    test: false,
    dataDir: folder,
  })
  const world = { ...live, now: () => NOW }
  const [hall] = await world.store.read.select().from(halls).where(eq(halls.key, 'qingpu'))
  const lodged = async (identity: 'named' | 'anonymous') => {
    const { number } = await lodge(world, {
      formKey: newFormKey(world),
      hallId: hall!.id,
      channel: 'web',
      nature: 'written',
      identity,
      windowId: null,
      clauseId: null,
      category: 'attitude',
      occurredOn: '2026-03-02',
      occurredPart: 'morning',
      narrative: STORY,
      mayPublish: true,
      contact: identity === 'named' ? { name: '王先生', phone: '00012345678', email: '' } : null,
    })
    return number
  }
  const numbers = { named: await lodged('named'), anonymous: await lodged('anonymous') }
  const passwordHash = await hashPassword(PASSWORD)
  const cookies: Record<string, string> = {}
  for (const login of LOGINS) {
    const token = world.random.id(32)
    cookies[login] = `officer=${token}`
    await world.store.write(async (tx) => {
      const [officer] = await tx
        .update(officers)
        .set({ passwordHash })
        .where(eq(officers.login, login))
        .returning({ id: officers.id })
      await tx.insert(sessions).values({
        officerId: officer!.id,
        digest: createHash('sha256').update(token).digest('base64url'),
        openedAt: NOW,
        seenAt: NOW,
        endsAt: new Date(NOW.getTime() + EIGHT_HOURS_MS),
      })
    })
  }
  await live.store.close()
  const served = await serveBuilt(folder)
  const ask = async (login: string, path: string, form?: Record<string, string>) => {
    const answer = await fetch(served.url + path, {
      method: form ? 'POST' : 'GET',
      redirect: 'manual',
      headers: { cookie: cookies[login]!, origin: served.url },
      ...(form && { body: new URLSearchParams(form) }),
    })
    const { status, headers } = answer
    return { status, headers, to: headers.get('location'), text: await answer.text() }
  }
  return {
    numbers,
    ask,
    setClock: served.setClock,
    async close() {
      await served.stop()
      await removeFolder(folder)
    },
  }
}

const test = base.extend<{ hall: Awaited<ReturnType<typeof openHall>> }>({
  hall: async ({}, use) => {
    const hall = await openHall()
    await use(hall)
    await hall.close()
  },
})

/** A page without the values of its attributes, in which only quotes mean anything. */
const markupOf = (text: string) => text.replaceAll(/"[^"]*"/g, '""')

const hiddenIn = (text: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`)
    .exec(text)?.[1]!
    .replaceAll('&quot;', '"')
    .replaceAll('&#34;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

test('what was typed after the session had ended is kept for the same officer alone', async ({
  hall,
}) => {
  await hall.setClock('2026-03-02 10:00')
  const path = `/desk/cases/${hall.numbers.named}`
  const typed = { act: 'acceptance', revision: '0', gist: '说明"不清"</form><b>', track: 'simple' }
  const ended = await hall.ask(DESK, path, typed)
  expect(ended.status).toBe(401)
  expect(ended.text).toContain('登录过期，刚才的内容没有保存。')
  expect(markupOf(ended.text)).not.toContain('</form><b>')
  const unsent = hiddenIn(ended.text, 'unsent')!
  expect(JSON.parse(unsent)).toEqual({ to: path, pairs: Object.entries(typed) })

  const wrong = await hall.ask(DESK, '/desk/sign-in', { login: DESK, password: 'no', unsent })
  expect(wrong.status).toBe(401)
  expect(hiddenIn(wrong.text, 'unsent')).toBe(unsent)

  const other = await hall.ask(DESK, '/desk/sign-in', { login: HEAD, password: PASSWORD, unsent })
  expect(other.text).toContain('登录过期，刚才的内容没有保存')
  expect(other.text).not.toContain('不清')

  const back = await hall.ask(DESK, '/desk/sign-in', { login: DESK, password: PASSWORD, unsent })
  expect(back.headers.get('set-cookie')).toContain('officer=')
  expect(back.text).toContain(`<form method="post" action="${path}">`)
  expect(markupOf(back.text)).not.toContain('</form><b>')
  for (const [name, value] of Object.entries(typed)) expect(hiddenIn(back.text, name)).toBe(value)

  const evil = JSON.stringify({ to: 'https://evil.example/desk', pairs: [['a', 'b']] })
  const away = await hall.ask(DESK, '/desk/sign-in', {
    login: DESK,
    password: PASSWORD,
    unsent: evil,
  })
  expect([away.status, away.to]).toEqual([303, '/desk/home'])
})

test('a password typed after the session had ended is written down nowhere', async ({ hall }) => {
  await hall.setClock('2026-03-02 10:00')
  const { status, text } = await hall.ask(DESK, '/desk/account', {
    act: 'password',
    password: 'a secret of mine',
  })
  expect(status).toBe(401)
  expect(text).toContain('请登录，重新填写。')
  expect(text).not.toContain('a secret of mine')
})

test('a form sent to something that is gone is answered as not found', async ({ hall }) => {
  const there = await hall.ask(DESK, '/desk/outcomes/TS-2222-2222')
  const { status, text } = await hall.ask(DESK, '/desk/outcomes/TS-2222-2222', {
    act: 'approve',
    draft: '1',
  })
  expect([there.status, status]).toEqual([404, 404])
  expect(text).toContain('没有找到')
})

test('the identity line says what was taken, to whoever may not see it', async ({ hall }) => {
  const { text } = await hall.ask(DESK, `/desk/cases/${hall.numbers.anonymous}`)
  expect(text).toContain('没有留下姓名和联系方式。')
  expect(text).not.toContain('只有经办人和办公室负责人能看')
  const named = await hall.ask(DESK, `/desk/cases/${hall.numbers.named}`)
  expect(named.text).toContain('只有经办人和办公室负责人能看')
  expect((await hall.ask(HANDLER, `/desk/cases/${hall.numbers.named}`)).status).toBe(200)
})

test('the auditor begins the day with the log, checks it and reads no case', async ({ hall }) => {
  expect((await hall.ask(AUDITOR, '/desk/home')).to).toBe('/desk/audit')
  const checked = await hall.ask(AUDITOR, '/desk/audit', { act: 'verify' })
  expect([checked.status, checked.to]).toEqual([303, '/desk/audit?done=verify'])
  const { text } = await hall.ask(AUDITOR, '/desk/audit?done=verify')
  expect(text).toMatch(/核对了 \d+ 条，没有一条被改过、删过。/)
  expect(text).toContain('臧')
  const one = await hall.ask(AUDITOR, '/desk/audit?object=case:1')
  expect(one.text).toContain('收到投诉')
  expect((await hall.ask(AUDITOR, `/desk/cases/${hall.numbers.named}`)).status).toBe(403)
  expect((await hall.ask(DESK, '/desk/audit')).status).toBe(403)
  expect((await hall.ask(PATROL, '/desk/home')).to).toBe('/desk/tasks')
})
