import type { Finding, Track } from '../../api/rules/case-file.ts'
import type { ComplaintCategory } from '../../api/rules/complaint.ts'
import type { EntrySource } from '../../api/rules/score-entry.ts'
import type { DemonstrationHall, Topic } from './halls.ts'

/** An invented complaint and everything the hall would write about it; nobody in it exists. */
export type Story = {
  /** Windows with this topic exist in every demonstration hall. */
  topic: Topic
  category: ComplaintCategory
  track: Exclude<Track, 'transferred'>
  /** What the reply and the summary say was found. */
  finding: Finding
  clauseKeyByHall: Record<DemonstrationHall, string>
  /** What the citizen wrote. */
  narrative: string
  /** The officer's line for lists. */
  gist: string
  inquiryComplainant: string
  inquirySubject: string
  /** The department's statement (情况说明). */
  statement: string
  /** The body of the letter to the citizen. */
  reply: string
  /** The neutral summary for publication. */
  summary: string
}

/** A letter of praise and the line an officer gives it. */
type Praise = { topic: Topic; text: string; gist: string }

/** Why a patrol or the attendance record proposes points; null where the hall's sheet has no item. */
type DeductionReason = {
  reason: string
  source: Extract<EntrySource, 'patrol' | 'attendance'>
  itemByHall: Record<DemonstrationHall, string | null>
}

/** A complaint outside the halls' scope, with the reason and whom to ask instead. */
export type OutOfScope = { narrative: string; gist: string; reason: string; whereTo: string }

/** A question (咨询) and its answer. */
export type Question = { topic: Topic; question: string; answer: string }

