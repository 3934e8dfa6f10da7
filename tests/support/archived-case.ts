import type { ComplaintDetails } from '../../api/acts/lodge-complaint.ts'
import { DECISION, deskOf } from './desk.ts'
import type { Portal } from './portal.ts'

const AWARDS = ['quarterStar', 'yearStar', 'excellentWindow']

/** A complaint of Qingpu that was answered, closed and put away, all on the day the clock shows. */
export async function archivedCase(
  portal: Portal,
  details: Partial<ComplaintDetails> = {},
  { finding = 'substantiated', aboutMinor = false } = {},
) {
  const desk = await deskOf(portal, 'qingpu', details)
  await desk.answered({ ...DECISION, finding })
  const isVerified = finding === 'substantiated'
  if (isVerified) await desk.nobodyHeld()
  await desk.done('closing', {
    departmentTold: 'yes',
    circularSent: 'yes',
    scoreWaiver: isVerified ? '规定未定分值。' : '',
    vetoedAwards: isVerified ? AWARDS : [],
  })
  await desk.done('archiving', { evidence: '监控一段，询问笔录三份。', aboutMinor })
  return desk
}
