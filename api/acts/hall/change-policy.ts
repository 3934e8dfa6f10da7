import { eq } from 'drizzle-orm'
import { halls } from '../../../db/schema/index.ts'
import { type Officer, today, type World } from '../../context.ts'
import type { PolicyChangeForm } from '../../forms/policy.ts'
import { hallById } from '../../reads/halls.ts'
import { typedChange } from '../../reads/typed-change.ts'
import { Refused } from '../../refused.ts'
import type { PolicyVersion } from '../../rules/policy-version.ts'
import { record } from '../record.ts'

/**
 * A hall sets a single value of its policy otherwise, from today or a later day on, with a reason
 * that everybody reads beside its rules: a new version. Cases that began before keep theirs. Faults
 * are told at their fields; `policy-contradicts` when it cannot stand beside another value.
 */
export const changePolicy = (world: World, officer: Officer, form: PolicyChangeForm) =>
  world.store.write(async (tx) => {
    const hall = await hallById(tx, officer.hallId)
    const { change } = typedChange(world, hall, form)
    const number = hall.policyVersions.length + 1
    const version: PolicyVersion = {
      number,
      effectiveFrom: form.effectiveFrom,
      change,
      reason: form.reason,
      enteredBy: officer.id,
      enteredOn: today(world),
      takenBackOn: null,
    }
    await tx
      .update(halls)
      .set({ policyVersions: [...hall.policyVersions, version] })
      .where(eq(halls.id, hall.id))
    await record(tx, world, {
      hallId: hall.id,
      kind: 'policy-changed',
      object: `policy-version:${hall.id}.${number}`,
      officerId: officer.id,
      particulars: { path: change.path, from: form.effectiveFrom },
    })
    return { number }
  })

/** A change that has not begun is taken back; it stays in the list and never holds. */
export const takeBackPolicyChange = (world: World, officer: Officer, number: number) =>
  world.store.write(async (tx) => {
    const hall = await hallById(tx, officer.hallId)
    const version = hall.policyVersions.find((each) => each.number === number)
    if (!version || version.takenBackOn !== null) throw new Refused('no-such-policy-version')
    const day = today(world)
    if (version.effectiveFrom <= day) throw new Refused('policy-version-began')
    await tx
      .update(halls)
      .set({
        policyVersions: hall.policyVersions.map((each) =>
          each === version ? { ...each, takenBackOn: day } : each,
        ),
      })
      .where(eq(halls.id, hall.id))
    await record(tx, world, {
      hallId: hall.id,
      kind: 'policy-change-taken-back',
      object: `policy-version:${hall.id}.${number}`,
      officerId: officer.id,
    })
    return { number }
  })
