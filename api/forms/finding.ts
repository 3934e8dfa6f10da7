import * as v from 'valibot'
import { INSPECTED_CATEGORIES, INSPECTION_CHANNELS, INSPECTORS } from '../rules/complaint.ts'
import { asked } from './complaint.ts'
import { day, oneOf, optionalText, text } from './field.ts'
import { optionalDay, said, ticked } from './intake.ts'

const LONGEST_STATE = 2_000
const LONGEST_KEY = 80
const LONGEST_UNIT = 40

/** What a check of the hall found; `sealed` comes with the empty form. */
export const FindingForm = v.object(
  {
    sealed: text(LONGEST_STATE),
    inspector: asked(oneOf(INSPECTORS, 'inspector-needed')),
    /** The supervision body's name; the centre needs none. */
    unit: optionalText(LONGEST_UNIT),
    channel: asked(oneOf(INSPECTION_CHANNELS, 'inspection-needed')),
    foundOn: day('found-day-needed'),
    /** The day a supervision body's result reached the centre; today when left out. */
    receivedOn: optionalDay,
    /** A window's code, a person's public id; empty when none is meant. */
    window: optionalText(LONGEST_KEY),
    staff: optionalText(LONGEST_KEY),
    category: asked(oneOf(INSPECTED_CATEGORIES, 'inspected-category-needed')),
    narrative: asked(said('finding-needed')),
    major: ticked,
  },
  'needed',
)
export type FindingForm = v.InferOutput<typeof FindingForm>
