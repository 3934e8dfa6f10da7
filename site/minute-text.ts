import { TIME_ZONE } from '../api/rules/day.ts'

const inShanghai = new Intl.DateTimeFormat('sv-SE', {
  timeZone: TIME_ZONE,
  dateStyle: 'short',
  timeStyle: 'short',
})

/** A moment as people of the hall write it: `2026-11-20 16:02`. */
export const minuteText = (moment: number): string => inShanghai.format(moment)
