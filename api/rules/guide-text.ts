import type { ServiceGuide } from './guide.ts'

/** The parts of a guide a search looks through, in the order they are read. */
const GUIDE_PARTS = [
  'title',
  'summary',
  'audience',
  'materials',
  'conditions',
  'procedure',
  'limits',
  'fees',
  'result',
  'channels',
  'promise',
  'approval',
  'legalBasis',
  'tips',
] as const
export type GuidePart = (typeof GUIDE_PARTS)[number]

/** The sentences of each part of a guide. */
export const guideText = (guide: ServiceGuide): Record<GuidePart, readonly string[]> => ({
  title: [guide.titleZh],
  summary: [guide.summaryZh],
  audience: [guide.audienceZh],
  materials: guide.materials.flatMap(({ name, note }) => (note ? [name, note] : [name])),
  conditions: guide.conditions,
  procedure: guide.procedure,
  limits: [guide.promisedLimitZh, guide.legalLimitZh],
  fees: [
    ...guide.fees.flatMap(({ item, standard, basis }) => [item, standard, basis]),
    guide.feeBasisZh,
  ],
  result: [guide.resultZh],
  channels: guide.channelsZh,
  promise: [guide.servicePromiseZh],
  approval: [...guide.approvalStages, guide.approvalPowerZh],
  legalBasis: guide.legalBasis,
  tips: guide.tipsZh ? [guide.tipsZh] : [],
})

/** Everything of a guide but its title, as one text; sentences end in a full stop. */
export const bodyText = (guide: ServiceGuide): string => {
  const { title: _, ...rest } = guideText(guide)
  return Object.values(rest).flat().join('。')
}
