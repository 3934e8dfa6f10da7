import { expect, test } from 'vitest'
import { anci } from '../../api/policies/anci.ts'
import { bingcha } from '../../api/policies/bingcha.ts'
import { calendar } from '../../api/policies/calendar.ts'
import { qingpu } from '../../api/policies/qingpu.ts'
import { standard } from '../../api/policies/standard.ts'
import { taskSource } from '../../api/policies/task-sources.ts'
import { yuanzhou } from '../../api/policies/yuanzhou.ts'
import type { CaseDuty, CaseTask } from '../../api/rules/case-tasks.ts'
import { caseTasks } from '../../api/rules/case-tasks.ts'
import type { Day } from '../../api/rules/day.ts'
import { deskTasks, dueBy, nextTaskDay } from '../../api/rules/desk-tasks.ts'
import { type HallDuties, type HallTask, TASK_AREAS } from '../../api/rules/hall-tasks.ts'
import type { HallPolicy } from '../../api/rules/hall-policy.ts'
import { type Role, ROLES } from '../../api/rules/roles.ts'

/** A Monday. */
const TODAY: Day = '2026-03-02'

const DUTY: CaseDuty = {
  number: 'TS-1',
  relation: 'elsewhere',
  facts: {
    path: 'direct',
    state: 'registered',
    headless: false,
    owesPromise: false,
    owesWriting: false,
    owesHeadNote: false,
    owesSenderAnswer: false,
    extendable: false,
  } as CaseDuty['facts'],
  track: 'investigated',
  isAssigned: true,
  acceptedOn: '2026-03-02',
  reportDueOn: null,
  isHeard: false,
  isVerified: false,
  isSanctionProposed: false,
  explained: 0,
  open: [],
}

type Facts = Partial<CaseDuty['facts']>
const duty = (facts: Facts, more: Partial<CaseDuty> = {}): CaseDuty => ({
  ...DUTY,
  ...more,
  facts: { ...DUTY.facts, ...facts },
})

const mine: Partial<CaseDuty> = { relation: 'assigned' }
const coordinated = { path: 'coordinated' } as const

type CaseRow = [
  why: string,
  policy: HallPolicy,
  role: Role,
  duty: CaseDuty,
  tasks: readonly (readonly [kind: CaseTask, dueOn: Day | null])[],
]

