import { TIME_ZONE } from './day.ts'
import type { Time } from './opening-hours.ts'

const clockInShanghai = new Intl.DateTimeFormat('sv-SE', {
  timeZone: TIME_ZONE,
  hour: '2-digit',
  minute: '2-digit',
})

const MINUTES_OF_HOUR = 60

/** How many minutes one time of day is after another, below zero when before it. */
export const minutesBetween = (from: Time, to: Time): number => minutesOf(to) - minutesOf(from)

function minutesOf(time: Time): number {
  const [hours = '', minutes = ''] = time.split(':')
  return Number(hours) * MINUTES_OF_HOUR + Number(minutes)
}

/** The time of day it is in the halls at a given moment, written `08:30`. */
export const timeOf = (moment: Date): Time => clockInShanghai.format(moment) as Time
