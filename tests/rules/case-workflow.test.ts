import { describe, expect, test } from 'vitest'
import {
  CASE_STATES,
  type CaseState,
  type Track,
  UNANSWERED_STATES,
} from '../../api/rules/case-file.ts'
import { CASE_RELATIONS, type CaseRelation, relationOf } from '../../api/rules/case-relation.ts'
import {
  actRefusal,
  allowedActs,
  type AssignmentRefusal,
  assignmentRefusal,
  CASE_ACTS,
  CASE_PATHS,
  type CaseAct,
  type CaseFacts,
  type CasePath,
  goesToHead,
  isReported,
  nextState,
  pathOf,
  type WorkflowRefusal,
} from '../../api/rules/case-workflow.ts'
import type { ComplaintCategory, ComplaintSource } from '../../api/rules/complaint.ts'
import type { StepPolicy } from '../../api/rules/hall-policy.ts'
import { EXCLUSIVE_ROLES, type Role, ROLES } from '../../api/rules/roles.ts'

type Try = CaseFacts & { act: CaseAct; role: Role | null; relation: CaseRelation }

/** How far along a case is; a state off the road has no place on it. */
const MILES: Partial<Record<CaseState, number>> = {
  registered: 0,
  accepted: 10,
  investigating: 20,
  coordinating: 21,
  leaderReview: 22,
  coordinationMeeting: 23,
  finalOpinion: 24,
  awaitingApproval: 30,
  replied: 40,
  decided: 40,
  closed: 50,
  archived: 60,
  published: 70,
}

/** What is done by, or said to, somebody outside. */
const TO_SOMEBODY: readonly CaseAct[] = [
  'decline',
  'promiseReply',
  'putInWriting',
  'withdraw',
  'writeMessage',
  'answerMessage',
  'answerSender',
]

/** Where an act leads on the road, said by distances; null where it is not possible. */
function destination(path: CasePath, state: CaseState, act: CaseAct): CaseState | null {
  const ofNobody = path === 'internal'
  if (ofNobody && TO_SOMEBODY.includes(act)) return null
  const given = ['replied', 'notAccepted', 'transferred', 'withdrawn'].includes(state)
  if (act === 'answerSender') return given ? state : null
  const mile = MILES[state]
  if (mile === undefined) return null
  if (path !== 'coordinated' && mile > 20 && mile < 30) return null
  if (mile === 40 && (state === 'decided') !== ofNobody) return null
  const inquiring = mile >= 20 && mile < 30
  const readyToPropose = path === 'coordinated' ? mile === 24 : mile === 20
  const at = (wanted: number, to: CaseState) => (mile === wanted ? to : null)
  const stays = (possible: boolean) => (possible ? state : null)

  if (act === 'accept') return at(0, 'accepted')
  if (act === 'decline') return at(0, 'notAccepted')
  if (act === 'transfer') return mile < 30 ? 'transferred' : null
  if (act === 'assign') return stays(mile < 60 && mile !== 30)
  if (act === 'classify') return stays(mile === 10 || mile === 20)
  if (act === 'promiseReply') return stays(mile === 10)
  if (act === 'putInWriting') return stays(mile <= 20)
  if (act === 'startInquiry') return at(10, 'investigating')
  if (act === 'extend') return stays(mile >= 10 && mile <= 30)
  if (act === 'noteByHead') return stays(mile <= 30)
  if (act === 'giveCoordinationOpinion') {
    return path === 'coordinated' ? at(20, 'coordinating') : null
  }
  if (act === 'reviewByLeaders') return at(21, 'leaderReview')
  if (act === 'recordMeeting') return at(22, 'coordinationMeeting')
  if (act === 'fixFinalOpinion') return at(23, 'finalOpinion')
  if (act === 'propose') return readyToPropose ? 'awaitingApproval' : null
  if (act === 'approve') return at(30, ofNobody ? 'decided' : 'replied')
  if (act === 'sendBack') {
    return at(30, path === 'coordinated' ? 'finalOpinion' : 'investigating')
  }
  if (act === 'close') return at(40, 'closed')
  if (act === 'archive') return at(50, 'archived')
  if (act === 'publish') return at(60, 'published')
  if (act === 'withdraw') return mile < 24 ? 'withdrawn' : null
  if (act === 'writeMessage') return stays(mile <= 40)
  if (act === 'answerMessage') return stays(mile <= 50)
  return stays(inquiring)
}

