import { Hono } from 'hono'
import { decideFault } from '../acts/fault/decide-fault.ts'
import { endFault } from '../acts/fault/end-fault.ts'
import { reportFault } from '../acts/fault/report-fault.ts'
import { type OfficerEnv, today } from '../context.ts'
import { FaultDecisionForm, FaultForm, RepairForm } from '../forms/fault.ts'
import { faultsOf, insistOnFault, reportableWindows } from '../reads/device-faults.ts'
import { hallById } from '../reads/halls.ts'
import { policyOf } from '../reads/policies.ts'
import { hasDevices } from '../rules/device-fault.ts'
import { officersOnly } from '../session.ts'
import { valid } from '../valid.ts'

/** Broken rating devices: reported, confirmed by another person, repaired. */
export const faults = new Hono<OfficerEnv>()
  .use(officersOnly)
  .get('/', async (c) => {
    const { world, officer } = c.var
    insistOnFault(officer, 'read', { ownWindow: true, reportedById: null })
    const hall = await hallById(world.store.read, officer.hallId)
    return c.json({
      today: today(world),
      hasDevices: hasDevices(policyOf(hall, today(world))),
      faults: await faultsOf(world, officer),
      windows: await reportableWindows(world, officer),
    })
  })
  .post('/', valid(FaultForm), async (c) =>
    c.json(await reportFault(c.var.world, c.var.officer, c.req.valid('json')), 201),
  )
  .post('/:id/decision', valid(FaultDecisionForm), async (c) => {
    const { world, officer } = c.var
    return c.json(await decideFault(world, officer, c.req.param('id'), c.req.valid('json')), 201)
  })
  .post('/:id/repair', valid(RepairForm), async (c) => {
    const { world, officer } = c.var
    return c.json(await endFault(world, officer, c.req.param('id'), c.req.valid('json')), 201)
  })
