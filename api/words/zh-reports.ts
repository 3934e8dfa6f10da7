import type { RefusalDetails } from '../refused.ts'
import type { ReportFigures, ReportWindow } from '../rules/monthly-report.ts'
import { roundHalfUp } from '../rules/rounding.ts'
import type { PublicReport } from '../rules/public-report.ts'
import type {
  IndicatorResult,
  ServiceCounts,
  ServiceIndicators,
} from '../rules/service-indicators.ts'
import { percentSaid } from './percent.ts'
import { windowTitle } from './window-title.ts'
import { vocabulary } from './zh-vocabulary.ts'

type ReportRefusal =
  | 'no-such-report'
  | 'report-changed'
  | 'report-confirmed'
  | 'report-same-person'
  | 'report-unchanged'
  | 'no-indicators-here'
  | 'indicators-missing'
  | 'counts-not-yet'
  | 'counts-fixed'

/** Refusals about the statistics of a month. */
export const reportRefusals: Record<ReportRefusal, (details: RefusalDetails) => string> = {
  'no-such-report': () => '没有找到这个月的月报，可能还没有出。',
  'report-changed': () => '月报刚刚有了新的版本，您的操作没有保存。请看新的版本。',
  'report-confirmed': () => '这一版已经有人确认过了，您写的没有保存。',
  'report-same-person': () => '这一版是您更正的，要由另一位同事确认。',
  'report-unchanged': () => '重新统计的数字和现在的一样，不用更正。',
  'no-indicators-here': () => '本大厅的规章没有定服务指标，不用填。',
  'indicators-missing': ({ month }) =>
    `${month ?? '这个月'} 的服务指标还没有填好、确认。先办好，再确认月报。`,
  'counts-not-yet': ({ month }) => `${month ?? '这个月'} 还没有过完，过完再填。`,
  'counts-fixed': ({ month }) => `${month ?? '这个月'} 的月报已经确认。要改数字，先更正月报。`,
}

/** A figure of a report: `value` is null where there is nothing to say or it is left out. */
export type ReportLine = {
  label: string
  value: number | null
  unit: string
  /** The month before; null when there is none or it had nothing to say. */
  before: number | null
  /** What it counts, where the label does not say it all. */
  note: string
}
export type ReportSection = { title: string; lines: ReportLine[] }

type Reading<T> = (figures: ReportFigures) => T

/** A month's figures as people read them, beside the month before. */
export function reportSections(now: ReportFigures, before: ReportFigures | null): ReportSection[] {
  const line = (
    label: string,
    unit: string,
    of: Reading<number | null>,
    note = '',
  ): ReportLine => ({
    label,
    unit,
    value: of(now),
    before: before && of(before),
    note,
  })
  const counts = (unit: string, named: Reading<Map<string, number>>): ReportLine[] => {
    const [mine, theirs] = [named(now), before ? named(before) : new Map<string, number>()]
    return [...new Set([...mine.keys(), ...theirs.keys()])].map((label) => ({
      label,
      unit,
      value: mine.get(label) ?? 0,
      before: before && (theirs.get(label) ?? 0),
      note: '',
    }))
  }
  const some = (lines: ReportLine[]) => lines.filter(({ value, before }) => value || before)
  const byName = (lines: ReportLine[]) =>
    lines.toSorted((one, other) => inOrder(one.label, other.label))
  const { withinLimit, overLimit } = now
  return [
    {
      title: '收件',
      lines: [
        line('收到', '件', (of) => of.received),
        line('受理', '件', (of) => of.accepted, '办理、查证和各项分类，都只算这些'),
        line('不予受理', '件', (of) => of.notAccepted, '本期决定不受理的'),
        line('12345 转办', '件', (of) => of.hotline.count),
        line('12345 转办占比', '%', (of) => of.hotline.share, '占受理的'),
      ],
    },
    {
      title: '办理',
      lines: [
        line('已答复', '件', (of) => of.answered),
        line('当场办结', '件', (of) => of.onTheSpot, '来电来访当天答复，其他第 1 个工作日内答复'),
        ...(withinLimit
          ? [
              line(`${withinLimit.workingDays} 个工作日内答复`, '件', (of) =>
                of.withinLimit ? of.withinLimit.count : null,
              ),
            ]
          : []),
        line('延期', '件', (of) => of.extended.complaints),
        line('延期说明', '次', (of) => of.extended.times),
        ...(overLimit
          ? [
              line(
                `超过 ${overLimit.workingDays} 个工作日`,
                '件',
                (of) => (of.overLimit ? of.overLimit.count : null),
                '没答复的也算',
              ),
            ]
          : []),
        line('超期', '件', (of) => of.overdue, '过了答复期限，或者过期才说明'),
        line(
          '平均用时',
          '天',
          (of) => of.workingDays && of.workingDays.mean,
          '从收到到答复的工作日，只算已答复的',
        ),
        line(
          '用时中位数',
          '天',
          (of) => of.workingDays && of.workingDays.median,
          '一半的件用时不超过这些工作日',
        ),
        line('结转', '件', (of) => of.pending, '以前受理的也算，到期末还没有答复'),
      ],
    },
    {
      title: '查证',
      lines: [
        ...counts(
          '件',
          (of) =>
            new Map(
              of.byFinding.map(({ finding, count }) => [vocabulary.findings[finding], count]),
            ),
        ),
        line('还没有结论', '件', (of) => of.undecided),
        line('属实占比', '%', (of) => of.verifiedShare, '属实和部分属实，占有结论的'),
      ],
    },
    {
      title: '按渠道',
      lines: some(
        counts(
          '件',
          (of) =>
            new Map(
              of.byChannel.map(({ channel, count }) => [vocabulary.channels[channel], count]),
            ),
        ),
      ),
    },
    {
      title: '按事由',
      lines: some(
        counts(
          '件',
          (of) =>
            new Map(
              of.byCategory.map(({ category, count }) => [vocabulary.categories[category], count]),
            ),
        ),
      ),
    },
    {
      title: '按窗口',
      lines: byName(
        counts('件', (of) => new Map(of.byWindow.map((row) => [nameOf(row.window), row.count]))),
      ),
    },
    {
      title: '按部门',
      lines: byName(
        counts(
          '件',
          (of) =>
            new Map(of.byDepartment.map((row) => [row.department ?? NO_DEPARTMENT, row.count])),
        ),
      ),
    },
    {
      title: '扣分和责任追究',
      lines: [
        line('投诉扣分', '条', (of) => of.deductions.entries, '本期确认的，撤销的不算'),
        line('投诉扣分合计', '分', (of) => of.deductions.points),
        ...counts(
          '人次',
          (of) => new Map(of.sanctions.map(({ label, people }) => [label, people])),
        ),
        line('不追究个人', '件', (of) => of.nobodyHeld, '本期决定的'),
      ],
    },
    {
      title: '否定报备',
      lines: now.filings
        ? [
            line('报备', '件', (of) => of.filings && of.filings.filed),
            line('复核后纠正', '件', (of) => of.filings && of.filings.corrected),
            line('过期没有办', '件', (of) => of.filings && of.filings.late, '期限在本月的'),
          ]
        : [],
    },
    {
      title: '巡查发现',
      lines: now.patrol.map(({ window, findings, confirmed, points }) => ({
        label: nameOf(window),
        unit: '条',
        value: findings,
        before: before && (before.patrol.find((row) => isSame(row.window, window))?.findings ?? 0),
        note: `已确认 ${confirmed} 条，扣 ${points} 分`,
      })),
    },
  ].filter(({ lines }) => lines.length > 0)
}

