import { messages } from '../../../db/schema/index.ts'
import { sealField } from '../../../db/sealing/field.ts'
import { formDigest } from '../../../db/sealing/receipt.ts'
import { type Officer, today, type World } from '../../context.ts'
import type { PaperForm } from '../../forms/case.ts'
import { caseInHand, countChange } from './take-step.ts'
import { tellComplainant } from './tell-complainant.ts'

/** The office writes to the complainant: a question, or what comes next. A letter says that it did. */
export const writeMessage = (world: World, officer: Officer, number: string, form: PaperForm) =>
  world.store.write(async (tx) => {
    const found = await caseInHand(tx, officer, number, 'answerMessage', form.revision)
    const { id: caseId } = found.file
    await tx.insert(messages).values({
      caseId,
      officerId: officer.id,
      text: sealField(world.keys, 'messages.text', caseId, form.text),
      day: today(world),
      formDigest: formDigest(`office ${caseId} ${form.revision}`),
    })
    const file = await countChange(tx, world, found, {
      act: 'answerMessage',
      kind: 'message-written',
      by: officer.id,
    })
    await tellComplainant(tx, world, found, 'message-from-office', `message:${file.revision}`)
    return { state: file.state, revision: file.revision }
  })
