import type { World } from '../../api/context.ts'
import { addClause, sayAnew } from '../../api/acts/rules/change-clause.ts'
import { approveChange } from '../../api/acts/rules/decide-change.ts'
import { enterClauseWording, enterSystemWording } from '../../api/acts/rules/enter-wording.ts'
import { addDays, type Day } from '../../api/rules/day.ts'
import type { Agenda } from './agenda.ts'
import type { Cast } from './hall-people.ts'
import type { DemonstrationHall } from './halls.ts'
import { clauseWordings, INVENTED, ruleWordings } from './wordings.ts'

type Casts = Record<DemonstrationHall, Cast>
type Entry = (world: World, by: Cast['heads'][number]) => Promise<{ id: string }>

/** Entered by the head of the office in the morning, approved by the second person after noon. */
function settle(agenda: Agenda, { heads, seconds }: Cast, day: Day, entry: Entry): void {
  agenda.at(day, '09:40', async () => {
    const { id } = await entry(agenda.world, heads[0]!)
    agenda.at(day, '14:20', () => approveChange(agenda.world, seconds[0]!, id))
  })
}

/**
 * The halls enter official wordings (invented ones, said to be so), Qingpu says a clause anew,
 * Anci adds one of its own; one entry still waits for its second person at the end.
 */
export function enterWordings(agenda: Agenda, casts: Casts, from: Day, until: Day): void {
  const first = agenda.workingDay(from, 1)
  const when = { effectiveFrom: first, reason: '录入正式文本。' }
  for (const hall of Object.keys(casts) as DemonstrationHall[]) {
    for (const { clause, text, ...printed } of clauseWordings[hall]) {
      const form = { ...printed, text: INVENTED + text, ...when }
      settle(agenda, casts[hall], first, (world, by) => enterClauseWording(world, by, clause, form))
    }
    for (const { system, title, number, paragraphs } of ruleWordings[hall] ?? []) {
      const text = [INVENTED, ...paragraphs].join('\n')
      const form = { title, number, issuedOn: null, link: '', text, ...when }
      settle(agenda, casts[hall], first, (world, by) => enterSystemWording(world, by, system, form))
    }
  }
  const middle = agenda.workingDay(addDays(first, 60), 1)
  settle(agenda, casts.qingpu, middle, (world, by) =>
    sayAnew(world, by, 'qingpu.serve.courtesy', {
      label: '用语不文明',
      plain: '说话难听、嘲笑您，或者一直催您快点。',
      effectiveFrom: agenda.workingDay(middle, 5),
      reason: '群众说原来的说法看不懂。',
    }),
  )
  settle(agenda, casts.anci, middle, (world, by) =>
    addClause(world, by, {
      label: '不按叫号办理',
      plain: '没有按叫号的顺序办，让后来的人先办。',
      system: 'anci.conduct',
      category: 'dutyOrProcedure',
      effectiveFrom: middle,
      reason: '群众多次反映叫号乱。',
    }),
  )
  agenda.at(until, '16:10', () =>
    enterClauseWording(agenda.world, casts.qingpu.heads[0]!, 'qingpu.q1', {
      title: '投诉处置办法',
      article: '样例第三条第一项',
      text: `${INVENTED}材料齐全而不受理，或者受理后不作决定的，服务对象可以投诉。`,
      effectiveFrom: agenda.workingDay(until, 5),
      reason: '录入正式文本。',
    }),
  )
}