/** The complaints of the demonstration. */
export const stories: readonly Story[] = [
  {
    topic: 'socialInsurance',
    category: 'notToldOnce',
    track: 'investigated',
    finding: 'substantiated',
    clauseKeyByHall: {
      anci: 'anci.duty.notOnce',
      bingcha: 'bingcha.once.missing',
      qingpu: 'qingpu.q5',
    },
    narrative:
      '我给母亲办社保转移，第一次来说要户口本，第二次来又说要原单位证明，第三次才说还要复印件。能不能一次讲完？我请了三天假。',
    gist: '社保转移材料分三次告知，投诉人多跑两趟',
    inquiryComplainant: '投诉人说三次来的日期都有取号单，窗口没有给过书面清单。',
    inquirySubject: '当班人员承认前两次只口头说了部分材料，没有打印清单。',
    statement: '情况属实。当时以为对方已有单位证明，没有一次讲全。窗口已把清单放在台面上。',
    reply:
      '您反映社保转移三次补材料的事，我们查了取号和受理记录。窗口前两次没有说全，也没有给清单，责任在我们。转移手续已在您第三次来时收下，现在已经转出。窗口今后缺材料一律当场给书面清单。',
    summary:
      '反映社保转移材料没有一次说清。查取号和受理记录，情况属实。窗口已致歉，手续已办结，今后缺材料当场给书面清单。',
  },
  {
    topic: 'medicalInsurance',
    category: 'notToldOnce',
    track: 'investigated',
    finding: 'substantiated',
    clauseKeyByHall: {
      anci: 'anci.speech.noMissingList',
      bingcha: 'bingcha.once.missing',
      qingpu: 'qingpu.once.notWritten',
    },
    narrative:
      '报销住院费，窗口说缺东西，问缺什么，只说“回去看通知”。我识字不多，回家问了孩子才知道缺费用清单。',
    gist: '报销材料不全，窗口没有给书面清单',
    inquiryComplainant: '投诉人说当时请求写在纸上，对方没有写。',
    inquirySubject: '当班人员说告诉了要补费用清单，但确实没有写下来。',
    statement: '口头讲过一遍，没有写。今后缺什么都打印出来，讲一遍再交到手里。',
    reply:
      '您来报销住院费时，窗口只口头说缺材料，没有写下来，这不对。我们已经把要补的费用清单要求印成一页纸，放大了字号。您补好后请到原窗口，不用重新取号。',
    summary:
      '反映报销材料不全时没有得到书面清单。经询问双方，情况属实。窗口已改为打印清单并逐项说明，投诉人补件不用重新取号。',
  },
  {
    topic: 'realEstate',
    category: 'notToldOnce',
    track: 'complex',
    finding: 'partlySubstantiated',
    clauseKeyByHall: {
      anci: 'anci.duty.notOnce',
      bingcha: 'bingcha.once.missing',
      qingpu: 'qingpu.q5',
    },
    narrative:
      '过户的时候登记窗口说税票就行，到了税务那边又要婚姻证明，两边来回跑了四趟。我岳父七十多了跟着我跑。',
    gist: '过户时登记和税务两处告知不一致',
    inquiryComplainant: '投诉人说登记窗口没有提婚姻证明，税务窗口才提。',
    inquirySubject: '登记窗口说那份证明归税务收，自己没有讲；税务窗口说按规定要收。',
    statement: '两个部门的清单不一样。登记清单没有写税务要的材料，现在已经合成一张。',
    reply:
      '您过户时在登记和税务两处听到的要求不一样，这一点属实。税务要婚姻证明有依据，但登记窗口应当一起告诉您。两个部门已经合成一张清单，今后在一处交材料。让老人跟着跑，我们向您致歉。',
    summary:
      '反映过户时两个部门告知的材料不同。经核对，税务要求有依据，登记窗口告知不全，部分属实。两部门已合并清单，实行一处收件。',
  },
  {
    topic: 'household',
    category: 'notToldOnce',
    track: 'simple',
    finding: 'unsubstantiated',
    clauseKeyByHall: {
      anci: 'anci.duty.notOnce',
      bingcha: 'bingcha.once.missing',
      qingpu: 'qingpu.q5',
    },
    narrative: '办居住证，让我补租房合同备案，之前没人告诉过我。网上写的也不清楚，白来一趟。',
    gist: '居住证补租房备案，称此前未获告知',
    inquiryComplainant: '投诉人说没有注意到受理单背面。',
    inquirySubject: '当班人员说第一次来时已给书面清单，由投诉人签收。',
    statement: '书面清单第三项就是租房合同备案，有签收记录。',
    reply:
      '您来办居住证那天，窗口给过一张材料清单，第三项是租房合同备案，您签收了。所以这件事不是窗口没有告知。不过清单字小，我们已经换成大字。您如不同意，可以在 15 个工作日内要求复核。',
    summary:
      '反映补交租房备案没有提前告知。查签收的书面清单，已列明该项，不属实。已把清单改成大字版。',
  },
  {
    topic: 'market',
    category: 'notToldOnce',
    track: 'investigated',
    finding: 'substantiated',
    clauseKeyByHall: {
      anci: 'anci.speech.noMissingList',
      bingcha: 'bingcha.once.missing',
      qingpu: 'qingpu.q5',
    },
    narrative: '开个小面馆办执照，窗口每次只说一样，今天缺章程，明天缺地址证明。房东都嫌我烦了。',
    gist: '办执照材料分多次告知，未给清单',
    inquiryComplainant: '投诉人保留了两次来访的取号单。',
    inquirySubject: '当班人员说材料确实分两次提出，因为换了人接手。',
    statement: '换班时没有交接清楚，后一位重新审了一遍。已经要求换班时交接清单。',
    reply:
      '您开面馆办执照时，两位当班人员先后提了不同的材料。这是我们换班没有交接好。您的执照已在当天发出。从现在起，一个件由同一个人跟到底。',
    summary:
      '反映办执照材料分多次提出。查取号和交接记录，情况属实。执照已发出，窗口改为一人跟到底。',
  },
  {
    topic: 'socialInsurance',
    category: 'attitude',
    track: 'simple',
    finding: 'substantiated',
    clauseKeyByHall: {
      anci: 'anci.attitude.cold',
      bingcha: 'bingcha.first.refused',
      qingpu: 'qingpu.q6',
    },
    narrative:
      '我问养老金为什么少了几十块，她头也不抬说“电脑算的你问电脑去”。我六十八了，问一句话就这个态度。',
    gist: '询问养老金差额时窗口态度冷淡',
    inquiryComplainant: '投诉人说旁边还有一位在等的人听到了。',
    inquirySubject: '当班人员说当时排队人多，承认说话生硬。',
    statement: '情况属实。那天心急，话说重了，愿意当面向老人道歉。',
    reply:
      '您问养老金为什么变化，本来该有人讲清楚，窗口却让您去问电脑，是我们不对。我们查了，差额是因为您补缴的月份从上月起计入。每补缴一年怎样算，窗口可以逐项算给您看。当班人员愿意当面向您道歉。',
    summary:
      '反映询问养老金时窗口态度冷淡。经询问和查看录像，情况属实。当班人员已道歉，差额原因已书面说明。',
  },
  {
    topic: 'realEstate',
    category: 'attitude',
    track: 'investigated',
    finding: 'substantiated',
    clauseKeyByHall: {
      anci: 'anci.speech.bannedPhrase',
      bingcha: 'bingcha.serve.taboo',
      qingpu: 'qingpu.serve.courtesy',
    },
    narrative:
      '排到我的时候还差十分钟下班，那人说要下班了快点快点，材料往外一推。还没到下班时间呢。',
    gist: '临近下班催赶，把材料推回',
    inquiryComplainant: '投诉人说取号单上的时间离下班还有十分钟，第二天才办成。',
    inquirySubject: '当班人员说当天想早点收尾，承认催过人。',
    statement: '情况属实。差十分钟下班也应该收件，我们已经在晨会上讲明白。',
    reply:
      '您在下班前十分钟到窗口，被催着走，还把材料推回来，情况属实。没有到下班时间，窗口就该收件。您的登记已于第二天办好，收件窗口现在到点才收尾。',
    summary: '反映临近下班被催赶并退回材料。查取号时间，情况属实。登记已办结，窗口已改为到点收尾。',
  },
  {
    topic: 'general',
    category: 'attitude',
    track: 'simple',
    finding: 'unsubstantiated',
    clauseKeyByHall: {
      anci: 'anci.attitude.argue',
      bingcha: 'bingcha.serve.quarrel',
      qingpu: 'qingpu.q6',
    },
    narrative: '我提个意见，窗口跟我吵了十分钟，说我不懂规矩。周围人都看着，太丢人了。',
    gist: '称提意见时与窗口发生争吵',
    inquiryComplainant: '投诉人不愿说明谈话的具体内容。',
    inquirySubject: '当班人员说双方声音都大，没有说过不懂规矩的话。',
    statement: '双方就排队次序有过争论。录像里没有辱骂，时间不到三分钟。',
    reply:
      '您反映窗口和您争吵。我们看了当天的录像，双方就排队次序争论过两三分钟，没有听到辱骂的话。按现有材料，不能认定窗口吵架。您如有别的证据，请告诉我们，我们再查。',
    summary:
      '反映提意见时被窗口争吵。调取录像并询问双方，未发现辱骂和长时间争吵，不属实。已提醒窗口控制音量。',
  },
  {
    topic: 'household',
    category: 'attitude',
    track: 'investigated',
    finding: 'substantiated',
    clauseKeyByHall: {
      anci: 'anci.attitude.noPriority',
      bingcha: 'bingcha.serve.unequal',
      qingpu: 'qingpu.serve.noPriority',
    },
    narrative:
      '带八十多岁的婆婆来换身份证，她拄着拐，排了四十多分钟没人理。老人专座上放着几袋文件。',
    gist: '拄拐老人久等，专座被占，无人照顾',
    inquiryComplainant: '投诉人说请过两次导办员，第二次才有人搬凳子。',
    inquirySubject: '导办员说当时不在岗位上，是后来才看见的。',
    statement: '老人专座堆了文件，导办员离开十几分钟，情况属实。文件已清走。',
    reply:
      '您带婆婆来换证，站了四十多分钟，专座还被占着，情况属实，我们向老人致歉。文件已经清走，导办员不再同时兼收发。下次您到门口就可以叫导办员，我们先请老人坐下。',
    summary: '反映行动不便老人久等且无人照顾。查录像，情况属实。专座已清空，导办员不再兼其他岗位。',
  },
  {
    topic: 'tax',
    category: 'attitude',
    track: 'simple',
    finding: 'partlySubstantiated',
    clauseKeyByHall: {
      anci: 'anci.duty.shirk',
      bingcha: 'bingcha.first.refused',
      qingpu: 'qingpu.first.shirk',
    },
    narrative: '问退税怎么办，第一个窗口说问旁边，旁边说打电话问，电话又打不通。我就想要个准话。',
    gist: '询问退税被多个窗口推转',
    inquiryComplainant: '投诉人说三处都没有告诉联系电话。',
    inquirySubject: '第一个窗口说退税确实不归自己，但没有带去该去的窗口。',
    statement: '电话当天是故障。第一个窗口指了方向，没有带人过去。',
    reply:
      '您问退税，被指了三次。第一个窗口没有带您到该去的窗口，这一点属实。电话打不通是当天线路故障，不是不接。退税现在可以在办税窗口直接办，请带上缴款凭证。',
    summary:
      '反映询问退税被推转。经核实，首问没有引导属实，电话不通系线路故障，部分属实。办税窗口已可直接受理退税。',
  },
  {
    topic: 'civilAffairs',
    category: 'attitude',
    track: 'simple',
    finding: 'unverifiable',
    clauseKeyByHall: {
      anci: 'anci.attitude.unequal',
      bingcha: 'bingcha.serve.unequal',
      qingpu: 'qingpu.q6',
    },
    narrative: '我前面那位认识里面的人，直接进去说了几句就办了，我排了一个小时。凭什么？',
    gist: '称窗口照顾熟人插队',
    inquiryComplainant: '投诉人记不清具体时间，也没有取号单。',
    inquirySubject: '当班人员说不记得有熟人插队的事。',
    statement: '当天有一位是预约到点的。没有查到插队的叫号记录。',
    reply:
      '您反映有人插队。我们查了那几天的叫号记录，有一位是预约到点办的，没有发现插队。因为没有更准的时间，这件事无法再查实。您如果想起日期，请告诉我们，我们继续查。',
    summary:
      '反映窗口照顾熟人插队。查叫号记录，未见插队，因时间不明无法核实。已在大厅公布预约和取号的次序。',
  },
  {
    topic: 'general',
    category: 'attitude',
    track: 'simple',
    finding: 'substantiated',
    clauseKeyByHall: {
      anci: 'anci.speech.noGreeting',
      bingcha: 'bingcha.first.refused',
      qingpu: 'qingpu.q6',
    },
    narrative: '站窗口前面两三分钟没人抬头，叫了两声才应一句“什么事”。又不是求他办事。',
    gist: '到窗口后长时间无人应声',
    inquiryComplainant: '投诉人说前面没有人在办。',
    inquirySubject: '当班人员说在录上一件，没有抬头招呼。',
    statement: '情况属实。录件时也要先应声请坐，这条已经写进晨会。',
    reply:
      '您站到窗口前几分钟没人应声，情况属实。录上一件时，也应当先请您稍等。我们已经提醒全体窗口，先应声再录件。您等的那几分钟，是我们疏忽了，谢谢您说出来。',
    summary: '反映到窗口后无人应声。查录像，情况属实。窗口已改为先应声再录件。',
  },
  {
    topic: 'medicalInsurance',
    category: 'attitude',
    track: 'investigated',
    finding: 'partlySubstantiated',
    clauseKeyByHall: {
      anci: 'anci.speech.bannedPhrase',
      bingcha: 'bingcha.serve.taboo',
      qingpu: 'qingpu.serve.courtesy',
    },
    narrative: '我打电话问报销到没到账，被说“你天天打烦不烦”，接着就挂了。我病着呢，就想问清楚。',
    gist: '询问到账时被说打扰并挂断电话',
    inquiryComplainant: '投诉人记得大约上午十点打的。',
    inquirySubject: '接电话的人说当时正在接待，语气不好，挂断是因为信号断了。',
    statement: '通话记录显示有一次二十多秒的通话。措辞不当属实，是否故意挂断查不清。',
    reply:
      '您病着还打电话问到账，听到的话很不合适，这一点属实。通话是不是故意挂断，记录里分不清。您的报销款已于本月到账。今后您可以在手机上直接看进度。',
    summary:
      '反映询问到账时用语不当并被挂断电话。通话记录印证用语不当，挂断原因无法查清，部分属实。已安排专人接听。',
  },
  {
    topic: 'realEstate',
    category: 'delayOrError',
    track: 'investigated',
    finding: 'substantiated',
    clauseKeyByHall: {
      anci: 'anci.duty.errorRework',
      bingcha: 'bingcha.outcome.dispute',
      qingpu: 'qingpu.q4',
    },
    narrative: '房产证上我名字打错一个字，叫我重新来。我是来回两趟的人，不能一次打对吗？',
    gist: '不动产证书姓名打印有误',
    inquiryComplainant: '投诉人说领证时当场就指出了。',
    inquirySubject: '当班人员说录入时选错了字，复核没有看出来。',
    statement: '录入和复核都看漏了。证书当天收回，重新打印后已寄出。',
    reply:
      '您证书上的名字打错了一个字，是我们录入和复核都没有看出来，向您道歉。新证书已免费寄出，不用您再来。今后打印前请您先在屏上核对一遍。',
    summary:
      '反映证书姓名打印有误。核对录入记录，情况属实。证书已免费更正并寄出，窗口增加打印前请申请人核对。',
  },
  {
    topic: 'market',
    category: 'delayOrError',
    track: 'investigated',
    finding: 'substantiated',
    clauseKeyByHall: {
      anci: 'anci.discipline.overdue',
      bingcha: 'bingcha.limit.overdue',
      qingpu: 'qingpu.q4',
    },
    narrative: '执照变更说三个工作日，现在十天了还没信。我店租一天两百多，等不起。',
    gist: '营业执照变更超过承诺时限未办结',
    inquiryComplainant: '投诉人有受理单，上面写着到期日。',
    inquirySubject: '经办说要实地核对地址，排在后面，没有告诉申请人。',
    statement: '核对地址的人手不足，超了五个工作日，也没有主动说明，情况属实。',
    reply:
      '您的执照变更过了答应的日子还没有办完，情况属实，我们没有早说，对不起。地址核对已经安排好，核对当天换执照。我们把超时的件排了单子，逐件打电话说明原因。',
    summary:
      '反映执照变更超承诺时限。查受理单，情况属实，原因是地址核对积压。核对已排定，窗口对超时件逐一电话说明。',
  },
  {
    topic: 'socialInsurance',
    category: 'delayOrError',
    track: 'complex',
    finding: 'partlySubstantiated',
    clauseKeyByHall: {
      anci: 'anci.duty.notForwarded',
      bingcha: 'bingcha.limit.overdue',
      qingpu: 'qingpu.q4',
    },
    narrative: '工伤认定申请交上去一个多月没动静，窗口说转上去了，上面说没收到。中间到底卡在哪？',
    gist: '工伤申请流转中断，一个多月没有进展',
    inquiryComplainant: '投诉人有窗口开的收件回执。',
    inquirySubject: '窗口说已录入系统，纸质件放在待送柜。',
    statement: '系统已登记，纸质件压了十一天才送出。部门说收到后已按时限办理。',
    reply:
      '您的工伤申请，系统里转出及时，纸质材料却在窗口放了十一天，这段耽误在我们。认定部门收到后没有超时。现在材料改为当天送达，送达单会发到您手机上。',
    summary:
      '反映工伤申请流转停滞。经核实，纸质材料滞留十一天属实，认定部门未超时，部分属实。改为当天送达并通知申请人。',
  },
  {
    topic: 'household',
    category: 'delayOrError',
    track: 'investigated',
    finding: 'substantiated',
    clauseKeyByHall: {
      anci: 'anci.duty.falseDone',
      bingcha: 'bingcha.limit.overdue',
      qingpu: 'qingpu.q4',
    },
    narrative: '手机上显示居住证“已办结”，我到窗口说还没做出来。到底办没办完？',
    gist: '系统显示办结，实际证件没有制成',
    inquiryComplainant: '投诉人提供了手机页面截图。',
    inquirySubject: '经办说为了不显示超时，先点了办结。',
    statement: '情况属实。有三个件先点办结后制证，已改正并重新登记。',
    reply:
      '您手机上看到的“已办结”是窗口提前点的，证件当时还没有做好，情况属实。您的居住证已经制成，可以凭身份证领取。我们清查了同期的件，把提前点办结的都改回来了。',
    summary:
      '反映系统显示办结而证件没有制成。查系统日志，情况属实。同期件已改正，窗口不得提前标记办结。',
  },
  {
    topic: 'tax',
    category: 'delayOrError',
    track: 'simple',
    finding: 'unsubstantiated',
    clauseKeyByHall: {
      anci: 'anci.discipline.overdue',
      bingcha: 'bingcha.limit.overdue',
      qingpu: 'qingpu.limit.noNotice',
    },
    narrative: '说好五个工作日给我更正申报，我数着到今天正好超了两天，太不守信用了。',
    gist: '称申报更正超过承诺两天',
    inquiryComplainant: '投诉人把星期六和星期日也算了进去。',
    inquirySubject: '经办说按工作日算，今天才是第五天。',
    statement: '受理单上写着五个工作日，今天正好到期，已经办结。',
    reply:
      '您的申报更正，承诺是五个工作日，不算周末。按工作日数，今天正好是第五天，现在已经办好。所以没有超时。我们在受理单上改成写明到期日，看起来更清楚。',
    summary:
      '反映申报更正超期两天。按工作日计算，办结当日为第五个工作日，不属实。受理单改为写明到期日。',
  },
  {
    topic: 'civilAffairs',
    category: 'delayOrError',
    track: 'investigated',
    finding: 'substantiated',
    clauseKeyByHall: {
      anci: 'anci.duty.shirkDelay',
      bingcha: 'bingcha.limit.overdue',
      qingpu: 'qingpu.q4',
    },
    narrative: '残疾证评定，医院说等通知，窗口说等医院，互相等了二十多天。我儿子上学要用。',
    gist: '残疾评定在窗口和医院之间拖延',
    inquiryComplainant: '投诉人说两边都说在等对方。',
    inquirySubject: '窗口说以为医院会直接联系，没有发通知。',
    statement: '窗口没有把评定单发给医院，拖了二十二天，情况属实。',
    reply:
      '您孩子的评定单在窗口压了二十二天，没有送到医院，情况属实，给您添了麻烦。医院已经为您加排，短信会写明日期。您带身份证和病历直接去就行。评定单今后当天传给医院。',
    summary:
      '反映残疾评定拖延。查流转记录，窗口未及时转送评定单，情况属实。已加排评定，评定单改为当天传送。',
  },
  {
    topic: 'medicalInsurance',
    category: 'delayOrError',
    track: 'investigated',
    finding: 'substantiated',
    clauseKeyByHall: {
      anci: 'anci.duty.errorRework',
      bingcha: 'bingcha.outcome.dispute',
      qingpu: 'qingpu.q4',
    },
    narrative: '我的报销少算了两天床位费，去问才说漏录了，叫我再交一份材料。凭什么再交？',
    gist: '报销漏录两天床位费',
    inquiryComplainant: '投诉人带来了医院的费用清单。',
    inquirySubject: '经办说录入时看错了日期。',
    statement: '漏录两天属实，原材料都在，不必重交。差额已补发。',
    reply:
      '您的报销漏录了两天床位费，是我们录错了日期，对不起。您的原材料都在，不用再交。差额是两天的床位费，已经补到您的卡上。录入后增加了第二个人核对。',
    summary:
      '反映报销少算床位费。核对费用清单，漏录属实。差额已补发，申请人不用重交材料，录入增加复核。',
  },
  {
    topic: 'general',
    category: 'absentOrIdle',
    track: 'simple',
    finding: 'substantiated',
    clauseKeyByHall: {
      anci: 'anci.attendance.absent',
      bingcha: 'bingcha.hours.closed',
      qingpu: 'qingpu.q7',
    },
    narrative: '上午九点来，窗口没人，牌子也没有。等到九点四十才来人，说开会去了。开会也得有人吧。',
    gist: '上班时间窗口无人约四十分钟',
    inquiryComplainant: '投诉人有九点零三分的取号单。',
    inquirySubject: '当班人员说去开会，没有请人顶岗。',
    statement: '两人同时去开会，没有放离岗牌，情况属实。',
    reply:
      '您上午九点来，窗口四十分钟没有人，也没有放牌子，情况属实。两人不该同时去开会。值班安排已经改了，开会也至少留一个人。给您添了麻烦，对不起。',
    summary: '反映窗口上班时间无人。查取号单和录像，情况属实。值班安排已改，开会至少留一人在岗。',
  },
  {
    topic: 'socialInsurance',
    category: 'absentOrIdle',
    track: 'simple',
    finding: 'substantiated',
    clauseKeyByHall: {
      anci: 'anci.discipline.eight',
      bingcha: 'bingcha.serve.idle',
      qingpu: 'qingpu.q7',
    },
    narrative: '排队的人都站到门口了，里面两个小伙子在那儿刷短视频，声音还放出来。',
    gist: '窗口人员排队时刷手机视频',
    inquiryComplainant: '投诉人拍了大厅排队的照片。',
    inquirySubject: '一名人员承认看了几分钟视频。',
    statement: '录像里有一人看手机约四分钟，情况属实，已按考核办法登记。',
    reply:
      '您拍到的情况属实，当时有一人刷手机看视频。排队的人多，更不该这样。这件事已经登入当月考核，大厅也加了一个窗口分流。谢谢您提醒。',
    summary:
      '反映窗口人员上班刷视频。查录像，一人看手机约四分钟，情况属实。已登入当月考核，高峰时段增开窗口。',
  },
  {
    topic: 'household',
    category: 'absentOrIdle',
    track: 'simple',
    finding: 'unsubstantiated',
    clauseKeyByHall: {
      anci: 'anci.duty.leftPost',
      bingcha: 'bingcha.ab.empty',
      qingpu: 'qingpu.q7',
    },
    narrative: '取了号进去，窗口的灯亮着没有人，我等了好半天都不叫号。',
    gist: '称窗口亮灯无人值守',
    inquiryComplainant: '投诉人说等了大约十分钟。',
    inquirySubject: '当班人员说当时去后面取打印纸，约三分钟。',
    statement: '录像显示离开三分钟，放了离岗牌，时间写得清楚。',
    reply:
      '您看到窗口亮着灯没有人。录像显示当班人员去取打印纸，离开三分钟，牌子写着时间。这没有超过规定。叫号屏今后在短时离开时会显示“请稍候”。',
    summary:
      '反映窗口亮灯无人。查录像，人员离开约三分钟并放置离岗牌，不属违规。叫号屏增加“请稍候”提示。',
  },
  {
    topic: 'tax',
    category: 'absentOrIdle',
    track: 'simple',
    finding: 'substantiated',
    clauseKeyByHall: {
      anci: 'anci.desk.away15',
      bingcha: 'bingcha.ab.empty',
      qingpu: 'qingpu.serve.pauseSign',
    },
    narrative: '牌子上写“暂离”，没写几点回来。我等了半个多小时，最后是保安告诉我去旁边办。',
    gist: '离岗牌未写时间，人员离开半小时以上',
    inquiryComplainant: '投诉人说牌子上只有暂离两个字。',
    inquirySubject: '当班人员说去送材料，忘了写时间。',
    statement: '离岗三十五分钟，牌子没有写时间，情况属实。',
    reply:
      '您等了半个多小时，牌子上没有写几点回来，情况属实。牌子现在改成写明回来的时间，超过十五分钟要有人顶岗。您的事已由隔壁窗口办好，让您久等，对不起。',
    summary:
      '反映离岗牌没有时间且人员长时间离开。查录像，离岗三十五分钟，情况属实。牌子改为写明返回时间，超时有人顶岗。',
  },
  {
    topic: 'realEstate',
    category: 'acceptanceRefusal',
    track: 'investigated',
    finding: 'substantiated',
    clauseKeyByHall: {
      anci: 'anci.duty.notInstant',
      bingcha: 'bingcha.limit.notAccepted',
      qingpu: 'qingpu.q1',
    },
    narrative:
      '抵押注销的材料我都带齐了，对着墙上的单子一样不少，他说今天系统不好，下周再来。隔壁窗口明明在办。',
    gist: '材料齐全却以系统为由不受理',
    inquiryComplainant: '投诉人说隔壁窗口同时在办同类业务。',
    inquirySubject: '当班人员说网络慢，怕办不完，就让下周来。',
    statement: '系统当天只断了十几分钟。没有收件，情况属实。',
    reply:
      '您的抵押注销材料齐全，窗口却没有收，情况属实。系统当天只断了十几分钟，可以先收件后录入。注销已经补办完，证明可以来领，也可以寄给您。',
    summary:
      '反映材料齐全未受理。查系统运行记录，仅中断十几分钟，情况属实。注销已补办，窗口改为先收件后录入。',
  },
  {
    topic: 'civilAffairs',
    category: 'acceptanceRefusal',
    track: 'simple',
    finding: 'substantiated',
    clauseKeyByHall: {
      anci: 'anci.attendance.refusedForLeave',
      bingcha: 'bingcha.limit.notAccepted',
      qingpu: 'qingpu.q1',
    },
    narrative: '低保年审，说管这事的人休假，让我下个月来。我腿脚不好，再跑一次要一天。',
    gist: '因经办人休假拒收低保年审材料',
    inquiryComplainant: '投诉人说来了两次，都说休假。',
    inquirySubject: '窗口说没有安排人顶岗，就请她下月来。',
    statement: '经办人休假，没有安排顶岗，材料没有收，情况属实。',
    reply:
      '您两次来年审，都因为有人休假没有收，情况属实，让您白跑了。现在已排好顶岗的人，休假不影响收件。您的年审由我们上门收材料，不用再跑。',
    summary:
      '反映因经办人休假未收低保年审材料。核对排班，情况属实。已安排顶岗，对投诉人改为上门收件。',
  },
  {
    topic: 'market',
    category: 'acceptanceRefusal',
    track: 'investigated',
    finding: 'partlySubstantiated',
    clauseKeyByHall: {
      anci: 'anci.duty.notInstant',
      bingcha: 'bingcha.limit.notAccepted',
      qingpu: 'qingpu.q1',
    },
    narrative: '我想变更经营范围，窗口说要先去问另一个局，人家同意了才收。文件里没写要前置啊。',
    gist: '变更经营范围要求先取得其他部门意见',
    inquiryComplainant: '投诉人说没有看到书面的依据。',
    inquirySubject: '当班人员说其中一项需要许可，才请他先问。',
    statement: '三项里有一项确要许可，另两项可以当场收。当时没有分开说。',
    reply:
      '您变更的三项里，有一项确实要先取得许可，另外两项可以直接办。窗口没有分开说，让您全部先去问，做得不对。后两项现已收件，当天换执照。需要许可的那项，请先到许可窗口申请。',
    summary:
      '反映变更经营范围要求前置意见。经核对，三项中一项需许可，其余可直接办理，部分属实。可办事项已当场收件。',
  },
  {
    topic: 'medicalInsurance',
    category: 'acceptanceRefusal',
    track: 'simple',
    finding: 'unsubstantiated',
    clauseKeyByHall: {
      anci: 'anci.duty.noSupplement',
      bingcha: 'bingcha.limit.notAccepted',
      qingpu: 'qingpu.q1',
    },
    narrative: '我要补以前的报销，窗口说过期不收。票都在，凭什么不收？',
    gist: '补办旧票据报销未获受理',
    inquiryComplainant: '投诉人说票据日期在一年零两个月以前。',
    inquirySubject: '窗口说按规定看病后一年内提出，过期不收。',
    statement: '依据文件，超过一年不能受理。当时有书面告知。',
    reply:
      '您要补的票据，日期在一年零两个月以前。按规定看病后一年内提出，您这次已经超过一年，所以窗口不能收。这件事窗口没有做错。若您当时住院行动不便，有病历可以证明，可以再来说明。',
    summary:
      '反映补办报销未获受理。核对票据日期，已超过规定的一年期限，不属实。已书面说明依据和可补充的情形。',
  },
  {
    topic: 'realEstate',
    category: 'noReasonGiven',
    track: 'simple',
    finding: 'substantiated',
    clauseKeyByHall: {
      anci: 'anci.duty.refusalNoReason',
      bingcha: 'bingcha.neg.noReason',
      qingpu: 'qingpu.q2',
    },
    narrative: '退件单上就四个字“材料不符”。哪里不符？一句也不写，叫我怎么改？',
    gist: '退件只写“材料不符”，未说明哪里不符',
    inquiryComplainant: '投诉人提供了退件单照片。',
    inquirySubject: '经办说以为申请人知道是哪一项。',
    statement: '退件单没有写明是哪一项，情况属实，已改写退件单。',
    reply:
      '您收到的退件单只写了四个字，没有写明哪里不符，情况属实。不符的是委托书没有写代办人身份证号，改好就能办。退件单改成写明哪一项、依据什么、怎么改。',
    summary:
      '反映退件没有说明理由。查退件单，情况属实。已补发书面理由，退件单改为写明问题、依据和改法。',
  },
  {
    topic: 'civilAffairs',
    category: 'noReasonGiven',
    track: 'investigated',
    finding: 'substantiated',
    clauseKeyByHall: {
      anci: 'anci.duty.refusalNoReason',
      bingcha: 'bingcha.neg.notFiled',
      qingpu: 'qingpu.q2',
    },
    narrative: '申请临时救助被退，我问为什么，对方说“领导定的”。我要的是理由，不是谁定的。',
    gist: '救助申请被退，答复称由领导决定',
    inquiryComplainant: '投诉人说没有收到任何书面通知。',
    inquirySubject: '经办说审核意见写在内部表上，没有告诉申请人。',
    statement: '没有书面告知，也没有登记申请人的意见，情况属实。',
    reply:
      '您的救助申请被退，窗口没有给书面理由，情况属实，这样答复不对。退件的理由是缺收入说明，通知书已寄给您，写着怎样补、多久内补、不同意怎样复核。',
    summary:
      '反映救助申请被退未说明理由。核对材料，情况属实。已寄出书面理由，并告知补正和复核的办法。',
  },
  {
    topic: 'tax',
    category: 'noReasonGiven',
    track: 'simple',
    finding: 'partlySubstantiated',
    clauseKeyByHall: {
      anci: 'anci.duty.refusalNoReason',
      bingcha: 'bingcha.neg.noReason',
      qingpu: 'qingpu.q2',
    },
    narrative: '减免不批，窗口让我自己上网看文件。文件三十多页，我看不懂。',
    gist: '减免未批，只让自行查看文件',
    inquiryComplainant: '投诉人说窗口给过文件号。',
    inquirySubject: '窗口说文件号写在单子上，没有讲是哪一条。',
    statement: '书面通知有文件号和结论，没有写适用哪一条，部分属实。',
    reply:
      '您收到的通知有文件号，但没有写是哪一条不符合，部分属实。不符合的是经营年限那一条，您的店开业还不满一年。今后书面通知写明条款和对应的事实。',
    summary:
      '反映减免不批未讲明理由。查书面通知，有文件依据而没有写明条款，部分属实。已补充说明，通知改为写明条款。',
  },
  {
    topic: 'market',
    category: 'noReasonGiven',
    track: 'simple',
    finding: 'substantiated',
    clauseKeyByHall: {
      anci: 'anci.duty.refusalNoReason',
      bingcha: 'bingcha.neg.noReason',
      qingpu: 'qingpu.q2',
    },
    narrative: '名称核准三次没过，每次只说“重名”。跟谁重？换个字行不行？问了也不告诉。',
    gist: '名称核准三次未过，没有说明怎么改',
    inquiryComplainant: '投诉人三次提交的时间都在同一周。',
    inquirySubject: '经办说系统只提示重名，没有往下看。',
    statement: '系统能查到重名的单位，窗口没有查给申请人，情况属实。',
    reply:
      '您三次报名称都没有过，窗口没有告诉您跟谁重，情况属实。现在查到是和同区一家店同名，换一个字号就可以。名称窗口已经改成当面查给您看。',
    summary:
      '反映名称核准未说明原因。查系统，能查到重名单位而没有告知，情况属实。窗口改为当面查询并提出改法。',
  },
  {
    topic: 'household',
    category: 'dutyOrProcedure',
    track: 'simple',
    finding: 'substantiated',
    clauseKeyByHall: {
      anci: 'anci.duty.noReply',
      bingcha: 'bingcha.first.refused',
      qingpu: 'qingpu.q3',
    },
    narrative: '我留了电话，说三天给我回复，等了两周没人理。你们的“回复”是什么时候？',
    gist: '承诺三天回复，两周没有答复',
    inquiryComplainant: '投诉人说回复的人没有留下姓名，她自己记了日期。',
    inquirySubject: '窗口说记在本子上，换班后没有交接。',
    statement: '本子上有登记，没有人跟进，情况属实。登记本已换成电子台账。',
    reply:
      '我们答应三天回您，却两周没有回，情况属实，对不起。您问的是孩子随父母落户，带出生证明和户口簿就能办。登记现在有人每天查，到期没回的会提醒。',
    summary: '反映承诺回复未兑现。查登记本，情况属实，已补充答复。改为电子台账并设到期提醒。',
  },
  {
    topic: 'general',
    category: 'dutyOrProcedure',
    track: 'simple',
    finding: 'substantiated',
    clauseKeyByHall: {
      anci: 'anci.duty.noReceipt',
      bingcha: 'bingcha.outcome.dispute',
      qingpu: 'qingpu.q3',
    },
    narrative: '交了材料没给收条，过一周问，说没收到我的材料。我到哪说理去？',
    gist: '收材料未给凭证，其后称没有收到',
    inquiryComplainant: '投诉人说材料夹在一个蓝色文件袋里。',
    inquirySubject: '窗口找到材料，放在错误的柜子里。',
    statement: '材料收了没有登记，在待退柜里找到，情况属实。',
    reply:
      '您的材料我们收了，却没有给收条，还放错了柜子，情况属实。材料已经找到，今天登记，按您交材料那天算时间。今后不给收条不算收件，您可以当面要求。',
    summary:
      '反映收材料未给凭证。经查找，材料被放错位置，情况属实。按交件日补登记，窗口改为一律给收件凭证。',
  },
  {
    topic: 'civilAffairs',
    category: 'dutyOrProcedure',
    track: 'simple',
    finding: 'substantiated',
    clauseKeyByHall: {
      anci: 'anci.open.missingInfo',
      bingcha: 'bingcha.open.eight',
      qingpu: 'qingpu.open.guide',
    },
    narrative: '想看办理老年证的条件，大屏上没有，纸也没了，工作人员让我加微信群问。我不用微信。',
    gist: '办事指南缺货，只让加微信群询问',
    inquiryComplainant: '投诉人七十五岁，不用智能手机。',
    inquirySubject: '导办员说纸质指南印得少，没有补。',
    statement: '架上空了四天，情况属实，已补印并加大字版。',
    reply:
      '您要看的指南架上没有，窗口却让您加微信群，做得不对。老年优待证指南已补印，大字版放在门口第一格。我们给您寄一份，您在家就能看。',
    summary:
      '反映办事指南缺失。查补货记录，指南空缺四天，情况属实。已补印并增加大字版，不再只提供线上途径。',
  },
  {
    topic: 'medicalInsurance',
    category: 'dutyOrProcedure',
    track: 'investigated',
    finding: 'unsubstantiated',
    clauseKeyByHall: {
      anci: 'anci.duty.falseReport',
      bingcha: 'bingcha.outcome.dispute',
      qingpu: 'qingpu.q3',
    },
    narrative: '我怀疑你们上报的日期改过，明明拖了二十天，通报里写十天。',
    gist: '质疑上报的办理天数与实际不符',
    inquiryComplainant: '投诉人按自己记的日期计算。',
    inquirySubject: '经办说按受理日算，不按交初稿那天算。',
    statement: '受理日和办结日都有系统记录，通报没有改动。',
    reply:
      '您认为通报的天数不对。我们把系统记录和通报逐条对了，日期一致。天数从受理那天算起，不从您第一次来问算起，所以是十天。两个日期都打印好了，您可以到窗口核对。',
    summary:
      '反映上报天数与实际不符。核对系统日志，记录一致，差别在于起算日不同，不属实。已书面说明起算办法。',
  },
  {
    topic: 'socialInsurance',
    category: 'dutyOrProcedure',
    track: 'investigated',
    finding: 'partlySubstantiated',
    clauseKeyByHall: {
      anci: 'anci.speech.noRedirect',
      bingcha: 'bingcha.first.notLed',
      qingpu: 'qingpu.q3',
    },
    narrative:
      '问养老金认证在哪办，保安说里面，里面说服务台，服务台说手机弄。我手机是老式的，绕了半天。',
    gist: '办理养老认证被多处指来指去',
    inquiryComplainant: '投诉人说没有人带他去。',
    inquirySubject: '服务台说应该陪着去，当时没有。',
    statement: '指引口径不一，服务台没有带人，部分属实。认证在社会保险窗口可以办。',
    reply:
      '您问养老金认证，被指了三处，这是指引不一致。社会保险窗口就能办，不用手机。服务台当时应当带您过去却没有带，这一点属实。大厅门口已贴出认证在哪办的牌子，也有人带路。',
    summary:
      '反映办理养老认证被多处推指。经核实，指引口径不一，服务台未引导，部分属实。已统一指引并设带路人员。',
  },
  {
    topic: 'market',
    category: 'charging',
    track: 'investigated',
    finding: 'substantiated',
    clauseKeyByHall: {
      anci: 'anci.duty.other',
      bingcha: 'bingcha.promise.fee',
      qingpu: 'qingpu.q8',
    },
    narrative: '办执照说要交三百代办费，才能快点。问收据没有，让我扫码。大厅里还有这种事？',
    gist: '办执照被要求付代办费，无收据',
    inquiryComplainant: '投诉人有收款码的截图，收款人不是中心。',
    inquirySubject: '窗口说是门口的代办公司收的，自己没有收。',
    statement: '代办公司在大厅门口招揽，窗口人员为其指路，属实。款已由公司退还。',
    reply:
      '您付的三百元不是中心收的，是门口的代办公司收的，但窗口为其指路，情况属实。公司已经退款，也不得再进大厅。办执照免费，材料齐全当场发照，不用找人代办。',
    summary:
      '反映办理执照被收代办费。经查，代办公司在大厅招揽且窗口人员指引，情况属实。款已退还，大厅禁止代办招揽。',
  },
  {
    topic: 'realEstate',
    category: 'charging',
    track: 'simple',
    finding: 'unsubstantiated',
    clauseKeyByHall: {
      anci: 'anci.duty.other',
      bingcha: 'bingcha.promise.fee',
      qingpu: 'qingpu.q8',
    },
    narrative: '登记费不是八十吗，怎么收了我五百五十？差了好几倍。',
    gist: '质疑不动产登记费金额',
    inquiryComplainant: '投诉人登记的是一间临街商铺。',
    inquirySubject: '窗口说商铺属于非住宅，按另一个标准收。',
    statement: '商铺登记为非住宅，标准正确，有公示牌和收据。',
    reply:
      '您登记的是商铺，属于非住宅，登记费是每件五百五十元。八十元是住宅的标准。您的收费没有错，收据上也写着。缴费前没有提醒您两种标准的区别，我们在窗口加了一张对照表。',
    summary:
      '反映登记费偏高。核对收据和标准，商铺按非住宅收费，收费正确，不属实。窗口增设住宅与非住宅对照表。',
  },
  {
    topic: 'socialInsurance',
    category: 'integrity',
    track: 'investigated',
    finding: 'unverifiable',
    clauseKeyByHall: {
      anci: 'anci.integrity.any',
      bingcha: 'bingcha.integrity.benefit',
      qingpu: 'qingpu.q6.integrity',
    },
    narrative: '有人私下说多给点就能把补缴的年限往前算，我没有给，也不敢说是谁。请查一查。',
    gist: '称有人以好处换取补缴年限',
    inquiryComplainant: '投诉人不愿说出是谁，也没有通话记录。',
    inquirySubject: '涉及的岗位说没有人提过这种话。',
    statement: '抽查了本季全部补缴件，年限都有材料支持，没有发现改动。',
    reply:
      '您反映的事，我们抽查了本季的补缴件，没有发现改动。因为没有对象和时间，目前无法查实。我们把线索转给了纪检部门，若您愿意补充，可以继续联系我们。您的情况我们保密。',
    summary: '该线索已转纪检部门，抽查未发现异常，目前无法核实，不公开其他内容。',
  },
  {
    topic: 'market',
    category: 'integrity',
    track: 'investigated',
    finding: 'unsubstantiated',
    clauseKeyByHall: {
      anci: 'anci.integrity.any',
      bingcha: 'bingcha.integrity.benefit',
      qingpu: 'qingpu.q6.integrity',
    },
    narrative: '来我店核对地址的人，走的时候拿了我两条烟，说“借的”。我不想闹，但心里过不去。',
    gist: '称核对地址的人员收受香烟',
    inquiryComplainant: '投诉人说店里有监控，可以提供当天的片段。',
    inquirySubject: '核对人员否认拿过东西，说同行有两人作证。',
    statement: '两名核对人员和监控片段都不支持这件事，同行人员的说法一致。',
    reply:
      '您反映核对人员拿了烟。我们询问了同行两人，又看了店里保留的片段，没有看到拿东西的情况。因此不能认定。如果您还有照片或别的见证人，请告诉我们，我们会再查。',
    summary: '反映核对人员收受财物。询问同行人员并查看监控，未发现有关情形，不属实。',
  },
  {
    topic: 'household',
    category: 'other',
    track: 'simple',
    finding: 'substantiated',
    clauseKeyByHall: {
      anci: 'anci.look.noBadge',
      bingcha: 'bingcha.serve.look',
      qingpu: 'qingpu.q9',
    },
    narrative: '窗口的人没戴牌，问叫什么，说“你管我叫什么”。想表扬也没法写，想投诉也没法写。',
    gist: '窗口人员没有佩戴工作牌',
    inquiryComplainant: '投诉人说只记得是靠窗的那位。',
    inquirySubject: '当班人员说换衣服时忘了戴。',
    statement: '当天没有戴牌属实，话也说得不对，已提醒。',
    reply:
      '您想知道办事人的工号，这是您应有的，窗口没有戴牌还顶了一句，情况属实。开门前现在由组长检查一次牌子。工号写在牌上，您随时可以看。',
    summary: '反映窗口人员未佩戴工作牌且答话不当。经核实，情况属实。窗口开门前由组长检查工作牌。',
  },
  {
    topic: 'realEstate',
    category: 'other',
    track: 'simple',
    finding: 'partlySubstantiated',
    clauseKeyByHall: {
      anci: 'anci.desk.privateItems',
      bingcha: 'bingcha.outcome.dispute',
      qingpu: 'qingpu.q9',
    },
    narrative: '桌上堆着外卖盒和零食袋，我签字都没地方，油都沾到材料上了。',
    gist: '窗口桌面堆放食物，弄脏材料',
    inquiryComplainant: '投诉人拍了桌面照片，油渍在材料一角。',
    inquirySubject: '当班人员说午间刚吃完，没有来得及收。',
    statement: '照片是午间十二点四十拍的，窗口当时已休息；材料沾油属实。',
    reply:
      '您拍的照片是午间休息时的，窗口当时不办公，这一点按规定可以。但吃完没有收拾，弄脏了您的材料，这是我们的错。材料已经免费重印，窗口不再在台面上放食物。',
    summary:
      '反映桌面堆放食物弄脏材料。照片为午休时段，材料受污属实，部分属实。材料已重印，窗口台面不得放食物。',
  },
  {
    topic: 'general',
    category: 'other',
    track: 'simple',
    finding: 'substantiated',
    clauseKeyByHall: {
      anci: 'anci.duty.other',
      bingcha: 'bingcha.outcome.dispute',
      qingpu: 'qingpu.rating.refused',
    },
    narrative: '办完想点评价，窗口说“不用点了，赶紧走吧，后面还有人”。我自己按钮都没碰到。',
    gist: '办结后窗口阻止评价',
    inquiryComplainant: '投诉人说屏幕一直没有亮过评价页。',
    inquirySubject: '当班人员说赶着办下一位，没有请评价。',
    statement: '当天这个窗口只有一半的件有评价，情况属实。',
    reply:
      '您办完想评价，被劝走了，这是不应该的。评价是您的事，点与不点由您定，窗口不能拦。评价页现在每次办完自动跳出，您在门口扫码也能点。',
    summary: '反映办结后被阻止评价。查评价记录，情况属实。评价页改为办结自动弹出，窗口不得劝离。',
  },
  {
    topic: 'tax',
    category: 'other',
    track: 'simple',
    finding: 'unverifiable',
    clauseKeyByHall: {
      anci: 'anci.duty.other',
      bingcha: 'bingcha.outcome.dispute',
      qingpu: 'qingpu.rating.self',
    },
    narrative: '我还没按评价，屏上就显示“满意，谢谢”。是不是你们替我按的？',
    gist: '称窗口替自己按了满意',
    inquiryComplainant: '投诉人记得大约是上午，具体时间不确定。',
    inquirySubject: '当班人员说没有替人按过。',
    statement: '当日有一条办结后三秒出现的评价，是谁按的查不清。',
    reply:
      '您说还没有按，屏上就显示满意。记录里有一条办结后三秒的评价，来得太快，但查不出是谁按的。这一条已经作废。评价屏已经移到台面外侧，窗口人员够不到。',
    summary:
      '反映窗口代按评价。查到一条办结后三秒的评价，来源无法核实。该评价已作废，评价屏移至台面外侧。',
  },
]

