import { eq } from 'drizzle-orm'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ComplaintDetails, lodge, newFormKey } from '../../api/acts/lodge-complaint.ts'
import { openField } from '../../db/sealing/field.ts'
import { openIdentity } from '../../db/sealing/identity.ts'
import { receiptHash } from '../../db/sealing/receipt.ts'
import {
  caseFiles,
  caseSteps,
  clauses,
  complainants,
  complaints,
  custodianKeys,
  deadlines,
  events,
  officerRoles,
  officers,
  outbox,
  photos,
  postings,
  receipts,
  sealedIdentities,
  tasks,
} from '../../db/schema/index.ts'
import { StoreFull } from '../../db/store.ts'
import {
  fillIn,
  NAMED,
  send,
  step,
  STORY,
  withAnswers,
  withCustodian,
} from '../support/complaint.ts'
import { describe, expect, type Portal, test } from '../support/portal.ts'

type Sent = {
  receipt: string
  number: string
  receivedOn: string
  promises: { kind: string; dueOn: string; sentence: string }[]
}
type Refusal = { reason: string; says: string }

const lodged = async (portal: Portal, answers = NAMED, hall = 'anci') => {
  const { sealed } = await fillIn(portal, answers, hall)
  const answer = await send(portal, sealed)
  if (answer.status !== 201) throw new Error(await answer.text())
  return { sealed, sent: (await answer.json()) as Sent, headers: answer.headers }
}

const one = async <T>(rows: Promise<T[]>): Promise<T> => {
  const found = await rows
  expect(found.length).toBe(1)
  return found[0]!
}

const counts = async ({ db }: Portal) =>
  Promise.all(
    [complaints, complainants, sealedIdentities, receipts, caseFiles, caseSteps, deadlines].map(
      async (table) => (await db.select().from(table)).length,
    ),
  )

const eventsOf = (portal: Portal) =>
  portal.db.select().from(events).where(eq(events.kind, 'complaint-lodged'))

/** Every byte the portal has written: database, its journal and the photos. */
function bytesIn(folder: string): Buffer {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  return Buffer.concat(
    files
      .filter((file) => file.isFile())
      .map((file) => readFileSync(join(file.parentPath, file.name))),
  )
}

