import { and, eq, isNull } from 'drizzle-orm'
import { tasks } from '../../../db/schema/index.ts'
import { type Officer, today, type World } from '../../context.ts'
import type { PaperForm } from '../../forms/case.ts'
import { caseInHand, takeStep } from './take-step.ts'

/**
 * The head writes a note (批示) on a case that was reported. Bingcha 投诉督查管理制度: a complex case
 * goes to the director's office and is not decided before; Qingpu 投诉处置办法: important cases.
 */
export const noteByHead = (world: World, officer: Officer, number: string, form: PaperForm) =>
  world.store.write(async (tx) => {
    const found = await caseInHand(tx, officer, number, 'noteByHead', form.revision)
    const file = await takeStep(tx, world, found, {
      act: 'noteByHead',
      kind: 'head-note-written',
      by: officer.id,
      record: form.text,
    })
    await tx
      .update(tasks)
      .set({ doneOn: today(world), doneBy: officer.id })
      .where(and(eq(tasks.caseId, file.id), eq(tasks.kind, 'report-to-head'), isNull(tasks.doneOn)))
    return { state: file.state, revision: file.revision }
  })