/** What citizens praise. */
export const praises: readonly Praise[] = [
  {
    topic: 'realEstate',
    text: '过户那天我爸突然头晕，窗口的姑娘扶他坐下，还倒了水，帮我们把后面的手续排好。谢谢。',
    gist: '照顾头晕的老人',
  },
  {
    topic: 'socialInsurance',
    text: '养老金的算法我听不懂，他拿张白纸一笔一笔写给我看，讲了三遍没有不耐烦。',
    gist: '耐心讲解养老金算法',
  },
  {
    topic: 'household',
    text: '身份证丢了赶高考，窗口给我加急办了临时证，孩子没耽误。',
    gist: '为考生加急办证',
  },
  {
    topic: 'medicalInsurance',
    text: '住院报销材料缺一张清单，窗口直接帮我跟医院联系传了过来，少跑六十里路。',
    gist: '代联系医院补清单',
  },
  {
    topic: 'tax',
    text: '第一次开票不会弄，辅导了快一个小时，午饭都没去吃。',
    gist: '午间辅导开票',
  },
  {
    topic: 'market',
    text: '开店办执照，窗口提醒我地址写法不对，要是按原来的报肯定退回来。省了我两天。',
    gist: '提前指出填表错误',
  },
  {
    topic: 'civilAffairs',
    text: '我爸瘫在床上，工作人员上门给他拍照办残疾证，鞋套都自己带着。',
    gist: '上门为重残老人办证',
  },
  {
    topic: 'general',
    text: '我说不清要办什么，导办员问了五分钟就明白了，带我走了三个窗口，一次办完。',
    gist: '导办全程陪同',
  },
  {
    topic: 'socialInsurance',
    text: '工伤材料被前一家退过，这里一条一条帮我理，哪张能用哪张要重开写得清清楚楚。',
    gist: '逐条整理工伤材料',
  },
  {
    topic: 'realEstate',
    text: '证上要改一个字，听说我坐公交来，当场改好，没让我等。',
    gist: '当场更正证书',
  },
  {
    topic: 'medicalInsurance',
    text: '我耳朵不好，她写在纸上一句一句问，还把回执念给我听了一遍。',
    gist: '为听障老人书写沟通',
  },
  {
    topic: 'household',
    text: '给孩子落户，把以后上学、医保要办的都列在一张纸上交给我，想得真周到。',
    gist: '主动列出后续事项',
  },
]

