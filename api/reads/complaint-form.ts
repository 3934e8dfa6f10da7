import { and, desc, eq, inArray, isNull } from 'drizzle-orm'
import { custodianKeys, photos, windows } from '../../db/schema/index.ts'
import type { Reader } from '../../db/store.ts'
import { today, type World } from '../context.ts'
import { ruleSystems } from '../policies/clauses/index.ts'
import { deadlinesAtLodging, promisesAmong } from '../rules/complaint-promises.ts'
import { addDays } from '../rules/day.ts'
import { citableClauses } from './clauses.ts'
import { hallByKey } from './halls.ts'
import { policyOf } from './policies.ts'
import { windowsOf } from './windows.ts'

/** The custodian's key that identities are sealed for now; undefined when the hall has none. */
export async function activeCustodianKey(db: Reader, hallId: number) {
  const [key] = await db
    .select()
    .from(custodianKeys)
    .where(and(eq(custodianKeys.hallId, hallId), isNull(custodianKeys.retiredOn)))
    .orderBy(desc(custodianKeys.id))
    .limit(1)
  return key
}

/** A window of a hall by its code, retired or not; undefined when it stands elsewhere. */
export async function windowHere(db: Reader, hallId: number, code: string) {
  const [found] = await db
    .select()
    .from(windows)
    .where(and(eq(windows.hallId, hallId), eq(windows.code, code.toLowerCase())))
  return found
}

/** Which of these photos are still kept. */
export async function keptPhotos(db: Reader, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await db
    .select({ id: photos.publicId })
    .from(photos)
    .where(inArray(photos.publicId, [...ids]))
  return new Set(rows.map(({ id }) => id))
}

/** What a hall's complaint form offers today: windows, clauses by rule, and what is promised. */
export async function complaintForm(world: World, hallKey: string) {
  const { read } = world.store
  const hall = await hallByKey(read, hallKey)
  const day = today(world)
  const [places, cited, custodian] = await Promise.all([
    windowsOf(read, hall.id),
    citableClauses(read, hall.id, day),
    activeCustodianKey(read, hall.id),
  ])
  const policy = policyOf(hall, day)
  const rules = ruleSystems[hall.policy] ?? []
  const titleOf = (system: string) => rules.find(({ key }) => key === system)?.titleZh ?? ''
  const cite = ({ key, label, plain }: (typeof cited)[number]) => ({ key, label, plain })
  const systems = rules.map(({ key, titleZh }) => ({
    title: titleZh,
    clauses: cited.filter((clause) => clause.system === key && !clause.common).map(cite),
  }))
  return {
    hall: { key: hall.key, name: hall.name, phone: hall.phone, address: hall.address },
    office: policy.office.unitZh,
    windows: places.map(({ window }) => ({
      code: window.code,
      number: window.number,
      business: window.business,
      floor: window.floor,
    })),
    /** The few that are offered first, in their order, each with the title of its rule. */
    common: cited
      .filter((clause) => clause.common)
      .map((clause) => ({ ...cite(clause), title: titleOf(clause.system) })),
    /** All others, by rule. */
    systems: systems.filter((system) => system.clauses.length > 0),
    confidential: custodian !== undefined,
    today: day,
    yesterday: addDays(day, -1),
    openingHours: policy.openingHours,
    promises: promisesAmong(
      deadlinesAtLodging(policy, { channel: 'web', receivedOn: day }, world.calendar),
    ),
  }
}
