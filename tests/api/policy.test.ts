import { eq } from 'drizzle-orm'
import { caseFiles, events, scoreEntries } from '../../db/schema/index.ts'
import { deskOf } from '../support/desk.ts'
import { describe, expect, type Portal, test } from '../support/portal.ts'

type Body = Record<string, unknown>
const FOUR = {
  path: 'clocks.normalWd',
  value: '4',
  effectiveFrom: '2026-03-09',
  reason: '按区里今年的通知',
}

const administrator = (portal: Portal, hall = 'qingpu') => portal.as('systemAdministrator', hall)

async function change(portal: Portal, form: Body, hall = 'qingpu') {
  const answer = await portal.post('/policy/versions', form, await administrator(portal, hall))
  return { status: answer.status, body: (await answer.json()) as Body }
}

async function page(portal: Portal, hall = 'qingpu') {
  const answer = await portal.get('/policy', await administrator(portal, hall))
  return (await answer.json()) as {
    policy: { version: string }
    values: { path: string; value: unknown; adopted: unknown }[]
    changes: { number: number; state: string; before: unknown; after: unknown; by: string }[]
  }
}

describe('a hall sets a value otherwise', () => {
  test('a case keeps the version it began under; the next one has the new date', async ({
    portal,
  }) => {
    portal.setClock('2026-03-06 10:00')
    const before = await deskOf(portal, 'qingpu', { channel: 'email', nature: 'written' })
    expect((await change(portal, FOUR)).status).toBe(201)
    const waiting = await deskOf(portal, 'qingpu', { channel: 'email', nature: 'written' })
    portal.setClock('2026-03-09 10:00')
    const after = await deskOf(portal, 'qingpu', { channel: 'email', nature: 'written' })
    const about = async (desk: typeof before) => [
      (await desk.read()).body.regulation,
      (await desk.clocks()).reply?.dueOn,
    ]
    const title = '投诉处置办法'
    expect(await about(before)).toEqual([{ title, version: '1', now: '1.1' }, '2026-03-11'])
    expect(await about(waiting)).toEqual([{ title, version: '1', now: '1.1' }, '2026-03-11'])
    expect(await about(after)).toEqual([{ title, version: '1.1', now: '1.1' }, '2026-03-13'])
    await before.accepted({ track: 'complex' })
    const [file] = await portal.db.select().from(caseFiles).where(eq(caseFiles.id, before.caseId))
    expect(file!.policyVersion).toBe('1')
    expect((await before.clocks()).reply?.dueOn).toBe('2026-03-11')
  })

  test('everybody reads it beside the rules, with the reason and since when', async ({
    portal,
  }) => {
    portal.setClock('2026-03-06 10:00')
    await change(portal, FOUR)
    const rules = async () =>
      (await (await portal.get('/halls/qingpu/rules')).json()) as {
        policy: { version: string }
        changes: Body[]
      }
    expect(await rules()).toMatchObject({
      policy: { version: '1' },
      changes: [{ path: 'clocks.normalWd', before: 3, after: 4, state: 'coming' }],
    })
    portal.setClock('2026-03-09 00:01')
    expect(await rules()).toMatchObject({
      policy: { version: '1.1' },
      changes: [{ reason: FOUR.reason, effectiveFrom: '2026-03-09', state: 'inForce' }],
    })
    const limit = (await (
      await portal.get('/halls/qingpu/deadline?from=2026-03-09&limit=reply')
    ).json()) as Body
    expect(JSON.stringify(limit)).toContain('2026-03-13')
  })

  test('the list keeps what was replaced, and says who', async ({ portal }) => {
    portal.setClock('2026-03-06 10:00')
    await change(portal, { ...FOUR, effectiveFrom: '2026-03-06' })
    await change(portal, { ...FOUR, value: '5', effectiveFrom: '2026-03-06' })
    const { changes, values, policy } = await page(portal)
    expect(policy.version).toBe('1.2')
    expect(changes).toMatchObject([
      { number: 2, before: 4, after: 5, state: 'inForce' },
      { number: 1, before: 3, after: 4, state: 'replaced' },
    ])
    const [author] = await portal.officersWith('systemAdministrator', 'qingpu')
    expect(changes[0]!.by).toBe(author!.name)
    expect(values.find(({ path }) => path === 'clocks.normalWd')).toMatchObject({
      value: 5,
      adopted: 3,
    })
    const kinds = (await portal.db.select().from(events)).map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind === 'policy-changed')).toHaveLength(2)
  })

  test('points that the regulation has lost are set, and cost from that day on', async ({
    portal,
  }) => {
    portal.setClock('2026-03-06 10:00')
    const [window] = await portal.windowsOf('qingpu')
    const entry = {
      item: 'R1',
      quantity: 2,
      window: window!.code,
      reason: '离开没有放牌',
      another: 'yes',
    }
    const patrol = await portal.as('patrolOfficer', 'qingpu')
    const propose = (occurredOn: string) =>
      portal.post('/scores/entries', { ...entry, occurredOn }, patrol)
    const set = { path: 'points.R1', value: '1.5', effectiveFrom: '2026-03-06', reason: '中心定' }
    expect((await change(portal, set)).status).toBe(201)
    expect((await propose('2026-03-05')).status).toBe(201)
    expect((await propose('2026-03-06')).status).toBe(201)
    const rows = await portal.db.select().from(scoreEntries).orderBy(scoreEntries.id)
    expect(rows.map(({ points }) => Math.abs(points))).toEqual([0, 3])
  })

  test('another hall keeps what it adopted', async ({ portal }) => {
    portal.setClock('2026-03-09 10:00')
    await change(portal, { ...FOUR, effectiveFrom: '2026-03-09' })
    const { values, changes } = await page(portal, 'anci')
    expect(values.find(({ path }) => path === 'clocks.promisedReplyWd')?.value).toBe(10)
    expect(changes).toEqual([])
  })
})