test.for<CaseRow>([
  [
    'decideAcceptance: registered, by closing time of the first working day',
    qingpu,
    'complaintDesk',
    duty({}, { open: [{ kind: 'acceptance', dueOn: '2026-03-03' }] }),
    [['decideAcceptance', '2026-03-03']],
  ],
  [
    'assignHandler: on receipt, by the head of the office',
    anci,
    'officeHead',
    duty(
      {},
      {
        relation: 'unassigned',
        isAssigned: false,
        open: [{ kind: 'acceptance', dueOn: '2026-03-03' }],
      },
    ),
    [['assignHandler', '2026-03-03']],
  ],
  [
    'interview: with the limit of the track',
    qingpu,
    'handler',
    duty({ state: 'investigating' }, { ...mine, open: [{ kind: 'reply', dueOn: '2026-03-05' }] }),
    [['interview', '2026-03-05']],
  ],
  [
    'coordinationOpinion: three working days from receipt',
    anci,
    'handler',
    duty(
      { ...coordinated, state: 'investigating' },
      {
        ...mine,
        isHeard: true,
        track: 'complex',
        open: [{ kind: 'coordinationOpinion', dueOn: '2026-03-05' }],
      },
    ),
    [['coordinationOpinion', '2026-03-05']],
  ],
  [
    'groupReview: once the opinion is saved, by the leading group',
    anci,
    'officeHead',
    duty(
      { ...coordinated, state: 'coordinating' },
      { open: [{ kind: 'groupReview', dueOn: '2026-03-06' }] },
    ),
    [['groupReview', '2026-03-06']],
  ],
  [
    'coordinationMeeting: after the group',
    anci,
    'handler',
    duty(
      { ...coordinated, state: 'leaderReview' },
      { ...mine, isHeard: true, open: [{ kind: 'coordinationMeeting', dueOn: '2026-03-09' }] },
    ),
    [['coordinationMeeting', '2026-03-09']],
  ],
  [
    'replyAfterDepartment: one working day after the last result',
    anci,
    'handler',
    duty(
      { ...coordinated, state: 'finalOpinion' },
      {
        ...mine,
        isHeard: true,
        track: 'complex',
        open: [
          { kind: 'replyAfterDepartment', dueOn: '2026-03-03' },
          { kind: 'reply', dueOn: '2026-03-16' },
        ],
      },
    ),
    [['replyAfterDepartment', '2026-03-03']],
  ],
  [
    'enterPromise: the moment it is accepted',
    bingcha,
    'handler',
    duty({ state: 'accepted', owesPromise: true }, mine),
    [
      ['enterPromise', '2026-03-02'],
      ['interview', null],
    ],
  ],
  [
    'explainOverrun: the promised day is reached, the handler explains and follows it up',
    bingcha,
    'handler',
    duty(
      { state: 'investigating', extendable: true },
      { ...mine, isHeard: true, open: [{ kind: 'promise', dueOn: '2026-03-02' }] },
    ),
    [
      ['explainOverrun', '2026-03-02'],
      ['answer', '2026-03-02'],
    ],
  ],
  [
    'not a day before',
    bingcha,
    'handler',
    duty(
      { state: 'investigating', extendable: true },
      { ...mine, isHeard: true, open: [{ kind: 'promise', dueOn: '2026-03-03' }] },
    ),
    [['answer', '2026-03-03']],
  ],
  [
    'the head, who gives the new date, has the same task',
    bingcha,
    'officeHead',
    duty(
      { state: 'investigating', extendable: true },
      { open: [{ kind: 'promise', dueOn: '2026-02-27' }] },
    ),
    [['explainOverrun', '2026-02-27']],
  ],
  [
    'once it is explained with a new date, the task is over',
    bingcha,
    'officeHead',
    duty(
      { state: 'investigating', extendable: true },
      { explained: 1, open: [{ kind: 'promise', dueOn: '2026-03-10' }] },
    ),
    [],
  ],
  [
    'completeComplex: three working days',
    qingpu,
    'handler',
    duty(
      { state: 'investigating' },
      { ...mine, isHeard: true, track: 'complex', open: [{ kind: 'reply', dueOn: '2026-03-05' }] },
    ),
    [['completeComplex', '2026-03-05']],
  ],
  [
    'explainExtension: before the third day passes, by the head of the section',
    qingpu,
    'officeHead',
    duty(
      { state: 'investigating', extendable: true },
      { track: 'complex', open: [{ kind: 'reply', dueOn: '2026-03-04' }] },
    ),
    [['explainExtension', '2026-03-04']],
  ],
  [
    'while there is time nothing is explained',
    qingpu,
    'officeHead',
    duty(
      { state: 'investigating', extendable: true },
      { track: 'complex', open: [{ kind: 'reply', dueOn: '2026-03-05' }] },
    ),
    [],
  ],
  [
    'without a head in the hall the superior unit explains',
    qingpu,
    'secondPerson',
    duty(
      { state: 'investigating', extendable: true, headless: true },
      { track: 'complex', open: [{ kind: 'reply', dueOn: '2026-03-03' }] },
    ),
    [['explainExtension', '2026-03-03']],
  ],
  [
    'what awaits approval is due with the reply',
    qingpu,
    'secondPerson',
    duty({ state: 'awaitingApproval' }, { open: [{ kind: 'reply', dueOn: '2026-03-05' }] }),
    [['approve', '2026-03-05']],
  ],
  [
    'answerSender: the limit of the sending organ, after the reply too, by the centre’s office',
    qingpu,
    'complaintDesk',
    duty(
      { state: 'replied', owesSenderAnswer: true },
      { open: [{ kind: 'external', dueOn: '2026-03-06' }] },
    ),
    [['answerSender', '2026-03-06']],
  ],
  [
    'reportToDirector, reportImportant: the head reads of it by the first working day',
    bingcha,
    'officeHead',
    duty({ state: 'investigating' }, { reportDueOn: '2026-03-03' }),
    [['readReport', '2026-03-03']],
  ],
  [
    'decideSanction begins with a proposal, five working days after the finding',
    anci,
    'handler',
    duty(
      { state: 'replied' },
      { ...mine, isVerified: true, open: [{ kind: 'sanction', dueOn: '2026-03-09' }] },
    ),
    [
      ['proposeSanction', '2026-03-09'],
      ['close', '2026-03-09'],
    ],
  ],
  [
    'circular: Bingcha, with closing, where a fault was found',
    bingcha,
    'handler',
    duty(
      { state: 'replied' },
      {
        ...mine,
        isVerified: true,
        isSanctionProposed: true,
        open: [{ kind: 'sanction', dueOn: '2026-03-09' }],
      },
    ),
    [['circular', '2026-03-09']],
  ],
  [
    'circular: Bingcha, not where none was',
    bingcha,
    'handler',
    duty({ state: 'replied' }, mine),
    [['close', null]],
  ],
  [
    'archive: ten working days after closing',
    qingpu,
    'handler',
    duty({ state: 'closed' }, { ...mine, open: [{ kind: 'archive', dueOn: '2026-03-16' }] }),
    [['archive', '2026-03-16']],
  ],
  [
    'the last possible day and what the person concerned was asked are no tasks of the office',
    qingpu,
    'handler',
    duty(
      { state: 'investigating' },
      {
        ...mine,
        isHeard: true,
        open: [
          { kind: 'maximum', dueOn: '2026-03-16' },
          { kind: 'statement', dueOn: '2026-03-03' },
          { kind: 'reply', dueOn: '2026-03-05' },
        ],
      },
    ),
    [['answer', '2026-03-05']],
  ],
  [
    'a handler has nothing to do for the case of another',
    qingpu,
    'handler',
    duty({ state: 'investigating' }, { open: [{ kind: 'reply', dueOn: '2026-03-05' }] }),
    [],
  ],
  [
    'who is kept away has nothing to do, and learns of nothing',
    qingpu,
    'officeHead',
    duty(
      { state: 'investigating', extendable: true },
      { relation: 'recused', open: [{ kind: 'reply', dueOn: '2026-03-03' }] },
    ),
    [],
  ],
  [
    'who runs the machine has nothing to do with a case',
    qingpu,
    'systemAdministrator',
    duty({}, { open: [{ kind: 'acceptance', dueOn: '2026-03-03' }] }),
    [],
  ],
])('%s', ([, policy, role, one, tasks]) => {
  const viewer = { roles: [role], held: ROLES, today: TODAY, policy, calendar }
  const due = caseTasks(one, viewer)
  expect(due.map(({ kind, dueOn }) => [kind, dueOn])).toEqual(tasks)
})

