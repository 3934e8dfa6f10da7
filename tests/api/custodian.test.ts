import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { openField } from '../../db/sealing/field.ts'
import { openIdentity } from '../../db/sealing/identity.ts'
import {
  caseFiles,
  complaints,
  custodianKeys,
  events,
  recusals,
  sealedIdentities,
  unsealings,
} from '../../db/schema/index.ts'
import { withCustodian } from '../support/complaint.ts'
import { lodgeAt } from '../support/lodge.ts'
import { expect, type Portal, test } from '../support/portal.ts'

const PASSPHRASE = 'lantern moss gravel 银杏'
const CONTACT = { name: '慕容先生', phone: '13900009876', email: 'murong@mail.test' }
const says = async (answer: Response) => ((await answer.json()) as { says: string }).says

const setKey = async (portal: Portal, passphrase = PASSPHRASE) =>
  portal.post('/custodian/key', { passphrase, again: passphrase }, await portal.as('custodian'))

/** A confidential complaint at Anci, in the hands of a handler who asks to open its identity. */
async function asked(portal: Portal) {
  const lodged = await lodgeAt(portal, 'anci', {
    channel: 'web',
    nature: 'written',
    identity: 'confidential',
    contact: CONTACT,
  })
  const [, handler] = await portal.officersWith('handler')
  await portal.world.store.write(async (tx) => {
    await tx
      .update(caseFiles)
      .set({ handlerId: handler!.id })
      .where(eq(caseFiles.id, lodged.caseId))
  })
  const cookie = await portal.signedIn(handler!.id)
  const ask = (as = cookie) =>
    portal.post(`/cases/${lodged.number}/unsealings`, { reason: '要当面核对票据' }, as)
  const answer = await ask()
  const { id } = (await answer.json()) as { id: string }
  return { ...lodged, handler: handler!, cookie, ask, id }
}

const wishes = async (portal: Portal, cookie: string) =>
  ((await (await portal.get('/custodian', cookie)).json()) as { requests: { id: string }[] })
    .requests
const openWith = async (portal: Portal, id: string, passphrase = PASSPHRASE, cookie?: string) =>
  portal.post(
    `/custodian/requests/${id}/opening`,
    { passphrase },
    cookie ?? (await portal.as('custodian')),
  )

test('保密 is offered once the custodian has set a passphrase', async ({ portal }) => {
  const custodian = await portal.as('custodian')
  const state = async () => (await portal.get('/custodian', custodian)).json()
  expect(await state()).toEqual({ keys: [], requests: [] })
  await expect(
    lodgeAt(portal, 'anci', { identity: 'confidential', contact: CONTACT }),
  ).rejects.toMatchObject({ reason: 'confidential-not-ready' })
  expect((await setKey(portal)).status).toBe(201)
  expect(await state()).toEqual({
    keys: [{ madeOn: '2026-03-02', retiredOn: null }],
    requests: [],
  })
  await lodgeAt(portal, 'anci', { identity: 'confidential', contact: CONTACT })
})

test.for<[why: string, passphrase: string, again: string, field: string, says: string]>([
  [
    'fifteen characters',
    'lantern-moss-gr',
    'lantern-moss-gr',
    'passphrase',
    '口令至少要 16 个字符。',
  ],
  [
    'a common one',
    'password12345678',
    'password12345678',
    'passphrase',
    '这个口令太常见，请换一个。',
  ],
  ['two that differ', PASSPHRASE, `${PASSPHRASE}.`, 'again', '两次输入的口令不一样。'],
])('%s make no key', async ([, passphrase, again, field, sentence]) => {
  const { openPortal } = await import('../support/portal.ts')
  const { inject } = await import('vitest')
  const portal = await openPortal(inject('furnishedPortal'))
  const refused = await portal.post(
    '/custodian/key',
    { passphrase, again },
    await portal.as('custodian'),
  )
  expect([refused.status, await refused.json()]).toMatchObject([
    422,
    { errors: { [field]: [sentence] } },
  ])
  expect(await portal.db.select().from(custodianKeys)).toEqual([])
  await portal.close()
})

