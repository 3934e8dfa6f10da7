import { type AnyColumn, type SQL, sql } from 'drizzle-orm'
import {
  caseFiles,
  caseStaff,
  complaints,
  decisions,
  postings,
  officerRoles,
  officers,
  recusals,
} from '../../db/schema/index.ts'
import type { Officer } from '../context.ts'
import {
  CASE_READERS,
  NOT_RECUSED,
  type OfficerRelation,
  secondPersonReads,
} from '../rules/case-relation.ts'
import { areCompatible, type Role } from '../rules/roles.ts'

const NEVER = sql`0 = 1`
const ALWAYS = sql`1 = 1`

const words = (some: readonly string[]): SQL =>
  sql.join(
    some.map((word) => sql`${word}`),
    sql`, `,
  )

const anyOf = (parts: readonly SQL[]): SQL =>
  parts.length === 0 ? NEVER : sql`(${sql.join([...parts], sql` or `)})`

/** Whether a case concerns a member of staff, as `isConcerning` and the names in the case say. */
const concerns = (staffId: SQL | AnyColumn): SQL => sql`(
  ${complaints.staffId} is ${staffId}
  or exists (select 1 from ${caseStaff}
    where ${caseStaff.caseId} = ${caseFiles.id} and ${caseStaff.staffId} = ${staffId})
  or exists (select 1 from ${postings}
    where ${postings.staffId} = ${staffId} and ${postings.windowId} = ${complaints.windowId}
    and (${complaints.occurredOn} is null or (
      (${postings.toDay} is null or ${postings.toDay} >= ${complaints.occurredOn})
      and (${postings.head} or ${postings.fromDay} <= ${complaints.occurredOn})))))`

/** Whether an officer is kept away from the case of this row (回避); says what `isRecused` says. */
export const recusedFrom = ({ id, staffId }: Pick<Officer, 'id' | 'staffId'>): SQL =>
  keptAway(sql`${id}`, staffId === null ? NEVER : concerns(sql`${staffId}`))

const keptAway = (id: SQL | AnyColumn, isConcerned: SQL): SQL => sql`(
  ${isConcerned}
  or exists (select 1 from ${recusals} where ${recusals.officerId} = ${id} and (
    ${recusals.caseId} = ${caseFiles.id}
    or ${recusals.windowId} = ${complaints.windowId}
    or (${recusals.staffId} is not null and ${concerns(recusals.staffId)}))))`

/**
 * Whether nobody in the hall can act as head of the case of this row: every head handles it, is
 * kept away from it or can no longer sign in.
 */
export const headless = (): SQL => sql`(not exists (select 1 from ${officerRoles}
  join ${officers} on ${officers.id} = ${officerRoles.officerId} and ${officers.disabledOn} is null
  where ${officerRoles.hallId} = ${caseFiles.hallId} and ${officerRoles.role} = 'officeHead'
  and ${officers.id} is not ${caseFiles.handlerId}
  and not ${keptAway(
    officers.id,
    sql`(${officers.staffId} is not null and ${concerns(officers.staffId)})`,
  )}))`

const proposedBy = (id: number): SQL => sql`(${caseFiles.state} = 'awaitingApproval'
  and exists (select 1 from ${decisions} where ${decisions.caseId} = ${caseFiles.id}
    and ${decisions.proposedBy} = ${id} and ${decisions.decidedBy} is null))`

/** An officer's relation to the case of this row, as `relationOf` says, once nobody is recused. */
const relationIs = (id: number, relation: OfficerRelation): SQL => {
  const proposed = proposedBy(id)
  const relations: Record<OfficerRelation, SQL> = {
    recused: NEVER,
    proposer: proposed,
    assigned: sql`(not ${proposed} and ${caseFiles.handlerId} = ${id})`,
    unassigned: sql`(not ${proposed} and ${caseFiles.handlerId} is null)`,
    elsewhere: sql`(not ${proposed} and ${caseFiles.handlerId} <> ${id})`,
  }
  return relations[relation]
}

function readBy(id: number, role: Role): SQL {
  const relations = CASE_READERS[role] ?? []
  const everyone = NOT_RECUSED.every((relation) => relations.includes(relation))
  const related = everyone
    ? ALWAYS
    : anyOf(relations.flatMap((relation) => (relation ? [relationIs(id, relation)] : [])))
  return role === 'secondPerson'
    ? sql`(${related} and (${caseFiles.state} in (${words(secondPersonReads({ headless: false }))})
        or (${caseFiles.state} in (${words(secondPersonReads({ headless: true }))}) and ${headless()})))`
    : related
}

/**
 * Which cases an officer may know of: of their hall, as their roles read them, and none that they
 * are kept away from. Every list, search, count, page and photo puts this into its query, so that
 * such a case cannot be told from one that is not there. For queries that hold `case_files` and
 * `complaints`; says what `seesCase` and `isRecused` say.
 */
export function seenBy(officer: Pick<Officer, 'id' | 'staffId' | 'hallId' | 'roles'>): SQL {
  const readers = officer.roles.filter((role) => CASE_READERS[role])
  if (!areCompatible(officer.roles) || readers.length === 0) return NEVER
  return sql`(${caseFiles.hallId} = ${officer.hallId}
    and ${anyOf(readers.map((role) => readBy(officer.id, role)))}
    and not ${recusedFrom(officer)})`
}
