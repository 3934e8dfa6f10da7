import { expect } from 'vitest'
import type { ComplaintDetails } from '../../api/acts/lodge-complaint.ts'
import type { Role } from '../../api/rules/roles.ts'
import { lodgeAt } from './lodge.ts'
import type { Portal } from './portal.ts'

type Body = Record<string, unknown>
type Answer = { status: number; body: Record<string, never> & Body }

/** A decision with everything in it. */
export const DECISION = {
  finding: 'substantiated',
  reasons: '监控和询问笔录一致。',
  measure: '已当面道歉并重新办理。',
  replyForm: 'written',
  reply: '您反映的情况属实，我们已经改正。',
}

/** A case and the officers who work on it, as they click through the desk. */
export async function deskOf(
  portal: Portal,
  hall: string,
  changed: Partial<ComplaintDetails> = {},
) {
  const { number, caseId, receipt } = await lodgeAt(portal, hall, changed)
  const cookies = new Map<string, string>()

  const cookieOf = async (role: Role, which = 0) => {
    const key = `${role} ${which}`
    const cookie = cookies.get(key) ?? (await portal.as(role, hall, which))
    cookies.set(key, cookie)
    return cookie
  }

  const desk = {
    number,
    caseId,
    receipt,
    cookieOf,
    /** The case as somebody with a role reads it. */
    async read(role: Role = 'complaintDesk', which = 0): Promise<Answer> {
      const answer = await portal.get(`/cases/${number}`, await cookieOf(role, which))
      return { status: answer.status, body: (await answer.json()) as Answer['body'] }
    },
    /** Do something to the case as it stands now. */
    async act(noun: string, body: Body = {}, role: Role = 'handler', which = 0): Promise<Answer> {
      const { body: seen } = await desk.read('officeHead')
      const cookie = await cookieOf(role, which)
      const answer = await portal.post(
        `/cases/${number}/${noun}`,
        { revision: seen.revision, ...body },
        cookie,
      )
      return { status: answer.status, body: (await answer.json()) as Answer['body'] }
    },
    /** The same, when it has to succeed. */
    async done(noun: string, body: Body = {}, role: Role = 'handler', which = 0) {
      const answer = await desk.act(noun, body, role, which)
      expect([noun, answer.status, answer.body]).toMatchObject([noun, 201, {}])
      return answer.body
    },
    /** The clocks of the case: kind and due day, those that gave way left out. */
    async clocks(): Promise<Record<string, { dueOn: string; metOn: string | null }>> {
      const { body } = await desk.read('officeHead')
      const clocks = body.clocks as unknown as {
        kind: string
        dueOn: string
        metOn: string | null
        replaced: boolean
      }[]
      return Object.fromEntries(
        clocks
          .filter(({ replaced }) => !replaced)
          .map(({ kind, dueOn, metOn }) => [kind, { dueOn, metOn }]),
      )
    },
    /** Accepted by the desk and given to the first handler. */
    async accepted(body: Body = {}) {
      const [handler] = await portal.officersWith('handler', hall)
      return desk.done(
        'acceptance',
        { track: 'simple', handler: handler!.publicId, gist: '态度生硬', ...body },
        'complaintDesk',
      )
    },
    /** Both sides and a witness heard. */
    async heard() {
      for (const role of ['complainant', 'subject', 'noWitness']) {
        await desk.done('inquiry-notes', { role, summary: `笔录：${role}` })
      }
    },
    /** A decision that nobody is held to account, because: proposed by one, decided by another. */
    async nobodyHeld() {
      const { id } = await desk.done('accountability', { reason: '当场改正，没有造成损失。' })
      await desk.held(String(id))
    },
    /** Another officer decides on what was proposed; as proposed, when nothing else is said. */
    async held(id: string, body: Body = {}, role: Role = 'officeHead', which = 0) {
      const decision = { outcome: 'agreed', ...body }
      const cookie = await cookieOf(role, which)
      const answer = await portal.post(`/accountability/${id}/decision`, decision, cookie)
      expect([answer.status, await answer.json()]).toMatchObject([201, {}])
    },
    /** Answered: accepted, inquired into, decided by the handler and approved by the head. */
    async answered(decision: Partial<typeof DECISION> = {}, acceptance: Body = {}) {
      await desk.accepted(acceptance)
      await desk.done('inquiry')
      await desk.heard()
      await desk.done('decision', { ...DECISION, ...decision })
      await desk.done('approval', {}, 'officeHead')
    },
  }
  return desk
}

export type Desk = Awaited<ReturnType<typeof deskOf>>
