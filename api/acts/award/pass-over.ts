import { passedOver } from '../../../db/schema/index.ts'
import type { Transaction } from '../../../db/store.ts'
import { type Officer, today, type World } from '../../context.ts'
import type { PassForm } from '../../forms/award.ts'
import { hallById } from '../../reads/halls.ts'
import { nominationsOf, passedOverIn } from '../../reads/nominations.ts'
import { periodSheetOf } from '../../reads/period-sheets.ts'
import { periodAwardsOf } from '../../reads/period-standings.ts'
import { policyOf } from '../../reads/policies.ts'
import { Invalid, Refused } from '../../refused.ts'
import type { AwardKind } from '../../rules/award-kind.ts'
import { type Period, spanOfPeriod } from '../../rules/period.ts'
import { isQuarter } from '../../rules/quarter.ts'
import { ownStaff } from '../hall/own-staff.ts'
import { ownWindow } from '../hall/own-window.ts'
import { record } from '../record.ts'
import { abstains } from '../score/decide-places.ts'
import { insist } from '../score/may.ts'
import { reworkPeriod } from '../score/rank-period.ts'

/** The staff an award lies between, as far as they are proposed. */
async function proposedFor(tx: Transaction, hallId: number, period: Period): Promise<number[]> {
  if (!isQuarter(period)) return []
  return (await nominationsOf(tx, hallId, period)).map(({ nomination }) => nomination.staffId)
}

/** Whoever was awarded keeps the place; an award with no open place is decided. */
async function stillOpen(
  tx: Transaction,
  hallId: number,
  { kind, period, id }: { kind: AwardKind; period: Period; id: string },
): Promise<void> {
  const sheet = await periodSheetOf(tx, hallId, { kind, period })
  const places = sheet?.stars.result.places ?? []
  const has = places.some((place) => place.state === 'awarded' && place.id === id)
  const isOpen = places.some(({ state }) => state === 'held' || state === 'undecided')
  if (sheet && (has || !isOpen)) throw new Refused('award-decided')
}

/**
 * The assessment group passes somebody, or a window, over for an award not yet decided, with a
 * reason. Qingpu 优秀服务窗口和服务明星评选办法: the group decides. Whoever is proposed for the same
 * quarter, or keeps away from the one concerned, abstains.
 */
export const passOver = (world: World, officer: Officer, form: PassForm): Promise<void> =>
  world.store.write(async (tx) => {
    const { hallId } = officer
    const { period, title: kind, reason } = form
    const policy = policyOf(await hallById(tx, hallId), spanOfPeriod(period).until)
    const rule = periodAwardsOf(policy).find((each) => each.kind === kind)
    if (!rule || (rule.period === 'quarter') !== isQuarter(period))
      throw new Refused('no-such-period')
    if (spanOfPeriod(period).from > today(world)) throw new Refused('no-such-period')
    insist(officer, 'decide', {
      kind: 'award',
      candidateStaffIds: await proposedFor(tx, hallId, period),
      headStaffId: null,
    })
    const isPerson = rule.recipient === 'person'
    if (isPerson && form.staff === '') throw new Invalid({ staff: ['needed'] })
    if (!isPerson && form.window === '') throw new Invalid({ window: ['window-needed'] })
    const staffId = isPerson ? (await ownStaff(tx, hallId, form.staff)).id : null
    const windowId = isPerson ? null : (await ownWindow(tx, hallId, form.window)).id
    const among = {
      people: staffId === null ? [] : [staffId],
      windows: windowId === null ? [] : [windowId],
    }
    if (await abstains(tx, officer, period, among)) throw new Refused('place-concerns-you')
    const id = String(staffId ?? windowId)
    await stillOpen(tx, hallId, { kind, period, id })
    if ((await passedOverIn(tx, hallId, { kind, period })).some((each) => each.id === id))
      throw new Refused('passed-over-already')
    await tx.insert(passedOver).values({
      hallId,
      period,
      title: kind,
      staffId,
      windowId,
      reason,
      decidedBy: officer.id,
      decidedOn: today(world),
    })
    await reworkPeriod(tx, world, { hallId, kind, period })
    await record(tx, world, {
      hallId,
      kind: 'passed-over',
      object: `period:${period}`,
      officerId: officer.id,
      particulars: { title: kind, staff: staffId, window: windowId },
    })
  })
