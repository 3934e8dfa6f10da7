import { and, eq, like } from 'drizzle-orm'
import { JOBS } from '../../api/jobs/jobs.ts'
import { runDueJobs } from '../../api/jobs/run-due-jobs.ts'
import { letterFacts } from '../../api/reads/letter-facts.ts'
import { negativeFilingsOfMonth } from '../../api/reads/negative-filings-of-month.ts'
import type { LetterKind } from '../../api/rules/letter-kind.ts'
import type { Role } from '../../api/rules/roles.ts'
import {
  events,
  negativeFilings,
  negativeFilingSteps,
  negativeFilingWarnings,
  officerRoles,
  outbox,
  postings,
  recusals,
  staff,
  windows,
} from '../../db/schema/index.ts'
import { letters } from '../../emails/letters.ts'
import { describe, expect, type Portal, test } from '../support/portal.ts'

type Json = Record<string, unknown>
type Line = { number: string; state: string; late: boolean; next: Json | null; matter: string }
type Register = { open: Line[]; done: Line[]; mayFile: boolean }

const HALL = 'bingcha'
const PAPERS = '/negative-filings'

/** Somebody who serves at a window of Bingcha and files for it, and that window's code. */
async function windowOf(portal: Portal) {
  const [filer] = await portal.officersWith('windowStaff', HALL)
  const [person] = await portal.db.select().from(staff).where(eq(staff.id, filer!.staffId!))
  const [posted] = await portal.db.select().from(postings).where(eq(postings.staffId, person!.id))
  const [window] = await portal.db.select().from(windows).where(eq(windows.id, posted!.windowId))
  const heads = await portal.officersWith('windowHead', HALL)
  const [heading] = await portal.db
    .select()
    .from(postings)
    .where(and(eq(postings.windowId, window!.id), eq(postings.head, true)))
  const head = heads.find(({ staffId }) => staffId === heading!.staffId)!
  return {
    filer: filer!,
    head,
    person: person!,
    window: window!,
    cookie: await portal.signedIn(filer!.id),
    headCookie: await portal.signedIn(head.id),
  }
}

type Window = Awaited<ReturnType<typeof windowOf>>

const formOf = ({ window, person }: Window, changed: Json = {}): Json => ({
  formKey: 'once',
  window: window.code,
  staff: person.publicId,
  refusedOn: '2026-03-02',
  nature: 'written',
  explained: 'yes',
  objects: 'yes',
  applicantName: '汤先生',
  applicantUnit: '',
  applicantAddress: '示例村 3 组 8 号',
  applicantPhone: '000-4301234',
  content: '申请补缴 2019 年的社会保险。',
  reason: '用人单位已注销，没有劳动关系材料。',
  basis: '社会保险费补缴办法第六条。',
  ...changed,
})

async function filed(portal: Portal, changed: Json = {}) {
  const window = await windowOf(portal)
  const answer = await portal.post(PAPERS, formOf(window, changed), window.cookie)
  const body = (await answer.json()) as { number: string }
  expect([answer.status, body]).toMatchObject([201, {}])
  return { ...window, number: body.number }
}

const section = (portal: Portal, which = 0) => portal.as('complaintDesk', HALL, which)

const answered = async (answer: Response | Promise<Response>) => {
  const { status, ...rest } = await answer
  void rest
  return { status, body: (await (await answer).json()) as Json }
}

const take = async (
  portal: Portal,
  number: string,
  step: string,
  body: Json,
  cookie: string,
): Promise<[number, unknown]> => {
  const { status, body: said } = await answered(
    portal.post(`${PAPERS}/${number}/${step}`, body, cookie),
  )
  return [status, said.reason ?? 'done']
}

const review = { outcome: 'corrected', opinion: '可以凭工资流水受理，请通知来办。' }

const read = async (portal: Portal, number: string, cookie: string) =>
  (await (await portal.get(`${PAPERS}/${number}`, cookie)).json()) as Json

const registerOf = async (portal: Portal, cookie: string) =>
  (await (await portal.get(PAPERS, cookie)).json()) as Register

