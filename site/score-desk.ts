import type { InferResponseType } from 'hono/client'
import type { PageClient } from '../api/client.ts'
import type { PointRange } from '../api/rules/scorecard.ts'

/** An entry as a desk page gets it. */
export type PageEntry = InferResponseType<PageClient['scores']['$get'], 200>['entries'][number]

/** Whom an entry is about, as officers say it. */
export const subjectSaid = ({ staff, window }: Pick<PageEntry, 'staff' | 'window'>): string =>
  [staff && `${staff.name}（${staff.number}）`, window && `${window.number} ${window.business}`]
    .filter(Boolean)
    .join('，')

type Item = {
  code: string
  label: string
  kind: 'deduction' | 'bonus' | 'mark'
  points: number | PointRange | null
  unit: string
  notInSource: boolean
}

/** An item with what it costs: A01 迟到或早退，每人次扣 1 分. */
export function itemSaid({ code, label, kind, points, unit, notInSource }: Item): string {
  const sign = kind === 'deduction' ? '扣' : '加'
  const per = unit.startsWith('每') ? unit : `每${unit}`
  if (points === null) return `${code} ${label}，只记录`
  const size = typeof points === 'number' ? `${points}` : `${points.from} 到 ${points.to}`
  const lost = notInSource ? '（原文缺，暂定）' : ''
  return `${code} ${label}，${per}${sign} ${size} 分${lost}`
}
