import { and, eq, ne } from 'drizzle-orm'
import { JOBS } from '../../api/jobs/jobs.ts'
import { runDueJobs } from '../../api/jobs/run-due-jobs.ts'
import type { Role } from '../../api/rules/roles.ts'
import { complaints, deadlines, escalations, officerRoles, outbox } from '../../db/schema/index.ts'
import { type Desk, deskOf } from '../support/desk.ts'
import { describe, expect, type Portal, test } from '../support/portal.ts'

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

  test.for<
    [why: string, form: Record<string, unknown>, reason: string, field: string, says: string]
  >([
    [
      'a later date of which the complainant was not told',
      { newDueOn: '2025-02-05', explanation: '要等测绘结果。' },
      'complainant-not-told',
      'told',
      '《投诉处置办法》要求向投诉人说明原因。请先告知，再勾选。',
    ],
    [
      'a new date on a rest day',
      { newDueOn: '2025-01-25', ...EXPLAINED },
      'extension-not-a-working-day',
      'newDueOn',
      '《投诉处置办法》的期限按工作日算。1月25日不是工作日，请换一天。',
    ],
    [
      'a new date that is not later',
      { newDueOn: '2025-01-22', ...EXPLAINED },
      'extension-not-later',
      'newDueOn',
      '《投诉处置办法》的延期是往后改。新的日期要晚于1月22日，也不能早于今天。',
    ],
    [
      'a new date on the eleventh working day',
      { newDueOn: '2025-02-08', ...EXPLAINED },
      'extension-above-maximum',
      'newDueOn',
      '《投诉处置办法》规定最迟 10 个工作日，到2月7日为止。这个日期太晚。',
    ],
  ])(
    '%s is refused by its rule, and the old date stays',
    async ([, form, reason, field, says], { portal }) => {
      portal.setClock('2025-01-17')
      const desk = await deskOf(portal, 'qingpu', { channel: 'visit' })
      await desk.accepted({ track: 'complex' })
      const answer = await desk.act('extension', form, 'officeHead')
      expect(answer).toEqual({ status: 422, body: { reason, says, errors: { [field]: [says] } } })
      expect((await desk.clocks()).reply?.dueOn).toBe('2025-01-22')
    },
  )

  test('a second explanation within ten working days is allowed and told again', async ({
    portal,
  }) => {
    portal.setClock('2025-01-17')
    const desk = await deskOf(portal, 'qingpu', { channel: 'visit' })
    await desk.accepted({ track: 'complex' })
    for (const newDueOn of ['2025-01-24', '2025-02-07']) {
      await desk.done('extension', { newDueOn, ...EXPLAINED }, 'officeHead')
    }
    const late = await desk.act('extension', { newDueOn: '2025-02-10', ...EXPLAINED }, 'officeHead')
    expect([late.status, late.body.reason]).toEqual([422, 'extension-above-maximum'])
    expect((await desk.clocks()).reply?.dueOn).toBe('2025-02-07')
    const told = await portal.db
      .select()
      .from(outbox)
      .where(and(eq(outbox.caseId, desk.caseId), eq(outbox.kind, 'deadline-extended')))
    expect(told).toHaveLength(2)
  })

  test('only a complex case is put off, by the words of its rule', async ({ portal }) => {
    const desk = await deskOf(portal, 'qingpu')
    await desk.accepted({ track: 'simple' })
    const form = { newDueOn: '2026-03-06', ...EXPLAINED }
    const { status, body } = await desk.act('extension', form, 'officeHead')
    expect([status, body.says]).toEqual([
      409,
      '《投诉处置办法》只准情况复杂的延期。这一件不是“多部门协调”，不能延。',
    ])
  })

  test('the sending organ’s limit is reminded of one working day before, not earlier', async ({
    portal,
  }) => {
    const desk = await deskOf(portal, 'qingpu', {
      channel: 'hotlineTransfer',
      nature: 'written',
      externalDueOn: '2026-03-10',
    })
    await desk.accepted({ track: 'transferred' })
    await remind(portal, '2026-03-06 08:30')
    expect(await toldOf(portal, desk)).toEqual([])
    await remind(portal, '2026-03-09 08:30')
    expect(await toldOf(portal, desk)).toEqual(['external near'])
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

/** What the day's reminders do at a moment. */
async function remind(portal: Portal, at: string) {
  portal.setClock(at)
  await runDueJobs(
    portal.world,
    JOBS.filter(({ name }) => name === 'remind-of-deadlines' || name === 'escalate'),
  )
}

const toldOf = async (portal: Portal, { caseId }: Desk) => {
  const rows = await portal.db
    .select({ level: escalations.level, kind: deadlines.kind })
    .from(escalations)
    .innerJoin(deadlines, eq(deadlines.id, escalations.deadlineId))
    .where(eq(escalations.caseId, caseId))
  return rows.map(({ level, kind }) => `${kind} ${level}`)
}

describe('everywhere', () => {
  test('no clock waits for a statement or for the complainant', async ({ portal }) => {
    const desk = await deskOf(portal, 'qingpu')
    await desk.accepted()
    await desk.done('inquiry')
    const { body: page } = await desk.read('handler')
    const { staff } = page.choices as unknown as { staff: { id: string }[] }
    await desk.done('statement-requests', { staff: staff[0]!.id, gist: '态度生硬' })
    await desk.done('messages', { text: '请问是上午几点？' })
    portal.setClock('2026-03-05 09:00')
    expect(await desk.clocks()).toMatchObject({
      reply: { dueOn: '2026-03-05', metOn: null },
      maximum: { dueOn: '2026-03-16', metOn: null },
    })
  })

  test.for<[who: Role]>([['windowHead'], ['windowStaff'], ['patrolOfficer'], ['assessmentGroup']])(
    '%s opens no case and learns nobody’s name',
    async ([role], { portal }) => {
      const { number } = await deskOf(portal, 'anci')
      const [officer] = await portal.officersWith(role, 'anci')
      await portal.world.store.write((tx) =>
        tx
          .delete(officerRoles)
          .where(and(eq(officerRoles.officerId, officer!.id), ne(officerRoles.role, role))),
      )
      const cookie = await portal.signedIn(officer!.id)
      expect((await portal.get(`/cases/${number}`, cookie)).status).toBe(403)
      expect((await portal.post(`/cases/${number}/contact`, {}, cookie)).status).toBe(403)
    },
  )

  test('a dissatisfied tap offers the complaint, and is none', async ({ portal }) => {
    const [window] = await portal.windowsOf('anci')
    const rated = await portal.post('/ratings', { window: window!.code, level: 1 })
    const { id } = (await rated.json()) as { id: string }
    expect(await (await portal.get(`/ratings/${id}`)).json()).toMatchObject({ low: true })
    expect(await portal.db.select().from(complaints)).toEqual([])
  })
})

describe('Anci 群众投诉处理办法', () => {
  test('a web form late on a Saturday has its opinion due on the Tuesday', async ({ portal }) => {
    portal.setClock('2025-04-26 23:40')
    const desk = await deskOf(portal, 'anci', { channel: 'web', nature: 'written' })
    portal.setClock('2025-04-27 09:00')
    const { body } = await desk.read('officeHead')
    const { departments } = body.choices as unknown as { departments: { id: number }[] }
    await desk.accepted({
      track: 'complex',
      departments: departments.slice(0, 2).map(({ id }) => String(id)),
    })
    expect(body.complaint).toMatchObject({ receivedOn: '2025-04-26' })
    expect((await desk.clocks()).coordinationOpinion?.dueOn).toBe('2025-04-29')
  })

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

  test('nothing is put off, by the words of its rule', async ({ portal }) => {
    const desk = await deskOf(portal, 'anci')
    await desk.accepted()
    const form = { newDueOn: '2026-03-20', ...EXPLAINED }
    const { status, body } = await desk.act('extension', form, 'officeHead')
    expect([status, body.says]).toEqual([
      409,
      '《群众投诉处理办法》没有延期，这件投诉不能延。到期没办完，就记为超期。',
    ])
  })
})

describe('Bingcha 投诉督查管理制度', () => {
  test('a promise that passed without a word is overdue, and the office is told', async ({
    portal,
  }) => {
    const desk = await deskOf(portal, 'bingcha')
    await desk.accepted({ track: 'simple', promisedOn: '2026-03-05' })
    await remind(portal, '2026-03-05 18:30')
    expect(await toldOf(portal, desk)).toContain('promise missed:complaintDesk')
    portal.setClock('2026-03-06 09:00')
    const cookie = await desk.cookieOf('complaintDesk')
    const overdue = await (await portal.get('/cases?list=overdue', cookie)).json()
    expect(overdue).toMatchObject({ cases: [{ number: desk.number }] })
    expect((await desk.read('handler')).body.choices).toMatchObject({
      extension: { dueOn: '2026-03-05', until: null },
    })
  })

  test.for<[why: string, promisedOn: string, reason: string, says: string]>([
    [
      'a promise for a day already over',
      '2025-04-28',
      'promise-before-acceptance',
      '《投诉督查管理制度》要求受理时承诺答复日期。这一天早于受理，请往后选。',
    ],
    [
      'a promise for Labour Day',
      '2025-05-01',
      'promise-not-a-working-day',
      '《投诉督查管理制度》要求承诺答复日期。5月1日不是工作日，请换一天。',
    ],
    [
      'a promise beyond the third working day',
      '2025-05-08',
      'promise-above-ceiling',
      '《投诉督查管理制度》要求承诺日期，没有写天数。本平台定为受理后 3 个工作日，到5月7日为止。这个日期太晚。',
    ],
  ])('%s is refused, and nothing is accepted', async ([, promisedOn, reason, says], { portal }) => {
    portal.setClock('2025-04-29 10:00')
    const desk = await deskOf(portal, 'bingcha')
    const answer = await desk.act(
      'acceptance',
      { track: 'simple', gist: '态度生硬', promisedOn },
      'complaintDesk',
    )
    expect(answer).toEqual({ status: 422, body: { reason, says, errors: { promisedOn: [says] } } })
    expect((await desk.read('officeHead')).body.state).toBe('registered')
  })
})
