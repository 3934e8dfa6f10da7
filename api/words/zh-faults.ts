import type { Refusal, RefusalDetails } from '../refused.ts'
import type { FaultRefusal, FaultSign } from '../rules/device-fault.ts'

/** Refusals around broken rating devices. */
export const faultRefusals: Record<
  Extract<
    Refusal,
    | FaultRefusal
    | 'no-device-here'
    | 'no-such-fault'
    | 'fault-known'
    | 'fault-same-person'
    | 'fault-concerns-you'
  >,
  (details: RefusalDetails) => string
> = {
  'no-device-here': () => '本大厅的规章没有评价器，不用报修。',
  'no-such-fault': () => '没有找到这份报修。',
  'fault-known': () => '这个窗口已经报修，还没有修好。请看下面的记录。',
  'fault-same-person': () => '这份报修是您提的，要由另一个人确认。',
  'fault-concerns-you': () => '您在这个窗口服务，须由别人来办。',
  'fault-decided': () => '这份报修已经有了结论，请看新的情况。',
  'fault-not-confirmed': () => '故障还没有确认，不能登记修好。',
  'fault-repaired': () => '已经登记修好，不用再记。',
}

const signs: Record<FaultSign, string> = {
  dark: '不亮、开不了机',
  noAnswer: '按了没有反应',
  wrongWindow: '显示的窗口不对',
  network: '连不上网，评价发不出去',
  codeUnreadable: '二维码扫不出来',
  other: '其他',
}

/** Words about broken rating devices. */
export const faultWords = { signs }
