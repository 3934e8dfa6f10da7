import {
  CASE_READERS,
  type CaseSight,
  type Holders,
  IN_HAND,
  NOT_RECUSED,
  type OfficerRelation,
  seesCase,
} from './case-relation.ts'
import {
  actRefusal,
  type CaseAct,
  type CaseFacts,
  isCaseAct,
  type WorkflowRefusal,
} from './case-workflow.ts'
import type { Identity } from './complaint.ts'
import type { FilingState } from './negative-filing.ts'
import { areCompatible, EXCLUSIVE_ROLES, REPORT_OFFICE, type Role, ROLES } from './roles.ts'

/** An officer before one resource. */
export type Actor = {
  id: number
  /** The officer's roles in the hall the resource belongs to; none in any other hall. */
  roles: readonly Role[]
  staffId: number | null
  /** How the officer stands to the resource's case; null where it belongs to no case. */
  relation: OfficerRelation | null
}

/** Everything an officer can ask for, with what the answer depends on. */
export type Resource =
  | ({ kind: 'case' } & CaseFacts)
  | ({ kind: 'photo' } & CaseSight)
  | { kind: 'complainantIdentity'; identity: Identity }
  | {
      kind: 'sealedIdentity'
      identity: Identity
      requestedById: number | null
      approvedById: number | null
      openedById: number | null
    }
  /** What the person complained about is asked (情况说明): the gist, the clause, the due date. */
  | { kind: 'statementRequest'; addressedToStaffId: number }
  | { kind: 'queue' }
  | { kind: 'scoreEntry'; proposedById: number | null; staffId: number | null }
  | { kind: 'monthClose' }
  /** What somebody named by a proposed deduction answers to it. */
  | { kind: 'entryAnswer'; addressedToStaffIds: readonly number[] }
  /** What follows for a responsible person (责任追究); null where nobody is held to account. */
  | { kind: 'accountability'; staffId: number | null; proposedById: number | null }
  /** What follows for a patrol officer; the officer's own id. */
  | { kind: 'patrolLiability'; officerId: number; proposedById: number | null }
  /** What a complainant reports of retaliation (打击报复). */
  | { kind: 'retaliation' }
  /** The marks a window gives the others; its head's staff id. */
  | { kind: 'peerMarks'; headStaffId: number | null }
  /** The staff among whom an award is given, and the head of the window that is nominated. */
  | { kind: 'award'; candidateStaffIds: readonly number[]; headStaffId: number | null }
  | { kind: 'outcome'; draftedById: number | null }
  | { kind: 'outcomeRelease' }
  /** A version of a month's statistics, and who corrected it; null for the first. */
  | { kind: 'monthlyReport'; correctedById: number | null }
  | { kind: 'hallSettings' }
  /** Something entered for the published rules of the hall; null for the list of them. */
  | { kind: 'ruleChange'; enteredById: number | null }
  /** An officer's account; null for one that is not yet made, and for the list. */
  | { kind: 'officers'; officerId: number | null }
  | { kind: 'audit' }
  | { kind: 'posters' }
  | { kind: 'outbox' }
  | { kind: 'boxCheck' }
  /** A round through the hall, and to whom its record form was handed. */
  | { kind: 'patrolRound'; handedToId: number | null }
  /** The following up of a low rating (差评回访整改); who proposed what is to be approved. */
  | { kind: 'lowRating'; proposedById: number | null }
  /** A refusal on file (否定报备) and whom it concerns; nobody yet for one that is being filed. */
  | {
      kind: 'negativeFiling'
      state: FilingState
      filedById: number | null
      reviewedById: number | null
      /** Who refused, and the heads of that window. */
      staffId: number | null
      headStaffIds: readonly number[]
    }
  /** A broken rating device: whether the officer serves at its window, and who reported it. */
  | { kind: 'deviceFault'; ownWindow: boolean; reportedById: number | null }
  /** What somebody of the hall took down for a citizen; null while nothing is entered. */
  | { kind: 'intake'; enteredById: number | null; handedOver: boolean }

/** Every kind of thing that rights are about. */
export type ResourceKind = Resource['kind']
type ResourceOf<K extends ResourceKind> = Extract<Resource, { kind: K }>

