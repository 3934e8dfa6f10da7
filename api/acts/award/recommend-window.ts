import { and, eq, isNull } from 'drizzle-orm'
import { recommendations } from '../../../db/schema/index.ts'
import type { Transaction } from '../../../db/store.ts'
import { type Officer, today, type World } from '../../context.ts'
import type { RecommendationForm } from '../../forms/award.ts'
import { hallById } from '../../reads/halls.ts'
import { headedWindows } from '../../reads/month-figures.ts'
import { recommendationsOf } from '../../reads/nominations.ts'
import { periodSheetOf } from '../../reads/period-sheets.ts'
import { policyOf } from '../../reads/policies.ts'
import { Invalid, Refused } from '../../refused.ts'
import { yearOf } from '../../rules/period.ts'
import { ownWindow } from '../hall/own-window.ts'
import { record } from '../record.ts'
import { insist } from '../score/may.ts'

const ID_BYTES = 16
const AWARD = { kind: 'award', candidateStaffIds: [], headStaffId: null } as const

/** The window that recommends, or null for a section of the centre; refused to anybody else. */
async function recommendingWindow(tx: Transaction, world: World, officer: Officer, code: string) {
  insist(officer, 'recommend', AWARD)
  if (code === '') {
    insist(officer, 'nominateDirectly', AWARD)
    return null
  }
  const headed = await headedWindows(tx, officer, today(world))
  const window = headed.find((each) => each.code === code)
  if (!window) throw new Refused('window-not-headed')
  return window
}

const stillOpen = async (tx: Transaction, hallId: number, year: `${number}`) => {
  if (await periodSheetOf(tx, hallId, { kind: 'excellentWindow', period: year }))
    throw new Refused('award-decided')
}

/**
 * Recommend a window for the year (推荐优秀服务窗口), with a written reason. Qingpu
 * 优秀服务窗口和服务明星评选办法: sections of the centre and windows recommend, the group decides.
 */
export const recommendWindow = (
  world: World,
  officer: Officer,
  form: RecommendationForm,
): Promise<{ id: string }> =>
  world.store.write(async (tx) => {
    const { hallId } = officer
    const { year, section, reason } = form
    const { awards } = policyOf(await hallById(tx, hallId), today(world))
    if (!awards.some(({ kind }) => kind === 'excellentWindow'))
      throw new Refused('no-nominations-here')
    const by = await recommendingWindow(tx, world, officer, form.by)
    if (!by && section === '') throw new Invalid({ section: ['needed'] })
    if (year > yearOf(today(world))) throw new Refused('no-such-period')
    await stillOpen(tx, hallId, year)
    const window = await ownWindow(tx, hallId, form.window)
    const standing = await recommendationsOf(tx, hallId, year)
    if (standing.some(({ recommendation }) => recommendation.windowId === window.id))
      throw new Refused('recommended-already', { window: window.number })
    const publicId = world.random.id(ID_BYTES)
    await tx.insert(recommendations).values({
      publicId,
      hallId,
      year,
      windowId: window.id,
      byWindowId: by?.id ?? null,
      section: by ? null : section,
      reason,
      recommendedBy: officer.id,
      recommendedOn: today(world),
    })
    await record(tx, world, {
      hallId,
      kind: 'window-recommended',
      object: `recommendation:${publicId}`,
      officerId: officer.id,
      particulars: { year, window: window.id, by: by?.id ?? null },
    })
    return { id: publicId }
  })

/** Take a recommendation back while the award is not decided: whoever made it. */
export const withdrawRecommendation = (world: World, officer: Officer, id: string): Promise<void> =>
  world.store.write(async (tx) => {
    const { hallId } = officer
    insist(officer, 'recommend', AWARD)
    const [found] = await tx
      .select()
      .from(recommendations)
      .where(
        and(
          eq(recommendations.hallId, hallId),
          eq(recommendations.publicId, id),
          isNull(recommendations.withdrawnOn),
        ),
      )
    if (!found) throw new Refused('no-such-nomination')
    if (found.recommendedBy !== officer.id) throw new Refused('not-yours')
    await stillOpen(tx, hallId, found.year)
    await tx
      .update(recommendations)
      .set({ withdrawnBy: officer.id, withdrawnOn: today(world) })
      .where(eq(recommendations.id, found.id))
    await record(tx, world, {
      hallId,
      kind: 'recommendation-withdrawn',
      object: `recommendation:${id}`,
      officerId: officer.id,
      particulars: { year: found.year },
    })
  })