const lettersOf = async (portal: Portal, kind: LetterKind) =>
  portal.db.select().from(outbox).where(eq(outbox.kind, kind)).orderBy(outbox.id)

async function night(portal: Portal, at: string) {
  portal.setClock(at)
  return runDueJobs(
    portal.world,
    JOBS.filter(({ name }) => name !== 'back-up'),
  )
}

describe('the whole way', () => {
  test('filed, corrected by another, told and reported, each entered and dated', async ({
    portal,
  }) => {
    const { number, cookie, headCookie, filer, head } = await filed(portal, { important: 'yes' })
    expect(number).toMatch(/^FB-[2-9A-Z]{4}-[2-9A-Z]{4}$/)
    const desk = await section(portal)
    const page = await read(portal, number, desk)
    expect(page).toMatchObject({
      state: 'filed',
      important: true,
      content: '申请补缴 2019 年的社会保险。',
      clocks: [
        { step: 'review', dueOn: '2026-03-05', doneOn: null },
        { step: 'report', dueOn: '2026-03-05', doneOn: null },
      ],
      may: { steps: ['review', 'report'], readApplicant: true },
    })
    expect(JSON.stringify(page)).not.toMatch(/汤先生|4301234|示例村/)

    portal.setClock('2026-03-04 10:00')
    expect(await take(portal, number, 'review', review, desk)).toEqual([201, 'done'])
    expect(await take(portal, number, 'review', review, desk)).toEqual([409, 'filing-reviewed'])
    expect(await read(portal, number, cookie)).toMatchObject({
      state: 'corrected',
      clocks: [
        { step: 'review', doneOn: '2026-03-04', missed: false },
        { step: 'notice', dueOn: '2026-03-09', sheet: { dayZero: '2026-03-04' } },
        { step: 'report', doneOn: null },
      ],
      may: { steps: ['notice'] },
    })
    expect(await take(portal, number, 'notice', { way: 'phone' }, headCookie)).toEqual([
      201,
      'done',
    ])
    const told = { note: '副主任要求举一反三。' }
    expect(await take(portal, number, 'report', told, desk)).toEqual([201, 'done'])
    const [officer] = await portal.officersWith('complaintDesk', HALL)
    expect(await read(portal, number, desk)).toMatchObject({
      state: 'told',
      steps: [
        { step: 'review', outcome: 'corrected', note: review.opinion, by: officer!.name },
        { step: 'notice', way: 'phone', by: head.name, on: '2026-03-04', late: false },
        { step: 'report', note: told.note, late: false },
      ],
      may: { steps: [] },
    })
    const kinds = (
      await portal.db.select().from(events).where(like(events.object, 'negative-filing:%'))
    ).map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind !== 'refusal-read')).toEqual([
      'refusal-filed',
      'refusal-corrected',
      'refusal-notice-given',
      'refusal-reported',
    ])
    expect((await lettersOf(portal, 'filing-corrected')).map(({ officerId }) => officerId)).toEqual(
      [filer.id, head.id],
    )
  })

  test('everybody of the section is told by letter, with number and date alone', async ({
    portal,
  }) => {
    const { number } = await filed(portal)
    const rows = await lettersOf(portal, 'filing-waits')
    const desks = await portal.officersWith('complaintDesk', HALL)
    const heads = await portal.officersWith('officeHead', HALL)
    expect(rows.map(({ officerId }) => officerId).toSorted()).toEqual(
      [...desks, ...heads].map(({ id }) => id).toSorted(),
    )
    const facts = await letterFacts(portal.db, 'https://hall.example', rows[0]!)
    const { subject, text } = letters['filing-waits'](facts)
    expect(subject).toContain(number)
    expect(text).toContain('请在 2026-03-05 下班前审核。')
    expect(text).toContain(`https://hall.example/desk/refusals/${number}`)
    expect(text).not.toMatch(/汤|社会保险/)
  })

  test('upheld, nobody has to be told; a reviewer may find the matter important', async ({
    portal,
  }) => {
    const { number, cookie } = await filed(portal)
    const desk = await section(portal)
    expect(await take(portal, number, 'notice', { way: 'phone' }, cookie)).toEqual([
      409,
      'filing-not-reviewed',
    ])
    expect(await take(portal, number, 'report', {}, desk)).toEqual([409, 'report-not-owed'])
    const upheld = { outcome: 'upheld', opinion: '依据充分。', important: 'yes' }
    expect(await take(portal, number, 'review', upheld, desk)).toEqual([201, 'done'])
    expect(await take(portal, number, 'notice', { way: 'phone' }, cookie)).toEqual([
      409,
      'filing-upheld',
    ])
    expect(await registerOf(portal, desk)).toMatchObject({
      open: [{ number, state: 'upheld', next: { step: 'report', on: '2026-03-05' } }],
    })
    expect(await take(portal, number, 'report', {}, desk)).toEqual([201, 'done'])
    expect(await take(portal, number, 'report', {}, desk)).toEqual([409, 'filing-reported'])
    expect(await registerOf(portal, desk)).toMatchObject({ open: [], done: [{ number }] })
  })

  test('the same form sent twice at once is one filing', async ({ portal }) => {
    const window = await windowOf(portal)
    const sent = await Promise.all(
      [1, 2, 3].map(async () => answered(portal.post(PAPERS, formOf(window), window.cookie))),
    )
    expect(new Set(sent.map(({ body }) => body.number)).size).toBe(1)
    expect(await portal.db.select().from(negativeFilings)).toHaveLength(1)
  })

  test('what the applicant and the window wrote is kept encrypted', async ({ portal }) => {
    const { number } = await filed(portal)
    await take(portal, number, 'review', review, await section(portal))
    const kept = JSON.stringify([
      await portal.db.select().from(negativeFilings),
      await portal.db.select().from(negativeFilingSteps),
      await portal.db.select().from(events),
      await portal.db.select().from(outbox),
    ])
    expect(kept).not.toMatch(/汤先生|4301234|示例村|补缴|注销|第六条|工资流水/)
  })
})

