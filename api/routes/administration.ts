import { Hono } from 'hono'
import { addDepartment } from '../acts/hall/add-department.ts'
import { addOfficer } from '../acts/hall/add-officer.ts'
import { addStaff } from '../acts/hall/add-staff.ts'
import { addWindow } from '../acts/hall/add-window.ts'
import { amendHall } from '../acts/hall/amend-hall.ts'
import { changeOfficer } from '../acts/hall/change-officer.ts'
import { dismissStaff } from '../acts/hall/dismiss-staff.ts'
import { enterOutsidePosts } from '../acts/hall/enter-outside-posts.ts'
import { endAccess } from '../acts/hall/end-access.ts'
import { endPosting } from '../acts/hall/end-posting.ts'
import { enterGuide, reviseGuide } from '../acts/hall/enter-guide.ts'
import { openAnotherHall } from '../acts/hall/open-another-hall.ts'
import { pauseWindow } from '../acts/hall/pause-window.ts'
import { postOwnStaff } from '../acts/hall/post-staff.ts'
import { renewInvitation } from '../acts/hall/renew-invitation.ts'
import { retireGuide } from '../acts/hall/retire-guide.ts'
import { retireWindow } from '../acts/hall/retire-window.ts'
import { type OfficerEnv, today, type World } from '../context.ts'
import {
  AnotherHallForm,
  DepartmentForm,
  EndForm,
  GuideForm,
  HallForm,
  OfficerChangeForm,
  OfficerForm,
  OutsidePostsForm,
  PostingForm,
  StaffForm,
  WindowForm,
} from '../forms/administration.ts'
import { departmentsOf } from '../reads/departments.ts'
import { allHalls, hallById } from '../reads/halls.ts'
import { everyWindowOf, officersOf, postingsOf, staffOf } from '../reads/hall-people.ts'
import { guideOf, ownGuides } from '../reads/own-guides.ts'
import { outsidePostsOf } from '../reads/outside-posts.ts'
import { staffId } from '../reads/staff-id.ts'
import { policyOf } from '../reads/policies.ts'
import { Refused } from '../refused.ts'
import { rolesOnly } from '../session.ts'
import { valid } from '../valid.ts'

const welcome = (world: World, token: string) =>
  `${world.settings.origin}/desk/welcome?invitation=${token}`

const numberIn = (path: string): number => (/^\d{1,9}$/.test(path) ? Number(path) : 0)

/**
 * What a hall's system administrator sets up: places, people, accounts and guides of their own
 * hall. No case is read here, and no other hall is touched.
 */
