import { and, eq, inArray } from 'drizzle-orm'
import {
  awardVetoes,
  caseFiles,
  halls,
  type scoreEntries,
  staff,
  windows,
} from '../../../db/schema/index.ts'
import type { Transaction } from '../../../db/store.ts'
import { type Officer, today, type World } from '../../context.ts'
import type { VetoForm } from '../../forms/score.ts'
import { vetoOfItem } from '../../policies/sheets/feeds.ts'
import { barsOfCase, FROM_CASES } from '../../reads/award-bars.ts'
import { casesOf } from '../../reads/case-subjects.ts'
import { concernsOf } from '../../reads/concerns.ts'
import { hallById } from '../../reads/halls.ts'
import { policyOf, policyOfCase } from '../../reads/policies.ts'
import { Invalid, Refused } from '../../refused.ts'
import type { AwardKind } from '../../rules/award-kind.ts'
import { lastDayOfBar } from '../../rules/award-bars.ts'
import type { Day } from '../../rules/day.ts'
import type { HallPolicy, VetoCause } from '../../rules/hall-policy.ts'
import { record } from '../record.ts'
import { insist } from './may.ts'

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
      policyOf(await hallById(tx, hallId), form.from),
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
        untilDay: lastDayOfBar(form.from, rule.lasts),
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
 * Bar everybody a complaint is about from the awards of the hall's rules, once: when it was found
 * true, or where the hall reads it so already when 12345 sent it on. Qingpu 投诉处置办法,
 * consequences: from the quarter of receipt to the quarter it was found true in, the person loses
 * quarterly and yearly star, the window excellent window. Called within the act that closes the
 * case; gives the awards lost, none where the hall has no such rule.
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
  const on = today(world)
  const [about] = await casesOf(tx, hall.id, [caseId])
  const bars = about ? barsOfCase(about, policyOfCase(hall, file), on) : []
  const [before] = await tx
    .select({ id: awardVetoes.id })
    .from(awardVetoes)
    .where(and(eq(awardVetoes.caseId, caseId), inArray(awardVetoes.cause, [...FROM_CASES])))
  if (bars.length > 0 && !before)
    await tx.insert(awardVetoes).values(
      bars.map(({ id, whom, reason, from, until }) => ({
        hallId: hall.id,
        cause: reason,
        staffId: whom === 'person' ? Number(id) : null,
        windowId: whom === 'window' ? Number(id) : null,
        caseId,
        fromDay: from,
        untilDay: until,
        reason: reason === 'hotlineComplaint' ? '12345 转办投诉' : '投诉查实',
        enteredBy: by,
        enteredOn: on,
      })),
    )
  return [...new Set(bars.flatMap(({ bars: kinds }) => kinds))]
}

/** The words by which a bar names the deduction it comes from. */
const barReason = (label: string) => `计分确认：${label}`

/**
 * A confirmed deduction that also takes awards away bars its window and its person. Qingpu 禁烟制度:
 * smoking where it is forbidden. Called within the act that confirms it; when the entry that takes
 * it back is confirmed, the bar is lifted.
 */
export async function barForItem(
  tx: Transaction,
  world: World,
  entry: typeof scoreEntries.$inferSelect,
  { label, by }: { label: string; by: number },
): Promise<void> {
  const cause = vetoOfItem[entry.item]
  if (!cause) return
  const policy = policyOf(await hallById(tx, entry.hallId), entry.occurredOn!)
  const from = entry.occurredOn!
  const subjects = [
    { whom: 'person' as const, staffId: entry.staffId, windowId: null },
    { whom: 'window' as const, staffId: null, windowId: entry.windowId },
  ].filter(({ staffId, windowId }) => staffId !== null || windowId !== null)
  for (const { whom, staffId, windowId } of subjects) {
    const rule = ruleOf(policy, cause, whom)
    if (!rule) continue
    if (entry.reverses === null) {
      await tx.insert(awardVetoes).values({
        hallId: entry.hallId,
        cause,
        staffId,
        windowId,
        fromDay: from,
        untilDay: lastDayOfBar(from, rule.lasts),
        reason: barReason(label),
        enteredBy: by,
        enteredOn: today(world),
      })
    } else {
      await tx
        .delete(awardVetoes)
        .where(
          and(
            eq(awardVetoes.hallId, entry.hallId),
            eq(awardVetoes.cause, cause),
            eq(awardVetoes.fromDay, from),
            eq(awardVetoes.reason, barReason(label)),
            staffId === null
              ? eq(awardVetoes.windowId, windowId!)
              : eq(awardVetoes.staffId, staffId),
          ),
        )
    }
  }
  await record(tx, world, {
    hallId: entry.hallId,
    kind: entry.reverses === null ? 'barred-from-awards' : 'bar-lifted',
    object: `score-entry:${entry.id}`,
    officerId: by,
    particulars: { cause, from },
  })
}

/**
 * Bar a person from awards because of what was decided on accountability, by the rule of the hall
 * for that cause, once for each case; without such a rule nothing is barred. Anci 责任追究制度: from the decision to 31
 * December. Bingcha 投诉责任追究暂行办法: every year with a day on probation. Qingpu: from the
 * quarter in which the complaint came in.
 */
export async function barForAccountability(
  tx: Transaction,
  world: World,
  about: {
    hallId: number
    caseId: number
    staffId: number
    cause: VetoCause
    /** The last day on probation, where there is one. */
    until: Day | null
    by: number
  },
): Promise<void> {
  const { hallId, caseId, staffId, by } = about
  const [file] = await tx.select().from(caseFiles).where(eq(caseFiles.id, caseId))
  if (!file) return
  const rule = ruleOf(policyOfCase(await hallById(tx, hallId), file), about.cause, 'person')
  if (!rule) return
  const [before] = await tx
    .select({ id: awardVetoes.id })
    .from(awardVetoes)
    .where(
      and(
        eq(awardVetoes.caseId, caseId),
        eq(awardVetoes.staffId, staffId),
        eq(awardVetoes.cause, rule.cause),
      ),
    )
  if (before) return
  const decidedOn = today(world)
  await tx.insert(awardVetoes).values({
    hallId,
    cause: rule.cause,
    staffId,
    caseId,
    fromDay: rule.lasts === 'quarters' ? file.registeredOn : decidedOn,
    untilDay: lastDayOfBar(about.until ?? decidedOn, rule.lasts),
    reason: '责任追究',
    enteredBy: by,
    enteredOn: decidedOn,
  })
  await record(tx, world, {
    hallId,
    kind: 'barred-from-awards',
    object: `staff:${staffId}`,
    officerId: by,
    particulars: { cause: rule.cause, case: caseId },
  })
}
