import { expect, test } from 'vitest'
import { assignmentRefusal } from '../../api/rules/case-workflow.ts'
import {
  archivingRefusal,
  type ArchivingRefusal,
  type ClosingFacts,
  type ClosingPolicy,
  closingRefusal,
  type ClosingRefusal,
  declineRefusal,
  FILE_PARTS,
  type FilePart,
  inquiryRefusal,
  type InquiryRefusal,
  inquiryStartRefusal,
  type InquiryStartRefusal,
  missingParts,
  owesPromise,
  owesWriting,
  type ProposalFacts,
  type ProposalPolicy,
  proposalRefusal,
  type ProposalRefusal,
  type PublishingFacts,
  publishingRefusal,
  type PublishingRefusal,
  trackRefusal,
  vetoesOfVerified,
  windowOrDepartment,
  type WithholdingFacts,
  withheldReason,
  type WithholdingReason,
} from '../../api/rules/closing.ts'
import { isRecused } from '../../api/rules/recusal.ts'
import type { InquiryRole, Track } from '../../api/rules/case-file.ts'

const THREE_AWARDS = ['quarterStar', 'yearStar', 'excellentWindow'] as const

const anci: ProposalPolicy & ClosingPolicy = {
  majorMustBeWritten: false,
  replyRule: 'record',
  steps: { witnessNote: true, reportToHead: null, circular: null },
  clocks: { promiseCeilingWd: null },
  vetoes: [{ cause: 'lossOfEligibility', bars: ['modelPerson'] }],
}
const bingcha: ProposalPolicy & ClosingPolicy = {
  majorMustBeWritten: true,
  replyRule: 'mirrorNature',
  steps: { witnessNote: false, reportToHead: 'complex', circular: 'verified' },
  clocks: { promiseCeilingWd: { simple: 3, investigated: 10, complex: 10 } },
  vetoes: [],
}
const qingpu: ProposalPolicy & ClosingPolicy = {
  majorMustBeWritten: false,
  replyRule: 'any',
  steps: { witnessNote: false, reportToHead: 'major', circular: 'everyResult' },
  clocks: { promiseCeilingWd: null },
  vetoes: [
    { cause: 'smoking', bars: ['postStar'] },
    { cause: 'verifiedComplaint', bars: THREE_AWARDS },
    { cause: 'verifiedComplaint', bars: ['quarterStar'] },
  ],
}

const ready: ProposalFacts = {
  path: 'direct',
  track: 'simple',
  departments: 1,
  departmentsOwing: 0,
  owesHeadNote: false,
  promisedOn: '2026-03-06',
  major: false,
  nature: 'oral',
  putInWriting: false,
  internalFinding: false,
  notes: ['complainant', 'subject', 'witness'],
  finding: 'substantiated',
  replyForm: 'oral',
}
const recorded: Partial<ProposalFacts> = { replyForm: 'recordForm' }
const majorByMouth: Partial<ProposalFacts> = { major: true }

test.for<[why: string, explanation: string | null, refusal: string | null]>([
  ['turned away with a word', '不属于受理范围，可向价格主管部门反映', null],
  ['turned away without a word', '', 'explanation-missing'],
  ['turned away with blanks', ' 　\n', 'explanation-missing'],
  ['turned away with nothing', null, 'explanation-missing'],
])('%s', ([, explanation, refusal]) => {
  expect(declineRefusal(explanation)).toBe(refusal)
})

test.for<
  [
    why: string,
    policy: ProposalPolicy,
    facts: Partial<ProposalFacts>,
    refusal: ProposalRefusal | null,
  ]
