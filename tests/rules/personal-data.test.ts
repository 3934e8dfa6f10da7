import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  isCreditCode,
  isIdentityNumber,
  passesLuhn,
} from '../../api/rules/personal-data/check-digits.ts'
import type { PersonalDataKind } from '../../api/rules/personal-data/candidate.ts'
import {
  contactDataIn,
  hasContactData,
  masked,
  personalDataIn,
} from '../../api/rules/personal-data.ts'

const hall = { staffNames: ['佟晚晴', '高兴', '卜三', '阿依·古丽'], windowNumbers: ['3', 'A07'] }
const found = (text: string) => personalDataIn(text, { staffNames: hall.staffNames })

describe('planted', () => {
  test.for<[why: string, text: string, kind: PersonalDataKind, found: string]>([
    [
      'an identity number with its check character',
      '身份证11010519491231002X',
      'idCard',
      '11010519491231002X',
    ],
    [
      'an identity number in full-width digits',
      '证件：１１０１０５１９４９１２３１００２Ｘ。',
      'idCard',
      '１１０１０５１９４９１２３１００２Ｘ',
    ],
    [
      'an identity number with blanks',
      '我的是 110105 19491231 002x 谢谢',
      'idCard',
      '110105 19491231 002x',
    ],
    ['an identity number with hyphens', '110105-19491231-002X', 'idCard', '110105-19491231-002X'],
    [
      'an old identity number of 15 digits after its keyword',
      '身份证号：110105491231002',
      'idCard',
      '110105491231002',
    ],
    ['a credit code', '执照是91350100M000100Y43的店', 'creditCode', '91350100M000100Y43'],
    [
      'a bank card in groups of four',
      '退到6222 0212 3456 7890 128',
      'bankCard',
      '6222 0212 3456 7890 128',
    ],
    ['a bank card in one piece', '卡号4111111111111111', 'bankCard', '4111111111111111'],
    ['a mobile', '打13800138000找我', 'mobile', '13800138000'],
    ['a mobile with the country', '+86 138-0013-8000', 'mobile', '+86 138-0013-8000'],
    ['a mobile digit by digit', '1 3 8 0 0 1 3 8 0 0 0', 'mobile', '1 3 8 0 0 1 3 8 0 0 0'],
    ['a mobile with dots', '138.0013.8000', 'mobile', '138.0013.8000'],
    ['a mobile in Chinese numerals', '一三八零零一三八零零零', 'mobile', '一三八零零一三八零零零'],
    [
      'a mobile in Chinese numerals as they are spoken, mixed with digits',
      '幺三八〇〇1三八〇〇〇',
      'mobile',
      '幺三八〇〇1三八〇〇〇',
    ],
    [
      'a mobile with characters of no width',
      '138\u200b0013\u00ad8000',
      'mobile',
      '138\u200b0013\u00ad8000',
    ],
    [
      'a mobile with a dash that is none of the keyboard',
      '138\u20130013\u20138000',
      'mobile',
      '138\u20130013\u20138000',
    ],
    ['a mobile in circled and mathematical digits', '①③⑧𝟎𝟎𝟏𝟑𝟖𝟎𝟎𝟎', 'mobile', '①③⑧𝟎𝟎𝟏𝟑𝟖𝟎𝟎𝟎'],
    ['a landline', '座机0316-2212345', 'landline', '0316-2212345'],
    [
      'a landline in brackets with an extension',
      '（０１０）6221 2345转801',
      'landline',
      '（０１０）6221 2345转801',
    ],
    ['an invented number of this portal', '拨000-22123456', 'landline', '000-22123456'],
    ['a local number after its keyword', '电话：2212345', 'landline', '2212345'],
    ['a number abroad', '+852 9123 4567', 'landline', '+852 9123 4567'],
    ['an e-mail address', '发到zhang.san@mail.example.cn。', 'email', 'zhang.san@mail.example.cn'],
    ['an e-mail address in full width', 'ａｂｃ＠ｑｑ．ｃｏｍ', 'email', 'ａｂｃ＠ｑｑ．ｃｏｍ'],
    ['an e-mail address with the sign spelled', 'abc艾特163.com', 'email', 'abc艾特163.com'],
    ['an e-mail address that is a mobile', '13800138000@139.com', 'email', '13800138000@139.com'],
    ['a plate', '车牌冀R·12345', 'plate', '冀R·12345'],
    ['a plate of a driving school', '京A1234学', 'plate', '京A1234学'],
    ['a plate of a small electric car', '沪AD12345停在门口', 'plate', '沪AD12345'],
    ['a plate of a large electric vehicle', '粤b12345d', 'plate', '粤b12345d'],
    ['a passport', '护照E12345678', 'document', 'E12345678'],
    ['a permit for Hong Kong', 'H0012345678', 'document', 'H0012345678'],
    ['a permit known by its keyword', '台胞证号：01234567', 'document', '01234567'],
    ['a WeChat name', '微信：xiao_wang-88', 'wechatQq', 'xiao_wang-88'],
    ['a WeChat name, keyword in Latin letters', '加vx：abc888', 'wechatQq', 'abc888'],
    ['a QQ number', 'QQ号是 12345678', 'wechatQq', '12345678'],
    [
      'an address with a room',
      '我住光明西道45号3栋2单元501室',
      'address',
      '光明西道45号3栋2单元501室',
    ],
    [
      'an address with its province',
      '地址：河北省廊坊市安次区银河北路12号',
      'address',
      '河北省廊坊市安次区银河北路12号',
    ],
    ['an address in an estate', '家在幸福小区3号楼501', 'address', '幸福小区3号楼501'],
    ['an address in a village', '他是张家村三组12号的', 'address', '张家村三组12号'],
    ['a building without its street', '送到3栋2单元501', 'address', '3栋2单元501'],
    ['a staff number', '工号：00123', 'staffNumber', '00123'],
    ['a member of staff by number', '3号柜员不理人', 'staffNumber', '3号'],
    ['the number of a matter', '受理号SL20260302-001', 'ticketNumber', 'SL20260302-001'],
    ['a queue ticket', '取的号A023', 'ticketNumber', 'A023'],
    ['a register number of the portal', '之前的TS-7K4M-2QX9', 'ticketNumber', 'TS-7K4M-2QX9'],
    ['a receipt of the portal', '1234 5678 9012 3456', 'ticketNumber', '1234 5678 9012 3456'],
    ['a name of the staff inside a sentence', '被佟晚晴赶了出来', 'name', '佟晚晴'],
    ['a name of the staff with blanks', '佟 晚 晴在吗', 'name', '佟 晚 晴'],
    ['a name of the staff with a rare surname', '当时卜三在', 'name', '卜三'],
    ['a name of the staff written without its dot', '阿依古丽很好', 'name', '阿依古丽'],
    ['a name after 我叫', '我叫李建国，', 'name', '李建国'],
    ['a name after a colon, though it is a word', '联系人：高峰', 'name', '高峰'],
    ['a name after 工作人员', '工作人员王丽态度差', 'name', '王丽'],
    ['a double surname', '本人欧阳文静于上周来过', 'name', '欧阳文静'],
    ['a name alone between stops', '当天值班的：王小丽，在玩手机', 'name', '王小丽'],
    ['a name before a title', '感谢李文静女士', 'name', '李文静女士'],
    ['a surname before a title, in the middle of a sentence', '找到张科长', 'name', '张科长'],
    ['a surname that is a word, before a title', '方主任说', 'name', '方主任'],
    ['a familiar form', '旁边的小李', 'name', '小李'],
    ['a surname alone', '那个姓王的', 'name', '姓王'],
  ])('%s', ([, text, kind, what]) => {
    expect(found(text).map((hit) => [hit.kind, hit.text])).toContainEqual([kind, what])
  })
})

