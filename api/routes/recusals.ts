import { Hono } from 'hono'
import {
  declareOwnRelation,
  declareRelationOf,
  withdrawRelation,
} from '../acts/declare-relation.ts'
import type { Officer, OfficerEnv } from '../context.ts'
import { OtherRelationForm, RelationForm } from '../forms/administration.ts'
import { everyWindowOf, officersOf, staffOf } from '../reads/hall-people.ts'
import { relationsFor } from '../reads/relations.ts'
import { Refused } from '../refused.ts'
import { EXCLUSIVE_ROLES, type Role, ROLES } from '../rules/roles.ts'
import { rolesOnly } from '../session.ts'
import { valid } from '../valid.ts'

const OF_THE_HALL = ROLES.filter((role) => !EXCLUSIVE_ROLES.includes(role))
const IN_CHARGE: readonly Role[] = ['officeHead', 'systemAdministrator']
const isInCharge = ({ roles }: Officer) => roles.some((role) => IN_CHARGE.includes(role))

/**
 * Relations that keep officers away from cases (回避). Everybody of the hall declares their own;
 * the office head and the administrator declare others' and withdraw what has ended.
 */
export const relations = new Hono<OfficerEnv>()
  .use(rolesOnly(...OF_THE_HALL, 'systemAdministrator'))
  .get('/', async (c) => {
    const { world, officer } = c.var
    const inCharge = isInCharge(officer)
    const people = await staffOf(world, officer.hallId)
    const places = await everyWindowOf(world, officer.hallId)
    const accounts = inCharge ? await officersOf(world, officer.hallId) : []
    return c.json({
      inCharge,
      relations: await relationsFor(world.store.read, officer, inCharge ? 'all' : 'own'),
      staff: people.map(({ id, number, name }) => ({ id, name: `${number} ${name}` })),
      windows: places
        .filter(({ retiredOn }) => retiredOn === null)
        .map(({ code, number, business }) => ({ code, name: `${number} ${business}` })),
      officers: accounts
        .filter(({ endedOn }) => endedOn === null)
        .map(({ id, name }) => ({ id, name })),
    })
  })
  .post('/', rolesOnly(...OF_THE_HALL), valid(RelationForm), async (c) =>
    c.json(await declareOwnRelation(c.var.world, c.var.officer, c.req.valid('json')), 201),
  )
  .post('/others', rolesOnly(...IN_CHARGE), valid(OtherRelationForm), async (c) => {
    const { officer, ...form } = c.req.valid('json')
    return c.json(await declareRelationOf(c.var.world, c.var.officer, officer, form), 201)
  })
  .delete('/:id', rolesOnly(...IN_CHARGE), async (c) => {
    const id = c.req.param('id')
    if (!/^\d{1,9}$/.test(id)) throw new Refused('no-such-relation')
    await withdrawRelation(c.var.world, c.var.officer, Number(id))
    return c.json({})
  })