test('a clock of a new kind is a task at once, of whoever has the case in hand and of its head', () => {
  const one = duty(
    { state: 'investigating' },
    { isHeard: true, open: [{ kind: 'reportToHead' as never, dueOn: '2026-03-03' }] },
  )
  const viewer = { held: ROLES, today: TODAY, policy: bingcha, calendar }
  const kinds = (role: Role, relation: CaseDuty['relation']) =>
    caseTasks({ ...one, relation }, { ...viewer, roles: [role] }).map(({ kind }) => kind)
  expect(kinds('handler', 'assigned')).toEqual(['answer', 'reportToHead'])
  expect(kinds('officeHead', 'elsewhere')).toEqual(['reportToHead'])
  expect(kinds('secondPerson', 'elsewhere')).toEqual([])
})

test('what was explained before is counted', () => {
  const viewer = {
    roles: ['handler' as const],
    held: ROLES,
    today: TODAY,
    policy: bingcha,
    calendar,
  }
  const open = [{ kind: 'promise' as const, dueOn: TODAY }]
  const one = duty({ state: 'investigating', extendable: true }, { ...mine, explained: 3, open })
  expect(caseTasks(one, viewer)[0]).toEqual({
    kind: 'explainOverrun',
    number: 'TS-1',
    dueOn: TODAY,
    times: 3,
  })
})

const NOTHING: HallDuties = {
  nominations: [],
  awards: [],
  lowRatings: [],
  rounds: [],
  handovers: [],
  isBoxChecked: true,
  statements: [],
  pleas: [],
  answers: [],
  filings: [],
  sanctions: [],
  entries: [],
  peerMonths: [],
  volumes: [],
  attendance: [],
  undecided: [],
  unsealings: 0,
  year: null,
  outsideMissing: 0,
}

type HallRow = [
  why: string,
  policy: HallPolicy,
  role: Role,
  hall: Partial<HallDuties>,
  today: Day,
  tasks: readonly (readonly [kind: HallTask, dueOn: Day | null])[],
]
const unchecked = { isBoxChecked: false }