test('a named complaint becomes a case with its clocks, letters and place in the log', async ({
  portal,
}) => {
  const { sent, headers } = await lodged(portal)
  expect(sent.receipt).toMatch(/^\d{16}$/)
  expect(sent.number).toMatch(/^TS-[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$/)
  expect(sent.promises).toEqual([
    {
      kind: 'acceptance',
      dueOn: '2026-03-03',
      sentence: '3月3日下班前（17:30），告诉您是否受理。',
    },
    {
      kind: 'reply',
      dueOn: '2026-03-16',
      sentence: '3月16日前，答复您，或者说明原因和新的日期。',
    },
  ])
  expect(headers.get('cache-control')).toBe('no-store')
  expect(headers.get('clear-site-data')).toBe('"cache"')

  const { db, world } = portal
  const complaint = await one(db.select().from(complaints))
  const [window] = await portal.windowsOf()
  expect(complaint).toMatchObject({
    channel: 'web',
    nature: 'written',
    identity: 'named',
    windowId: window!.id,
    category: 'notToldOnce',
    occurredOn: '2026-03-02',
    occurredPart: 'morning',
    major: false,
    mayPublish: true,
    receivedOn: '2026-03-02',
    receivedAt: world.now(),
    firstReceiverId: null,
  })
  const { publicId, narrative } = complaint
  expect(openField(world.keys, 'complaints.narrative', publicId, narrative)).toBe(STORY)
  const who = await one(db.select().from(complainants))
  const told = (['name', 'phone', 'email'] as const).map((column) =>
    openField(world.keys, `complainants.${column}`, publicId, who[column]!),
  )
  expect(told).toEqual(['王先生', '13900001234', 'w@mail.test'])
  expect(await one(db.select().from(receipts))).toMatchObject({
    receiptHash: await receiptHash(world.keys, sent.receipt),
  })
  const file = await one(db.select().from(caseFiles))
  expect(file).toMatchObject({
    number: sent.number,
    policy: 'anci',
    policyVersion: '1',
    office: '政策法规股',
    state: 'registered',
    track: null,
    handlerId: null,
    registeredOn: '2026-03-02',
    nextDueOn: '2026-03-03',
  })
  expect(await one(db.select().from(caseSteps))).toMatchObject({
    act: 'register',
    fromState: null,
    toState: 'registered',
    day: '2026-03-02',
    at: world.now(),
  })
  expect(await db.select().from(deadlines)).toMatchObject([
    { kind: 'acceptance', dayZero: '2026-03-02', workingDays: 1, dueOn: '2026-03-03' },
    { kind: 'reply', dayZero: '2026-03-02', workingDays: 10, dueOn: '2026-03-16' },
  ])
  const heads = await portal.officersWith('officeHead')
  const letters = await db.select().from(outbox)
  expect(letters).toMatchObject([
    { kind: 'complaint-received', toComplainant: true, officerId: null },
    ...heads.map(({ id }) => ({ kind: 'case-assigned', officerId: id, nextTryAt: world.now() })),
  ])
  expect(await one(eventsOf(portal))).toMatchObject({ object: `case:${file.id}`, at: world.now() })
  expect(await db.select().from(tasks)).toEqual([])
})

test('without an e-mail address no letter is owed to the complainant', async ({ portal }) => {
  await lodged(portal, withAnswers({ step: 'contact', email: '' }))
  const letters = await portal.db.select().from(outbox)
  expect(letters.map(({ kind }) => kind)).not.toContain('complaint-received')
})

test('a confidential complainant is sealed for the custodian and nobody else', async ({
  portal,
}) => {
  const key = await withCustodian(portal)
  portal.setClock('2026-03-02 11:23')
  await lodged(portal, withAnswers({ step: 'identity', identity: 'confidential' }))
  const { db } = portal
  expect(await db.select().from(complainants)).toEqual([])
  const complaint = await one(db.select().from(complaints))
  const { box } = await one(db.select().from(sealedIdentities))
  expect(await openIdentity(key.wrappedKey, key.passphrase, complaint.publicId, box)).toEqual({
    name: '王先生',
    phone: '13900001234',
    email: 'w@mail.test',
  })
  expect(await openIdentity(key.wrappedKey, 'another', complaint.publicId, box)).toBeNull()
  expect((await db.select().from(outbox)).map(({ toComplainant }) => toComplainant)).not.toContain(
    true,
  )
})

test.for(['confidential', 'anonymous'])(
  'of a %s complaint only the day is kept anywhere',
  async (identity, { portal }) => {
    await withCustodian(portal)
    portal.setClock('2026-03-02 11:23')
    await lodged(portal, withAnswers({ step: 'identity', identity }))
    const { db } = portal
    expect(await one(db.select().from(complaints))).toMatchObject({
      receivedOn: '2026-03-02',
      receivedAt: null,
    })
    expect(await one(db.select().from(caseSteps))).toMatchObject({ day: '2026-03-02', at: null })
    expect(await one(eventsOf(portal))).toMatchObject({ day: '2026-03-02', at: null })
    const hour = String(portal.world.now().getTime())
    const tables = [complaints, caseFiles, caseSteps, deadlines, receipts, outbox, tasks]
    for (const table of tables) {
      const rows = await db.select().from(table)
      const moments = rows.flatMap((row) =>
        Object.values(row).map((value) => (value instanceof Date ? value.getTime() : value)),
      )
      expect(moments.map(String)).not.toContain(hour)
    }
    expect((await db.select().from(outbox)).map(({ nextTryAt }) => nextTryAt)).toEqual([
      new Date('2026-03-03T08:00+08:00'),
    ])
  },
)

test('an anonymous complaint keeps nobody', async ({ portal }) => {
  const { sent } = await lodged(portal, withAnswers({ step: 'identity', identity: 'anonymous' }))
  expect(sent.promises.length).toBe(2)
  expect(await portal.db.select().from(complainants)).toEqual([])
  expect(await portal.db.select().from(sealedIdentities)).toEqual([])
})

test('the act itself drops the contact of an anonymous complaint', async ({ portal }) => {
  const details = await byPhone(portal)
  await lodge(portal.world, {
    ...details,
    identity: 'anonymous',
    contact: { name: '王先生', phone: '13900001234', email: '' },
  })
  expect(await portal.db.select().from(complainants)).toEqual([])
})

test.for(['named', 'confidential', 'anonymous'])(
  'nothing personal of a %s complaint stands in the files in the clear',
  async (identity, { portal }) => {
    await withCustodian(portal)
    const { sent } = await lodged(portal, withAnswers({ step: 'identity', identity }))
    const bytes = bytesIn(portal.folder)
    expect(bytes.includes(sent.number)).toBe(true)
    const secrets = [
      '王先生',
      '13900001234',
      'w@mail.test',
      STORY,
      STORY.slice(4, 12),
      sent.receipt,
    ]
    for (const secret of secrets) expect([secret, bytes.includes(secret)]).toEqual([secret, false])
  },
)

describe('sent more than once', () => {
  test('the same form gives the same receipt and stays one complaint', async ({ portal }) => {
    const { sealed, sent } = await lodged(portal)
    portal.setClock('2026-03-03 08:00')
    const again = await send(portal, sealed)
    expect(again.status).toBe(201)
    expect(await again.json()).toEqual(sent)
    expect(await counts(portal)).toEqual([1, 1, 0, 1, 1, 1, 2])
    expect((await eventsOf(portal)).length).toBe(1)
  })

  test('fifty at once are one complaint', async ({ portal }) => {
    const { sealed } = await fillIn(portal)
    const answers = await Promise.all(Array.from({ length: 50 }, () => send(portal, sealed)))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]))
    const sent = await Promise.all(
      answers.map(async (answer) => JSON.stringify(await answer.json())),
    )
    expect(new Set(sent).size).toBe(1)
    expect(await counts(portal)).toEqual([1, 1, 0, 1, 1, 1, 2])
    expect((await eventsOf(portal)).length).toBe(1)
  })

  test('twenty different ones at once are twenty', async ({ portal }) => {
    const forms = await Promise.all(Array.from({ length: 20 }, () => fillIn(portal)))
    const answers = await Promise.all(forms.map(({ sealed }) => send(portal, sealed)))
    const sent = await Promise.all(answers.map(async (answer) => (await answer.json()) as Sent))
    expect(new Set(sent.map(({ receipt }) => receipt)).size).toBe(20)
    expect(new Set(sent.map(({ number }) => number)).size).toBe(20)
    expect((await counts(portal))[0]).toBe(20)
  })

  test('a form changed after it was sent is refused and changes nothing', async ({ portal }) => {
    const { sealed } = await lodged(portal)
    const { body } = await step(portal, sealed, { step: 'story', narrative: `${STORY}还有一件。` })
    const before = await counts(portal)
    const answer = await send(portal, body.sealed)
    expect([answer.status, ((await answer.json()) as Refusal).reason]).toEqual([
      422,
      'form-changed-after-sending',
    ])
    expect(await counts(portal)).toEqual(before)
  })
})

