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