const ofCitizen = (act: CaseAct) => act === 'withdraw' || act === 'writeMessage'
const bySomebodyElse = (act: CaseAct) => act === 'approve' || act === 'sendBack'
const byHeadAlone = (act: CaseAct) =>
  act === 'transfer' || act === 'noteByHead' || act === 'reviewByLeaders' || act === 'publish'
const atTheCounter = (act: CaseAct) =>
  act === 'accept' ||
  act === 'decline' ||
  act === 'putInWriting' ||
  act === 'answerMessage' ||
  act === 'answerSender'

/** Whether this person may do it at all, said as sentences about people. */
function entitled({ act, role, relation, state, headless }: Try): boolean {
  if (relation === 'complainant') return ofCitizen(act)
  if (relation === 'recused' || ofCitizen(act)) return false
  const inHand = relation === 'assigned' || relation === 'proposer'
  const own = relation === 'proposer'
  if (role === 'officeHead') {
    if (bySomebodyElse(act)) return !own
    if (act === 'extend') return !inHand
    return true
  }
  if (role === 'secondPerson') {
    if (bySomebodyElse(act)) return !own && state === 'awaitingApproval'
    const standsIn = headless && !inHand && UNANSWERED_STATES.includes(state)
    return standsIn && (byHeadAlone(act) || act === 'extend')
  }
  if (role !== 'complaintDesk' && role !== 'handler') return false
  if (bySomebodyElse(act) || byHeadAlone(act) || act === 'extend') return false
  if (act === 'assign') return role === 'complaintDesk' || relation === 'unassigned'
  if (atTheCounter(act)) return role === 'complaintDesk' || relation !== 'elsewhere'
  return inHand
}

const asked = ({ act, owesPromise, owesWriting, extendable, ...owed }: Try): boolean =>
  (act !== 'promiseReply' || owesPromise) &&
  (act !== 'putInWriting' || owesWriting) &&
  (act !== 'noteByHead' || owed.owesHeadNote) &&
  (act !== 'answerSender' || owed.owesSenderAnswer) &&
  (act !== 'extend' || extendable)

const oracle = (tried: Try): CaseState | null =>
  entitled(tried) && asked(tried) ? destination(tried.path, tried.state, tried.act) : null

const actual = ({ act, role, relation, ...facts }: Try): CaseState | null =>
  actRefusal({ roles: role ? [role] : [], relation }, act, facts) === null
    ? nextState(facts.path, facts.state, act)
    : null

const FLAGS = [
  'owesPromise',
  'owesWriting',
  'owesHeadNote',
  'owesSenderAnswer',
  'extendable',
  'headless',
] as const
type Flags = Record<(typeof FLAGS)[number], boolean>
const flagged = (is: (flag: string) => boolean) =>
  Object.fromEntries(FLAGS.map((flag) => [flag, is(flag)])) as Flags

/** Nothing is so, everything is so, one thing alone is so, one thing alone is not. */
const SHAPES: Flags[] = [
  flagged(() => false),
  flagged(() => true),
  ...FLAGS.flatMap((one) => [flagged((flag) => flag === one), flagged((flag) => flag !== one)]),
]

function* everyTry(): Generator<Try> {
  for (const path of CASE_PATHS)
    for (const state of CASE_STATES)
      for (const act of CASE_ACTS)
        for (const role of [null, ...ROLES])
          for (const relation of CASE_RELATIONS)
            for (const flags of SHAPES) yield { path, state, act, role, relation, ...flags }
}

const quiet = flagged(() => false)

