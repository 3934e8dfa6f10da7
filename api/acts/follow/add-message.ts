import { messages } from '../../../db/schema/index.ts'
import { formDigest } from '../../../db/sealing/receipt.ts'
import { sealField } from '../../../db/sealing/field.ts'
import { today, type World } from '../../context.ts'
import { caseById } from '../../reads/case-in-sight.ts'
import { Refused } from '../../refused.ts'
import { nextState } from '../../rules/case-workflow.ts'
import { record } from '../record.ts'
import { writeLetter } from '../write-letter.ts'

/**
 * The complainant adds something while the case is open. The same form sent twice is one
 * message. The handler, if there is one, is told by letter.
 */
export const addMessage = (world: World, caseId: number, form: string, text: string) =>
  world.store.write(async (tx) => {
    const { file, facts } = await caseById(tx, caseId)
    if (nextState(facts.path, file.state, 'writeMessage') === null) {
      throw new Refused('case-is-over')
    }
    const [added] = await tx
      .insert(messages)
      .values({
        caseId,
        officerId: null,
        text: sealField(world.keys, 'messages.text', caseId, text),
        day: today(world),
        formDigest: formDigest(`${caseId} ${form}`),
      })
      .onConflictDoNothing()
      .returning({ id: messages.id })
    if (!added) return
    await record(tx, world, {
      hallId: file.hallId,
      kind: 'message-added-by-complainant',
      object: `case:${caseId}`,
      officerId: null,
      particulars: { message: added.id },
      dayOnly: true,
    })
    if (file.handlerId !== null) {
      await writeLetter(tx, world, {
        hallId: file.hallId,
        kind: 'message-from-citizen',
        key: `message:${added.id}`,
        caseId,
        officerId: file.handlerId,
      })
    }
  })
