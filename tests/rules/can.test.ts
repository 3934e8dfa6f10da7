import { describe, expect, test } from 'vitest'
import {
  type AccessRefusal,
  type Actor,
  can,
  refusalOf,
  type Resource,
  type ResourceKind,
} from '../../api/rules/can.ts'
import { CASE_STATES, UNANSWERED_STATES } from '../../api/rules/case-file.ts'
import type { OfficerRelation } from '../../api/rules/case-relation.ts'
import { actRefusal, CASE_ACTS, type CaseFacts } from '../../api/rules/case-workflow.ts'
import { IDENTITIES } from '../../api/rules/complaint.ts'
import { areCompatible, type Role, ROLES } from '../../api/rules/roles.ts'

const ME = 1
const OTHER = 2
const THIRD = 3
const MY_STAFF = 11
const OTHER_STAFF = 12
const RELATIONS: (OfficerRelation | null)[] = [
  'recused',
  'proposer',
  'assigned',
  'unassigned',
  'elsewhere',
  null,
]
const PEOPLE = [null, ME, OTHER]

const FILING = {
  kind: 'negativeFiling',
  state: 'filed',
  filedById: OTHER,
  reviewedById: null,
  staffId: OTHER_STAFF,
  headStaffIds: [],
} as const satisfies Resource

const facts = (state: CaseFacts['state'], given = true): CaseFacts => ({
  path: 'direct',
  state,
  headless: !given,
  owesPromise: given,
  owesWriting: given,
  owesHeadNote: given,
  owesSenderAnswer: given,
  extendable: given,
})

/** Every resource in every shape an answer can depend on. */
const RESOURCES: Resource[] = [
  ...CASE_STATES.flatMap((state): Resource[] => [
    { kind: 'case', ...facts(state) },
    { kind: 'case', ...facts(state, false), path: 'coordinated' },
    { kind: 'photo', state, headless: true },
  ]),
  ...IDENTITIES.map((identity): Resource => ({ kind: 'complainantIdentity', identity })),
  ...IDENTITIES.flatMap((identity) =>
    PEOPLE.flatMap((requestedById) =>
      PEOPLE.flatMap((approvedById) =>
        [null, THIRD].map((openedById): Resource => ({
          kind: 'sealedIdentity',
          identity,
          requestedById,
          approvedById,
          openedById,
        })),
      ),
    ),
  ),
  ...[MY_STAFF, OTHER_STAFF].map((addressedToStaffId): Resource => ({
    kind: 'statementRequest',
    addressedToStaffId,
  })),
  ...PEOPLE.flatMap((proposedById) =>
    [null, MY_STAFF, OTHER_STAFF].map((staffId): Resource => ({
      kind: 'scoreEntry',
      proposedById,
      staffId,
    })),
  ),
  ...[[], [MY_STAFF], [OTHER_STAFF], [OTHER_STAFF, MY_STAFF]].flatMap((candidateStaffIds) =>
    [null, MY_STAFF, OTHER_STAFF].map((headStaffId): Resource => ({
      kind: 'award',
      candidateStaffIds,
      headStaffId,
    })),
  ),
  ...PEOPLE.map((draftedById): Resource => ({ kind: 'outcome', draftedById })),
  ...PEOPLE.map((correctedById): Resource => ({ kind: 'monthlyReport', correctedById })),
  ...PEOPLE.map((officerId): Resource => ({ kind: 'officers', officerId })),
  ...PEOPLE.map((enteredById): Resource => ({ kind: 'ruleChange', enteredById })),
  ...PEOPLE.flatMap((enteredById) =>
    [false, true].map((handedOver): Resource => ({ kind: 'intake', enteredById, handedOver })),
  ),
  ...[[], [MY_STAFF], [OTHER_STAFF], [OTHER_STAFF, MY_STAFF]].map(
    (addressedToStaffIds): Resource => ({ kind: 'entryAnswer', addressedToStaffIds }),
  ),
  ...PEOPLE.flatMap((proposedById) =>
    [null, MY_STAFF, OTHER_STAFF].map((staffId): Resource => ({
      kind: 'accountability',
      proposedById,
      staffId,
    })),
  ),
  ...[null, MY_STAFF, OTHER_STAFF].map((headStaffId): Resource => ({
    kind: 'peerMarks',
    headStaffId,
  })),
  ...PEOPLE.map((proposedById): Resource => ({ kind: 'lowRating', proposedById })),
  ...(['filed', 'corrected'] as const).flatMap((state) =>
    [ME, OTHER].flatMap((filedById) =>
      [null, ME].flatMap((reviewedById) =>
        [MY_STAFF, OTHER_STAFF].flatMap((staffId) =>
          [[], [MY_STAFF]].map((headStaffIds): Resource => ({
            kind: 'negativeFiling',
            state,
            filedById,
            reviewedById,
            staffId,
            headStaffIds,
          })),
        ),
      ),
    ),
  ),
  ...[ME, OTHER].flatMap((officerId) =>
    PEOPLE.map((proposedById): Resource => ({ kind: 'patrolLiability', officerId, proposedById })),
  ),
  ...PEOPLE.flatMap((reportedById) =>
    [false, true].map((ownWindow): Resource => ({ kind: 'deviceFault', ownWindow, reportedById })),
  ),
  { kind: 'queue' },
  { kind: 'retaliation' },
  { kind: 'monthClose' },
  { kind: 'outcomeRelease' },
  { kind: 'hallSettings' },
  { kind: 'audit' },
  { kind: 'posters' },
  { kind: 'outbox' },
  { kind: 'boxCheck' },
  ...PEOPLE.map((handedToId): Resource => ({ kind: 'patrolRound', handedToId })),
]

