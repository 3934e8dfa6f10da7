import { and, asc, eq, isNull, not } from 'drizzle-orm'
import {
  caseFiles,
  complaints,
  officers,
  sealedIdentities,
  unsealings,
} from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'
import type { Officer } from '../context.ts'
import { Refused } from '../refused.ts'
import { recusedFrom } from './recused.ts'

/** Wishes of a custodian's hall to open an identity that wait for an answer, the oldest first. */
export const openUnsealings = (db: Reader, custodian: Officer) =>
  db
    .select({
      id: unsealings.publicId,
      number: caseFiles.number,
      asker: officers.name,
      own: eq(unsealings.askedBy, custodian.id),
      reason: unsealings.reason,
      askedAt: unsealings.askedAt,
    })
    .from(unsealings)
    .innerJoin(complaints, eq(complaints.id, unsealings.complaintId))
    .innerJoin(caseFiles, eq(caseFiles.complaintId, complaints.id))
    .innerJoin(officers, eq(officers.id, unsealings.askedBy))
    .where(
      and(
        eq(caseFiles.hallId, custodian.hallId),
        isNull(unsealings.decidedBy),
        not(recusedFrom(custodian)),
      ),
    )
    .orderBy(asc(unsealings.id))

/**
 * One wish with the box it is about, for a custodian of the same hall. One of another hall, and
 * one about a case the custodian is kept away from, are refused like one that is not there.
 */
export async function unsealingFor(db: Reader, custodian: Officer, publicId: string) {
  const [found] = await db
    .select({
      unsealing: unsealings,
      caseId: caseFiles.id,
      hallId: caseFiles.hallId,
      owner: complaints.publicId,
      box: sealedIdentities.box,
    })
    .from(unsealings)
    .innerJoin(complaints, eq(complaints.id, unsealings.complaintId))
    .innerJoin(caseFiles, eq(caseFiles.complaintId, complaints.id))
    .innerJoin(sealedIdentities, eq(sealedIdentities.complaintId, complaints.id))
    .where(
      and(
        eq(unsealings.publicId, publicId),
        eq(caseFiles.hallId, custodian.hallId),
        not(recusedFrom(custodian)),
      ),
    )
  if (!found) throw new Refused('no-such-unsealing')
  return found
}
