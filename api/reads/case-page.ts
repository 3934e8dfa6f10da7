import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import {
  caseSteps,
  clauses,
  closings,
  deadlines,
  decisions,
  escalations,
  inquiryNotes,
  messages,
  officers,
  photos,
  senderAnswers,
  staff,
  statementRequests,
  tasks,
  verdicts,
  windows,
} from '../../db/schema/index.ts'
import { openField, type Place } from '../../db/sealing/field.ts'
import type { Reader } from '../../db/store.ts'
import { type Officer, today, type World } from '../context.ts'
import { refusalOf } from '../rules/can.ts'
import { worksheetOf } from '../rules/calendar.ts'
import { clockOf } from '../rules/case-deadlines.ts'
import { officerName } from '../rules/officer-name.ts'
import { allowedActs } from '../rules/case-workflow.ts'
import { softWarning } from '../rules/soft-warning.ts'
import { accountabilityOf } from './accountability-page.ts'
import { caseChoices } from './case-choices.ts'
import { type CaseInSight, departmentsOf } from './case-in-sight.ts'
import { citedClauses } from './official-wordings.ts'
import { policyOf } from './policies.ts'

type Opener = (place: Place, sealed: string) => string

async function namesOf(db: Reader, ids: readonly (number | null)[]): Promise<Map<number, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  const rows = await db
    .select({ id: officers.id, name: officers.name, unit: officers.unit })
    .from(officers)
    .where(inArray(officers.id, wanted))
  return new Map(rows.map((row) => [row.id, officerName(row)]))
}

/** The complaint as it was said: never edited, decrypted for this one look. */
async function complaintOf(db: Reader, world: World, { complaint }: CaseInSight) {
  const [window] =
    complaint.windowId === null
      ? []
      : await db.select().from(windows).where(eq(windows.id, complaint.windowId))
  const [clause] =
    complaint.clauseId === null
      ? []
      : await db.select().from(clauses).where(eq(clauses.id, complaint.clauseId))
  const about = { clause: clause ?? null, citedOn: complaint.receivedOn }
  const [cited] = await citedClauses(db, [about], today(world))
  const [named] =
    complaint.staffId === null
      ? []
      : await db.select().from(staff).where(eq(staff.id, complaint.staffId))
  const pictures = await db
    .select({ id: photos.publicId, width: photos.width, height: photos.height })
    .from(photos)
    .where(eq(photos.complaintId, complaint.id))
    .orderBy(asc(photos.id))
  const { keys } = world
  return {
    source: complaint.source,
    inspection:
      complaint.inspector === null
        ? null
        : { by: complaint.inspector, unit: complaint.inspectorUnit },
    channel: complaint.channel,
    nature: complaint.nature,
    identity: complaint.identity,
    category: complaint.category,
    occurredOn: complaint.occurredOn,
    occurredPart: complaint.occurredPart,
    major: complaint.major,
    mayPublish: complaint.mayPublish,
    receivedOn: complaint.receivedOn,
    receivedAt: complaint.receivedAt?.getTime() ?? null,
    externalNumber: complaint.externalNumber,
    narrative: openField(keys, 'complaints.narrative', complaint.publicId, complaint.narrative),
    window: window ? { number: window.number, business: window.business } : null,
    clause: cited ?? null,
    staff: named ? { name: named.name, number: named.number } : null,
    photos: pictures,
  }
}

async function clocksOf(db: Reader, world: World, caseId: number) {
  const rows = await db
    .select()
    .from(deadlines)
    .where(eq(deadlines.caseId, caseId))
    .orderBy(asc(deadlines.dueOn), asc(deadlines.id))
  return rows.map((row) => ({
    kind: row.kind,
    dayZero: row.dayZero,
    workingDays: row.workingDays,
    dueOn: row.dueOn,
    metOn: row.metOn,
    replaced: row.replacedBy !== null,
    provisional: row.provisional,
    ...clockOf(row.dueOn, today(world), world.calendar),
    days:
      row.workingDays === null
        ? []
        : worksheetOf(row.dayZero, row.workingDays, world.calendar).days,
  }))
}

