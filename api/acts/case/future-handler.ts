import type { Transaction } from '../../../db/store.ts'
import type { Officer, World } from '../../context.ts'
import type { CaseFile } from '../../reads/case-in-sight.ts'
import { holdersOf } from '../../reads/office-people.ts'
import { unrecused } from '../../reads/unrecused.ts'
import { Invalid, Refused } from '../../refused.ts'
import { assignmentRefusal } from '../../rules/case-workflow.ts'
import { ROLES } from '../../rules/roles.ts'
import { writeLetter } from '../write-letter.ts'

/** The officer a case is to be given to, by public id; refused when it may not be given to them. */
export async function futureHandler(
  tx: Transaction,
  by: Officer,
  file: Pick<CaseFile, 'id' | 'hallId'>,
  publicId: string,
) {
  const people = await holdersOf(tx, file.hallId, ROLES)
  const to = people.find((person) =>
    publicId === '' ? person.id === by.id : person.publicId === publicId,
  )
  if (!to) throw new Invalid({ handler: ['unknown-choice'] })
  const recused = (await unrecused(tx, file.id, [to])).length === 0
  const refusal = assignmentRefusal(by, { ...to, recused })
  if (refusal) throw new Refused(refusal)
  return to
}

/** Whoever is given a case by somebody else is told by letter. */
export async function tellHandler(
  tx: Transaction,
  world: World,
  file: Pick<CaseFile, 'id' | 'hallId' | 'revision'>,
  handlerId: number,
  by: Officer,
): Promise<void> {
  if (handlerId === by.id) return
  await writeLetter(tx, world, {
    hallId: file.hallId,
    kind: 'case-assigned',
    key: `assigned:${file.id}:${file.revision}`,
    caseId: file.id,
    officerId: handlerId,
  })
}
