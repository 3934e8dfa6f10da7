import { isHan, type Candidate } from './candidate.ts'
import { plainReading } from './plain-reading.ts'
import {
  DOUBLE_SURNAMES,
  PLAIN_SURNAMES,
  RARE_SURNAMES,
  WORDLIKE_SURNAMES,
  WORD_FIRSTS,
  WORD_SECONDS,
} from './surnames.ts'

const NEVER_GIVEN =
  '的了着过吗呢吧啊哦呀嘛是在我你您他她它们这那哪谁某个些件份每各不没未很太都也就还又再只最更即已被把给让将叫对从到于及或但而因所以则此该等说问办窗厅证号码卡表单票费态度服员局所口位者话无为姓'
const AFTER_A_NAME =
  '和与跟同向用要会能可应该得来去看打讲回答做提出一二两三非特十竟却总才经曾联电身住现本处接受当工先女吵嫌辱骂吼推拒收填坐离玩吃发报称始终多次负主热细耐告故随今昨前后早下上'
const AFTER_A_BARE_NAME = '态服不没说在的把给让对是骂推拒'
const BEFORE_A_BARE_NAME = '找由跟叫请给对与和是被向'
const BEFORE_A_TITLED_NAME = `${BEFORE_A_BARE_NAME}的位了到过着让问`

interface Surname {
  length: number
  /** Whether what stands here is rather a word than a surname. */
  doubtful: boolean
  rare: boolean
}

function surnameAt(text: string, at: number): Surname | undefined {
  const two = text.slice(at, at + 2)
  if (DOUBLE_SURNAMES.has(two)) return { length: two.length, doubtful: false, rare: false }
  const one = text.charAt(at)
  const plain = PLAIN_SURNAMES.has(one)
  const rare = RARE_SURNAMES.has(one)
  if (!plain && !rare && !WORDLIKE_SURNAMES.has(one)) return undefined
  return { length: one.length, doubtful: !plain || beginsWord(text, at), rare }
}

const beginsWord = (text: string, at: number) =>
  at + 1 < text.length && (WORD_SECONDS[text.charAt(at)] ?? '').includes(text.charAt(at + 1))
const endsWord = (text: string, at: number) =>
  at > 0 && (WORD_FIRSTS[text.charAt(at)] ?? '').includes(text.charAt(at - 1))
const canBeGiven = (character: string | undefined) =>
  isHan(character) && !NEVER_GIVEN.includes(character!)

/** Where a name that begins with this surname ends: one given character, or two if they fit. */
function nameEnd(text: string, at: number, surname: Surname): number | undefined {
  const given = at + surname.length
  if (!canBeGiven(text[given])) return undefined
  const second = given + 1
  if (!canBeGiven(text[second])) return second
  if (!isHan(text[second + 1])) return second + 1
  return AFTER_A_NAME.includes(text.charAt(second)) ? second : second + 1
}

const someone =
  '投诉人|申请人|办理人|经办人|受理人|负责人|代理人|委托人|当事人|法定代表人|工作人员|办事员|窗口人员|柜员|科员|民警|客服|保安|志愿者|导办员?|咨询员|审核员|收费员'
const cues = new RegExp(
  `(?<spelled>(?:姓名|名字|联系人|落款|${someone}|当事人) ?(?::|(?:是|叫做?|名叫|姓名):?) ?)|(?<introduced>(?:我叫|名叫|名字叫|本名|姓名) ?)|(?<weak>(?:我是|本人|联系人|${someone}) ?)`,
  'g',
)

function namesAfterCues(text: string): Candidate[] {
  return Array.from(text.matchAll(cues)).flatMap((match) => {
    const start = match.index + match[0].length
    const surname = surnameAt(text, start)
    const end = surname && nameEnd(text, start, surname)
    if (!surname || !end) return []
    const alone = !isHan(text[end])
    const { spelled, weak } = match.groups!
    if (surname.doubtful && (!alone || (weak && (surname.rare || beginsWord(text, start)))))
      return []
    const certain = alone && !weak && (spelled !== undefined || !surname.doubtful)
    return [{ kind: 'name', start, end, certain }]
  })
}

const titles =
  /(?:先生|女士|小姐|同志|师傅|老师|阿姨|大爷|大妈|大姐|大哥|科长|处长|主任|局长|股长|所长|队长|站长|部长|书记|经理|主管|组长|班长|院长|校长|镇长|村长|医生|警官|法官|律师|会计|大夫|护士|老板)/g
const NEVER_WITH_TITLE =
  '和向与从同应有那都别连时全单管关包支计查能过由公国家年来门信原后官居况劳党位问西上光项师'
