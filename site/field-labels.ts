/** Names of a hall's fields, for the summary of what has to be put right; so are those below. */
export const HALL_LABELS = {
  name: '大厅名称',
  key: '网址代号',
  address: '地址',
  phone: '大厅电话',
  policy: '制度',
  administrator: '姓名',
  login: '用户名',
  password: '密码',
  again: '再输一次密码',
}

/** Names of an account's fields. */
export const ACCOUNT_LABELS = {
  name: '姓名',
  login: '用户名',
  email: '邮箱',
  unit: '上级单位',
  staff: '窗口人员',
  roles: '岗位',
}

/** Names of a window's fields. */
export const WINDOW_LABELS = {
  number: '窗口号',
  business: '办什么',
  floor: '位置',
  department: '部门',
  openedOn: '开放日',
}

/** Names of a window officer's fields. */
export const STAFF_LABELS = { number: '工号', name: '姓名', department: '部门' }

/** Names of the fields of who serves where. */
export const POSTING_LABELS = { staff: '人员', window: '窗口', fromDay: '从哪天起', on: '结束' }

/** Names of a guide's fields. */
export const GUIDE_LABELS = {
  titleZh: '事项名称',
  slug: '网址代号',
  summaryZh: '一句话说明',
  audienceZh: '谁可以办',
  caseType: '办件类型',
  departmentRef: '承办部门',
  windowRefs: '窗口',
  materials: '材料',
  conditions: '办理条件',
  procedure: '办事流程',
  approvalStages: '审批程序',
  channelsZh: '办理渠道',
  approvalPowerZh: '窗口审批权限',
  legalLimitZh: '法定时限',
  promisedLimitZh: '承诺时限',
  servicePromiseZh: '服务承诺',
  fees: '收费',
  feeBasisZh: '收费说明',
  resultZh: '办理结果',
  legalBasis: '法律依据',
  inquiryPhone: '咨询电话',
  supervisionPhone: '监督电话',
  tipsZh: '提醒',
}

/** Names of the fields of a change of the rules. */
export const RULE_LABELS = {
  label: '短名',
  plain: '大白话',
  system: '出自哪项规定',
  category: '类别',
  text: '正文',
  title: '文件标题',
  article: '第几条',
  number: '文号',
  issuedOn: '发布日期',
  link: '网址',
  effectiveFrom: '从哪天起用',
  reason: '为什么改',
}

/** Names of the fields of a refusal that is put on file. */
export const FILING_LABELS = {
  window: '窗口',
  staff: '经办人',
  refusedOn: '答复的日子',
  nature: '怎样申请的',
  toldToWrite: '告诉可以书面申请',
  explained: '已解释',
  objects: '仍有异议',
  content: '申请的事',
  reason: '不办的理由',
  basis: '依据',
  applicantName: '申请人姓名',
  applicantUnit: '申请人单位',
  applicantPhone: '申请人电话',
  applicantAddress: '申请人地址',
}
