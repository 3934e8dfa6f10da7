import { isHan, sign, type Candidate } from './candidate.ts'

const place = '(?:[a-z]?\\d{1,5}|[一二三四五六七八九十百零〇]{1,5}|[a-z甲乙丙丁东西南北])'
const doors = `(?: ?${place} ?(?:号楼|号院|号|弄|栋|幢|座|单元|楼|层|组|队|室|户|房|门)){0,5}`
const chain = '\\d{1,4}(?:-\\d{1,4}){1,3}(?:室|号)?'
const room = '(?: ?\\d{2,4}(?![\\d年月元]))?'
const notADoor = '(?![窗柜台厅线文令机诊人那以之前后来去到上下早晚中左右才就放开])'

const onAStreet = `(?:路|街|道|巷|弄|胡同) ?(?:${place} ?[号弄]${notADoor}${doors}${room}|${chain})`
const onAnEstate = `(?:小区|苑|园|公寓|社区|大厦|广场|[城里坊府庭居湾]) ?(?:${place}[期区] ?)?(?:${place} ?(?:号楼|栋|幢|座|单元|室)${doors}${room}|${chain})`
const inAVillage = `(?:村|屯|庄) ?${place} ?(?:组|队|号)${notADoor}${doors}${room}`
const inABuilding = `(?<![a-z0-9])${place} ?(?:号楼|栋|幢) ?${place} ?单元${doors}${room}`

const addressSign = sign([onAStreet, onAnEstate, inAVillage, inABuilding].join('|'))

const LONGEST_PLACE_NAME = '某某某省某某某市某某某区某某某街道某某某某村'.length
const STOPS = '住址在是到去我你他她的了们说'
const notAStreet = /(?:知|通|渠|频|报|味|一|走|上|半|思|网|线|套)$/

function placeNameStart(text: string, end: number): number {
  let start = end
  while (start > 0 && end - start < LONGEST_PLACE_NAME) {
    const before = text[start - 1]!
    if (!isHan(before) || STOPS.includes(before)) break
    if (before === '于' && /[位居处住坐落]/.test(text[start - 2] ?? '')) break
    start--
  }
  return start
}

/** Where somebody lives: a named street, estate or village with the number of a house or a room. */
export function addressesIn(text: string): Candidate[] {
  const found: Candidate[] = []
  addressSign.lastIndex = 0
  for (let match = addressSign.exec(text); match; match = addressSign.exec(text)) {
    const alone = /^[a-z0-9一二三四五六七八九十百零〇甲乙丙丁东西南北]/i.test(match[0])
    const start = alone ? match.index : placeNameStart(text, match.index)
    const named = alone || (start < match.index && !notAStreet.test(text.slice(start, match.index)))
    const certain = /室|户|单元|栋|幢|号楼|\d$/.test(match[0])
    if (named) found.push({ kind: 'address', start, end: match.index + match[0].length, certain })
  }
  return found
}
