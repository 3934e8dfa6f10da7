import { and, asc, desc, eq, inArray, isNull, like } from 'drizzle-orm'
import {
  caseFiles,
  caseSteps,
  clauses,
  complaints,
  deadlines,
  decisions,
  escalations,
  extensions,
  halls,
  messages,
  verdicts,
  windows,
} from '../../db/schema/index.ts'
import { openField, openMaybe } from '../../db/sealing/field.ts'
import type { Reader } from '../../db/store.ts'
import { today, type World } from '../context.ts'
import { ladders } from '../policies/ladders/by-key.ts'
import { Refused } from '../refused.ts'
import { apologyRefusal } from '../rules/apology.ts'
import { clockOf, workingDaysLate } from '../rules/case-deadlines.ts'
import { type CaseState, isVerified } from '../rules/case-file.ts'
import { nextState, pathOf } from '../rules/case-workflow.ts'
import type { HallPolicy } from '../rules/hall-policy.ts'
import { isTold, isToldClock } from '../rules/told-to-complainant.ts'
import { apologyIn } from './apologies.ts'
import { consequenceOf } from './case-accountability.ts'
import { deadlineSheets } from './deadline-sheets.ts'
import { citedClauses } from './official-wordings.ts'
import { policyOfCase } from './policies.ts'
import { retaliationDays } from './retaliation.ts'

/** States that end without a reply: their clocks ended too and mean nothing any more. */
const WITHOUT_REPLY: readonly CaseState[] = ['notAccepted', 'withdrawn', 'transferred']

async function fileOf(db: Reader, caseId: number) {
  const [found] = await db
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
  return found
}

/** The clocks as the complainant sees them: when, how counted, put off from when, kept or not. */
async function clocksOf(world: World, caseId: number, policy: HallPolicy) {
  const { read } = world.store
  const sheets = await deadlineSheets(world, caseId, policy, isToldClock)
  const rows = await read
    .select()
    .from(deadlines)
    .where(and(eq(deadlines.caseId, caseId), isNull(deadlines.replacedBy)))
    .orderBy(asc(deadlines.dueOn), asc(deadlines.id))
  const putOff = await read
    .select({ fromDay: extensions.fromDay, toDay: extensions.toDay, next: deadlines.replacedBy })
    .from(extensions)
    .innerJoin(deadlines, eq(deadlines.id, extensions.deadlineId))
    .where(eq(extensions.caseId, caseId))
  const told = await read
    .select({ deadlineId: escalations.deadlineId, post: escalations.post })
    .from(escalations)
    .where(
      and(
        inArray(
          escalations.deadlineId,
          rows.map(({ id }) => id),
        ),
        like(escalations.level, 'missed%'),
      ),
    )
    .orderBy(desc(escalations.id))
  return rows.flatMap(({ kind, ...row }) => {
    if (!isToldClock(kind)) return []
    const { dayZero, dueOn, provisional, metOn } = row
    const late =
      metOn && workingDaysLate({ dueOn, doneOn: metOn, afterClosing: false }, world.calendar)
    return [
      {
        kind,
        dayZero,
        dueOn,
        provisional,
        metOn,
        /** Working days late, once it was done. */
        late: late || 0,
        /** The date this one took the place of. */
        insteadOf: putOff.find(({ next }) => next === row.id)?.fromDay ?? null,
        /** The post that was told that it passed. */
        reportedTo: told.find(({ deadlineId }) => deadlineId === row.id)?.post ?? null,
        ...clockOf(dueOn, today(world), world.calendar),
        /** How it was counted; then the dates of its kind that gave way to it. */
        sheets: sheets
          .filter((sheet) => sheet.kind === kind)
          .filter((sheet) => sheet.replacedBy !== null || sheet.dueOn === dueOn)
          .sort(
            (one, other) => Number(one.replacedBy !== null) - Number(other.replacedBy !== null),
          ),
      },
    ]
  })
}

/** The reply that stands, once it was approved. */
async function replyOf(world: World, { id, repliedOn }: typeof caseFiles.$inferSelect) {
  if (repliedOn === null) return null
  const [decision] = await world.store.read
    .select()
    .from(decisions)
    .where(and(eq(decisions.caseId, id), eq(decisions.approved, true)))
    .orderBy(desc(decisions.id))
    .limit(1)
  if (!decision?.reply) return null
  const opened = (column: 'measure' | 'reply', sealed: string) =>
    openField(world.keys, `decisions.${column}`, id, sealed)
  return {
    on: repliedOn,
    finding: decision.finding,
    measure: isVerified(decision.finding) ? opened('measure', decision.measure) : '',
    text: opened('reply', decision.reply),
  }
}

/**
 * A case as its complainant may see it: the state, every clock, what was said, the reply. Nothing
 * of what the office knows for itself: statements, notes, proposals, names.
 */
export async function followedCase(world: World, caseId: number) {
  const { read } = world.store
  const { file, complaint, hall, window, clause } = await fileOf(read, caseId)
  const policy = policyOfCase(hall, file)
  const path = pathOf(policy.steps, file.track, complaint.source)
  const about = { clause, citedOn: complaint.receivedOn }
  const [cited] = await citedClauses(read, [about], today(world))
  const [clocks, reply, steps, said, [verdict], followed, apology, reported] = await Promise.all([
    clocksOf(world, caseId, policy),
    replyOf(world, file),
    read.select().from(caseSteps).where(eq(caseSteps.caseId, caseId)).orderBy(desc(caseSteps.id)),
    read.select().from(messages).where(eq(messages.caseId, caseId)).orderBy(asc(messages.id)),
    read.select().from(verdicts).where(eq(verdicts.caseId, caseId)),
    consequenceOf(read, caseId),
    apologyIn(read, caseId),
    retaliationDays(read, caseId),
  ])
  return {
    number: file.number,
    hall: { key: hall.key, name: hall.name, phone: hall.phone },
    office: file.office,
    regulation: { title: policy.source.titleZh, version: policy.version },
    state: file.state,
    receivedOn: complaint.receivedOn,
    window: window ? { number: window.number, business: window.business } : null,
    clause: cited ?? null,
    clocks: WITHOUT_REPLY.includes(file.state) ? [] : clocks,
    steps: steps.flatMap(({ act, day, at, note }) =>
      isTold(act)
        ? [
            {
              act,
              day,
              at: at?.getTime() ?? null,
              note: openMaybe(world.keys, 'case_steps.note', caseId, note),
            },
          ]
        : [],
    ),
    messages: said.map(({ officerId, day, text }) => ({
      mine: officerId === null,
      day,
      text: openField(world.keys, 'messages.text', caseId, text),
    })),
    reply,
    /** What followed for whoever is responsible; null until it is decided. */
    consequence: reply === null ? null : followed,
    apology: apology?.word ?? null,
    retaliationReported: reported,
    satisfied: verdict?.satisfied ?? null,
    mayWrite: nextState(path, file.state, 'writeMessage') !== null,
    mayWithdraw: nextState(path, file.state, 'withdraw') !== null,
    mayTellApology:
      apologyRefusal(ladders[policy.ladder], {
        state: file.state,
        finding: reply?.finding ?? null,
        decided: followed !== null,
      }) === null,
    mayJudge: reply !== null && verdict === undefined,
  }
}

export type FollowedCase = Awaited<ReturnType<typeof followedCase>>
