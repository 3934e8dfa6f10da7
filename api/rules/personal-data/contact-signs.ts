import { sign, type Sign } from './candidate.ts'
import { isIdentityNumber } from './check-digits.ts'

const gap = '[ -]{0,3}'
const groupGap = '[ ._·/-]{0,3}'
const compact = (value: string) => value.replace(/[ -]/g, '').replace('×', 'X')

const mailHosts = '(?:qq|163|126|139|gmail|outlook|hotmail|sina|sohu|foxmail|aliyun|yeah)'
const chatNames =
  '微信|薇信|威信|(?<![a-z0-9])(?:v信|wx|vx|weixin|wechat|qq)|扣扣|企鹅|加(?:我|个|一下)?[v微薇]'

/** Signs of what a person can be reached or looked up by; enough to undo anonymity. */
export const CONTACT_SIGNS: readonly Sign[] = [
  {
    kind: 'idCard',
    pattern: sign(`(?<!\\d)[1-9](?:${gap}\\d){16}${gap}[\\dX×](?![\\dX])`),
    passes: (value) => isIdentityNumber(compact(value)),
    certain: true,
  },
  {
    kind: 'idCard',
    pattern: sign(
      '身份证(?:号码?)?(?:是|为)?:? ?(?<value>[1-9]\\d{7}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{3})(?!\\d)',
    ),
    certain: true,
  },
  {
    kind: 'email',
    pattern: sign(
      `(?<![\\w.%+-])[\\w.%+-]{1,64} ?(?:@|[(\\[]at[)\\]]|艾特|#(?=${mailHosts}\\.)) ?[a-z0-9-]{1,63}(?:(?:\\.|。(?=com|cn|net|org))[a-z0-9-]{1,63}){1,4}`,
    ),
    certain: true,
  },
  {
    kind: 'mobile',
    pattern: sign(
      `(?<!\\d)(?:(?:\\+|00)?86${gap})?1[3-9]\\d${groupGap}\\d{4}${groupGap}\\d{4}(?!\\d)`,
    ),
    certain: true,
  },
  {
    kind: 'mobile',
    pattern: sign(`(?<!\\d)(?:(?:\\+|00)?86${gap})?1${gap}[3-9](?:${gap}\\d){9}(?!\\d)`),
    certain: false,
  },
  {
    kind: 'landline',
    pattern: sign(
      `(?<!\\d)(?:\\(0\\d{2,3}\\)|(?:\\+86${gap})?0\\d{2,3})${gap}[2-9]\\d{2,3}[ -]?\\d{4}(?:(?: ?(?:转|分机|ext\\.?) ?|-)\\d{1,6})?(?!\\d)`,
    ),
    certain: true,
  },
  {
    kind: 'landline',
    pattern: sign(
      '(?:电话|座机|手机|热线|致电|拨打|(?<![a-z])tel)(?:号码?)?(?:是|为)?[:.]? ?(?<value>[2-9]\\d{2,3}[ -]?\\d{4})(?![\\d年元])',
    ),
    certain: true,
  },
  {
    kind: 'landline',
    pattern: sign(`(?<![\\d+])\\+(?!86)[1-9]\\d{0,2}${gap}\\d(?:[ -]?\\d){6,11}(?!\\d)`),
    certain: false,
  },
  {
    kind: 'wechatQq',
    pattern: sign(
      `(?:${chatNames})(?:号码?|id|群)?(?:就?是|为|加)? ?:? ?(?<value>[a-z][\\w-]{4,19}|\\d{5,12}(?![\\w-]| ?[年月日元块人次个条笔%]))`,
    ),
    certain: (value) => /[\d_-]/.test(value),
  },
]
