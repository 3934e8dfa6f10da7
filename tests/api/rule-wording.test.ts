import { asc, eq, like } from 'drizzle-orm'
import { releaseOutcomes } from '../../api/jobs/release-outcomes.ts'
import type { Role } from '../../api/rules/roles.ts'
import { clauses, complaints, events, officialWordings, outbox } from '../../db/schema/index.ts'
import { archivedCase } from '../support/archived-case.ts'
import { fillIn, NAMED, send } from '../support/complaint.ts'
import { deskOf } from '../support/desk.ts'
import { decideCase, openCase } from '../support/points.ts'
import { describe, expect, type Portal, test } from '../support/portal.ts'

type Json = Record<string, any>
const KEY = 'anci.duty.notOnce'
const WHEN = { effectiveFrom: '2026-03-02', reason: '按新文件改。' }
const NEW = { label: '没有一次说清', plain: '要补的材料没有一次写清，您又跑了一趟。', ...WHEN }
const PRINTED = {
  title: '窗口人员责任追究制度（试行）',
  article: '第五条第（五）项',
  text: '示例：窗口人员应当一次告知全部材料。\n\n示例：违反的，追究责任。',
  ...WHEN,
}
const WHOLE = {
  title: '群众投诉处理办法（试行）',
  number: '示例〔2024〕1 号',
  issuedOn: '2024-01-01',
  link: '',
  text: '第一条　示例。\n第二条　示例。',
  ...WHEN,
}

const asked = async (portal: Portal, path: string, cookie = '') =>
  (await (await portal.get(path, cookie)).json()) as Json

async function posted(portal: Portal, path: string, body: Json, role: Role, which = 0) {
  const answer = await portal.post(`/rules/${path}`, body, await portal.as(role, 'anci', which))
  return { status: answer.status, body: (await answer.json()) as Json }
}

const enter = (portal: Portal, path: string, body: Json, role: Role = 'officeHead') =>
  posted(portal, path, body, role)

const approve = (portal: Portal, id: string, role: Role = 'secondPerson') =>
  posted(portal, `changes/${id}/approval`, {}, role)

/** Entered by the head of the office and approved by the second person. */
async function settled(portal: Portal, path: string, body: Json) {
  const { status, body: entered } = await enter(portal, path, body)
  expect([path, status]).toEqual([path, 201])
  expect((await approve(portal, entered.id)).status).toBe(201)
  return entered.id as string
}

const clauseOf = async (portal: Portal, key = KEY) =>
  (await asked(portal, `/halls/anci/clauses/${key}`)).clause as Json

/** What a citizen may choose from, by key. */
async function offered(portal: Portal): Promise<Map<string, Json>> {
  const { common, systems } = await asked(portal, '/complaint-steps/anci')
  const all: Json[] = [...common, ...systems.flatMap((one: Json) => one.clauses)]
  expect(new Set(all.map(({ key }) => key)).size).toBe(all.length)
  return new Map(all.map((one) => [one.key as string, one]))
}

const rowsOf = ({ db }: Portal, key = KEY) =>
  db.select().from(clauses).where(eq(clauses.key, key)).orderBy(asc(clauses.version))

