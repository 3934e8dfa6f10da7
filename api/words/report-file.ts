import type { Day, Month } from '../rules/day.ts'
import type { ReportFigures } from '../rules/monthly-report.ts'
import type { IndicatorResult } from '../rules/service-indicators.ts'
import { spokenMonth } from './days.ts'
import { reportSections, reportWords } from './zh-reports.ts'

type Report = {
  hall: { name: string }
  month: Month
  state: keyof typeof reportWords.states
  figures: ReportFigures
  before: ReportFigures | null
  versions: readonly { version: number; confirmedOn: Day | null; note: string | null }[]
  indicators: { results: IndicatorResult[] | null } | null
}

/** A month's report as the rows of a file: what it is first, then one figure a row. */
export function reportFile(report: Report): (string | number)[][] {
  const { hall, month, state, figures, before, versions, indicators } = report
  const [latest] = versions
  return [
    [`${hall.name}统计月报`, spokenMonth(month)],
    ['统计范围', `${figures.from} 到 ${figures.until}`],
    ['版本', latest ? `第 ${latest.version} 版` : '还没有出'],
    ['状态', reportWords.states[state]],
    ...(latest?.note ? [['分析说明', latest.note]] : []),
    [],
    ['类别', '项目', '本月', '上月', '单位', '说明'],
    ...reportSections(figures, before).flatMap(({ title, lines }) =>
      lines.map((line) => [
        title,
        line.label,
        line.value ?? '',
        line.before ?? '',
        line.unit,
        line.note,
      ]),
    ),
    ...(indicators?.results ?? []).map(({ indicator, rate, required, reached }) => {
      const { label, of } = reportWords.indicators[indicator]
      const note = `${of}，要求 ${required}%，${reportWords.reached(reached)}`
      return ['服务指标', label, rate ?? '', '', '%', note]
    }),
  ]
}
