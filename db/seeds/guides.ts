import type { ServiceGuide } from '../../api/rules/guide.ts'
import { anciGuides } from './guides/anci.ts'
import { bingchaGuides } from './guides/bingcha.ts'
import { qingpuGuides } from './guides/qingpu.ts'
import type { DemonstrationHall, SmallHall } from './halls.ts'
import { standardGuides } from './small/standard.ts'
import { yichuangGuides } from './small/yichuang.ts'
import { yuanzhouGuides } from './small/yuanzhou.ts'

/** The service guides that each demonstration hall publishes. */
export const guideSeeds: Readonly<Record<DemonstrationHall | SmallHall, readonly ServiceGuide[]>> =
  {
    anci: anciGuides,
    bingcha: bingchaGuides,
    qingpu: qingpuGuides,
    yuanzhou: yuanzhouGuides,
    yichuang: yichuangGuides,
    standard: standardGuides,
  }