describe('what is refused', () => {
  test.for<[why: string, changed: Json, errors: Json]>([
    ['nobody explained', { explained: '' }, { explained: [/先向申请人解释/] }],
    ['nobody objects', { objects: '' }, { objects: [/没有异议的，不用报备/] }],
    [
      'asked by word of mouth and not told to write',
      { nature: 'oral' },
      { toldToWrite: [/可以书面申请/] },
    ],
    ['no reason', { reason: ' ' }, { reason: ['请写明不办的理由。'] }],
    ['no basis', { basis: '' }, { basis: [/依据/] }],
    ['nothing asked for', { content: '' }, { content: ['请写申请办什么事。'] }],
    ['nobody who applied', { applicantName: '' }, { applicantName: [/姓名/] }],
    [
      'no way to reach the applicant',
      { applicantPhone: '', applicantAddress: '' },
      { applicantPhone: [/至少填一项/] },
    ],
    [
      'a telephone number among the reasons',
      { reason: '申请人电话 13812345678，材料不全。' },
      { reason: [/电话或证件号码/] },
    ],
    ['a day that is still to come', { refusedOn: '2026-03-03' }, { refusedOn: [/还没有到/] }],
    ['a day that is none', { refusedOn: '2026-02-30' }, { refusedOn: [/没有这一天/] }],
    ['another window', { window: 'zzzzzzzz' }, { window: [/没有这个窗口/] }],
    ['nobody who served there', { staff: 'nobody' }, { staff: [/没有派驻窗口/] }],
    [
      'everything that is wrong is said at once',
      { explained: '', applicantPhone: '', applicantAddress: '', basis: '' },
      { basis: [/依据/], explained: [/解释/], applicantPhone: [/至少填一项/] },
    ],
    ['not said how it was asked', { nature: '' }, { nature: [/口头还是书面/] }],
  ])('a filing: %s', async ([, changed, errors], { portal }) => {
    const window = await windowOf(portal)
    const { status, body } = await answered(
      portal.post(PAPERS, formOf(window, changed), window.cookie),
    )
    expect(status).toBe(422)
    const said = body.errors as Record<string, string[]>
    expect(Object.keys(said)).toEqual(Object.keys(errors))
    for (const [field, [sentence]] of Object.entries(errors as Record<string, [RegExp | string]>)) {
      expect(said[field]![0]).toMatch(sentence)
    }
    expect(await portal.db.select().from(negativeFilings)).toEqual([])
  })

  test('by word of mouth it is filed once the applicant was told to write', async ({ portal }) => {
    const { number, cookie } = await filed(portal, { nature: 'oral', toldToWrite: 'yes' })
    expect(await read(portal, number, cookie)).toMatchObject({ nature: 'oral', toldToWrite: true })
  })

  test.for<[who: Role, status: number]>([
    ['windowHead', 422],
    ['windowStaff', 422],
    ['complaintDesk', 403],
    ['officeHead', 403],
    ['handler', 403],
    ['patrolOfficer', 403],
    ['assessmentGroup', 403],
    ['custodian', 403],
    ['auditor', 403],
    ['systemAdministrator', 403],
  ])('who serves at no window files nothing: %s %i', async ([who, status], { portal }) => {
    const window = await windowOf(portal)
    const form = formOf(window, { window: 'zzzzzzzz' })
    expect((await portal.post(PAPERS, form, await portal.as(who, HALL))).status).toBe(status)
    expect((await portal.post(PAPERS, form)).status).toBe(401)
  })

  test.for([['anci'], ['qingpu']])(
    '%s has no such register and says so',
    async ([hall], { portal }) => {
      const window = await windowOf(portal)
      const cookie = await portal.as('windowHead', hall)
      for (const answer of [
        await answered(portal.get(PAPERS, cookie)),
        await answered(portal.get(`${PAPERS}/choices`, cookie)),
        await answered(portal.post(PAPERS, formOf(window), cookie)),
      ]) {
        expect(answer).toMatchObject({
          status: 409,
          body: {
            reason: 'no-negative-filing-here',
            says: '本大厅的规章没有否定报备，不用登记。',
          },
        })
      }
      const { id } = await portal.hall(hall)
      expect(await negativeFilingsOfMonth(portal.db, id, '2026-03')).toBeNull()
    },
  )

  test('a filing of another hall is not there', async ({ portal }) => {
    const { number } = await filed(portal)
    const foreign = await portal.as('officeHead', 'anci')
    expect(await take(portal, number, 'review', review, foreign)).toEqual([404, 'no-such-filing'])
    expect((await portal.get(`${PAPERS}/${number}`, foreign)).status).toBe(404)
  })

  test('review and notice say what they miss', async ({ portal }) => {
    const { number, cookie } = await filed(portal)
    const desk = await section(portal)
    const bare = await answered(portal.post(`${PAPERS}/${number}/review`, {}, desk))
    expect([bare.status, bare.body.errors]).toEqual([
      422,
      { outcome: ['请选维持还是纠正。'], opinion: ['请写审核意见。'] },
    ])
    await take(portal, number, 'review', review, desk)
    const mute = await answered(portal.post(`${PAPERS}/${number}/notice`, {}, cookie))
    expect([mute.status, mute.body.errors]).toEqual([422, { way: ['请选怎样告知的。'] }])
  })
})

