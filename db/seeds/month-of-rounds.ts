import { checkBox } from '../../api/acts/check-box.ts'
import { confirmHandover } from '../../api/acts/patrol/confirm-handover.ts'
import { recordRound } from '../../api/acts/patrol/record-round.ts'
import { nextPatrols } from '../../api/reads/patrol-rounds.ts'
import { isWorkingDay } from '../../api/rules/calendar.ts'
import { addDays, type Day } from '../../api/rules/day.ts'
import type { Time } from '../../api/rules/opening-hours.ts'
import type { Agenda } from './agenda.ts'
import { seeded } from './chance.ts'
import type { Cast } from './hall-people.ts'

/** How far back the rounds of the demonstration go. */
const DAYS = 30
/** One round in so many is forgotten, one window in so many is found out of order. */
const FORGOTTEN = 13
const OUT_OF_ORDER = 60

const FINDINGS = [
  '离岗牌没有写离开的时间，已当场改正。',
  '桌面放着水果，已提醒收起来。',
  '没有佩戴工作牌，已提醒戴上。',
  '叫号屏不亮，已报修。',
]

/** When a hall's patrol goes round: in Qingpu once a session, elsewhere once a day. */
const TIMES: Record<'anci' | 'bingcha' | 'qingpu', readonly (readonly [Time, Time])[]> = {
  anci: [['10:05', '10:25']],
  bingcha: [['09:10', '09:20']],
  qingpu: [
    ['09:40', '10:00'],
    ['14:35', '14:55'],
  ],
}

/** The last month's rounds through the halls and looks into Anci's box, with a few gaps. */
export function patrolForAMonth(
  agenda: Agenda,
  casts: Record<'anci' | 'bingcha' | 'qingpu', Cast>,
  to: Day,
): void {
  const world = { ...agenda.world, random: seeded('rounds through the halls') }
  for (let day = addDays(to, -DAYS); day <= to; day = addDays(day, 1)) {
    if (!isWorkingDay(day, world.calendar)) continue
    for (const key of ['anci', 'bingcha', 'qingpu'] as const) {
      for (const [started, ended] of TIMES[key]) {
        agenda.at(day, ended, () => goRound(world, casts[key], { started, ended }))
      }
    }
    const [patrol] = casts.anci.patrols
    agenda.at(day, '16:40', async () => {
      if (world.random.below(FORGOTTEN) > 0) await checkBox(world, patrol!, { found: 0, note: '' })
    })
  }
}

async function goRound(
  world: Agenda['world'],
  cast: Cast,
  times: { started: Time; ended: Time },
): Promise<void> {
  const { below } = world.random
  const [first, second] = [...cast.patrols, ...cast.desk]
  if (below(FORGOTTEN) === 0 || !first) return
  const codes = cast.windows.filter(({ retiredOn }) => retiredOn === null).map(({ code }) => code)
  const next = await nextPatrols(world.store.read, first)
  const to = next.find(({ id }) => id === second?.id)
  const { id } = await recordRound(world, first, {
    ...times,
    recorder: cast.hall.key === 'anci',
    looked: codes,
    window: codes,
    finding: codes.map(() => (below(OUT_OF_ORDER) === 0 ? FINDINGS[below(FINDINGS.length)]! : '')),
    handTo: to?.publicId ?? '',
  })
  if (to && second && below(FORGOTTEN) > 0) await confirmHandover(world, second, id)
}