const OTHER_ACTS = `
  read readOwn request open answer object export confirm reject enterFigures confirmFigures
  nominate decide revoke give draft retract release enterWording change invite changeRoles disable
  declareRelation correct verify print resend record lodge receive inspect handOver call count takeBack
  list file readApplicant review notice report repair
  nominateDirectly recommend
  delete edit constructor toString __proto__`
const ACTS: string[] = [...CASE_ACTS, ...OTHER_ACTS.trim().split(/\s+/), '']

type Ask = { roles: readonly Role[]; relation: OfficerRelation | null; staffId: number | null }

const actor = ({ roles, relation, staffId }: Ask): Actor => ({ id: ME, roles, relation, staffId })
const canDo = (ask: Ask, act: string, resource: Resource) =>
  can(actor(ask), act as 'read', resource as { kind: 'audit' })

/** The rights of one role, said as sentences. */
function may(ask: Ask, act: string, resource: Resource): boolean {
  const { relation, staffId } = ask
  const is = (...roles: Role[]) => roles.some((role) => ask.roles.includes(role))
  const office = is('complaintDesk', 'handler', 'officeHead')
  const separate = is('auditor', 'systemAdministrator')
  const inHand = relation === 'assigned' || relation === 'proposer'
  const aboutACase = relation !== null
  const worksOnIt = aboutACase && (is('officeHead') || (is('complaintDesk', 'handler') && inHand))
  const reads =
    aboutACase &&
    (is('complaintDesk', 'officeHead') || (is('handler') && (inHand || relation === 'unassigned')))
  const mine = (staff: number | null) => staffId !== null && staff === staffId

  if (resource.kind === 'statementRequest') {
    const asked = act === 'read' || act === 'answer' || act === 'object'
    return asked && !separate && mine(resource.addressedToStaffId)
  }
  if (resource.kind === 'scoreEntry' && act === 'readOwn') {
    return !separate && mine(resource.staffId)
  }
  if (resource.kind === 'entryAnswer') {
    const named = resource.addressedToStaffIds.some((staff) => mine(staff))
    return (act === 'read' || act === 'answer') && !separate && named
  }
  if (resource.kind === 'accountability' && (act === 'answer' || act === 'readOwn')) {
    return !separate && mine(resource.staffId)
  }
  if (resource.kind === 'negativeFiling') {
    if (separate) return false
    const { state, filedById, reviewedById, headStaffIds } = resource
    const filed = filedById === ME
    const heads = headStaffIds.some((staff) => mine(staff))
    const section = is('complaintDesk', 'officeHead') && relation !== 'recused'
    const serves = staffId !== null || is('windowHead', 'windowStaff')
    if (act === 'list') return serves || section
    if (act === 'file') return serves
    if (act === 'read') return filed || heads || section || mine(resource.staffId)
    if (act === 'readApplicant') {
      const reviews = section && (state === 'filed' || reviewedById === ME)
      const leads = section && is('officeHead')
      return filed || reviews || leads || (heads && state === 'corrected')
    }
    if (act === 'review') return section && !filed && !mine(resource.staffId)
    if (act === 'notice') return filed || heads
    return act === 'report' && section
  }
  if (relation === 'recused') return false
  if (resource.kind === 'accountability') {
    if (act === 'read') return is('officeHead', 'secondPerson', 'assessmentGroup')
    if (mine(resource.staffId)) return false
    if (act === 'propose') return worksOnIt
    const another = aboutACase && is('officeHead', 'secondPerson')
    return act === 'decide' && another && resource.proposedById !== ME
  }
  if (resource.kind === 'patrolLiability') {
    const own = resource.officerId === ME
    if (act === 'read') return is('officeHead', 'secondPerson', 'assessmentGroup')
    if (act === 'answer' || act === 'readOwn') return !separate && own
    const office = is('officeHead', 'secondPerson') && !own
    return office && (act === 'propose' || (act === 'decide' && resource.proposedById !== ME))
  }
  if (resource.kind === 'retaliation') {
    return act === 'read' && aboutACase && is('officeHead', 'secondPerson')
  }
  if (resource.kind === 'peerMarks') {
    return act === 'give' && is('windowHead') && !separate && mine(resource.headStaffId)
  }

  if (resource.kind === 'case' || resource.kind === 'photo') {
    const waits =
      resource.state === 'awaitingApproval' ||
      (resource.headless && UNANSWERED_STATES.includes(resource.state))
    const secondLook = is('secondPerson') && waits && aboutACase
    if (act === 'read') return reads || secondLook
    if (resource.kind === 'photo' || relation === null) return false
    const known = CASE_ACTS.find((one) => one === act)
    return !!known && actRefusal({ roles: ask.roles, relation }, known, resource) === null
  }
  if (resource.kind === 'complainantIdentity') {
    return act === 'read' && worksOnIt && resource.identity === 'named'
  }
  if (resource.kind === 'sealedIdentity') {
    const { requestedById: asker, approvedById: approver, openedById: opener } = resource
    if (act === 'request') return worksOnIt && resource.identity === 'confidential' && !asker
    if (act === 'approve') {
      return aboutACase && is('officeHead', 'secondPerson') && asker === OTHER && !approver
    }
    if (act === 'open') return aboutACase && is('custodian') && approver === OTHER && asker !== ME
    return act === 'read' && worksOnIt && !!opener && asker === ME
  }
  if (resource.kind === 'queue') {
    if (act === 'export') return is('complaintDesk', 'officeHead')
    return act === 'read' && (office || is('secondPerson'))
  }
  if (resource.kind === 'scoreEntry') {
    const ofAnother = !mine(resource.staffId)
    if (act === 'propose') {
      if (!ofAnother) return false
      return aboutACase ? worksOnIt : office || is('patrolOfficer')
    }
    if (act === 'confirm' || act === 'reject') {
      const judge = is('officeHead', 'assessmentGroup', 'secondPerson')
      return judge && ofAnother && resource.proposedById !== ME
    }
    const other = is('secondPerson', 'assessmentGroup', 'patrolOfficer')
    return act === 'read' && (office || other)
  }
  if (resource.kind === 'award') {
    if (act === 'read') return is('officeHead', 'assessmentGroup')
    if (act === 'nominate') return is('windowHead') && mine(resource.headStaffId)
    const section = office || is('patrolOfficer')
    if (act === 'nominateDirectly') return section
    if (act === 'recommend') return section || is('windowHead')
    const abstains = resource.candidateStaffIds.some((candidate) => candidate === staffId)
    return (act === 'decide' || act === 'revoke') && is('assessmentGroup') && !abstains
  }
  if (resource.kind === 'outcome') {
    if (act === 'read') return reads || (aboutACase && is('secondPerson'))
    if (act === 'draft') return worksOnIt
    if (act === 'retract') return aboutACase && is('officeHead')
    const approver = aboutACase && is('officeHead', 'secondPerson')
    return act === 'approve' && approver && resource.draftedById === OTHER
  }
  if (resource.kind === 'officers') {
    if (act === 'invite') return is('systemAdministrator')
    if (act === 'changeRoles' || act === 'disable') {
      return is('systemAdministrator') && resource.officerId !== ME
    }
    if (act === 'declareRelation') {
      return is('officeHead') || (!separate && resource.officerId === ME)
    }
    return act === 'read' && is('systemAdministrator', 'complaintDesk', 'officeHead')
  }
  if (resource.kind === 'intake') {
    if (act === 'lodge') return office || is('patrolOfficer')
    if (act === 'receive') return !separate
    if (act === 'inspect') return is('complaintDesk', 'officeHead', 'patrolOfficer')
    const own = is('patrolOfficer') && resource.enteredById === ME && !resource.handedOver
    return (act === 'read' || act === 'handOver') && own
  }
  if (resource.kind === 'deviceFault') {
    const { ownWindow, reportedById } = resource
    const serves = is('windowHead', 'windowStaff') && ownWindow
    if (act === 'read') return office || is('patrolOfficer', 'secondPerson') || serves
    if (act === 'report') return is('patrolOfficer') || serves
    if (act === 'repair') return is('patrolOfficer', 'officeHead')
    const judge = is('officeHead', 'secondPerson') && !ownWindow
    return act === 'confirm' && judge && reportedById !== ME
  }
  if (resource.kind === 'lowRating') {
    if (act === 'count') return is('windowHead')
    if (act === 'read') return office || is('secondPerson')
    if (act === 'decide') return is('officeHead', 'secondPerson') && resource.proposedById !== ME
    return (act === 'call' || act === 'propose') && office
  }
  if (resource.kind === 'monthClose') {
    if (act === 'read') return office || is('assessmentGroup', 'patrolOfficer')
    if (act === 'enterFigures') return is('officeHead', 'complaintDesk')
    const closes = act === 'close' || act === 'confirmFigures'
    return closes && is('officeHead', 'assessmentGroup')
  }
  if (resource.kind === 'outcomeRelease') {
    if (act === 'release') return is('officeHead')
    return act === 'read' && is('officeHead', 'complaintDesk')
  }
  if (resource.kind === 'monthlyReport') {
    if (act === 'confirm') {
      return is('complaintDesk', 'officeHead') && resource.correctedById !== ME
    }
    if (act === 'correct') return is('complaintDesk', 'officeHead')
    return act === 'read' && (office || is('secondPerson', 'assessmentGroup'))
  }
  if (resource.kind === 'hallSettings') {
    if (act === 'change') return is('systemAdministrator')
    if (act === 'enterWording') return is('officeHead')
    return act === 'read' && is('systemAdministrator', 'complaintDesk', 'officeHead')
  }
  if (resource.kind === 'ruleChange') {
    if (act === 'decide') {
      return is('officeHead', 'secondPerson') && resource.enteredById !== ME
    }
    if (act === 'takeBack') return is('officeHead') && resource.enteredById === ME
    const reader = is('systemAdministrator', 'complaintDesk', 'officeHead', 'secondPerson')
    return act === 'read' && reader
  }
  if (resource.kind === 'audit') return (act === 'read' || act === 'verify') && is('auditor')
  if (resource.kind === 'posters') {
    const prints = is('systemAdministrator', 'patrolOfficer', 'windowHead')
    return act === 'print' && (prints || is('complaintDesk', 'officeHead'))
  }
  if (resource.kind === 'outbox') {
    const tends = is('systemAdministrator', 'complaintDesk', 'officeHead')
    return (act === 'read' || act === 'resend') && tends
  }
  const patrols = office || is('patrolOfficer')
  if (resource.kind === 'patrolRound' && act === 'confirm') {
    return patrols && resource.handedToId === ME
  }
  return (act === 'read' || act === 'record') && patrols
}

