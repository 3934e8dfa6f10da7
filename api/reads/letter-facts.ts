import { and, desc, eq, inArray, isNull, like, min, or } from 'drizzle-orm'
import {
  caseFiles,
  deadlineMoves,
  deadlines,
  escalations,
  extensions,
  officers,
  type outbox,
  statementRequests,
} from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'
import type { DeadlineKind } from '../rules/case-file.ts'
import type { Day } from '../rules/day.ts'
import {
  dayInKey,
  filingDateInKey,
  filingInKey,
  type LetterFacts,
  monthInKey,
} from '../rules/letter-facts.ts'
import type { LetterKind } from '../rules/letter-kind.ts'
import { hallById } from './halls.ts'
import { isToldClock } from '../rules/told-to-complainant.ts'

type Row = typeof outbox.$inferSelect

/** What a letter says, looked up when it is sent. */
export async function letterFacts(db: Reader, origin: string, letter: Row): Promise<LetterFacts> {
  const { caseId, key } = letter
  const { key: hallKey, name } = await hallById(db, letter.hallId)
  const hall = { key: hallKey, name }
  const about = { origin, hall, day: dayInKey(key), month: monthInKey(key) }
  if (caseId === null) {
    const date = filingDateInKey(key)
    const number = filingInKey(key) ?? ''
    return { ...about, number, dueOn: null, deadlines: date ? [date] : [] }
  }
  const [file] = await db
    .select({ number: caseFiles.number })
    .from(caseFiles)
    .where(eq(caseFiles.id, caseId))
  return {
    ...about,
    number: file?.number ?? '',
    dueOn: await dateOf(db, letter, caseId),
    deadlines: await datesOf(db, letter, caseId, about.day),
  }
}

/** The letter that names the dates of which nobody in the hall could be told. */
const TO_OUTSIDE: LetterKind = 'told-outside'

const REPLY: readonly DeadlineKind[] = ['promise', 'external', 'reply', 'replyAfterDepartment']

async function dateOf(db: Reader, letter: Row, caseId: number): Promise<Day | null> {
  switch (letter.kind as LetterKind) {
    case 'complaint-received':
      return nextOf(db, caseId, ['acceptance'])
    case 'complaint-accepted':
      return nextOf(db, caseId, REPLY)
    case 'deadline-extended':
      return extendedTo(db, caseId)
    case 'statement-asked':
      return statementDueOn(db, caseId, letter.officerId)
    case 'approval-asked':
    case 'case-assigned': {
      const [file] = await db
        .select({ dueOn: caseFiles.nextDueOn })
        .from(caseFiles)
        .where(eq(caseFiles.id, caseId))
      return file?.dueOn ?? null
    }
    default:
      return null
  }
}

async function nextOf(db: Reader, caseId: number, kinds: readonly DeadlineKind[]) {
  const [next] = await db
    .select({ dueOn: min(deadlines.dueOn) })
    .from(deadlines)
    .where(
      and(
        eq(deadlines.caseId, caseId),
        inArray(deadlines.kind, [...kinds]),
        isNull(deadlines.metOn),
        isNull(deadlines.replacedBy),
      ),
    )
  return next?.dueOn ?? null
}

async function extendedTo(db: Reader, caseId: number) {
  const [last] = await db
    .select({ toDay: extensions.toDay })
    .from(extensions)
    .where(eq(extensions.caseId, caseId))
    .orderBy(desc(extensions.id))
    .limit(1)
  return last?.toDay ?? null
}

async function statementDueOn(db: Reader, caseId: number, officerId: number | null) {
  if (officerId === null) return null
  const [asked] = await db
    .select({ dueOn: statementRequests.dueOn })
    .from(statementRequests)
    .innerJoin(officers, eq(officers.staffId, statementRequests.staffId))
    .where(and(eq(statementRequests.caseId, caseId), eq(officers.id, officerId)))
    .orderBy(desc(statementRequests.id))
    .limit(1)
  return asked?.dueOn ?? null
}

/** The dates a letter names: those that moved, or those that were warned of on its day. */
async function datesOf(db: Reader, letter: Row, caseId: number, day: Day | null) {
  if ((letter.kind as LetterKind) === 'deadline-moved') return movedOf(db, letter, caseId)
  return day ? warnedOf(db, letter, caseId, day) : []
}

/** The dates that moved with the year the letter's key ends with, as they are now. */
async function movedOf(db: Reader, { key }: Row, caseId: number) {
  const yearId = Number(/:(\d+)$/.exec(key)?.[1] ?? 0)
  const moved = await db
    .selectDistinct({ kind: deadlines.kind, dueOn: deadlines.dueOn })
    .from(deadlineMoves)
    .innerJoin(deadlines, eq(deadlines.id, deadlineMoves.deadlineId))
    .where(
      and(
        eq(deadlineMoves.caseId, caseId),
        eq(deadlineMoves.yearId, yearId),
        isNull(deadlines.replacedBy),
      ),
    )
    .orderBy(deadlines.dueOn, deadlines.kind)
  return moved.filter(({ kind }) => isToldClock(kind))
}

/** The dates of a case that were warned of on a day, each once, though several posts were told. */
async function warnedOf(db: Reader, { kind }: Row, caseId: number, day: Day) {
  const isMissed = like(escalations.level, 'missed%')
  const isNear = or(eq(escalations.level, 'near'), eq(escalations.level, 'today'))
  const isLevel = kind === 'deadline-missed' ? isMissed : isNear
  return db
    .selectDistinct({ kind: deadlines.kind, dueOn: deadlines.dueOn })
    .from(escalations)
    .innerJoin(deadlines, eq(deadlines.id, escalations.deadlineId))
    .where(
      and(
        eq(escalations.caseId, caseId),
        eq(escalations.onDay, day),
        kind === TO_OUTSIDE ? isNull(escalations.officerId) : isLevel,
      ),
    )
    .orderBy(deadlines.dueOn, deadlines.kind)
}
