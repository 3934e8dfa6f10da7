import type { HallPolicy } from '../../rules/hall-policy.ts'
import type { Ladder } from '../../rules/ladder.ts'
import { anciLadder } from './anci.ts'
import { bingchaLadder } from './bingcha.ts'
import { standardLadder, yichuangLadder, yuanzhouLadder } from './others.ts'
import { qingpuLadder } from './qingpu.ts'

/** The sanctions of each hall's regulation, by the key its policy names. */
export const ladders: Readonly<Record<HallPolicy['ladder'], Ladder>> = {
  anci: anciLadder,
  bingcha: bingchaLadder,
  qingpu: qingpuLadder,
  yuanzhou: yuanzhouLadder,
  yichuang: yichuangLadder,
  standard: standardLadder,
}