>([
  ['Anci, all in order', anci, recorded, null],
  [
    'Bingcha, complex, the director has written nothing',
    bingcha,
    { track: 'complex', owesHeadNote: true },
    'head-note-missing',
  ],
  [
    'Bingcha, one department, a major matter the director was told of',
    bingcha,
    { owesHeadNote: true },
    null,
  ],
  [
    'Qingpu, complex and important, the leaders have written nothing',
    qingpu,
    { track: 'complex', owesHeadNote: true },
    null,
  ],
  [
    'Anci, two departments marked simple',
    anci,
    { ...recorded, departments: 2 },
    'track-must-be-complex',
  ],
  [
    'Anci, two departments marked as one',
    anci,
    { ...recorded, track: 'investigated', departments: 2 },
    'track-must-be-complex',
  ],
  [
    'Anci, no note with the person complained about',
    anci,
    { ...recorded, notes: ['complainant', 'witness'] },
    'subject-not-asked',
  ],
  [
    'Anci, nobody asked around',
    anci,
    { ...recorded, notes: ['complainant', 'subject'] },
    'witness-not-asked',
  ],
  [
    'Anci, nobody else was there',
    anci,
    { ...recorded, notes: ['complainant', 'subject', 'noWitness'] },
    null,
  ],
  ['Anci, explained but not in the form', anci, { replyForm: 'oral' }, 'record-form-missing'],
  [
    'Anci, a department owes its result',
    anci,
    { ...recorded, path: 'coordinated', track: 'complex', departments: 2, departmentsOwing: 1 },
    'department-result-missing',
  ],
  [
    'Anci, every department has answered',
    anci,
    { ...recorded, path: 'coordinated', track: 'complex', departments: 2 },
    null,
  ],
  ['Bingcha, an oral complaint answered by mouth', bingcha, {}, null],
  ['Bingcha, an oral complaint answered in writing', bingcha, { replyForm: 'written' }, null],
  [
    'Bingcha, a written complaint answered by mouth',
    bingcha,
    { nature: 'written' },
    'reply-must-be-written',
  ],
  [
    'Bingcha, a written complaint answered in writing',
    bingcha,
    { nature: 'written', replyForm: 'written' },
    null,
  ],
  ['Bingcha, a form is no answer', bingcha, { replyForm: 'recordForm' }, 'reply-missing'],
  ['Bingcha, a major matter by telephone', bingcha, majorByMouth, 'writing-missing'],
  [
    'Bingcha, put in writing and answered by mouth',
    bingcha,
    { ...majorByMouth, putInWriting: true },
    'reply-must-be-written',
  ],
  [
    'Bingcha, put in writing and answered so',
    bingcha,
    { ...majorByMouth, putInWriting: true, replyForm: 'written' },
    null,
  ],
  [
    'Bingcha, a major matter in a letter',
    bingcha,
    { major: true, nature: 'written', replyForm: 'written' },
    null,
  ],
  ['Bingcha, nothing promised', bingcha, { promisedOn: null }, 'promise-missing'],
  [
    'Bingcha, a transferred case has the limit of its sender',
    bingcha,
    { promisedOn: null, track: 'transferred' },
    null,
  ],
  ['Bingcha, nobody asked around', bingcha, { notes: ['complainantUnreachable', 'subject'] }, null],
  ['Qingpu, a major matter by telephone', qingpu, majorByMouth, null],
  ['Qingpu, nothing promised', qingpu, { promisedOn: null }, null],
  ['Qingpu, a written complaint answered by mouth', qingpu, { nature: 'written' }, null],
  ['Qingpu, no answer', qingpu, { replyForm: null }, 'reply-missing'],
  ['Qingpu, no finding', qingpu, { finding: null }, 'finding-missing'],
  ['Qingpu, no track', qingpu, { track: null }, 'track-missing'],
  [
    'Qingpu, the complainant was never asked',
    qingpu,
    { notes: ['subject', 'evidence'] },
    'complainant-not-asked',
  ],
  [
    'found by the hall itself: nobody to ask, nobody to answer',
    qingpu,
    { internalFinding: true, notes: ['subject'], replyForm: null },
    null,
  ],
])('%s', ([, policy, facts, refusal]) => {
  expect(proposalRefusal(policy, { ...ready, ...facts })).toBe(refusal)
})