describe('harmless', () => {
  test.for<[why: string, text: string]>([
    ['a date and a time', '2026年3月2日上午9:30到2026-03-02 17:00'],
    ['a date in digits', '20260302'],
    ['an amount', '一共交了13000.00元，退1,380,013元'],
    ['amounts in a row', '13000.00 1500元'],
    ['years in a row', '2021 2022 2023 2024'],
    ['a clause', '依据第三章第十二条第4款'],
    ['a document number', '国发〔2026〕12号文件'],
    ['a window', '第三号窗口排了20个人'],
    ['the hotline', '打12345也没人接'],
    ['a short row of Chinese numerals', '一二三四五六'],
    ['a price after 微信', '微信支付30000元'],
    ['waiting after taking a ticket', '取号20分钟后才叫到'],
    ['glad', '我很满意，高峰期也快，高效、高兴'],
    ['a street of shops', '王府井很热闹'],
    ['money', '钱不够，钱没退'],
    ['convenience', '方便群众，方便、方法、方向'],
    ['in case', '万一，万分'],
    ['time', '时间，时候，时长'],
    ['common', '常用，常见'],
    ['any', '任何，任务'],
    ['to solve', '解决，解释，解答'],
    ['to arrange', '安排，安全'],
    ['kind', '和气，温和，和蔼'],
    ['water', '水费，水电费'],
    ['on the way', '路上，路口'],
    ['a province', '江苏，江西'],
    ['a village office', '石家庄，苏州，郑州'],
    [
      'words that begin with a surname',
      '陈述，许可，许多，程序，于是，何时，余额，付款，严重，周末',
    ],
    ['words that end with a surname', '感谢老师，如何，流程，关于主任的说法，办公室主任'],
    ['what the staff do', '工作人员解释不清，工作人员安排我等，工作人员和气'],
    ['what the writer feels', '本人常来，本人安全，申请人应当提交'],
    ['a director without a name', '和主任说了，向主任反映，找主任'],
    ['no small matter', '小时候，小于，大小周，老师，从小张罗'],
    ['measure words', '交了一张证明，两张表，三张复印件'],
    ['knowing the day', '我知道12号放假，在路口3号窗口'],
    ['a place without a number', '在光明西道的大厅，社区一楼大厅'],
    ['a person made unknown', '投诉人王某，李某某'],
    ['mail in words', '请发邮件，@所有人'],
  ])('%s', ([, text]) => {
    expect(personalDataIn(text, { staffNames: [] })).toEqual([])
  })
})

