import type { ElectronicRating, RatedMonth } from '../rules/electronic-rating.ts'
import type { ElectronicRatingFigures } from '../rules/electronic-rating-figures.ts'
import { roundHalfUp, sumOf } from '../rules/rounding.ts'
import type { StepLine, TieStep } from '../rules/tie-chain.ts'
import { spokenPeriod } from './days.ts'
import { percentSaid } from './percent.ts'
import { scoreWords } from './zh-scores.ts'

/** Points as they are written: at most two decimals, a true minus sign. */
export const pointsSaid = (points: number): string => String(roundHalfUp(points)).replace('-', '−')

type Line = { label: string; unit: string; quantity: number; points: number; isReversal: boolean }

/** How often: 2 人次, 1 件; nothing for an item that is not counted. */
const timesSaid = ({ quantity, unit }: Line): string =>
  unit.startsWith('每') ? `${quantity} 个${unit.slice(1)}` : `${quantity} ${unit}`

const lineSaid = (line: Line): string => {
  const sign = line.points < 0 ? '−' : '+'
  const what = `${line.isReversal ? '撤销：' : ''}${line.label} ${timesSaid(line)}`
  return `${sign} ${pointsSaid(Math.abs(line.points))}（${what}）`
}

/** One person's month as a sum: 100 − 2（迟到或早退 2 人次）= 98; it stops at nothing. */
export function sumSaid(base: number, lines: readonly Line[], score: number): string {
  if (lines.length === 0) return `${pointsSaid(base)}，没有扣分和加分`
  const total = sumOf([base, ...lines.map(({ points }) => points)])
  const steps = [pointsSaid(base), ...lines.map(lineSaid)].join(' ')
  return total === score
    ? `${steps} = ${pointsSaid(score)}`
    : `${steps} = ${pointsSaid(total)}，最低 0 分，计 ${pointsSaid(score)}`
}

/** A window's score as a mean: (96 + 92 + 107) ÷ 3 = 98.33. */
export function meanSaid(
  members: readonly { score: number; counts: boolean }[],
  { sum, count, score }: { sum: number; count: number; score: number | null },
): string {
  if (score === null) return '没有可以计分的人员'
  const counted = members.filter(({ counts }) => counts).map((each) => pointsSaid(each.score))
  const all = counted.length > 1 ? `(${counted.join(' + ')})` : counted[0]
  const top = counted.length === count && all ? all : pointsSaid(sum)
  return `${top} ÷ ${count} = ${pointsSaid(score)}`
}

const UNITS: Record<TieStep, string> = {
  score: ' 分',
  redFlags: ' 面',
  honours: ' 项',
  quarterStars: ' 次',
  verifiedComplaints: ' 件',
  deductionPoints: ' 分',
  satisfaction: '',
  attendance: ' 次',
  lastAwarded: '',
  decision: '',
}

/** One value of a step of the chain; `mean` is for a window, whose attendance is a rate. */
export function stepSaid(step: TieStep, value: number | string | null, isMean = false): string {
  if (value === null) return scoreWords.noTieValue[step]
  if (step === 'decision') return `第 ${value} 位`
  if (typeof value === 'string') return spokenPeriod(value)
  if (step === 'satisfaction' || (step === 'attendance' && isMean)) return percentSaid(value)
  return `${pointsSaid(value)}${UNITS[step]}`
}

/** Why somebody stands behind the one above: 少 2 分, or the step that decided with both values. */
export function behindSaid(
  why: { decidedBy: TieStep | null; steps: readonly StepLine[] } | null,
  isMean = false,
): string {
  if (why === null) return ''
  const line = why.steps.find(({ step }) => step === why.decidedBy)
  if (!line) return '和上一名各项相同，并列'
  const { step, ahead, behind } = line
  if (step === 'score') return `少 ${pointsSaid(Number(ahead) - Number(behind))} 分`
  const name = scoreWords.tieValues[step]
  const values = `${stepSaid(step, behind, isMean)}，上一名 ${stepSaid(step, ahead, isMean)}`
  return `同分。${name} ${values}`
}

/** Why the first stands before the second: 比第二名多 4 分, or the step that decided. */
export function aheadSaid(
  why: { decidedBy: TieStep | null; steps: readonly StepLine[] } | null,
  isMean = false,
): string | null {
  const line = why?.steps.find(({ step }) => step === why.decidedBy)
  if (!line) return null
  const { step, ahead, behind } = line
  if (step === 'score') return `比第二名多 ${pointsSaid(Number(ahead) - Number(behind))} 分`
  const values = `${stepSaid(step, ahead, isMean)}，第二名 ${stepSaid(step, behind, isMean)}`
  return `和第二名同分。${scoreWords.tieValues[step]} ${values}`
}

function standardSaid(cases: number, figures: ElectronicRatingFigures): string {
  const share = figures.shares.find(({ upToCases }) => cases <= upToCases)
  if (!share) return `${cases} 件，固定 ${figures.flatStandard} 个`
  const exact = pointsSaid((cases * share.percent) / 100)
  return `${cases} × ${share.percent}% = ${exact}`
}

/** A window's electronic rating step by step, one sentence for each step and then the sum. */
export function ratingSaid(
  rated: RatedMonth,
  rating: ElectronicRating,
  figures: ElectronicRatingFigures,
  labels: Readonly<Record<string, string>>,
): { steps: string[]; sum: string } {
  const due = Math.max(0, rated.cases - rated.casesDuringFault)
  const { ratings, standardDue, shortfall, shortfallPoints, score } = rating
  if (score === null) {
    const why = rated.cases === 0 ? '没有办件，不计分' : '故障期间没有评价，不计分'
    const odd = rating.findings.length > 0
    return { steps: odd ? ['有评价，没有办件，正在核对。'] : [], sum: why }
  }
  const off = [shortfallPoints, ...rating.deductions.map(({ points }) => points)].filter(
    (points) => points > 0,
  )
  const base = ratings > 0 ? `${figures.best} × ${rated.satisfied} ÷ ${ratings}` : '0'
  const raw = roundHalfUp(
    figures.best * rated.satisfied - sumOf(off) * Math.max(1, ratings),
    Math.max(1, ratings),
  )
  const sum = [base, ...off.map((points) => `− ${pointsSaid(points)}`)].join(' ')
  const end = raw === score ? score.toFixed(2) : `${pointsSaid(raw)}，计 ${score.toFixed(2)}`
  return {
    steps: [
      ...(rated.casesDuringFault > 0
        ? [`评价器故障期间的 ${rated.casesDuringFault} 件不算，剩 ${due} 件。`]
        : []),
      `应评 ${standardDue} 个（${standardSaid(due, figures)}），评了 ${ratings} 个${
        shortfall > 0 ? `，缺 ${shortfall} 个，扣 ${pointsSaid(shortfallPoints)} 分` : '，够数'
      }。`,
      ...rating.deductions.map(
        ({ kind, times, points }) => `${labels[kind]} ${times} 次，扣 ${pointsSaid(points)} 分。`,
      ),
      ...(rating.findings.length > 0 ? ['评价比办件还多，正在核对。'] : []),
    ],
    sum: `${sum} = ${end}`,
  }
}
