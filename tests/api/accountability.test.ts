import { eq } from 'drizzle-orm'
import {
  accountabilityActions,
  awardVetoes,
  outbox,
  retaliationReports,
  scoreEntries,
  staff as people,
} from '../../db/schema/index.ts'
import { type Desk, deskOf } from '../support/desk.ts'
import { describe, expect, type Portal, test } from '../support/portal.ts'

type Json = Record<string, unknown>

/** Somebody who serves at the window; one who signs in, where there is one. */
async function subjectOf(portal: Portal, hall: string, desk: Desk) {
  const { body } = await desk.read('officeHead')
  const { staff } = body.choices as unknown as { staff: { id: string; name: string }[] }
  const rows = await portal.db.select().from(people)
  for (const [which, officer] of (await portal.officersWith('windowStaff', hall)).entries()) {
    const person = rows.find(({ id }) => id === officer.staffId)
    if (person && staff.some(({ id }) => id === person.publicId))
      return {
        id: person.publicId,
        staffId: person.id,
        cookie: await portal.as('windowStaff', hall, which),
      }
  }
  const person = rows.find(({ publicId }) => publicId === staff[0]!.id)!
  return { id: person.publicId, staffId: person.id, cookie: '' }
}

const about = (staff: string, changed: Json = {}): Json => ({
  staff,
  ground: 't5',
  severity: 'light',
  actOn: '2026-03-02',
  gist: '材料没有一次说清',
  reason: '监控和笔录一致。',
  ...changed,
})

const decide = async (
  portal: Portal,
  desk: Desk,
  id: string,
  body: Json,
  role: 'officeHead' | 'secondPerson' = 'officeHead',
) => {
  const answer = await portal.post(
    `/accountability/${id}/decision`,
    body,
    await desk.cookieOf(role),
  )
  return { status: answer.status, body: (await answer.json()) as Json }
}

/** An answered, verified case of Anci with a proposal about somebody. */
async function proposed(portal: Portal, changed: Json = {}) {
  const desk = await deskOf(portal, 'anci')
  const person = await subjectOf(portal, 'anci', desk)
  await desk.answered({ replyForm: 'recordForm' })
  const { id } = await desk.done('accountability', about(person.id, changed))
  return { desk, person, id: String(id) }
}