describe('the table of a case', () => {
  test('says the same as the guards written as sentences, for every state, act, role, relation', () => {
    let tries = 0
    const disagreements: unknown[] = []
    for (const tried of everyTry()) {
      tries++
      const [is, ought] = [actual(tried), oracle(tried)]
      if (is !== ought) disagreements.push({ ...tried, is, ought })
    }
    expect(disagreements.slice(0, 5)).toEqual([])
    expect(tries).toBe(3 * 16 * CASE_ACTS.length * 12 * 6 * 14)
  })

  test('two roles may do what either may, and no more', () => {
    const differences: unknown[] = []
    const plain: Role[] = ROLES.filter((role) => !EXCLUSIVE_ROLES.includes(role))
    for (const tried of everyTry()) {
      if (!tried.role || !plain.includes(tried.role) || !tried.owesPromise) continue
      const { act, role, relation, ...facts } = tried
      for (const other of plain) {
        const both = actRefusal({ roles: [role, other], relation }, act, facts) === null
        const either = [role, other].some((one) => oracle({ ...tried, role: one }) !== null)
        if (both !== either) differences.push({ tried, other, both })
      }
    }
    expect(differences.slice(0, 5)).toEqual([])
  })

  test('every state of a path can be reached, and none but the last is a dead end', () => {
    for (const path of CASE_PATHS) {
      const reached = new Set<CaseState>(['registered'])
      for (const state of reached)
        for (const act of CASE_ACTS) {
          const next = nextState(path, state, act)
          if (next) reached.add(next)
        }
      const coordination = ['coordinating', 'leaderReview', 'coordinationMeeting', 'finalOpinion']
      const unknown: Record<CasePath, string[]> = {
        direct: [...coordination, 'decided'],
        coordinated: ['decided'],
        internal: [...coordination, 'replied', 'notAccepted', 'withdrawn'],
      }
      const expected = CASE_STATES.filter((state) => !unknown[path].includes(state))
      expect([...reached].toSorted()).toEqual(expected.toSorted())
      const ends = [...reached].filter((state) =>
        CASE_ACTS.every((act) => (nextState(path, state, act) ?? state) === state),
      )
      expect(ends.toSorted()).toEqual(
        ['notAccepted', 'published', 'transferred', 'withdrawn'].filter((end) =>
          expected.includes(end as CaseState),
        ),
      )
    }
  })
})

test.for<[why: string, path: CasePath, from: CaseState, acts: CaseAct[], ends: CaseState | null]>([
  [
    'a simple case goes from the inquiry to the decision',
    'direct',
    'registered',
    [
      'accept',
      'assign',
      'startInquiry',
      'addInquiryNote',
      'propose',
      'approve',
      'close',
      'archive',
    ],
    'archived',
  ],
  [
    'several departments go through opinion, leading group and meeting',
    'coordinated',
    'investigating',
    [
      'giveCoordinationOpinion',
      'reviewByLeaders',
      'recordMeeting',
      'fixFinalOpinion',
      'propose',
      'approve',
    ],
    'replied',
  ],
  [
    'what a check found is decided and closed, nobody is answered',
    'internal',
    'registered',
    ['accept', 'startInquiry', 'propose', 'approve', 'close', 'archive', 'publish'],
    'published',
  ],
  [
    'what a check found is a complaint: it is not turned away',
    'internal',
    'registered',
    ['decline'],
    null,
  ],
  ['nobody takes back what a check found', 'internal', 'accepted', ['withdraw'], null],
  [
    'who sent a complaint on is answered before it is closed',
    'direct',
    'replied',
    ['answerSender', 'close'],
    'closed',
  ],
  [
    'and also when it was not taken up',
    'direct',
    'registered',
    ['decline', 'answerSender'],
    'notAccepted',
  ],
  ['no final opinion without a meeting', 'coordinated', 'leaderReview', ['fixFinalOpinion'], null],
  ['no proposal before the final opinion', 'coordinated', 'investigating', ['propose'], null],
  ['no reply without approval', 'direct', 'investigating', ['approve'], null],
  [
    'sent back, a direct case is inquired into again',
    'direct',
    'awaitingApproval',
    ['sendBack'],
    'investigating',
  ],
  [
    'sent back, a coordinated case keeps its meeting',
    'coordinated',
    'awaitingApproval',
    ['sendBack'],
    'finalOpinion',
  ],
  ['nothing is published before it is archived', 'direct', 'closed', ['publish'], null],
  ['a withdrawn case stays withdrawn', 'direct', 'withdrawn', ['accept'], null],
  ['no withdrawal once the proposal stands', 'direct', 'awaitingApproval', ['withdraw'], null],
])('%s', ([, path, from, acts, ends]) => {
  const end = acts.reduce<CaseState | null>(
    (state, act) => state && nextState(path, state, act),
    from,
  )
  expect(end).toBe(ends)
})

test.for<
  [
    why: string,
    role: Role[],
    relation: CaseRelation,
    act: CaseAct,
    state: CaseState,
    refusal: WorkflowRefusal,
  ]
