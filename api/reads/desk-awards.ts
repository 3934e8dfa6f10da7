import { and, asc, eq, inArray } from 'drizzle-orm'
import { awards, officers, passedOver, staff, windows } from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'
import { type Officer, today, type World } from '../context.ts'
import { effectOfBar } from '../rules/award-bars.ts'
import type { AwardKind } from '../rules/award-kind.ts'
import type { Day } from '../rules/day.ts'
import type { HallPolicy, VetoCause } from '../rules/hall-policy.ts'
import { type Period, quarterOfDay, spanOfPeriod, yearOf } from '../rules/period.ts'
import { isQuarter } from '../rules/quarter.ts'
import { barsOfAward, knownBars } from './award-bars.ts'
import { nominationTermsOf } from './nomination-table.ts'
import { assessedStaffOn, honoursOf, nominationsOf, recommendationsOf } from './nominations.ts'
import { holdersOn } from './period-inputs.ts'
import { periodSheetOf } from './period-sheets.ts'
import {
  lackOfPeriod,
  type PeriodLack,
  periodStandings,
  type PeriodStanding,
} from './period-standings.ts'
import type { PolicyHall } from './policies.ts'
import { placesOf, type PublicPlace, type StarHall } from './star-months.ts'

/** What became known of somebody awarded after the award was published: it stays, marked. */
export type Flag = { title: AwardKind; label: string; reason: VetoCause; knownOn: Day }

const personLabel = ({ name, number }: { name: string; number: string }) => `${name}（${number}）`
const windowLabel = ({ number, business }: { number: string; business: string }) =>
  `${number} ${business}`

/**
 * Who was awarded in a period and is barred by something found later. Qingpu: awards already
 * published are not withdrawn by themselves but flagged.
 */
export async function flagsOf(
  db: Reader,
  hall: StarHall,
  policy: HallPolicy,
  { period, on }: { period: Period; on: Day },
): Promise<Flag[]> {
  const rows = await db
    .select({
      award: awards,
      person: { name: staff.name, number: staff.number },
      window: { number: windows.number, business: windows.business },
    })
    .from(awards)
    .leftJoin(staff, eq(staff.id, awards.staffId))
    .leftJoin(windows, eq(windows.id, awards.windowId))
    .where(and(eq(awards.hallId, hall.id), eq(awards.period, period), eq(awards.state, 'awarded')))
    .orderBy(asc(awards.title), asc(awards.place))
  const known = await knownBars(db, hall.id, policy, on)
  const holders = await holdersOn(db, hall.id, spanOfPeriod(period).until)
  return rows.flatMap(({ award, person, window }) => {
    const rule = policy.awards.find(({ kind }) => kind === award.title)
    if (!rule) return []
    const id = String(award.staffId ?? award.windowId)
    const [late] = barsOfAward(known, rule, holders).filter(
      (bar) =>
        bar.id === id &&
        effectOfBar(bar, { kind: award.title, period, publishedOn: award.decidedOn }) === 'flagged',
    )
    const label = person ? personLabel(person) : window ? windowLabel(window) : ''
    return late ? [{ title: award.title, label, reason: late.reason, knownOn: late.knownOn }] : []
  })
}

/** A place nothing else decides, with those it lies between. */
async function choiceOf(db: Reader, hall: StarHall, { title: kind, period }: PeriodStanding) {
  const sheet = await periodSheetOf(db, hall.id, { kind, period })
  const undecided = (sheet?.stars.result.places ?? []).filter(({ state }) => state === 'undecided')
  const [open] = undecided
  if (open?.state !== 'undecided') return null
  const ids = open.candidates.map(Number)
  const isPerson = kind === 'quarterStar' || kind === 'yearStar'
  const candidates = isPerson
    ? (await db.select().from(staff).where(inArray(staff.id, ids))).map((row) => ({
        id: String(row.id),
        label: personLabel(row),
      }))
    : (await db.select().from(windows).where(inArray(windows.id, ids))).map((row) => ({
        id: String(row.id),
        label: windowLabel(row),
      }))
  return { places: undecided.map(({ place }) => place), candidates }
}