describe('two people, and who is kept away', () => {
  test('neither the filer nor the window reviews; the filer’s window tells, the section does not', async ({
    portal,
  }) => {
    const { number, cookie, headCookie, filer } = await filed(portal)
    const hall = await portal.hall(HALL)
    expect(await take(portal, number, 'review', review, headCookie)).toEqual([
      403,
      'filing-same-person',
    ])
    await portal.world.store.write((tx) =>
      tx.insert(officerRoles).values({
        hallId: hall.id,
        officerId: filer.id,
        role: 'complaintDesk',
      }),
    )
    expect(await take(portal, number, 'review', review, cookie)).toEqual([
      403,
      'filing-same-person',
    ])
    const desk = await section(portal)
    await take(portal, number, 'review', review, desk)
    expect(await take(portal, number, 'notice', { way: 'phone' }, desk)).toEqual([
      403,
      'filing-of-another',
    ])
    expect(await take(portal, number, 'notice', { way: 'phone' }, cookie)).toEqual([201, 'done'])
  })

  test('somebody of the section with a relation sees no such filing and gets no letter', async ({
    portal,
  }) => {
    const window = await windowOf(portal)
    const hall = await portal.hall(HALL)
    const [kept, free] = await portal.officersWith('complaintDesk', HALL)
    await portal.world.store.write((tx) =>
      tx.insert(recusals).values({
        hallId: hall.id,
        officerId: kept!.id,
        staffId: window.person.id,
        reason: '夫妻',
        declaredOn: '2026-03-02',
      }),
    )
    const { number } = await filed(portal)
    const cookie = await portal.signedIn(kept!.id)
    expect(await registerOf(portal, cookie)).toMatchObject({ open: [], done: [] })
    expect((await portal.get(`${PAPERS}/${number}`, cookie)).status).toBe(404)
    for (const step of ['review', 'report', 'applicant']) {
      expect(await take(portal, number, step, review, cookie)).toEqual([404, 'no-such-filing'])
    }
    const told = (await lettersOf(portal, 'filing-waits')).map(({ officerId }) => officerId)
    expect(told).not.toContain(kept!.id)
    expect(told).toContain(free!.id)
    const other = await portal.signedIn(free!.id)
    expect(await take(portal, number, 'review', review, other)).toEqual([201, 'done'])
  })

  test('other windows see nothing of it; the own head reads it', async ({ portal }) => {
    const { number, headCookie, head } = await filed(portal)
    const heads = await portal.officersWith('windowHead', HALL)
    const stranger = await portal.signedIn(heads.find(({ id }) => id !== head.id)!.id)
    expect((await registerOf(portal, stranger)).open).toEqual([])
    expect((await portal.get(`${PAPERS}/${number}`, stranger)).status).toBe(404)
    expect((await registerOf(portal, headCookie)).open).toMatchObject([{ number }])
    const apart = [
      await portal.as('patrolOfficer', HALL, 1),
      await portal.as('custodian', HALL),
      await portal.as('auditor', HALL),
      await portal.as('systemAdministrator', HALL),
    ]
    for (const cookie of apart) expect((await portal.get(PAPERS, cookie)).status).toBe(403)
  })

  test('the applicant is shown to filer, reviewer and head alone, and every look is entered', async ({
    portal,
  }) => {
    const { number, cookie, headCookie } = await filed(portal)
    const [first, second] = [await section(portal), await section(portal, 1)]
    const head = await portal.as('officeHead', HALL)
    const look = (who: string) => answered(portal.post(`${PAPERS}/${number}/applicant`, {}, who))
    const whole = {
      name: '汤先生',
      unit: '',
      address: '示例村 3 组 8 号',
      phone: '000-4301234',
    }
    const hidden = { status: 403, body: { reason: 'applicant-not-shown' } }
    expect(await look(cookie)).toEqual({ status: 200, body: whole })
    expect(await look(second)).toMatchObject({ status: 200 })
    expect(await look(headCookie)).toMatchObject(hidden)
    await take(portal, number, 'review', review, first)
    expect(await look(first)).toMatchObject({ status: 200 })
    expect(await look(second)).toMatchObject(hidden)
    expect(await look(headCookie)).toMatchObject({ status: 200 })
    await take(portal, number, 'notice', { way: 'inPerson' }, headCookie)
    expect(await look(headCookie)).toMatchObject(hidden)
    expect(await look(head)).toMatchObject({ status: 200 })
    const looks = await portal.db
      .select()
      .from(events)
      .where(eq(events.kind, 'refusal-applicant-read'))
    expect(looks).toHaveLength(5)
  })

  test('that somebody read a filing is entered once a day', async ({ portal }) => {
    const { number } = await filed(portal)
    const desk = await section(portal)
    await read(portal, number, desk)
    await read(portal, number, desk)
    const readings = () => portal.db.select().from(events).where(eq(events.kind, 'refusal-read'))
    expect(await readings()).toHaveLength(1)
    portal.setClock('2026-03-03')
    await read(portal, number, desk)
    expect(await readings()).toHaveLength(2)
  })
})

