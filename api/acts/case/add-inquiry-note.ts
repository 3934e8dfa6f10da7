import { inquiryNotes } from '../../../db/schema/index.ts'
import { sealField } from '../../../db/sealing/field.ts'
import type { Transaction } from '../../../db/store.ts'
import { type Officer, today, type World } from '../../context.ts'
import type { InquiryNoteForm } from '../../forms/case.ts'
import { Invalid } from '../../refused.ts'
import type { InquiryRole } from '../../rules/case-file.ts'
import { rolesToAsk } from '../../rules/closing.ts'
import { caseInHand, countChange } from './take-step.ts'

/** Enter what somebody said when asked. */
export async function enterNote(
  tx: Transaction,
  world: World,
  officer: Officer,
  caseId: number,
  { role, summary }: { role: InquiryRole; summary: string },
): Promise<void> {
  await tx.insert(inquiryNotes).values({
    caseId,
    role,
    summary: sealField(world.keys, 'inquiry_notes.summary', caseId, summary),
    askedBy: officer.id,
    askedOn: today(world),
    at: world.now(),
  })
}

/** Somebody is questioned, or could not be (询问笔录). Anci 群众投诉处理办法, investigation (2), (3). */
export const addInquiryNote = (
  world: World,
  officer: Officer,
  number: string,
  form: InquiryNoteForm,
) =>
  world.store.write(async (tx) => {
    const found = await caseInHand(tx, officer, number, 'addInquiryNote', form.revision)
    if (!rolesToAsk(found.owed).includes(form.role)) {
      throw new Invalid({ role: ['unknown-choice'] })
    }
    await enterNote(tx, world, officer, found.file.id, form)
    const file = await countChange(tx, world, found, {
      act: 'addInquiryNote',
      kind: 'inquiry-note-added',
      by: officer.id,
      particulars: { role: form.role },
    })
    return { state: file.state, revision: file.revision }
  })
