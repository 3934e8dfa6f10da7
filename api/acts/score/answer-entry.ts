import { and, eq, isNull } from 'drizzle-orm'
import { scoreEntries } from '../../../db/schema/index.ts'
import { sealField } from '../../../db/sealing/field.ts'
import { type Officer, today, type World } from '../../context.ts'
import type { AnswerForm } from '../../forms/score.ts'
import { addressedTo } from '../../reads/entry-addressees.ts'
import { answerOwner, entryById } from '../../reads/score-entries.ts'
import { Refused } from '../../refused.ts'
import { can } from '../../rules/can.ts'
import { record } from '../record.ts'

/**
 * Whoever a proposed deduction names answers to it, once, until a second person decides. For
 * everybody else, and for a bonus, it is `no-such-entry`.
 */
export const answerEntry = (
  world: World,
  officer: Officer,
  publicId: string,
  { answer }: AnswerForm,
): Promise<void> =>
  world.store.write(async (tx) => {
    const entry = await entryById(tx, officer.hallId, publicId)
    const addressedToStaffIds = await addressedTo(tx, entry)
    const actor = { ...officer, relation: null }
    const mayAnswer = can(actor, 'answer', { kind: 'entryAnswer', addressedToStaffIds })
    if (!mayAnswer || entry.answerUntil === null) throw new Refused('no-such-entry')
    if (entry.confirmed !== null) throw new Refused('entry-already-decided')
    const [given] = await tx
      .update(scoreEntries)
      .set({
        answer: sealField(world.keys, 'score_entries.answer', answerOwner(entry), answer),
        answeredBy: officer.id,
        answeredOn: today(world),
      })
      .where(and(eq(scoreEntries.id, entry.id), isNull(scoreEntries.answer)))
      .returning({ id: scoreEntries.id })
    if (!given) throw new Refused('entry-answered')
    await record(tx, world, {
      hallId: entry.hallId,
      kind: 'score-entry-answered',
      object: `score-entry:${entry.id}`,
      officerId: officer.id,
    })
  })
