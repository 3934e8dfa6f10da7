import { type Officer, today, type World } from '../../context.ts'
import type { HalfYearForm } from '../../forms/appraisal.ts'
import {
  bingchaHalfYearFigures,
  bingchaHalfYearly,
} from '../../policies/sheets/bingcha-half-yearly.ts'
import { sheetsOfPolicy } from '../../policies/sheets/by-key.ts'
import { halfYearCards } from '../../reads/half-year-cards.ts'
import { hallById } from '../../reads/halls.ts'
import { policyOf } from '../../reads/policies.ts'
import { Invalid, Refused } from '../../refused.ts'
import { lastDayOf } from '../../rules/day.ts'
import { onTimePointsLost } from '../../rules/half-year-sheet.ts'
import { halfYearOf, monthsOfHalf } from '../../rules/quarter.ts'
import { itemOf, pointsOf } from '../../rules/scorecard.ts'
import { insist } from './may.ts'
import { writeEntries } from './write-entries.ts'

/**
 * Bingcha 考核办法: an officer puts a person's figures of the half year on the sheet: leave of more
 * than twenty days in the year, each five times late or early, each whole point of cases not done in
 * time. Proposed as deductions with their own second person; what is written already is left out.
 */
export const writeHalfYear = (
  world: World,
  officer: Officer,
  form: HalfYearForm,
): Promise<{ proposed: number }> =>
  world.store.write(async (tx) => {
    const hall = await hallById(tx, officer.hallId)
    if (!sheetsOfPolicy(hall.policy).includes(bingchaHalfYearly)) throw new Refused('no-sheet-here')
    const half = halfYearOf(form.month)
    const cards = await halfYearCards(tx, hall.id, policyOf(hall, today(world)), half)
    const person = cards.find(({ staff }) => staff === form.staff)
    if (!person) throw new Invalid({ staff: ['staff-not-here'] })
    const { staffId } = person
    insist(officer, 'propose', { kind: 'scoreEntry', proposedById: null, staffId })
    const { cases, onTime } = form
    if ((cases === null) !== (onTime === null))
      throw new Invalid({ [cases === null ? 'cases' : 'onTime']: ['needed'] })
    if (cases !== null && onTime !== null && onTime > cases)
      throw new Invalid({ onTime: ['more-than-cases'] })

    const said = (item: string) => {
      if (item === bingchaHalfYearFigures.leave.item)
        return `全年病事假 ${person.leaveDaysOfYear} 天`
      if (item === bingchaHalfYearFigures.lateOrEarly.item)
        return `半年迟到早退 ${person.timesLateOrEarly} 次`
      return `应办 ${cases ?? 0} 件，按时办结 ${onTime ?? 0} 件`
    }
    const lost = cases !== null && onTime !== null ? onTimePointsLost({ onTime, all: cases }) : 0
    const { item: onTimeItem } = bingchaHalfYearFigures.onTime
    const written = person.card.lines.some(({ item, reverses }) => item === onTimeItem && !reverses)
    const brought = [
      ...person.fromFigures,
      ...(lost > 0 && !written ? [{ item: onTimeItem, quantity: lost }] : []),
    ]
    if (brought.length === 0) throw new Refused('nothing-from-figures')
    const lastDay = lastDayOf(monthsOfHalf(half).at(-1)!)
    const occurredOn = lastDay < today(world) ? lastDay : today(world)
    await writeEntries(
      tx,
      world,
      hall,
      officer.id,
      brought.map(({ item: code, quantity }) => {
        const item = itemOf(bingchaHalfYearly, code)!
        return {
          sheet: bingchaHalfYearly,
          item,
          staffId,
          windowId: null,
          quantity,
          points: pointsOf(item, quantity),
          occurredOn,
          source: 'attendance' as const,
          reason: said(code),
        }
      }),
    )
    return { proposed: brought.length }
  })