describe('Anci', () => {
  test('proposed, answered, decided by another; the clock runs five days and is met', async ({
    portal,
  }) => {
    const { desk, person, id } = await proposed(portal)
    expect((await desk.clocks()).sanction).toEqual({ dueOn: '2026-03-09', metOn: null })
    const early = await decide(portal, desk, id, { outcome: 'agreed' })
    expect([early.status, early.body.reason]).toEqual([409, 'accountability-answer-open'])

    const listed = (await (await portal.get('/statements', person.cookie)).json()) as {
      pleas: Json[]
    }
    expect(listed.pleas).toMatchObject([{ id, gist: '材料没有一次说清', decided: null }])
    expect(JSON.stringify(listed.pleas)).not.toContain(desk.number)
    const answer = { statement: '当时已经说过一遍。' }
    expect((await portal.post(`/statements/pleas/${id}`, answer, person.cookie)).status).toBe(201)
    expect((await portal.post(`/statements/pleas/${id}`, answer, person.cookie)).status).toBe(409)
    const foreign = await portal.post(
      `/statements/pleas/${id}`,
      answer,
      await desk.cookieOf('handler'),
    )
    expect(foreign.status).toBe(404)

    expect((await decide(portal, desk, id, { outcome: 'agreed' })).body).toMatchObject({ tier: 1 })
    expect((await desk.clocks()).sanction?.metOn).toBe('2026-03-02')
    expect(await portal.db.select().from(awardVetoes)).toEqual([])
    const [row] = await portal.db.select().from(accountabilityActions)
    expect(row).toMatchObject({ decidingBody: '投诉领导小组', decidedSanctions: ['admonition'] })
    expect(`${row!.statement}${row!.reason}`).not.toMatch(/当时|监控/)
    await desk.done('closing', { departmentTold: 'yes' })
  })

  test('who proposed does not decide, and the person concerned sees no case and no list', async ({
    portal,
  }) => {
    const desk = await deskOf(portal, 'anci')
    const person = await subjectOf(portal, 'anci', desk)
    await desk.answered({ replyForm: 'recordForm' })
    const { id } = await desk.done('accountability', about(person.id), 'officeHead')
    portal.setClock('2026-03-05 09:00')
    const own = await decide(portal, desk, String(id), { outcome: 'agreed' })
    expect([own.status, own.body.reason]).toEqual([403, 'accountability-same-person'])
    expect((await portal.get('/accountability', person.cookie)).status).toBe(403)
    expect((await portal.get(`/cases/${desk.number}`, person.cookie)).status).not.toBe(200)
    expect(
      (await decide(portal, desk, String(id), { outcome: 'agreed' }, 'secondPerson')).status,
    ).toBe(201)
  })

  test('a deviation needs its reason; tier two bars to 31 December', async ({ portal }) => {
    const { desk, person, id } = await proposed(portal)
    portal.setClock('2026-03-05 09:00')
    const bare = await decide(portal, desk, id, { outcome: 'deviated', rung: 'tier2' })
    expect([bare.status, Object.keys(bare.body.errors as Json)]).toEqual([422, ['reason']])
    const full = { outcome: 'deviated', rung: 'tier2', reason: '影响较大。' }
    expect((await decide(portal, desk, id, full)).body).toMatchObject({ tier: 2 })
    expect((await decide(portal, desk, id, full)).status).toBe(409)
    expect(await portal.db.select().from(awardVetoes)).toMatchObject([
      {
        cause: 'lossOfEligibility',
        staffId: person.staffId,
        fromDay: '2026-03-05',
        untilDay: '2026-12-31',
      },
    ])
  })

  test('the third tier is not decided before circular and notice', async ({ portal }) => {
    const { desk, id } = await proposed(portal, { severity: 'serious' })
    portal.setClock('2026-03-05 09:00')
    const quiet = await decide(portal, desk, id, { outcome: 'agreed' })
    expect([quiet.status, quiet.body.reason]).toEqual([409, 'circular-missing'])
    const untold = await decide(portal, desk, id, { outcome: 'agreed', circularSent: 'yes' })
    expect(untold.body.reason).toBe('department-notice-missing')
    const papersAs = async (role: 'officeHead' | 'assessmentGroup' | 'handler', rung = '') => {
      const path = `/accountability/${id}/papers?rung=${rung}`
      const answer = await portal.get(path, await desk.cookieOf(role))
      return { status: answer.status, body: (await answer.json()) as Json }
    }
    const draft = await papersAs('officeHead')
    expect(draft.body).toMatchObject({
      draft: true,
      day: '2026-03-05',
      rule: '窗口人员责任追究制度',
      measures: ['circularCriticism', 'postTransfer'],
      papers: ['circular', 'departmentNotice'],
    })
    expect((await papersAs('officeHead', 'tier2')).body).toMatchObject({ papers: [] })
    expect((await papersAs('handler')).status).toBe(403)
    expect(JSON.stringify(draft.body)).not.toContain('监控')
    const papers = { circularSent: 'yes', departmentTold: 'yes' }
    expect((await decide(portal, desk, id, { outcome: 'agreed', ...papers })).status).toBe(201)
    expect((await papersAs('assessmentGroup', 'tier1')).body).toMatchObject({
      draft: false,
      papers: ['circular', 'departmentNotice'],
    })
    expect(await portal.db.select().from(awardVetoes)).toMatchObject([{ cause: 'postTransfer' }])
  })

  test('a second act within the year is found by itself', async ({ portal }) => {
    const first = await proposed(portal)
    portal.setClock('2026-03-05 09:00')
    await decide(portal, first.desk, first.id, { outcome: 'agreed' })
    const desk = await deskOf(portal, 'anci')
    await desk.answered({ replyForm: 'recordForm' })
    const again = await desk.done('accountability', about(first.person.id, { actOn: '2026-03-04' }))
    expect(again).toMatchObject({ tier: 2 })
    const { body } = await desk.read('officeHead')
    expect(body.accountability).toMatchObject({
      actions: [
        { earlier: [{ on: '2026-03-02', label: '告诫' }], lines: [{ tier: 1 }, { tier: 2 }] },
      ],
    })
  })

  test('nothing is proposed twice, without its facts or without a fault', async ({ portal }) => {
    const { desk, person } = await proposed(portal)
    const twice = await desk.act('accountability', about(person.id))
    expect([twice.status, twice.body.reason]).toEqual([409, 'accountability-waits'])
    const cleared = await deskOf(portal, 'anci')
    await cleared.answered({ finding: 'unsubstantiated', replyForm: 'recordForm' })
    const none = await cleared.act('accountability', about(person.id))
    expect([none.status, none.body.reason]).toEqual([409, 'nothing-verified'])
    const bare = await cleared.act('accountability', {
      staff: person.id,
      reason: '-',
      circumstances: ['retaliation'],
    })
    expect([bare.status, Object.keys(bare.body.errors as unknown as Json)]).toEqual([
      422,
      ['ground', 'severity', 'actOn', 'gist'],
    ])
  })
})

