import { today, type World } from '../../context.ts'
import {
  contactOf,
  OTHER_DAY,
  type StepForm,
  type StepFormOf,
  UNKNOWN,
} from '../../forms/complaint.ts'
import { clauseHere } from '../../reads/clauses.ts'
import { activeCustodianKey, keptPhotos, windowHere } from '../../reads/complaint-form.ts'
import { hallByKey } from '../../reads/halls.ts'
import { Invalid, type Problem, Refused } from '../../refused.ts'
import {
  type ComplaintAnswers,
  type ComplaintPage,
  firstOpen,
  pageAfter,
  TYPED_AT,
  type TypedField,
  withoutTyped,
} from '../../rules/complaint-answers.ts'
import { MOST_PHOTOS } from '../../rules/complaint.ts'
import { addMonths, type Day, isDay, monthOf } from '../../rules/day.ts'
import { hasContactData } from '../../rules/personal-data.ts'
import { typedDay } from '../../rules/typed-day.ts'
import { dropPhoto, unclaimedPhoto } from '../photo/drop-photo.ts'
import { newState, openState, sealState } from './form-state.ts'

/** Something was not kept, and the citizen is told: contact data of an anonymous complaint. */
type Notice = 'contact-dropped'

/** Answers as they are shown to whoever holds the form; photos without their ids. */
export type ShownAnswers = Omit<ComplaintAnswers, 'photos'> & { photos: { bytes: number }[] }

/** What comes of an answer: the form with it, the page that follows, and what was left out. */
export type Answered = {
  sealed: string
  next: ComplaintPage
  answers: ShownAnswers
  notice: Notice | null
}

/** How far back a complaint may reach. */
const OLDEST_MONTHS = -120
const LONGEST_NARRATIVE_KEPT = 20_000
const LONGEST_FIELD_KEPT = 200
const CONTACT_FIELDS: readonly TypedField[] = ['name', 'phone', 'email']

/** What of the answers may be shown again. */
export const shown = (answers: ComplaintAnswers): ShownAnswers => ({
  ...answers,
  photos: (answers.photos ?? []).map(({ bytes }) => ({ bytes })),
})

function dayIn(world: World, form: StepFormOf<'when'>): Day {
  const problem = (what: Problem) => new Invalid({ day: [what] })
  const parts = form.day === OTHER_DAY || form.day === ''
  const typed = parts ? typedDay(form.year, form.month, form.date) : form.day
  if (typed === null || !isDay(typed)) throw problem('not-a-day')
  const now = today(world)
  if (typed > now) throw problem('day-in-future')
  if (monthOf(typed) < addMonths(monthOf(now), OLDEST_MONTHS)) throw problem('day-too-long-ago')
  return typed
}

const without = (answers: ComplaintAnswers): ComplaintAnswers => {
  const { name: _name, phone: _phone, email: _email, ...rest } = answers
  return withoutTyped(rest, CONTACT_FIELDS)
}

const hasContact = ({ name, phone, email }: { name?: string; phone?: string; email?: string }) =>
  !!(name?.trim() || phone?.trim() || email?.trim())

type Taken = { answers: ComplaintAnswers; notice?: Notice }
type Here = { hallId: number; before: ComplaintAnswers }

async function whenTaken(world: World, form: StepFormOf<'when'>, here: Here): Promise<Taken> {
  const known = form.window !== UNKNOWN
  const found = known ? await windowHere(world.store.read, here.hallId, form.window) : null
  if (found === undefined) throw new Invalid({ window: ['window-not-here'] })
  const draft = form.narrative.slice(0, LONGEST_NARRATIVE_KEPT)
  return {
    answers: {
      ...here.before,
      window: found?.code ?? null,
      occurredOn: dayIn(world, form),
      occurredPart: form.part,
      ...(draft && !here.before.narrative
        ? { typed: { ...here.before.typed, narrative: draft } }
        : {}),
    },
  }
}

async function clauseTaken(world: World, form: StepFormOf<'clause'>, here: Here): Promise<Taken> {
  if (form.clause === UNKNOWN) return { answers: { ...here.before, clause: null } }
  const found = await clauseHere(world.store.read, here.hallId, form.clause, today(world))
  if (!found) throw new Invalid({ clause: ['clause-not-here'] })
  return { answers: { ...here.before, clause: found.key } }
}

function storyTaken({ narrative }: StepFormOf<'story'>, { before }: Here): Taken {
  const kept = before.narrative === narrative && before.keptContact === true
  return { answers: { ...before, narrative, keptContact: kept } }
}

