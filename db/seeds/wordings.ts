import type { DemonstrationHall } from './halls.ts'

/** Said before every invented sentence that stands where a hall would enter its official wording. */
export const INVENTED = '（演示样例，不是原文）'

type ClauseWording = { clause: string; title: string; article: string; text: string }
type RuleWording = { system: string; title: string; number: string; paragraphs: readonly string[] }

/** Invented official wordings of clauses; a demonstration copies no regulation. */
export const clauseWordings: Readonly<Record<DemonstrationHall, readonly ClauseWording[]>> = {
  anci: [
    {
      clause: 'anci.duty.notOnce',
      title: '窗口人员责任追究制度（试行）',
      article: '样例第五项',
      text: '申请材料需要补充的，窗口人员应当一次写明全部要补的材料。没有写明、致使申请人多次往返的，追究责任。',
    },
    {
      clause: 'anci.attitude.cold',
      title: '窗口工作人员行为规范（试行）',
      article: '样例第三章',
      text: '窗口人员接待群众应当热情周到，不得冷淡、为难、训斥来访群众。',
    },
  ],
  bingcha: [
    {
      clause: 'bingcha.once.missing',
      title: '一次告知制度',
      article: '样例第二条',
      text: '办事所需的部门、材料、时间和不予办理的理由，窗口应当一次告诉申请人。',
    },
  ],
  qingpu: [
    {
      clause: 'qingpu.q5',
      title: '投诉处置办法',
      article: '样例第三条第五项',
      text: '窗口没有一次清楚告知全部材料、格式和要求的，服务对象可以投诉。',
    },
    {
      clause: 'qingpu.q6',
      title: '投诉处置办法',
      article: '样例第三条第六项',
      text: '工作人员态度生硬、言语讥讽或者故意为难的，服务对象可以投诉。',
    },
  ],
}

/** Invented texts of whole rules. */
export const ruleWordings: Readonly<Partial<Record<DemonstrationHall, readonly RuleWording[]>>> = {
  anci: [
    {
      system: 'anci.complaints',
      title: '群众投诉处理办法（试行）',
      number: '演示样例第 1 号',
      paragraphs: [
        '第一条　为了及时处理群众投诉，制定本样例。',
        '第二条　政策法规股接到投诉后登记，并告诉投诉人由谁办理。',
        '第三条　涉及几个部门的，三个工作日内提出协调意见。',
      ],
    },
  ],
  qingpu: [
    {
      system: 'qingpu.complaints',
      title: '投诉处置办法',
      number: '演示样例第 2 号',
      paragraphs: [
        '第一条　为了公正处置投诉，制定本样例。',
        '第二条　涉及窗口的投诉由管理科受理，填写受理登记表。',
        '第三条　情况复杂的，三个工作日内办结并答复，最长不超过十个工作日。',
      ],
    },
  ],
}
