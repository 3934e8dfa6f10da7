import { senderAnswers } from '../../../db/schema/index.ts'
import { type Officer, today, type World } from '../../context.ts'
import type { SenderAnswerForm } from '../../forms/case.ts'
import { toldByTelephone } from '../../reads/told-by-telephone.ts'
import { Invalid } from '../../refused.ts'
import { meetDeadlines } from './case-clock.ts'
import { caseInHand, countedToday, takeStep } from './take-step.ts'

/**
 * What another organ sent on is answered to that organ (答复转办单位), with the day and the number
 * of the letter. Qingpu 投诉处置办法: within the sending organ's limit. The citizen reads the reply
 * too; whoever left a telephone number alone is called before.
 */
export const answerSender = (
  world: World,
  officer: Officer,
  number: string,
  form: SenderAnswerForm,
) =>
  world.store.write(async (tx) => {
    const found = await caseInHand(tx, officer, number, 'answerSender', form.revision)
    const { file: before, complaint, policy } = found
    const now = today(world)
    if (form.answeredOn > now) throw new Invalid({ answeredOn: ['day-in-future'] })
    if (form.answeredOn < (before.repliedOn ?? complaint.receivedOn)) {
      throw new Invalid({ answeredOn: ['answer-before-reply'] })
    }
    const call = before.state !== 'withdrawn' && (await toldByTelephone(tx, complaint.id))
    if (call && !form.citizenTold) throw new Invalid({ citizenTold: ['citizen-not-told'] })
    const file = await takeStep(tx, world, found, {
      act: 'answerSender',
      kind: 'sender-answered',
      by: officer.id,
      particulars: { answeredOn: form.answeredOn },
    })
    await tx.insert(senderAnswers).values({
      caseId: file.id,
      answeredOn: form.answeredOn,
      letterNumber: form.letterNumber,
      citizenToldOn: call ? now : null,
      enteredBy: officer.id,
      enteredOn: now,
    })
    const on = form.answeredOn === now ? countedToday(world, policy) : form.answeredOn
    await meetDeadlines(tx, file.id, ['external'], on)
    return { state: file.state, revision: file.revision }
  })
