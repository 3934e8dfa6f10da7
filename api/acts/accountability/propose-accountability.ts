import { and, eq, isNull } from 'drizzle-orm'
import { accountabilityActions, caseStaff, staff } from '../../../db/schema/index.ts'
import { sealField } from '../../../db/sealing/field.ts'
import type { Transaction } from '../../../db/store.ts'
import { type Officer, today, type World } from '../../context.ts'
import type { AccountabilityForm } from '../../forms/accountability.ts'
import { ladders } from '../../policies/ladders/by-key.ts'
import { earlierOf } from '../../reads/accountable-acts.ts'
import { apologyIn } from '../../reads/apologies.ts'
import { approvedDecision } from '../../reads/approved-decision.ts'
import { type CaseInSight, caseInSight } from '../../reads/case-in-sight.ts'
import { accountsOf, possibleApprovers } from '../../reads/office-people.ts'
import { Invalid, Refused } from '../../refused.ts'
import {
  accountabilityRefusal,
  assess,
  choiceRefusal,
  sanctionsOf,
} from '../../rules/accountability.ts'
import { deadlineOf } from '../../rules/calendar.ts'
import { refusalOf } from '../../rules/can.ts'
import { saysOtherwise } from '../../rules/apology.ts'
import { isRepeated } from '../../rules/repeated-acts.ts'
import type { Circumstance } from '../../rules/ladder.ts'
import { record } from '../record.ts'
import { writeLetter } from '../write-letter.ts'

const ID_BYTES = 16

type NewAction = typeof accountabilityActions.$inferInsert

async function personOf(tx: Transaction, hallId: number, publicId: string) {
  const [found] = await tx
    .select()
    .from(staff)
    .where(and(eq(staff.hallId, hallId), eq(staff.publicId, publicId)))
  if (!found) throw new Invalid({ staff: ['staff-not-here'] })
  return found.id
}

/** Everything a proposal about a person must say. */
function wholeForm({ ground, severity, actOn, gist, ...form }: AccountabilityForm) {
  const needed = { ground: ground || null, severity, actOn, gist: gist || null }
  const missing = Object.entries(needed).flatMap(([name, value]) => (value === null ? [name] : []))
  if (missing.length > 0) {
    throw new Invalid(Object.fromEntries(missing.map((name) => [name, ['needed' as const]])))
  }
  return { ...form, ground, severity: severity!, actOn: actOn!, gist }
}

/** What the ladder says of a person's act, with the earlier acts that count. */
async function judged(
  tx: Transaction,
  world: World,
  { file, policy }: CaseInSight,
  staffId: number,
  form: AccountabilityForm,
): Promise<Partial<NewAction>> {
  const whole = wholeForm(form)
  const { ground, severity, actOn, choice } = whole
  if (actOn > today(world)) throw new Invalid({ actOn: ['day-in-future'] })
  const { repeatRule } = policy
  const earlier = await earlierOf(tx, repeatRule, { staffId, caseId: file.id, on: actOn })
  const repeated = isRepeated(repeatRule, { incident: String(file.id), on: actOn }, earlier)
  const circumstances: Circumstance[] = [
    ...whole.circumstances,
    ...(repeated ? (['repeated'] as const) : []),
  ]
  if (saysOtherwise((await apologyIn(tx, file.id))?.word ?? null, circumstances)) {
    throw new Invalid({ circumstances: ['not-forgiven'] })
  }
  const assessment = assess(ladders[policy.ladder], { ground, severity, circumstances })
  if (!assessment) throw new Invalid({ severity: ['ladder-lacks-it'] })
  const { rung } = assessment
  if (choiceRefusal(rung, choice)) throw new Invalid({ choice: ['choice-of-rung'] })
  return {
    staffId,
    asHead: form.asHead,
    ground,
    severity,
    actOn,
    circumstances,
    earlier: earlier.map(({ id }) => id),
    gist: form.gist,
    proposedRung: rung.key,
    proposedTier: rung.tier,
    proposedSanctions: sanctionsOf(rung, choice),
    answerUntil: deadlineOf(today(world), policy.entryAnswerWd, world.calendar).day,
  }
}

