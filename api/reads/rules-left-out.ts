import { policies } from '../policies/index.ts'
import { ruleSystems } from '../policies/clauses/index.ts'

/** The rules that are left to the halls, each with the reason, by policy; a hall's own comes first. */
export const rulesLeftOut = (own: string) =>
  Object.entries(policies)
    .map(([key, { nameZh }]) => ({
      key,
      name: nameZh,
      rules: (ruleSystems[key] ?? [])
        .filter(({ role }) => role === 'out')
        .map(({ key: rule, titleZh, purposeZh, outReasonZh }) => ({
          key: rule,
          title: titleZh,
          purpose: purposeZh,
          reason: outReasonZh ?? '',
        })),
      shown: (ruleSystems[key] ?? []).filter(({ role }) => role !== 'out').length,
    }))
    .toSorted((one, other) => Number(other.key === own) - Number(one.key === own))
