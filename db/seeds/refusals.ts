import type { Nature } from '../../api/rules/complaint.ts'
import type { NoticeWay, ReviewOutcome } from '../../api/rules/negative-filing.ts'

/** A refusal that a window of Bingcha puts on file, and what becomes of it. */
export type RefusalStory = {
  window: string
  /** Working days before the last day of the demonstration. */
  daysBefore: number
  nature: Nature
  important: boolean
  applicant: { name: string; unit: string; address: string; phone: string }
  content: string
  reason: string
  basis: string
  /** Working days from the filing to the review; nothing when it still waits. */
  review?: { after: number; outcome: ReviewOutcome; opinion: string }
  /** Working days from the filing. */
  notice?: { after: number; way: NoticeWay; note: string }
  report?: { after: number; note: string }
}

/** Refusals of the half-year; every name, address and number in them is invented. */
export const refusalStories: readonly RefusalStory[] = [
  {
    window: '8号',
    daysBefore: 104,
    nature: 'written',
    important: false,
    applicant: { name: '卞先生', unit: '', address: '示例村 2 组 11 号', phone: '000-4310021' },
    content: '申请在自家承包地上建两间住房。',
    reason: '这块地在永久基本农田里，不能建房。已带申请人看过图纸。',
    basis: '《基本农田保护条例》第十七条。',
    review: {
      after: 2,
      outcome: 'upheld',
      opinion: '现场和图纸一致，答复正确。请窗口告诉申请人怎样申请宅基地。',
    },
  },
  {
    window: '7号',
    daysBefore: 61,
    nature: 'written',
    important: true,
    applicant: {
      name: '鲍女士',
      unit: '示例小吃店（筹）',
      address: '示例街 40 号',
      phone: '000-4310078',
    },
    content: '申请把临街车库登记为小吃店的经营场所。',
    reason: '车库是住宅配套，窗口认为不能作经营场所。',
    basis: '市场主体住所登记的有关规定。',
    review: {
      after: 3,
      outcome: 'corrected',
      opinion: '本镇已放开这一类登记，凭自有产权证明和承诺书受理，当天办结。',
    },
    notice: { after: 4, way: 'phone', note: '已约申请人第二天上午来办。' },
    report: { after: 1, note: '同意按新规定办，窗口要组织一次学习。' },
  },
  {
    window: '6号',
    daysBefore: 33,
    nature: 'oral',
    important: false,
    applicant: { name: '路女士', unit: '', address: '示例新村 5 幢 302', phone: '000-4310133' },
    content: '要求把孩子的姓改成母亲的姓。',
    reason: '父亲没有到场，也没有书面同意。',
    basis: '户口登记中未成年人变更姓名的有关规定。',
    review: { after: 4, outcome: 'upheld', opinion: '答复正确。双方书面同意后可以当场办理。' },
  },
  {
    window: '2号',
    daysBefore: 17,
    nature: 'written',
    important: false,
    applicant: { name: '查先生', unit: '', address: '示例村 9 组 3 号', phone: '' },
    content: '申请补缴 2019 年四个月的养老保险。',
    reason: '单位已经注销，拿不出当年的劳动合同。',
    basis: '社会保险费补缴的有关规定。',
    review: {
      after: 1,
      outcome: 'corrected',
      opinion: '工资流水也可以证明劳动关系，应当受理。',
    },
    notice: { after: 2, way: 'inPerson', note: '上门告知，并带回了流水复印件。' },
  },
  {
    window: '3号',
    daysBefore: 3,
    nature: 'oral',
    important: false,
    applicant: { name: '荆女士', unit: '', address: '', phone: '000-4310166' },
    content: '要求报销在外地看急诊的费用。',
    reason: '没有事先备案，窗口答复不能报销。',
    basis: '异地就医结算的有关规定。',
    review: {
      after: 2,
      outcome: 'corrected',
      opinion: '急诊可以事后补办备案，请通知申请人带病历来办。',
    },
  },
  {
    window: '4号',
    daysBefore: 2,
    nature: 'written',
    important: true,
    applicant: { name: '占先生', unit: '', address: '示例村 6 组 20 号', phone: '000-4310190' },
    content: '申请最低生活保障。',
    reason: '核对的家庭收入超过了当年标准，申请人说没有扣除看病的支出。',
    basis: '《最低生活保障审核确认办法》中家庭收入核算的规定。',
  },
]