test('Bingcha: a circular about the complaint raises its points to those of a circular', async ({
  portal,
}) => {
  const desk = await deskOf(portal, 'bingcha')
  const person = await subjectOf(portal, 'bingcha', desk)
  await desk.answered({}, { promisedOn: '2026-03-05' })
  const facts = about(person.id, { ground: 'K2', severity: 'basic' })
  const { id } = await desk.done('accountability', facts)
  portal.setClock('2026-03-05 09:00')
  const papers = { outcome: 'agreed', circularSent: 'yes', circularAbout: 'yes' }
  expect((await decide(portal, desk, String(id), papers)).status).toBe(201)
  await desk.done('closing', { departmentTold: 'yes', circularSent: 'yes' })
  const entries = await portal.db
    .select()
    .from(scoreEntries)
    .where(eq(scoreEntries.caseId, desk.caseId))
  expect(new Set(entries.map(({ item }) => item))).toEqual(new Set(['M7.2']))
})

test('Bingcha: on probation to the same day three months later, no award of the year', async ({
  portal,
}) => {
  const desk = await deskOf(portal, 'bingcha')
  const person = await subjectOf(portal, 'bingcha', desk)
  await desk.answered({}, { promisedOn: '2026-03-05' })
  const { id } = await desk.done(
    'accountability',
    about(person.id, { ground: 'K2', severity: 'serious' }),
  )
  portal.setClock('2026-03-05 09:00')
  await decide(portal, desk, String(id), { outcome: 'agreed' })
  expect(await portal.db.select().from(accountabilityActions)).toMatchObject([
    { probationUntil: '2026-06-05' },
  ])
  expect(await portal.db.select().from(awardVetoes)).toMatchObject([
    { cause: 'probationOrWaiting', staffId: person.staffId, untilDay: '2026-12-31' },
  ])
})

/** The complainant's side of a case, opened with the receipt. */
async function complainantOf(portal: Portal, desk: Desk) {
  const post = async (path: string, body: Json = {}) => {
    const opened = await portal.post('/follow', { receipt: desk.receipt })
    const { pass, form } = (await opened.json()) as { pass: string; form: string }
    const answer = await portal.post(`/follow${path}`, { pass, form, ...body })
    const { case: file, ...rest } = (await answer.json()) as Json & { case: Json }
    return { status: answer.status, file, reason: rest.reason as string, form }
  }
  return {
    post,
    say: (apology: string) => post('/apology', { apology }),
    reads: async () => (await post('/case')).file,
  }
}

