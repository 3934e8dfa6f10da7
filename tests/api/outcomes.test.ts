import { and, eq, like } from 'drizzle-orm'
import { type Batch } from '../../api/acts/outcome/release-batch.ts'
import { withdrawCase } from '../../api/acts/case/withdraw-case.ts'
import { releaseOutcomes } from '../../api/jobs/release-outcomes.ts'
import { runDueJobs } from '../../api/jobs/run-due-jobs.ts'
import type { Role } from '../../api/rules/roles.ts'
import {
  caseFiles,
  caseSteps,
  complaints,
  events,
  outcomeBatches,
  outcomeDrafts,
  outcomes,
  recusals,
} from '../../db/schema/index.ts'
import { archivedCase } from '../support/archived-case.ts'
import { COMPLAINANT, lodgeAt } from '../support/lodge.ts'
import { STORY } from '../support/complaint.ts'
import { describe, expect, type Portal, test } from '../support/portal.ts'

type Json = Record<string, unknown>
type Hit = {
  id: number
  kind: string
  text: string
  harmless: boolean | null
  mayBeHarmless: boolean
}
type Page = {
  stage: string
  holdUntil: string
  narrative: string | null
  draft: { id: number; text: string; hits: Hit[] } | null
  returned: { note: string } | null
  changes: { kind: string; text: string }[] | null
  may: Record<string, boolean>
}
type Public = {
  outcomes: (Json & {
    id: string
    summary: string
    window: Json | null
    department: string | null
  })[]
  retracted: { id: string; on: string; reason: string }[]
  figures: {
    received: number | null
    published: number
    withheld: { byReason: { reason: string; count: number | null }[]; total: number | null }
  }
}

const NEUTRAL = '群众反映服务态度问题。经核实，情况属实。已向投诉人道歉。'

/** An outcome as officers of Qingpu work on it. */
async function work(portal: Portal, number: string) {
  const cookies = new Map<Role, string>()
  const as = async (role: Role) => {
    const cookie = cookies.get(role) ?? (await portal.as(role, 'qingpu'))
    cookies.set(role, cookie)
    return cookie
  }
  const read = async (role: Role = 'officeHead') =>
    (await (await portal.get(`/outcomes/${number}`, await as(role))).json()) as Page
  const post = async (noun: string, body: Json, role: Role) => {
    const answer = await portal.post(`/outcomes/${number}/${noun}`, body, await as(role))
    return { status: answer.status, body: (await answer.json()) as Json & { reason?: string } }
  }
  const latest = async () => (await read()).draft?.id ?? 0
  return {
    read,
    post,
    see: async (role: Role) => (await portal.get(`/outcomes/${number}`, await as(role))).status,
    write: async (summary = NEUTRAL, role: Role = 'handler') =>
      post('drafts', { draft: await latest(), remedy: 'apologised', summary }, role),
    decide: (hit: number, decision: string, role: Role = 'handler') =>
      post(`hits/${hit}`, { decision }, role),
    approve: async (role: Role = 'secondPerson') =>
      post('approval', { draft: await latest() }, role),
    giveBack: async (note: string, role: Role = 'secondPerson') =>
      post('return', { draft: await latest(), note }, role),
    lift: async (role: Role) => portal.delete(`/outcomes/${number}/withholding`, await as(role)),
  }
}

const windowOf = async (portal: Portal, number: string) =>
  (await portal.windowsOf('qingpu')).find((window) => window.number === number)!.id

const ready = async (portal: Portal, details = {}, how = {}) => {
  const { number, caseId } = await archivedCase(portal, details, how)
  const outcome = await work(portal, number)
  expect((await outcome.write()).body).toEqual({ open: 0 })
  expect((await outcome.approve()).status).toBe(201)
  return { number, caseId, ...outcome }
}

const public_ = async (portal: Portal, month = '2026-03') =>
  (await (await portal.get(`/published/qingpu/${month}`)).json()) as Public