test('each step stands among the tasks of whoever may take it, until it is taken', async ({
  portal,
}) => {
  const { number, cookie } = await filed(portal, { important: 'yes' })
  const desk = await section(portal)
  const tasksOf = async (who: string) => {
    const { tasks } = (await (await portal.get('/desk-tasks', who)).json()) as {
      tasks: { kind: string; about: string; path: string; rule: string; due: { on: string } }[]
    }
    return tasks.filter(({ about }) => about === number)
  }
  expect(await tasksOf(desk)).toMatchObject([
    { kind: 'negativeFilingReview', due: { on: '2026-03-05' }, rule: '否定报备制度' },
    { kind: 'negativeFilingReport', path: `/desk/refusals/${number}` },
  ])
  expect(await tasksOf(cookie)).toEqual([])
  await take(portal, number, 'review', review, desk)
  await take(portal, number, 'report', {}, desk)
  expect(await tasksOf(desk)).toEqual([])
  expect(await tasksOf(cookie)).toMatchObject([{ kind: 'negativeFilingNotice' }])
  await take(portal, number, 'notice', { way: 'phone' }, cookie)
  expect(await tasksOf(cookie)).toEqual([])
})

describe('the night', () => {
  const warned = async (portal: Portal) =>
    (await portal.db.select().from(negativeFilingWarnings)).map(
      ({ step, level, onDay }) => `${onDay} ${step} ${level}`,
    )

  test('each date is told when it is near, on its day and once it is missed, once each', async ({
    portal,
  }) => {
    const { number } = await filed(portal, { important: 'yes' })
    const desk = await section(portal)
    await take(portal, number, 'report', {}, desk)
    for (const at of ['2026-03-02 18:30', '2026-03-03 08:00', '2026-03-04 08:00']) {
      await night(portal, at)
    }
    await night(portal, '2026-03-05 08:00')
    await night(portal, '2026-03-05 17:29')
    const before = ['2026-03-03 review near', '2026-03-05 review today']
    expect(await warned(portal)).toEqual(before)
    await night(portal, '2026-03-05 17:31')
    await night(portal, '2026-03-06 18:00')
    expect(await warned(portal)).toEqual([...before, '2026-03-05 review missed'])
    const readers = (await portal.officersWith('complaintDesk', HALL)).length + 1
    expect(await lettersOf(portal, 'filing-near')).toHaveLength(2 * readers)
    const missed = await lettersOf(portal, 'filing-missed')
    expect(missed).toHaveLength(readers)
    const facts = await letterFacts(portal.db, 'https://hall.example', missed[0]!)
    expect(letters['filing-missed'](facts).text).toContain(
      '审核否定报备：应在 2026-03-05 下班前完成。',
    )
    expect(await registerOf(portal, desk)).toMatchObject({ open: [{ late: true }] })
  })

  test('cut short and run again, nothing is told twice', async ({ portal }) => {
    await filed(portal)
    await night(portal, '2026-03-03 08:00')
    const { remindOfFilings } = await import('../../api/jobs/filing-warnings.ts')
    const { id: hallId } = await portal.hall(HALL)
    const due = { name: 'again', key: 'again', day: '2026-03-03', hallId } as const
    expect(await remindOfFilings(portal.world, due)).toBe('0 told')
    expect(await portal.db.select().from(negativeFilingWarnings)).toHaveLength(1)
  })

  test('who has to tell the applicant is reminded, and the section when it was missed', async ({
    portal,
  }) => {
    const { number, filer, head } = await filed(portal)
    await take(portal, number, 'review', review, await section(portal))
    await night(portal, '2026-03-03 08:00')
    const near = await lettersOf(portal, 'filing-near')
    expect(near.map(({ officerId }) => officerId)).toEqual([filer.id, head.id])
    await night(portal, '2026-03-05 18:30')
    const desks = await portal.officersWith('complaintDesk', HALL)
    const heads = await portal.officersWith('officeHead', HALL)
    const missed = (await lettersOf(portal, 'filing-missed')).map(({ officerId }) => officerId!)
    expect(missed.toSorted((a, b) => a - b)).toEqual(
      [filer, head, ...desks, ...heads].map(({ id }) => id).toSorted((a, b) => a - b),
    )
  })

  test('where the section is empty, the post outside is told, and those who can fill it', async ({
    portal,
  }) => {
    const { number, cookie } = await filed(portal)
    const { id: hallId } = await portal.hall(HALL)
    for (const role of ['complaintDesk', 'officeHead'] as const) {
      await portal.world.store.write((tx) =>
        tx
          .delete(officerRoles)
          .where(and(eq(officerRoles.hallId, hallId), eq(officerRoles.role, role))),
      )
    }
    await night(portal, '2026-03-04 08:00')
    const [admin] = await portal.officersWith('systemAdministrator', HALL)
    expect((await lettersOf(portal, 'post-empty')).map(({ officerId }) => officerId)).toEqual([
      admin!.id,
    ])
    const [outside] = await lettersOf(portal, 'told-outside')
    const facts = await letterFacts(portal.db, 'https://hall.example', outside!)
    const { subject, text } = letters['told-outside'](facts)
    expect(subject).toContain(`否定报备 ${number} 的提醒`)
    expect(text).toContain('审核否定报备：期限是 2026-03-05 下班前。')
    expect(await read(portal, number, cookie)).toMatchObject({
      fallbackPost: '栟茶镇人民政府 党政办公室',
      warnings: [{ step: 'review', told: 0 }],
    })
  })

  test('reviewed after closing time on its last day it is late', async ({ portal }) => {
    const { number } = await filed(portal)
    const desk = await section(portal)
    portal.setClock('2026-03-05 19:00')
    await take(portal, number, 'review', review, desk)
    expect(await read(portal, number, desk)).toMatchObject({
      steps: [{ step: 'review', on: '2026-03-05', late: true }],
      clocks: [
        { step: 'review', doneOn: '2026-03-06', missed: true },
        { step: 'notice', dueOn: '2026-03-10' },
      ],
    })
  })
})