test.for<[why: string, witnessNote: boolean, notes: InquiryRole[], refusal: InquiryRefusal | null]>(
  [
    ['an opinion without the other side', true, ['complainant', 'noWitness'], 'subject-not-asked'],
    ['an opinion without anybody', true, [], 'complainant-not-asked'],
    ['papers replace nobody', false, ['evidence', 'witness'], 'complainant-not-asked'],
    [
      'who cannot be reached is noted',
      true,
      ['complainantUnreachable', 'subject', 'witness'],
      null,
    ],
  ],
)('%s', ([, witnessNote, notes, refusal]) => {
  expect(inquiryRefusal({ witnessNote }, { notes, internalFinding: false })).toBe(refusal)
})

test.for<
  [
    why: string,
    policy: ProposalPolicy,
    handlerId: number | null,
    facts: Partial<ProposalFacts>,
    refusal: InquiryStartRefusal | null,
  ]
>([
  [
    'Bingcha, accepted without a promised date',
    bingcha,
    1,
    { promisedOn: null },
    'promise-missing',
  ],
  ['Bingcha, a date promised', bingcha, 1, {}, null],
  [
    'Bingcha, found by the hall itself',
    bingcha,
    1,
    { promisedOn: null, internalFinding: true },
    null,
  ],
  ['Bingcha, not yet on a track', bingcha, 1, { promisedOn: null, track: null }, 'promise-missing'],
  ['Qingpu promises no dates', qingpu, 1, { promisedOn: null }, null],
  ['nobody has the case', qingpu, null, {}, 'handler-missing'],
])('%s', ([, policy, handlerId, facts, refusal]) => {
  expect(inquiryStartRefusal(policy, { ...ready, ...facts, handlerId })).toBe(refusal)
})

test('what a case owes is told by the same rules', () => {
  expect(owesPromise(bingcha.clocks, { ...ready, promisedOn: null })).toBe(true)
  expect(owesPromise(bingcha.clocks, ready)).toBe(false)
  expect(owesWriting(bingcha, { ...ready, major: true })).toBe(true)
  expect(owesWriting(bingcha, { ...ready, major: true, putInWriting: true })).toBe(false)
  expect(owesWriting(bingcha, { ...ready, major: true, nature: 'written' })).toBe(false)
  expect(owesWriting(anci, { ...ready, major: true })).toBe(false)
})

test.for<[why: string, track: Track, departments: number, refused: boolean]>([
  ['one department, simple', 'simple', 1, false],
  ['no department, simple', 'simple', 0, false],
  ['two departments, simple', 'simple', 2, true],
  ['three departments, investigated', 'investigated', 3, true],
  ['two departments, complex', 'complex', 2, false],
  ['one department, complex all the same', 'complex', 1, false],
  ['two departments, transferred', 'transferred', 2, false],
])('%s', ([, track, departments, refused]) => {
  expect(trackRefusal(track, departments)).toBe(refused ? 'track-must-be-complex' : null)
})

const settled: ClosingFacts = {
  nature: 'oral',
  putInWriting: false,
  internalFinding: false,
  owesSenderAnswer: false,
  finding: 'substantiated',
  replyForm: 'oral',
  scoreEntries: 1,
  scoreWaiver: null,
  accountability: { sanctions: 1, reason: null },
  departmentTold: true,
  circularSent: true,
  vetoedAwards: THREE_AWARDS,
}
const cleared: Partial<ClosingFacts> = {
  finding: 'unsubstantiated',
  scoreEntries: 0,
  accountability: null,
  departmentTold: false,
  vetoedAwards: [],
}

test.for<
  [why: string, policy: ClosingPolicy, facts: Partial<ClosingFacts>, refusal: ClosingRefusal | null]