test.for<[why: string, clock: string, change: (sealed: string) => string]>([
  ['25 hours old', '2026-03-03 10:00', (sealed) => sealed],
  [
    'changed',
    '2026-03-02 09:00',
    (sealed) => `${sealed.slice(0, 40)}${sealed[40] === 'A' ? 'B' : 'A'}${sealed.slice(41)}`,
  ],
  ['empty', '2026-03-02 09:00', () => ''],
])('a form that is %s lodges nothing', async ([, clock, change], { portal }) => {
  const { sealed } = await fillIn(portal)
  portal.setClock(clock)
  const answer = await send(portal, change(sealed))
  expect([answer.status, ((await answer.json()) as Refusal).reason]).toEqual([410, 'form-expired'])
  expect(await counts(portal)).toEqual([0, 0, 0, 0, 0, 0, 0])
})

test('a full disk takes in nothing new and names the telephone to call', async ({ portal }) => {
  const { sealed } = await fillIn(portal)
  const room = portal.world.files.room
  portal.world.files.room = () => Promise.resolve(49 * 1024 * 1024)
  const answer = await send(portal, sealed)
  expect(answer.status).toBe(507)
  expect(((await answer.json()) as Refusal).says).toContain((await portal.hall()).phone)
  expect(await counts(portal)).toEqual([0, 0, 0, 0, 0, 0, 0])
  portal.world.files.room = room
  expect((await send(portal, sealed)).status).toBe(201)
})