const ofQingpu = (batches: Batch[]) => batches.at(-1)

const release = async (
  portal: Portal,
  on = '2026-04-01',
  month: `${number}-${number}` = '2026-03',
) => {
  portal.setClock(on)
  return ofQingpu(await releaseOutcomes(portal.world, month))
}

const rowOf = async (portal: Portal, caseId: number) => {
  const [row] = await portal.db.select().from(outcomes).where(eq(outcomes.caseId, caseId))
  return row!
}

describe('on the way', () => {
  test('nothing is published before the case is put away', async ({ portal }) => {
    const { number, caseId } = await lodgeAt(portal)
    const outcome = await work(portal, number)
    expect(await outcome.write()).toMatchObject({
      status: 404,
      body: { reason: 'no-such-outcome' },
    })
    expect((await outcome.approve()).status).toBe(404)
    const officer = (await portal.officersWith('handler', 'qingpu'))[0]!
    const second = (await portal.officersWith('secondPerson', 'qingpu'))[0]!
    const hall = await portal.hall('qingpu')
    await portal.world.store.write(async (tx) => {
      await tx.insert(outcomes).values({
        publicId: 'too-early',
        hallId: hall.id,
        caseId,
        summary: NEUTRAL,
        remedy: 'none',
        draftedBy: officer.id,
        approvedBy: second.id,
        holdUntil: '2026-03-02',
      })
    })
    expect(await release(portal)).toMatchObject({ published: 0 })
    expect((await public_(portal)).outcomes).toEqual([])
  })

  test('a summary goes through two people, is held, and goes out with the month', async ({
    portal,
  }) => {
    const { number, caseId } = await archivedCase(portal)
    const outcome = await work(portal, number)
    expect(await outcome.read()).toMatchObject({
      stage: 'toWrite',
      holdUntil: '2026-03-09',
      draft: null,
    })
    await outcome.write()
    expect(await outcome.read()).toMatchObject({ stage: 'toApprove', draft: { text: NEUTRAL } })
    await outcome.approve()
    expect((await outcome.read()).stage).toBe('approved')
    expect(await release(portal)).toMatchObject({ published: 1 })
    expect((await outcome.read()).stage).toBe('published')
    const [file] = await portal.db.select().from(caseFiles).where(eq(caseFiles.id, caseId))
    expect(file!.state).toBe('published')
    const [step] = await portal.db
      .select()
      .from(caseSteps)
      .where(and(eq(caseSteps.caseId, caseId), eq(caseSteps.act, 'publish')))
    expect(step).toMatchObject({
      fromState: 'archived',
      toState: 'published',
      officerId: null,
      at: null,
    })
  })

  test('the second person is another one, whatever version they wrote', async ({ portal }) => {
    const { number } = await archivedCase(portal)
    const outcome = await work(portal, number)
    await outcome.write(NEUTRAL, 'officeHead')
    expect(await outcome.approve('officeHead')).toMatchObject({
      status: 403,
      body: { reason: 'approver-drafted-it' },
    })
    await outcome.write(`${NEUTRAL}谢谢监督。`, 'handler')
    expect(await outcome.approve('officeHead')).toMatchObject({
      body: { reason: 'approver-drafted-it' },
    })
    expect((await outcome.read()).may).toMatchObject({ approve: false, wrote: true })
    expect((await outcome.approve('handler')).status).toBe(403)
    expect((await outcome.approve('secondPerson')).status).toBe(201)
  })

  test('an eleven-digit number stops the approval until it is gone', async ({ portal }) => {
    const { number } = await archivedCase(portal)
    const outcome = await work(portal, number)
    await outcome.write('已与 13800001234 联系并道歉。')
    expect(await outcome.read()).toMatchObject({ stage: 'toWrite' })
    expect(await outcome.approve()).toMatchObject({
      status: 409,
      body: { reason: 'personal-data-left' },
    })
    const { draft } = await outcome.read()
    const [hit] = draft!.hits
    expect(hit).toMatchObject({ kind: 'mobile', text: '13800001234', mayBeHarmless: false })
    expect(await outcome.decide(hit!.id, 'harmless')).toMatchObject({
      status: 409,
      body: { reason: 'hit-not-harmless' },
    })
    expect((await outcome.decide(hit!.id, 'remove')).body).toEqual({ open: 0 })
    expect((await outcome.read()).draft!.text).not.toContain('13800001234')
    expect((await outcome.approve()).status).toBe(201)
    const kept = await portal.db.select({ text: outcomeDrafts.text }).from(outcomeDrafts)
    expect(JSON.stringify(kept)).not.toContain('13800001234')
  })

  test('what only looks personal is declared harmless by name, and stays so', async ({
    portal,
  }) => {
    const { number } = await archivedCase(portal)
    const outcome = await work(portal, number)
    await outcome.write('流水号 20000000000 的系统故障已排除。受理号 30000000000 也已补办。')
    const { draft } = await outcome.read()
    expect(draft!.hits.map(({ text }) => text)).toEqual(['20000000000', '30000000000'])
    expect((await outcome.decide(draft!.hits[0]!.id, 'harmless')).body).toEqual({ open: 1 })
    expect(await outcome.decide(draft!.hits[0]!.id, 'harmless')).toMatchObject({
      body: { reason: 'hit-decided' },
    })
    expect((await outcome.decide(draft!.hits[1]!.id, 'remove')).body).toEqual({ open: 0 })
    const after = await outcome.read()
    expect(after.stage).toBe('toApprove')
    expect(after.draft!.hits).toMatchObject([{ text: '20000000000', harmless: true }])
  })

  test('a small window and the staff may not be named in passing', async ({ portal }) => {
    const { number } = await archivedCase(portal)
    const outcome = await work(portal, number)
    const [staff] = await portal.officersWith('windowHead', 'qingpu')
    await outcome.write(`5号窗口的${staff!.name}已道歉。`)
    const kinds = (await outcome.read()).draft!.hits.map(({ kind }) => kind)
    expect(kinds).toEqual(['window', 'name'])
  })

  test('what is sent back comes again with its changes marked', async ({ portal }) => {
    const { number } = await archivedCase(portal)
    const outcome = await work(portal, number)
    await outcome.write('窗口态度很恶劣，已道歉。')
    expect((await outcome.giveBack('', 'secondPerson')).status).toBe(422)
    await outcome.giveBack('请用中性的说法。')
    expect(await outcome.read()).toMatchObject({
      stage: 'toWrite',
      returned: { note: '请用中性的说法。' },
      changes: null,
    })
    await outcome.write('窗口态度生硬，已道歉。')
    expect((await outcome.read()).changes).toEqual([
      { kind: 'kept', text: '窗口态度' },
      { kind: 'gone', text: '很恶劣' },
      { kind: 'added', text: '生硬' },
      { kind: 'kept', text: '，已道歉。' },
    ])
    expect((await outcome.approve()).status).toBe(201)
    await outcome.giveBack('再改一次。')
    expect((await outcome.read()).stage).toBe('toWrite')
  })

  test('two people writing at once do not overwrite each other', async ({ portal }) => {
    const { number } = await archivedCase(portal)
    const outcome = await work(portal, number)
    const seen = { draft: 0, remedy: 'none', summary: NEUTRAL }
    const sent = await Promise.all([
      outcome.post('drafts', seen, 'handler'),
      outcome.post('drafts', { ...seen, summary: '另一份。' }, 'officeHead'),
    ])
    expect(sent.map(({ status }) => status).sort()).toEqual([201, 409])
  })

  test.for<[why: string, summary: string, field: string[]]>([
    ['nothing', '   ', ['这一项还没有填。']],
    ['more than two hundred characters', '办'.repeat(201), ['写得太长了，请缩短一些。']],
  ])('a summary of %s is refused', async ([, summary, field], { portal }) => {
    const { number } = await archivedCase(portal)
    const { body, status } = await (await work(portal, number)).write(summary)
    expect(status).toBe(422)
    expect(body.errors).toEqual({ summary: field })
  })

  test('the complaint’s own words are shown to its handler alone', async ({ portal }) => {
    const { number } = await archivedCase(portal)
    const outcome = await work(portal, number)
    const { handlerId } = (
      await portal.db.select().from(caseFiles).where(eq(caseFiles.number, number))
    )[0]!
    const handler = (await portal.officersWith('handler', 'qingpu'))[0]!
    expect(handler.id).toBe(handlerId)
    expect((await outcome.read('handler')).narrative).toBe(STORY)
    expect((await outcome.read('officeHead')).narrative).toBeNull()
    expect((await outcome.read('secondPerson')).narrative).toBeNull()
  })

  test('who is kept away from the case finds no outcome', async ({ portal }) => {
    const { number, caseId } = await archivedCase(portal)
    const outcome = await work(portal, number)
    const [head] = await portal.officersWith('officeHead', 'qingpu')
    const [second] = await portal.officersWith('secondPerson', 'qingpu')
    const hall = await portal.hall('qingpu')
    await portal.world.store.write(async (tx) => {
      for (const { id } of [head!, second!]) {
        await tx.insert(recusals).values({
          hallId: hall.id,
          officerId: id,
          caseId,
          reason: '亲属关系',
          declaredOn: '2026-03-02',
        })
      }
    })
    expect(await outcome.see('officeHead')).toBe(404)
    expect(await outcome.see('secondPerson')).toBe(404)
    expect(await outcome.see('handler')).toBe(200)
    const list = await portal.get('/outcomes?stage=toWrite', await portal.signedIn(second!.id))
    const { outcomes: found, counts } = (await list.json()) as {
      outcomes: Json[]
      counts: { count: number }[]
    }
    expect(found).toEqual([])
    expect(counts.map(({ count }) => count)).toEqual([0, 0, 0, 0, 0])
  })
})