function* everyAsk(): Generator<[Ask, string, Resource]> {
  for (const resource of RESOURCES)
    for (const act of ACTS)
      for (const relation of RELATIONS)
        for (const role of ROLES)
          for (const staffId of [null, MY_STAFF])
            yield [{ roles: [role], relation, staffId }, act, resource]
}

/** The first few offences; every question is asked all the same. */
function offences(isOffence: (ask: Ask, act: string, resource: Resource) => boolean) {
  const found: [Ask, string, Resource][] = []
  for (const asked of everyAsk()) if (isOffence(...asked) && found.length < 3) found.push(asked)
  return found
}

describe('rights', () => {
  test('say the same as the oracle, for every role, relation, act and shape of resource', () => {
    let granted = 0
    const differences = offences((ask, act, resource) => {
      const is = canDo(ask, act, resource)
      if (is) granted++
      return is !== may(ask, act, resource)
    })
    expect(differences).toEqual([])
    expect(granted).toBeGreaterThan(1_000)
  })

  test('the auditor reads and verifies the log and does nothing else', () => {
    const isLog = (resource: Resource) => resource.kind === 'audit'
    expect(
      offences(
        (ask, act, resource) =>
          ask.roles[0] === 'auditor' &&
          canDo(ask, act, resource) !==
            (isLog(resource) && ask.relation !== 'recused' && (act === 'read' || act === 'verify')),
      ),
    ).toEqual([])
  })

  test('the administrator, window heads and window staff read no case, photo or identity', () => {
    const closed: ResourceKind[] = ['case', 'photo', 'complainantIdentity', 'sealedIdentity']
    const outside: Role[] = ['systemAdministrator', 'windowHead', 'windowStaff', 'patrolOfficer']
    expect(
      offences(
        (ask, act, resource) =>
          outside.includes(ask.roles[0]!) &&
          closed.includes(resource.kind) &&
          canDo(ask, act, resource),
      ),
    ).toEqual([])
  })

  test('who is kept away is told that nothing is there, unless it is the own statement or points', () => {
    expect(
      offences((ask, act, resource) => {
        if (ask.relation !== 'recused' || !['case', 'photo'].includes(resource.kind)) return false
        const refusal = refusalOf(actor(ask), act as 'read', resource as { kind: 'audit' })
        return refusal !== 'case-not-visible'
      }),
    ).toEqual([])
  })

  test('roles that exclude each other give no right at all', () => {
    const pairs = ROLES.flatMap((one) => ROLES.map((other): Role[] => [one, other]))
    const wrong = pairs.filter((roles) => !areCompatible(roles))
    expect(wrong).toHaveLength(2 * 2 * 10 - 2)
    for (const roles of wrong)
      for (const resource of RESOURCES)
        for (const act of ACTS)
          if (canDo({ roles, relation: 'assigned', staffId: MY_STAFF }, act, resource)) {
            expect.fail(`${roles.join(' and ')}: ${act} ${JSON.stringify(resource)}`)
          }
  })

  test('nobody without a role in the hall may do anything', () => {
    for (const resource of RESOURCES)
      for (const act of ACTS)
        for (const relation of RELATIONS) {
          const ask = { roles: [], relation, staffId: OTHER_STAFF }
          if (resource.kind === 'statementRequest' || act === 'readOwn') continue
          expect(canDo(ask, act, resource)).toBe(false)
        }
  })

  test('two roles give what either gives', () => {
    const plain = ROLES.filter((role) => areCompatible([role, 'handler']))
    const states = RESOURCES.filter(({ kind }) => kind !== 'case' && kind !== 'sealedIdentity')
    for (const one of plain)
      for (const other of plain)
        for (const resource of states)
          for (const act of ACTS)
            for (const relation of RELATIONS) {
              const ask = (roles: Role[]) => ({ roles, relation, staffId: MY_STAFF })
              const either = may(ask([one]), act, resource) || may(ask([other]), act, resource)
              if (canDo(ask([one, other]), act, resource) !== either) {
                expect.fail(`${one} and ${other}: ${act} ${JSON.stringify(resource)} ${relation}`)
              }
            }
  })
})

