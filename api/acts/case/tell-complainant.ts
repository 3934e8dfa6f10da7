import { and, eq, isNotNull } from 'drizzle-orm'
import { complainants } from '../../../db/schema/index.ts'
import type { Transaction } from '../../../db/store.ts'
import type { World } from '../../context.ts'
import type { LetterKind } from '../../rules/letter-kind.ts'
import { writeLetter } from '../write-letter.ts'

/** A letter to the complainant, where an e-mail address is on file for letters. */
export async function tellComplainant(
  tx: Transaction,
  world: World,
  { file, complaint }: { file: { id: number; hallId: number }; complaint: { id: number } },
  kind: LetterKind,
  key: string,
): Promise<void> {
  const [reachable] = await tx
    .select({ id: complainants.id })
    .from(complainants)
    .where(and(eq(complainants.complaintId, complaint.id), isNotNull(complainants.email)))
  if (!reachable) return
  await writeLetter(tx, world, {
    hallId: file.hallId,
    kind,
    key: `${file.id}:${key}`,
    caseId: file.id,
    officerId: null,
  })
}
