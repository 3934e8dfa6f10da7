import { and, eq } from 'drizzle-orm'
import { rollCalls } from '../../../db/schema/index.ts'
import { type Officer, today, type World } from '../../context.ts'
import type { RollCallForm } from '../../forms/appraisal.ts'
import { feedsOfPolicy } from '../../policies/sheets/feeds.ts'
import { windowsServedBy } from '../../reads/case-subjects.ts'
import { hallById } from '../../reads/halls.ts'
import { itemOfHall } from '../../reads/policies.ts'
import { staffId as staffIdOf } from '../../reads/staff-id.ts'
import { Invalid, type Problem, Refused } from '../../refused.ts'
import type { FeedEvent } from '../../rules/score-feed.ts'
import { pointsOf } from '../../rules/scorecard.ts'
import { record } from '../record.ts'
import { insist } from './may.ts'
import { type NewEntry, writeEntries } from './write-entries.ts'

/** The event each mark of a roll call is, by the mark's name. */
const EVENT_OF: Readonly<Record<string, FeedEvent>> = {
  late: 'meetingLate',
  absent: 'meetingAbsent',
  uncooperative: 'meetingUncooperative',
}

/**
 * Bingcha 月度考核办法, section 5: who was late for an activity of the centre, absent or did not do
 * their part, each proposed as a deduction of the window where they serve. Once for each activity.
 */
export const callRoll = (
  world: World,
  officer: Officer,
  form: RollCallForm,
): Promise<{ proposed: number }> =>
  world.store.write(async (tx) => {
    const hall = await hallById(tx, officer.hallId)
    const feeds = feedsOfPolicy(hall.policy)
    if (!feeds || feeds.meetingLate.length === 0) throw new Refused('no-sheet-here')
    const { day, activity } = form
    if (day > today(world)) throw new Invalid({ day: ['day-in-future'] })
    const [before] = await tx
      .select({ id: rollCalls.id })
      .from(rollCalls)
      .where(
        and(
          eq(rollCalls.hallId, hall.id),
          eq(rollCalls.day, day),
          eq(rollCalls.activity, activity),
        ),
      )
    if (before) throw new Refused('roll-called')

    const problems: Partial<Record<string, Problem[]>> = {}
    const entries: NewEntry[] = []
    for (const [index, publicId] of form.staff.entries()) {
      const mark = form.mark[index] ?? ''
      if (mark === '') continue
      const staffId = await staffIdOf(tx, hall.id, publicId)
      if (staffId === null) throw new Refused('no-such-staff')
      insist(officer, 'propose', { kind: 'scoreEntry', proposedById: null, staffId })
      const event = EVENT_OF[mark]
      const written = event ? itemOfHall(hall, day, feeds[event][0] ?? '') : null
      const [windowId] = await windowsServedBy(tx, [staffId], day)
      if (!written) problems[`mark-${publicId}`] = ['unknown-choice']
      else if (windowId === undefined) problems[`mark-${publicId}`] = ['not-posted-then']
      else
        entries.push({
          ...written,
          staffId,
          windowId,
          quantity: 1,
          points: pointsOf(written.item, 1),
          occurredOn: day,
          source: 'attendance',
          reason: activity,
        })
    }
    if (Object.keys(problems).length > 0) throw new Invalid(problems)
    if (entries.length === 0) throw new Invalid({ mark: ['nobody-marked'] })
    const [roll] = await tx
      .insert(rollCalls)
      .values({
        hallId: hall.id,
        day,
        activity,
        calledBy: officer.id,
        calledOn: today(world),
      })
      .returning()
    await record(tx, world, {
      hallId: hall.id,
      kind: 'roll-called',
      object: `roll-call:${roll!.id}`,
      officerId: officer.id,
      particulars: { day, count: entries.length },
    })
    await writeEntries(
      tx,
      world,
      hall,
      officer.id,
      entries.map((entry) => ({ ...entry, sourceId: roll!.id })),
    )
    return { proposed: entries.length }
  })