/** What a patrol or the attendance record finds, with the item of each hall's monthly sheet. */
export const deductionReasons: readonly DeductionReason[] = [
  {
    reason: '迟到，签到时间比上班晚 18 分钟',
    source: 'attendance',
    itemByHall: { anci: 'A01', bingcha: null, qingpu: null },
  },
  {
    reason: '早退，下班前 20 分钟已离开窗口',
    source: 'attendance',
    itemByHall: { anci: 'A01', bingcha: null, qingpu: null },
  },
  {
    reason: '上午没有签到，也没有请假手续',
    source: 'attendance',
    itemByHall: { anci: 'A02', bingcha: null, qingpu: null },
  },
  {
    reason: '擅自离开窗口 42 分钟，没有人顶岗',
    source: 'patrol',
    itemByHall: { anci: 'A03', bingcha: null, qingpu: null },
  },
  {
    reason: '整个上午不在岗，没有请假',
    source: 'attendance',
    itemByHall: { anci: 'A04', bingcha: 'M8.2', qingpu: null },
  },
  {
    reason: '上班时间用手机看短视频，约 6 分钟',
    source: 'patrol',
    itemByHall: { anci: 'A05', bingcha: 'M1.1', qingpu: null },
  },
  {
    reason: '上班时间玩手机游戏',
    source: 'patrol',
    itemByHall: { anci: 'A05', bingcha: 'M1.1', qingpu: null },
  },
  {
    reason: '在窗口吸烟',
    source: 'patrol',
    itemByHall: { anci: 'A06', bingcha: 'M1.1', qingpu: null },
  },
  {
    reason: '在窗口吃零食，台面有包装袋',
    source: 'patrol',
    itemByHall: { anci: 'A06', bingcha: 'M1.1', qingpu: null },
  },
  {
    reason: '没有佩戴工作牌',
    source: 'patrol',
    itemByHall: { anci: 'A13', bingcha: 'M1.1', qingpu: null },
  },
  {
    reason: '没有按规定着装',
    source: 'patrol',
    itemByHall: { anci: 'A13', bingcha: 'M1.1', qingpu: null },
  },
  {
    reason: '岗位牌没有摆出来',
    source: 'patrol',
    itemByHall: { anci: 'A14', bingcha: null, qingpu: null },
  },
  {
    reason: '办公区堆放杂物，地面有烟头',
    source: 'patrol',
    itemByHall: { anci: 'A18', bingcha: 'M9.1', qingpu: null },
  },
  {
    reason: '台面文件凌乱，摆放水果',
    source: 'patrol',
    itemByHall: { anci: 'A19', bingcha: 'M9.1', qingpu: null },
  },
  {
    reason: '下班后台面没有整理',
    source: 'patrol',
    itemByHall: { anci: 'A20', bingcha: 'M9.1', qingpu: null },
  },
  {
    reason: '串岗闲聊，窗口有人等候',
    source: 'patrol',
    itemByHall: { anci: null, bingcha: 'M1.1', qingpu: null },
  },
  {
    reason: '已受理的件当天没有录入审批平台',
    source: 'patrol',
    itemByHall: { anci: 'A08', bingcha: 'M4.1', qingpu: null },
  },
  {
    reason: '受理的件第二天才录入审批平台',
    source: 'patrol',
    itemByHall: { anci: 'A09', bingcha: 'M4.1', qingpu: null },
  },
  {
    reason: '中心例会迟到，没有说明原因',
    source: 'attendance',
    itemByHall: { anci: null, bingcha: 'M5.1', qingpu: null },
  },
  {
    reason: '无故缺席集中学习',
    source: 'attendance',
    itemByHall: { anci: null, bingcha: 'M5.2', qingpu: null },
  },
  {
    reason: '评价屏没有打开，没有放暂停牌',
    source: 'patrol',
    itemByHall: { anci: null, bingcha: null, qingpu: null },
  },
  {
    reason: '楼道内吸烟，已当场制止',
    source: 'patrol',
    itemByHall: { anci: null, bingcha: null, qingpu: null },
  },
]