/** Refuse a second proposal about somebody, or about nobody, while the first one waits. */
async function refuseTwice(tx: Transaction, caseId: number, staffId: number | null) {
  const { staffId: about } = accountabilityActions
  const [waiting] = await tx
    .select({ id: accountabilityActions.id })
    .from(accountabilityActions)
    .where(
      and(
        eq(accountabilityActions.caseId, caseId),
        isNull(accountabilityActions.outcome),
        staffId === null ? isNull(about) : eq(about, staffId),
      ),
    )
  if (waiting) throw new Refused('accountability-waits')
}

async function tell(
  tx: Transaction,
  world: World,
  { file }: CaseInSight,
  action: typeof accountabilityActions.$inferSelect,
) {
  const { hallId } = file
  const key = (officerId: number) =>
    [...(action.answerUntil ? [action.answerUntil] : []), action.publicId, officerId].join(':')
  const about = { hallId, caseId: null }
  const accounts = action.staffId === null ? [] : await accountsOf(tx, [action.staffId])
  for (const { id } of accounts) {
    const letter = { kind: 'accountability-proposed' as const, key: key(id), officerId: id }
    await writeLetter(tx, world, { ...about, ...letter })
  }
  for (const { id } of await possibleApprovers(tx, hallId, file.id, action.proposedBy)) {
    const letter = { kind: 'accountability-waits' as const, key: key(id), officerId: id }
    await writeLetter(tx, world, { ...about, ...letter })
  }
}

/**
 * Whoever works on a case proposes what follows for a responsible person, or that nothing does,
 * because (责任追究): the tier of the hall's ladder with its arithmetic, earlier accountable acts of
 * the rolling year found by themselves. The person is kept away from the case from now on, and has
 * the policy's working days to answer. Also on a closed file.
 */
export const proposeAccountability = (
  world: World,
  officer: Officer,
  number: string,
  form: AccountabilityForm,
) =>
  world.store.write(async (tx) => {
    const found = await caseInSight(tx, officer, number)
    const { file, relation, policy } = found
    const staffId = form.staff === '' ? null : await personOf(tx, file.hallId, form.staff)
    const resource = { kind: 'accountability', staffId, proposedById: null } as const
    const denied = refusalOf({ ...officer, relation }, 'propose', resource)
    if (denied === 'concerns-yourself') throw new Refused('accountability-self')
    if (denied) throw new Refused(denied === 'case-not-in-hand' ? denied : 'not-yours')
    const decision = await approvedDecision(tx, file.id)
    const state = { state: file.state, finding: decision?.finding ?? null }
    const refusal = accountabilityRefusal(state, form.circumstances)
    if (refusal) throw new Refused(refusal)
    await refuseTwice(tx, file.id, staffId)
    const [action] = await tx
      .insert(accountabilityActions)
      .values({
        publicId: world.random.id(ID_BYTES),
        hallId: file.hallId,
        caseId: file.id,
        asHead: false,
        ladder: policy.ladder,
        circumstances: [],
        earlier: [],
        gist: '',
        proposedSanctions: [],
        ...(staffId === null ? {} : await judged(tx, world, found, staffId, form)),
        reason: sealField(world.keys, 'accountability_actions.reason', file.id, form.reason),
        proposedBy: officer.id,
        proposedOn: today(world),
      })
      .returning()
    if (staffId !== null) {
      await tx.insert(caseStaff).values({ caseId: file.id, staffId }).onConflictDoNothing()
    }
    await record(tx, world, {
      hallId: file.hallId,
      kind: 'accountability-proposed',
      object: `case:${file.id}`,
      officerId: officer.id,
      particulars: { action: action!.id, staff: staffId, rung: action!.proposedRung },
    })
    await tell(tx, world, found, action!)
    return { id: action!.publicId, rung: action!.proposedRung, tier: action!.proposedTier }
  })
