import type { Day } from './day.ts'

/** A time of day, written `08:30`; compares with `<`. */
export type Time = `${number}:${number}`

/** A day of the year, written `05-01`; compares with `<`. */
export type MonthDay = `${number}-${number}`

/** One stretch in which the hall serves people. */
export type Shift = { opens: Time; closes: Time }

/** When a hall is open on its working days; `summer` runs from and until the days named, inclusive. */
export type OpeningHours = {
  usual: readonly Shift[]
  summer: { from: MonthDay; until: MonthDay; shifts: readonly Shift[] } | null
}

/** The stretches in which the hall is open on a working day. */
export function shiftsOn(day: Day, { usual, summer }: OpeningHours): readonly Shift[] {
  const monthDay = day.slice('yyyy-'.length)
  return summer && monthDay >= summer.from && monthDay <= summer.until ? summer.shifts : usual
}

/** When the hall closes that day; what is done later counts as done the working day after. */
export const closingTime = (day: Day, hours: OpeningHours): Time =>
  shiftsOn(day, hours).reduce<Time>(
    (latest, { closes }) => (closes > latest ? closes : latest),
    '00:00',
  )