/** Why an officer may not. `case-not-visible` is answered like something that is not there. */
export type AccessRefusal =
  | WorkflowRefusal
  | 'right-not-granted'
  | 'role-lacks-right'
  | 'identity-sealed'
  | 'identity-not-taken'
  | 'identity-not-sealed'
  | 'unsealing-not-requested'
  | 'unsealing-already-requested'
  | 'unsealing-not-approved'
  | 'unsealing-already-approved'
  | 'unsealing-not-open'
  | 'unsealed-for-another'
  | 'same-person'
  | 'concerns-yourself'
  | 'addressed-to-another'
  | 'window-of-another'
  | 'outcome-not-drafted'
  | 'own-account'
  | 'account-of-another'
  | 'entered-by-another'
  | 'already-handed-over'
  | 'serves-at-no-window'
  | 'filing-of-another'

type Right<R extends Resource> = {
  holders: Holders
  /** Holds for the person concerned too, who is otherwise kept away. */
  evenRecused?: true
  /** What else stands in the way. */
  unless?: (actor: Actor, resource: R) => AccessRefusal | null
}

const ANY_RELATION = [null, ...NOT_RECUSED] as const

const held = (
  roles: readonly Role[],
  relations: readonly (OfficerRelation | null)[] = ANY_RELATION,
): Holders => Object.fromEntries(roles.map((role) => [role, relations]))

const EVERYBODY_OF_THE_HALL = ROLES.filter((role) => !EXCLUSIVE_ROLES.includes(role))

/** Those who sit in the centre's sections, not at a window and not in the group that decides. */
const SECTIONS: readonly Role[] = ['complaintDesk', 'handler', 'officeHead', 'patrolOfficer']

const CASE_IN_HAND: Holders = {
  complaintDesk: IN_HAND,
  handler: IN_HAND,
  officeHead: NOT_RECUSED,
}

const ANOTHER_LOOK: Holders = held(['officeHead', 'secondPerson'], NOT_RECUSED)

/** Who goes round the hall: the patrol, and the office where the hall has none. */
export const PATROL_ROLES: readonly Role[] = [
  'patrolOfficer',
  'complaintDesk',
  'handler',
  'officeHead',
]

/** Who sees every broken device of the hall. */
const FAULT_OFFICE: readonly Role[] = [...PATROL_ROLES, 'secondPerson']

const isNamed = (_: Actor, { identity }: { identity: Identity }): AccessRefusal | null => {
  if (identity === 'confidential') return 'identity-sealed'
  return identity === 'anonymous' ? 'identity-not-taken' : null
}

const isAddressee = (
  { staffId }: Actor,
  request: ResourceOf<'statementRequest'>,
): AccessRefusal | null => (staffId === request.addressedToStaffId ? null : 'addressed-to-another')

const isAnother = (
  { id, staffId }: Actor,
  entry: { proposedById: number | null; staffId: number | null },
): AccessRefusal | null => {
  if (id === entry.proposedById) return 'same-person'
  return isSelf(staffId, entry.staffId) ? 'concerns-yourself' : null
}

const isSelf = (staffId: number | null, other: number | null): boolean =>
  staffId !== null && staffId === other

const notAboutSelf = (
  { staffId }: Actor,
  about: { staffId: number | null },
): AccessRefusal | null => (isSelf(staffId, about.staffId) ? 'concerns-yourself' : null)

const isAddressed = (
  { staffId }: Actor,
  about: { staffId: number | null },
): AccessRefusal | null => (isSelf(staffId, about.staffId) ? null : 'addressed-to-another')

const ownLiability = (
  { id }: Actor,
  { officerId }: ResourceOf<'patrolLiability'>,
): AccessRefusal | null => (id === officerId ? null : 'addressed-to-another')

const notOwnLiability = (
  { id }: Actor,
  { officerId }: ResourceOf<'patrolLiability'>,
): AccessRefusal | null => (id === officerId ? 'concerns-yourself' : null)

const anothersLiability = (
  actor: Actor,
  about: ResourceOf<'patrolLiability'>,
): AccessRefusal | null =>
  actor.id === about.proposedById ? 'same-person' : notOwnLiability(actor, about)

