import { and, eq, isNull } from 'drizzle-orm'
import { accountabilityActions } from '../../../db/schema/index.ts'
import { sealField } from '../../../db/sealing/field.ts'
import type { Transaction } from '../../../db/store.ts'
import { type Officer, today, type World } from '../../context.ts'
import { type AccountabilityDecisionForm, NO_RUNG } from '../../forms/accountability.ts'
import { ladders } from '../../policies/ladders/by-key.ts'
import { apologyIn } from '../../reads/apologies.ts'
import { type Action, actionById, rungOf } from '../../reads/accountable-acts.ts'
import { caseById } from '../../reads/case-in-sight.ts'
import { decidedIn } from '../../reads/case-accountability.ts'
import { unrecused } from '../../reads/unrecused.ts'
import { Invalid, Refused } from '../../refused.ts'
import {
  assess,
  choiceRefusal,
  owesReason,
  papersRefusal,
  probationUntil,
  sanctionsOf,
} from '../../rules/accountability.ts'
import { saysOtherwise } from '../../rules/apology.ts'
import { refusalOf } from '../../rules/can.ts'
import { relationOf } from '../../rules/case-relation.ts'
import { isOver } from '../../rules/day-over.ts'
import { type Rung, rungsFor, type Sanction } from '../../rules/ladder.ts'
import { waitsForAnswer } from '../../rules/score-entry.ts'
import { meetDeadlines } from '../case/case-clock.ts'
import { countedToday } from '../case/take-step.ts'
import { tellComplainant } from '../case/tell-complainant.ts'
import { record } from '../record.ts'
import { barForAccountability, barForComplaint } from '../score/bar-from-awards.ts'

type Found = Awaited<ReturnType<typeof actionById>>

/** Refuse whoever may not decide; to those kept away from the case there is no such thing. */
async function insist(tx: Transaction, officer: Officer, { action, file }: Found) {
  const [free] = await unrecused(tx, action.caseId, [officer])
  const about = { state: file.state, handlerId: file.handlerId, proposerId: null }
  const relation = relationOf(officer.id, { ...about, recused: !free })
  const refusal = refusalOf({ ...officer, relation }, 'decide', {
    kind: 'accountability',
    staffId: action.staffId,
    proposedById: action.proposedBy,
  })
  if (refusal === 'case-not-visible') throw new Refused('no-such-accountability')
  if (refusal === 'same-person') throw new Refused('accountability-same-person')
  if (refusal === 'concerns-yourself') throw new Refused('accountability-self')
  if (refusal) throw new Refused('not-yours')
}

/** The rung the body decides on; null where nobody is held to account. */
function decidedRung(action: Action, form: AccountabilityDecisionForm): Rung | null {
  if (form.outcome === 'agreed') return rungOf(action, action.proposedRung)
  if (action.ground === null) throw new Invalid({ outcome: ['unknown-choice'] })
  if (form.rung === NO_RUNG) return null
  const rung = rungsFor(ladders[action.ladder], action.ground).find(({ key }) => key === form.rung)
  if (!rung) throw new Invalid({ rung: ['needed'] })
  return rung
}

/** The sanction chosen: a new one, or the proposed one where the rung stays the same. */
function chosen(action: Action, rung: Rung | null, form: AccountabilityDecisionForm) {
  if (rung === null) return null
  const kept = action.proposedSanctions.find((one) => rung.oneOf.includes(one)) ?? null
  const choice: Sanction | null = form.choice ?? kept
  if (choiceRefusal(rung, choice)) throw new Invalid({ choice: ['choice-of-rung'] })
  return choice
}

