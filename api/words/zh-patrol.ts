import type { DayKind } from '../rules/calendar.ts'
import type { RoundStanding, Session } from '../rules/patrol-rounds.ts'

const sessions: Record<Session, string> = { morning: '上午', afternoon: '下午' }
const kinds: Record<DayKind, string> = {
  workingDay: '',
  makeUp: '调休上班',
  weekend: '周末',
  holiday: '放假',
}
const stands: Record<RoundStanding['stands'], string> = {
  done: '已巡查',
  open: '还没有巡查',
  missed: '没有巡查',
}

/** Words of the rounds through the hall. */
export const patrolWords = {
  sessions,
  kinds,
  stands,
  labels: {
    started: '几点开始',
    ended: '几点结束',
    handTo: '记录表交给谁',
    looked: '看过的窗口',
    finding: '发现的问题',
  },
}
