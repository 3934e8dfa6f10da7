import type { AstroGlobal } from 'astro'
import { fromPairs } from '../api/forms/pairs.ts'
import type { Failure } from '../api/failure.ts'
import type { PageClient } from '../api/client.ts'
import { MOST_PHOTOS } from '../api/rules/complaint.ts'
import { COMPLAINT_STEPS, type ComplaintPage } from '../api/rules/complaint-answers.ts'
import { zh } from '../api/words/zh.ts'
import { type Typed, valueOf } from './submitted.ts'

type Ok<P> = P extends (...args: never[]) => Promise<infer R>
  ? R extends { json(): Promise<infer J> }
    ? J
    : never
  : never
type Steps = PageClient['complaint-steps']

/** What the hall's form offers. */
export type ComplaintForm = Ok<Steps[':hall']['$get']>
type Answered = Ok<Steps['$post']>
type Opened = Ok<Steps['answers']['$post']>

/** A page of the form as it is to be shown. */
export type Shown = {
  page: ComplaintPage
  sealed: string
  answers: Answered['answers'] | Opened['answers']
  /** What was typed on this page, where it is shown again. */
  typed: Typed
  returnTo: string
  failure: Failure | null
  notice: Answered['notice']
  /** What in the text says how to reach its writer. */
  contactData: Opened['contactData']
}

/** The form is too old or was changed: what of it is still at hand. */
export type Expired = { failure: Failure; narrative: string }

/** Whether the form has to be begun again. */
export const isExpired = (shown: Shown | Expired): shown is Expired => !('page' in shown)

/** Whether a text names a page of the form. */
export const isComplaintPage = (text: string | undefined): text is ComplaintPage =>
  [...COMPLAINT_STEPS, 'warning', 'check'].includes(text ?? '')

type Post = { typed: Typed; photo: File | null }

/** A post of the form: its fields, and the photo where one was chosen. */
export async function postOf({ request }: AstroGlobal): Promise<Post> {
  const type = request.headers.get('content-type') ?? ''
  if (!type.startsWith('multipart/form-data')) {
    return { typed: fromPairs(new URLSearchParams(await request.text())), photo: null }
  }
  const body = await request.formData().catch(() => new FormData())
  const texts = [...body].filter((pair): pair is [string, string] => typeof pair[1] === 'string')
  const file = body.get('photo')
  const chosen = file instanceof File && (file.size > 0 || file.name !== '')
  return { typed: fromPairs(texts), photo: chosen ? file : null }
}

const failureOf = async (answer: { json(): Promise<unknown> }) => (await answer.json()) as Failure

const NOTHING: Opened = { sealed: '', next: 'when', answers: { photos: [] }, contactData: [] }

/** Open the answers that a page carries; what went wrong where they cannot be opened. */
export async function openedAnswers(
  page: AstroGlobal,
  hall: string,
  { sealed, narrative = '' }: { sealed: string; narrative?: string },
): Promise<Opened | Expired> {
  const { api } = page.locals
  const answer = await api['complaint-steps'].answers.$post({ json: { hall, sealed } })
  if (answer.ok) return answer.json()
  page.response.status = answer.status
  return { failure: await failureOf(answer), narrative }
}

/** The same failure, said at a field. */
const atField = (field: string, summary: string, failure: Failure): Failure =>
  Object.keys(failure.errors).length > 0
    ? failure
    : { ...failure, says: summary, errors: { [field]: [failure.says] } }

const refusal = (reason: 'photos-full' | 'photo-too-large'): Failure => ({
  reason,
  says: zh.refusals[reason]({}),
  errors: {},
})

/** Take a photo in; its id travels on in the sealed state only. */
async function photoTaken(
  api: PageClient,
  hall: string,
  opened: Opened,
  photo: File,
): Promise<{ sealed: string } | { failure: Failure; status: number }> {
  if (opened.answers.photos.length >= MOST_PHOTOS) {
    return { failure: refusal('photos-full'), status: 409 }
  }
  const body = new FormData()
  body.append('photo', photo, 'photo')
  body.append('hall', hall)
  const kept = await api.photos.$post({}, { init: { body } })
  if (!kept.ok) return { failure: await failureOf(kept), status: kept.status }
  const { id } = await kept.json()
  const json = { hall, sealed: opened.sealed, step: 'photos' as const, add: id }
  const added = await api['complaint-steps'].$post({ json })
  if (!added.ok) return { failure: await failureOf(added), status: added.status }
  return added.json()
}