const isNamedIn = (
  { staffId }: Actor,
  { addressedToStaffIds }: ResourceOf<'entryAnswer'>,
): AccessRefusal | null =>
  staffId !== null && addressedToStaffIds.includes(staffId) ? null : 'addressed-to-another'

const abstains = ({ staffId }: Actor, award: ResourceOf<'award'>): AccessRefusal | null =>
  staffId !== null && award.candidateStaffIds.includes(staffId) ? 'concerns-yourself' : null

const notOwnAccount = ({ id }: Actor, account: ResourceOf<'officers'>): AccessRefusal | null =>
  id === account.officerId ? 'own-account' : null

const enteredAndKept = ({ id }: Actor, entry: ResourceOf<'intake'>): AccessRefusal | null => {
  if (id !== entry.enteredById) return 'entered-by-another'
  return entry.handedOver ? 'already-handed-over' : null
}

const serves = ({ roles, staffId }: Actor): AccessRefusal | null =>
  staffId !== null || roles.includes('windowHead') || roles.includes('windowStaff')
    ? null
    : 'serves-at-no-window'

const isHeadOf = ({ staffId }: Actor, { headStaffIds }: ResourceOf<'negativeFiling'>): boolean =>
  staffId !== null && headStaffIds.includes(staffId)

/** The hall's section that reviews refusals, kept away from those of its own people. */
const isOfSection = ({ roles, relation }: Actor): boolean =>
  relation !== 'recused' && (roles.includes('complaintDesk') || roles.includes('officeHead'))

const ownFiling = (actor: Actor, filing: ResourceOf<'negativeFiling'>): AccessRefusal | null =>
  actor.id === filing.filedById || isHeadOf(actor, filing) ? null : 'filing-of-another'

const knowsFiling = (actor: Actor, filing: ResourceOf<'negativeFiling'>): AccessRefusal | null => {
  if (isOfSection(actor) || isSelf(actor.staffId, filing.staffId)) return null
  return ownFiling(actor, filing)
}

/** Whoever filed, reviews or reviewed it, the office head, and who has to tell the applicant. */
const needsApplicant = (
  actor: Actor,
  filing: ResourceOf<'negativeFiling'>,
): AccessRefusal | null => {
  const { id, roles } = actor
  const { state, filedById, reviewedById } = filing
  const section = isOfSection(actor)
  const reviews = section && (state === 'filed' || reviewedById === id)
  const heads = section && roles.includes('officeHead')
  const tells = state === 'corrected' && isHeadOf(actor, filing)
  return id === filedById || reviews || heads || tells ? null : 'filing-of-another'
}

/**
 * Who may do what, beyond the acts on a case, which `case-workflow` holds. Names: kind of
 * resource, act, then the roles and the relations to its case. What is not here is refused.
 */
