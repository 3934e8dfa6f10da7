/**
 * What an officer may be in a hall. `auditor` and `systemAdministrator` exclude every other
 * role: who runs the machine, who checks the record and who decides cases are three people.
 */
export const ROLES = [
  'complaintDesk',
  'handler',
  'officeHead',
  'secondPerson',
  'windowHead',
  'windowStaff',
  'patrolOfficer',
  'assessmentGroup',
  'custodian',
  'auditor',
  'systemAdministrator',
] as const
export type Role = (typeof ROLES)[number]

/** The roles that exclude all others. */
export const EXCLUSIVE_ROLES: readonly Role[] = ['auditor', 'systemAdministrator']

/** The roles a case can be given to; nobody else works on cases. */
export const OFFICE_ROLES: readonly Role[] = ['complaintDesk', 'handler', 'officeHead']

/** Who confirms and corrects the statistics of a month. */
export const REPORT_OFFICE: readonly Role[] = ['complaintDesk', 'officeHead']

/** Whether one officer may hold all of these in a hall (三权分立); who holds others has no right. */
export const areCompatible = (roles: readonly Role[]): boolean =>
  new Set(roles).size <= 1 || !roles.some((role) => EXCLUSIVE_ROLES.includes(role))