export const administration = new Hono<OfficerEnv>()
  .use(rolesOnly('systemAdministrator'))
  .get('/hall', async (c) => {
    const { world, officer } = c.var
    const hall = await hallById(world.store.read, officer.hallId)
    const { key, name, address, phone } = hall
    return c.json({
      key,
      name,
      address,
      phone,
      policy: policyOf(hall, today(world)).source.titleZh,
    })
  })
  .post('/hall', valid(HallForm), async (c) => {
    await amendHall(c.var.world, c.var.officer, c.req.valid('json'))
    return c.json({}, 201)
  })
  .get('/halls', async (c) =>
    c.json(
      (await allHalls(c.var.world.store.read)).map((hall) => ({
        key: hall.key,
        name: hall.name,
        own: hall.id === c.var.officer.hallId,
      })),
    ),
  )
  .post('/halls', valid(AnotherHallForm), async (c) => {
    const { world, officer } = c.var
    const {
      hall,
      officer: theirs,
      token,
    } = await openAnotherHall(world, officer, c.req.valid('json'))
    return c.json({ hall: hall.name, login: theirs.login, link: welcome(world, token) }, 201)
  })
  .get('/outside-posts', async (c) => {
    const { world, officer } = c.var
    const hall = await hallById(world.store.read, officer.hallId)
    return c.json(await outsidePostsOf(world.store.read, hall, today(world)))
  })
  .post('/outside-posts', valid(OutsidePostsForm), async (c) => {
    await enterOutsidePosts(c.var.world, c.var.officer, c.req.valid('json'))
    return c.json({}, 201)
  })
  .get('/officers', async (c) => c.json(await officersOf(c.var.world, c.var.officer.hallId)))
  .post('/officers', valid(OfficerForm), async (c) => {
    const { world, officer } = c.var
    const { staff, ...form } = c.req.valid('json')
    const { officer: added, token } = await addOfficer(world, officer.id, {
      ...form,
      hallId: officer.hallId,
      staffId: await staffId(world.store.read, officer.hallId, staff),
    })
    return c.json({ login: added.login, name: added.name, link: welcome(world, token) }, 201)
  })
  .post('/officers/:id', valid(OfficerChangeForm), async (c) => {
    await changeOfficer(c.var.world, c.var.officer, c.req.param('id'), c.req.valid('json'))
    return c.json({}, 201)
  })
  .post('/officers/:id/invitation', async (c) => {
    const { world, officer } = c.var
    const { login, token } = await renewInvitation(world, officer, c.req.param('id'))
    return c.json({ login, link: welcome(world, token) }, 201)
  })
  .delete('/officers/:id', async (c) => {
    await endAccess(c.var.world, c.var.officer, c.req.param('id'))
    return c.json({})
  })
  .get('/departments', async (c) =>
    c.json(await departmentsOf(c.var.world.store.read, c.var.officer.hallId)),
  )
  .post('/departments', valid(DepartmentForm), async (c) => {
    const { world, officer } = c.var
    const { id } = await addDepartment(world, officer.id, officer.hallId, c.req.valid('json').name)
    return c.json({ id }, 201)
  })
  .get('/windows', async (c) => c.json(await everyWindowOf(c.var.world, c.var.officer.hallId)))
  .post('/windows', valid(WindowForm), async (c) => {
    const { world, officer } = c.var
    const { department, ...form } = c.req.valid('json')
    const { code } = await addWindow(world, officer.id, {
      ...form,
      hallId: officer.hallId,
      departmentId: department,
    })
    return c.json({ code }, 201)
  })
  .post('/windows/:code/retirement', valid(EndForm), async (c) => {
    await retireWindow(c.var.world, c.var.officer, c.req.param('code'), c.req.valid('json').on)
    return c.json({}, 201)
  })
  .post('/windows/:code/pause', async (c) => {
    await pauseWindow(c.var.world, c.var.officer, c.req.param('code'), true)
    return c.json({}, 201)
  })
  .delete('/windows/:code/pause', async (c) => {
    await pauseWindow(c.var.world, c.var.officer, c.req.param('code'), false)
    return c.json({})
  })
  .get('/staff', async (c) => c.json(await staffOf(c.var.world, c.var.officer.hallId)))
  .post('/staff', valid(StaffForm), async (c) => {
    const { world, officer } = c.var
    const { department, intern, ...form } = c.req.valid('json')
    const { publicId } = await addStaff(world, officer.id, {
      ...form,
      assessed: !intern,
      hallId: officer.hallId,
      departmentId: department,
    })
    return c.json({ id: publicId }, 201)
  })
  .post('/staff/:id/departure', valid(EndForm), async (c) => {
    await dismissStaff(c.var.world, c.var.officer, c.req.param('id'), c.req.valid('json').on)
    return c.json({}, 201)
  })
  .get('/postings', async (c) => c.json(await postingsOf(c.var.world, c.var.officer.hallId)))
  .post('/postings', valid(PostingForm), async (c) => {
    const { id } = await postOwnStaff(c.var.world, c.var.officer, c.req.valid('json'))
    return c.json({ id }, 201)
  })
  .post('/postings/:id/end', valid(EndForm), async (c) => {
    const id = numberIn(c.req.param('id'))
    await endPosting(c.var.world, c.var.officer, id, c.req.valid('json').on)
    return c.json({}, 201)
  })
  .get('/guides', async (c) =>
    c.json(await ownGuides(c.var.world.store.read, c.var.officer.hallId)),
  )
  .get('/guides/:slug', async (c) => {
    const { world, officer } = c.var
    const found = await guideOf(world.store.read, officer.hallId, c.req.param('slug'))
    if (!found) throw new Refused('no-such-guide')
    const { guide, version, body } = found
    return c.json({ slug: guide.slug, retiredOn: guide.retiredOn, version, body })
  })
  .post('/guides', valid(GuideForm), async (c) =>
    c.json(await enterGuide(c.var.world, c.var.officer, c.req.valid('json')), 201),
  )
  .post('/guides/:slug/versions', valid(GuideForm), async (c) => {
    const { world, officer } = c.var
    return c.json(await reviseGuide(world, officer, c.req.param('slug'), c.req.valid('json')), 201)
  })
  .delete('/guides/:slug', async (c) => {
    await retireGuide(c.var.world, c.var.officer, c.req.param('slug'))
    return c.json({})
  })