test.for<HallRow>([
  [
    'patrolRound: until it is made, by the end of its session',
    qingpu,
    'patrolOfficer',
    {
      rounds: [
        { session: 'morning', by: '12:00', stands: 'done' },
        { session: 'afternoon', by: '17:00', stands: 'open' },
      ],
    },
    TODAY,
    [['patrolRound', TODAY]],
  ],
  [
    'patrolHandover: of whoever the record form was handed to',
    anci,
    'patrolOfficer',
    { handovers: ['2026-03-02'] },
    TODAY,
    [['patrolHandover', '2026-03-02']],
  ],
  [
    'a low rating is called back by the office',
    standard,
    'complaintDesk',
    { lowRatings: [{ window: '1号', may: 'call', dueOn: '2026-03-03' }] },
    TODAY,
    [['callBack', '2026-03-03']],
  ],
  [
    'and approved by whoever may',
    standard,
    'secondPerson',
    { lowRatings: [{ window: '1号', may: 'decide', dueOn: '2026-03-20' }] },
    TODAY,
    [['approveRemedy', '2026-03-20']],
  ],
  ['boxCheck: every working day', anci, 'patrolOfficer', unchecked, TODAY, [['boxCheck', TODAY]]],
  [
    'on a make-up Saturday too',
    anci,
    'patrolOfficer',
    unchecked,
    '2026-02-28',
    [['boxCheck', '2026-02-28']],
  ],
  ['on no rest day', anci, 'patrolOfficer', unchecked, '2026-03-01', []],
  ['done once somebody looked', anci, 'patrolOfficer', {}, TODAY, []],
  ['not in a hall without a box', qingpu, 'patrolOfficer', unchecked, TODAY, []],
  ['not of the desk while somebody patrols', anci, 'complaintDesk', unchecked, TODAY, []],
  [
    'departmentStatement: of whoever is asked',
    qingpu,
    'windowHead',
    { statements: ['2026-03-03'] },
    TODAY,
    [['departmentStatement', '2026-03-03']],
  ],
  [
    'confirmEntries: before the month closes',
    anci,
    'officeHead',
    { entries: [{ month: '2026-02', count: 3 }] },
    TODAY,
    [['confirmEntries', '2026-03-06']],
  ],
  [
    'decideSanction: five working days after the finding',
    anci,
    'officeHead',
    { sanctions: [{ number: 'TS-1', dueOn: '2026-03-09' }] },
    TODAY,
    [['decideSanction', '2026-03-09']],
  ],
  [
    'peerRating: before the month closes',
    bingcha,
    'windowHead',
    { peerMonths: ['2026-02'] },
    TODAY,
    [['peerRating', '2026-03-06']],
  ],
  [
    'monthlyRanking: two working days after the close',
    anci,
    'assessmentGroup',
    { undecided: [{ month: '2026-02', closedOn: '2026-03-06' }] },
    TODAY,
    [['monthlyRanking', '2026-03-10']],
  ],
  [
    'nominations: by the 20th of the third month',
    qingpu,
    'windowHead',
    { nominations: [{ quarter: '2026-Q1', until: '2026-03-20', count: 1 }] },
    TODAY,
    [['nominations', '2026-03-20']],
  ],
  [
    'awardDecision: the tenth working day of the next quarter',
    qingpu,
    'assessmentGroup',
    { awards: [{ period: '2025-Q4', decidesOn: '2026-01-15' }] },
    TODAY,
    [['awardDecision', '2026-01-15']],
  ],
  [
    'it is the group’s, not the head’s',
    anci,
    'officeHead',
    { undecided: [{ month: '2026-02', closedOn: '2026-03-06' }] },
    TODAY,
    [],
  ],
  [
    'the figures of Qingpu’s ratings, before the month closes',
    qingpu,
    'complaintDesk',
    { volumes: [{ month: '2026-02', count: 4 }] },
    TODAY,
    [['enterVolumes', '2026-03-06']],
  ],
  [
    'attended days, before the month is ranked: entered by one',
    anci,
    'complaintDesk',
    { attendance: [{ month: '2026-02', missing: 2, unconfirmed: 0 }] },
    TODAY,
    [['enterAttendance', '2026-03-10']],
  ],
  [
    'confirmed by another',
    anci,
    'assessmentGroup',
    { attendance: [{ month: '2026-02', missing: 2, unconfirmed: 5 }] },
    TODAY,
    [['confirmAttendance', '2026-03-10']],
  ],
  [
    'a year’s holidays',
    standard,
    'systemAdministrator',
    { year: { year: 2027, dueOn: '2026-12-31' } },
    TODAY,
    [['enterYear', '2026-12-31']],
  ],
  [
    'addresses outside the hall have no day',
    standard,
    'systemAdministrator',
    { outsideMissing: 2 },
    TODAY,
    [['enterOutsidePosts', null]],
  ],
  [
    'a refusal on file by its steps, each by its own day',
    bingcha,
    'officeHead',
    {
      filings: [
        { step: 'report', number: 'FB-1', dueOn: '2026-03-05' },
        { step: 'review', number: 'FB-1', dueOn: '2026-03-05' },
        { step: 'notice', number: 'FB-2', dueOn: '2026-03-04' },
      ],
    },
    TODAY,
    [
      ['negativeFilingNotice', '2026-03-04'],
      ['negativeFilingReview', '2026-03-05'],
      ['negativeFilingReport', '2026-03-05'],
    ],
  ],
  ['a sealed name', qingpu, 'custodian', { unsealings: 1 }, TODAY, [['openIdentity', null]]],
])('%s', ([, policy, role, hall, today, tasks]) => {
  const facts = { roles: [role], held: ROLES, today, policy, calendar, cases: [] }
  const due = deskTasks({ ...facts, hall: { ...NOTHING, ...hall } })
  expect(due.map(({ kind, dueOn }) => [kind, dueOn])).toEqual(tasks)
})

