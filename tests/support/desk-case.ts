import { eq } from 'drizzle-orm'
import { caseFiles } from '../../db/schema/index.ts'
import type { Portal } from './portal.ts'

type Json = Record<string, unknown>

/** The office at work on one case of a hall: each call is one act on it as it stands now. */
export async function deskCase(portal: Portal, number: string, key = 'qingpu') {
  const officer = await portal.as('officeHead', key)
  const second = await portal.as('secondPerson', key)
  const file = async () => {
    const [found] = await portal.db.select().from(caseFiles).where(eq(caseFiles.number, number))
    return found!
  }
  const act = async (path: string, body: Json = {}, cookie = officer) => {
    const { revision } = await file()
    const answer = await portal.post(`/cases/${number}/${path}`, { revision, ...body }, cookie)
    if (answer.status !== 201) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return answer
  }
  return {
    act,
    file,
    accept: (changed: Json = {}) =>
      act('acceptance', { track: 'investigated', gist: '材料没有一次说清', ...changed }),
    async inquire() {
      await act('inquiry')
      await act('inquiry-notes', { role: 'complainant', summary: '电话里又说了一遍，不公开。' })
      await act('inquiry-notes', { role: 'subject', summary: '当事人说记不清，不公开。' })
      await act('inquiry-notes', { role: 'noWitness', summary: '没有旁人，不公开。' })
    },
    propose: (changed: Json = {}) =>
      act('decision', {
        finding: 'substantiated',
        reasons: '内部理由，不公开。',
        measure: '已经要求窗口一次说清。',
        replyForm: 'written',
        reply: '您反映的情况属实，我们向您道歉。',
        ...changed,
      }),
    approve: () => act('approval', {}, second),
    /** A letter to whoever reads the case. */
    say: (text: string) => act('messages', { text }),
  }
}
