import { addDays, addMonths, type Day, isDay, lastDayOf, monthOf } from './day.ts'
import { hundredthsOf, isWholeHundredths, roundHalfUp, sumOf } from './rounding.ts'

/** One thing that is marked, from zero to its most. */
export type AppraisedPart = { code: string; labelZh: string; most: number }

/** The figures of a yearly appraisal (年度考核). */
export type YearlyAppraisalFigures = {
  key: string
  labelZh: string
  /** The weight of the daily part, in percent. */
  dailyPercent: number
  daily: readonly AppraisedPart[]
  yearlyOfHeads: readonly AppraisedPart[]
  yearlyOfStaff: readonly AppraisedPart[]
  /** More days running absent without reason leave no daily part. */
  absentRunningOver: number
  /** More days abroad without permission, or not returned, leave none either. */
  abroadOver: number
  gradesFrom: Record<Exclude<Grade, 'incompetent'>, number>
  /** How many of those graded may be excellent, in percent, rounded down. */
  excellentPercent: number
  /** Posted for not more than so many months: no grade. */
  postedOverMonths: number
  /** Sick and personal leave of more days: out of the awards. */
  leaveOverDays: number
}

/** A year's grade (考核等次), best first. */
const GRADES = ['excellent', 'competent', 'basicallyCompetent', 'incompetent'] as const
export type Grade = (typeof GRADES)[number]

/** Whether every part has a mark of two decimals at the most, from zero to its most. */
export const areMarks = (marks: readonly number[], parts: readonly AppraisedPart[]): boolean =>
  marks.length === parts.length &&
  parts.every(({ most }, index) => {
    const mark = marks[index]!
    return isWholeHundredths(mark) && mark >= 0 && mark <= most
  })

/** The mean of several quarters' daily parts, two decimals; null without any. */
export const dailyPartOf = (quarters: readonly number[]): number | null =>
  quarters.length === 0 ? null : roundHalfUp(sumOf(quarters), quarters.length)

/** Whether a posting of the year is long enough for a grade: longer than so many months. */
export function isPostedLongEnough(
  { from, until }: { from: Day; until: Day },
  { postedOverMonths }: Pick<YearlyAppraisalFigures, 'postedOverMonths'>,
): boolean {
  const month = addMonths(monthOf(from), postedOverMonths)
  const same = `${month}-${from.split('-').at(-1)}`
  return until >= (isDay(same) ? same : addDays(lastDayOf(month), 1))
}

/** Somebody in a year's appraisal. */
export type Appraised = {
  id: string
  daily: number
  /** The yearly part, all its marks together. */
  yearly: number
  absentRunning: number
  abroadDays: number
  /** Sick and personal leave of the year in days. */
  leaveDays: number
  postedLongEnough: boolean
}

/** Somebody's year with its arithmetic. */
export type AppraisedYear = {
  id: string
  /** The daily part as it counts: none after too long an absence. */
  daily: number
  dailyLost: boolean
  yearly: number
  total: number
  /** Null: posted for too short a time (不定等次). */
  grade: Grade | null
  /** Points for excellent, but over the quota. */
  overQuota: boolean
  /** Leave for more than half the year: not among those awards are given to. */
  outOfAwards: boolean
  /** The unit is asked to send somebody else. */
  replacement: boolean
}

/** 0.6 times the daily part and the yearly part, two decimals. */
export const totalOf = (
  daily: number,
  yearly: number,
  { dailyPercent }: Pick<YearlyAppraisalFigures, 'dailyPercent'>,
): number => roundHalfUp(hundredthsOf(daily) * dailyPercent + hundredthsOf(yearly) * 100, 100 * 100)

/** A grade by points alone; between two bands the lower bound decides. */
export const gradeByPoints = (
  total: number,
  { gradesFrom }: Pick<YearlyAppraisalFigures, 'gradesFrom'>,
): Grade =>
  GRADES.find((grade) => grade === 'incompetent' || total >= gradesFrom[grade]) ?? 'incompetent'

/**
 * Qingpu 窗口工作人员年度考核的实施办法: everybody's total and grade. Of those who get a grade at most
 * a fifth are excellent, rounded down; who is beyond it becomes competent. Where equal totals lie
 * across the quota, the larger daily part goes first; people equal in both are all beyond it.
 */
export function yearlyGrades(
  people: readonly Appraised[],
  figures: YearlyAppraisalFigures,
): AppraisedYear[] {
  const years = people.map((person): AppraisedYear => {
    const dailyLost =
      person.absentRunning > figures.absentRunningOver || person.abroadDays > figures.abroadOver
    const daily = dailyLost ? 0 : person.daily
    const total = totalOf(daily, person.yearly, figures)
    const grade = person.postedLongEnough ? gradeByPoints(total, figures) : null
    return {
      id: person.id,
      daily,
      dailyLost,
      yearly: person.yearly,
      total,
      grade,
      overQuota: false,
      outOfAwards: person.leaveDays > figures.leaveOverDays,
      replacement: grade === 'basicallyCompetent' || grade === 'incompetent',
    }
  })
  const quota = excellentQuota(years.filter(({ grade }) => grade !== null).length, figures)
  const best = years.filter(({ grade }) => grade === 'excellent')
  const ahead = (one: AppraisedYear, other: AppraisedYear) =>
    other.total - one.total || other.daily - one.daily
  return years.map((year) => {
    if (year.grade !== 'excellent') return year
    const notBehind = best.filter((other) => ahead(other, year) <= 0).length
    return notBehind <= quota ? year : { ...year, grade: 'competent', overQuota: true }
  })
}

/** How many of the people graded may be excellent. */
export const excellentQuota = (
  graded: number,
  { excellentPercent }: Pick<YearlyAppraisalFigures, 'excellentPercent'>,
): number => Math.floor((graded * excellentPercent) / 100)
