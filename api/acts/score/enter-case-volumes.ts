import { sql } from 'drizzle-orm'
import { caseVolumes } from '../../../db/schema/index.ts'
import { type Officer, today, type World } from '../../context.ts'
import type { VolumesForm } from '../../forms/score.ts'
import { excusedWindows } from '../../reads/device-faults.ts'
import { isWorkedOut, volumesOfMonth, windowsOfMonth } from '../../reads/month-figures.ts'
import { Invalid, type Problem, Refused } from '../../refused.ts'
import { record } from '../record.ts'
import { insist } from './may.ts'

const WHOLE = /^\d{1,6}$/

/**
 * An officer enters how many cases (办件) each window accepted in a month, and how many of them
 * while a fault of the rating device lasted; the latter only at a window whose fault was confirmed.
 * Refused once the month's result is worked out.
 */
export const enterCaseVolumes = (
  world: World,
  officer: Officer,
  form: VolumesForm,
): Promise<{ changed: number }> =>
  world.store.write(async (tx) => {
    insist(officer, 'enterFigures', { kind: 'monthClose' })
    const { hallId } = officer
    const { month } = form
    if (await isWorkedOut(tx, hallId, month)) throw new Refused('figures-fixed', { month })
    const windows = await windowsOfMonth(tx, hallId, month)
    const excused = await excusedWindows(tx, hallId, month)
    const before = await volumesOfMonth(tx, hallId, month)
    const problems: Partial<Record<string, Problem[]>> = {}
    const entered = form.window.flatMap((code, index) => {
      const window = windows.find((each) => each.code === code)
      if (!window) throw new Refused('no-such-window')
      const typed = form.cases[index]?.trim() ?? ''
      const typedFault = form.duringFault[index]?.trim() || '0'
      if (typed === '') return []
      if (!WHOLE.test(typed)) problems[`cases-${code}`] = ['not-a-number']
      else if (!WHOLE.test(typedFault)) problems[`fault-${code}`] = ['not-a-number']
      else if (Number(typedFault) > Number(typed)) problems[`fault-${code}`] = ['more-than-cases']
      else if (Number(typedFault) > 0 && !excused.has(window.id))
        problems[`fault-${code}`] = ['no-confirmed-fault']
      return [{ windowId: window.id, cases: Number(typed), duringFault: Number(typedFault) }]
    })
    if (Object.keys(problems).length > 0) throw new Invalid(problems)
    const changed = entered.filter(({ windowId, cases, duringFault }) => {
      const known = before.find((row) => row.windowId === windowId)
      return known?.cases !== cases || known.duringFault !== duringFault
    })
    if (changed.length === 0) return { changed: 0 }
    await tx
      .insert(caseVolumes)
      .values(
        changed.map((row) => ({
          ...row,
          hallId,
          month,
          enteredBy: officer.id,
          enteredOn: today(world),
        })),
      )
      .onConflictDoUpdate({
        target: [caseVolumes.windowId, caseVolumes.month],
        set: {
          cases: sql`excluded.cases`,
          duringFault: sql`excluded.during_fault`,
          enteredBy: officer.id,
          enteredOn: today(world),
        },
      })
    await record(tx, world, {
      hallId,
      kind: 'case-volumes-entered',
      object: `month:${month}`,
      officerId: officer.id,
      particulars: { count: changed.length },
    })
    return { changed: changed.length }
  })
