import { and, desc, not } from 'drizzle-orm'
import { negativeFilings } from '../../db/schema/index.ts'
import { openField } from '../../db/sealing/field.ts'
import { type Officer, today, type World } from '../context.ts'
import { Refused } from '../refused.ts'
import { can } from '../rules/can.ts'
import { clockIn } from '../rules/day-unit.ts'
import { filingClocks, filingState, isMissed } from '../rules/negative-filing.ts'
import { mayFile, NEW_FILING } from './filing-choices.ts'
import { filingsSeenBy } from './filings-seen.ts'
import { hallById } from './halls.ts'
import {
  factsOf,
  filingIsOpen,
  filingPolicyOf,
  filingRows,
  type FilingStepRow,
  stepsOf,
} from './negative-filings.ts'

const ON_A_PAGE = 50
const LONGEST_GLANCE = 24

type Row = Awaited<ReturnType<ReturnType<typeof filingRows>['execute']>>[number]

/** A filing in one line of the register: where it stands, and the next date; never the applicant. */
function lineOf(world: World, { filing, hall, window, person }: Row, steps: FilingStepRow[]) {
  const facts = factsOf(filing, steps)
  const clocks = filingClocks(filingPolicyOf(hall, filing.filedOn), facts, world.calendar)
  const [next] = clocks
    .filter(({ doneOn }) => doneOn === null)
    .toSorted((one, other) => (one.dueOn < other.dueOn ? -1 : 1))
  const day = today(world)
  const content = openField(
    world.keys,
    'negative_filings.content',
    filing.number,
    filing.content,
  ).replaceAll(/\s+/g, ' ')
  const glance = Array.from(content).slice(0, LONGEST_GLANCE).join('')
  return {
    number: filing.number,
    matter: glance === content ? content : `${glance}…`,
    window,
    person,
    filedOn: filing.filedOn,
    important: facts.important,
    state: filingState(facts),
    late: clocks.some((clock) => isMissed(clock, day)),
    next: next
      ? {
          step: next.step,
          on: next.dueOn,
          provisional: next.provisional,
          ...clockIn(next.unit, next.dueOn, day, world.calendar),
        }
      : null,
  }
}

/**
 * The register of a hall's refusals as an officer may see it: those of which a step is owed, the
 * most urgent first, then a page of the others, newest first.
 */
export async function filingRegister(world: World, officer: Officer, page: number) {
  const { read } = world.store
  const hall = await hallById(read, officer.hallId)
  const { titleZh, sectionZh } = filingPolicyOf(hall, today(world))
  if (!can({ ...officer, relation: null }, 'list', NEW_FILING)) throw new Refused('not-yours')
  const seen = filingsSeenBy(officer, today(world))
  const [open, done] = await Promise.all([
    filingRows(read).where(and(seen, filingIsOpen)).orderBy(desc(negativeFilings.id)),
    filingRows(read)
      .where(and(seen, not(filingIsOpen)))
      .orderBy(desc(negativeFilings.id))
      .limit(ON_A_PAGE + 1)
      .offset((page - 1) * ON_A_PAGE),
  ])
  const steps = await stepsOf(
    read,
    [...open, ...done].map(({ filing }) => filing.id),
  )
  const line = (row: Row) => lineOf(world, row, steps.get(row.filing.id) ?? [])
  const urgent = open
    .map(line)
    .toSorted((one, other) => ((one.next?.on ?? '') < (other.next?.on ?? '') ? -1 : 1))
  return {
    title: titleZh,
    section: sectionZh,
    mayFile: mayFile(officer),
    open: urgent,
    done: done.slice(0, ON_A_PAGE).map(line),
    page,
    more: done.length > ON_A_PAGE,
  }
}
