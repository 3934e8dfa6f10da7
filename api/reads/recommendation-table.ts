import { and, eq, isNull } from 'drizzle-orm'
import { windows } from '../../db/schema/index.ts'
import { type Officer, today, type World } from '../context.ts'
import { headedWindows } from './month-figures.ts'
import { recommendationsOf } from './nominations.ts'

/** The windows a head may recommend for a year, and those already recommended. */
export async function recommendationTable(world: World, officer: Officer, year: `${number}`) {
  const { read } = world.store
  const standing = await recommendationsOf(read, officer.hallId, year)
  const named = new Set(standing.map(({ recommendation }) => recommendation.windowId))
  const open = await read
    .select()
    .from(windows)
    .where(and(eq(windows.hallId, officer.hallId), isNull(windows.retiredOn)))
    .orderBy(windows.id)
  return {
    year,
    by: (await headedWindows(read, officer, today(world))).map(({ code, number, business }) => ({
      code,
      number,
      business,
    })),
    choices: open
      .filter(({ id }) => !named.has(id))
      .map(({ code, number, business }) => ({ code, number, business })),
    standing: standing.map(({ recommendation, window, by }) => ({
      id: recommendation.publicId,
      number: window.number,
      business: window.business,
      reason: recommendation.reason,
      by,
      isOwn: recommendation.recommendedBy === officer.id,
    })),
  }
}
