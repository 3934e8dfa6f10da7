import { PATROL_ROLES } from '../api/rules/can.ts'
import { EXCLUSIVE_ROLES, type Role, ROLES } from '../api/rules/roles.ts'

/** A page of the desk, and the roles it is for; `serves` shows it to whoever serves at a window. */
type Place = {
  path: string
  name: string
  roles: readonly Role[]
  serves?: true
  /** Only in halls on these policies. */
  policies?: readonly string[]
}

/** Whoever works in the hall may take a complaint down. */
const HALL_ROLES = ROLES.filter((role) => !EXCLUSIVE_ROLES.includes(role))

/** Whom the rules make do something: everybody but who only checks the log. */
export const TASK_ROLES: readonly Role[] = [...HALL_ROLES, 'systemAdministrator']

/** The desk's pages in the order of its navigation. */
const PLACES: readonly Place[] = [
  {
    path: '/desk',
    name: '投诉',
    roles: ['complaintDesk', 'handler', 'officeHead', 'secondPerson'],
  },
  {
    path: '/desk/tasks',
    name: '要做的事',
    roles: TASK_ROLES,
  },
  {
    path: '/desk/intake',
    name: '登记',
    roles: HALL_ROLES,
  },
  {
    path: '/desk/findings',
    name: '检查发现',
    roles: ['complaintDesk', 'officeHead', 'patrolOfficer'],
    policies: ['yuanzhou'],
  },
  {
    path: '/desk/box',
    name: '开箱检查',
    roles: ['complaintDesk', 'handler', 'officeHead', 'patrolOfficer'],
    policies: ['anci', 'yuanzhou', 'standard'],
  },
  {
    path: '/desk/low-ratings',
    name: '差评整改',
    roles: ['complaintDesk', 'handler', 'officeHead', 'secondPerson', 'windowHead'],
    policies: ['standard'],
  },
  {
    path: '/desk/rounds',
    name: '巡查',
    roles: PATROL_ROLES,
  },
  {
    path: '/desk/faults',
    name: '评价器报修',
    roles: [
      'patrolOfficer',
      'windowHead',
      'windowStaff',
      'complaintDesk',
      'handler',
      'officeHead',
      'secondPerson',
    ],
    policies: ['qingpu', 'yuanzhou'],
  },
  {
    path: '/desk/outcomes',
    name: '公示',
    roles: ['complaintDesk', 'handler', 'officeHead', 'secondPerson'],
  },
  {
    path: '/desk/reports',
    name: '月报',
    roles: ['complaintDesk', 'handler', 'officeHead', 'secondPerson', 'assessmentGroup'],
  },
  {
    path: '/desk/scores',
    name: '计分',
    roles: [
      'complaintDesk',
      'handler',
      'officeHead',
      'secondPerson',
      'assessmentGroup',
      'patrolOfficer',
    ],
  },
  { path: '/desk/scores/peer', name: '窗口互评', roles: ['windowHead'], policies: ['bingcha'] },
  {
    path: '/desk/accountability',
    name: '责任追究',
    roles: ['officeHead', 'secondPerson', 'assessmentGroup'],
  },
  { path: '/desk/stars', name: '星窗', roles: ['officeHead', 'assessmentGroup'] },
  {
    path: '/desk/awards',
    name: '季度年度评选',
    roles: ['complaintDesk', 'handler', 'officeHead', 'assessmentGroup', 'patrolOfficer'],
    policies: ['qingpu'],
  },
  {
    path: '/desk/awards',
    name: '年度评选',
    roles: ['officeHead', 'assessmentGroup'],
    policies: ['bingcha'],
  },
  { path: '/desk/nominate', name: '推荐明星', roles: ['windowHead'], policies: ['qingpu'] },
  {
    path: '/desk/posters',
    name: '海报',
    roles: ['complaintDesk', 'officeHead', 'windowHead', 'patrolOfficer', 'systemAdministrator'],
  },
  {
    path: '/desk/letters',
    name: '信件',
    roles: ['complaintDesk', 'officeHead', 'systemAdministrator'],
  },
  {
    path: '/desk/refusals',
    name: '否定报备',
    roles: ['complaintDesk', 'officeHead', 'windowHead', 'windowStaff'],
    serves: true,
    policies: ['bingcha'],
  },
  {
    path: '/desk/statements',
    name: '情况说明',
    roles: ['windowHead', 'windowStaff', 'patrolOfficer'],
    serves: true,
  },
  {
    path: '/desk/points',
    name: '我的计分',
    roles: ['windowHead', 'windowStaff'],
    serves: true,
  },
  {
    path: '/desk/rules',
    name: '规定',
    roles: ['complaintDesk', 'officeHead', 'secondPerson', 'systemAdministrator'],
  },
  { path: '/desk/opening', name: '开放时间', roles: ['officeHead', 'systemAdministrator'] },
  { path: '/desk/custodian', name: '身份保管', roles: ['custodian'] },
  { path: '/desk/recusals', name: '回避', roles: [...HALL_ROLES, 'systemAdministrator'] },
  { path: '/desk/admin', name: '管理', roles: ['systemAdministrator'] },
  { path: '/desk/audit', name: '日志', roles: ['auditor'] },
]

type Visitor = { roles: readonly Role[]; serves: boolean; hall?: { policy: string } }

/** The pages an officer's roles open. */
export const placesOf = ({ roles, serves, hall }: Visitor): readonly Place[] =>
  PLACES.filter(
    (place) =>
      (roles.some((role) => place.roles.includes(role)) || (place.serves && serves)) &&
      (!place.policies || place.policies.includes(hall?.policy ?? '')),
  )

/** Where the day of each role begins; of several roles, the first here. */
const HOMES: readonly (readonly [home: string, roles: readonly Role[]])[] = [
  ['/desk', ['complaintDesk', 'handler', 'officeHead', 'secondPerson']],
  ['/desk/admin', ['systemAdministrator']],
  ['/desk/custodian', ['custodian']],
  ['/desk/scores', ['assessmentGroup']],
  ['/desk/tasks', ['patrolOfficer']],
  ['/desk/statements', ['windowHead', 'windowStaff']],
  ['/desk/audit', ['auditor']],
]

/** Where an officer's day begins. */
export const homeOf = ({ roles }: Pick<Visitor, 'roles'>): string =>
  HOMES.find(([, held]) => roles.some((role) => held.includes(role)))?.[0] ?? '/desk/account'

/** The page of the navigation a path belongs to: of the visitor's, the longest it begins with. */
export const placeAt = (
  path: string,
  places: readonly Pick<Place, 'path'>[] = PLACES,
): string | undefined =>
  path === '/desk' || path.startsWith('/desk/cases')
    ? '/desk'
    : places
        .map((place) => place.path)
        .filter((place) => place !== '/desk' && (path === place || path.startsWith(`${place}/`)))
        .sort((one, other) => other.length - one.length)[0]

/** Where to go after signing in: a page of the desk, never one of another folder or site. */
export function pageAfter(to: string | null | undefined): string | null {
  if (!to || !/^\/desk(?:[/?][\w\-./?=&%:]*)?$/.test(to) || to.includes('//')) return null
  const { pathname, search } = new URL(to, 'http://desk.invalid')
  return pathname === '/desk' || pathname.startsWith('/desk/') ? pathname + search : null
}