const RIGHTS = {
  case: {
    read: { holders: CASE_READERS },
  },
  photo: {
    read: { holders: CASE_READERS },
  },
  complainantIdentity: {
    read: { holders: CASE_IN_HAND, unless: isNamed },
  },
  sealedIdentity: {
    request: {
      holders: CASE_IN_HAND,
      unless: (_, seal) => {
        if (seal.identity !== 'confidential') return 'identity-not-sealed'
        return seal.requestedById === null ? null : 'unsealing-already-requested'
      },
    },
    approve: {
      holders: ANOTHER_LOOK,
      unless: ({ id }, seal) => {
        if (seal.requestedById === null) return 'unsealing-not-requested'
        if (seal.approvedById !== null) return 'unsealing-already-approved'
        return id === seal.requestedById ? 'same-person' : null
      },
    },
    open: {
      holders: held(['custodian'], NOT_RECUSED),
      unless: ({ id }, seal) => {
        if (seal.approvedById === null) return 'unsealing-not-approved'
        return id === seal.requestedById || id === seal.approvedById ? 'same-person' : null
      },
    },
    read: {
      holders: CASE_IN_HAND,
      unless: ({ id }, seal) => {
        if (seal.openedById === null) return 'unsealing-not-open'
        return id === seal.requestedById ? null : 'unsealed-for-another'
      },
    },
  },
  statementRequest: {
    read: { holders: held(EVERYBODY_OF_THE_HALL), evenRecused: true, unless: isAddressee },
    answer: { holders: held(EVERYBODY_OF_THE_HALL), evenRecused: true, unless: isAddressee },
    object: { holders: held(EVERYBODY_OF_THE_HALL), evenRecused: true, unless: isAddressee },
  },
  queue: {
    read: { holders: held(['complaintDesk', 'handler', 'officeHead', 'secondPerson']) },
    export: { holders: held(['complaintDesk', 'officeHead']) },
  },
  scoreEntry: {
    propose: {
      holders: {
        patrolOfficer: [null],
        complaintDesk: [null, ...IN_HAND],
        handler: [null, ...IN_HAND],
        officeHead: ANY_RELATION,
      },
      unless: ({ staffId }, entry) => (isSelf(staffId, entry.staffId) ? 'concerns-yourself' : null),
    },
    confirm: {
      holders: held(['officeHead', 'assessmentGroup', 'secondPerson']),
      unless: isAnother,
    },
    reject: { holders: held(['officeHead', 'assessmentGroup', 'secondPerson']), unless: isAnother },
    read: {
      holders: held([
        'complaintDesk',
        'handler',
        'officeHead',
        'secondPerson',
        'assessmentGroup',
        'patrolOfficer',
      ]),
    },
    readOwn: {
      holders: held(EVERYBODY_OF_THE_HALL),
      evenRecused: true,
      unless: ({ staffId }, entry) =>
        isSelf(staffId, entry.staffId) ? null : 'addressed-to-another',
    },
  },
  entryAnswer: {
    read: { holders: held(EVERYBODY_OF_THE_HALL), evenRecused: true, unless: isNamedIn },
    answer: { holders: held(EVERYBODY_OF_THE_HALL), evenRecused: true, unless: isNamedIn },
  },
  accountability: {
    propose: { holders: CASE_IN_HAND, unless: notAboutSelf },
    read: { holders: held(['officeHead', 'secondPerson', 'assessmentGroup']) },
    decide: { holders: ANOTHER_LOOK, unless: isAnother },
    readOwn: { holders: held(EVERYBODY_OF_THE_HALL), evenRecused: true, unless: isAddressed },
    answer: { holders: held(EVERYBODY_OF_THE_HALL), evenRecused: true, unless: isAddressed },
  },
  patrolLiability: {
    read: { holders: held(['officeHead', 'secondPerson', 'assessmentGroup']) },
    propose: { holders: held(['officeHead', 'secondPerson']), unless: notOwnLiability },
    decide: { holders: held(['officeHead', 'secondPerson']), unless: anothersLiability },
    readOwn: { holders: held(EVERYBODY_OF_THE_HALL), unless: ownLiability },
    answer: { holders: held(EVERYBODY_OF_THE_HALL), unless: ownLiability },
  },
  retaliation: {
    read: { holders: ANOTHER_LOOK },
  },
  peerMarks: {
    give: {
      holders: held(['windowHead']),
      unless: ({ staffId }, { headStaffId }) =>
        isSelf(staffId, headStaffId) ? null : 'window-of-another',
    },
  },
  monthClose: {
    read: {
      holders: held(['complaintDesk', 'handler', 'officeHead', 'assessmentGroup', 'patrolOfficer']),
    },
    enterFigures: { holders: held(['complaintDesk', 'officeHead']) },
    confirmFigures: { holders: held(['officeHead', 'assessmentGroup']) },
    close: { holders: held(['officeHead', 'assessmentGroup']) },
  },
  award: {
    read: { holders: held(['officeHead', 'assessmentGroup']) },
    nominate: {
      holders: held(['windowHead']),
      unless: ({ staffId }, award) =>
        isSelf(staffId, award.headStaffId) ? null : 'window-of-another',
    },
    nominateDirectly: { holders: held(SECTIONS) },
    recommend: { holders: held([...SECTIONS, 'windowHead']) },
    decide: { holders: held(['assessmentGroup']), unless: abstains },
    revoke: { holders: held(['assessmentGroup']), unless: abstains },
  },
  outcome: {
    read: { holders: CASE_READERS },
    draft: { holders: CASE_IN_HAND },
    approve: {
      holders: ANOTHER_LOOK,
      unless: ({ id }, outcome) => {
        if (outcome.draftedById === null) return 'outcome-not-drafted'
        return id === outcome.draftedById ? 'same-person' : null
      },
    },
    retract: { holders: held(['officeHead'], NOT_RECUSED) },
  },
  outcomeRelease: {
    read: { holders: held(['complaintDesk', 'officeHead']) },
    release: { holders: held(['officeHead']) },
  },
  monthlyReport: {
    read: {
      holders: held([...REPORT_OFFICE, 'handler', 'secondPerson', 'assessmentGroup']),
    },
    confirm: {
      holders: held(REPORT_OFFICE),
      unless: ({ id }, { correctedById }) => (id === correctedById ? 'same-person' : null),
    },
    correct: { holders: held(REPORT_OFFICE) },
  },
  hallSettings: {
    read: { holders: held(['complaintDesk', 'officeHead', 'systemAdministrator']) },
    enterWording: { holders: held(['officeHead']) },
    change: { holders: held(['systemAdministrator']) },
  },
  ruleChange: {
    read: { holders: held(['complaintDesk', 'officeHead', 'secondPerson', 'systemAdministrator']) },
    decide: {
      holders: held(['officeHead', 'secondPerson']),
      unless: ({ id }, change) => (id === change.enteredById ? 'same-person' : null),
    },
    takeBack: {
      holders: held(['officeHead']),
      unless: ({ id }, change) => (id === change.enteredById ? null : 'entered-by-another'),
    },
  },
  officers: {
    read: { holders: held(['complaintDesk', 'officeHead', 'systemAdministrator']) },
    invite: { holders: held(['systemAdministrator']) },
    changeRoles: { holders: held(['systemAdministrator']), unless: notOwnAccount },
    disable: { holders: held(['systemAdministrator']), unless: notOwnAccount },
    declareRelation: {
      holders: held(EVERYBODY_OF_THE_HALL),
      unless: ({ id, roles }, account) =>
        id === account.officerId || roles.includes('officeHead') ? null : 'account-of-another',
    },
  },
  audit: {
    read: { holders: held(['auditor']) },
    verify: { holders: held(['auditor']) },
  },
  posters: {
    print: {
      holders: held([
        'complaintDesk',
        'officeHead',
        'windowHead',
        'patrolOfficer',
        'systemAdministrator',
      ]),
    },
  },
  outbox: {
    read: { holders: held(['complaintDesk', 'officeHead', 'systemAdministrator']) },
    resend: { holders: held(['complaintDesk', 'officeHead', 'systemAdministrator']) },
  },
  boxCheck: {
    read: { holders: held(['complaintDesk', 'handler', 'officeHead', 'patrolOfficer']) },
    record: { holders: held(['complaintDesk', 'handler', 'officeHead', 'patrolOfficer']) },
  },
  lowRating: {
    read: { holders: held(['complaintDesk', 'handler', 'officeHead', 'secondPerson']) },
    call: { holders: held(['complaintDesk', 'handler', 'officeHead']) },
    propose: { holders: held(['complaintDesk', 'handler', 'officeHead']) },
    decide: {
      holders: held(['officeHead', 'secondPerson']),
      unless: ({ id }, { proposedById }) => (id === proposedById ? 'same-person' : null),
    },
    count: { holders: held(['windowHead']) },
  },
  negativeFiling: {
    list: {
      holders: held(EVERYBODY_OF_THE_HALL),
      evenRecused: true,
      unless: (actor) => (isOfSection(actor) ? null : serves(actor)),
    },
    file: { holders: held(EVERYBODY_OF_THE_HALL), evenRecused: true, unless: serves },
    read: { holders: held(EVERYBODY_OF_THE_HALL), evenRecused: true, unless: knowsFiling },
    readApplicant: {
      holders: held(EVERYBODY_OF_THE_HALL),
      evenRecused: true,
      unless: needsApplicant,
    },
    review: {
      holders: held(['complaintDesk', 'officeHead']),
      unless: ({ id, staffId }, filing) => {
        if (id === filing.filedById) return 'same-person'
        return isSelf(staffId, filing.staffId) ? 'concerns-yourself' : null
      },
    },
    notice: { holders: held(EVERYBODY_OF_THE_HALL), evenRecused: true, unless: ownFiling },
    report: { holders: held(['complaintDesk', 'officeHead']) },
  },
  patrolRound: {
    read: { holders: held(PATROL_ROLES) },
    record: { holders: held(PATROL_ROLES) },
    confirm: {
      holders: held(PATROL_ROLES),
      unless: ({ id }, { handedToId }) => (id === handedToId ? null : 'addressed-to-another'),
    },
  },
  deviceFault: {
    read: {
      holders: held([...FAULT_OFFICE, 'windowHead', 'windowStaff']),
      unless: ({ roles }, { ownWindow }) =>
        ownWindow || roles.some((role) => FAULT_OFFICE.includes(role)) ? null : 'window-of-another',
    },
    report: {
      holders: held(['patrolOfficer', 'windowHead', 'windowStaff']),
      unless: ({ roles }, { ownWindow }) =>
        ownWindow || roles.includes('patrolOfficer') ? null : 'window-of-another',
    },
    confirm: {
      holders: held(['officeHead', 'secondPerson']),
      unless: ({ id }, { ownWindow, reportedById }) => {
        if (id === reportedById) return 'same-person'
        return ownWindow ? 'concerns-yourself' : null
      },
    },
    repair: { holders: held(['patrolOfficer', 'officeHead']) },
  },
  intake: {
    lodge: { holders: held(['complaintDesk', 'handler', 'officeHead', 'patrolOfficer']) },
    receive: { holders: held(EVERYBODY_OF_THE_HALL) },
    /** What a check of the hall found. */
    inspect: { holders: held(['complaintDesk', 'officeHead', 'patrolOfficer']) },
    read: { holders: held(['patrolOfficer']), unless: enteredAndKept },
    handOver: { holders: held(['patrolOfficer']), unless: enteredAndKept },
  },
} as const satisfies { [K in ResourceKind]: Record<string, Right<ResourceOf<K>>> }