const head = { roles: ['officeHead'] as Role[], relation: 'elsewhere' as const, staffId: null }

test.for<
  [why: string, ask: Partial<Ask>, act: string, resource: Resource, refusal: AccessRefusal | null]
>([
  [
    'a window head opens the complainant card',
    { roles: ['windowHead'] },
    'read',
    { kind: 'complainantIdentity', identity: 'named' },
    'role-lacks-right',
  ],
  [
    'a window head opens the file',
    { roles: ['windowHead'] },
    'read',
    { kind: 'case', ...facts('accepted') },
    'case-not-visible',
  ],
  [
    'an officer of another hall opens the file',
    { roles: [] },
    'read',
    { kind: 'case', ...facts('accepted') },
    'case-not-visible',
  ],
  [
    'a handler looks who complains before taking the case',
    { roles: ['handler'], relation: 'unassigned' },
    'read',
    { kind: 'complainantIdentity', identity: 'named' },
    'case-not-in-hand',
  ],
  [
    'a handler of a confidential case looks who complains',
    { roles: ['handler'], relation: 'assigned' },
    'read',
    { kind: 'complainantIdentity', identity: 'confidential' },
    'identity-sealed',
  ],
  [
    'nobody was asked who they are',
    {},
    'read',
    { kind: 'complainantIdentity', identity: 'anonymous' },
    'identity-not-taken',
  ],
  [
    'a head approves the own unsealing',
    {},
    'approve',
    {
      kind: 'sealedIdentity',
      identity: 'confidential',
      requestedById: ME,
      approvedById: null,
      openedById: null,
    },
    'same-person',
  ],
  [
    'a custodian opens without approval',
    { roles: ['custodian'] },
    'open',
    {
      kind: 'sealedIdentity',
      identity: 'confidential',
      requestedById: OTHER,
      approvedById: null,
      openedById: null,
    },
    'unsealing-not-approved',
  ],
  [
    'the one who asked reads what was opened',
    {},
    'read',
    {
      kind: 'sealedIdentity',
      identity: 'confidential',
      requestedById: ME,
      approvedById: OTHER,
      openedById: THIRD,
    },
    null,
  ],
  [
    'another reads what was opened',
    {},
    'read',
    {
      kind: 'sealedIdentity',
      identity: 'confidential',
      requestedById: OTHER,
      approvedById: THIRD,
      openedById: THIRD,
    },
    'unsealed-for-another',
  ],
  [
    'a head approves the own draft of an outcome',
    {},
    'approve',
    { kind: 'outcome', draftedById: ME },
    'same-person',
  ],
  [
    'points are confirmed by who proposed them',
    {},
    'confirm',
    { kind: 'scoreEntry', proposedById: ME, staffId: null },
    'same-person',
  ],
  [
    'points are confirmed by who gets them',
    { staffId: MY_STAFF },
    'confirm',
    { kind: 'scoreEntry', proposedById: OTHER, staffId: MY_STAFF },
    'concerns-yourself',
  ],
  [
    'a candidate decides on the award',
    { roles: ['assessmentGroup'], staffId: MY_STAFF },
    'decide',
    { kind: 'award', candidateStaffIds: [MY_STAFF], headStaffId: null },
    'concerns-yourself',
  ],
  [
    'the person complained about answers',
    { roles: ['windowStaff'], relation: 'recused', staffId: MY_STAFF },
    'answer',
    { kind: 'statementRequest', addressedToStaffId: MY_STAFF },
    null,
  ],
  [
    'a colleague answers instead',
    { roles: ['windowStaff'], relation: 'recused', staffId: OTHER_STAFF },
    'answer',
    { kind: 'statementRequest', addressedToStaffId: MY_STAFF },
    'addressed-to-another',
  ],
  [
    'an administrator gives himself roles',
    { roles: ['systemAdministrator'], relation: null },
    'changeRoles',
    { kind: 'officers', officerId: ME },
    'own-account',
  ],
  [
    'a patrol officer reads on after handing over',
    { roles: ['patrolOfficer'], relation: null },
    'read',
    { kind: 'intake', enteredById: ME, handedOver: true },
    'already-handed-over',
  ],
  [
    'a head approves the own account of a low rating',
    {},
    'decide',
    { kind: 'lowRating', proposedById: ME },
    'same-person',
  ],
  [
    'who serves at the window knows of no low rating of it',
    { relation: 'recused', staffId: MY_STAFF },
    'read',
    { kind: 'lowRating', proposedById: null },
    'case-not-visible',
  ],
  [
    'a refusal on file is reviewed by who filed it',
    { roles: ['complaintDesk'], relation: null },
    'review',
    { ...FILING, filedById: ME },
    'same-person',
  ],
  [
    'or by who refused',
    { roles: ['officeHead'], relation: null, staffId: MY_STAFF },
    'review',
    { ...FILING, staffId: MY_STAFF },
    'concerns-yourself',
  ],
  [
    'or by somebody with a relation to that window',
    { roles: ['officeHead'], relation: 'recused' },
    'review',
    FILING,
    'case-not-visible',
  ],
  [
    'the section tells the applicant in the window’s place',
    { roles: ['officeHead'], relation: null },
    'notice',
    { ...FILING, state: 'corrected' },
    'filing-of-another',
  ],
  [
    'nobody deletes a case',
    {},
    'delete',
    { kind: 'case', ...facts('closed') },
    'right-not-granted',
  ],
  [
    'nobody deletes the log',
    { roles: ['auditor'], relation: null },
    'delete',
    { kind: 'audit' },
    'right-not-granted',
  ],
])('%s', ([, ask, act, resource, refusal]) => {
  const asked = { ...head, ...ask }
  expect(refusalOf(actor(asked), act as 'read', resource as { kind: 'audit' })).toBe(refusal)
})
