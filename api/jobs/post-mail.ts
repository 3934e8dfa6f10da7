import { and, eq, gt, inArray, isNull, lte, ne, or, sql } from 'drizzle-orm'
import {
  caseFiles,
  complainants,
  complaints,
  officers,
  outbox,
  outsidePosts,
} from '../../db/schema/index.ts'
import type { Letter } from '../../emails/letter.ts'
import { letters } from '../../emails/letters.ts'
import { openPost, type Post } from '../../emails/post.ts'
import { record } from '../acts/record.ts'
import type { World } from '../context.ts'
import { MAIL_RETRY } from '../policies/mail.ts'
import { letterFacts } from '../reads/letter-facts.ts'
import { readerOf } from '../reads/letter-reader.ts'
import type { LetterKind } from '../rules/letter-kind.ts'
import type { LetterProblem } from '../rules/letter-problem.ts'
import {
  letterTroubleOf,
  type MailError,
  retryMinutes,
  serverTroubleOf,
} from '../rules/mail-retry.ts'

const LANES = 2
const LEASE_MS = 60_000
const MINUTE_MS = 60_000
const PER_CENT = 100

type Row = typeof outbox.$inferSelect

/** How one round of sending goes; the line may fail before the box is empty. */
type Round = { down: boolean; sent: number }

/**
 * Send the letters that are due. Each is claimed for a minute, rendered, and sent outside any
 * transaction under a Message-ID of its own, so that one sent twice by a crash is seen to be the
 * same. Without a mail server letters wait. A letter to somebody without an address is settled as
 * not sent, with or without a server.
 */
export async function postMail(world: World): Promise<string> {
  const unaddressed = await settleUnaddressed(world)
  const { smtpUrl, mailFrom } = world.settings
  const settled = unaddressed > 0 ? `, ${unaddressed} without address` : ''
  if (!smtpUrl) return `no mail server${settled}`
  const round: Round = { down: false, sent: 0 }
  if (!(await isAnyDue(world))) return `0 sent${settled}`
  const post = openPost(smtpUrl, mailFrom)
  try {
    const trouble = await post.reach().then(() => null, serverTroubleOf)
    if (trouble) {
      await noteTrouble(world, trouble)
      return `${trouble}${settled}`
    }
    await Promise.all(Array.from({ length: LANES }, () => lane(world, post, round)))
  } finally {
    post.close()
  }
  return `${round.sent} sent${round.down ? ', server down' : ''}${settled}`
}

async function lane(world: World, post: Post, round: Round): Promise<void> {
  while (!round.down) {
    const letter = await claim(world)
    if (!letter) return
    await deliver(world, post, letter, round)
  }
}

const later = (world: World, ms: number) => new Date(world.now().getTime() + ms)

const isDue = (world: World) =>
  and(
    eq(outbox.state, 'waiting'),
    or(
      lte(outbox.nextTryAt, world.now()),
      gt(outbox.nextTryAt, later(world, MAIL_RETRY.giveUpMinutes * MINUTE_MS)),
    ),
    or(
      isNull(outbox.leasedUntil),
      lte(outbox.leasedUntil, world.now()),
      gt(outbox.leasedUntil, later(world, LEASE_MS)),
    ),
  )

async function isAnyDue(world: World): Promise<boolean> {
  const due = await world.store.read
    .select({ id: outbox.id })
    .from(outbox)
    .where(isDue(world))
    .limit(1)
  return due.length > 0
}

/** The desk is shown why nothing goes out; no letter's tries are counted for it. */
const noteTrouble = (world: World, problem: LetterProblem): Promise<void> =>
  world.store.write(async (tx) => {
    await tx
      .update(outbox)
      .set({ problem })
      .where(and(isDue(world), or(isNull(outbox.problem), ne(outbox.problem, problem))))
  })

/** Take the next letter for this round; null when there is none. */
const claim = (world: World): Promise<Row | null> =>
  world.store.write(async (tx) => {
    const next = tx
      .select({ id: outbox.id })
      .from(outbox)
      .where(isDue(world))
      .orderBy(outbox.nextTryAt, outbox.id)
      .limit(1)
    const [claimed] = await tx
      .update(outbox)
      .set({ leasedUntil: later(world, LEASE_MS) })
      .where(and(inArray(outbox.id, next), isDue(world)))
      .returning()
    return claimed ?? null
  })

