import { eq } from 'drizzle-orm'
import { caseFiles, verdicts } from '../../../db/schema/index.ts'
import { today, type World } from '../../context.ts'
import { Refused } from '../../refused.ts'
import { record } from '../record.ts'

/** The complainant says once whether the reply satisfies; a second answer changes nothing. */
export const giveVerdict = (world: World, caseId: number, satisfied: boolean) =>
  world.store.write(async (tx) => {
    const [file] = await tx.select().from(caseFiles).where(eq(caseFiles.id, caseId))
    if (!file) throw new Refused('no-such-case')
    if (file.repliedOn === null) throw new Refused('no-reply-yet')
    const [given] = await tx
      .insert(verdicts)
      .values({ caseId, satisfied, day: today(world) })
      .onConflictDoNothing()
      .returning({ id: verdicts.id })
    if (given) {
      await record(tx, world, {
        hallId: file.hallId,
        kind: 'verdict-given',
        object: `case:${caseId}`,
        officerId: null,
        particulars: { satisfied },
        dayOnly: true,
      })
    }
  })
