import { and, eq, isNull } from 'drizzle-orm'
import { nominations } from '../../../db/schema/index.ts'
import type { Transaction } from '../../../db/store.ts'
import { type Officer, today, type World } from '../../context.ts'
import type { NominationForm } from '../../forms/award.ts'
import { hallById } from '../../reads/halls.ts'
import { headedWindows } from '../../reads/month-figures.ts'
import { assessedStaffOn, nominationsOf } from '../../reads/nominations.ts'
import { periodSheetOf } from '../../reads/period-sheets.ts'
import { nominationTermsOf } from '../../reads/nomination-table.ts'
import { policyOf } from '../../reads/policies.ts'
import { Invalid, Refused } from '../../refused.ts'
import { nominationRefusal } from '../../rules/nominations.ts'
import { quarterOfDay, spanOfPeriod } from '../../rules/period.ts'
import { record } from '../record.ts'
import { insist } from '../score/may.ts'

const ID_BYTES = 16

/** The window a head proposes for, or null for a section of the centre; refused to anybody else. */
async function proposingWindow(tx: Transaction, world: World, officer: Officer, code: string) {
  if (code === '') {
    insist(officer, 'nominateDirectly', AWARD)
    return null
  }
  const headed = await headedWindows(tx, officer, today(world))
  const window = headed.find((each) => each.code === code)
  if (!window) throw new Refused('window-not-headed')
  insist(officer, 'nominate', { ...AWARD, headStaffId: officer.staffId })
  return window
}

const AWARD = { kind: 'award', candidateStaffIds: [], headStaffId: null } as const

/**
 * Propose somebody for a quarter (推荐季度服务明星), with a written reason. Qingpu
 * 优秀服务窗口和服务明星评选办法: the head of a window within its number and until closing time of the
 * last day; a section of the centre directly to the group, until the award is decided.
 */
export const nominate = (
  world: World,
  officer: Officer,
  form: NominationForm,
): Promise<{ id: string }> =>
  world.store.write(async (tx) => {
    const { hallId } = officer
    const { quarter, section, reason } = form
    const policy = policyOf(await hallById(tx, hallId), spanOfPeriod(quarter).until)
    const terms = nominationTermsOf(policy, quarter, world)
    if (!terms) throw new Refused('no-nominations-here')
    const window = await proposingWindow(tx, world, officer, form.window)
    if (!window && section === '') throw new Invalid({ section: ['needed'] })
    if (quarter > quarterOfDay(today(world))) throw new Refused('no-such-period')
    if (await periodSheetOf(tx, hallId, { kind: 'quarterStar', period: quarter }))
      throw new Refused('award-decided', { rule: terms.ruleZh })

    const serving = await assessedStaffOn(tx, hallId, today(world))
    const staff = window ? serving.filter(({ windowId }) => windowId === window.id) : serving
    const nominee = staff.find(({ publicId }) => publicId === form.staff)
    if (!nominee) throw new Invalid({ staff: ['staff-not-here'] })
    const standing = await nominationsOf(tx, hallId, quarter)
    if (standing.some(({ nomination }) => nomination.staffId === nominee.staffId))
      throw new Refused('nominated-already', { name: nominee.name })
    const refusal = nominationRefusal(
      {
        quarter,
        by: window ? 'window' : 'section',
        nominee,
        at: world.now(),
        staff,
        standing: standing.filter(({ nomination }) => nomination.windowId === window?.id).length,
      },
      terms.rule,
      { calendar: world.calendar, openingHours: terms.openingHours },
    )
    if (refusal)
      throw new Refused(refusal, {
        rule: terms.ruleZh,
        until: terms.until,
        places: terms.allowed(staff),
      })

    const publicId = world.random.id(ID_BYTES)
    await tx.insert(nominations).values({
      publicId,
      hallId,
      quarter,
      staffId: nominee.staffId,
      windowId: window?.id ?? null,
      section: window ? null : section,
      reason,
      nominatedBy: officer.id,
      nominatedAt: world.now(),
    })
    await record(tx, world, {
      hallId,
      kind: 'star-nominated',
      object: `nomination:${publicId}`,
      officerId: officer.id,
      particulars: { quarter, staff: nominee.staffId, window: window?.id ?? null },
    })
    return { id: publicId }
  })

/** Take a proposal back while the award is not decided: for the window its head, else the centre. */
export const withdrawNomination = (world: World, officer: Officer, id: string): Promise<void> =>
  world.store.write(async (tx) => {
    const { hallId } = officer
    const [found] = await tx
      .select()
      .from(nominations)
      .where(
        and(
          eq(nominations.hallId, hallId),
          eq(nominations.publicId, id),
          isNull(nominations.withdrawnOn),
        ),
      )
    if (!found) throw new Refused('no-such-nomination')
    const { windowId, quarter } = found
    if (windowId === null) insist(officer, 'nominateDirectly', AWARD)
    else {
      const headed = await headedWindows(tx, officer, today(world))
      if (!headed.some((window) => window.id === windowId)) throw new Refused('window-not-headed')
      insist(officer, 'nominate', { ...AWARD, headStaffId: officer.staffId })
    }
    if (await periodSheetOf(tx, hallId, { kind: 'quarterStar', period: quarter }))
      throw new Refused('award-decided')
    await tx
      .update(nominations)
      .set({ withdrawnBy: officer.id, withdrawnOn: today(world) })
      .where(eq(nominations.id, found.id))
    await record(tx, world, {
      hallId,
      kind: 'nomination-withdrawn',
      object: `nomination:${id}`,
      officerId: officer.id,
      particulars: { quarter },
    })
  })