>([
  [
    'a recused head closes nothing',
    ['officeHead'],
    'recused',
    'close',
    'replied',
    'case-not-visible',
  ],
  [
    'a recused head accepts nothing',
    ['officeHead'],
    'recused',
    'accept',
    'registered',
    'case-not-visible',
  ],
  [
    'a window head sees no case',
    ['windowHead'],
    'elsewhere',
    'accept',
    'registered',
    'case-not-visible',
  ],
  [
    'a handler sees no case of another',
    ['handler'],
    'elsewhere',
    'propose',
    'investigating',
    'case-not-visible',
  ],
  [
    'the second person sees nothing before a proposal',
    ['secondPerson'],
    'elsewhere',
    'approve',
    'investigating',
    'case-not-visible',
  ],
  [
    'a head does not approve the own proposal',
    ['officeHead'],
    'proposer',
    'approve',
    'awaitingApproval',
    'approver-is-proposer',
  ],
  [
    'a handler does not approve',
    ['handler'],
    'assigned',
    'approve',
    'awaitingApproval',
    'act-not-for-role',
  ],
  [
    'a later date needs another person',
    ['officeHead'],
    'assigned',
    'extend',
    'investigating',
    'extension-by-handler',
  ],
  [
    'a handler gives himself no later date',
    ['handler'],
    'assigned',
    'extend',
    'investigating',
    'act-not-for-role',
  ],
  [
    'a hall without extensions extends nothing',
    ['officeHead'],
    'elsewhere',
    'extend',
    'investigating',
    'case-not-extendable',
  ],
  [
    'the desk does not inquire for others',
    ['complaintDesk'],
    'elsewhere',
    'addInquiryNote',
    'investigating',
    'case-not-in-hand',
  ],
  [
    'a handler does not hand on a case',
    ['handler'],
    'assigned',
    'assign',
    'investigating',
    'case-already-taken',
  ],
  [
    'nobody withdraws for the complainant',
    ['officeHead'],
    'elsewhere',
    'withdraw',
    'accepted',
    'act-not-for-role',
  ],
  [
    'an auditor with a second role may do nothing',
    ['auditor', 'officeHead'],
    'elsewhere',
    'accept',
    'registered',
    'roles-exclude-each-other',
  ],
  [
    'an administrator with a second role may do nothing',
    ['handler', 'systemAdministrator'],
    'assigned',
    'propose',
    'investigating',
    'roles-exclude-each-other',
  ],
  [
    'an accepted case is not accepted twice',
    ['complaintDesk'],
    'unassigned',
    'accept',
    'accepted',
    'act-not-in-state',
  ],
  [
    'no promise where none is owed',
    ['handler'],
    'assigned',
    'promiseReply',
    'accepted',
    'promise-not-owed',
  ],
  [
    'nothing to put in writing',
    ['handler'],
    'assigned',
    'putInWriting',
    'accepted',
    'writing-not-owed',
  ],
])('%s', ([, roles, relation, act, state, refusal]) => {
  expect(actRefusal({ roles, relation }, act, { path: 'direct', state, ...quiet })).toBe(refusal)
})

test.for<
  [why: string, role: Role, relation: CaseRelation, act: CaseAct, refusal: WorkflowRefusal | null]
>([
  ['the superior unit gives a later date', 'secondPerson', 'elsewhere', 'extend', null],
  ['never who handles the case', 'secondPerson', 'assigned', 'extend', 'extension-by-handler'],
  ['nor the head who handles it', 'officeHead', 'assigned', 'extend', 'extension-by-handler'],
  ['nor the handler', 'handler', 'assigned', 'extend', 'act-not-for-role'],
  ['the superior unit sends it elsewhere', 'secondPerson', 'elsewhere', 'transfer', null],
  ['it does no handler’s work', 'secondPerson', 'elsewhere', 'propose', 'act-not-for-role'],
  ['it takes nothing in', 'secondPerson', 'unassigned', 'classify', 'act-not-for-role'],
  ['kept away, it knows of nothing', 'secondPerson', 'recused', 'extend', 'case-not-visible'],
])('without a head in the hall: %s', ([, role, relation, act, refusal]) => {
  const facts = { ...quiet, extendable: true, headless: true }
  const file = { path: 'direct', state: 'investigating', ...facts } as const
  expect(actRefusal({ roles: [role], relation }, act, file)).toBe(refusal)
})

test('the acts a desk offers are those that are not refused, in the order of the vocabulary', () => {
  const facts: CaseFacts = { path: 'direct', state: 'accepted', ...quiet, owesPromise: true }
  expect(allowedActs({ roles: ['handler'], relation: 'assigned' }, facts)).toEqual([
    'classify',
    'promiseReply',
    'startInquiry',
    'answerMessage',
  ])
  expect(allowedActs({ roles: [], relation: 'complainant' }, facts)).toEqual([
    'withdraw',
    'writeMessage',
  ])
  expect(allowedActs({ roles: ['officeHead'], relation: 'recused' }, facts)).toEqual([])
})

test.for<
  [why: string, meets: boolean, track: Track | null, source: ComplaintSource, path: CasePath]
