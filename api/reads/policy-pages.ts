import { and, count, eq, inArray, notInArray } from 'drizzle-orm'
import { caseFiles, officers } from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'
import { type Officer, today, type World } from '../context.ts'
import { ruleSystems } from '../policies/clauses/index.ts'
import { rulesInWords } from '../policies/rules-in-words/index.ts'
import { SETTLED_STATES } from '../rules/case-file.ts'
import type { Day } from '../rules/day.ts'
import type { HallPolicy } from '../rules/hall-policy.ts'
import { movedDates, movedSteps } from '../rules/policy-effect.ts'
import type { AskedChange, PolicyValue, PolicyVersion } from '../rules/policy-version.ts'
import { inWords } from '../rules/rule-in-words.ts'
import { hallById } from './halls.ts'
import { adoptedBy, type PolicyHall, policyOf } from './policies.ts'
import { settableOf, type TypedChange, typedChange } from './typed-change.ts'

/** A change of a hall's policy as pages show it: what it was, what it became, since when and why. */
export type ShownChange = {
  number: number
  path: string
  before: PolicyValue
  after: PolicyValue
  effectiveFrom: Day
  reason: string
  state: 'coming' | 'inForce' | 'replaced' | 'takenBack'
}

const stateOf = (version: PolicyVersion, all: readonly PolicyVersion[], day: Day) => {
  if (version.takenBackOn !== null) return 'takenBack'
  if (version.effectiveFrom > day) return 'coming'
  const later = all.some(
    (each) =>
      each.takenBackOn === null &&
      each.change.path === version.change.path &&
      each.effectiveFrom <= day &&
      (each.effectiveFrom > version.effectiveFrom ||
        (each.effectiveFrom === version.effectiveFrom && each.number > version.number)),
  )
  return later ? 'replaced' : 'inForce'
}

/** Every change of a hall's policy, the newest first. */
export function changesOf(hall: PolicyHall, day: Day): ShownChange[] {
  const all = hall.policyVersions
  return all
    .map((version) => {
      const { number, effectiveFrom, change, reason } = version
      const others = all.filter(
        (each) =>
          each !== version &&
          (each.effectiveFrom < effectiveFrom ||
            (each.effectiveFrom === effectiveFrom && each.number < number)),
      )
      const before = settableOf({ ...hall, policyVersions: others }, effectiveFrom)
      return {
        number,
        path: change.path,
        before: before.find(({ path }) => path === change.path)?.value ?? null,
        after: change.value,
        effectiveFrom,
        reason,
        state: stateOf(version, all, day),
      } satisfies ShownChange
    })
    .toReversed()
}

const awardNames = ({ awards }: HallPolicy) =>
  Object.fromEntries(awards.map(({ kind, nameZh }) => [kind as string, nameZh]))

const itemLabels = (values: readonly { path: string; label?: string }[]) =>
  Object.fromEntries(values.flatMap(({ path, label }) => (label ? [[path, label]] : [])))

/** The names a value is shown under: those of the hall's awards and of its sheets' items. */
export const namesOf = (hall: PolicyHall, day: Day) => ({
  awards: awardNames(adoptedBy(hall)),
  items: itemLabels(settableOf(hall, day)),
})

async function authorsOf(db: Reader, versions: readonly PolicyVersion[]) {
  if (versions.length === 0) return new Map<number, string>()
  const rows = await db
    .select({ id: officers.id, name: officers.name })
    .from(officers)
    .where(
      inArray(
        officers.id,
        versions.map(({ enteredBy }) => enteredBy),
      ),
    )
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** What a hall lives by today, value by value, and every change it ever made. */
export async function policyPage(world: World, { hallId }: Officer) {
  const db = world.store.read
  const hall = await hallById(db, hallId)
  const day = today(world)
  const { nameZh, source, version, effectiveFrom } = policyOf(hall, day)
  const adopted = settableOf({ ...hall, policyVersions: [] }, day)
  const authors = await authorsOf(db, hall.policyVersions)
  return {
    today: day,
    policy: { name: nameZh, title: source.titleZh, version, effectiveFrom },
    names: namesOf(hall, day),
    values: settableOf(hall, day).map((each) => ({
      ...each,
      adopted: adopted.find(({ path }) => path === each.path)?.value ?? null,
    })),
    changes: changesOf(hall, day).map((change) => ({
      ...change,
      by: authors.get(hall.policyVersions[change.number - 1]!.enteredBy) ?? '',
    })),
  }
}

/** Sentences of the hall's rules that read otherwise after a change. */
function movedSentences(hall: PolicyHall, { policies, sheets }: TypedChange) {
  return (ruleSystems[hall.policy] ?? [])
    .filter(({ role }) => role !== 'out')
    .flatMap(({ key, titleZh }) => {
      const old = inWords(rulesInWords[key] ?? {}, policies.before, sheets.before)
      return inWords(rulesInWords[key] ?? {}, policies.after, sheets.after)
        .map(({ anchor, sentence }, at) => ({
          title: titleZh,
          anchor,
          before: old[at]!.sentence,
          after: sentence,
        }))
        .filter((each) => each.before !== each.after)
    })
}

/**
 * What a change would do, before it is made: the sentences of the published rules that it alters,
 * the dates it moves, and how many open cases keep what they began under.
 */
export async function policyEffect(world: World, { hallId }: Officer, asked: AskedChange) {
  const db = world.store.read
  const hall = await hallById(db, hallId)
  const typed = typedChange(world, hall, asked)
  const { change, before, policies } = typed
  const { effectiveFrom, reason } = asked
  const [open] = await db
    .select({ count: count() })
    .from(caseFiles)
    .where(and(eq(caseFiles.hallId, hallId), notInArray(caseFiles.state, [...SETTLED_STATES])))
  const { calendar } = world
  return {
    names: namesOf(hall, effectiveFrom),
    path: change.path,
    of: before.of,
    before: before.value,
    after: change.value,
    effectiveFrom,
    reason,
    sentences: movedSentences(hall, typed),
    dates: movedDates(policies.before, policies.after, effectiveFrom, calendar),
    steps: movedSteps(policies.before, policies.after, effectiveFrom, calendar),
    openCases: open?.count ?? 0,
  }
}
