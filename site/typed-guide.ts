import { feeLine, materialLine } from '../api/forms/guide-lines.ts'
import type { ServiceGuide } from '../api/rules/guide.ts'
import type { Typed } from './submitted.ts'

/** A guide as it would be typed into its form: one entry a line. */
export function typedGuide(guide: ServiceGuide): Typed {
  const { materials, fees, legalBasis, conditions, procedure, approvalStages, channelsZh } = guide
  const lines = { legalBasis, conditions, procedure, approvalStages, channelsZh }
  return {
    ...Object.fromEntries(
      Object.entries(guide).filter(
        (entry): entry is [string, string] => typeof entry[1] === 'string',
      ),
    ),
    ...Object.fromEntries(Object.entries(lines).map(([name, list]) => [name, list.join('\n')])),
    materials: materials.map(materialLine).join('\n'),
    fees: fees.map(feeLine).join('\n'),
    windowRefs: [...guide.windowRefs],
  }
}
