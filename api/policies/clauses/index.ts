import type { Clause, RuleSystem } from '../../rules/clause.ts'
import { anciClauses, anciSystems } from './anci.ts'
import { bingchaClauses, bingchaSystems } from './bingcha.ts'
import { qingpuClauses, qingpuSystems } from './qingpu.ts'

/** Every clause a complaint may cite, by the hall's policy. */
export const clauses: Readonly<Partial<Record<string, readonly Clause[]>>> = {
  anci: anciClauses,
  bingcha: bingchaClauses,
  qingpu: qingpuClauses,
}

/** Every rule of a hall, also those the portal leaves to the hall, by the hall's policy. */
export const ruleSystems: Readonly<Partial<Record<string, readonly RuleSystem[]>>> = {
  anci: anciSystems,
  bingcha: bingchaSystems,
  qingpu: qingpuSystems,
}
