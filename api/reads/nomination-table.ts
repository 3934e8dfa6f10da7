import { ruleSystems } from '../policies/clauses/index.ts'
import { type Officer, today, type World } from '../context.ts'
import type { Day } from '../rules/day.ts'
import type { HallPolicy, NominationRule } from '../rules/hall-policy.ts'
import { type AssessedStaff, nominationsAllowed, nominationsUntil } from '../rules/nominations.ts'
import { isOver } from '../rules/day-over.ts'
import type { Quarter } from '../rules/quarter.ts'
import { headedWindows } from './month-figures.ts'
import { assessedStaffOn, nominationsOf } from './nominations.ts'
import { periodSheetOf } from './period-sheets.ts'

/** By what a quarter's proposals are taken. */
export type NominationTerms = {
  rule: NominationRule
  /** The regulation's title. */
  ruleZh: string
  until: Day
  openingHours: HallPolicy['openingHours']
  allowed: (staff: readonly AssessedStaff[]) => number
}

/** How proposals are made in a hall, or null where its awards ask for none. */
export function nominationTermsOf(
  policy: HallPolicy,
  quarter: Quarter,
  { calendar }: Pick<World, 'calendar'>,
): NominationTerms | null {
  const rule = policy.awards.find(({ kind }) => kind === 'quarterStar')?.nomination
  if (!rule) return null
  const systems = ruleSystems[policy.key] ?? []
  return {
    rule,
    ruleZh: systems.find(({ key }) => key === `${policy.key}.awards`)?.titleZh ?? '',
    until: nominationsUntil(quarter, rule, calendar),
    openingHours: policy.openingHours,
    allowed: (staff) => nominationsAllowed(staff, rule),
  }
}

/** The windows an officer heads, whom they may propose for a quarter, and how many are left. */
export async function nominationTable(
  world: World,
  officer: Officer,
  policy: HallPolicy,
  quarter: Quarter,
) {
  const { read } = world.store
  const terms = nominationTermsOf(policy, quarter, world)
  if (!terms) return null
  const on = today(world)
  const serving = await assessedStaffOn(read, officer.hallId, on)
  const standing = await nominationsOf(read, officer.hallId, quarter)
  const named = new Set(standing.map(({ nomination }) => nomination.staffId))
  const decided = await periodSheetOf(read, officer.hallId, {
    kind: 'quarterStar',
    period: quarter,
  })
  const headed = await headedWindows(read, officer, on)
  return {
    quarter,
    rule: terms.ruleZh,
    until: terms.until,
    isOver: decided !== null || isOver(terms.until, terms.openingHours, world.now()),
    windows: headed.map((window) => {
      const staff = serving.filter(({ windowId }) => windowId === window.id)
      const own = standing.filter(({ nomination }) => nomination.windowId === window.id)
      return {
        code: window.code,
        number: window.number,
        business: window.business,
        assessed: staff.filter(({ isAssessed }) => isAssessed).length,
        allowed: terms.allowed(staff),
        staff: staff
          .filter(({ staffId, isAssessed }) => isAssessed && !named.has(staffId))
          .map(({ publicId, number, name }) => ({ id: publicId, number, name })),
        nominations: own.map(({ nomination, person, by }) => ({
          id: nomination.publicId,
          number: person.number,
          name: person.name,
          reason: nomination.reason,
          by,
          at: nomination.nominatedAt!.getTime(),
        })),
      }
    }),
  }
}
