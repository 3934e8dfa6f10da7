import { and, eq, inArray } from 'drizzle-orm'
import { appraisals } from '../../../db/schema/index.ts'
import type { Transaction } from '../../../db/store.ts'
import { type Officer, today, type World } from '../../context.ts'
import type { AppraisalForm } from '../../forms/appraisal.ts'
import { qingpuYearly } from '../../policies/sheets/qingpu-yearly.ts'
import { appraisalTable } from '../../reads/appraisal-table.ts'
import { hallById } from '../../reads/halls.ts'
import { periodSheetOf } from '../../reads/period-sheets.ts'
import { Invalid, type Problem, Refused } from '../../refused.ts'
import { monthOf } from '../../rules/day.ts'
import { isQuarter } from '../../rules/quarter.ts'
import { areMarks } from '../../rules/yearly-appraisal.ts'
import { record } from '../record.ts'
import { insist } from './may.ts'

const MARK = /^\d{1,3}(\.\d{1,2})?$/
const DAYS = /^\d{1,3}$/

type Row = { publicId: string; marks: string[]; absent: string; abroad: string }

/** The rows of the form in which something was typed; `size` marks each. */
function rowsOf(form: AppraisalForm, size: (publicId: string) => number): Row[] {
  let at = 0
  return form.staff.flatMap((publicId, index) => {
    const marks = form.marks.slice(at, at + size(publicId)).map((mark) => mark.trim())
    at += size(publicId)
    const absent = form.absent[index]?.trim() || '0'
    const abroad = form.abroad[index]?.trim() || '0'
    return marks.every((mark) => mark === '') ? [] : [{ publicId, marks, absent, abroad }]
  })
}

const figuresOf = ({ marks, absent, abroad }: Row) => ({
  marks: marks.map(Number),
  absentRunning: Number(absent),
  abroadDays: Number(abroad),
})

const sameFigures = (
  one: { marks: readonly number[] | null; absentRunning: number; abroadDays: number },
  other: ReturnType<typeof figuresOf>,
): boolean =>
  one.marks?.join(' ') === other.marks.join(' ') &&
  one.absentRunning === other.absentRunning &&
  one.abroadDays === other.abroadDays

/** A quarter whose stars are decided keeps the marks they were decided by. */
async function stillOpen(tx: Transaction, hallId: number, period: string): Promise<void> {
  if (!isQuarter(period)) return
  if (await periodSheetOf(tx, hallId, { kind: 'quarterStar', period }))
    throw new Refused('figures-fixed', { month: period })
}

/**
 * Qingpu 窗口工作人员年度考核的实施办法: an officer enters the daily part of a quarter, or the parts of
 * the year, for several people; nobody their own. What is changed has to be confirmed again.
 */
export const enterAppraisals = (
  world: World,
  officer: Officer,
  form: AppraisalForm,
): Promise<{ changed: number }> =>
  world.store.write(async (tx) => {
    insist(officer, 'enterFigures', { kind: 'monthClose' })
    const hall = await hallById(tx, officer.hallId)
    if (form.month > monthOf(today(world))) throw new Refused('no-such-period')
    const { month, part } = form
    const table = await appraisalTable(tx, hall, { month, part })
    await stillOpen(tx, hall.id, table.period)
    const personOf = (publicId: string) => table.rows.find(({ staff }) => staff === publicId)
    const problems: Partial<Record<string, Problem[]>> = {}
    const entered = rowsOf(form, (id) => personOf(id)?.parts.length ?? 0).map((row) => {
      const person = personOf(row.publicId)
      if (!person) throw new Refused('no-such-staff')
      if (person.staffId === officer.staffId) throw new Refused('entry-concerns-you')
      const field = (name: string) => `${name}-${row.publicId}`
      for (const [index, mark] of row.marks.entries()) {
        const { most } = person.parts[index]!
        if (mark === '') problems[field(`mark${index}`)] = ['needed']
        else if (!MARK.test(mark)) problems[field(`mark${index}`)] = ['not-a-number']
        else if (Number(mark) > most) problems[field(`mark${index}`)] = ['out-of-range']
      }
      if (!DAYS.test(row.absent)) problems[field('absent')] = ['not-a-number']
      if (!DAYS.test(row.abroad)) problems[field('abroad')] = ['not-a-number']
      return { person, ...figuresOf(row) }
    })
    if (Object.keys(problems).length > 0) throw new Invalid(problems)
    if (!entered.every(({ person, marks }) => areMarks(marks, person.parts)))
      throw new Invalid({ marks: ['out-of-range'] })
    const changed = entered.filter(({ person, ...figures }) => !sameFigures(person, figures))
    if (changed.length === 0) return { changed: 0 }
    const staffIds = changed.map(({ person }) => person.staffId)
    await tx
      .delete(appraisals)
      .where(
        and(
          eq(appraisals.period, table.period),
          eq(appraisals.part, part),
          inArray(appraisals.staffId, staffIds),
        ),
      )
    await tx.insert(appraisals).values(
      changed.map(({ person, ...figures }) => ({
        ...figures,
        hallId: hall.id,
        staffId: person.staffId,
        period: table.period,
        part,
        enteredBy: officer.id,
        enteredOn: today(world),
      })),
    )
    await record(tx, world, {
      hallId: hall.id,
      kind: 'appraisals-entered',
      object: `period:${table.period}`,
      officerId: officer.id,
      particulars: { part, sheet: qingpuYearly.key, count: changed.length },
    })
    return { changed: changed.length }
  })

/** Another person confirms the marks they have seen, but for those they entered and their own. */
export const confirmAppraisals = (
  world: World,
  officer: Officer,
  form: AppraisalForm,
): Promise<{ confirmed: number }> =>
  world.store.write(async (tx) => {
    insist(officer, 'confirmFigures', { kind: 'monthClose' })
    const hall = await hallById(tx, officer.hallId)
    const { month, part } = form
    const table = await appraisalTable(tx, hall, { month, part })
    await stillOpen(tx, hall.id, table.period)
    const waiting = table.rows.filter(({ marks, confirmed }) => marks !== null && !confirmed)
    const seen = new Map(
      rowsOf(form, (id) => table.rows.find(({ staff }) => staff === id)?.parts.length ?? 0).map(
        (row) => [row.publicId, figuresOf(row)] as const,
      ),
    )
    for (const row of waiting) {
      const typed = seen.get(row.staff)
      if (!typed || !sameFigures(row, typed)) throw new Refused('figures-changed')
    }
    const mine = waiting.filter(
      ({ enteredById, staffId }) => enteredById !== officer.id && staffId !== officer.staffId,
    )
    if (mine.length === 0) {
      if (waiting.length > 0) throw new Refused('figures-same-person')
      return { confirmed: 0 }
    }
    const staffIds = mine.map(({ staffId }) => staffId)
    await tx
      .update(appraisals)
      .set({ confirmedBy: officer.id, confirmedOn: today(world) })
      .where(
        and(
          eq(appraisals.period, table.period),
          eq(appraisals.part, part),
          inArray(appraisals.staffId, staffIds),
        ),
      )
    await record(tx, world, {
      hallId: hall.id,
      kind: 'appraisals-confirmed',
      object: `period:${table.period}`,
      officerId: officer.id,
      particulars: { part, count: mine.length },
    })
    return { confirmed: mine.length }
  })
