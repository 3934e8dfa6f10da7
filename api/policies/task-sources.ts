import type { TaskArea } from '../rules/hall-tasks.ts'
import type { HallPolicy } from '../rules/hall-policy.ts'
import { ruleSystems } from './clauses/index.ts'

/** The rule system that asks for the tasks of an area; left out where the regulations are silent. */
const SYSTEMS: Readonly<Record<string, Partial<Record<TaskArea, string>>>> = {
  standard: { rating: 'standard.rating' },
  anci: {
    complaints: 'anci.complaints',
    accountability: 'anci.accountability',
    patrol: 'anci.patrol',
    points: 'anci.appraisal',
    awards: 'anci.appraisal',
  },
  bingcha: {
    complaints: 'bingcha.complaints',
    accountability: 'bingcha.accountability',
    patrol: 'bingcha.duty',
    refusals: 'bingcha.negativeFiling',
    points: 'bingcha.monthly',
    awards: 'bingcha.monthly',
  },
  qingpu: {
    complaints: 'qingpu.complaints',
    accountability: 'qingpu.complaints',
    patrol: 'qingpu.patrol',
    points: 'qingpu.yearlyAppraisal',
    rating: 'qingpu.electronicRating',
    awards: 'qingpu.awards',
  },
}

/** The printed title of the regulation behind a task; null where only the portal asks for it. */
export function taskSource({ key, source }: HallPolicy, area: TaskArea): string | null {
  const system = SYSTEMS[key]?.[area]
  const title = ruleSystems[key]?.find((one) => one.key === system)?.titleZh
  return title ?? (area === 'complaints' ? source.titleZh : null)
}