/** What the halls cannot take up. */
export const outOfScope: readonly OutOfScope[] = [
  {
    narrative: '我在外面一家私人打印店印材料，收我一块钱一张，太贵了，你们管不管？',
    gist: '大厅外打印店收费偏高',
    reason: '这家店不在大厅内，收费不归本中心管。',
    whereTo: '可以拨打 12345 反映，或者到大厅免费复印。',
  },
  {
    narrative: '小区物业半年不修电梯，老人上下楼很难，请你们处理一下。',
    gist: '小区物业不修电梯',
    reason: '物业服务不归本中心管。',
    whereTo: '可以向住房主管部门反映，或者拨打 12345。',
  },
  {
    narrative: '法院判决下来半年了，对方还不还钱，来问你们怎么办。',
    gist: '法院判决没有执行',
    reason: '判决的执行由法院负责，本中心不能处理。',
    whereTo: '请带判决书到判决法院的执行窗口申请。',
  },
  {
    narrative: '我在网上买的手机是坏的，卖家不退钱，能不能帮我要回来？',
    gist: '网购商品退款纠纷',
    reason: '这是买卖纠纷，不是窗口服务的问题。',
    whereTo: '可以拨打 12345 转市场监管部门，或者在购物平台申请调解。',
  },
  {
    narrative: '隔壁公证处收费一千二，我觉得太高，想请你们查。',
    gist: '公证处收费疑问',
    reason: '公证处不是本中心的窗口，收费由司法行政部门管。',
    whereTo: '可以向司法行政部门反映，电话可以在 12345 问到。',
  },
]