describe('the release', () => {
  test('keeps what is still held for the next month', async ({ portal }) => {
    portal.setClock('2026-03-27 10:00')
    const { read } = await ready(portal)
    expect((await read()).holdUntil).toBe('2026-04-03')
    expect(await release(portal, '2026-04-01')).toMatchObject({ published: 0 })
    expect(await release(portal, '2026-05-06', '2026-04')).toMatchObject({ published: 1 })
    expect((await public_(portal, '2026-04')).outcomes).toHaveLength(1)
  })

  test('comes on its day and once', async ({ portal }) => {
    await ready(portal)
    expect(await release(portal, '2026-03-31')).toBeUndefined()
    expect((await portal.get('/published/qingpu/2026-03')).status).toBe(404)
    expect(await release(portal)).toMatchObject({ published: 1 })
    const before = await public_(portal)
    portal.setClock('2026-03-10')
    const late = await ready(portal)
    expect(await release(portal, '2026-04-02')).toBeUndefined()
    expect(await public_(portal)).toEqual(before)
    expect((await late.read()).stage).toBe('approved')
    expect(await portal.db.select().from(outcomeBatches)).toHaveLength(3)
  })

  test('late, holds what it would have held on its day', async ({ portal }) => {
    const inTime = await ready(portal)
    portal.setClock('2026-04-02')
    const after = await ready(portal)
    expect(await release(portal, '2026-04-20')).toMatchObject({ published: 1 })
    expect((await inTime.read()).stage).toBe('published')
    expect((await after.read()).stage).toBe('approved')
  })

  test('is a job of the first working day, from nine', async ({ portal }) => {
    await ready(portal)
    portal.setClock('2026-04-01 08:59')
    await runDueJobs(portal.world)
    expect((await portal.get('/published/qingpu/2026-03')).status).toBe(404)
    portal.setClock('2026-04-01 09:00')
    await runDueJobs(portal.world)
    expect((await public_(portal)).outcomes).toHaveLength(1)
    portal.setClock('2026-07-01 10:00')
    await runDueJobs(portal.world)
    const { batches } = (await (await portal.get('/published/qingpu')).json()) as {
      batches: { month: string }[]
    }
    expect(batches.map(({ month }) => month)).toEqual(['2026-06', '2026-05', '2026-04', '2026-03'])
  })

  test('leaves what nobody approved', async ({ portal }) => {
    const { number, caseId } = await archivedCase(portal)
    await (await work(portal, number)).write()
    expect(await release(portal)).toMatchObject({ published: 0 })
    expect((await rowOf(portal, caseId)).batch).toBeNull()
  })

  test('lets a major matter out only by the head’s word', async ({ portal }) => {
    const { post, read } = await ready(portal, { major: true })
    expect(await release(portal)).toMatchObject({ published: 0 })
    expect((await post('release', {}, 'handler')).status).toBe(403)
    expect((await post('release', {}, 'officeHead')).status).toBe(201)
    expect(await release(portal, '2026-05-06', '2026-04')).toMatchObject({ published: 1 })
    expect((await read()).stage).toBe('published')
  })

  test('tells nothing personal, and no time finer than the month', async ({ portal }) => {
    const { number, caseId } = await ready(portal)
    await release(portal)
    const answer = await portal.get('/published/qingpu/2026-03')
    const text = await answer.text()
    const [row] = await portal.db
      .select({ complaint: complaints })
      .from(caseFiles)
      .innerJoin(complaints, eq(complaints.id, caseFiles.complaintId))
      .where(eq(caseFiles.id, caseId))
    const officers = await portal.officersWith('handler', 'qingpu')
    const secrets = [
      number,
      STORY,
      row!.complaint.publicId,
      ...Object.values(COMPLAINANT),
      ...officers.map(({ name }) => name),
      '2026-03-02',
    ]
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([])
    const [shown] = (JSON.parse(text) as Public).outcomes
    expect(shown).toEqual({
      official: null,
      id: expect.any(String),
      receivedMonth: '2026-03',
      category: 'attitude',
      clause: null,
      track: 'simple',
      finding: 'substantiated',
      remedy: 'apologised',
      workingDays: 0,
      onTime: true,
      summary: NEUTRAL,
      window: null,
      department: expect.any(String),
    })
  })

  test('names a window only where three serve and five complained', async ({ portal }) => {
    const big = await windowOf(portal, '1号')
    const small = await windowOf(portal, '5号')
    for (const windowId of [big, small]) {
      for (let more = 0; more < 4; more++) await lodgeAt(portal, 'qingpu', { windowId })
    }
    await ready(portal, { windowId: big })
    await ready(portal, { windowId: small })
    await ready(portal, { windowId: await windowOf(portal, '2号') })
    await release(portal)
    const { outcomes: shown } = await public_(portal)
    expect(
      shown.map(({ window, department }) => [window?.number ?? null, department !== null]),
    ).toHaveLength(3)
    expect(shown.filter(({ window }) => window !== null)).toMatchObject([
      { window: { number: '1号' }, department: null },
    ])
    expect(shown.filter(({ department }) => department !== null)).toHaveLength(2)
  })

  test('counts what is withheld with its reason, small counts left out', async ({ portal }) => {
    for (let more = 0; more < 5; more++) await archivedCase(portal, { mayPublish: false })
    const integrity = await archivedCase(portal, { category: 'integrity' })
    const minor = await archivedCase(portal, {}, { aboutMinor: true })
    const { caseId } = await lodgeAt(portal)
    await withdrawCase(portal.world, caseId)
    expect(await (await work(portal, integrity.number)).read()).toMatchObject({ stage: 'withheld' })
    expect(await release(portal)).toMatchObject({ published: 0, withheld: 8 })
    expect(await rowOf(portal, minor.caseId)).toMatchObject({ withheld: 'minor', batch: '2026-03' })
    expect(await rowOf(portal, caseId)).toMatchObject({ withheld: 'withdrawn', batch: '2026-03' })
    const { figures } = await public_(portal)
    expect(figures).toMatchObject({ received: 8, published: 0, withheld: { total: 8 } })
    const counts = figures.withheld.byReason.map(({ count }) => count)
    expect(counts.filter((count) => count !== null && count < 5)).toEqual([])
    expect(counts.filter((count) => count === null).length).toBeGreaterThan(1)
  })

  test('an objection made after the approval still counts', async ({ portal }) => {
    const { caseId } = await ready(portal)
    await portal.world.store.write(async (tx) => {
      const [file] = await tx.select().from(caseFiles).where(eq(caseFiles.id, caseId))
      await tx
        .update(complaints)
        .set({ mayPublish: false })
        .where(eq(complaints.id, file!.complaintId))
    })
    expect(await release(portal)).toMatchObject({ published: 0, withheld: 1 })
    expect((await rowOf(portal, caseId)).withheld).toBe('objection')
  })

  test('an officer withholds and lifts it again, the case itself does not', async ({ portal }) => {
    const { post, read, lift } = await ready(portal)
    expect((await post('withholding', { reason: 'withdrawn' }, 'officeHead')).status).toBe(422)
    await post('withholding', { reason: 'recognisable' }, 'officeHead')
    expect((await read()).stage).toBe('withheld')
    expect((await lift('officeHead')).status).toBe(200)
    expect((await read()).stage).toBe('toApprove')
    const objected = await archivedCase(portal, { mayPublish: false })
    const other = await work(portal, objected.number)
    expect(await (await other.lift('officeHead')).json()).toMatchObject({
      reason: 'withheld-by-case',
    })
  })
})

