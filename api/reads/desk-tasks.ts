import { type Officer, today, type World } from '../context.ts'
import { taskSource } from '../policies/task-sources.ts'
import { clockOf } from '../rules/case-deadlines.ts'
import { type DeskFacts, deskTasks, dueBy, nextTaskDay } from '../rules/desk-tasks.ts'
import { ROLES } from '../rules/roles.ts'
import { caseDuties } from './case-duties.ts'
import { hallDuties } from './hall-duties.ts'
import { hallById } from './halls.ts'
import { holdersOf } from './office-people.ts'
import { policyOf } from './policies.ts'

async function factsOf(world: World, officer: Officer): Promise<DeskFacts> {
  const { read } = world.store
  const hall = await hallById(read, officer.hallId)
  const policy = policyOf(hall, today(world))
  const people = await holdersOf(read, hall.id, ROLES)
  return {
    roles: officer.roles,
    held: [...new Set(people.flatMap(({ roles }) => roles))],
    today: today(world),
    policy,
    calendar: world.calendar,
    cases: await caseDuties(world, officer),
    hall: await hallDuties(world, officer, hall, policy),
  }
}

/** How many things an officer has to have done by the end of today, what is late included. */
export async function tasksDue(world: World, officer: Officer) {
  const facts = await factsOf(world, officer)
  return { due: dueBy(deskTasks(facts), facts.today) }
}

/** Everything the rules make an officer do, what is due first on top, and whose rule it is. */
export async function tasksOf(world: World, officer: Officer) {
  const facts = await factsOf(world, officer)
  const tasks = deskTasks(facts)
  const { policy, today: day, calendar } = facts
  return {
    today: day,
    due: dueBy(tasks, day),
    nextOn: nextTaskDay(facts),
    tasks: tasks.map(({ area, dueOn, ...task }) => ({
      ...task,
      rule: taskSource(policy, area),
      due: dueOn && { on: dueOn, ...clockOf(dueOn, day, calendar, policy.escalation.soonWd) },
    })),
  }
}
