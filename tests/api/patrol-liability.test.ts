import { eq } from 'drizzle-orm'
import { events, outbox, patrolLiabilities } from '../../db/schema/index.ts'
import { expect, type Portal, test } from '../support/portal.ts'

type Json = Record<string, unknown>

const FACTS = '同事拍到窗口空岗半小时，当天的巡查记录表上没有。'

/** A hall's people around a patrol officer's liability, each signed in. */
async function officeOf(portal: Portal, hall = 'anci') {
  const [patrol] = await portal.officersWith('patrolOfficer', hall)
  const cookies = {
    patrol: await portal.signedIn(patrol!.id),
    head: await portal.as('officeHead', hall),
    second: await portal.as('secondPerson', hall),
    desk: await portal.as('complaintDesk', hall),
  }
  const send = async (path: string, body: Json, who: keyof typeof cookies) => {
    const answer = await portal.post(path, body, cookies[who])
    return { status: answer.status, body: (await answer.json()) as Json }
  }
  const about = {
    officer: patrol!.publicId,
    ground: 'p4',
    happenedOn: '2026-03-02',
    facts: FACTS,
  }
  return {
    cookies,
    send,
    propose: (changed: Json = {}, who: keyof typeof cookies = 'second') =>
      send('/accountability/patrol', { ...about, ...changed }, who),
    read: async (path: string, who: keyof typeof cookies) =>
      (await (await portal.get(path, cookies[who])).json()) as Json,
  }
}

test('in each of the four cases: proposed, answered, decided by another in words', async ({
  portal,
}) => {
  const office = await officeOf(portal)
  for (const ground of ['p1', 'p2', 'p3', 'p4']) {
    const proposed = await office.propose({ ground })
    expect(proposed.status).toBe(201)
    const decide = (who: 'head' | 'second', body: Json = {}) =>
      office.send(
        `/accountability/patrol/${proposed.body.id}/decision`,
        { held: 'yes', decision: '口头批评，当月补查三次。', ...body },
        who,
      )
    expect((await decide('head')).body.reason).toBe('accountability-answer-open')
    const plea = { statement: '当时在三楼处理设备故障。' }
    const answer = `/statements/patrol/${proposed.body.id}`
    expect((await office.send(answer, plea, 'desk')).status).toBe(404)
    expect((await office.send(answer, plea, 'patrol')).status).toBe(201)
    expect((await office.send(answer, plea, 'patrol')).status).toBe(409)
    expect((await decide('second')).body.reason).toBe('accountability-same-person')
    expect((await decide('head', { decision: ' ' })).status).toBe(422)
    expect((await decide('head')).status).toBe(201)
    expect((await decide('head')).body.reason).toBe('accountability-decided')
  }
  const rows = await portal.db.select().from(patrolLiabilities)
  expect(rows.map(({ ground, held }) => [ground, held])).toEqual([
    ['p1', true],
    ['p2', true],
    ['p3', true],
    ['p4', true],
  ])
  expect(`${rows[0]!.facts}${rows[0]!.statement}${rows[0]!.decision}`).not.toMatch(/空岗|设备|批评/)
  const entered = await portal.db
    .select()
    .from(events)
    .where(eq(events.kind, 'patrol-liability-decided'))
  expect(entered).toHaveLength(4)
  const told = await portal.db
    .select()
    .from(outbox)
    .where(eq(outbox.kind, 'accountability-proposed'))
  expect(told).toHaveLength(4)
  expect(await office.read('/statements', 'patrol')).toMatchObject({
    patrol: [{ held: true, decision: '口头批评，当月补查三次。' }, {}, {}, {}],
  })
  expect(await office.read('/accountability/patrol', 'head')).toMatchObject({
    all: [{ ground: '发现了违规，没有写进巡查记录表', facts: FACTS, mayDecide: false }, {}, {}, {}],
  })
})

test('without an answer it waits until the day for it is over', async ({ portal }) => {
  const office = await officeOf(portal)
  const { body } = await office.propose()
  portal.setClock('2026-03-05 09:00')
  const none = { held: 'no', decision: '记录表当晚已经补上。' }
  const decided = await office.send(`/accountability/patrol/${body.id}/decision`, none, 'head')
  expect(decided).toEqual({ status: 201, body: { held: false } })
})

test('what is not of the four cases, not of the hall or not of the past is refused', async ({
  portal,
}) => {
  const office = await officeOf(portal)
  expect(Object.keys((await office.propose({ ground: 'p5' })).body.errors as Json)).toEqual([
    'ground',
  ])
  expect(Object.keys((await office.propose({ officer: 'nobody' })).body.errors as Json)).toEqual([
    'officer',
  ])
  const tomorrow = await office.propose({ happenedOn: '2026-03-03' })
  expect(Object.keys(tomorrow.body.errors as Json)).toEqual(['happenedOn'])
  expect((await office.propose({}, 'desk')).status).toBe(403)
  const elsewhere = await officeOf(portal, 'qingpu')
  expect((await elsewhere.propose()).status).toBe(422)
  expect(await elsewhere.read('/accountability/patrol', 'head')).toMatchObject({
    rule: null,
    mayPropose: false,
  })
})