async function photosTaken(world: World, form: StepFormOf<'photos'>, here: Here): Promise<Taken> {
  let photos = here.before.photos ?? []
  const removed = form.remove === undefined ? undefined : photos[form.remove - 1]
  if (removed) {
    await dropPhoto(world, removed.id)
    photos = photos.filter((photo) => photo !== removed)
  }
  if (form.add !== '' && !photos.some(({ id }) => id === form.add)) {
    if (photos.length >= MOST_PHOTOS) throw new Refused('photos-full')
    const { bytes } = await unclaimedPhoto(world.store.read, form.add)
    photos = [...photos, { id: form.add, bytes }]
  }
  const kept = await keptPhotos(
    world.store.read,
    photos.map(({ id }) => id),
  )
  return { answers: { ...here.before, photos: photos.filter(({ id }) => kept.has(id)) } }
}

async function identityTaken(
  world: World,
  { identity }: StepFormOf<'identity'>,
  { hallId, before }: Here,
): Promise<Taken> {
  if (identity === 'confidential' && !(await activeCustodianKey(world.store.read, hallId))) {
    throw new Refused('confidential-not-ready')
  }
  if (identity !== 'anonymous') return { answers: { ...before, identity } }
  return {
    answers: { ...without(before), identity },
    ...(hasContact(before) ? { notice: 'contact-dropped' as const } : {}),
  }
}

function contactTaken(form: StepFormOf<'contact'>, { before }: Here): Taken {
  if (before.identity === 'anonymous') {
    return {
      answers: { ...without(before), mayPublish: form.mayPublish },
      ...(hasContact(form) ? { notice: 'contact-dropped' as const } : {}),
    }
  }
  const { contact, problems } = contactOf(form)
  if (Object.keys(problems).length > 0) throw new Invalid(problems)
  return { answers: { ...before, ...contact, mayPublish: form.mayPublish } }
}

function leaveTaken(form: StepFormOf<'leave'>, { before }: Here): Taken {
  const typed = { ...before.typed }
  for (const field of TYPED_AT[form.from]) {
    const most = field === 'narrative' ? LONGEST_NARRATIVE_KEPT : LONGEST_FIELD_KEPT
    typed[field] = form[field].slice(0, most)
  }
  const answers = { ...before, typed }
  return { answers: before.identity === 'anonymous' ? without(answers) : answers }
}

const taken = (world: World, form: StepForm, here: Here): Taken | Promise<Taken> => {
  switch (form.step) {
    case 'when':
      return whenTaken(world, form, here)
    case 'clause':
      return clauseTaken(world, form, here)
    case 'story':
      return storyTaken(form, here)
    case 'photos':
      return photosTaken(world, form, here)
    case 'identity':
      return identityTaken(world, form, here)
    case 'contact':
      return contactTaken(form, here)
    case 'warning':
      return { answers: { ...here.before, keptContact: true } }
    case 'leave':
      return leaveTaken(form, here)
  }
}

/** Whether the text of somebody who wants not to be known says how to be reached. */
const revealsItself = ({ identity, narrative, keptContact }: ComplaintAnswers): boolean =>
  (identity === 'anonymous' || identity === 'confidential') &&
  !keptContact &&
  narrative !== undefined &&
  hasContactData(narrative)

function pageFor(form: StepForm, answers: ComplaintAnswers): ComplaintPage {
  if (form.step === 'warning') return firstOpen(answers)
  if (form.step === 'leave') return form.from
  if ((form.step === 'identity' || form.step === 'story') && revealsItself(answers)) {
    return 'warning'
  }
  const stays = form.step === 'photos' && (form.add !== '' || form.remove !== undefined)
  return stays ? 'photos' : pageAfter(form.step, answers, form.returnTo === 'check')
}

/**
 * Take the answer to one question of a complaint and say which page comes next. Nothing is
 * stored: the answers travel sealed. The first question begins the form and makes its key; any
 * other without its state is `form-expired`.
 */
export async function answerStep(world: World, form: StepForm): Promise<Answered> {
  const hall = await hallByKey(world.store.read, form.hall)
  const begins = form.step === 'when' && form.sealed === ''
  const state = begins ? newState(world, hall.key) : openState(world, form.sealed, hall.key)
  const here = { hallId: hall.id, before: state.answers }
  const { answers: said, notice } = await taken(world, form, here)
  const settled = form.step in TYPED_AT ? TYPED_AT[form.step as keyof typeof TYPED_AT] : []
  const answers = withoutTyped(said, settled)
  return {
    sealed: sealState(world, { ...state, answers }),
    next: pageFor(form, answers),
    answers: shown(answers),
    notice: notice ?? null,
  }
}
