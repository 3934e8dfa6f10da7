import * as v from 'valibot'
import { optionalText, text } from './field.ts'
import { chosenPoints, column, month } from './score.ts'

/** What a window gives the others for a month: for each window one mark a topic, in their order. */
export const PeerMarksForm = v.object(
  { month, by: text(16), window: column, marks: column },
  'needed',
)
export type PeerMarksForm = v.InferOutput<typeof PeerMarksForm>

/** The directors' meeting's value for a window that no other has marked. */
export const DirectorMarkForm = v.object(
  { month, window: text(16, 'window-needed'), points: chosenPoints, reason: optionalText(300) },
  'needed',
)
export type DirectorMarkForm = v.InferOutput<typeof DirectorMarkForm>
