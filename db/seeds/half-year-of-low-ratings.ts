import { and, eq, isNull } from 'drizzle-orm'
import { giveReasons } from '../../api/acts/give-reasons.ts'
import { approveRemedy } from '../../api/acts/low-rating/decide-remedy.ts'
import { enterCall } from '../../api/acts/low-rating/enter-call.ts'
import { proposeRemedy } from '../../api/acts/low-rating/propose-remedy.ts'
import { rateAgain } from '../../api/acts/low-rating/rate-again.ts'
import { followLowRatings } from '../../api/jobs/follow-low-ratings.ts'
import { followUpOfRating } from '../../api/reads/low-rating-progress.ts'
import { isWorkingDay, workingDaysBetween } from '../../api/rules/calendar.ts'
import { addDays, type Day } from '../../api/rules/day.ts'
import { ratingFollowUps, ratings } from '../schema/index.ts'
import type { Agenda } from './agenda.ts'
import type { Cast } from './hall-people.ts'

/** One of so many who rate low leaves a telephone, one of so many rates again. */
const TELEPHONE_EVERY = 3
const AGAIN_EVERY = 2
/** One of so many low ratings is held to be mistaken. */
const MISTAKEN_EVERY = 9
/** Working days after the rating on which it is called back, looked into and approved. */
const CALL_WD = 1
const PROPOSE_WD = 4
const APPROVE_WD = 6
/** The last days' citizens leave no telephone: nobody would call them any more. */
const QUIET_WD = 3

const RECTIFIED = [
  '已向当班人员指出，今后先问好、再办理。',
  '高峰时段加开了一个窗口，等候不超过 20 分钟。',
  '材料清单已贴在窗口上，少一样当场写给您。',
  '已补办完，结果昨天送达；同类件改为每天核对。',
  '窗口换了有经验的人员解释政策，并印了说明。',
  '窗口离人要放提示牌，并由旁边的窗口接着办。',
] as const
const MISTAKEN = '已核对当天的办件，这个窗口当时没有办理记录，可能点错了窗口。'
const SALUTATIONS = ['王女士', '李先生', '周先生', '陈女士'] as const

/** What the office does with the low ratings of a hall that follows them up, day after day. */
export function followForHalfAYear(agenda: Agenda, cast: Cast, from: Day, to: Day): void {
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (isWorkingDay(day, agenda.world.calendar)) {
      agenda.at(day, '17:10', () => followOn(agenda, cast, day, to))
    }
  }
}

async function followOn(agenda: Agenda, cast: Cast, day: Day, to: Day): Promise<void> {
  const { world } = agenda
  await followLowRatings(world)
  const open = await world.store.read
    .select({ followUp: ratingFollowUps, rating: ratings.publicId })
    .from(ratingFollowUps)
    .innerJoin(ratings, eq(ratings.id, ratingFollowUps.ratingId))
    .where(and(eq(ratingFollowUps.hallId, cast.hall.id), isNull(ratingFollowUps.endedOn)))
    .orderBy(ratingFollowUps.id)
  for (const { followUp, rating } of open) {
    const { id, publicId, ratedOn } = followUp
    const age = workingDaysBetween(ratedOn, day, world.calendar)
    const { progress } = await followUpOfRating(world.store.read, followUp.ratingId)
    const handler = cast.handlers[id % cast.handlers.length]!
    const left = workingDaysBetween(day, to, world.calendar)
    if (age === 0 && id % TELEPHONE_EVERY === 0 && left > QUIET_WD) {
      const telephone = `000${String(2_100_000 + id)}`
      const salutation = SALUTATIONS[id % SALUTATIONS.length]!
      await giveReasons(world, rating, { reasons: [], telephone, salutation })
    } else if (age >= CALL_WD && progress.telephoneLeft && !progress.called) {
      const result = id % TELEPHONE_EVERY === id % AGAIN_EVERY ? 'talked' : 'noAnswer'
      await enterCall(world, handler, publicId, { result, gist: '' })
    } else if (age >= PROPOSE_WD && progress.proposed === null) {
      await proposeRemedy(world, handler, publicId, remedyOf(id))
    } else if (age >= APPROVE_WD && progress.proposed !== null) {
      await approveRemedy(world, cast.heads[0]!, publicId)
      if (progress.proposed === 'rectified' && id % AGAIN_EVERY === 0) {
        agenda.at(agenda.workingDay(day, 1), '12:20', () => rateAgain(world, rating, 4))
      }
    }
  }
}

const remedyOf = (id: number) =>
  id % MISTAKEN_EVERY === 0
    ? ({ remedy: 'mistaken', says: MISTAKEN } as const)
    : ({ remedy: 'rectified', says: RECTIFIED[id % RECTIFIED.length]! } as const)
