import { and, eq } from 'drizzle-orm'
import { caseDepartments } from '../../../db/schema/index.ts'
import { type Officer, today, type World } from '../../context.ts'
import type { DepartmentResultForm } from '../../forms/case.ts'
import { departmentsOf } from '../../reads/case-in-sight.ts'
import { Invalid } from '../../refused.ts'
import { runStepClock } from './case-clock.ts'
import { caseInHand, takeStep } from './take-step.ts'

/**
 * A department's result is in. Anci 群众投诉处理办法, complex path: with the last one begins the
 * working day in which the complainant is answered.
 */
export const recordDepartmentResult = (
  world: World,
  officer: Officer,
  number: string,
  form: DepartmentResultForm,
) =>
  world.store.write(async (tx) => {
    const found = await caseInHand(tx, officer, number, 'recordDepartmentResult', form.revision)
    const waiting = (await departmentsOf(tx, found.file.id)).filter((row) => row.resultOn === null)
    const answering = waiting.find(({ departmentId }) => departmentId === form.department)
    if (!answering) throw new Invalid({ department: ['unknown-choice'] })
    await tx
      .update(caseDepartments)
      .set({ resultOn: today(world) })
      .where(
        and(
          eq(caseDepartments.caseId, found.file.id),
          eq(caseDepartments.departmentId, form.department),
        ),
      )
    const file = await takeStep(tx, world, found, {
      act: 'recordDepartmentResult',
      kind: 'department-result-recorded',
      by: officer.id,
      record: [answering.name, form.text].join('\n'),
      particulars: { department: form.department },
    })
    if (waiting.length === 1) {
      await runStepClock(tx, world, { ...found, file }, 'replyAfterDepartment', {
        departmentResultOn: today(world),
      })
    }
    return { state: file.state, revision: file.revision }
  })
