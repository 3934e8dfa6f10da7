import { eq } from 'drizzle-orm'
import {
  caseFiles,
  complainants,
  complaints,
  officers,
  type outbox,
} from '../../db/schema/index.ts'
import { openField } from '../../db/sealing/field.ts'
import type { World } from '../context.ts'
import { isEmailAddress } from '../rules/email-address.ts'
import type { LetterKind } from '../rules/letter-kind.ts'
import type { LetterProblem } from '../rules/letter-problem.ts'
import type { OutsidePost } from '../rules/outside-post.ts'
import { outsideAddress } from './outside-posts.ts'
import { unrecused } from './unrecused.ts'

type Row = typeof outbox.$inferSelect
type Addressed = { to: string } | { problem: LetterProblem }

/** The one letter that goes to somebody who is kept away from the case: he is heard. */
const TO_CONCERNED: LetterKind = 'statement-asked'

/**
 * The address a letter goes to, decrypted only now; or why it cannot go. A confidential
 * complainant's is sealed and an anonymous one's was never taken, so nothing is sent to them. A
 * post outside the hall is written to where the administrator entered. An
 * officer who left, or is kept away from the case by now, gets no letter about it.
 */
export async function readerOf(world: World, letter: Row): Promise<Addressed> {
  const address = await addressOf(world, letter)
  if (typeof address !== 'string') return address
  return isEmailAddress(address) ? { to: address } : { problem: 'bad-address' }
}

function addressOf(world: World, letter: Row) {
  const { officerId, outsidePost, hallId, caseId } = letter
  if (outsidePost !== null) return outsidesAddress(world, hallId, outsidePost)
  return officerId === null
    ? complainantsAddress(world, caseId)
    : officersAddress(world, letter, officerId)
}

const outsidesAddress = async ({ store }: World, hallId: number, post: OutsidePost) =>
  (await outsideAddress(store.read, hallId, post)) ?? ({ problem: 'no-address' } as const)

async function complainantsAddress(world: World, caseId: number | null) {
  if (caseId === null) return { problem: 'no-address' } as const
  const [found] = await world.store.read
    .select({
      email: complainants.email,
      identity: complaints.identity,
      publicId: complaints.publicId,
    })
    .from(caseFiles)
    .innerJoin(complaints, eq(complaints.id, caseFiles.complaintId))
    .innerJoin(complainants, eq(complainants.complaintId, complaints.id))
    .where(eq(caseFiles.id, caseId))
  if (!found?.email || found.identity !== 'named') return { problem: 'no-address' } as const
  try {
    return openField(world.keys, 'complainants.email', found.publicId, found.email)
  } catch {
    return { problem: 'bad-address' } as const
  }
}

async function officersAddress(world: World, { kind, caseId }: Row, officerId: number) {
  const [officer] = await world.store.read.select().from(officers).where(eq(officers.id, officerId))
  if (!officer || officer.disabledOn) return { problem: 'reader-gone' } as const
  if (caseId !== null && kind !== TO_CONCERNED) {
    const [may] = await unrecused(world.store.read, caseId, [officer])
    if (!may) return { problem: 'reader-gone' } as const
  }
  return officer.email ? officer.email : ({ problem: 'no-address' } as const)
}
