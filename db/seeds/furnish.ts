import { addDepartment } from '../../api/acts/hall/add-department.ts'
import { addOfficer } from '../../api/acts/hall/add-officer.ts'
import { addStaff } from '../../api/acts/hall/add-staff.ts'
import { addWindow } from '../../api/acts/hall/add-window.ts'
import { openHall } from '../../api/acts/hall/open-hall.ts'
import { postStaff } from '../../api/acts/hall/post-staff.ts'
import { publishGuide } from '../../api/acts/hall/publish-guide.ts'
import type { World } from '../../api/context.ts'
import type { PolicyKey } from '../../api/policies/index.ts'
import type { Day } from '../../api/rules/day.ts'
import { guideSeeds } from './guides.ts'
import type { HallSeed } from './halls.ts'

/** When the demonstration halls' windows opened. */
const OPENED_ON: Day = '2025-01-02'

/** Open a demonstration hall with its windows, people and guides, through the acts. */
export async function furnish(world: World, seed: HallSeed) {
  const hall = await openHall(world, null, {
    key: seed.key,
    name: seed.nameZh,
    address: seed.addressZh,
    phone: seed.phone,
    policy: seed.policyKey as PolicyKey,
  })
  const departmentOf = new Map<string, number>()
  for (const { key, nameZh } of seed.departments) {
    departmentOf.set(key, (await addDepartment(world, null, hall.id, nameZh)).id)
  }
  const windowOf = new Map<string, number>()
  for (const window of seed.windows) {
    const added = await addWindow(world, null, {
      hallId: hall.id,
      departmentId: departmentOf.get(window.department)!,
      number: window.number,
      business: window.business,
      floor: window.floorZh,
      openedOn: OPENED_ON,
    })
    windowOf.set(window.number, added.id)
  }
  const staffOf = new Map<string, number>()
  for (const person of seed.staff) {
    const added = await addStaff(world, null, {
      hallId: hall.id,
      departmentId: departmentOf.get(person.department)!,
      number: person.number,
      name: person.nameZh,
    })
    staffOf.set(person.number, added.id)
  }
  for (const { staff, window, head, from, to } of seed.postings) {
    await postStaff(world, null, {
      hallId: hall.id,
      staffId: staffOf.get(staff)!,
      windowId: windowOf.get(window)!,
      head,
      fromDay: from,
      toDay: to,
    })
  }
  for (const officer of seed.officers) {
    await addOfficer(world, null, {
      hallId: hall.id,
      login: officer.login,
      name: officer.nameZh,
      email: `${officer.login}@${seed.key}.example`,
      staffId: officer.staffRef ? staffOf.get(officer.staffRef)! : null,
      roles: officer.roles,
    })
  }
  for (const guide of guideSeeds[seed.key]) {
    const department = seed.departments.find(({ key }) => key === guide.departmentRef)
    await publishGuide(world, null, hall.id, { ...guide, departmentRef: department!.nameZh })
  }
  return hall
}