describe('taken back', () => {
  test('an outcome leaves a dated notice and nothing else', async ({ portal }) => {
    const { post, caseId } = await ready(portal)
    await release(portal)
    const [before] = (await public_(portal)).outcomes
    portal.setClock('2026-04-20')
    expect((await post('retraction', { reason: 'mistake' }, 'handler')).status).toBe(403)
    expect((await post('retraction', { reason: 'mistake' }, 'officeHead')).status).toBe(201)
    expect((await post('retraction', { reason: 'mistake' }, 'officeHead')).status).toBe(409)
    const after = await public_(portal)
    expect(after.outcomes).toEqual([])
    expect(after.retracted).toEqual([{ id: before!.id, on: '2026-04-20', reason: 'mistake' }])
    expect(after.figures.published).toBe(1)
    expect((await rowOf(portal, caseId)).summary).toBeNull()
  })
})

test('every act on an outcome is one event without its text', async ({ portal }) => {
  const { post, caseId } = await ready(portal)
  await release(portal)
  await post('retraction', { reason: 'other' }, 'officeHead')
  const log = await portal.db
    .select()
    .from(events)
    .where(and(eq(events.object, `case:${caseId}`), like(events.kind, 'outcome-%')))
    .orderBy(events.seq)
  expect(log.map(({ kind }) => kind)).toEqual([
    'outcome-opened',
    'outcome-drafted',
    'outcome-approved',
    'outcome-published',
    'outcome-retracted',
  ])
  expect(log.filter(({ particulars }) => particulars.includes('道歉'))).toEqual([])
})

test('a hall with nothing published says when', async ({ portal }) => {
  const answer = await portal.get('/published/qingpu')
  expect(await answer.json()).toMatchObject({
    batches: [],
    next: { month: '2026-03', on: '2026-04-01' },
  })
  const early = await portal.get('/published/qingpu/2026-03')
  expect(await early.json()).toMatchObject({
    reason: 'batch-not-out',
    says: expect.stringContaining('2026-04-01'),
  })
  expect((await portal.get('/published/qingpu/2024-03')).status).toBe(404)
  expect((await portal.get('/published/qingpu/2026-13')).status).toBe(404)
})