describe('a look before it is made', () => {
  const preview = async (portal: Portal, form: Body) => {
    const answer = await portal.post('/policy/preview', form, await administrator(portal))
    return { status: answer.status, body: (await answer.json()) as Body }
  }

  test('says which dates and which sentences move and how many open cases do not', async ({
    portal,
  }) => {
    portal.setClock('2026-03-06 10:00')
    await deskOf(portal, 'qingpu', { channel: 'email', nature: 'written' })
    const { status, body } = await preview(portal, FOUR)
    expect(status).toBe(200)
    expect(body).toMatchObject({ before: 3, after: 4, openCases: 1 })
    expect(body.dates).toContainEqual({
      track: 'complex',
      kind: 'reply',
      before: '2026-03-12',
      after: '2026-03-13',
    })
    const sentences = body.sentences as { before: string; after: string }[]
    expect(sentences.length).toBeGreaterThan(0)
    for (const { before, after } of sentences) expect(after).not.toBe(before)
    expect((await page(portal)).changes).toEqual([])
  })

  test('moves the close of a month', async ({ portal }) => {
    portal.setClock('2026-03-06 10:00')
    const form = { ...FOUR, path: 'monthCloseWd', value: '6' }
    expect((await preview(portal, form)).body.steps).toEqual([
      { step: 'close', before: '2026-04-08', after: '2026-04-09' },
    ])
  })
})

