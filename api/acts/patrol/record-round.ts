import { and, eq, gt } from 'drizzle-orm'
import { patrolLooks, patrolRounds } from '../../../db/schema/index.ts'
import { sealField } from '../../../db/sealing/field.ts'
import type { Transaction } from '../../../db/store.ts'
import { type Officer, today, type World } from '../../context.ts'
import type { RoundForm } from '../../forms/patrol.ts'
import { hallById } from '../../reads/halls.ts'
import { nextPatrols } from '../../reads/patrol-rounds.ts'
import { policyOf } from '../../reads/policies.ts'
import { windowsOf } from '../../reads/windows.ts'
import { Invalid } from '../../refused.ts'
import { sessionOf } from '../../rules/patrol-rounds.ts'
import { timeOf } from '../../rules/time-of-day.ts'
import { record } from '../record.ts'

/** The same round by the same officer within this time is one, sent twice. */
const SENT_TWICE_MS = 60 * 1000
const ID_BYTES = 16

function checkTimes(world: World, { started, ended }: RoundForm): void {
  if (ended < started) throw new Invalid({ ended: ['ends-before-start'] })
  if (ended > timeOf(world.now())) throw new Invalid({ ended: ['time-in-future'] })
}

/** What the form says of each window, by the window's id; null where it is in order. */
async function looksOf(tx: Transaction, hallId: number, form: RoundForm) {
  const windows = await windowsOf(tx, hallId)
  const found = new Map<number, string | null>()
  const byCode = (code: string) => {
    const one = windows.find(({ window }) => window.code === code)
    if (!one) throw new Invalid({ window: ['window-not-here'] })
    return one.window.id
  }
  for (const code of form.looked) found.set(byCode(code), null)
  for (const [at, code] of form.window.entries()) {
    const said = form.finding[at]?.trim() ?? ''
    if (said !== '') found.set(byCode(code), said)
  }
  if (found.size === 0) throw new Invalid({ looked: ['looked-needed'] })
  return found
}

/**
 * A round through the hall is entered by whoever made it: when, with the recorder or not, every
 * window looked at and what was found, and who has the record form next. Anci 巡查办法, tasks one,
 * two, three and seven; Qingpu 窗口巡查制度; Bingcha 值班制度. A finding lays no fault yet.
 */
export const recordRound = (world: World, officer: Officer, form: RoundForm) =>
  world.store.write(async (tx) => {
    const { hallId, id: officerId } = officer
    checkTimes(world, form)
    const looks = await looksOf(tx, hallId, form)
    const next = await nextPatrols(tx, officer)
    const to = next.find(({ publicId }) => publicId === form.handTo)
    if (form.handTo !== '' && !to) throw new Invalid({ handTo: ['unknown-choice'] })
    const day = today(world)
    const { started, ended, recorder } = form
    const [before] = await tx
      .select({ id: patrolRounds.publicId, session: patrolRounds.session })
      .from(patrolRounds)
      .where(
        and(
          eq(patrolRounds.hallId, hallId),
          eq(patrolRounds.day, day),
          eq(patrolRounds.officerId, officerId),
          eq(patrolRounds.started, started),
          eq(patrolRounds.ended, ended),
          gt(patrolRounds.recordedAt, new Date(world.now().getTime() - SENT_TWICE_MS)),
        ),
      )
    if (before) return before
    const { openingHours } = policyOf(await hallById(tx, hallId), day)
    const session = sessionOf(started, day, openingHours)
    const [round] = await tx
      .insert(patrolRounds)
      .values({
        publicId: world.random.id(ID_BYTES),
        hallId,
        day,
        session,
        officerId,
        started,
        ended,
        recorder,
        recordedAt: world.now(),
        handedTo: to?.id ?? null,
      })
      .returning()
    await tx.insert(patrolLooks).values(
      [...looks].map(([windowId, said]) => ({
        roundId: round!.id,
        windowId,
        finding:
          said === null
            ? null
            : sealField(world.keys, 'patrol_looks.finding', `${round!.id}:${windowId}`, said),
      })),
    )
    await record(tx, world, {
      hallId,
      kind: 'round-recorded',
      object: `patrol-round:${round!.id}`,
      officerId,
      particulars: {
        day,
        session,
        recorder,
        windows: looks.size,
        findings: [...looks.values()].filter((said) => said !== null).length,
        handedTo: to?.id ?? null,
      },
    })
    return { id: round!.publicId, session }
  })