const LONGEST_NAME = '欧阳某某'.length

function namesBeforeTitles(text: string): Candidate[] {
  return Array.from(text.matchAll(titles)).flatMap((match) => {
    const nameEnds = text[match.index - 1] === ' ' ? match.index - 1 : match.index
    let best: { start: number; doubtful: boolean } | undefined
    for (let start = Math.max(0, nameEnds - LONGEST_NAME); start < nameEnds; start++) {
      const surname = surnameAt(text, start)
      if (!surname || start + surname.length > nameEnds || endsWord(text, start)) continue
      const given = text.slice(start + surname.length, nameEnds)
      if (given.length > 2 || !Array.from(given).every(canBeGiven)) continue
      if (surname.doubtful && !doubtfulNameFits(text, start, given, surname.rare)) continue
      if (!best || (best.doubtful && !surname.doubtful))
        best = { start, doubtful: surname.doubtful }
    }
    if (!best) return []
    const end = match.index + match[0].length
    return [{ kind: 'name', start: best.start, end, certain: !best.doubtful }]
  })
}

function doubtfulNameFits(text: string, start: number, given: string, rare: boolean): boolean {
  if (given === '' && NEVER_WITH_TITLE.includes(text.charAt(start))) return false
  if (given !== '' && beginsWord(text, start)) return false
  const before = text[start - 1]
  return (given === '' && !rare) || !isHan(before) || BEFORE_A_TITLED_NAME.includes(before!)
}

function bareNames(text: string): Candidate[] {
  const found: Candidate[] = []
  for (let start = 0; start < text.length; start++) {
    const surname = surnameAt(text, start)
    if (!surname || surname.doubtful || endsWord(text, start)) continue
    const before = text[start - 1]
    if (isHan(before) ? !BEFORE_A_BARE_NAME.includes(before!) : /\d/.test(before ?? '')) continue
    const end = nameEnd(text, start, surname)
    if (!end || (isHan(text[end]) && !AFTER_A_BARE_NAME.includes(text.charAt(end)))) continue
    found.push({ kind: 'name', start, end, certain: false })
    start = end - 1
  }
  return found
}

const familiar =
  /(?:(?<![大中微细矮幼少从缩减放渺弱])[小老]|(?<!百)姓)[王李张刘陈杨赵黄周吴徐孙朱胡郭何罗郑梁谢宋唐邓韩冯曹彭曾董袁潘蒋蔡魏吕沈姚卢姜崔谭汪廖贾邹秦邱侯尹薛郝龚邵]/g

const familiarNames = (text: string): Candidate[] =>
  Array.from(text.matchAll(familiar))
    .filter((match) => !beginsWord(text, match.index + 1))
    .map(({ 0: { length }, index }) => ({
      kind: 'name',
      start: index,
      end: index + length,
      certain: false,
    }))

const betweenCharacters = /[ ·•・.*_-]/

function staffNamesIn(text: string, staffNames: readonly string[]): Candidate[] {
  const byBeginning = new Map<string, Set<string>>()
  for (const staffName of staffNames) {
    const name = plainReading(staffName).text.replace(/[ ·•・.*_\n-]/g, '')
    const beginning = name.slice(0, 2)
    if (name.length < 2) continue
    byBeginning.set(beginning, (byBeginning.get(beginning) ?? new Set()).add(name))
  }
  if (byBeginning.size === 0) return []
  const next = (at: number) => (betweenCharacters.test(text.charAt(at + 1)) ? at + 2 : at + 1)
  const found: Candidate[] = []
  for (let start = 0; start < text.length; start++) {
    const names = byBeginning.get(text.charAt(start) + text.charAt(next(start)))
    for (const name of names ?? []) {
      let at = start
      let end = start
      for (const character of name.split('')) {
        if (text[at] !== character) {
          end = start
          break
        }
        end = at + 1
        at = next(at)
      }
      const couldBeWord = name.length === 2 && beginsWord(name, 0)
      if (end > start) found.push({ kind: 'name', start, end, certain: !couldBeWord })
    }
  }
  return found
}

/**
 * People's names: the hall's own staff by exact match (also written with blanks or dots between),
 * then names after a cue (我叫, 联系人), before a title (科长, 女士), standing alone between stops,
 * and familiar forms (小张, 姓王). All but the first are guesses of which some will be missed.
 */
export const namesIn = (text: string, staffNames: readonly string[]): Candidate[] => [
  ...staffNamesIn(text, staffNames),
  ...namesAfterCues(text),
  ...namesBeforeTitles(text),
  ...bareNames(text),
  ...familiarNames(text),
]
