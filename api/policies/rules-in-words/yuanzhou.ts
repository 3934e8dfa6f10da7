import type { RuleInWords } from '../../rules/rule-in-words.ts'

/** The norms of Yuanzhou in plain words of this portal's own. */
export const yuanzhouInWords: Readonly<Record<string, RuleInWords>> = {
  'yuanzhou.principles': {
    eight:
      '八条原则：诚实守信、热情服务、公平公道、尽职负责、保守秘密、不搞形式、不收礼、严格自律。',
  },
  'yuanzhou.ethics': {
    eight: '职业道德有八条。',
    complaints: '处理纠纷和投诉，要公正、客观、公开。',
  },
  'yuanzhou.serviceConduct': {
    ten: '举止有十条要求：上班不打扮、不听广播、不聊电话、不吸烟、不玩游戏、不会客。',
    equals: '五个一样：对谁都一样热情。',
    language: '分仪表、举止和用语三部分。',
  },
  'yuanzhou.courtesy': {
    voices: '五声：来有迎声、问有答声、笑脸有声、来访有回声、走有送声。',
    fifteen: '共十五条，首问负责，一次说清，答应几时答复就几时答复。',
    urgent: '先外后内，急事先办。',
  },
  'yuanzhou.centreStaff': {
    punctual: '准时到岗，不打瞌睡，不玩手机。',
    errors: '出了差错要上报，跟到解决。',
  },
  'yuanzhou.standardOne': {
    cleaning: '每天小扫除，周末大扫除。',
    eight: '八不准：玩游戏、吃零食、吸烟、串岗、打闹、喧哗、闲聊、办私事。',
    lunch: '中午不喝酒，不收礼。',
  },
  'yuanzhou.articles': {
    device: '评价器必须打开。',
    invitations: '四请、三声、五个一样。',
    written: '缺什么要书面一次说清。',
    runAround: '内部能办的事，不让您来回跑。',
  },
  'yuanzhou.sevenPoints': {
    seven: '共七条：服务意识、廉洁、保密、技能、解决问题、用语、态度。',
  },
  'yuanzhou.bans': {
    seven: '七种不许：娱乐、喧哗打牌、吸烟吃东西吐痰、争吵、挂衣服、会客带孩子、打扮玩手机。',
    quarrel: '有争执要报告首席代表或总服务台。',
  },
  'yuanzhou.language': { eight: '八种情形有规定用语。' },
  'yuanzhou.attitude': {
    greeting: '来有迎声、问有答声、走有送声。',
    equals: '干部群众、生人熟人、本地外地一样对待。',
    noArguing: '不和您争辩，大的问题要上报。',
  },
  'yuanzhou.appearance': { dress: '着装整齐，佩戴工作牌，不穿背心拖鞋。' },
  'yuanzhou.desk': {
    away: '离开要摆暂停牌，椅子归位。',
    line: '评价器、办事指南、样本夹、服务意见反馈卡和笔摆成一排。',
    stock: '办事指南不能断档。',
  },
  'yuanzhou.attendance': {
    late: ({ attendance }) =>
      `上班 ${attendance.lateAfter} 分钟后才到算迟到，提前 ${attendance.earlyFrom} 分钟走算早退。`,
    four: ({ attendance }) =>
      `一个月迟到早退 ${attendance.conversion?.times} 次以上，按旷工半天算。`,
    hour: ({ attendance }) =>
      `迟到 ${attendance.conversion?.lateHalfDayFrom} 分钟，或者离岗超过 ${attendance.conversion?.awayHalfDayOver} 分钟，按旷工半天算。`,
    circular: '签到情况每月通报。',
    leave: '请假 1 天以内由中心主任批，2 天以上还要部门和首席代表批。',
    single: '只有一个人的窗口，请假半天以上要有人顶岗。',
  },
  'yuanzhou.computers': {
    daily: '每天录入办件数据。',
    cards: '监察系统亮红牌、黄牌的，要处理。',
  },
  'yuanzhou.approval': {
    badge: '工作牌写明姓名、职务、岗位、范围和投诉方式。',
    first: '第一个接到来电、咨询、问题、投诉和举报的人负责。',
    eight: '公开八项工作承诺。',
    findings: '电话回访、现场抽查、上门调查发现服务、态度、廉洁问题的，都算投诉。',
    limit: ({ clocks }) =>
      `规定没写投诉期限。本平台按 ${clocks.normalWd} 个工作日答复、最长 ${clocks.maxWd} 个工作日办。`,
  },
}