/** Who leaves a question keeps what was typed there, whether or not it is an answer yet. */
async function keptOnLeaving(
  api: PageClient,
  hall: string,
  left: ComplaintPage,
  typed: Typed,
): Promise<Pick<Shown, 'sealed' | 'answers'> | null> {
  if (left === 'warning' || left === 'check' || left === 'photos') return null
  const json = { ...typed, hall, step: left, returnTo: '' } as never
  let answer = await api['complaint-steps'].$post({ json })
  if ((answer.status as number) === 422) {
    const leave = { ...(json as object), step: 'leave', from: left } as never
    answer = await api['complaint-steps'].$post({ json: leave })
  }
  if (!answer.ok) return null
  const { sealed, answers } = await answer.json()
  return { sealed, answers }
}

/**
 * What a post to one of the form's pages leads to: the next page; the same one with a sentence
 * where something has to be put right; or, with `show`, an earlier page to look at again.
 */
export async function pageAfterPost(
  page: AstroGlobal,
  hall: string,
  step: ComplaintPage,
): Promise<Shown | Expired> {
  const { api } = page.locals
  const { typed, photo } = await postOf(page)
  const sent = { sealed: valueOf(typed, 'sealed'), narrative: valueOf(typed, 'narrative') }
  const first = step === 'when' && sent.sealed === ''
  const opened = first ? NOTHING : await openedAnswers(page, hall, sent)
  if ('failure' in opened) return opened
  const show = valueOf(typed, 'show')
  const returnTo = show === 'check' ? 'check' : valueOf(typed, 'returnTo')
  const left = valueOf(typed, 'from')
  if (show && left !== step && isComplaintPage(left)) {
    const kept = await keptOnLeaving(api, hall, left, { ...typed, sealed: opened.sealed })
    return { ...opened, ...kept, page: step, typed: {}, returnTo, failure: null, notice: null }
  }
  const again: Shown = { ...opened, page: step, typed, returnTo, failure: null, notice: null }
  if (show || step === 'check') return again

  const refused = (failure: Failure, status: number): Shown => {
    page.response.status = status
    return { ...again, failure }
  }
  let { sealed } = opened
  if (page.locals.photoLeft) {
    return refused(atField('photo', '照片没有传上去。', refusal('photo-too-large')), 413)
  }
  if (photo) {
    const taken = await photoTaken(api, hall, opened, photo)
    if ('failure' in taken) {
      return refused(atField('photo', '照片没有传上去。', taken.failure), taken.status)
    }
    sealed = taken.sealed
  }
  const stays = step === 'photos' && valueOf(typed, 'go') === 'stay'
  if (stays) {
    if (!photo) {
      const sentence = zh.problems['photo-needed']
      return refused({ reason: 'invalid', says: '还差一项。', errors: { photo: [sentence] } }, 422)
    }
    const kept = await openedAnswers(page, hall, { sealed })
    return 'failure' in kept ? kept : { ...again, ...kept, page: step, typed: {} }
  }
  const json = { ...typed, hall, sealed, returnTo, step } as never
  const answer = await api['complaint-steps'].$post({ json })
  if (!answer.ok) {
    const failure = await failureOf(answer)
    const status = answer.status as number
    if (failure.reason === 'confidential-not-ready') {
      return refused(atField('identity', '还差一项。', failure), status)
    }
    return refused(failure, status)
  }
  const next = await answer.json()
  const warned = next.next === 'warning' ? await openedAnswers(page, hall, next) : null
  return {
    page: next.next,
    sealed: next.sealed,
    answers: next.answers,
    typed: {},
    returnTo: next.next === 'check' ? '' : returnTo,
    failure: null,
    notice: next.notice,
    contactData: warned && !('failure' in warned) ? warned.contactData : [],
  }
}

/** A field's value: as typed now, else as typed and left, else as answered before. */
export const fieldValue = (shown: Shown, name: string, answered: unknown): string =>
  name in shown.typed
    ? valueOf(shown.typed, name)
    : (shown.answers.typed as Typed | undefined)?.[name] !== undefined
      ? valueOf(shown.answers.typed as Typed, name)
      : answered === undefined || answered === null
        ? ''
        : String(answered)

/** The page before one, for the way back. */
export function pageBefore(page: ComplaintPage): ComplaintPage | null {
  if (page === 'check') return 'contact'
  if (page === 'warning') return 'identity'
  return COMPLAINT_STEPS[COMPLAINT_STEPS.indexOf(page) - 1] ?? null
}