/** What citizens ask. */
export const questions: readonly Question[] = [
  {
    topic: 'socialInsurance',
    question: '我在外地交了五年养老保险，能转过来吗？要带什么？',
    answer: '可以转。请带身份证到社会保险窗口申请，外地的缴费证明由我们向对方调取。',
  },
  {
    topic: 'household',
    question: '孩子出生一个月了，户口可以报在爸爸这边吗？',
    answer: '可以。父母任何一方的户口所在地都能报，带出生证明和户口簿就行。',
  },
  {
    topic: 'medicalInsurance',
    question: '要去外省做手术，医保怎么用？',
    answer: '先办异地就医备案，打电话或到医保窗口都行，备案后在医院直接刷卡。',
  },
  {
    topic: 'realEstate',
    question: '房产证丢了，怎么补？',
    answer: '请带身份证到不动产登记窗口申请。网站上公告 15 个工作日后，可以领新证。',
  },
  {
    topic: 'market',
    question: '在家里开网店要不要办营业执照？',
    answer: '零星小额的可以不办。要长期经营的建议办个体工商户，登记不收费。',
  },
  {
    topic: 'civilAffairs',
    question: '我奶奶行动不便，残疾证评定能不能上门？',
    answer: '可以。重度残疾的由窗口约医生上门，请告诉我们方便的日子。',
  },
  {
    topic: 'tax',
    question: '个体户还没有开张，也要每个月报税吗？',
    answer: '领了执照并办过税务登记就要按期申报，没有收入就报零。',
  },
  {
    topic: 'general',
    question: '周末能来办事吗？',
    answer: '周末是否办事，各窗口不一样。请在本页看窗口的办公时间再来。',
  },
]

