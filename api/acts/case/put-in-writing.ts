import { and, eq } from 'drizzle-orm'
import { tasks } from '../../../db/schema/index.ts'
import { type Officer, today, type World } from '../../context.ts'
import type { PaperForm } from '../../forms/case.ts'
import { caseInHand, takeStep } from './take-step.ts'

/**
 * A major matter that was told by mouth is put in writing, read back and kept. Bingcha
 * 投诉督查管理制度: major matters are complained of in writing; the office helps and turns nobody away.
 */
export const putInWriting = (world: World, officer: Officer, number: string, form: PaperForm) =>
  world.store.write(async (tx) => {
    const found = await caseInHand(tx, officer, number, 'putInWriting', form.revision)
    const file = await takeStep(tx, world, found, {
      act: 'putInWriting',
      kind: 'complaint-put-in-writing',
      by: officer.id,
      record: form.text,
    })
    await tx
      .update(tasks)
      .set({ doneOn: today(world), doneBy: officer.id })
      .where(and(eq(tasks.caseId, file.id), eq(tasks.kind, 'put-in-writing')))
    return { state: file.state, revision: file.revision }
  })
