import type { CaseType } from '../rules/guide.ts'
import type { GuidePart } from '../rules/guide-text.ts'

const caseTypes: Record<CaseType, string> = {
  instant: '当场办完',
  promised: '承诺日期内办完',
  forwarded: '报上级审批',
  joint: '多部门合办，一个窗口交件',
}

const parts: Record<GuidePart, string> = {
  title: '名称',
  summary: '简介',
  audience: '谁可以办',
  materials: '要带的材料',
  conditions: '办理条件',
  procedure: '怎么办',
  limits: '多久办完',
  fees: '收费',
  result: '办完拿到什么',
  channels: '在哪里办',
  promise: '服务承诺',
  approval: '审批程序',
  legalBasis: '依据',
  tips: '提示',
}

/** The Chinese of the guides: how a matter runs, and what the parts of a guide are called. */
export const guideWords = { caseTypes, parts }
