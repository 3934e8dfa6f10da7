import type { World } from '../../api/context.ts'
import { isWorkingDay } from '../../api/rules/calendar.ts'
import { addDays, type Day } from '../../api/rules/day.ts'
import type { Random } from '../../api/context.ts'

type Deed = { at: number; turn: number; act: () => Promise<unknown> }

/** The moment of a time of day in the halls. */
const momentOf = (day: Day, time: string): Date => new Date(`${day}T${time}:00+08:00`)

/**
 * What happens in the demonstration and when. Deeds are done in the order of their moments, with
 * the World's clock at each one's; a deed may put later ones on the agenda.
 */
export class Agenda {
  readonly world: World
  #now: Date
  #deeds: Deed[] = []
  #turn = 0

  constructor(live: World, random: Random, from: Day) {
    this.#now = momentOf(from, '08:00')
    this.world = { ...live, random, now: () => this.#now }
  }

  /** Do something on a day at a time of day. */
  at(day: Day, time: string, act: () => Promise<unknown>): void {
    this.#deeds.push({ at: momentOf(day, time).getTime(), turn: this.#turn++, act })
  }

  /** The working day `days` after a day, which itself counts as none. */
  workingDay(from: Day, days: number): Day {
    let day = from
    for (let left = days; left > 0;) {
      day = addDays(day, 1)
      if (isWorkingDay(day, this.world.calendar)) left--
    }
    return day
  }

  /** Do everything up to the end of a day, first things first. */
  async run(until: Day): Promise<void> {
    const end = momentOf(until, '23:59').getTime()
    for (;;) {
      this.#deeds.sort((a, b) => b.at - a.at || b.turn - a.turn)
      const next = this.#deeds.pop()
      if (!next || next.at > end) return
      this.#now = new Date(next.at)
      await next.act()
    }
  }
}
