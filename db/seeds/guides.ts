import type { ServiceGuide } from '../../api/rules/guide.ts'
import { anciGuides } from './guides/anci.ts'
import { bingchaGuides } from './guides/bingcha.ts'
import { qingpuGuides } from './guides/qingpu.ts'
import type { DemonstrationHall } from './halls.ts'

/** The service guides that each demonstration hall publishes. */
export const guideSeeds: Readonly<Record<DemonstrationHall, readonly ServiceGuide[]>> = {
  anci: anciGuides,
  bingcha: bingchaGuides,
  qingpu: qingpuGuides,
}
