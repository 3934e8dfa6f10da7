import { openForm, sealForm } from '../../../db/sealing/form-state.ts'
import type { World } from '../../context.ts'
import { Refused } from '../../refused.ts'
import type { ComplaintAnswers } from '../../rules/complaint-answers.ts'

/** How long a complaint may take to fill in. */
export const FORM_LIFE_MS = 24 * 60 * 60 * 1000

const PURPOSE = 'complaint form'
const KEY_BYTES = 32

/** What a complaint's form knows between its steps; only its sealed form leaves the server. */
type FormState = {
  /** The form's own key: the receipt follows from it, and a form sent twice is known by it. */
  key: string
  hall: string
  madeAt: number
  answers: ComplaintAnswers
}

/** The key of a new form: 32 random bytes. */
export const newFormKey = (world: World): string => world.random.id(KEY_BYTES)

/** A form nobody has answered yet. */
export const newState = (world: World, hall: string): FormState => ({
  key: newFormKey(world),
  hall,
  madeAt: world.now().getTime(),
  answers: {},
})

/** The state as pages carry it. */
export const sealState = (world: World, state: FormState): string =>
  sealForm(world.keys, PURPOSE, JSON.stringify(state))

/** The state whatever its age, or null when it is not one of ours. */
export function readState(world: World, sealed: string): FormState | null {
  const text = openForm(world.keys, PURPOSE, sealed)
  return text === null ? null : (JSON.parse(text) as FormState)
}

/** The state of a form begun within 24 hours; `form-expired` for any other, changed or foreign. */
export function openState(world: World, sealed: string, hall?: string): FormState {
  const state = readState(world, sealed)
  const age = state ? world.now().getTime() - state.madeAt : FORM_LIFE_MS
  if (!state || age >= FORM_LIFE_MS || (hall !== undefined && state.hall !== hall)) {
    throw new Refused('form-expired')
  }
  return state
}