/** Objective evidence in an inquiry: recorder, cameras, logs. */
export const evidenceNotes: readonly string[] = [
  '调取当天的大厅录像，查看了反映的时间段前后各 30 分钟。',
  '查看巡查记录仪，当天该时段没有巡查经过这个窗口。',
  '导出叫号系统记录，和取号单的时间一致。',
  '导出办件系统日志，记录了受理、转出和办结的时间。',
  '核对受理单存根和材料清单，有申请人签收。',
  '核对当天的值班表和签到记录。',
  '查看窗口电话的通话记录，只有时间和时长，没有录音。',
  '查看当天的评价记录，没有发现异常。',
]

/** What bystanders and colleagues said in an inquiry. */
export const witnessNotes: readonly string[] = [
  '同一时间在等候的一位群众说，听到了大部分对话，和投诉人说的相近。',
  '同一时间在等候的一位群众说，没有注意到这件事。',
  '隔壁窗口人员说，当时自己在办件，只听到声音比较大。',
  '导办员说，带投诉人取过号，后面的情况不清楚。',
  '保安说，当天这个时段大厅排队较长，没有发生争吵。',
  '顶岗人员说，接班时没有收到这个件的交接。',
]

/** Why an answer needs more time, as the citizen is told. */
export const extensionReasons: readonly string[] = [
  '等待外单位回函，回函到了就答复您。',
  '需要两个部门一起核对材料，还差一方的意见。',
  '当班人员外出培训，要等回来当面核对。',
  '需要向系统服务商调取当天的日志。',
  '事情涉及以前的办件，正在查找存档。',
  '需要到现场再看一次，已经约好日子。',
]

