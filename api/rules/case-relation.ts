import { type CaseState, UNANSWERED_STATES } from './case-file.ts'
import { areCompatible, type Role } from './roles.ts'

/**
 * How somebody stands to one case. recused: kept away (回避), must not even learn that it exists.
 * proposer: wrote the decision that awaits approval. assigned: handles it. unassigned: nobody
 * handles it yet. elsewhere: somebody else does. complainant: lodged it, holds its receipt.
 */
export const CASE_RELATIONS = [
  'recused',
  'proposer',
  'assigned',
  'unassigned',
  'elsewhere',
  'complainant',
] as const
export type CaseRelation = (typeof CASE_RELATIONS)[number]
/** A relation that an officer can have to a case. */
export type OfficerRelation = Exclude<CaseRelation, 'complainant'>

/** Who acts on a case; a complainant has no roles. */
export type CaseActor = { roles: readonly Role[]; relation: CaseRelation }

/** Roles and the relations in which each may do something. */
export type Holders = Partial<Record<Role, readonly (OfficerRelation | null)[]>>

/** Every relation in which an officer may know of a case. */
export const NOT_RECUSED = ['proposer', 'assigned', 'unassigned', 'elsewhere'] as const

/** The relations of whoever has the case in hand. */
export const IN_HAND = ['proposer', 'assigned'] as const

/**
 * An officer's relation to a case. The proposer is whoever wrote the decision under approval; an
 * earlier one that was sent back counts no more.
 */
export function relationOf(
  officerId: number,
  file: { recused: boolean; state: CaseState; handlerId: number | null; proposerId: number | null },
): OfficerRelation {
  if (file.recused) return 'recused'
  if (file.state === 'awaitingApproval' && file.proposerId === officerId) return 'proposer'
  if (file.handlerId === officerId) return 'assigned'
  return file.handlerId === null ? 'unassigned' : 'elsewhere'
}

/**
 * Who reads a case's facts, text and photos, in lists, search and export too. A handler reads
 * what is in hand and what nobody has taken; window heads and window staff read none. The second
 * person (上级单位) reads what awaits approval, and, where the hall has no head for a case, every
 * case still to be answered, see `seesCase`.
 */
export const CASE_READERS: Holders = {
  complaintDesk: NOT_RECUSED,
  handler: [...IN_HAND, 'unassigned'],
  officeHead: NOT_RECUSED,
  secondPerson: NOT_RECUSED,
}

/** The states in which a case is shown to somebody who is only its second person. */
export const secondPersonReads = ({ headless }: { headless: boolean }): readonly CaseState[] =>
  headless ? UNANSWERED_STATES : ['awaitingApproval']

/**
 * What of a case decides who may know of it. headless: nobody in the hall can act as its head, as
 * every head handles it, is kept away from it or left; the superior unit stands in.
 */
export type CaseSight = { state: CaseState; headless: boolean }

/** Whether an officer may know of a case that stands so. A query's predicate must say the same. */
export const seesCase = (
  { roles, relation }: { roles: readonly Role[]; relation: OfficerRelation | null },
  sight: CaseSight,
): boolean =>
  areCompatible(roles) &&
  roles.some(
    (role) =>
      CASE_READERS[role]?.includes(relation) &&
      (role !== 'secondPerson' || secondPersonReads(sight).includes(sight.state)),
  )