describe('two people', () => {
  test('a clause is said anew by one and approved by another; both are in the log', async ({
    portal,
  }) => {
    const { body } = await enter(portal, `clauses/${KEY}/versions`, NEW)
    expect((await clauseOf(portal)).versions[0]).toMatchObject({ version: 1 })
    expect((await offered(portal)).get(KEY)!.label).toBe('未一次性告知')
    expect(await approve(portal, body.id, 'officeHead')).toMatchObject({
      status: 403,
      body: { reason: 'rule-change-same-person' },
    })
    expect(await approve(portal, body.id)).toMatchObject({
      status: 201,
      body: { effectiveFrom: '2026-03-02' },
    })
    expect((await clauseOf(portal)).versions).toMatchObject([
      { version: 2, label: NEW.label, plain: NEW.plain, effectiveFrom: '2026-03-02' },
      { version: 1, label: '未一次性告知', effectiveFrom: '2024-01-01' },
    ])
    expect((await offered(portal)).get(KEY)).toMatchObject({ label: NEW.label, plain: NEW.plain })
    const told = await portal.db
      .select({ kind: events.kind, by: events.officerId })
      .from(events)
      .where(like(events.kind, 'rule-change%'))
    const [head] = await portal.officersWith('officeHead')
    const [second] = await portal.officersWith('secondPerson')
    expect(told).toEqual([
      { kind: 'rule-change-entered', by: head!.id },
      { kind: 'rule-change-approved', by: second!.id },
    ])
    expect(await approve(portal, body.id)).toMatchObject({
      status: 409,
      body: { reason: 'rule-change-decided' },
    })
  })

  test('who may approve is told by letter, who entered it is not', async ({ portal }) => {
    await enter(portal, `clauses/${KEY}/versions`, NEW)
    const letters = await portal.db
      .select()
      .from(outbox)
      .where(eq(outbox.kind, 'rule-change-entered'))
    const approvers = [
      ...(await portal.officersWith('officeHead')),
      ...(await portal.officersWith('secondPerson')),
    ].map(({ id }) => id)
    const [head] = await portal.officersWith('officeHead')
    const others = [...new Set(approvers)].filter((id) => id !== head!.id)
    expect(letters.map(({ officerId }) => officerId).toSorted()).toEqual(others.toSorted())
  })

  test.for<[role: Role, reads: number, enters: number]>([
    ['officeHead', 200, 201],
    ['secondPerson', 200, 403],
    ['complaintDesk', 200, 403],
    ['systemAdministrator', 200, 403],
    ['patrolOfficer', 403, 403],
    ['auditor', 403, 403],
    ['windowHead', 403, 403],
  ])('%s reads with %s and enters with %s', async ([role, reads, enters], { portal }) => {
    const cookie = await portal.as(role)
    expect((await portal.get('/rules', cookie)).status).toBe(reads)
    expect((await portal.get(`/rules/clauses/${KEY}`, cookie)).status).toBe(reads)
    expect((await enter(portal, `clauses/${KEY}/versions`, NEW, role)).status).toBe(enters)
    expect((await enter(portal, `clauses/${KEY}/wording`, PRINTED, role)).status).toBe(enters)
    const decided = await approve(portal, 'nothing', role)
    expect(decided.status).toBe(reads === 200 ? 404 : 403)
  })

  test('a change is returned with its reason, put right and approved', async ({ portal }) => {
    const first = (await enter(portal, `clauses/${KEY}/wording`, PRINTED)).body.id
    const back = await posted(portal, `changes/${first}/return`, { note: '' }, 'secondPerson')
    expect([back.status, back.body.errors.note[0]]).toEqual([422, '请写明理由。'])
    const note = { note: '漏了一款。' }
    expect((await posted(portal, `changes/${first}/return`, note, 'secondPerson')).status).toBe(201)
    const desk = await asked(portal, `/rules/clauses/${KEY}`, await portal.as('officeHead'))
    expect(desk.wording).toMatchObject({
      waits: null,
      draft: { outcome: 'returned', note: '漏了一款。', wording: { text: PRINTED.text } },
    })
    expect(await portal.db.select().from(officialWordings)).toEqual([])
    await settled(portal, `clauses/${KEY}/wording`, PRINTED)
    expect((await clauseOf(portal)).official).toMatchObject({ version: 1 })
  })

  test('who entered a change takes it back; nobody else, and not once it is decided', async ({
    portal,
  }) => {
    const { id } = (await enter(portal, `clauses/${KEY}/versions`, NEW)).body
    const path = `/rules/changes/${id}`
    const second = await portal.as('secondPerson')
    expect((await portal.delete(path, second)).status).toBe(403)
    const head = await portal.as('officeHead')
    expect(await asked(portal, path, head)).toMatchObject({
      may: { decide: false, takeBack: true },
    })
    expect((await portal.delete(path, head)).status).toBe(200)
    expect((await portal.delete(path, head)).status).toBe(409)
    expect((await approve(portal, id)).status).toBe(409)
    expect(await rowsOf(portal)).toHaveLength(1)
  })

  test('one entry about a clause waits at a time; its wording is another matter', async ({
    portal,
  }) => {
    await enter(portal, `clauses/${KEY}/versions`, NEW)
    expect(await enter(portal, `clauses/${KEY}/retirement`, WHEN)).toMatchObject({
      status: 409,
      body: { reason: 'rule-change-waits' },
    })
    expect((await enter(portal, `clauses/${KEY}/wording`, PRINTED)).status).toBe(201)
  })

  test('another hall’s changes and clauses are not there', async ({ portal }) => {
    const { id } = (await enter(portal, `clauses/${KEY}/versions`, NEW)).body
    const elsewhere = await portal.as('secondPerson', 'qingpu')
    expect((await portal.get(`/rules/changes/${id}`, elsewhere)).status).toBe(404)
    expect((await portal.post(`/rules/changes/${id}/approval`, {}, elsewhere)).status).toBe(404)
    expect((await portal.get(`/rules/clauses/${KEY}`, elsewhere)).status).toBe(404)
    const head = await portal.as('officeHead', 'qingpu')
    expect((await portal.post(`/rules/clauses/${KEY}/wording`, PRINTED, head)).status).toBe(404)
  })
})

