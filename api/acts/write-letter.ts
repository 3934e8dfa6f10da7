import { outbox } from '../../db/schema/index.ts'
import type { Transaction } from '../../db/store.ts'
import { today, type World } from '../context.ts'
import type { OutsidePost } from '../rules/outside-post.ts'
import type { LetterKind } from '../rules/letter-kind.ts'

type About = {
  hallId: number
  kind: LetterKind
  /** What makes the letter this one: the same kind and key is written once. */
  key: string
  caseId: number | null
  /** Null sends it to the complainant, if an e-mail address is on file when it is sent. */
  officerId: number | null
  /** Sends it to a post outside the hall instead. */
  outsidePost?: OutsidePost
  /** The letter is not sent earlier; as soon as possible when left out. */
  notBefore?: Date | undefined
}

/** Put a letter in the outbox, in the transaction of the act that causes it. */
export async function writeLetter(
  tx: Transaction,
  world: World,
  { notBefore, ...about }: About,
): Promise<void> {
  await tx
    .insert(outbox)
    .values({
      ...about,
      toComplainant: about.officerId === null && about.outsidePost === undefined,
      writtenOn: today(world),
      nextTryAt: notBefore ?? world.now(),
    })
    .onConflictDoNothing()
}