/** What stands in the row once it is decided. */
function verdictOf(world: World, { action, policy }: Found, form: AccountabilityDecisionForm) {
  const decidedOn = today(world)
  const same = { decidedOn, decidingBody: policy.supervisingBodyZh, outcome: form.outcome }
  if (form.outcome === 'returned') return same
  const rung = decidedRung(action, form)
  const choice = chosen(action, rung, form)
  const proposed = rungOf(action, action.proposedRung)
  if (rung !== null && proposed?.key === rung.key && form.outcome === 'deviated' && !choice) {
    throw new Invalid({ rung: ['same-as-proposed'] })
  }
  if (owesReason(proposed, rung) && form.outcome === 'deviated' && form.reason === '') {
    throw new Invalid({ reason: ['reason-needed'] })
  }
  const papers = rung && papersRefusal(rung, form)
  if (papers) throw new Refused(papers)
  const facts = action.severity && { ground: action.ground!, severity: action.severity }
  const assessment =
    facts && assess(ladders[action.ladder], { ...facts, circumstances: action.circumstances })
  const on = (sent: boolean) => (sent ? decidedOn : null)
  return {
    ...same,
    decidedRung: rung?.key ?? null,
    decidedTier: rung?.tier ?? null,
    decidedSanctions: rung ? sanctionsOf(rung, choice) : [],
    circularOn: on(form.circularSent),
    circularAbout: form.circularAbout,
    departmentToldOn: on(form.departmentTold),
    returnLetterOn: on(form.returnLetterSent),
    forwardedOn: on(assessment?.forwarded === true && rung?.key === assessment.rung.key),
    probationUntil: rung && probationUntil(rung, decidedOn),
  }
}

/** What follows at once: the bar from awards, and the clock once nothing waits any more. */
async function follow(tx: Transaction, world: World, officer: Officer, found: Found, row: Action) {
  const { caseId, hallId } = row
  const rung = rungOf(row, row.decidedRung)
  if (row.outcome !== 'returned') {
    await barForComplaint(tx, world, { caseId, by: officer.id })
    if (rung?.bars && row.staffId !== null) {
      await barForAccountability(tx, world, {
        hallId,
        caseId,
        staffId: row.staffId,
        cause: rung.bars,
        until: row.probationUntil,
        by: officer.id,
      })
    }
  }
  if (await decidedIn(tx, world, caseId)) {
    await meetDeadlines(tx, caseId, ['sanction'], countedToday(world, found.policy))
    const told = await caseById(tx, caseId)
    await tellComplainant(tx, world, told, 'consequence-told', `action:${row.id}`)
  }
}

/**
 * Another officer decides for the body the policy names, once the person has answered or the time
 * for it is over: as proposed, otherwise with a reason, or back to the proposer. From the second
 * tier up (Anci 责任追究制度), on probation or waiting (Bingcha 投诉责任追究暂行办法) and for what
 * Qingpu's rules name, awards are barred at once.
 */
export const decideAccountability = (
  world: World,
  officer: Officer,
  publicId: string,
  form: AccountabilityDecisionForm,
) =>
  world.store.write(async (tx) => {
    const found = await actionById(tx, officer.hallId, publicId)
    const { action, policy } = found
    await insist(tx, officer, found)
    if (action.outcome !== null) throw new Refused('accountability-decided')
    const entry = { confirmed: null, answerUntil: action.answerUntil, answeredOn: action.statedOn }
    const over = (day: typeof action.proposedOn) => isOver(day!, policy.openingHours, world.now())
    if (form.outcome !== 'returned' && waitsForAnswer(entry, over)) {
      throw new Refused('accountability-answer-open', { until: action.answerUntil! })
    }
    const word = (await apologyIn(tx, action.caseId))?.word ?? null
    if (form.outcome === 'agreed' && saysOtherwise(word, action.circumstances)) {
      throw new Refused('complainant-says-otherwise')
    }
    if (form.outcome === 'returned' && form.reason === '') {
      throw new Invalid({ reason: ['reason-needed'] })
    }
    const [row] = await tx
      .update(accountabilityActions)
      .set({
        ...verdictOf(world, found, form),
        deviation:
          form.reason === ''
            ? null
            : sealField(world.keys, 'accountability_actions.deviation', action.caseId, form.reason),
        decidedBy: officer.id,
      })
      .where(and(eq(accountabilityActions.id, action.id), isNull(accountabilityActions.outcome)))
      .returning()
    if (!row) throw new Refused('accountability-decided')
    await record(tx, world, {
      hallId: action.hallId,
      kind: form.outcome === 'returned' ? 'accountability-returned' : 'accountability-decided',
      object: `case:${action.caseId}`,
      officerId: officer.id,
      particulars: { action: action.id, rung: row.decidedRung, outcome: form.outcome },
    })
    await follow(tx, world, officer, found, row)
    return { outcome: form.outcome, rung: row.decidedRung, tier: row.decidedTier }
  })
