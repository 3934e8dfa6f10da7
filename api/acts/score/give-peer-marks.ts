import { sql } from 'drizzle-orm'
import { peerMarks } from '../../../db/schema/index.ts'
import type { Reader } from '../../../db/store.ts'
import { type Officer, today, type World } from '../../context.ts'
import type { PeerMarksForm } from '../../forms/appraisal.ts'
import { peerMarkingOf } from '../../policies/sheets/by-key.ts'
import { concernsOf } from '../../reads/concerns.ts'
import { hallById } from '../../reads/halls.ts'
import { headedWindows, windowsOfMonth } from '../../reads/month-figures.ts'
import { closedMonthsOf } from '../../reads/months.ts'
import { Invalid, type Problem, Refused } from '../../refused.ts'
import { peerMarkRefusal } from '../../rules/peer-marks.ts'
import { can } from '../../rules/can.ts'
import { lastDayOf, type Month, monthOf } from '../../rules/day.ts'
import { record } from '../record.ts'

const MARK = /^\d{1,3}(\.\d{1,2})?$/

/** Refuse marks for a month that runs still, or that is closed. */
export async function insistOnMarking(db: Reader, world: World, hallId: number, month: Month) {
  if (month >= monthOf(today(world))) throw new Refused('marks-not-yet', { month })
  if ((await closedMonthsOf(db, hallId)).includes(month))
    throw new Refused('marks-closed', { month })
}

/**
 * Bingcha 月度考核办法, mutual rating: a window's head marks the other windows on every topic, after
 * the month and until it closes; until then a mark may be changed. A window left empty is not
 * marked; never one's own, nor one where the officer served or to whose people they stand in a
 * declared relation.
 */
export const givePeerMarks = (
  world: World,
  officer: Officer,
  form: PeerMarksForm,
): Promise<{ marked: number }> =>
  world.store.write(async (tx) => {
    const hall = await hallById(tx, officer.hallId)
    const marking = peerMarkingOf[hall.policy]
    if (!marking) throw new Refused('no-sheet-here')
    const { month } = form
    const headed = await headedWindows(tx, officer, today(world))
    const own = headed.find(({ code }) => code === form.by)
    const headStaffId = own ? officer.staffId : null
    if (!own || !can({ ...officer, relation: null }, 'give', { kind: 'peerMarks', headStaffId }))
      throw new Refused('marks-not-yours')
    await insistOnMarking(tx, world, hall.id, month)

    const windows = await windowsOfMonth(tx, hall.id, month)
    const concernsYou = await concernsOf(tx, officer)
    const size = marking.topics.length
    const problems: Partial<Record<string, Problem[]>> = {}
    const given = form.window.flatMap((code, index) => {
      const window = windows.find((each) => each.code === code)
      if (!window) throw new Refused('no-such-window')
      const typed = form.marks.slice(index * size, (index + 1) * size).map((mark) => mark.trim())
      if (typed.every((mark) => mark === '')) return []
      const concern = {
        caseId: null,
        windowId: window.id,
        staffIds: [],
        occurredOn: lastDayOf(month),
      }
      if (concernsYou(concern)) throw new Refused('place-concerns-you')
      const marks = typed.map(Number)
      for (let topic = 0; topic < size; topic++) {
        const mark = typed[topic] ?? ''
        const field = `mark-${code}-${topic}`
        if (mark === '') problems[field] = ['needed']
        else if (!MARK.test(mark)) problems[field] = ['not-a-number']
        else if (Number(mark) > marking.mostPerTopic) problems[field] = ['out-of-range']
      }
      return [{ forWindowId: window.id, marks }]
    })
    if (Object.keys(problems).length > 0) throw new Invalid(problems)
    for (const { forWindowId, marks } of given) {
      const mark = { byWindow: String(own.id), forWindow: String(forWindowId), marks }
      if (peerMarkRefusal(mark, marking)) throw new Refused('place-concerns-you')
    }
    if (given.length === 0) throw new Invalid({ marks: ['needed'] })
    await tx
      .insert(peerMarks)
      .values(
        given.map((row) => ({
          ...row,
          hallId: hall.id,
          month,
          byWindowId: own.id,
          givenBy: officer.id,
          givenOn: today(world),
        })),
      )
      .onConflictDoUpdate({
        target: [peerMarks.month, peerMarks.byWindowId, peerMarks.forWindowId],
        set: { marks: sql`excluded.marks`, givenBy: officer.id, givenOn: today(world) },
      })
    await record(tx, world, {
      hallId: hall.id,
      kind: 'peer-marks-given',
      object: `month:${month}`,
      officerId: officer.id,
      particulars: { window: own.id, count: given.length },
    })
    return { marked: given.length }
  })