describe('check digits', () => {
  const wrong = '110105194912310021'
  test.for<[why: string, holds: boolean, expected: boolean]>([
    ['the check character X', isIdentityNumber('11010519491231002X'), true],
    ['a wrong check digit', isIdentityNumber(wrong), false],
    ['a day that does not exist', isIdentityNumber('110105194902310022'), false],
    ['a credit code', isCreditCode('91350100M000100Y43'), true],
    ['a credit code with two characters changed', isCreditCode('91350100M000100Y34'), false],
    ['a card', passesLuhn('4111111111111111'), true],
    ['a card with its last digit changed', passesLuhn('4111111111111112'), false],
  ])('%s', ([, holds, expected]) => {
    expect(holds).toBe(expected)
  })

  test('a number with a wrong check digit is no identity number, but a long number to look at', () => {
    expect(found(`号码${wrong}。`)).toMatchObject([{ kind: 'ticketNumber', certain: false }])
  })

  test('every identity number made by the standard weights is found, with any one digit changed it is not', () => {
    const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    fc.assert(
      fc.property(
        fc.integer({ min: 110101, max: 659004 }),
        fc.integer({ min: 1930, max: 2025 }),
        fc.integer({ min: 100, max: 999 }),
        fc.integer({ min: 1, max: 9 }),
        (region, year, order, shift) => {
          const body = `${region}${year}0228${order}`
          const sum = weights.reduce((total, weight, at) => total + weight * Number(body[at]), 0)
          const number = body + '10X98765432'[sum % 11]
          const changed = `${number.slice(0, 16)}${(Number(number[16]) + shift) % 10}${number[17]}`
          expect(found(`我${number}`)).toMatchObject([{ kind: 'idCard', text: number }])
          expect(found(changed).map(({ kind }) => kind)).not.toContain('idCard')
        },
      ),
      { numRuns: 200 },
    )
  })
})

