import type { Transaction } from '../../db/store.ts'
import type { World } from '../context.ts'
import { holdersOf } from '../reads/office-people.ts'
import { outsideAddress } from '../reads/outside-posts.ts'
import type { Day } from '../rules/day.ts'
import type { OutsidePost } from '../rules/outside-post.ts'
import type { Particulars } from './record.ts'
import { writeLetter } from './write-letter.ts'

type Untold = {
  hallId: number
  /** Null when it is about a day of the hall's. */
  caseId: number | null
  day: Day
  /** What the key names in place of case and day: a refusal on file and its date. */
  about?: string
}

const KINDS = { fallbackPost: 'told-outside', secondPerson: 'approver-wanted' } as const

/**
 * Nobody in the hall can be told: the post outside is, by a letter without anything of the case
 * but its number, and so are those who can fill the post, once a day and without the case. Gives
 * what the event says of it.
 */
export async function tellOutside(
  tx: Transaction,
  world: World,
  { hallId, caseId, day, about = `${caseId ?? 'hall'}:${day}` }: Untold,
  outsidePost: OutsidePost = 'fallbackPost',
): Promise<Particulars> {
  await writeLetter(tx, world, {
    hallId,
    kind: KINDS[outsidePost],
    key: `${hallId}:${about}:${outsidePost}`,
    caseId,
    officerId: null,
    outsidePost,
  })
  for (const { id } of await holdersOf(tx, hallId, ['systemAdministrator'])) {
    const key = `${hallId}:${day}:${id}`
    await writeLetter(tx, world, { hallId, kind: 'post-empty', key, caseId: null, officerId: id })
  }
  const address = await outsideAddress(tx, hallId, outsidePost)
  return { outside: outsidePost, outsideAddress: address !== null }
}
