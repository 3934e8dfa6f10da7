import type { HallPolicy } from '../../rules/hall-policy.ts'

/** Stretches of opening as a rule says them: 08:00—11:30、14:00—17:30. */
export const hoursSaid = (shifts: HallPolicy['openingHours']['usual']): string =>
  shifts.map(({ opens, closes }) => `${opens}—${closes}`).join('、')