async function deliver(world: World, post: Post, letter: Row, round: Round): Promise<void> {
  const reader = await readerOf(world, letter)
  if ('problem' in reader) return settle(world, letter, fail(reader.problem))
  const written = await write(world, letter)
  if (!written) return settle(world, letter, afterTrouble(world, letter.attempts + 1, 'put-off'))
  const { hostname } = new URL(world.settings.origin)
  try {
    await post.send(written, reader.to, `<outbox-${letter.id}@${hostname}>`)
  } catch (error) {
    const said = error as MailError
    if (said.responseCode === undefined) round.down = true
    return settle(world, letter, afterTrouble(world, letter.attempts + 1, letterTroubleOf(said)))
  }
  round.sent++
  const attempts = letter.attempts + 1
  return settle(world, letter, { state: 'sent', sentAt: world.now(), attempts, problem: null })
}

/** A letter that cannot be written is our own fault: it is put off and holds up no other. */
async function write(world: World, letter: Row): Promise<Letter | null> {
  try {
    const facts = await letterFacts(world.store.read, world.settings.origin, letter)
    return letters[letter.kind as LetterKind](facts)
  } catch (error) {
    console.error(`[post-mail] letter ${letter.id}`, error)
    return null
  }
}

type Change = Partial<Pick<Row, 'state' | 'attempts' | 'nextTryAt' | 'sentAt'>> & {
  problem: LetterProblem | null
}

const fail = (problem: LetterProblem): Change => ({ state: 'failed', problem })

function afterTrouble(world: World, attempts: number, trouble: 'put-off' | 'refused'): Change {
  if (trouble === 'refused') return { ...fail(trouble), attempts }
  const minutes = retryMinutes(attempts, world.random.below(PER_CENT), MAIL_RETRY)
  if (minutes === null) return { ...fail('given-up'), attempts }
  return { attempts, nextTryAt: later(world, minutes * MINUTE_MS), problem: trouble }
}

/** Write down what became of a letter, unless the claim ran out and another has it. */
const settle = (world: World, letter: Row, change: Change): Promise<void> =>
  world.store.write(async (tx) => {
    const [settled] = await tx
      .update(outbox)
      .set({ ...change, leasedUntil: null })
      .where(and(eq(outbox.id, letter.id), eq(outbox.leasedUntil, letter.leasedUntil!)))
      .returning({ state: outbox.state })
    if (!settled || settled.state === 'waiting') return
    await record(tx, world, {
      hallId: letter.hallId,
      kind: `letter-${settled.state}`,
      object: `letter:${letter.id}`,
      officerId: null,
      particulars: { letter: letter.kind, problem: change.problem },
      dayOnly: true,
    })
  })

/** Letters whose reader has no address to open are settled at once, so that none waits for ever. */
const settleUnaddressed = (world: World): Promise<number> =>
  world.store.write(async (tx) => {
    const settled = await tx
      .update(outbox)
      .set({ state: 'failed', problem: 'no-address' satisfies LetterProblem })
      .where(
        and(
          eq(outbox.state, 'waiting'),
          isNull(outbox.leasedUntil),
          sql`case when ${outbox.toComplainant} then not exists (
              select 1 from ${caseFiles}
              join ${complaints} on ${complaints.id} = ${caseFiles.complaintId}
              join ${complainants} on ${complainants.complaintId} = ${complaints.id}
              where ${caseFiles.id} = ${outbox.caseId}
                and ${complaints.identity} = 'named' and ${complainants.email} is not null
            ) when ${outbox.outsidePost} is not null then not exists (
              select 1 from ${outsidePosts}
              where ${outsidePosts.hallId} = ${outbox.hallId}
                and ${outsidePosts.post} = ${outbox.outsidePost}
            ) else not exists (
              select 1 from ${officers}
              where ${officers.id} = ${outbox.officerId} and ${officers.email} is not null
            ) end`,
        ),
      )
      .returning({ id: outbox.id, hallId: outbox.hallId, kind: outbox.kind })
    for (const { id, hallId, kind } of settled) {
      await record(tx, world, {
        hallId,
        kind: 'letter-failed',
        object: `letter:${id}`,
        officerId: null,
        particulars: { letter: kind, problem: 'no-address' },
        dayOnly: true,
      })
    }
    return settled.length
  })
