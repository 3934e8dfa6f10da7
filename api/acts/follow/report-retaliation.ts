import { retaliationReports } from '../../../db/schema/index.ts'
import { sealField } from '../../../db/sealing/field.ts'
import { formDigest } from '../../../db/sealing/receipt.ts'
import { today, type World } from '../../context.ts'
import { caseById } from '../../reads/case-in-sight.ts'
import { readersOfRetaliation } from '../../reads/retaliation.ts'
import { record } from '../record.ts'
import { writeLetter } from '../write-letter.ts'

/**
 * The complainant reports retaliation (打击报复, Anci 责任追究制度, first aggravating factor), whatever
 * became of the case. It goes to the head directly: the handler learns nothing of it. The same
 * form sent twice is one report.
 */
export const reportRetaliation = (world: World, caseId: number, form: string, text: string) =>
  world.store.write(async (tx) => {
    const { file } = await caseById(tx, caseId)
    const { hallId } = file
    const [added] = await tx
      .insert(retaliationReports)
      .values({
        hallId,
        caseId,
        text: sealField(world.keys, 'retaliation_reports.text', caseId, text),
        reportedOn: today(world),
        formDigest: formDigest(`retaliation ${caseId} ${form}`),
      })
      .onConflictDoNothing()
      .returning({ id: retaliationReports.id })
    if (!added) return
    await record(tx, world, {
      hallId,
      kind: 'retaliation-reported',
      object: `case:${caseId}`,
      officerId: null,
      particulars: { report: added.id },
      dayOnly: true,
    })
    for (const { id } of await readersOfRetaliation(tx, hallId, caseId)) {
      await writeLetter(tx, world, {
        hallId,
        kind: 'retaliation-reported',
        key: `report:${added.id}:${id}`,
        caseId,
        officerId: id,
      })
    }
  })