test('two people open an identity, which is shown this once', async ({ portal }) => {
  await setKey(portal)
  const { id, number } = await asked(portal)
  const custodian = await portal.as('custodian')
  expect(await wishes(portal, custodian)).toMatchObject([
    { id, number, own: false, reason: '要当面核对票据' },
  ])
  const opened = await openWith(portal, id)
  expect([opened.status, opened.headers.get('cache-control'), await opened.json()]).toEqual([
    201,
    'no-store',
    CONTACT,
  ])
  const again = await openWith(portal, id)
  expect([again.status, await says(again)]).toEqual([409, '这份申请已经答复过了。'])
  expect(await wishes(portal, custodian)).toEqual([])
  const log = await portal.db.select().from(events)
  expect(log.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['custodian-key-made', 'unsealing-asked', 'unsealing-opened']),
  )
  expect(JSON.stringify(log)).not.toContain(CONTACT.name)
})

test('of five openings at once one shows the name', async ({ portal }) => {
  await setKey(portal)
  const { id } = await asked(portal)
  const custodian = await portal.as('custodian')
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => openWith(portal, id, PASSPHRASE, custodian)),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409])
})

test('the custodian may refuse; a new wish may follow, but only one at a time', async ({
  portal,
}) => {
  await setKey(portal)
  const { id, ask } = await asked(portal)
  const second = await ask()
  expect([second.status, await says(second)]).toEqual([
    409,
    '已经申请过开封，正在等身份保管人答复。',
  ])
  const custodian = await portal.as('custodian')
  expect((await portal.post(`/custodian/requests/${id}/refusal`, {}, custodian)).status).toBe(201)
  expect((await openWith(portal, id)).status).toBe(409)
  expect(await portal.db.select().from(unsealings)).toMatchObject([{ opened: false }])
  expect((await ask()).status).toBe(201)
})

test('five wrong passphrases shut the box for 15 minutes', async ({ portal }) => {
  await setKey(portal)
  const { id } = await asked(portal)
  for (let tries = 0; tries < 5; tries++) {
    const wrong = await openWith(portal, id, 'not this passphrase')
    expect([wrong.status, await says(wrong)]).toEqual([
      403,
      '口令不对，请再试一次。连错 5 次要等 15 分钟。',
    ])
  }
  expect((await openWith(portal, id)).status).toBe(429)
  portal.setClock('2026-03-02 09:15')
  expect((await openWith(portal, id)).status).toBe(201)
})

test('a box sealed before the passphrase changed opens with the passphrase of its time', async ({
  portal,
}) => {
  await setKey(portal)
  const { id } = await asked(portal)
  await setKey(portal, 'copper river tangerine')
  expect(await portal.db.select().from(custodianKeys)).toMatchObject([
    { retiredOn: '2026-03-02' },
    { retiredOn: null },
  ])
  const newer = await openWith(portal, id, 'copper river tangerine')
  expect([newer.status, await says(newer)]).toEqual([
    403,
    '这份身份是用以前的口令封存的，请输入以前的口令。',
  ])
  expect(await (await openWith(portal, id)).json()).toEqual(CONTACT)
})

test('nobody both asks and opens, even with both posts', async ({ portal }) => {
  await setKey(portal)
  const { id, handler } = await asked(portal)
  const administrator = await portal.as('systemAdministrator')
  await portal.post(
    `/administration/officers/${handler.publicId}`,
    { name: handler.name, roles: ['handler', 'custodian'] },
    administrator,
  )
  const both = await portal.signedIn(handler.id)
  const refused = await openWith(portal, id, PASSPHRASE, both)
  expect([refused.status, await says(refused)]).toEqual([
    403,
    '提出申请的人不能自己批准，请另一位同事来办。',
  ])
  const no = await portal.post(`/custodian/requests/${id}/refusal`, {}, both)
  expect(no.status).toBe(403)
  await expect(
    portal.world.store.write(async (tx) => {
      await tx.update(unsealings).set({ decidedBy: handler.id, opened: true })
    }),
  ).rejects.toThrow()
})

