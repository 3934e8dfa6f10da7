/** When finishing early earns points: one unit for each full step of the early rate, in percent. */
export type EarlyCompletion = { item: string; percentStep: number; fewestCases: number }

/** How many full steps of the early rate (提前办结率) a month's promised cases reached. */
export const earlyCompletionQuantity = (
  { early, promised }: { early: number; promised: number },
  { percentStep, fewestCases }: EarlyCompletion,
): number => (promised < fewestCases ? 0 : Math.floor((early * 100) / (promised * percentStep)))