describe('certainty and overlaps', () => {
  test.for<[why: string, text: string, expected: [PersonalDataKind, string, boolean][]]>([
    ['a name of the staff is certain', '佟晚晴不在', [['name', '佟晚晴', true]]],
    ['a name of the staff that is a word is not', '我很高兴', [['name', '高兴', false]]],
    ['a name with its title is one finding', '佟晚晴科长', [['name', '佟晚晴科长', true]]],
    [
      'a WeChat name that is a mobile is a mobile',
      '微信13800138000',
      [['mobile', '13800138000', true]],
    ],
    [
      'what a weaker finding covers beyond a stronger one stays found',
      '本人欧阳佟晚晴',
      [
        ['name', '欧阳佟晚', true],
        ['name', '晴', false],
      ],
    ],
    [
      'findings come in the order of the text',
      '13800138000，佟晚晴，a@b.cn',
      [
        ['mobile', '13800138000', true],
        ['name', '佟晚晴', true],
        ['email', 'a@b.cn', true],
      ],
    ],
    [
      'a passport-like number without its keyword is not certain',
      'E12345678',
      [['document', 'E12345678', false]],
    ],
  ])('%s', ([, text, expected]) => {
    expect(found(text).map((hit) => [hit.kind, hit.text, hit.certain])).toEqual(expected)
  })
})

describe('windows that must not be named', () => {
  test.for<[why: string, text: string, windows: string[]]>([
    ['by digit', '3号窗口', ['3号窗口']],
    ['in words', '第三号窗口', ['第三号窗口']],
    ['the number last', '窗口03', ['窗口03']],
    ['a code', '在a-07排队', ['a-07']],
    ['not another window', '13号窗口，第三十号窗口，A17', []],
    ['not a number of windows or people', '3个窗口，窗口3个人', []],
  ])('%s', ([, text, windows]) => {
    const hits = personalDataIn(text, hall).filter(({ kind }) => kind === 'window')
    expect(hits.map((hit) => hit.text)).toEqual(windows)
  })

  test('twenty-three is read', () => {
    const hits = personalDataIn('二十三号窗口，一百零二号窗口', {
      staffNames: [],
      windowNumbers: ['23', '102'],
    })
    expect(hits.map((hit) => hit.text)).toEqual(['二十三号窗口', '一百零二号窗口'])
  })
})

describe('the warning to an anonymous writer', () => {
  test.for<[why: string, text: string, warns: boolean]>([
    ['a mobile', '回我13800138000', true],
    ['an identity number', '11010519491231002X', true],
    ['an e-mail address', 'a@b.cn', true],
    ['a WeChat name', '微信abc888', true],
    ['a name is no contact', '我叫李建国', false],
    ['an address is no contact', '光明西道45号3栋', false],
    ['an ordinary complaint', '2026年3月2日上午在3号窗口等了两个小时，打12345没人接', false],
  ])('%s', ([, text, warns]) => {
    expect(hasContactData(text)).toBe(warns)
  })

  test.for<[why: string, text: string, shown: string]>([
    ['a mobile', '１３８ 0013 8000', '138…'],
    ['a mobile in Chinese numerals', '一三八零零一三八零零零', '138…'],
    ['a name', '佟晚晴', '佟…'],
    ['a short one shows less than half', 'a@b.cn', 'a@b…'],
    ['a queue ticket', 'A02', 'A…'],
  ])('shows only the beginning: %s', ([, text, shown]) => {
    const [hit] = found(text).length > 0 ? found(text) : found(`取号${text}`)
    expect(masked(hit!)).toBe(shown)
  })
})

