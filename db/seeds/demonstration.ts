import { makeKey } from '../../api/acts/identity/make-key.ts'
import type { World } from '../../api/context.ts'
import { allHalls } from '../../api/reads/halls.ts'
import { addDays, type Day } from '../../api/rules/day.ts'
import type { Quarter } from '../../api/rules/quarter.ts'
import { Agenda } from './agenda.ts'
import { seeded } from './chance.ts'
import { furnish } from './furnish.ts'
import { complainForHalfAYear, complainInSmallHalls } from './half-year-of-complaints.ts'
import { followForHalfAYear } from './half-year-of-low-ratings.ts'
import { markForHalfAYear } from './half-year-of-peer-marks.ts'
import { enterWordings } from './half-year-of-wordings.ts'
import { scoreForHalfAYear } from './half-year-of-points.ts'
import { refuseForHalfAYear } from './half-year-of-refusals.ts'
import { rateForHalfAYear } from './half-year-of-ratings.ts'
import { reportForHalfAYear } from './half-year-of-reports.ts'
import { castOf } from './hall-people.ts'
import { awardQuarter, recommendForTheYear } from './quarter-of-stars.ts'
import { patrolForAMonth } from './month-of-rounds.ts'
import { hallSeeds, smallHallSeeds } from './halls.ts'

/** The stretch of the demonstration; the calendar is known to the end of 2026. */
const DEMONSTRATION_FROM: Day = '2026-05-20'
const DEMONSTRATION_TO: Day = '2026-11-20'

/** What opens sealed identities in the demonstration, for the visitor who plays the custodian. */
const DEMONSTRATION_PASSPHRASE = '演示口令-星窗-二〇二六-请勿外用'

/** The quarters the demonstration sees from their first day, the last one running at its end. */
const QUARTERS: readonly Quarter[] = ['2026-Q3', '2026-Q4']
/** The day on which windows are recommended for the year. */
const RECOMMENDED_ON: Day = '2026-11-12'

const SEED = 'starwindow demonstration'

/**
 * Fill the demonstration halls, the first time only, through the acts themselves and with chance
 * from a seed: two runs give the same halls. Says whether it did.
 */
export async function seedDemonstration(
  live: World,
  from: Day = DEMONSTRATION_FROM,
): Promise<boolean> {
  if ((await allHalls(live.store.read)).length > 0) return false
  const agenda = new Agenda(live, seeded(SEED), addDays(from, -1))
  for (const seed of [...Object.values(hallSeeds), ...Object.values(smallHallSeeds)]) {
    await furnish(agenda.world, seed)
  }
  const casts = {
    anci: await castOf(agenda.world, 'anci'),
    bingcha: await castOf(agenda.world, 'bingcha'),
    qingpu: await castOf(agenda.world, 'qingpu'),
  }
  const small = {
    yuanzhou: await castOf(agenda.world, 'yuanzhou'),
    yichuang: await castOf(agenda.world, 'yichuang'),
    standard: await castOf(agenda.world, 'standard'),
  }
  const passphrase = DEMONSTRATION_PASSPHRASE
  for (const { custodians } of [...Object.values(casts), ...Object.values(small)]) {
    await makeKey(agenda.world, custodians[0]!, { passphrase, again: passphrase })
  }
  await rateForHalfAYear(agenda, from, DEMONSTRATION_TO)
  complainForHalfAYear(agenda, casts, from, DEMONSTRATION_TO)
  await complainInSmallHalls(agenda, small, from, DEMONSTRATION_TO)
  followForHalfAYear(agenda, small.standard, from, DEMONSTRATION_TO)
  markForHalfAYear(agenda, casts.bingcha, from, DEMONSTRATION_TO)
  scoreForHalfAYear(agenda, casts, from, DEMONSTRATION_TO)
  enterWordings(agenda, casts, from, DEMONSTRATION_TO)
  refuseForHalfAYear(agenda, casts.bingcha, from, DEMONSTRATION_TO)
  for (const quarter of QUARTERS)
    awardQuarter(agenda, casts.qingpu, quarter, { from, to: DEMONSTRATION_TO })
  recommendForTheYear(agenda, casts.qingpu, RECOMMENDED_ON)
  patrolForAMonth(agenda, casts, DEMONSTRATION_TO)
  reportForHalfAYear(agenda, { ...casts, ...small }, from, DEMONSTRATION_TO)
  await agenda.run(DEMONSTRATION_TO)
  return true
}
