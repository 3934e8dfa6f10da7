import { addDepartment } from '../../api/acts/hall/add-department.ts'
import { addOfficer } from '../../api/acts/hall/add-officer.ts'
import { addStaff } from '../../api/acts/hall/add-staff.ts'
import { addWindow } from '../../api/acts/hall/add-window.ts'
import { openHall } from '../../api/acts/hall/open-hall.ts'
import { postStaff } from '../../api/acts/hall/post-staff.ts'
import type { PolicyKey } from '../../api/policies/index.ts'
import type { Role } from '../../api/rules/roles.ts'
import type { World } from '../../api/context.ts'

/** Officers by their short names; the head serves at no window. */
const OFFICERS: Readonly<Record<string, readonly Role[]>> = {
  desk: ['complaintDesk'],
  handler: ['handler'],
  head: ['officeHead'],
  second: ['secondPerson'],
  patrol: ['patrolOfficer'],
  assessor: ['assessmentGroup'],
  admin: ['systemAdministrator'],
}

/**
 * A hall of its own under any policy, opened through the acts: two departments, two windows, two
 * people at each, the first the window's head, and one officer of every kind.
 */
export async function anotherHall(
  portal: { world: World },
  policy: PolicyKey,
  key: string = policy,
) {
  const { world } = portal
  const hall = await openHall(world, null, {
    key,
    name: `${key}试用大厅`,
    address: '试用路1号',
    phone: '000-5550199',
    policy,
  })
  for (const nth of [1, 2]) {
    const department = await addDepartment(world, null, hall.id, `第${nth}部门`)
    const window = await addWindow(world, null, {
      hallId: hall.id,
      departmentId: department.id,
      number: `${nth}号`,
      business: '综合受理',
      floor: '一楼',
      openedOn: '2025-01-02',
    })
    for (const person of [1, 2]) {
      const added = await addStaff(world, null, {
        hallId: hall.id,
        departmentId: department.id,
        number: `${key.toUpperCase()}${nth}${person}`,
        name: `试用${nth}${person}`,
      })
      await postStaff(world, null, {
        hallId: hall.id,
        staffId: added.id,
        windowId: window.id,
        head: person === 1,
        fromDay: '2025-01-02',
        toDay: null,
      })
    }
  }
  for (const [name, roles] of Object.entries(OFFICERS)) {
    await addOfficer(world, null, {
      hallId: hall.id,
      login: `${key}${name}`,
      name: `${key}-${name}`,
      email: `${name}@${key}.example`,
      staffId: null,
      roles,
    })
  }
  return hall
}