describe('any text', () => {
  const fragment = fc.constantFrom(
    ...'13800138000 11010519491231002X 6222021234567890128 佟晚晴 高兴 张 科长 我叫 工作人员 王 小 姓 主任'.split(
      ' ',
    ),
    ...'微信 QQ abc888 @ . qq.com 冀 R12345 路 小区 3 号 栋 单元 室 窗口 第 三 A07 工号 编号 取号'.split(
      ' ',
    ),
    ...'一三八零零 １３８ \u200b \u00ad \ufe0f ﷺ 𝟏 🎉 \ud800 \n \t - + ( ) ， 。 ： · 〇 e\u0301 ⑽ ⒀ ㈠'.split(
      ' ',
    ),
    ' ',
  )
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.string({ unit: fc.nat({ max: 0xffff }).map((unit) => String.fromCharCode(unit)) }),
    fc.array(fragment, { maxLength: 40 }).map((parts) => parts.join('')),
  )

  test('findings lie inside it, in order, apart, and say what it says', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let last = 0
        for (const hit of personalDataIn(text, hall)) {
          expect(hit.start).toBeGreaterThanOrEqual(last)
          expect(hit.end).toBeGreaterThan(hit.start)
          expect(hit.end).toBeLessThanOrEqual(text.length)
          expect(text.slice(hit.start, hit.end)).toBe(hit.text)
          expect(masked(hit).length).toBeLessThanOrEqual(4)
          last = hit.end
        }
      }),
      { numRuns: 1000 },
    )
  })

  test('settling overlaps never uncovers contact data, whatever stands around', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const covered = new Set<number>()
        for (const { start, end } of personalDataIn(text, hall))
          for (let at = start; at < end; at++) covered.add(at)
        for (const { start, end } of contactDataIn(text))
          for (let at = start; at < end; at++)
            if (/[\p{L}\p{N}]/u.test(text[at]!)) expect(covered.has(at)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  test('a mobile is found with unseen characters, full-width digits and blanks anywhere in it', () => {
    const dressed = fc.tuple(
      ...Array.from('13900139000', (digit) =>
        fc
          .tuple(
            fc.constantFrom(digit, String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
            fc.constantFrom('', '', '\u200b', '\u2060', '\u00ad', ' ', '-', '\u3000'),
          )
          .map((pair) => pair.join('')),
      ),
    )
    fc.assert(
      fc.property(dressed, (parts) => {
        const hits = found(`找${parts.join('')}。`)
        expect(hits.map(({ kind }) => kind)).toEqual(['mobile'])
      }),
    )
  })

  test.for<[why: string, unit: string]>([
    ['digits', '1'],
    ['digits with blanks', '1 '],
    ['digits with three blanks', '3   '],
    ['Chinese numerals', '三'],
    ['letters', 'a'],
    ['letters with dots', 'a.'],
    ['at signs', 'a@'],
    ['mail without an end', 'a@a.'],
    ['surnames', '张'],
    ['staff beginnings', '佟晚'],
    ['titles', '王主任'],
    ['cues', '工作人员：'],
    ['streets', '路3号'],
    ['doors', '3栋'],
    ['chains', '路3-3-'],
    ['plates', '冀R'],
    ['keywords', '微信号'],
    ['numbers of matters', '编号A-'],
    ['unseen characters', '\u200b'],
    ['a compatibility form of eighteen characters', 'ﷺ'],
  ])('200,000 characters of %s end', ([, unit]) => {
    const text = unit.repeat(Math.ceil(200_000 / unit.length))
    expect(personalDataIn(text, hall).every((hit) => hit.end <= text.length)).toBe(true)
  })
})
