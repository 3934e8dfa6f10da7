import { openForm, sealForm } from '../../../db/sealing/form-state.ts'
import type { Officer, World } from '../../context.ts'
import type { IntakeForm } from '../../forms/intake.ts'
import { Refused } from '../../refused.ts'
import type { Day } from '../../rules/day.ts'
import { FORM_LIFE_MS, newFormKey } from '../complaint/form-state.ts'

const PURPOSE = 'intake form'

/** What an officer has taken down and not yet registered; only its sealed form leaves the server. */
type IntakeState = {
  /** The form's own key: the receipt follows from it, and a form sent twice is known by it. */
  key: string
  officerId: number
  madeAt: number
  answers: Omit<IntakeForm, 'sealed'>
  /** Day zero and the moment, settled when it was taken down. */
  received: { on: Day; at: number }
}

/** The state as the page carries it, readable only here. */
export const sealIntake = (world: World, state: IntakeState): string =>
  sealForm(world.keys, PURPOSE, JSON.stringify(state))

/** The state whatever its age; `form-expired` when it is not this officer's. */
function readIntake(world: World, officer: Officer, sealed: string): IntakeState {
  const text = openForm(world.keys, PURPOSE, sealed)
  const state = text === null ? null : (JSON.parse(text) as IntakeState)
  if (state?.officerId !== officer.id) throw new Refused('form-expired')
  return state
}

const isOld = (world: World, { madeAt }: IntakeState): boolean =>
  world.now().getTime() - madeAt >= FORM_LIFE_MS

/** What this officer took down within 24 hours; `form-expired` for anything else. */
export function openIntake(world: World, officer: Officer, sealed: string): IntakeState {
  const state = readIntake(world, officer, sealed)
  if (isOld(world, state)) throw new Refused('form-expired')
  return state
}

/** What this officer took down, to be corrected, however long ago. */
export const intakeAnswers = (world: World, officer: Officer, sealed: string) =>
  readIntake(world, officer, sealed).answers

/** The key of the form that is corrected, or a new one when there is none or it is too old. */
export function keyFor(world: World, officer: Officer, sealed: string) {
  const before = sealed === '' ? null : readIntake(world, officer, sealed)
  return before && !isOld(world, before)
    ? { key: before.key, madeAt: before.madeAt }
    : { key: newFormKey(world), madeAt: world.now().getTime() }
}