test.for<[why: string, path: string, body: Json, errors: Record<string, RegExp>]>([
  [
    'a day that is over',
    `clauses/${KEY}/versions`,
    { ...NEW, effectiveFrom: '2026-03-01' },
    { effectiveFrom: /过去的日子/ },
  ],
  [
    'no such day',
    `clauses/${KEY}/versions`,
    { ...NEW, effectiveFrom: '2026-02-30' },
    { effectiveFrom: /没有这一天/ },
  ],
  ['no reason', `clauses/${KEY}/versions`, { ...NEW, reason: ' ' }, { reason: /理由/ }],
  [
    'the same words',
    `clauses/${KEY}/versions`,
    { ...NEW, label: '未一次性告知', plain: '窗口没有一次说清要补哪些材料，让您多跑。' },
    { plain: /一样/ },
  ],
  [
    'too long a name and no words',
    `clauses/${KEY}/versions`,
    { ...NEW, label: '一'.repeat(13), plain: '' },
    { label: /太长/, plain: /没有填/ },
  ],
  [
    'a wording without its source',
    `clauses/${KEY}/wording`,
    { ...PRINTED, title: '', article: '' },
    { title: /没有填/, article: /没有填/ },
  ],
  [
    'a wording from a past day',
    `clauses/${KEY}/wording`,
    { ...PRINTED, effectiveFrom: '2024-01-01' },
    { effectiveFrom: /过去的日子/ },
  ],
  [
    'a rule with neither text nor address',
    'systems/anci.complaints/wording',
    { ...WHOLE, text: ' ' },
    { text: /至少填一项/ },
  ],
  [
    'an address that runs a script',
    'systems/anci.complaints/wording',
    { ...WHOLE, link: 'javascript:alert(1)' },
    { link: /网址/ },
  ],
  [
    'a rule’s day that is not one',
    'systems/anci.complaints/wording',
    { ...WHOLE, issuedOn: '2024-02-30' },
    { issuedOn: /没有这一天/ },
  ],
  [
    'an own clause in a rule of another hall',
    'clauses',
    { ...NEW, system: 'qingpu.complaints', category: 'other' },
    { system: /列出的选项/ },
  ],
])('nothing is entered: %s', async ([, path, body, errors], { portal }) => {
  const answer = await enter(portal, path, body)
  expect(answer.status).toBe(422)
  expect(Object.keys(answer.body.errors)).toEqual(Object.keys(errors))
  for (const [field, sentence] of Object.entries(errors)) {
    expect(answer.body.errors[field][0]).toMatch(sentence)
  }
  const desk = await asked(portal, '/rules', await portal.as('officeHead'))
  expect(desk.waiting).toEqual([])
})