describe('the complainant', () => {
  test('says whether an apology was accepted, and it is what lowers the tier', async ({
    portal,
  }) => {
    const desk = await deskOf(portal, 'anci')
    const citizen = await complainantOf(portal, desk)
    expect((await citizen.say('accepted')).reason).toBe('apology-not-asked')
    const person = await subjectOf(portal, 'anci', desk)
    await desk.answered({ replyForm: 'recordForm' })
    expect((await citizen.say('perhaps')).status).toBe(422)
    expect(await citizen.say('notAccepted')).toMatchObject({ status: 201 })
    const { body } = await desk.read('handler')
    expect(body.accountability).toMatchObject({ apology: { word: 'notAccepted' } })
    const forgiven = { circumstances: ['apologised', 'forgiven'] }
    const against = await desk.act('accountability', about(person.id, forgiven))
    expect(against).toMatchObject({
      status: 422,
      body: { errors: { circumstances: [expect.stringContaining('谅解')] } },
    })

    expect((await citizen.say('accepted')).file).toMatchObject({
      apology: 'accepted',
      mayTellApology: true,
    })
    const { id, tier } = await desk.done('accountability', about(person.id, forgiven))
    expect(tier).toBe(0)
    portal.setClock('2026-03-05 09:00')
    await citizen.say('none')
    const listed = await portal.get('/accountability', await desk.cookieOf('officeHead'))
    expect(await listed.json()).toMatchObject({
      waiting: [{ apology: { word: 'none', contradicted: true } }],
    })
    const agreed = await decide(portal, desk, String(id), { outcome: 'agreed' })
    expect([agreed.status, agreed.body.reason]).toEqual([409, 'complainant-says-otherwise'])
    await citizen.say('accepted')
    expect((await decide(portal, desk, String(id), { outcome: 'agreed' })).status).toBe(201)
    expect((await citizen.say('none')).reason).toBe('apology-too-late')
  })

  test('is told which measure followed, and nothing about whom', async ({ portal }) => {
    const { desk, id } = await proposed(portal)
    const citizen = await complainantOf(portal, desk)
    expect(await citizen.reads()).toMatchObject({ consequence: null })
    portal.setClock('2026-03-05 09:00')
    await decide(portal, desk, id, { outcome: 'agreed' })
    const file = await citizen.reads()
    expect(file.consequence).toEqual({ on: '2026-03-05', measures: ['admonition'] })
    const [person] = await portal.db.select().from(accountabilityActions)
    const [named] = await portal.db.select().from(people).where(eq(people.id, person!.staffId!))
    for (const secret of [named!.name, named!.number, '监控和笔录一致', person!.gist]) {
      expect(JSON.stringify(file)).not.toContain(secret)
    }
    const letters = await portal.db.select().from(outbox).where(eq(outbox.toComplainant, true))
    expect(letters.map(({ kind }) => kind)).toContain('consequence-told')
  })

  test('learns that nobody is held to account, without the reason', async ({ portal }) => {
    const desk = await deskOf(portal, 'anci')
    const citizen = await complainantOf(portal, desk)
    await desk.answered({ replyForm: 'recordForm' })
    await desk.nobodyHeld()
    expect(await citizen.reads()).toMatchObject({
      consequence: { on: '2026-03-02', measures: [] },
    })
  })

  test('reports retaliation to the head alone, whatever became of the case', async ({ portal }) => {
    const desk = await deskOf(portal, 'anci')
    const citizen = await complainantOf(portal, desk)
    await desk.answered({ finding: 'unsubstantiated', replyForm: 'recordForm' })
    expect((await citizen.post('/retaliation', { retaliation: ' ' })).status).toBe(422)
    const text = '他打电话威胁我，要我撤回。'
    const sent = await citizen.post('/retaliation', { retaliation: text })
    expect([sent.status, sent.file.retaliationReported]).toEqual([201, ['2026-03-02']])
    const again = await citizen.post('/retaliation', { retaliation: text, form: sent.form })
    expect(again.file.retaliationReported).toEqual(['2026-03-02'])

    const [row] = await portal.db.select().from(retaliationReports)
    expect(row!.text).not.toContain('威胁')
    const told = await portal.db
      .select({ officerId: outbox.officerId })
      .from(outbox)
      .where(eq(outbox.kind, 'retaliation-reported'))
    const heads = await portal.officersWith('officeHead')
    expect(told.map(({ officerId }) => officerId)).toEqual(heads.map(({ id }) => id))

    for (const role of ['handler', 'complaintDesk'] as const) {
      const seen = await desk.read(role)
      expect(seen.status).toBe(200)
      expect(JSON.stringify(seen.body)).not.toContain('威胁')
    }
    expect((await desk.read('officeHead')).body.accountability).toMatchObject({
      retaliation: [{ on: '2026-03-02', text }],
    })
    const lists = async (role: 'officeHead' | 'assessmentGroup') =>
      (await portal.get('/accountability', await desk.cookieOf(role))).json()
    expect(await lists('assessmentGroup')).toMatchObject({ retaliation: [] })
    expect(await lists('officeHead')).toMatchObject({
      retaliation: [{ number: desk.number, said: [{ text }], taken: false }],
    })
    const person = await subjectOf(portal, 'anci', desk)
    const held = about(person.id, { circumstances: ['retaliation'] })
    expect(await desk.done('accountability', held, 'officeHead')).toMatchObject({ tier: 2 })
    expect(await lists('officeHead')).toMatchObject({ retaliation: [{ taken: true }] })
  })
})

test('Qingpu: who is suspected of a violation is returned with a letter to the department', async ({
  portal,
}) => {
  const desk = await deskOf(portal, 'qingpu')
  const person = await subjectOf(portal, 'qingpu', desk)
  await desk.answered()
  const facts = { ground: 'suspectedViolation', severity: 'basic' }
  const { id } = await desk.done('accountability', about(person.id, facts))
  portal.setClock('2026-03-05 09:00')
  const silent = await decide(portal, desk, String(id), { outcome: 'agreed' })
  expect([silent.status, silent.body.reason]).toEqual([409, 'return-letter-missing'])
  const paper = await portal.get(`/accountability/${id}/papers`, await desk.cookieOf('officeHead'))
  expect(await paper.json()).toMatchObject({
    papers: ['returnLetter'],
    about: { department: expect.any(String), number: expect.any(String) },
  })
  const sent = { outcome: 'agreed', returnLetterSent: 'yes' }
  expect((await decide(portal, desk, String(id), sent)).status).toBe(201)
})
