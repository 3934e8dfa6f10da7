import { and, count, desc, eq, inArray, isNull, like, ne, not, or, type SQL } from 'drizzle-orm'
import { caseFiles, complaints, deadlines, escalations, outbox } from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'
import type { Officer, World } from '../context.ts'
import { UNANSWERED_STATES } from '../rules/case-file.ts'
import { dayOf } from '../rules/day.ts'
import type { LetterKind } from '../rules/letter-kind.ts'
import type { LetterProblem } from '../rules/letter-problem.ts'
import { OLD } from '../rules/soft-warning.ts'
import { recusedFrom } from './recused.ts'

const MOST = 200

/** Letters of the officer's hall, but for those about cases the officer is kept away from. */
const lettersSeenBy = (officer: Officer): SQL =>
  and(eq(outbox.hallId, officer.hallId), or(isNull(outbox.caseId), not(recusedFrom(officer))))!

/** Whether a letter of a kind was written under a key, to whoever it was. */
export async function isLetterWritten(db: Reader, kind: LetterKind, key: string) {
  const [written] = await db
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(eq(outbox.kind, kind), like(outbox.key, `${key}:%`)))
    .limit(1)
  return written !== undefined
}

/** Letters in one state, newest first: what, about which case, how often tried; never to whom. */
export async function lettersIn(
  world: World,
  officer: Officer,
  state: 'waiting' | 'sent' | 'failed',
) {
  const rows = await world.store.read
    .select({ letter: outbox, number: caseFiles.number })
    .from(outbox)
    .leftJoin(caseFiles, eq(caseFiles.id, outbox.caseId))
    .leftJoin(complaints, eq(complaints.id, caseFiles.complaintId))
    .where(and(lettersSeenBy(officer), eq(outbox.state, state)))
    .orderBy(desc(outbox.id))
    .limit(MOST)
  return rows.map(({ letter, number }) => ({
    id: letter.id,
    kind: letter.kind as LetterKind,
    number,
    toComplainant: letter.toComplainant,
    outside: letter.outsidePost !== null,
    writtenOn: letter.writtenOn,
    sentOn: letter.sentAt ? dayOf(letter.sentAt) : null,
    attempts: letter.attempts,
    problem: letter.problem as LetterProblem | null,
  }))
}

/** How many letters of each state the officer may see. */
export async function letterCounts(world: World, officer: Officer) {
  const rows = await world.store.read
    .select({ state: outbox.state, count: count() })
    .from(outbox)
    .leftJoin(caseFiles, eq(caseFiles.id, outbox.caseId))
    .leftJoin(complaints, eq(complaints.id, caseFiles.complaintId))
    .where(lettersSeenBy(officer))
    .groupBy(outbox.state)
  const of = (state: string) => rows.find((row) => row.state === state)?.count ?? 0
  return { waiting: of('waiting'), sent: of('sent'), failed: of('failed') }
}

/**
 * Missed or near dates for which nobody in the hall could be told, because a post was empty or all
 * its holders are kept away: they go to the post outside the hall, and somebody must pass them on.
 */
export const untold = (world: World, officer: Officer) =>
  world.store.read
    .select({
      number: caseFiles.number,
      kind: deadlines.kind,
      dueOn: deadlines.dueOn,
      post: escalations.post,
      onDay: escalations.onDay,
    })
    .from(escalations)
    .leftJoin(deadlines, eq(deadlines.id, escalations.deadlineId))
    .innerJoin(caseFiles, eq(caseFiles.id, escalations.caseId))
    .innerJoin(complaints, eq(complaints.id, caseFiles.complaintId))
    .where(
      and(
        eq(escalations.hallId, officer.hallId),
        isNull(escalations.officerId),
        isNull(deadlines.metOn),
        isNull(deadlines.replacedBy),
        or(ne(escalations.level, OLD), inArray(caseFiles.state, [...UNANSWERED_STATES])),
        not(recusedFrom(officer)),
      ),
    )
    .orderBy(desc(escalations.id))
    .limit(MOST)

/** A letter that did not go out, as the officer may see it; undefined when there is none. */
export async function failedLetter(world: World, officer: Officer, id: number) {
  const [found] = await world.store.read
    .select({ id: outbox.id })
    .from(outbox)
    .leftJoin(caseFiles, eq(caseFiles.id, outbox.caseId))
    .leftJoin(complaints, eq(complaints.id, caseFiles.complaintId))
    .where(and(lettersSeenBy(officer), eq(outbox.id, id), ne(outbox.state, 'sent')))
  return found
}

/** How many letters wait anywhere. */
export async function waitingLetters(world: World): Promise<number> {
  const [waiting] = await world.store.read
    .select({ count: count() })
    .from(outbox)
    .where(eq(outbox.state, 'waiting'))
  return waiting?.count ?? 0
}
