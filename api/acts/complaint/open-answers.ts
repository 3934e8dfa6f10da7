import type { World } from '../../context.ts'
import { keptPhotos } from '../../reads/complaint-form.ts'
import { type ComplaintPage, firstOpen } from '../../rules/complaint-answers.ts'
import { contactDataIn, masked, type PersonalData } from '../../rules/personal-data.ts'
import { type ShownAnswers, shown } from './answer-step.ts'
import { openState, sealState } from './form-state.ts'

/** The answers of a form, to be looked at or changed. */
type OpenedAnswers = {
  sealed: string
  /** The first question still open, or the check. */
  next: ComplaintPage
  answers: ShownAnswers
  /** What in the text says how to reach somebody: its kind and its beginning. */
  contactData: { kind: PersonalData['kind']; shown: string }[]
}

/** Open a form's sealed answers; a photo that is no longer kept is left out of them. */
export async function openAnswers(
  world: World,
  form: { hall: string; sealed: string },
): Promise<OpenedAnswers> {
  const state = openState(world, form.sealed, form.hall)
  const before = state.answers.photos ?? []
  const kept = await keptPhotos(
    world.store.read,
    before.map(({ id }) => id),
  )
  const photos = before.filter(({ id }) => kept.has(id))
  const answers = { ...state.answers, ...(state.answers.photos ? { photos } : {}) }
  return {
    sealed: sealState(world, { ...state, answers }),
    next: firstOpen(answers),
    answers: shown(answers),
    contactData: contactDataIn(answers.narrative ?? '').map((found) => ({
      kind: found.kind,
      shown: masked(found),
    })),
  }
}