describe('the day decides', () => {
  test('a version for a later day takes hold by the day itself', async ({ portal }) => {
    await settled(portal, `clauses/${KEY}/versions`, { ...NEW, effectiveFrom: '2026-03-10' })
    const before = await clauseOf(portal)
    expect(before.versions).toMatchObject([{ version: 1 }])
    expect(before.coming).toMatchObject([{ version: 2, effectiveFrom: '2026-03-10' }])
    portal.setClock('2026-03-09 23:59')
    expect((await offered(portal)).get(KEY)!.label).toBe('未一次性告知')
    portal.setClock('2026-03-10 00:01')
    expect((await offered(portal)).get(KEY)!.label).toBe(NEW.label)
    const after = await clauseOf(portal)
    expect(after.versions).toMatchObject([{ version: 2 }, { version: 1 }])
    expect(after.coming).toEqual([])
  })

  test('what is approved after its day holds from the approval, never backwards', async ({
    portal,
  }) => {
    const { id } = (await enter(portal, `clauses/${KEY}/versions`, NEW)).body
    portal.setClock('2026-03-05')
    const page = await asked(portal, `/rules/changes/${id}`, await portal.as('secondPerson'))
    expect(page).toMatchObject({ enteredFor: '2026-03-02', from: '2026-03-05' })
    expect((await approve(portal, id)).body).toEqual({ effectiveFrom: '2026-03-05' })
    expect((await rowsOf(portal)).map((row) => row.effectiveFrom)).toEqual([
      '2024-01-01',
      '2026-03-05',
    ])
  })

  test('no version slips in before one that is settled for a later day', async ({ portal }) => {
    await settled(portal, `clauses/${KEY}/versions`, { ...NEW, effectiveFrom: '2026-03-10' })
    const again = { ...NEW, label: '又一种说法', effectiveFrom: '2026-03-09' }
    const refused = await enter(portal, `clauses/${KEY}/versions`, again)
    expect(refused.body.errors.effectiveFrom[0]).toContain('不能比它早')
    await settled(portal, `clauses/${KEY}/versions`, { ...again, effectiveFrom: '2026-03-10' })
    portal.setClock('2026-03-10')
    expect((await clauseOf(portal)).versions[0]).toMatchObject({ version: 3, label: '又一种说法' })
  })

  test('a complaint keeps the version it cited; the counts run over all of them', async ({
    portal,
  }) => {
    for (let nth = 0; nth < 3; nth++) {
      const caseId = await openCase(portal, 'anci', { clause: KEY, occurredOn: '2026-02-10' })
      await decideCase(portal, 'anci', caseId, 'substantiated', '2026-02-20')
    }
    const { number } = await deskOf(portal, 'anci', { clauseId: (await rowsOf(portal))[0]!.id })
    await settled(portal, `clauses/${KEY}/versions`, NEW)
    const { sealed } = await fillIn(portal)
    const { sealed: second } = await fillIn(portal)
    for (const form of [sealed, second]) expect((await send(portal, form)).status).toBe(201)
    const cited = await portal.db
      .select({ version: clauses.version })
      .from(complaints)
      .innerJoin(clauses, eq(clauses.id, complaints.clauseId))
      .orderBy(asc(complaints.id))
    expect(cited.map(({ version }) => version)).toEqual([1, 1, 1, 1, 2, 2])
    const old = await asked(portal, `/cases/${number}`, await portal.as('complaintDesk'))
    expect(old.complaint.clause).toMatchObject({ label: '未一次性告知', official: null })
    portal.setClock('2026-04-01')
    expect((await clauseOf(portal)).figures).toEqual({ cited: 6, upheld: null })
  })

  test('what was taken down of an earlier day cites the version of that day', async ({
    portal,
  }) => {
    await settled(portal, `clauses/${KEY}/versions`, NEW)
    const own = { ...NEW, system: 'anci.conduct', category: 'other' }
    await settled(portal, 'clauses', own)
    const told = {
      channel: 'visit',
      receivedTime: '08:40',
      occurredOn: '2026-02-26',
      occurredPart: 'morning',
      narrative: '窗口少说了一份材料，让人白跑一趟。',
      identity: 'named',
      name: '王先生',
      phone: '139 0000 1234',
      mayPublish: 'yes',
    }
    const cookie = await portal.as('complaintDesk')
    const read = async (receivedOn: string, clause: string) => {
      const body = { ...told, receivedOn, clause }
      return (await (await portal.post('/intake/readings', body, cookie)).json()) as Json
    }
    expect((await read('2026-02-27', KEY)).clause.label).toBe('未一次性告知')
    expect((await read('2026-03-02', KEY)).clause.label).toBe(NEW.label)
    expect((await read('2026-03-02', 'anci.own.1')).clause.label).toBe(NEW.label)
    const early = await read('2026-02-27', 'anci.own.1')
    expect(early.errors.clause[0]).toContain('收到投诉那天还没有这一条')
  })
})