/** Who was told of each near or missed date, and when; no officer where the post outside took it. */
const escalationsOf = (db: Reader, caseId: number) =>
  db
    .select({
      kind: deadlines.kind,
      dueOn: deadlines.dueOn,
      level: escalations.level,
      post: escalations.post,
      officer: officers.name,
      onDay: escalations.onDay,
    })
    .from(escalations)
    .leftJoin(deadlines, eq(deadlines.id, escalations.deadlineId))
    .leftJoin(officers, eq(officers.id, escalations.officerId))
    .where(eq(escalations.caseId, caseId))
    .orderBy(asc(escalations.id))

async function papersOf(db: Reader, caseId: number, open: Opener) {
  const [steps, notes, requests, decided, said, closed, [sender]] = await Promise.all([
    db.select().from(caseSteps).where(eq(caseSteps.caseId, caseId)).orderBy(asc(caseSteps.id)),
    db
      .select()
      .from(inquiryNotes)
      .where(eq(inquiryNotes.caseId, caseId))
      .orderBy(asc(inquiryNotes.id)),
    db
      .select({ request: statementRequests, name: staff.name, number: staff.number })
      .from(statementRequests)
      .innerJoin(staff, eq(staff.id, statementRequests.staffId))
      .where(eq(statementRequests.caseId, caseId))
      .orderBy(asc(statementRequests.id)),
    db.select().from(decisions).where(eq(decisions.caseId, caseId)).orderBy(desc(decisions.id)),
    db.select().from(messages).where(eq(messages.caseId, caseId)).orderBy(asc(messages.id)),
    db.select().from(closings).where(eq(closings.caseId, caseId)),
    db.select().from(senderAnswers).where(eq(senderAnswers.caseId, caseId)),
  ])
  const names = await namesOf(db, [
    ...steps.map(({ officerId }) => officerId),
    ...notes.map(({ askedBy }) => askedBy),
    ...decided.flatMap(({ proposedBy, decidedBy }) => [proposedBy, decidedBy]),
    ...said.map(({ officerId }) => officerId),
    ...closed.map(({ closedBy }) => closedBy),
    sender?.enteredBy ?? null,
  ])
  const nameOf = (id: number | null) => (id === null ? null : (names.get(id) ?? null))
  const maybe = (place: Place, sealed: string | null) =>
    sealed === null ? null : open(place, sealed)
  return {
    steps: steps.map((step) => ({
      act: step.act,
      from: step.fromState,
      to: step.toState,
      officer: nameOf(step.officerId),
      day: step.day,
      at: step.at?.getTime() ?? null,
      note: maybe('case_steps.note', step.note),
      record: maybe('case_steps.record', step.record),
    })),
    notes: notes.map((note) => ({
      role: note.role,
      summary: open('inquiry_notes.summary', note.summary),
      officer: nameOf(note.askedBy),
      day: note.askedOn,
    })),
    statements: requests.map(({ request, name, number }) => ({
      staff: { name, number },
      gist: request.gist,
      askedOn: request.askedOn,
      dueOn: request.dueOn,
      statedOn: request.statedOn,
      statement: maybe('statement_requests.statement', request.statement),
    })),
    decisions: decided.map((decision) => ({
      finding: decision.finding,
      reasons: open('decisions.reasons', decision.reasons),
      measure: open('decisions.measure', decision.measure),
      replyForm: decision.replyForm,
      reply: maybe('decisions.reply', decision.reply),
      proposedBy: nameOf(decision.proposedBy),
      proposedOn: decision.proposedOn,
      decidedBy: nameOf(decision.decidedBy),
      decidedOn: decision.decidedOn,
      approved: decision.approved,
      returned: maybe('decisions.decision_note', decision.decisionNote),
    })),
    messages: said.map((message) => ({
      officer: nameOf(message.officerId),
      day: message.day,
      text: open('messages.text', message.text),
    })),
    senderAnswer: sender
      ? {
          answeredOn: sender.answeredOn,
          letterNumber: sender.letterNumber,
          citizenToldOn: sender.citizenToldOn,
          officer: nameOf(sender.enteredBy),
        }
      : null,
    closing:
      closed.map((closing) => ({
        departmentToldOn: closing.departmentToldOn,
        circularOn: closing.circularOn,
        scoreWaiver: maybe('closings.score_waiver', closing.scoreWaiver),
        vetoedAwards: closing.vetoedAwards,
        officer: nameOf(closing.closedBy),
        day: closing.closedOn,
      }))[0] ?? null,
  }
}

