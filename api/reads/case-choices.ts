import { and, asc, eq, gte, inArray, isNull, lte, or } from 'drizzle-orm'
import { deadlines, departments, postings, staff } from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'
import { type Officer, today, type World } from '../context.ts'
import { deadlineOf } from '../rules/calendar.ts'
import { isVerified, REPLY_FORMS, type ReplyForm, type Track } from '../rules/case-file.ts'
import {
  inquiryRefusal,
  owesPromise,
  proposalRefusal,
  replyRefusal,
  rolesToAsk,
  vetoesOfVerified,
} from '../rules/closing.ts'
import { trackAtLodging } from '../rules/complaint-promises.ts'
import { approvedDecision } from './approved-decision.ts'
import { type CaseInSight, departmentsOf } from './case-in-sight.ts'
import { heardIn } from './heard.ts'
import { possibleHandlers } from './office-people.ts'
import { toldByTelephone } from './told-by-telephone.ts'

/** The tracks an officer may choose: what another organ sent on stays on that organ's limit. */
export const tracksFor = ({ complaint }: Pick<CaseInSight, 'complaint'>): readonly Track[] =>
  trackAtLodging(complaint.channel) === 'transferred'
    ? ['transferred']
    : ['simple', 'investigated', 'complex']

/** The staff an inquiry may want to hear: who is named, and who served at the window that day. */
async function staffToHear(db: Reader, { complaint, file }: CaseInSight) {
  const on = complaint.occurredOn ?? complaint.receivedOn
  const { windowId, staffId } = complaint
  const served =
    windowId === null
      ? []
      : await db
          .select({ staffId: postings.staffId })
          .from(postings)
          .where(
            and(
              eq(postings.windowId, windowId),
              lte(postings.fromDay, on),
              or(isNull(postings.toDay), gte(postings.toDay, on)),
            ),
          )
  const ids = [...served.map((row) => row.staffId), ...(staffId === null ? [] : [staffId])]
  return db
    .select({ id: staff.publicId, name: staff.name, number: staff.number })
    .from(staff)
    .where(
      and(eq(staff.hallId, file.hallId), windowId === null ? undefined : inArray(staff.id, ids)),
    )
    .orderBy(asc(staff.number))
}

/** The last days a promise may name, by track; null where the hall promises none. */
function promiseUntil(world: World, { policy, owed, complaint }: CaseInSight) {
  const { promiseCeilingWd } = policy.clocks
  if (trackAtLodging(complaint.channel) === 'transferred' || !promiseCeilingWd) return null
  if (!owesPromise(policy.clocks, { ...owed, track: null, promisedOn: null })) return null
  const until = (ceiling: number) => deadlineOf(today(world), ceiling, world.calendar).day
  return {
    simple: until(promiseCeilingWd.simple),
    investigated: until(promiseCeilingWd.investigated),
    complex: until(promiseCeilingWd.complex),
  }
}

/** The date that an extension would put off, and the last day it could name. */
async function extensionSpan(db: Reader, world: World, { file, complaint, policy }: CaseInSight) {
  const running = await db
    .select()
    .from(deadlines)
    .where(
      and(
        eq(deadlines.caseId, file.id),
        inArray(deadlines.kind, ['promise', 'reply']),
        isNull(deadlines.metOn),
        isNull(deadlines.replacedBy),
      ),
    )
  const clock = running.find(({ kind }) => kind === 'promise') ?? running[0]
  if (!clock) return null
  const { maxWd } = policy.clocks
  return {
    dueOn: clock.dueOn,
    until: maxWd === null ? null : deadlineOf(complaint.receivedOn, maxWd, world.calendar).day,
  }
}

/** The forms a reply may take in this case. */
const replyFormsOf = ({ policy, owed }: CaseInSight): ReplyForm[] =>
  REPLY_FORMS.filter((replyForm) => replyRefusal(policy, { ...owed, replyForm }) === null)

/** What still stands in the way of a proposal and of a coordination opinion. */
async function missingIn(db: Reader, found: CaseInSight) {
  const { policy, owed, facts, file } = found
  const notes = await heardIn(db, file.id)
  const named = await departmentsOf(db, file.id)
  return {
    opinion: inquiryRefusal(policy.steps, { notes, internalFinding: owed.internalFinding }),
    proposal: proposalRefusal(policy, {
      ...owed,
      path: facts.path,
      departments: named.length,
      owesHeadNote: facts.owesHeadNote,
      departmentsOwing: named.filter(({ resultOn }) => resultOn === null).length,
      notes,
      finding: 'unsubstantiated',
      replyForm: replyFormsOf(found)[0] ?? null,
    }),
  }
}

/** What the forms of a case's page offer to choose from. */
export async function caseChoices(db: Reader, world: World, officer: Officer, found: CaseInSight) {
  const { policy, file } = found
  const { circular } = policy.steps
  const decision = await approvedDecision(db, file.id)
  const verified = isVerified(decision?.finding ?? null)
  const handlers = await possibleHandlers(db, file.hallId, file.id)
  return {
    tracks: tracksFor(found),
    meeting: policy.steps.coordinationMeeting,
    handlers: handlers.map((person) => ({
      id: person.publicId,
      name: person.name,
      me: person.id === officer.id,
    })),
    departments: await db
      .select({ id: departments.id, name: departments.name })
      .from(departments)
      .where(eq(departments.hallId, file.hallId))
      .orderBy(asc(departments.id)),
    staff: await staffToHear(db, found),
    promiseUntil: promiseUntil(world, found),
    extension: await extensionSpan(db, world, found),
    replyForms: replyFormsOf(found),
    inquiryRoles: rolesToAsk(found.owed),
    callCitizen: found.facts.owesSenderAnswer && (await toldByTelephone(db, found.complaint.id)),
    missing: await missingIn(db, found),
    closing: {
      verified,
      circular: circular === 'everyResult' || (circular === 'verified' && verified),
      vetoes: verified ? vetoesOfVerified(policy.vetoes) : [],
    },
  }
}