test('a disk that fills up in the middle names the telephone of the hall too', async ({
  portal,
}) => {
  const { sealed } = await fillIn(portal)
  portal.world.store.write = () => Promise.reject(new StoreFull('no room'))
  const answer = await send(portal, sealed)
  expect(answer.status).toBe(507)
  expect(((await answer.json()) as Refusal).says).toContain((await portal.hall()).phone)
})

test('a custodian who left meanwhile closes the confidential way', async ({ portal }) => {
  await withCustodian(portal)
  const { sealed } = await fillIn(
    portal,
    withAnswers({ step: 'identity', identity: 'confidential' }),
  )
  await portal.world.store.write((tx) => tx.update(custodianKeys).set({ retiredOn: '2026-03-02' }))
  expect((await send(portal, sealed)).status).toBe(409)
  expect(await counts(portal)).toEqual([0, 0, 0, 0, 0, 0, 0])
})

test('what does not fit is not kept in part', async ({ portal }) => {
  const details = await byPhone(portal)
  await expect(
    lodge(portal.world, { ...details, photos: ['nowhere-to-be-found'] }),
  ).rejects.toThrow('no-such-photo')
  expect(await counts(portal)).toEqual([0, 0, 0, 0, 0, 0, 0])
  expect(await portal.db.select().from(outbox)).toEqual([])
  expect(await portal.db.select().from(photos)).toEqual([])
})

test('an integrity matter is put before the head at once', async ({ portal }) => {
  const [integrity] = await portal.db
    .select()
    .from(clauses)
    .where(eq(clauses.category, 'integrity'))
  await lodged(
    portal,
    withAnswers({ step: 'clause', clause: integrity!.key }),
    integrity!.key.split('.')[0],
  )
  expect(await one(portal.db.select().from(tasks))).toMatchObject({
    kind: 'report-to-head',
    dueOn: '2026-03-03',
    doneOn: null,
  })
})

test('a head who serves at the window is told of nothing', async ({ portal }) => {
  const [window] = await portal.windowsOf()
  const [posted] = await portal.db.select().from(postings).where(eq(postings.windowId, window!.id))
  const heads = await portal.officersWith('officeHead')
  await portal.world.store.write((tx) =>
    tx.update(officers).set({ staffId: posted!.staffId }).where(eq(officers.id, heads[0]!.id)),
  )
  await lodged(portal)
  const told = (await portal.db.select().from(outbox)).map(({ officerId }) => officerId)
  expect(told).not.toContain(heads[0]!.id)
  const others = await portal.db
    .select()
    .from(officerRoles)
    .where(eq(officerRoles.role, heads.length > 1 ? 'officeHead' : 'secondPerson'))
  expect(others.map(({ officerId }) => officerId)).toEqual(
    expect.arrayContaining(told.filter((id) => id !== null)),
  )
})

test('nobody knows which window and which clause', async ({ portal }) => {
  await lodged(
    portal,
    withAnswers({ step: 'when', window: 'unknown' }, { step: 'clause', clause: 'unknown' }),
  )
  expect(await one(portal.db.select().from(complaints))).toMatchObject({
    windowId: null,
    clauseId: null,
    category: 'other',
  })
})

