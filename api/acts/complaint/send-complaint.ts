import { today, type World } from '../../context.ts'
import { clauseHere } from '../../reads/clauses.ts'
import { windowHere } from '../../reads/complaint-form.ts'
import { hallByKey } from '../../reads/halls.ts'
import { Invalid, Refused } from '../../refused.ts'
import { firstOpen } from '../../rules/complaint-answers.ts'
import { type ComplaintDetails, lodge, type Lodged } from '../lodge-complaint.ts'
import { openState } from './form-state.ts'

/**
 * A citizen sends the complaint of a form: its sealed answers become the complaint. Refused as
 * `answers-missing` while a question is open and as `form-expired` when `from` is another hall
 * than the form's; a web form counts as written.
 */
export async function sendComplaint(
  world: World,
  sealed: string,
  from = '',
): Promise<Lodged & { hall: string }> {
  const { read } = world.store
  const { key, hall: hallKey, answers } = openState(world, sealed, from || undefined)
  if (firstOpen(answers) !== 'check') throw new Refused('answers-missing')
  const hall = await hallByKey(read, hallKey)
  const window = answers.window ? await windowHere(read, hall.id, answers.window) : null
  if (window === undefined) throw new Invalid({ window: ['window-not-here'] })
  const clause = answers.clause
    ? await clauseHere(read, hall.id, answers.clause, today(world))
    : null
  if (clause === undefined) throw new Invalid({ clause: ['clause-not-here'] })
  const { name = '', phone = '', email = '' } = answers
  const details: ComplaintDetails = {
    formKey: key,
    hallId: hall.id,
    channel: 'web',
    nature: 'written',
    identity: answers.identity!,
    windowId: window?.id ?? null,
    clauseId: clause?.id ?? null,
    category: clause?.category ?? 'other',
    occurredOn: answers.occurredOn!,
    occurredPart: answers.occurredPart!,
    narrative: answers.narrative!,
    mayPublish: answers.mayPublish!,
    contact: answers.identity === 'anonymous' ? null : { name, phone, email },
    photos: (answers.photos ?? []).map(({ id }) => id),
  }
  return { ...(await lodge(world, details)), hall: hall.key }
}