/** What the first office proposes when several departments are concerned. */
export const coordinationOpinions: readonly string[] = [
  '由登记窗口牵头，税务窗口配合，两天内合并材料清单。',
  '由收件窗口查清材料停留的位置，主管部门说明收到的日期。',
  '由主管部门先作出办理决定，窗口负责告知申请人。',
  '两个部门各出一名经办人，当面把流转记录对清楚。',
]

/** Why a window's head, or last a section of the centre, proposes somebody for the quarter. */
export const starReasons: readonly string[] = [
  '一次告知写得清楚，来办事的人很少跑第二趟。',
  '主动替同事顶岗，中午连续办件。',
  '把常用材料做成样表，办得快，退件少。',
  '耐心接待老人，帮着填表，没有一次争执。',
  '熟悉两个窗口的业务，忙的时候能补位。',
  '牵头整理办事指南，改掉十几处说不清的地方。',
]

/** What the quarter's hygiene inspection takes off, by the sheet's item. */
export const hygieneReasons: readonly { item: string; points: number; reason: string }[] = [
  { item: 'W2', points: 1.5, reason: '柜台上资料没有归位' },
  { item: 'W1', points: 1, reason: '叫号屏背面有灰尘' },
  { item: 'W5', points: 2, reason: '垃圾桶满了没有倒' },
  { item: 'W4', points: 0.5, reason: '地面有纸屑' },
]

/** What the office makes of a month's statistics. */
export const reportNotes: readonly string[] = [
  '本月投诉主要是材料没有一次说清。已请各窗口核对告知单，下月抽查。',
  '本月投诉数和上月差不多，都在期限内答复。多部门的件用时偏长，要早些碰头。',
  '本月服务态度的投诉比上月多，集中在排队长的时段。已在高峰时段增加导办。',
  '本月网上投诉占大半，来电来访较少。当场能说清的件，当天都作了答复。',
  '本月属实的投诉都已经改正，并在班前会上提醒。结转的件已安排专人跟进。',
]