describe('clauses of the hall’s own', () => {
  const OWN = { ...NEW, label: '叫号乱', system: 'anci.conduct', category: 'dutyOrProcedure' }

  test('one is added under the hall’s name, numbered on, and can be cited', async ({ portal }) => {
    await settled(portal, 'clauses', OWN)
    await settled(portal, 'clauses', { ...OWN, label: '不叫号' })
    expect(await rowsOf(portal, 'anci.own.1')).toMatchObject([
      { version: 1, label: '叫号乱', category: 'dutyOrProcedure', pointsItem: null, sortOrder: 36 },
    ])
    expect((await offered(portal)).get('anci.own.2')!.label).toBe('不叫号')
    const { sealed } = await fillIn(
      portal,
      NAMED.map((one) => (one.step === 'clause' ? { ...one, clause: 'anci.own.1' } : one)),
    )
    expect((await send(portal, sealed)).status).toBe(201)
    const { systems } = await asked(portal, '/halls/anci/rules')
    const conduct = systems.find(({ key }: Json) => key === 'anci.conduct')
    expect(conduct.clauses.map(({ key }: Json) => key)).toContain('anci.own.2')
  })

  test('one that was returned leaves no clause; its number is not given again', async ({
    portal,
  }) => {
    const { id } = (await enter(portal, 'clauses', OWN)).body
    await posted(portal, `changes/${id}/return`, { note: '先放一放。' }, 'secondPerson')
    expect(await rowsOf(portal, 'anci.own.1')).toEqual([])
    const form = await asked(portal, '/rules/own-clause', await portal.as('officeHead'))
    expect(form.draft).toMatchObject({ label: '叫号乱', note: '先放一放。' })
    await settled(portal, 'clauses', OWN)
    expect(await rowsOf(portal, 'anci.own.2')).toHaveLength(1)
  })

  test('a clause is retired, never deleted, and can be cited again after a new version', async ({
    portal,
  }) => {
    const { sealed } = await fillIn(portal)
    await settled(portal, `clauses/${KEY}/retirement`, WHEN)
    expect((await offered(portal)).has(KEY)).toBe(false)
    const refused = await send(portal, sealed)
    expect([refused.status, ((await refused.json()) as Json).errors.clause[0]]).toEqual([
      422,
      '没有找到这一条规定，请重新选。',
    ])
    expect(await clauseOf(portal)).toMatchObject({ active: false, label: '未一次性告知' })
    expect(await enter(portal, `clauses/${KEY}/retirement`, WHEN)).toMatchObject({
      body: { reason: 'clause-retired' },
    })
    await settled(portal, `clauses/${KEY}/versions`, NEW)
    expect((await offered(portal)).get(KEY)!.label).toBe(NEW.label)
    expect((await rowsOf(portal)).map(({ active }) => active)).toEqual([true, false, true])
  })
})

