import { and, eq } from 'drizzle-orm'
import { awardVetoes, caseFiles, halls, staff, windows } from '../../../db/schema/index.ts'
import type { Transaction } from '../../../db/store.ts'
import { type Officer, today, type World } from '../../context.ts'
import type { VetoForm } from '../../forms/score.ts'
import { casesOf } from '../../reads/case-subjects.ts'
import { concernsOf } from '../../reads/concerns.ts'
import { hallById } from '../../reads/halls.ts'
import { policyOf } from '../../reads/windows.ts'
import { Invalid, Refused } from '../../refused.ts'
import type { AwardKind } from '../../rules/award-kind.ts'
import { isVerified } from '../../rules/case-file.ts'
import { addMonths, type Day, lastDayOf, monthOf } from '../../rules/day.ts'
import type { HallPolicy, VetoRule } from '../../rules/hall-policy.ts'
import { record } from '../record.ts'
import { insist } from './may.ts'

const MONTHS_OF_QUARTER = 3
const MONTH_DIGITS = 2

/** The last day of a bar that begins on a day. */
function lastDayOfVeto(from: Day, lasts: VetoRule['lasts']): Day {
  const month = monthOf(from)
  if (lasts === 'month') return lastDayOf(month)
  if (lasts === 'quarters') {
    const nth = Number(month.slice(0 - MONTH_DIGITS))
    const left = (MONTHS_OF_QUARTER - (nth % MONTHS_OF_QUARTER)) % MONTHS_OF_QUARTER
    return lastDayOf(addMonths(month, left))
  }
  return `${Number(month.split('-')[0])}-12-31`
}

const ruleOf = (policy: HallPolicy, cause: string, whom: 'person' | 'window') =>
  policy.vetoes.find((rule) => rule.cause === cause && rule.whom.includes(whom))

/** Bar a person or a window from awards, for a cause of the hall's own rules, with a reason. */
export const barFromAwards = (world: World, officer: Officer, form: VetoForm): Promise<void> =>
  world.store.write(async (tx) => {
    insist(officer, 'decide', { kind: 'award', candidateStaffIds: [], headStaffId: null })
    const { hallId } = officer
    if ((form.staff === '') === (form.window === ''))
      throw new Invalid({ staff: ['one-object-only'] })
    const [person] = form.staff
      ? await tx
          .select()
          .from(staff)
          .where(and(eq(staff.hallId, hallId), eq(staff.publicId, form.staff)))
      : []
    const [window] = form.window
      ? await tx
          .select()
          .from(windows)
          .where(and(eq(windows.hallId, hallId), eq(windows.code, form.window)))
      : []
    if (form.staff && !person) throw new Invalid({ staff: ['staff-not-here'] })
    if (form.window && !window) throw new Invalid({ window: ['window-not-here'] })
    const rule = ruleOf(
      policyOf(await hallById(tx, hallId)),
      form.cause,
      person ? 'person' : 'window',
    )
    if (!rule) throw new Invalid({ cause: ['unknown-choice'] })
    if (form.from > today(world)) throw new Invalid({ from: ['day-in-future'] })
    const concerned = (await concernsOf(tx, officer))({
      caseId: null,
      windowId: window?.id ?? null,
      staffIds: person ? [person.id] : [],
      occurredOn: form.from,
    })
    if (concerned) throw new Refused('place-concerns-you')
    const [added] = await tx
      .insert(awardVetoes)
      .values({
        hallId,
        cause: rule.cause,
        staffId: person?.id ?? null,
        windowId: window?.id ?? null,
        fromDay: form.from,
        untilDay: lastDayOfVeto(form.from, rule.lasts),
        reason: form.reason,
        enteredBy: officer.id,
        enteredOn: today(world),
      })
      .returning()
    await record(tx, world, {
      hallId,
      kind: 'barred-from-awards',
      object: `award-veto:${added!.id}`,
      officerId: officer.id,
      particulars: { cause: rule.cause, from: form.from, until: added!.untilDay },
    })
  })

/**
 * Bar everybody a verified complaint is about from the awards of the hall's rules. Qingpu
 * 投诉处置办法, consequences: the person and the window lose quarterly star, yearly star and
 * excellent window. Called within the act that closes the case; gives the awards lost, none where
 * the hall has no such rule.
 */
export async function barForComplaint(
  tx: Transaction,
  world: World,
  { caseId, by }: { caseId: number; by: number | null },
): Promise<AwardKind[]> {
  const [found] = await tx
    .select({ hall: halls, file: caseFiles })
    .from(caseFiles)
    .innerJoin(halls, eq(halls.id, caseFiles.hallId))
    .where(eq(caseFiles.id, caseId))
  if (!found) throw new Refused('no-such-case')
  const { hall, file } = found
  const policy = policyOf(hall)
  const [about] = await casesOf(tx, hall.id, [caseId])
  const [decision] = about?.decisions ?? []
  if (!about || !decision || !isVerified(decision.finding)) return []
  const [before] = await tx
    .select({ id: awardVetoes.id })
    .from(awardVetoes)
    .where(and(eq(awardVetoes.caseId, caseId), eq(awardVetoes.cause, 'verifiedComplaint')))
  const [onPerson, onWindow] = (['person', 'window'] as const).map((whom) =>
    ruleOf(policy, 'verifiedComplaint', whom),
  )
  const rows = [
    ...(onPerson
      ? about.staffIds.map((staffId) => ({ rule: onPerson, staffId, windowId: null }))
      : []),
    ...(onWindow && about.windowId !== null
      ? [{ rule: onWindow, staffId: null, windowId: about.windowId }]
      : []),
  ]
  if (rows.length > 0 && !before)
    await tx.insert(awardVetoes).values(
      rows.map(({ rule, staffId, windowId }) => ({
        hallId: hall.id,
        cause: rule.cause,
        staffId,
        windowId,
        caseId,
        fromDay: file.registeredOn,
        untilDay: lastDayOfVeto(decision.decidedOn, rule.lasts),
        reason: '投诉查实',
        enteredBy: by,
        enteredOn: today(world),
      })),
    )
  return [...new Set([onPerson, onWindow].flatMap((rule) => rule?.bars ?? []))]
}
