import { and, desc, eq, isNotNull, notInArray } from 'drizzle-orm'
import { caseFiles, caseSteps, events, officers } from '../../../db/schema/index.ts'
import { sealField } from '../../../db/sealing/field.ts'
import type { Reader, Transaction } from '../../../db/store.ts'
import { type Officer, today, type World } from '../../context.ts'
import { type CaseInSight, caseInSight } from '../../reads/case-in-sight.ts'
import { Refused, type RefusalDetails } from '../../refused.ts'
import type { CaseRelation } from '../../rules/case-relation.ts'
import {
  actRefusal,
  type CaseAct,
  nextState,
  type WorkflowRefusal,
} from '../../rules/case-workflow.ts'
import { countedDay } from '../../rules/counted-day.ts'
import { dateRule } from '../../rules/date-rule.ts'
import type { Day } from '../../rules/day.ts'
import type { HallPolicy } from '../../rules/hall-policy.ts'
import type { Role } from '../../rules/roles.ts'
import { type Particulars, record } from '../record.ts'

/** Events that only say that somebody looked. */
const LOOKS = ['case-read', 'complainant-read'] as const

/** Refuse with the rule's own reason; what may not be known of is answered as not there. */
function refuse(refusal: WorkflowRefusal | null, details: RefusalDetails): void {
  if (refusal === null) return
  throw new Refused(refusal === 'case-not-visible' ? 'no-such-case' : refusal, details)
}

/** Refuse an act that this person may not do to the case as it stands. */
export const mayAct = (
  { facts, policy }: Pick<CaseInSight, 'facts' | 'policy'>,
  actor: { roles: readonly Role[]; relation: CaseRelation },
  act: CaseAct,
): void =>
  refuse(actRefusal(actor, act, facts), {
    ...dateRule(policy),
    extends: policy.extension.allowed ? 'complex' : 'never',
  })

/** The officer who changed a case last, by name. */
async function lastToAct(db: Reader, caseId: number): Promise<string | null> {
  const [last] = await db
    .select({ name: officers.name })
    .from(events)
    .innerJoin(officers, eq(officers.id, events.officerId))
    .where(
      and(
        eq(events.object, `case:${caseId}`),
        isNotNull(events.officerId),
        notInArray(events.kind, [...LOOKS]),
      ),
    )
    .orderBy(desc(events.seq))
    .limit(1)
  return last?.name ?? null
}

async function decidedMeanwhile(db: Reader, caseId: number): Promise<Refused> {
  const who = await lastToAct(db, caseId)
  return new Refused('decided-meanwhile', who === null ? {} : { who })
}

/**
 * The case an officer wants to act on, as it stood on the officer's screen. Refused when it
 * cannot be seen, when somebody changed it since (`decided-meanwhile`, with the name), and when
 * its workflow does not let this officer do this now.
 */
export async function caseInHand(
  tx: Transaction,
  officer: Officer,
  number: string,
  act: CaseAct,
  revision: number,
): Promise<CaseInSight> {
  const found = await caseInSight(tx, officer, number)
  if (found.file.revision !== revision) throw await decidedMeanwhile(tx, found.file.id)
  mayAct(found, { roles: officer.roles, relation: found.relation }, act)
  return found
}

type Stepping = Pick<CaseInSight, 'file' | 'facts'>

/** One act on a case: what it changes, what it says to the citizen, what stays in the file. */
export type Step = {
  act: CaseAct
  /** The event's kind, a past participle. */
  kind: string
  /** Null when the complainant acts. */
  by: number | null
  set?: Partial<typeof caseFiles.$inferInsert>
  /** A sentence for the complainant. */
  note?: string | undefined
  /** A text for the office alone. */
  record?: string | undefined
  particulars?: Particulars
}

/** Enter a change of a case in the log and count it, so that whoever looked earlier is told. */
export async function countChange(
  tx: Transaction,
  world: World,
  { file, facts }: Stepping,
  { act, kind, by, set = {}, particulars = {} }: Step,
): Promise<CaseInSight['file']> {
  const state = nextState(facts.path, file.state, act) ?? file.state
  const [changed] = await tx
    .update(caseFiles)
    .set({ ...set, state, revision: file.revision + 1 })
    .where(and(eq(caseFiles.id, file.id), eq(caseFiles.revision, file.revision)))
    .returning()
  if (!changed) throw await decidedMeanwhile(tx, file.id)
  await record(tx, world, {
    hallId: file.hallId,
    kind,
    object: `case:${file.id}`,
    officerId: by,
    particulars: { ...particulars, from: file.state, to: state, revision: changed.revision },
    dayOnly: by === null,
  })
  return changed
}

/** Take a case a step further: its state, its step with who and when, and one event. */
export async function takeStep(
  tx: Transaction,
  world: World,
  found: Stepping,
  step: Step,
): Promise<CaseInSight['file']> {
  const changed = await countChange(tx, world, found, step)
  const sealed = (column: 'note' | 'record', text: string | undefined) =>
    text ? sealField(world.keys, `case_steps.${column}`, changed.id, text) : null
  await tx.insert(caseSteps).values({
    caseId: changed.id,
    act: step.act,
    fromState: found.file.state,
    toState: changed.state,
    officerId: step.by,
    day: today(world),
    at: step.by === null ? null : world.now(),
    note: sealed('note', step.note),
    record: sealed('record', step.record),
  })
  return changed
}

/** The day on which what is done now counts as done. */
export const countedToday = (world: World, { openingHours }: HallPolicy): Day =>
  countedDay(world.now(), openingHours, world.calendar)
