import type { Clause, RuleSystem } from '../../rules/clause.ts'
import { anciClauses, anciSystems } from './anci.ts'
import { bingchaClauses, bingchaSystems } from './bingcha.ts'
import { qingpuClauses, qingpuSystems } from './qingpu.ts'
import { standardClauses, standardSystems } from './standard.ts'
import { yichuangClauses, yichuangSystems } from './yichuang.ts'
import { yuanzhouClauses, yuanzhouSystems } from './yuanzhou.ts'

/** Every clause a complaint may cite, by the hall's policy. */
export const clauses: Readonly<Partial<Record<string, readonly Clause[]>>> = {
  anci: anciClauses,
  bingcha: bingchaClauses,
  qingpu: qingpuClauses,
  yuanzhou: yuanzhouClauses,
  yichuang: yichuangClauses,
  standard: standardClauses,
}

/** Every rule of a hall, also those the portal leaves to the hall, by the hall's policy. */
export const ruleSystems: Readonly<Partial<Record<string, readonly RuleSystem[]>>> = {
  anci: anciSystems,
  bingcha: bingchaSystems,
  qingpu: qingpuSystems,
  yuanzhou: yuanzhouSystems,
  yichuang: yichuangSystems,
  standard: standardSystems,
}
