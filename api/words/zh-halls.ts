import type { DayKind } from '../rules/calendar.ts'
import type { SystemRole } from '../rules/clause.ts'
import type { Day } from '../rules/day.ts'
import type { MonthDay, Shift, Time } from '../rules/opening-hours.ts'
import { spokenDay } from './days.ts'

const time = (at: Time): string => at.replace(/^0/, '')

const UNBROKEN = '\u2060'

/** Stretches of opening, each kept on one line: 8:30–12:00，13:00–17:00. */
export const shiftsSaid = (shifts: readonly Shift[]): string =>
  shifts
    .map(({ opens, closes }) => `${time(opens)}${UNBROKEN}–${UNBROKEN}${time(closes)}`)
    .join('，')

/** A part of the year: 5月1日到9月30日. */
export const seasonSaid = ({ from, until }: { from: MonthDay; until: MonthDay }): string =>
  `${spokenDay(from)}到${spokenDay(until)}`

/** Whether the hall is open today, and when. */
export const todaySaid = ({
  kind,
  shifts,
  closing,
}: {
  kind: DayKind
  shifts: readonly Shift[]
  closing: string | null
}): string => {
  if (closing !== null) return `今天不对外办公：${closing}。`
  return shifts.length === 0
    ? `今天${kind === 'holiday' ? '是节假日' : '是周末'}，不办公。`
    : `今天${kind === 'makeUp' ? '调休上班，' : ''}办公：${shiftsSaid(shifts)}。`
}

/** Days from one to another, as people say them: 11月1日到11月19日; one day alone. */
export const daysSaid = ({ from, to }: { from: Day; to: Day }): string =>
  from === to ? spokenDay(from) : `${spokenDay(from)}到${spokenDay(to)}`

/** What the portal does with a rule of the hall. */
export const systemRoles: Record<SystemRole, string> = {
  core: '本平台照着办。',
  feeds: '违反了会扣分。',
  published: '您投诉时可以引用。',
  out: '本平台不管这一项。',
}

/** The groups in which a hall's rules are listed, by what the portal does with them. */
export const ruleGroups: readonly [role: Exclude<SystemRole, 'out'>, title: string][] = [
  ['core', '本平台照着办的'],
  ['feeds', '违反了会扣分的'],
  ['published', '您投诉时可以引用的'],
]