test('who is kept away from the case neither asks nor opens nor learns of it', async ({
  portal,
}) => {
  await setKey(portal)
  const { id, caseId, handler, ask } = await asked(portal)
  const [keeper] = await portal.officersWith('custodian')
  const hall = await portal.hall()
  await portal.world.store.write(async (tx) => {
    await tx.insert(recusals).values(
      [keeper!.id, handler.id].map((officerId) => ({
        hallId: hall.id,
        officerId,
        caseId,
        reason: '亲属',
        declaredOn: '2026-03-02' as const,
      })),
    )
  })
  expect((await ask()).status).toBe(404)
  expect(await wishes(portal, await portal.as('custodian'))).toEqual([])
  expect((await openWith(portal, id)).status).toBe(404)
  const refusal = await portal.post(
    `/custodian/requests/${id}/refusal`,
    {},
    await portal.as('custodian'),
  )
  expect(refusal.status).toBe(404)
})

test('a custodian of another hall finds nothing, and no other post gets in', async ({ portal }) => {
  await setKey(portal)
  const { id, ask } = await asked(portal)
  const foreign = await portal.as('custodian', 'qingpu')
  expect(await wishes(portal, foreign)).toEqual([])
  expect((await openWith(portal, id, PASSPHRASE, foreign)).status).toBe(404)
  for (const role of ['officeHead', 'handler', 'auditor', 'systemAdministrator'] as const) {
    expect([role, (await openWith(portal, id, PASSPHRASE, await portal.as(role))).status]).toEqual([
      role,
      403,
    ])
  }
  expect((await ask(await portal.as('officeHead', 'qingpu'))).status).toBe(404)
  expect((await ask(await portal.as('custodian'))).status).toBe(403)
  expect((await ask(await portal.as('secondPerson'))).status).toBe(403)
})

test('a case without a sealed identity has nothing to open', async ({ portal }) => {
  await withCustodian(portal)
  const { number } = await lodgeAt(portal, 'anci')
  const answer = await portal.post(
    `/cases/${number}/unsealings`,
    { reason: '核实' },
    await portal.as('officeHead'),
  )
  expect([answer.status, await says(answer)]).toEqual([409, '这件投诉没有封存的身份。'])
})

const bytesBelow = (folder: string): string =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n')

test('the database, the app’s keys and every officer’s session together give no name', async ({
  portal,
}) => {
  await setKey(portal)
  const { id, number, cookie } = await asked(portal)
  const files = bytesBelow(portal.folder)
  for (const secret of [CONTACT.name, CONTACT.phone, CONTACT.email, PASSPHRASE]) {
    expect(files).not.toContain(Buffer.from(secret).toString('latin1'))
  }
  const [{ box, owner } = { box: '', owner: '' }] = await portal.db
    .select({ box: sealedIdentities.box, owner: complaints.publicId })
    .from(sealedIdentities)
    .innerJoin(complaints, eq(complaints.id, sealedIdentities.complaintId))
  const [key] = await portal.db.select().from(custodianKeys)
  const { keys } = portal.world
  const attempts = await Promise.all(
    Object.values(keys).map((secret) =>
      openIdentity(key!.wrappedKey, secret.toString('base64url'), owner, box),
    ),
  )
  expect(attempts.every((found) => found === null)).toBe(true)
  expect(() => openField(keys, 'sealed_identities.box', owner, box)).toThrow()

  const roles = ['complaintDesk', 'handler', 'officeHead', 'secondPerson', 'custodian'] as const
  const cookies = [cookie, ...(await Promise.all(roles.map((role) => portal.as(role))))]
  for (const session of cookies) {
    for (const path of ['/cases', `/cases/${number}`, '/custodian', '/session']) {
      const told = await (await portal.get(path, session)).text()
      expect(told).not.toContain(CONTACT.name)
      expect(told).not.toContain(CONTACT.phone)
    }
    const opened = await openWith(portal, id, 'any other passphrase', session)
    expect([403, 429]).toContain(opened.status)
  }
})