test('in a hall without that post a task falls to the next', () => {
  const facts = {
    today: TODAY,
    policy: anci,
    calendar,
    cases: [],
    hall: { ...NOTHING, ...unchecked },
  }
  const of = (role: Role, held: Role[]) => deskTasks({ ...facts, roles: [role], held }).length
  expect(of('handler', ['handler', 'secondPerson'])).toBe(1)
  expect(of('officeHead', ['handler', 'officeHead'])).toBe(0)
})

test('what is due first comes first, what has no day last; late and today count as due', () => {
  const facts = { held: ROLES, today: TODAY, policy: anci, calendar }
  const cases = [
    duty({}, { number: 'TS-B', open: [{ kind: 'acceptance', dueOn: '2026-03-03' }] }),
    duty({}, { number: 'TS-A', open: [{ kind: 'acceptance', dueOn: '2026-02-27' }] }),
    duty({}, { number: 'TS-C', open: [] }),
  ]
  const roles: Role[] = ['complaintDesk', 'patrolOfficer']
  const tasks = deskTasks({ ...facts, roles, cases, hall: { ...NOTHING, ...unchecked } })
  expect(tasks.map(({ about, path }) => [about, path])).toEqual([
    ['TS-A', '/desk/cases/TS-A'],
    ['', '/desk/box'],
    ['TS-B', '/desk/cases/TS-B'],
    ['TS-C', '/desk/cases/TS-C'],
  ])
  expect(dueBy(tasks, TODAY)).toBe(2)
})

test.for<[why: string, role: Role, policy: HallPolicy, today: Day, next: Day | null]>([
  ['the next look into the box is tomorrow', 'patrolOfficer', anci, TODAY, '2026-03-03'],
  ['after a Friday on the make-up Saturday', 'patrolOfficer', anci, '2026-02-27', '2026-02-28'],
  ['after a Friday on Monday', 'patrolOfficer', anci, '2026-03-06', '2026-03-09'],
  ['without a box the next round', 'patrolOfficer', bingcha, TODAY, '2026-03-03'],
  ['nor for a handler', 'handler', anci, TODAY, null],
])('%s', ([, role, policy, today, next]) => {
  const facts = { roles: [role], held: ROLES, today, policy, calendar, cases: [], hall: NOTHING }
  expect(nextTaskDay(facts)).toBe(next)
})

test.for<
  [why: string, policy: HallPolicy, area: (typeof TASK_AREAS)[number], title: RegExp | null]
>([
  ['Anci: patrol', anci, 'patrol', /巡查办法/],
  ['Anci: complaints', anci, 'complaints', /群众投诉处理办法/],
  ['Bingcha: patrol is its duty roster', bingcha, 'patrol', /值班制度/],
  ['Bingcha: refusals on file', bingcha, 'refusals', /否定报备制度/],
  ['Bingcha: months', bingcha, 'points', /月度考核办法/],
  ['Qingpu: rating', qingpu, 'rating', /电子评价考核办法/],
  ['Qingpu: what only the portal asks', qingpu, 'portal', null],
  ['Yuanzhou has a title for complaints', yuanzhou, 'complaints', /./],
])('the rule behind a task: %s', ([, policy, area, title]) => {
  const source = taskSource(policy, area)
  if (title === null) expect(source).toBeNull()
  else expect(source).toMatch(title)
})