>([
  ['Qingpu, verified, everything drawn', qingpu, {}, null],
  ['Qingpu, verified, no award taken', qingpu, { vetoedAwards: [] }, 'award-veto-missing'],
  [
    'Qingpu, verified, two of three awards taken',
    qingpu,
    { vetoedAwards: ['quarterStar', 'yearStar'] },
    'award-veto-missing',
  ],
  [
    'Qingpu, partly verified is verified',
    qingpu,
    { finding: 'partlySubstantiated', vetoedAwards: [] },
    'award-veto-missing',
  ],
  ['Qingpu, unsubstantiated, no points, no veto', qingpu, cleared, null],
  [
    'Qingpu, unverifiable, no points, no veto',
    qingpu,
    { ...cleared, finding: 'unverifiable' },
    null,
  ],
  [
    'Qingpu, a clearance goes round too',
    qingpu,
    { ...cleared, circularSent: false },
    'circular-missing',
  ],
  [
    'Bingcha, substantiated without circular',
    bingcha,
    { circularSent: false, vetoedAwards: [] },
    'circular-missing',
  ],
  ['Bingcha, substantiated with circular', bingcha, { vetoedAwards: [] }, null],
  ['Bingcha, unsubstantiated without circular', bingcha, { ...cleared, circularSent: false }, null],
  [
    'Bingcha, written, answered by mouth',
    bingcha,
    { nature: 'written', vetoedAwards: [] },
    'reply-must-be-written',
  ],
  [
    'Anci, substantiated without circular',
    anci,
    { replyForm: 'recordForm', circularSent: false, vetoedAwards: [] },
    null,
  ],
  ['Anci, nothing in the form', anci, { vetoedAwards: [] }, 'record-form-missing'],
  ['not answered', qingpu, { replyForm: null }, 'reply-missing'],
  [
    'the organ that sent it on waits for its answer',
    qingpu,
    { owesSenderAnswer: true },
    'sender-answer-missing',
  ],
  [
    'found by the hall itself, nobody answered',
    qingpu,
    { internalFinding: true, replyForm: null },
    null,
  ],
  ['nothing found out', qingpu, { finding: null }, 'finding-missing'],
  ['a fault without points', qingpu, { scoreEntries: 0 }, 'score-entry-missing'],
  [
    'a fault without points, blank reason',
    qingpu,
    { scoreEntries: 0, scoreWaiver: ' ' },
    'score-entry-missing',
  ],
  [
    'a fault without points, with a reason',
    qingpu,
    { scoreEntries: 0, scoreWaiver: '规定未定分值' },
    null,
  ],
  ['a fault without a decision', qingpu, { accountability: null }, 'accountability-missing'],
  [
    'no sanction, no reason',
    qingpu,
    { accountability: { sanctions: 0, reason: '' } },
    'accountability-missing',
  ],
  [
    'no sanction, because',
    qingpu,
    { accountability: { sanctions: 0, reason: '已取得谅解' } },
    null,
  ],
  ['the department not told', qingpu, { departmentTold: false }, 'department-notice-missing'],
  ['points without a fault', qingpu, { ...cleared, scoreEntries: 1 }, 'score-entry-without-fault'],
  [
    'an award taken without a fault',
    qingpu,
    { ...cleared, vetoedAwards: ['yearStar'] },
    'award-veto-without-fault',
  ],
])('%s', ([, policy, facts, refusal]) => {
  expect(closingRefusal(policy, { ...settled, ...facts })).toBe(refusal)
})

test('a verified complaint takes each award once, and only those of its own cause', () => {
  expect(vetoesOfVerified(qingpu.vetoes)).toEqual([...THREE_AWARDS])
  expect(vetoesOfVerified(anci.vetoes)).toEqual([])
})

test.for<
  [
    why: string,
    lacking: FilePart | null,
    internalFinding: boolean,
    refusal: ArchivingRefusal | null,
  ]
>([
  ['a complete file', null, false, null],
  ...FILE_PARTS.map((part): [string, FilePart, boolean, ArchivingRefusal] => [
    `a file without ${part}`,
    part,
    false,
    'file-incomplete',
  ]),
  ['no reply where nobody complained', 'reply', true, null],
  ['no opinion where nobody complained', 'opinion', true, 'file-incomplete'],
])('%s', ([, lacking, internalFinding, refusal]) => {
  const parts = FILE_PARTS.filter((part) => part !== lacking)
  expect(archivingRefusal(parts, { internalFinding })).toBe(refusal)
  expect(missingParts(parts, { internalFinding })).toEqual(refusal ? [lacking] : [])
})

