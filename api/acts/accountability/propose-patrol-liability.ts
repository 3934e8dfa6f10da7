import { patrolLiabilities } from '../../../db/schema/index.ts'
import { sealField } from '../../../db/sealing/field.ts'
import { type Officer, today, type World } from '../../context.ts'
import type { PatrolLiabilityForm } from '../../forms/accountability.ts'
import { patrolLiability } from '../../policies/ladders/patrol-liability.ts'
import { hallById } from '../../reads/halls.ts'
import { holdersOf } from '../../reads/office-people.ts'
import { policyOf } from '../../reads/policies.ts'
import { Invalid, Refused } from '../../refused.ts'
import { deadlineOf } from '../../rules/calendar.ts'
import { refusalOf } from '../../rules/can.ts'
import { record } from '../record.ts'
import { writeLetter } from '../write-letter.ts'

const ID_BYTES = 16

/**
 * The office proposes that a patrol officer bears responsibility in one of the four cases of Anci
 * 政务服务大厅巡查办法. The officer has the policy's working days to answer.
 */
export const proposePatrolLiability = (world: World, by: Officer, form: PatrolLiabilityForm) =>
  world.store.write(async (tx) => {
    const hall = await hallById(tx, by.hallId)
    const { grounds } = patrolLiability[hall.policy] ?? { grounds: [] }
    const patrols = await holdersOf(tx, hall.id, ['patrolOfficer'])
    const about = patrols.find(({ publicId }) => publicId === form.officer)
    if (!about) throw new Invalid({ officer: ['unknown-choice'] })
    const resource = {
      kind: 'patrolLiability',
      officerId: about.id,
      proposedById: null,
    } as const
    const refusal = refusalOf({ ...by, relation: null }, 'propose', resource)
    if (refusal)
      throw new Refused(refusal === 'concerns-yourself' ? 'accountability-self' : 'not-yours')
    if (!grounds.some(({ key }) => key === form.ground)) {
      throw new Invalid({ ground: ['unknown-choice'] })
    }
    const on = today(world)
    if (form.happenedOn > on) throw new Invalid({ happenedOn: ['day-in-future'] })
    const { entryAnswerWd } = policyOf(hall, on)
    const answerUntil = deadlineOf(on, entryAnswerWd, world.calendar).day
    const [added] = await tx
      .insert(patrolLiabilities)
      .values({
        publicId: world.random.id(ID_BYTES),
        hallId: hall.id,
        officerId: about.id,
        ground: form.ground,
        happenedOn: form.happenedOn,
        facts: sealField(world.keys, 'patrol_liabilities.facts', about.id, form.facts),
        proposedBy: by.id,
        proposedOn: on,
        answerUntil,
      })
      .returning()
    await record(tx, world, {
      hallId: hall.id,
      kind: 'patrol-liability-proposed',
      object: `officer:${about.id}`,
      officerId: by.id,
      particulars: { liability: added!.id, ground: form.ground },
    })
    await writeLetter(tx, world, {
      hallId: hall.id,
      kind: 'accountability-proposed',
      key: `${answerUntil}:${added!.publicId}:${about.id}`,
      caseId: null,
      officerId: about.id,
    })
    return { id: added!.publicId }
  })