/** What may be asked of a kind of resource. */
export type ActOn<K extends ResourceKind> =
  Extract<keyof (typeof RIGHTS)[K], string> | (K extends 'case' ? CaseAct : never)

/**
 * Why an officer may not do something, or null. The separation of duties (三权分立): who runs the
 * machine reads no case, who checks the record reads nothing else and changes nothing. Two people
 * for every decision that lays a fault, opens a name or is published. Who is kept away from a
 * case learns nothing of it, but is heard and reads his own points.
 */
export function refusalOf<R extends Resource>(
  actor: Actor,
  act: ActOn<R['kind']>,
  resource: R,
): AccessRefusal | null {
  if (!areCompatible(actor.roles)) return 'roles-exclude-each-other'
  if (resource.kind === 'case' || resource.kind === 'photo') {
    if (!seesCase(actor, resource)) return 'case-not-visible'
  }
  if (resource.kind === 'case' && isCaseAct(act)) return caseActRefusal(actor, act, resource)
  const right = rightTo(resource.kind, act)
  return right ? rightRefusal(actor, right, resource) : 'right-not-granted'
}

function rightRefusal(actor: Actor, right: Right<Resource>, resource: Resource) {
  const { holders, evenRecused, unless } = right
  if (actor.relation === 'recused' && !evenRecused) return 'case-not-visible'
  const having = actor.roles.filter((role) => holders[role])
  if (having.length === 0) return 'role-lacks-right'
  const inRelation = having.some((role) => holders[role]?.includes(actor.relation))
  if (!inRelation && !evenRecused) return 'case-not-in-hand'
  return unless?.(actor, resource) ?? null
}

/** Whether an officer may do something to a resource. What is not granted is denied. */
export const can = <R extends Resource>(
  actor: Actor,
  act: ActOn<R['kind']>,
  resource: R,
): boolean => refusalOf(actor, act, resource) === null

const caseActRefusal = (actor: Actor, act: CaseAct, facts: CaseFacts): AccessRefusal | null =>
  actor.relation === null
    ? 'case-not-visible'
    : actRefusal({ roles: actor.roles, relation: actor.relation }, act, facts)

function rightTo(kind: ResourceKind, act: string): Right<Resource> | null {
  const rights: Record<string, Right<never>> = RIGHTS[kind]
  return Object.hasOwn(rights, act) ? (rights[act] as unknown as Right<Resource>) : null
}
