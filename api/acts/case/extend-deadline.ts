import { and, count, eq, inArray, isNull } from 'drizzle-orm'
import { deadlines, extensions } from '../../../db/schema/index.ts'
import { sealField } from '../../../db/sealing/field.ts'
import type { Transaction } from '../../../db/store.ts'
import { type Officer, today, type World } from '../../context.ts'
import type { ExtensionForm } from '../../forms/case.ts'
import type { CaseInSight } from '../../reads/case-in-sight.ts'
import { Refused } from '../../refused.ts'
import { deadlineOf } from '../../rules/calendar.ts'
import { extensionRefusal } from '../../rules/case-deadlines.ts'
import { dateRule } from '../../rules/date-rule.ts'
import { replaceDeadline } from './case-clock.ts'
import { caseInHand, takeStep } from './take-step.ts'
import { tellComplainant } from './tell-complainant.ts'

/** The reply's running clock: the promised day, or the hall's limit. */
async function runningReply(tx: Transaction, caseId: number) {
  const running = await tx
    .select()
    .from(deadlines)
    .where(
      and(
        eq(deadlines.caseId, caseId),
        inArray(deadlines.kind, ['promise', 'reply']),
        isNull(deadlines.metOn),
        isNull(deadlines.replacedBy),
      ),
    )
  const found = running.find(({ kind }) => kind === 'promise') ?? running[0]
  if (!found) throw new Refused('case-not-extendable')
  return found
}

function checkExtension(
  world: World,
  { policy, file, complaint, owed }: CaseInSight,
  form: ExtensionForm,
  before: { dueOn: typeof form.newDueOn; times: number },
): void {
  const { receivedOn } = complaint
  const refusal = extensionRefusal(
    policy,
    {
      track: file.track ?? 'investigated',
      receivedOn,
      newDueOn: form.newDueOn,
      today: today(world),
      toldComplainantOn: form.told ? today(world) : null,
      internalFinding: owed.internalFinding,
      ...before,
    },
    world.calendar,
  )
  if (refusal === null) return
  const { maxWd } = policy.clocks
  const { maxTimes } = policy.extension
  throw new Refused(refusal, {
    ...dateRule(policy),
    day: form.newDueOn,
    before: before.dueOn,
    ...(maxTimes === null ? {} : { times: maxTimes }),
    ...(maxWd === null
      ? {}
      : { wd: maxWd, until: deadlineOf(receivedOn, maxWd, world.calendar).day }),
  })
}

/**
 * The reply is put off, with an explanation the complainant reads. Qingpu 投诉处置办法: complex
 * cases, ten working days from receipt at the most; Bingcha 投诉督查管理制度: as often as needed. The
 * old date stays on record, also that it was missed.
 */
export const extendDeadline = (
  world: World,
  officer: Officer,
  number: string,
  form: ExtensionForm,
) =>
  world.store.write(async (tx) => {
    const found = await caseInHand(tx, officer, number, 'extend', form.revision)
    const { id: caseId, hallId } = found.file
    const running = await runningReply(tx, caseId)
    const [given] = await tx
      .select({ times: count() })
      .from(extensions)
      .where(eq(extensions.caseId, caseId))
    const { dueOn, kind, dayZero } = running
    checkExtension(world, found, form, { dueOn, times: given!.times })
    const file = await takeStep(tx, world, found, {
      act: 'extend',
      kind: 'deadline-extended',
      by: officer.id,
      note: form.explanation,
      particulars: { clock: kind, fromDay: dueOn, toDay: form.newDueOn },
    })
    await tx.insert(extensions).values({
      caseId,
      deadlineId: running.id,
      fromDay: dueOn,
      toDay: form.newDueOn,
      reason: sealField(world.keys, 'extensions.reason', caseId, form.explanation),
      grantedBy: officer.id,
      grantedOn: today(world),
    })
    await replaceDeadline(tx, running.id, {
      hallId,
      caseId,
      kind,
      dayZero,
      workingDays: null,
      dueOn: form.newDueOn,
      provisional: form.newDueOn > world.calendar.knownUntil,
    })
    await tellComplainant(tx, world, found, 'deadline-extended', `extended:${file.revision}`)
    return { state: file.state, revision: file.revision, dueOn: form.newDueOn }
  })