test.for<[hall: string, promises: [kind: string, dueOn: string][]]>([
  [
    'anci',
    [
      ['acceptance', '2026-03-03'],
      ['reply', '2026-03-16'],
    ],
  ],
  [
    'bingcha',
    [
      ['acceptance', '2026-03-03'],
      ['reply', '2026-03-16'],
    ],
  ],
  [
    'qingpu',
    [
      ['acceptance', '2026-03-03'],
      ['reply', '2026-03-05'],
      ['maximum', '2026-03-16'],
    ],
  ],
])('%s promises what its regulation says', async ([hall, promises], { portal }) => {
  const { sent } = await lodged(portal, withAnswers({ step: 'clause', clause: 'unknown' }), hall)
  expect(sent.promises.map(({ kind, dueOn }) => [kind, dueOn])).toEqual(promises)
})

const byPhone = async (portal: Portal): Promise<ComplaintDetails> => ({
  formKey: newFormKey(portal.world),
  hallId: (await portal.hall()).id,
  channel: 'phone',
  nature: 'oral',
  identity: 'named',
  windowId: null,
  clauseId: null,
  category: 'attitude',
  occurredOn: null,
  occurredPart: 'unknown',
  narrative: STORY,
  mayPublish: false,
  contact: { name: '王先生', phone: '13900001234', email: '' },
})

describe('taken in by an officer', () => {
  test('day zero is the day it came in, also on a rest day', async ({ portal }) => {
    const [officer] = await portal.officersWith('complaintDesk')
    const details = await byPhone(portal)
    const receivedAt = new Date('2026-02-28T10:15+08:00')
    const { caseId, promises } = await lodge(portal.world, {
      ...details,
      receivedOn: '2026-02-28',
      receivedAt,
      firstReceiverId: officer!.id,
    })
    expect(promises).toMatchObject([
      { kind: 'acceptance', dueOn: '2026-03-02' },
      { kind: 'reply', dueOn: '2026-03-13' },
    ])
    expect(await one(portal.db.select().from(complaints))).toMatchObject({
      receivedOn: '2026-02-28',
      receivedAt,
      firstReceiverId: officer!.id,
      nature: 'oral',
    })
    expect(await one(portal.db.select().from(caseFiles))).toMatchObject({
      id: caseId,
      registeredOn: '2026-03-02',
    })
    expect(await one(eventsOf(portal))).toMatchObject({ officerId: officer!.id })
  })

  test('what 12345 sent on runs on its limit alone', async ({ portal }) => {
    const { promises } = await lodge(portal.world, {
      ...(await byPhone(portal)),
      channel: 'hotlineTransfer',
      externalDueOn: '2026-03-10',
      externalNumber: 'RX-1',
    })
    expect(promises).toMatchObject([
      { kind: 'acceptance', dueOn: '2026-03-03' },
      { kind: 'external', dueOn: '2026-03-10' },
    ])
    expect(await one(portal.db.select().from(caseFiles))).toMatchObject({ track: 'transferred' })
    expect(await one(portal.db.select().from(complaints))).toMatchObject({ externalNumber: 'RX-1' })
  })

  test('a major matter told by mouth in Bingcha is to be put in writing', async ({ portal }) => {
    await lodge(portal.world, {
      ...(await byPhone(portal)),
      hallId: (await portal.hall('bingcha')).id,
      major: true,
    })
    const owed = await portal.db.select().from(tasks)
    expect(owed.map(({ kind }) => kind)).toEqual(['report-to-head', 'put-in-writing'])
  })
})

test('a form sent through the page of another hall lodges nothing', async ({ portal }) => {
  const { sealed } = await fillIn(portal)
  const elsewhere = await portal.post('/complaints', { sealed, hall: 'bingcha' })
  expect(elsewhere.status).toBe(410)
  expect(await counts(portal)).toEqual([0, 0, 0, 0, 0, 0, 0])
  expect((await portal.post('/complaints', { sealed, hall: 'anci' })).status).toBe(201)
})