describe('what cannot be', () => {
  test.for<[why: string, form: Body, field: string, says: string]>([
    ['a day that is over', { effectiveFrom: '2026-03-05' }, 'effectiveFrom', '这一天已经过去'],
    ['no reason', { reason: ' ' }, 'reason', '请'],
    ['no number', { value: '三天' }, 'value', '数字'],
    ['nothing where a figure must stand', { path: 'monthCloseWd', value: '' }, 'value', '还没有填'],
    ['the value it has', { value: '3' }, 'value', '没有改动'],
    ['a value nobody knows', { path: 'clocks.none' }, 'path', '请'],
    ['what is no single value', { path: 'channels.0', value: 'web' }, 'path', '请'],
    ['a name that is no value', { path: '__proto__.x', value: '1' }, 'path', '请'],
    [
      'a limit beyond the last day',
      { value: '11' },
      'value',
      '“最长的工作日”就不对了：不能小于答复的工作日',
    ],
    [
      'a last day before the limit',
      { path: 'clocks.maxWd', value: '2' },
      'value',
      '这样改不行：不能小于答复的工作日',
    ],
    [
      'a freeze after the close',
      { path: 'ratingFreezeWd', value: '9' },
      'value',
      '不能晚于结账的工作日',
    ],
    [
      'a closing time before the opening',
      { path: 'openingHours.usual.1.closes', value: '12:30' },
      'value',
      '时间前后交叉',
    ],
  ])('%s', async ([, form, field, says], { portal }) => {
    portal.setClock('2026-03-06 10:00')
    const { status, body } = await change(portal, { ...FOUR, ...form })
    expect(status).toBe(422)
    const errors = body.errors as Record<string, string[]>
    expect(Object.keys(errors)).toEqual([field])
    expect(errors[field]![0]).toContain(says)
    expect((await page(portal)).changes).toEqual([])
  })

  test('a change that only contradicts one that is still to come', async ({ portal }) => {
    portal.setClock('2026-03-06 10:00')
    const later = { ...FOUR, path: 'clocks.maxWd', value: '9', effectiveFrom: '2026-04-01' }
    await change(portal, { ...FOUR, path: 'clocks.softWarnWd', value: '7' })
    expect((await change(portal, later)).status).toBe(201)
    const { status, body } = await change(portal, { ...FOUR, value: '10' })
    expect([status, body.reason]).toEqual([422, 'policy-contradicts'])
    expect((await change(portal, { ...FOUR, value: '8' })).status).toBe(201)
  })

  test('nobody but the administrator, and nobody of another hall', async ({ portal }) => {
    portal.setClock('2026-03-06 10:00')
    for (const role of ['officeHead', 'complaintDesk', 'auditor'] as const) {
      const cookie = await portal.as(role, 'qingpu')
      expect((await portal.post('/policy/versions', FOUR, cookie)).status).toBe(403)
      expect((await portal.get('/policy', cookie)).status).toBe(403)
    }
    expect((await portal.get('/policy')).status).toBe(401)
  })
})

describe('a change that has not begun', () => {
  const takeBack = async (portal: Portal, number: number) => {
    const cookie = await administrator(portal)
    const answer = await portal.delete(`/policy/versions/${number}`, cookie)
    return [answer.status, ((await answer.json()) as Body).reason]
  }

  test('is taken back and never holds', async ({ portal }) => {
    portal.setClock('2026-03-06 10:00')
    await change(portal, FOUR)
    expect(await takeBack(portal, 1)).toEqual([200, undefined])
    expect(await takeBack(portal, 1)).toEqual([404, 'no-such-policy-version'])
    portal.setClock('2026-03-10 10:00')
    expect((await page(portal)).policy.version).toBe('1')
    const { changes } = (await (await portal.get('/halls/qingpu/rules')).json()) as Body
    expect(changes).toEqual([])
    expect((await change(portal, { ...FOUR, effectiveFrom: '2026-03-10' })).body.number).toBe(2)
  })

  test('is not taken back once it holds', async ({ portal }) => {
    portal.setClock('2026-03-09 10:00')
    await change(portal, FOUR)
    expect(await takeBack(portal, 1)).toEqual([409, 'policy-version-began'])
    expect(await takeBack(portal, 7)).toEqual([404, 'no-such-policy-version'])
  })
})
