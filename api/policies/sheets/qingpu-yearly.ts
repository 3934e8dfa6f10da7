import type { YearlyAppraisalFigures } from '../../rules/yearly-appraisal.ts'

/**
 * Qingpu 窗口工作人员年度考核的实施办法 (on trial): the daily part of a hundred points at sixty
 * percent, a yearly part of forty, four grades, and at most a fifth excellent.
 */
export const qingpuYearly: YearlyAppraisalFigures = {
  key: 'qingpuYearly',
  labelZh: '窗口工作人员年度考核',
  dailyPercent: 60, // [source]
  daily: [
    { code: 'character', labelZh: '思想品德', most: 20 }, // [source]
    { code: 'discipline', labelZh: '工作纪律', most: 20 }, // [source]
    { code: 'duty', labelZh: '履行职责', most: 20 }, // [source]
    { code: 'efficiency', labelZh: '工作效率', most: 25 }, // [source]
    { code: 'integrity', labelZh: '廉洁自律', most: 10 }, // [source]
    { code: 'study', labelZh: '学习', most: 5 }, // [source]
  ],
  yearlyOfHeads: [
    { code: 'homeUnit', labelZh: '派出单位领导', most: 10 }, // [source]
    { code: 'otherHeads', labelZh: '其他窗口负责人', most: 6 }, // [source]
    { code: 'centre', labelZh: '中心各科室', most: 24 }, // [source]
  ],
  yearlyOfStaff: [
    { code: 'homeUnit', labelZh: '派出单位领导', most: 6 }, // [source]
    { code: 'ownHead', labelZh: '窗口负责人', most: 10 }, // [source]
    { code: 'centre', labelZh: '中心各科室', most: 24 }, // [source]
  ],
  absentRunningOver: 10, // [source] more than ten days running without reason: no daily part
  abroadOver: 10, // [source] more than ten days in all
  // [source] below these: competent, basically competent, incompetent; [portal] no gap between
  gradesFrom: { excellent: 90, competent: 80, basicallyCompetent: 60 },
  excellentPercent: 20, // [source] at most; [portal] rounded down
  postedOverMonths: 6, // [source] posted for not more than half a year: no grade
  leaveOverDays: 182, // [source] leave for more than half the year; [portal] counted in days
}
