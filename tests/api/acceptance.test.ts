import { deskOf } from '../support/desk.ts'
import { describe, expect, test } from '../support/portal.ts'

const EXPLAINED = { explanation: '要等测绘结果。', told: 'yes' }

describe('Qingpu 投诉处置办法', () => {
  test('a complaint on the web about one window is due in three working days, ten at the most', async ({
    portal,
  }) => {
    const desk = await deskOf(portal, 'qingpu', {
      channel: 'web',
      nature: 'written',
      category: 'notToldOnce',
    })
    expect((await desk.read('officeHead')).body).toMatchObject({ state: 'registered' })
    expect(await desk.clocks()).toMatchObject({
      reply: { dueOn: '2026-03-05', metOn: null },
      maximum: { dueOn: '2026-03-16', metOn: null },
    })
  })

  test('received at ten at night on the eve of National Day, that day is day zero', async ({
    portal,
  }) => {
    portal.setClock('2025-09-30 22:00')
    const desk = await deskOf(portal, 'qingpu', { channel: 'web', nature: 'written' })
    expect((await desk.clocks()).reply?.dueOn).toBe('2025-10-11')
  })

  test.for<[why: string, form: Record<string, unknown>, reason: string]>([
    [
      'a later date of which the complainant was not told',
      { newDueOn: '2025-02-05', explanation: '要等测绘结果。' },
      'complainant-not-told',
    ],
    [
      'a new date on a rest day',
      { newDueOn: '2025-01-25', ...EXPLAINED },
      'extension-not-a-working-day',
    ],
    [
      'a new date on the eleventh working day',
      { newDueOn: '2025-02-08', ...EXPLAINED },
      'extension-above-maximum',
    ],
  ])('%s is refused, and the old date stays', async ([, form, reason], { portal }) => {
    portal.setClock('2025-01-17')
    const desk = await deskOf(portal, 'qingpu', { channel: 'visit' })
    await desk.accepted({ track: 'complex' })
    const answer = await desk.act('extension', form, 'officeHead')
    expect([answer.status, answer.body.reason]).toEqual([422, reason])
    expect((await desk.clocks()).reply?.dueOn).toBe('2025-01-22')
  })

  test('a slip of 12345 without a limit is due in three working days', async ({ portal }) => {
    const desk = await deskOf(portal, 'qingpu', {
      channel: 'hotlineTransfer',
      nature: 'written',
      externalDueOn: null,
    })
    expect(await desk.clocks()).toMatchObject({ external: { dueOn: '2026-03-05', metOn: null } })
  })
})

describe('Anci 群众投诉处理办法', () => {
  test('no opinion before the person complained about was asked', async ({ portal }) => {
    const desk = await deskOf(portal, 'anci')
    const { body } = await desk.read('officeHead')
    const { departments } = body.choices as unknown as { departments: { id: number }[] }
    await desk.accepted({
      track: 'complex',
      departments: departments.slice(0, 2).map(({ id }) => String(id)),
    })
    await desk.done('inquiry')
    const opinion = { text: '建议并联。' }
    for (const role of ['complainantUnreachable', 'noWitness']) {
      await desk.done('inquiry-notes', { role, summary: '已记录。' })
    }
    const early = await desk.act('coordination-opinion', opinion)
    expect(early.body.reason).toBe('subject-not-asked')
    await desk.done('inquiry-notes', { role: 'subject', summary: '已询问本人。' })
    await desk.done('coordination-opinion', opinion)
    const unmet = await desk.act('final-opinion', { text: '按会议决定办理。' })
    expect([unmet.status, unmet.body.reason]).toEqual([409, 'act-not-in-state'])
  })
})

describe('Bingcha 投诉督查管理制度', () => {
  test.for<[why: string, promisedOn: string, reason: string]>([
    ['a promise for Labour Day', '2025-05-01', 'promise-not-a-working-day'],
    ['a promise beyond the third working day', '2025-05-08', 'promise-above-ceiling'],
  ])('%s is refused, and nothing is accepted', async ([, promisedOn, reason], { portal }) => {
    portal.setClock('2025-04-29 10:00')
    const desk = await deskOf(portal, 'bingcha')
    const answer = await desk.act(
      'acceptance',
      { track: 'simple', gist: '态度生硬', promisedOn },
      'complaintDesk',
    )
    expect([answer.status, answer.body.reason]).toEqual([422, reason])
    expect((await desk.read('officeHead')).body.state).toBe('registered')
  })
})
