import { TIME_ZONE } from './day.ts'
import type { Time } from './opening-hours.ts'

const clockInShanghai = new Intl.DateTimeFormat('sv-SE', {
  timeZone: TIME_ZONE,
  hour: '2-digit',
  minute: '2-digit',
})

/** The time of day it is in the halls at a given moment, written `08:30`. */
export const timeOf = (moment: Date): Time => clockInShanghai.format(moment) as Time
