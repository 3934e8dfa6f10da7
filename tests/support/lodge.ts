import { type ComplaintDetails, lodge, newFormKey } from '../../api/acts/lodge-complaint.ts'
import { STORY } from './complaint.ts'
import type { Portal } from './portal.ts'

export const COMPLAINANT = { name: '王先生', phone: '13900001234', email: 'w@mail.test' }

/** A complaint made at a hall's window, named and with an e-mail address unless said otherwise. */
export async function lodgeAt(
  portal: Portal,
  hallKey = 'qingpu',
  changed: Partial<ComplaintDetails> = {},
) {
  const { id: hallId } = await portal.hall(hallKey)
  const [window] = await portal.windowsOf(hallKey)
  return lodge(portal.world, {
    formKey: newFormKey(portal.world),
    hallId,
    channel: 'phone',
    nature: 'oral',
    identity: 'named',
    windowId: window!.id,
    clauseId: null,
    category: 'attitude',
    occurredOn: '2026-03-02',
    occurredPart: 'morning',
    narrative: STORY,
    mayPublish: true,
    contact: COMPLAINANT,
    ...changed,
  })
}