const NO_WINDOW = '没有写明窗口'
const NO_DEPARTMENT = '没有写明部门'
const NAMELESS = [NO_WINDOW, NO_DEPARTMENT]
/** The window a report names, or that none was. */
const nameOf = (window: ReportWindow | null) => (window ? windowTitle(window) : NO_WINDOW)
const isSame = (one: ReportWindow | null, other: ReportWindow | null) =>
  nameOf(one) === nameOf(other)

/** By name, numbers in their order; what has none comes last. */
function inOrder(one: string, other: string): number {
  const [last, lastToo] = [NAMELESS.includes(one), NAMELESS.includes(other)]
  return last === lastToo ? one.localeCompare(other, 'zh-CN', { numeric: true }) : last ? 1 : -1
}

const outcomes: Record<PublicReport['outcomes'][number]['outcome'], string> = {
  verified: '属实或部分属实',
  unverified: '不属实或无法核实',
  undecided: '还没有结论',
}

/** What the office enters for the service indicators. */
const counts: Record<keyof ServiceCounts, { label: string; hint: string }> = {
  asked: { label: '首问咨询', hint: '当月群众第一次来问的件数。' },
  accepted: { label: '首问受理', hint: '其中接下来办的件数。' },
  completed: { label: '首问办结', hint: '接下来的里面，办结的件数。' },
  promised: { label: '承诺件', hint: '当月到期的、有承诺时限的件数。' },
  inTime: { label: '按时办结', hint: '其中在承诺时限内办结的件数。' },
}

/** A rate, and what it is of what. */
const indicators: Record<keyof ServiceIndicators, { label: string; of: string }> = {
  firstAskAccepted: { label: '首问受理率', of: '受理占咨询的' },
  firstAskCompleted: { label: '首问办结率', of: '办结占受理的' },
  onTime: { label: '按时办结率', of: '按时占承诺件的' },
}

/** Whether a rate was reached, in words. */
const reached = (reached: IndicatorResult['reached']): string =>
  reached === null ? '没有可算的' : reached ? '达到' : '没有达到'

/** A figure with its unit: 12 件, 33.33%. */
const said = (value: number | null, unit: string): string => {
  if (value === null) return '无'
  return unit === '%' ? percentSaid(value) : `${value} ${unit}`
}

/** By how much a figure differs from the month before. */
const change = ({ value, before }: ReportLine): string => {
  if (value === null || before === null) return '无'
  const more = roundHalfUp(value - before)
  return more === 0 ? '持平' : more > 0 ? `+${more}` : `−${0 - more}`
}

/** Where a month's report stands. */
const states = { running: '到今天', due: '待出报', waiting: '待确认', confirmed: '已确认' } as const

/** Words of the monthly statistics. */
export const reportWords = {
  sections: reportSections,
  outcomes,
  counts,
  indicators,
  reached,
  states,
  said,
  change,
}
