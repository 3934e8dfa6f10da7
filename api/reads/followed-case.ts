import { and, asc, desc, eq, isNull } from 'drizzle-orm'
import {
  caseFiles,
  caseSteps,
  clauses,
  complaints,
  deadlines,
  decisions,
  halls,
  messages,
  verdicts,
  windows,
} from '../../db/schema/index.ts'
import { openField, openMaybe } from '../../db/sealing/field.ts'
import { today, type World } from '../context.ts'
import { Refused } from '../refused.ts'
import { worksheetOf } from '../rules/calendar.ts'
import { clockOf } from '../rules/case-deadlines.ts'
import { type CaseState, type DeadlineKind, isVerified } from '../rules/case-file.ts'
import { policyOf } from './windows.ts'

/** The clocks a complainant is shown; what the office owes inside stays inside. */
const SHOWN: readonly DeadlineKind[] = ['acceptance', 'reply', 'promise', 'maximum', 'external']
/** Steps that are the complainant's business; proposals and returns are the office's own. */
const HIDDEN_ACTS = new Set([
  'propose',
  'sendBack',
  'assign',
  'classify',
  'archive',
  'addInquiryNote',
  'requestStatement',
])
const WITHDRAWABLE: readonly CaseState[] = [
  'registered',
  'accepted',
  'investigating',
  'coordinating',
  'leaderReview',
  'coordinationMeeting',
]
const OPEN: readonly CaseState[] = [...WITHDRAWABLE, 'finalOpinion', 'awaitingApproval', 'replied']

/** A case as its complainant may see it: the state, every clock, what was said, the reply. */
export async function followedCase(world: World, caseId: number) {
  const { read } = world.store
  const [found] = await read
    .select({
      file: caseFiles,
      complaint: complaints,
      hall: halls,
      window: windows,
      clause: clauses,
    })
    .from(caseFiles)
    .innerJoin(complaints, eq(complaints.id, caseFiles.complaintId))
    .innerJoin(halls, eq(halls.id, caseFiles.hallId))
    .leftJoin(windows, eq(windows.id, complaints.windowId))
    .leftJoin(clauses, eq(clauses.id, complaints.clauseId))
    .where(eq(caseFiles.id, caseId))
  if (!found) throw new Refused('no-such-case')
  const { file, complaint, hall, window, clause } = found
  const policy = policyOf(hall)
  const steps = await read
    .select()
    .from(caseSteps)
    .where(eq(caseSteps.caseId, caseId))
    .orderBy(desc(caseSteps.id))
  const clocks = await read
    .select()
    .from(deadlines)
    .where(and(eq(deadlines.caseId, caseId), isNull(deadlines.replacedBy)))
    .orderBy(asc(deadlines.dueOn))
  const said = await read
    .select()
    .from(messages)
    .where(eq(messages.caseId, caseId))
    .orderBy(asc(messages.id))
  const [decision] = await read
    .select()
    .from(decisions)
    .where(and(eq(decisions.caseId, caseId), eq(decisions.approved, true)))
    .orderBy(desc(decisions.id))
    .limit(1)
  const [verdict] = await read.select().from(verdicts).where(eq(verdicts.caseId, caseId))
  const answered = decision && file.repliedOn !== null

  return {
    number: file.number,
    hall: { key: hall.key, name: hall.name, phone: hall.phone },
    office: file.office,
    superior: `${policy.secondPerson.unitZh}${policy.secondPerson.postZh}`,
    state: file.state,
    receivedOn: complaint.receivedOn,
    window: window ? { number: window.number, business: window.business } : null,
    clause: clause?.label ?? null,
    clocks: clocks
      .filter(({ kind }) => SHOWN.includes(kind))
      .map((deadline) => ({
        kind: deadline.kind,
        dueOn: deadline.dueOn,
        dayZero: deadline.dayZero,
        workingDays: deadline.workingDays,
        provisional: deadline.provisional,
        metOn: deadline.metOn,
        ...clockOf(deadline.dueOn, today(world), world.calendar),
        days:
          deadline.workingDays === null
            ? []
            : worksheetOf(deadline.dayZero, deadline.workingDays, world.calendar).days,
      })),
    steps: steps
      .filter(({ act }) => !HIDDEN_ACTS.has(act))
      .map((step) => ({
        act: step.act,
        state: step.toState,
        day: step.day,
        at: step.at?.getTime() ?? null,
        note: openMaybe(world.keys, 'case_steps.note', caseId, step.note),
      })),
    messages: said.map((message) => ({
      mine: message.officerId === null,
      day: message.day,
      text: openField(world.keys, 'messages.text', caseId, message.text),
    })),
    reply: answered
      ? {
          on: file.repliedOn!,
          finding: decision.finding,
          measure: isVerified(decision.finding)
            ? openField(world.keys, 'decisions.measure', caseId, decision.measure)
            : '',
          text: openField(world.keys, 'decisions.reply', caseId, decision.reply),
        }
      : null,
    satisfied: verdict?.satisfied ?? null,
    mayWrite: OPEN.includes(file.state),
    mayWithdraw: WITHDRAWABLE.includes(file.state),
    mayJudge: Boolean(answered) && verdict === undefined,
  }
}

export type FollowedCase = Awaited<ReturnType<typeof followedCase>>