async function passesOf(db: Reader, hallId: number, period: Period) {
  const rows = await db
    .select({
      pass: passedOver,
      person: { name: staff.name, number: staff.number },
      window: { number: windows.number, business: windows.business },
      by: officers.name,
    })
    .from(passedOver)
    .innerJoin(officers, eq(officers.id, passedOver.decidedBy))
    .leftJoin(staff, eq(staff.id, passedOver.staffId))
    .leftJoin(windows, eq(windows.id, passedOver.windowId))
    .where(and(eq(passedOver.hallId, hallId), eq(passedOver.period, period)))
    .orderBy(asc(passedOver.id))
  return rows.map(({ pass, person, window, by }) => ({
    title: pass.title,
    label: person ? personLabel(person) : window ? windowLabel(window) : '',
    reason: pass.reason,
    by,
    on: pass.decidedOn,
  }))
}

async function proposedIn(world: World, officer: Officer, policy: HallPolicy, period: Period) {
  const { read } = world.store
  const year = yearOf(period)
  const terms = isQuarter(period) ? nominationTermsOf(policy, period, world) : null
  return {
    terms: terms && { rule: terms.ruleZh, until: terms.until },
    nominations: isQuarter(period)
      ? (await nominationsOf(read, officer.hallId, period)).map(
          ({ nomination, person, window, by }) => ({
            id: nomination.publicId,
            staff: person.publicId,
            label: personLabel(person),
            from: window ? windowLabel(window) : (nomination.section ?? ''),
            isDirect: nomination.windowId === null,
            reason: nomination.reason,
            by,
            at: nomination.nominatedAt!.getTime(),
          }),
        )
      : [],
    recommendations: isQuarter(period)
      ? []
      : (await recommendationsOf(read, officer.hallId, year)).map(
          ({ recommendation, window, byWindow, by }) => ({
            id: recommendation.publicId,
            window: window.code,
            label: windowLabel(window),
            from: byWindow ? windowLabel(byWindow) : (recommendation.section ?? ''),
            reason: recommendation.reason,
            by,
            on: recommendation.recommendedOn,
            isOwn: recommendation.recommendedBy === officer.id,
          }),
        ),
    honours: isQuarter(period)
      ? []
      : (await honoursOf(read, officer.hallId, year)).map(({ honour, person, by }) => ({
          id: honour.publicId,
          label: personLabel(person),
          title: honour.title,
          proof: honour.proof,
          by,
          confirmed: honour.confirmedBy !== null,
          /** Whether this officer may confirm it: entered by another, about another. */
          yours: honour.enteredBy !== officer.id && honour.staffId !== officer.staffId,
        })),
  }
}

/** The period the desk begins with: the running quarter, or year where there is no quarter's award. */
export const firstPeriodOf = ({ awards: rules }: HallPolicy, now: Day): Period =>
  rules.some(({ period }) => period === 'quarter') ? quarterOfDay(now) : yearOf(now)

/** Quarters and years for the desk: where each award stands and what is left to decide. */
export async function deskAwards(
  world: World,
  officer: Officer,
  { hall, policy, period }: { hall: StarHall & PolicyHall; policy: HallPolicy; period: Period },
) {
  const { read } = world.store
  const on = today(world)
  const standings = await periodStandings(world, read, hall)
  const shown: (PeriodStanding & {
    missing: PeriodLack[]
    places: PublicPlace[]
    choice: Awaited<ReturnType<typeof choiceOf>>
  })[] = []
  for (const standing of standings) {
    const { title, state } = standing
    const asked = { hall, kind: title, period: standing.period }
    shown.push({
      ...standing,
      missing: state === 'late' || state === 'over' ? await lackOfPeriod(read, asked) : [],
      places: (await placesOf(read, hall, policy, standing.period)).filter(
        (place) => place.title === title,
      ),
      choice: await choiceOf(read, hall, standing),
    })
  }
  const serving = await assessedStaffOn(read, hall.id, on)
  return {
    period,
    today: on,
    standings: shown,
    flags: await flagsOf(read, hall, policy, { period, on }),
    passes: await passesOf(read, hall.id, period),
    ...(await proposedIn(world, officer, policy, period)),
    staff: [...new Map(serving.map((row) => [row.publicId, row])).values()].map((row) => ({
      id: row.publicId,
      label: `${row.number} ${row.name}`,
    })),
    windows: (await read.select().from(windows).where(eq(windows.hallId, hall.id))).map((row) => ({
      code: row.code,
      label: windowLabel(row),
    })),
  }
}
