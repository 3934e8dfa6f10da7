import type { Refusal, RefusalDetails } from '../refused.ts'
import type { CallResult, LowRatingClock, LowRatingRefusal, Remedy } from '../rules/low-rating.ts'
import type { Count } from '../rules/small-counts.ts'

/** Refusals around a low rating, said to the citizen or the officer. */
export const lowRatingRefusals: Record<
  Extract<Refusal, LowRatingRefusal | 'no-follow-up-here' | 'no-such-low-rating'>,
  (details: RefusalDetails) => string
> = {
  'no-follow-up-here': () => '这个大厅不做差评回访，没有记下电话。要答复，请投诉。',
  'no-such-low-rating': () => '没有找到这条差评。',
  'low-rating-ended': () => '这条差评已经处理完，不能再改。',
  'no-telephone-left': () => '评价人没有留电话，不用回访。',
  'call-back-first': () => '评价人留了电话，请先回访，再提整改。',
  'remedy-waits': () => '已经有一份整改在等审核，请看新的情况。',
  'no-remedy-waits': () => '没有等审核的整改，可能刚刚审过。',
  'not-rectified-yet': () => '整改还没有完成，完成后才能再评。',
  'rated-again-already': () => '您已经追评过，追评只有一次。',
}

const callResults: Record<CallResult, string> = {
  talked: '打通了，谈过',
  noTalk: '打通了，对方不愿谈',
  noAnswer: '没有打通',
  wrongNumber: '号码不对',
}

const remedies: Record<Remedy, string> = {
  rectified: '已整改',
  mistaken: '认定为误评',
  malicious: '认定为恶意评价',
}

/** The same, said to the citizen. */
const callsSeen: Record<CallResult, string> = {
  talked: '已经和您谈过。',
  noTalk: '已经打给您，您不想多谈。',
  noAnswer: '打过，没有打通。',
  wrongNumber: '打过，号码不对。',
}
const endsSeen: Record<Remedy, string> = {
  rectified: '已整改',
  mistaken: '大厅查过，认为这次评价是误评',
  malicious: '大厅查过，认为这次评价不是办事的真实感受',
}

const clocks: Record<LowRatingClock, string> = { callBack: '回访', rectify: '整改' }

/** A count as it is shown: a few are not told from each other. */
const countSaid = (count: Count, least: number): string =>
  count === null ? `不足 ${least} 个` : ` ${count} 个`

/** A window's low ratings and what became of them, in one line. */
const countsSaid = (
  { low, rectified, again }: { low: Count; rectified: Count; again: Count },
  least: number,
): string =>
  low === null
    ? `差评不足 ${least} 个，不细列。`
    : `差评 ${low} 个，已整改${countSaid(rectified, least)}，追评${countSaid(again, least)}。`

/** Words about low ratings and their following up. */
export const lowRatingWords = {
  callResults,
  remedies,
  callsSeen,
  endsSeen,
  clocks,
  countSaid,
  countsSaid,
}