describe('the official wording', () => {
  test('of a clause is shown with its source and article, and its earlier versions', async ({
    portal,
  }) => {
    expect(await clauseOf(portal)).toMatchObject({ official: null, earlier: [] })
    await settled(portal, `clauses/${KEY}/wording`, PRINTED)
    const later = { ...PRINTED, text: '示例：新的一款。', effectiveFrom: '2026-03-20' }
    await settled(portal, `clauses/${KEY}/wording`, later)
    expect((await clauseOf(portal)).official).toMatchObject({
      version: 1,
      effectiveFrom: '2026-03-02',
      title: PRINTED.title,
      article: PRINTED.article,
      paragraphs: ['示例：窗口人员应当一次告知全部材料。', '示例：违反的，追究责任。'],
    })
    portal.setClock('2026-03-20')
    const { official, earlier } = await clauseOf(portal)
    expect([official.version, official.paragraphs]).toEqual([2, ['示例：新的一款。']])
    expect(earlier).toMatchObject([{ version: 1 }])
  })

  test('of a whole rule stands beside its plain words', async ({ portal }) => {
    await settled(portal, 'systems/anci.complaints/wording', WHOLE)
    const { systems } = await asked(portal, '/halls/anci/rules')
    const rule = systems.find(({ key }: Json) => key === 'anci.complaints')
    expect(rule.official).toMatchObject({
      title: WHOLE.title,
      number: WHOLE.number,
      issuedOn: '2024-01-01',
      paragraphs: ['第一条　示例。', '第二条　示例。'],
    })
    expect((await enter(portal, 'systems/anci.nothing/wording', WHOLE)).status).toBe(404)
    const link = 'https://www.example.gov.cn/rule.html'
    await settled(portal, 'systems/anci.patrol/wording', { ...WHOLE, text: '', link })
  })

  test('is shown with a reply, also where it was entered after the complaint', async ({
    portal,
  }) => {
    const [version] = await rowsOf(portal)
    const desk = await deskOf(portal, 'anci', { clauseId: version!.id })
    portal.setClock('2026-03-03')
    await settled(portal, `clauses/${KEY}/wording`, { ...PRINTED, effectiveFrom: '2026-03-03' })
    const later = { ...PRINTED, text: '示例：后来的。', effectiveFrom: '2026-03-04' }
    await settled(portal, `clauses/${KEY}/wording`, later)
    portal.setClock('2026-03-04')
    const seen = await asked(portal, `/cases/${desk.number}`, await portal.as('complaintDesk'))
    expect(seen.complaint.clause).toMatchObject({
      label: '未一次性告知',
      official: { version: 1, article: PRINTED.article },
    })
  })

  test('is shown with an outcome that is published', async ({ portal }) => {
    const key = 'qingpu.q5'
    const [version] = await rowsOf(portal, key)
    const head = await portal.as('officeHead', 'qingpu')
    const second = await portal.as('secondPerson', 'qingpu')
    const entered = await portal.post(`/rules/clauses/${key}/wording`, PRINTED, head)
    const { id } = (await entered.json()) as { id: string }
    expect((await portal.post(`/rules/changes/${id}/approval`, {}, second)).status).toBe(201)
    const { number } = await archivedCase(portal, { clauseId: version!.id })
    const handler = await portal.as('handler', 'qingpu')
    const at = `/outcomes/${number}`
    const summary = '群众反映没有一次告知。经核实，情况属实。已经改正。'
    await portal.post(`${at}/drafts`, { draft: 0, remedy: 'corrected', summary }, handler)
    const { draft, facts } = await asked(portal, at, second)
    expect(facts.clause.official).toMatchObject({ article: PRINTED.article })
    await portal.post(`${at}/approval`, { draft: draft.id }, second)
    portal.setClock('2026-04-01')
    await releaseOutcomes(portal.world, '2026-03')
    const { outcomes } = await asked(portal, '/published/qingpu/2026-03')
    expect(outcomes).toMatchObject([{ clause: '未一次性告知', official: { title: PRINTED.title } }])
  })
})

test('a citizen reads the official wording with the reply', async ({ portal }) => {
  await settled(portal, `clauses/${KEY}/wording`, PRINTED)
  const { sealed } = await fillIn(portal)
  const { receipt, number } = (await (await send(portal, sealed)).json()) as Json
  const followed = await portal.post('/follow', { receipt })
  expect(((await followed.json()) as Json).case).toMatchObject({
    number,
    clause: { label: '未一次性告知', official: { article: PRINTED.article } },
  })
})
