import { and, eq, isNull } from 'drizzle-orm'
import { sealedIdentities, unsealings } from '../../../db/schema/index.ts'
import type { Officer, World } from '../../context.ts'
import type { UnsealingForm } from '../../forms/custodian.ts'
import { caseInSight } from '../../reads/case-in-sight.ts'
import { Refused } from '../../refused.ts'
import { refusalOf } from '../../rules/can.ts'
import { record } from '../record.ts'

const ID_BYTES = 16

/**
 * Whoever has a confidential case in hand asks the custodian to open the complainant's identity,
 * and says why. One wish at a time; a case the asker is kept away from is answered like none.
 */
export const askUnsealing = (world: World, by: Officer, number: string, form: UnsealingForm) =>
  world.store.write(async (tx) => {
    const { file, complaint, relation } = await caseInSight(tx, by, number)
    const [sealed] = await tx
      .select({ id: sealedIdentities.id })
      .from(sealedIdentities)
      .where(eq(sealedIdentities.complaintId, complaint.id))
    const [waiting] = await tx
      .select({ askedBy: unsealings.askedBy })
      .from(unsealings)
      .where(and(eq(unsealings.complaintId, complaint.id), isNull(unsealings.decidedBy)))
    const refusal = refusalOf({ ...by, relation }, 'request', {
      kind: 'sealedIdentity',
      identity: complaint.identity,
      requestedById: waiting?.askedBy ?? null,
      approvedById: null,
      openedById: null,
    })
    if (refusal === 'unsealing-already-requested') throw new Refused('unsealing-asked-already')
    if (refusal === 'identity-not-sealed' || (!refusal && !sealed)) {
      throw new Refused('nothing-sealed')
    }
    if (refusal) throw new Refused('not-yours')
    const [asked] = await tx
      .insert(unsealings)
      .values({
        publicId: world.random.id(ID_BYTES),
        complaintId: complaint.id,
        askedBy: by.id,
        reason: form.reason,
        askedAt: world.now(),
      })
      .returning()
    await record(tx, world, {
      hallId: by.hallId,
      kind: 'unsealing-asked',
      object: `case:${file.id}`,
      officerId: by.id,
      particulars: { unsealing: asked!.id },
    })
    return { id: asked!.publicId }
  })
