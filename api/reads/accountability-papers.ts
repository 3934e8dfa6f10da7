import { eq } from 'drizzle-orm'
import { departments, staff } from '../../db/schema/index.ts'
import { type Officer, today, type World } from '../context.ts'
import { ladders } from '../policies/ladders/by-key.ts'
import { Refused } from '../refused.ts'
import { papersOf, sanctionsOf } from '../rules/accountability.ts'
import { can } from '../rules/can.ts'
import { rungsFor } from '../rules/ladder.ts'
import { actionById, rungOf } from './accountable-acts.ts'
import { unrecused } from './unrecused.ts'

/**
 * What the papers of one action say (通报、通知、退回函): as it was decided; until then as proposed, or
 * on another rung that may be decided on. Nothing of the complaint but the officer's gist.
 */
export async function accountabilityPapers(
  world: World,
  officer: Officer,
  publicId: string,
  rungKey: string,
) {
  const db = world.store.read
  const { action, hall, file, policy } = await actionById(db, officer.hallId, publicId)
  const [free] = await unrecused(db, action.caseId, [officer])
  const resource = {
    kind: 'accountability',
    staffId: action.staffId,
    proposedById: action.proposedBy,
  } as const
  const relation = free ? null : 'recused'
  if (!can({ ...officer, relation }, 'read', resource) || action.staffId === null) {
    throw new Refused('no-such-accountability')
  }
  const ladder = ladders[action.ladder]
  const decided = action.outcome === 'agreed' || action.outcome === 'deviated'
  const other = rungsFor(ladder, action.ground!).find(({ key }) => key === rungKey)
  const rung = decided
    ? rungOf(action, action.decidedRung)
    : (other ?? rungOf(action, action.proposedRung))
  const [about] = await db
    .select({ name: staff.name, number: staff.number, department: departments.name })
    .from(staff)
    .innerJoin(departments, eq(departments.id, staff.departmentId))
    .where(eq(staff.id, action.staffId))
  return {
    hall: hall.name,
    number: file.number,
    about: about!,
    asHead: action.asHead,
    actOn: action.actOn!,
    ground: ladder.grounds.find(({ key }) => key === action.ground)!.labelZh,
    gist: action.gist,
    rule: ladder.titleZh,
    body: action.decidingBody ?? policy.supervisingBodyZh,
    /** Not decided yet: the papers go out with the decision. */
    draft: !decided,
    day: action.decidedOn ?? today(world),
    measures: decided ? (action.decidedSanctions ?? []) : rung ? sanctionsOf(rung, null) : [],
    papers: rung === null ? [] : papersOf(rung),
  }
}