/** One case whole, as this officer may see it, with what may be done to it now. */
export async function casePage(world: World, officer: Officer, found: CaseInSight) {
  const db = world.store.read
  const { file, complaint, hall, policy, relation, facts } = found
  const open: Opener = (place, sealed) => openField(world.keys, place, file.id, sealed)
  const handler = (await namesOf(db, [file.handlerId])).get(file.handlerId ?? 0) ?? null
  const [verdict] = await db.select().from(verdicts).where(eq(verdicts.caseId, file.id))
  const actor = { ...officer, relation }
  const acts = allowedActs(actor, facts)
  const choices = await caseChoices(db, world, officer, found)
  return {
    number: file.number,
    revision: file.revision,
    state: file.state,
    track: file.track,
    gist: file.gist,
    path: facts.path,
    relation,
    handler,
    hall: { key: hall.key, name: hall.name },
    office: file.office,
    supervisingBody: policy.supervisingBodyZh,
    formName: policy.formNameZh,
    /** The regulation's version this case keeps, and the one that holds today. */
    regulation: {
      title: policy.source.titleZh,
      version: policy.version,
      now: policyOf(hall, today(world)).version,
    },
    acceptedOn: file.acceptedOn,
    repliedOn: file.repliedOn,
    closedOn: file.closedOn,
    archivedOn: file.archivedOn,
    due: file.nextDueOn && {
      on: file.nextDueOn,
      ...clockOf(file.nextDueOn, today(world), world.calendar, policy.escalation.soonWd),
    },
    /** Working days it has waited for its reply, once that is long; null before. */
    waitedWd: softWarning(
      policy,
      { state: file.state, receivedOn: complaint.receivedOn },
      today(world),
      world.calendar,
    ),
    owes: { writing: facts.owesWriting, senderAnswer: facts.owesSenderAnswer },
    complaint: await complaintOf(db, world, found),
    /** Why this officer may not see who complained; null when a look is one button away. */
    contactRefusal: refusalOf(actor, 'read', {
      kind: 'complainantIdentity',
      identity: complaint.identity,
    }),
    departments: await departmentsOf(db, file.id),
    clocks: await clocksOf(db, world, file.id),
    escalations: (await escalationsOf(db, file.id)).map(({ level, ...one }) => ({
      ...one,
      missed: level.startsWith('missed'),
    })),
    ...(await papersOf(db, file.id, open)),
    tasks: await db
      .select({ kind: tasks.kind, dueOn: tasks.dueOn, doneOn: tasks.doneOn })
      .from(tasks)
      .where(eq(tasks.caseId, file.id))
      .orderBy(asc(tasks.id)),
    satisfied: verdict?.satisfied ?? null,
    acts,
    mayResolveOnSpot:
      file.track === 'simple' && facts.path !== 'internal' && acts.includes('startInquiry'),
    choices,
    accountability: await accountabilityOf(db, world, officer, found, choices.staff),
  }
}

/** A photo of a case, by its public id; null when it is not this case's. */
export async function photoOf(db: Reader, { complaint }: CaseInSight, publicId: string) {
  const [found] = await db
    .select({ publicId: photos.publicId })
    .from(photos)
    .where(and(eq(photos.complaintId, complaint.id), eq(photos.publicId, publicId)))
  return found ?? null
}
