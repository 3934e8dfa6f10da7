import type { PersonalData } from './personal-data.ts'
import type { PersonalDataKind } from './personal-data/candidate.ts'

/** What nobody may declare harmless once a check digit or an unmistakable form is sure of it. */
const NEVER_HARMLESS: readonly PersonalDataKind[] = ['idCard', 'mobile', 'bankCard', 'email']

/** Whether an officer may say that a finding is no personal data; otherwise it has to go. */
export const mayBeHarmless = ({ kind, certain }: Pick<PersonalData, 'kind' | 'certain'>): boolean =>
  !(certain && NEVER_HARMLESS.includes(kind))

/** Findings of the same kind and text are the same finding, wherever the text now has them. */
export const isSameFinding = (
  one: Pick<PersonalData, 'kind' | 'text'>,
  other: Pick<PersonalData, 'kind' | 'text'>,
): boolean => one.kind === other.kind && one.text === other.text
