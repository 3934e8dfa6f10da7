import { type Officer, today, type World } from '../../context.ts'
import type { EarlyForm } from '../../forms/appraisal.ts'
import { anci41, anciEarlyCompletion } from '../../policies/sheets/anci-4-1.ts'
import { sheetsOfPolicy } from '../../policies/sheets/by-key.ts'
import { earlyEntries } from '../../reads/early-table.ts'
import { hallById } from '../../reads/halls.ts'
import { staffOfMonth } from '../../reads/month-figures.ts'
import { Invalid, type Problem, Refused } from '../../refused.ts'
import { lastDayOf, monthOf } from '../../rules/day.ts'
import { earlyCompletionQuantity } from '../../rules/early-completion.ts'
import { itemOf, pointsOf } from '../../rules/scorecard.ts'
import { insist } from './may.ts'
import { type NewEntry, writeEntries } from './write-entries.ts'

const WHOLE = /^\d{1,6}$/

/**
 * Anci sheet 4-1, AB5: an officer enters each person's promised cases of a finished month and how
 * many were done early; one point for each full tenth of the rate is proposed as a bonus. Once for
 * each person and month; fewer than five promised cases earn nothing.
 */
export const enterEarlyCompletion = (
  world: World,
  officer: Officer,
  form: EarlyForm,
): Promise<{ proposed: number }> =>
  world.store.write(async (tx) => {
    insist(officer, 'enterFigures', { kind: 'monthClose' })
    const hall = await hallById(tx, officer.hallId)
    const item = itemOf(anci41, anciEarlyCompletion.item)!
    if (!sheetsOfPolicy(hall.policy).includes(anci41)) throw new Refused('no-sheet-here')
    const { month } = form
    if (month >= monthOf(today(world))) throw new Refused('marks-not-yet', { month })
    const people = await staffOfMonth(tx, hall.id, month)
    const occurredOn = lastDayOf(month)
    const written = await earlyEntries(tx, hall.id, month)
    const problems: Partial<Record<string, Problem[]>> = {}
    const entries: NewEntry[] = []
    for (const [index, publicId] of form.staff.entries()) {
      const person = people.find((each) => each.publicId === publicId)
      if (!person) throw new Refused('no-such-staff')
      const promised = form.promised[index]?.trim() ?? ''
      const early = form.early[index]?.trim() || '0'
      if (promised === '') continue
      if (person.id === officer.staffId) throw new Refused('entry-concerns-you')
      if (!WHOLE.test(promised)) problems[`promised-${publicId}`] = ['not-a-number']
      else if (!WHOLE.test(early)) problems[`early-${publicId}`] = ['not-a-number']
      else if (Number(early) > Number(promised))
        problems[`early-${publicId}`] = ['more-than-promised']
      else if (written.some(({ staffId }) => staffId === person.id))
        throw new Refused('early-entered', { name: person.name })
      else {
        const counted = { promised: Number(promised), early: Number(early) }
        const quantity = earlyCompletionQuantity(counted, anciEarlyCompletion)
        const said = `承诺件 ${counted.promised} 件，提前办结 ${counted.early} 件`
        if (quantity > 0)
          entries.push({
            sheet: anci41,
            item,
            staffId: person.id,
            windowId: null,
            quantity,
            points: pointsOf(item, quantity),
            occurredOn,
            source: 'manual',
            reason: said,
            proof: `${month} 办件统计`,
          })
      }
    }
    if (Object.keys(problems).length > 0) throw new Invalid(problems)
    await writeEntries(tx, world, hall, officer.id, entries)
    return { proposed: entries.length }
  })
