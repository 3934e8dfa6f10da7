import { openForm, sealForm } from '../../../db/sealing/form-state.ts'
import type { Officer, World } from '../../context.ts'
import { Refused } from '../../refused.ts'
import { FORM_LIFE_MS, newFormKey } from '../complaint/form-state.ts'

const PURPOSE = 'finding form'

type FindingKey = { key: string; officerId: number; madeAt: number }

/** The key of an empty form for this officer, sealed: sent twice, it is one finding. */
export const newFinding = (world: World, officer: Officer): string => {
  const state: FindingKey = {
    key: newFormKey(world),
    officerId: officer.id,
    madeAt: world.now().getTime(),
  }
  return sealForm(world.keys, PURPOSE, JSON.stringify(state))
}

/** The form's key; `form-expired` when it is another's, changed or older than 24 hours. */
export function findingKey(world: World, officer: Officer, sealed: string): string {
  const opened = openForm(world.keys, PURPOSE, sealed)
  const state = opened === null ? null : (JSON.parse(opened) as FindingKey)
  if (state?.officerId !== officer.id) throw new Refused('form-expired')
  if (world.now().getTime() - state.madeAt >= FORM_LIFE_MS) throw new Refused('form-expired')
  return state.key
}