test('beyond the known years a date is provisional and says how it was counted', async ({
  portal,
}) => {
  portal.setClock('2026-12-30 10:00')
  const { number, cookie } = await filed(portal, { refusedOn: '2026-12-30' })
  const page = await read(portal, number, cookie)
  expect(page).toMatchObject({
    title: '否定报备制度',
    clocks: [
      {
        dueOn: '2027-01-04',
        provisional: true,
        sheet: { unit: 'workingDays', basis: 'regulation', title: '否定报备制度' },
      },
    ],
  })
  const [{ sheet }] = page.clocks as [{ sheet: { days: { nth: number | null }[] } }]
  expect(sheet.days.map(({ nth }) => nth)).toEqual([1, 2, null, null, 3])
})

test('a month’s counts: filed, corrected, and those of which a date was missed', async ({
  portal,
}) => {
  const { id } = await portal.hall(HALL)
  const desk = await section(portal)
  const window = await windowOf(portal)
  const numbers: string[] = []
  for (const formKey of ['one', 'two', 'three']) {
    const answer = await portal.post(PAPERS, formOf(window, { formKey }), window.cookie)
    numbers.push(((await answer.json()) as { number: string }).number)
  }
  await take(portal, numbers[0]!, 'review', review, desk)
  await take(portal, numbers[0]!, 'notice', { way: 'phone' }, window.cookie)
  portal.setClock('2026-03-09 10:00')
  await take(portal, numbers[1]!, 'review', { ...review, outcome: 'upheld' }, desk)
  const counts = { filed: 3, corrected: 1, late: 2 }
  expect(await negativeFilingsOfMonth(portal.db, id, '2026-03')).toEqual(counts)
  expect(await negativeFilingsOfMonth(portal.db, id, '2026-03', '2026-03-05')).toEqual({
    ...counts,
    late: 1,
  })
  expect(await negativeFilingsOfMonth(portal.db, id, '2026-04')).toEqual({
    filed: 0,
    corrected: 0,
    late: 0,
  })
  const answer = await portal.get(`/halls/${HALL}/deadline?from=2025-04-30&limit=negativeReview`)
  expect(await answer.json()).toMatchObject({
    result: { day: '2025-05-08', count: 3, unit: 'workingDays', basis: 'regulation' },
  })
})