const showable: PublishingFacts = {
  state: 'archived',
  category: 'attitude',
  aboutMinor: false,
  underReview: false,
  mayPublish: true,
  major: false,
  summary: '窗口未一次告知所需材料，已补办并致歉。',
  openHits: 0,
  draftedBy: 1,
  approvedBy: 2,
  holdUntil: '2026-03-09',
  today: '2026-03-10',
  releasedBy: null,
}

test.for<[why: string, facts: Partial<WithholdingFacts>, reason: WithholdingReason | null]>([
  ['an ordinary case is shown', {}, null],
  ['withdrawn', { state: 'withdrawn' }, 'withdrawn'],
  ['integrity', { category: 'integrity' }, 'integrity'],
  ['somebody under age', { aboutMinor: true }, 'minor'],
  ['under review', { underReview: true }, 'underReview'],
  ['the citizen objects', { mayPublish: false }, 'objection'],
  [
    'counted once, under the first reason',
    { category: 'integrity', mayPublish: false },
    'integrity',
  ],
  [
    'withdrawn before all else',
    { state: 'withdrawn', category: 'integrity', aboutMinor: true },
    'withdrawn',
  ],
])('%s', ([, facts, reason]) => {
  expect(withheldReason({ ...showable, ...facts })).toBe(reason)
})

test.for<[why: string, facts: Partial<PublishingFacts>, refusal: PublishingRefusal | null]>([
  ['archived, approved, held', {}, null],
  ['before it is archived', { state: 'closed' }, 'case-not-archived'],
  ['published already', { state: 'published' }, 'case-not-archived'],
  ['withheld', { mayPublish: false }, 'outcome-withheld'],
  ['no summary', { summary: null }, 'summary-missing'],
  ['a blank summary', { summary: '  ' }, 'summary-missing'],
  ['as long as allowed', { summary: '办'.repeat(200) }, null],
  ['one character longer', { summary: '办'.repeat(201) }, 'summary-too-long'],
  ['rare characters count once', { summary: '𠮷'.repeat(200) }, null],
  ['personal data left', { openHits: 1 }, 'personal-data-left'],
  ['nobody approved', { approvedBy: null }, 'approval-missing'],
  ['nobody drafted', { draftedBy: null }, 'approval-missing'],
  ['approved by who drafted it', { approvedBy: 1 }, 'approver-drafted-it'],
  ['on the last day of the hold', { today: '2026-03-09' }, 'hold-not-over'],
  ['a major matter in the batch', { major: true }, 'major-not-released-by-hand'],
  ['a major matter released by an officer', { major: true, releasedBy: 3 }, null],
])('%s', ([, facts, refusal]) => {
  expect(publishingRefusal({ summaryMax: 200 }, { ...showable, ...facts })).toBe(refusal)
})

test.for<[why: string, staff: number, complaints: number, named: 'window' | 'department']>([
  ['enough of both', 3, 5, 'window'],
  ['two people only', 2, 50, 'department'],
  ['four complaints only', 30, 4, 'department'],
  ['an empty window', 0, 0, 'department'],
])('%s', ([, staff, complaints, named]) => {
  expect(windowOrDepartment({ minStaff: 3, minComplaints: 5 }, { staff, complaints })).toBe(named)
})

test('a handler who serves at the window complained about is not given the case', () => {
  const handler = { id: 5, staffId: 50, roles: ['handler'] as const }
  const posting = {
    staffId: 50,
    windowId: 9,
    fromDay: '2026-01-01',
    toDay: null,
    head: false,
  } as const
  const recused = isRecused(
    handler,
    { caseId: 1, windowId: 9, staffIds: [], occurredOn: '2026-03-02' },
    [posting],
    [],
  )
  expect(assignmentRefusal({ id: 1, roles: ['officeHead'] }, { ...handler, recused })).toBe(
    'assignee-recused',
  )
})
