/** A copy of the database by its name and the day it was made on. */
export type Copy = { name: string; day: string }

/**
 * The copies that stay: every copy of the newest `allOfDays` days and the last of each of the
 * newest `lastOfDays` days. Days are those on which there are copies, so that a clock that runs
 * ahead for an hour does not end the rest. Names sort as the moments they were made at.
 */
export function backupsToKeep(
  copies: readonly Copy[],
  { allOfDays, lastOfDays }: { allOfDays: number; lastOfDays: number },
): Set<string> {
  const newestFirst = [...copies].sort((one, other) => (one.name < other.name ? 1 : -1))
  const days = [...new Set(newestFirst.map(({ day }) => day))]
  const keep = new Set<string>()
  days.slice(0, lastOfDays).forEach((day, at) => {
    const ofDay = newestFirst.filter((copy) => copy.day === day)
    for (const { name } of at < allOfDays ? ofDay : ofDay.slice(0, 1)) keep.add(name)
  })
  return keep
}