>([
  ['Anci, several departments', true, 'complex', 'citizen', 'coordinated'],
  ['Anci, one department', true, 'investigated', 'citizen', 'direct'],
  ['Anci, not yet classified', true, null, 'citizen', 'direct'],
  ['a hall without meetings', false, 'complex', 'citizen', 'direct'],
  ['sent on by 12345', false, 'transferred', 'transferred', 'direct'],
  ['found by a check', false, 'complex', 'internalFinding', 'internal'],
  ['found by a check, not yet classified', false, null, 'internalFinding', 'internal'],
])('%s', ([, coordinationMeeting, track, source, path]) => {
  expect(pathOf({ coordinationMeeting }, track, source)).toBe(path)
})

test.for<
  [
    why: string,
    reportToHead: StepPolicy['reportToHead'],
    about: { category?: ComplaintCategory; major?: boolean; track?: Track },
    reported: boolean,
  ]
>([
  ['Bingcha, complex', 'complex', { track: 'complex' }, true],
  ['Bingcha, one department', 'complex', { track: 'investigated' }, false],
  ['Bingcha, integrity', 'complex', { category: 'integrity' }, true],
  ['Qingpu, complex alone', 'major', { track: 'complex' }, false],
  ['Qingpu, a major matter', 'major', { major: true }, true],
  ['Qingpu, integrity', 'major', { category: 'integrity' }, true],
  ['Anci asks for no report', null, { track: 'complex', major: true }, false],
])('reported to the head, who writes a note: %s', ([, reportToHead, about, reported]) => {
  const file = { category: 'attitude', major: false, track: null, ...about } as const
  expect(isReported({ reportToHead }, file)).toBe(reported)
})

test.for<
  [
    why: string,
    recused: boolean,
    state: CaseState,
    handlerId: number | null,
    proposerId: number | null,
    relation: CaseRelation,
  ]
>([
  ['recused before all else', true, 'awaitingApproval', 7, 7, 'recused'],
  ['wrote the proposal', false, 'awaitingApproval', 7, 7, 'proposer'],
  ['wrote it for a case of another', false, 'awaitingApproval', 8, 7, 'proposer'],
  ['a proposal sent back counts no more', false, 'investigating', 7, 7, 'assigned'],
  ['another wrote it', false, 'awaitingApproval', 7, 8, 'assigned'],
  ['nobody has it', false, 'accepted', null, null, 'unassigned'],
  ['somebody else has it', false, 'accepted', 8, null, 'elsewhere'],
])('%s', ([, recused, state, handlerId, proposerId, relation]) => {
  expect(relationOf(7, { recused, state, handlerId, proposerId })).toBe(relation)
})

test.for<
  [
    why: string,
    by: Role[],
    to: { id: number; roles: Role[]; recused: boolean },
    refusal: AssignmentRefusal | null,
  ]
>([
  [
    'a desk gives to a handler',
    ['complaintDesk'],
    { id: 2, roles: ['handler'], recused: false },
    null,
  ],
  [
    'a head gives to the desk',
    ['officeHead'],
    { id: 2, roles: ['complaintDesk'], recused: false },
    null,
  ],
  [
    'nobody of the window complained about',
    ['officeHead'],
    { id: 2, roles: ['handler'], recused: true },
    'assignee-recused',
  ],
  ['a handler takes for himself', ['handler'], { id: 1, roles: ['handler'], recused: false }, null],
  [
    'a handler gives to nobody else',
    ['handler'],
    { id: 2, roles: ['handler'], recused: false },
    'assignee-not-self',
  ],
  [
    'somebody of another window who also handles cases',
    ['officeHead'],
    { id: 2, roles: ['windowStaff', 'handler'], recused: false },
    null,
  ],
  [
    'a window head handles nothing',
    ['officeHead'],
    { id: 2, roles: ['windowHead'], recused: false },
    'assignee-not-of-office',
  ],
  [
    'an administrator handles nothing',
    ['officeHead'],
    { id: 2, roles: ['handler', 'systemAdministrator'], recused: false },
    'assignee-not-of-office',
  ],
])('%s', ([, roles, to, refusal]) => {
  expect(assignmentRefusal({ id: 1, roles }, to)).toBe(refusal)
})

test('integrity and major matters go to the head at once, others do not', () => {
  expect(goesToHead({ category: 'integrity', major: false })).toBe(true)
  expect(goesToHead({ category: 'attitude', major: true })).toBe(true)
  expect(goesToHead({ category: 'attitude', major: false })).toBe(false)
})
