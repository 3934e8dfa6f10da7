import { describe, expect, test } from 'vitest'
import { calendar } from '../../api/policies/calendar.ts'
import { policies, type PolicyKey } from '../../api/policies/index.ts'
import {
  clockOf,
  deadlinesOf,
  extensionRefusal,
  promiseRefusal,
  workingDaysLate,
  type CaseDates,
  type ClockState,
  type ExtensionRefusal,
  type ExtensionRequest,
  type PromiseRefusal,
} from '../../api/rules/case-deadlines.ts'
import { DEADLINE_KINDS, type Track } from '../../api/rules/case-file.ts'
import type { Day } from '../../api/rules/day.ts'
import type { Clocks } from '../../api/rules/hall-policy.ts'
import { closingTime } from '../../api/rules/opening-hours.ts'

const due = (hall: PolicyKey, dates: CaseDates) =>
  deadlinesOf(policies[hall], dates, calendar).map(({ kind, dueOn }) => `${kind} ${dueOn}`)

describe('the path of each hall', () => {
  test.for<[why: string, hall: PolicyKey, dates: CaseDates, deadlines: string[]]>([
    [
      'Anci, a visit with clear facts: the promise of ten working days',
      'anci',
      { track: 'simple', receivedOn: '2025-03-05' },
      ['acceptance 2025-03-06', 'reply 2025-03-19'],
    ],
    [
      'Anci, a letter from the box on two departments: the opinion three working days on',
      'anci',
      { track: 'complex', receivedOn: '2025-01-24' },
      ['acceptance 2025-01-26', 'coordinationOpinion 2025-02-05', 'reply 2025-02-13'],
    ],
    [
      'Anci, the departments fed back on a make-up Saturday: the reply on Monday',
      'anci',
      { track: 'complex', receivedOn: '2025-01-24', departmentResultOn: '2025-02-08' },
      [
        'acceptance 2025-01-26',
        'coordinationOpinion 2025-02-05',
        'replyAfterDepartment 2025-02-10',
        'reply 2025-02-13',
      ],
    ],
    [
      'Anci, the opinion on a Wednesday: the leading group in two working days, the meeting in three',
      'anci',
      {
        track: 'complex',
        receivedOn: '2025-01-24',
        opinionOn: '2025-02-05',
        groupDecidedOn: '2025-02-06',
      },
      [
        'acceptance 2025-01-26',
        'coordinationOpinion 2025-02-05',
        'groupReview 2025-02-07',
        'coordinationMeeting 2025-02-10',
        'reply 2025-02-13',
      ],
    ],
    [
      'Anci, a web form late on a Saturday: counting starts on the make-up Sunday',
      'anci',
      { track: 'complex', receivedOn: '2025-04-26' },
      ['acceptance 2025-04-27', 'coordinationOpinion 2025-04-29', 'reply 2025-05-13'],
    ],
    [
      'Anci, one department: no opinion of coordination, whatever a department enters',
      'anci',
      { track: 'investigated', receivedOn: '2025-03-05', departmentResultOn: '2025-03-07' },
      ['acceptance 2025-03-06', 'reply 2025-03-19'],
    ],
    [
      'Anci, a promised date moves nothing',
      'anci',
      { track: 'simple', receivedOn: '2025-03-05', promisedOn: '2025-03-25' },
      ['acceptance 2025-03-06', 'reply 2025-03-19'],
    ],
    [
      'Bingcha, nothing promised yet: the promise to every complainant',
      'bingcha',
      { track: 'complex', receivedOn: '2025-03-05' },
      ['acceptance 2025-03-06', 'reply 2025-03-19'],
    ],
    [
      'Bingcha, a date is promised: that date',
      'bingcha',
      {
        track: 'complex',
        receivedOn: '2025-03-05',
        acceptedOn: '2025-03-06',
        promisedOn: '2025-03-12',
      },
      ['acceptance 2025-03-06', 'promise 2025-03-12'],
    ],
    [
      'Qingpu, a visit before Spring Festival: three, and ten at the most',
      'qingpu',
      { track: 'complex', receivedOn: '2025-01-17' },
      ['acceptance 2025-01-20', 'reply 2025-01-22', 'maximum 2025-02-07'],
    ],
    [
      'Qingpu, the same once a later date was explained',
      'qingpu',
      { track: 'complex', receivedOn: '2025-01-17', promisedOn: '2025-02-05' },
      ['acceptance 2025-01-20', 'reply 2025-01-22', 'promise 2025-02-05', 'maximum 2025-02-07'],
    ],
    [
      'Qingpu, received at night before National Day: the day of receipt is day zero',
      'qingpu',
      { track: 'simple', receivedOn: '2025-09-30' },
      ['acceptance 2025-10-09', 'reply 2025-10-11', 'maximum 2025-10-21'],
    ],
    [
      'Qingpu, a slip from 12345 with a limit: that limit and none of the hall',
      'qingpu',
      { track: 'transferred', receivedOn: '2025-09-30', externalDueOn: '2025-10-14' },
      ['acceptance 2025-10-09', 'external 2025-10-14'],
    ],
    [
      'Qingpu, a slip without a limit: three working days',
      'qingpu',
      { track: 'transferred', receivedOn: '2025-09-30' },
      ['acceptance 2025-10-09', 'external 2025-10-11'],
    ],
    [
      'Qingpu, an e-mail on a matter outside the list: told so by the first working day',
      'qingpu',
      { track: 'simple', receivedOn: '2026-02-14' },
      ['acceptance 2026-02-24', 'reply 2026-02-26', 'maximum 2026-03-06'],
    ],
    [
      'Anci and Bingcha keep a sending organ’s limit too',
      'bingcha',
      { track: 'transferred', receivedOn: '2025-03-05', externalDueOn: '2025-03-11' },
      ['acceptance 2025-03-06', 'external 2025-03-11'],
    ],
    [
      'a statement is due the day after it was asked for, the file ten days after closing',
      'qingpu',
      {
        track: 'simple',
        receivedOn: '2025-03-03',
        statementRequestedOn: '2025-03-04',
        closedOn: '2025-03-06',
      },
      [
        'acceptance 2025-03-04',
        'reply 2025-03-06',
        'maximum 2025-03-17',
        'statement 2025-03-05',
        'archive 2025-03-20',
      ],
    ],
    [
      'a statement has three days once the case is extended',
      'qingpu',
      {
        track: 'complex',
        receivedOn: '2025-03-03',
        statementRequestedOn: '2025-03-07',
        extended: true,
      },
      ['acceptance 2025-03-04', 'reply 2025-03-06', 'maximum 2025-03-17', 'statement 2025-03-12'],
    ],
  ])('%s', ([, hall, dates, deadlines]) => {
    expect(due(hall, dates)).toEqual(deadlines)
  })

  test('each says what it was counted from, and that a year is not yet announced', () => {
    const dates: CaseDates = {
      track: 'complex',
      receivedOn: '2026-12-25',
      promisedOn: '2027-01-06',
    }
    expect(deadlinesOf(policies.qingpu, dates, calendar)).toEqual([
      {
        kind: 'acceptance',
        dayZero: '2026-12-25',
        workingDays: 1,
        dueOn: '2026-12-28',
        provisional: false,
      },
      {
        kind: 'reply',
        dayZero: '2026-12-25',
        workingDays: 3,
        dueOn: '2026-12-30',
        provisional: false,
      },
      {
        kind: 'promise',
        dayZero: '2026-12-25',
        workingDays: null,
        dueOn: '2027-01-06',
        provisional: false,
      },
      {
        kind: 'maximum',
        dayZero: '2026-12-25',
        workingDays: 10,
        dueOn: '2027-01-08',
        provisional: true,
      },
    ])
  })

  test('a promise is counted from acceptance where there was one', () => {
    const dates: CaseDates = {
      track: 'simple',
      receivedOn: '2025-03-05',
      acceptedOn: '2025-03-06',
      promisedOn: '2025-03-10',
    }
    const promise = deadlinesOf(policies.bingcha, dates, calendar).at(-1)
    expect(promise).toMatchObject({ kind: 'promise', dayZero: '2025-03-06' })
  })

  test('accountability is decided five working days after a fault is found', () => {
    const dates: CaseDates = {
      track: 'simple',
      receivedOn: '2025-03-05',
      verifiedOn: '2025-03-07',
    }
    const clocks = deadlinesOf(policies.anci, dates, calendar)
    expect(clocks.find(({ kind }) => kind === 'sanction')?.dueOn).toBe('2025-03-14')
  })

  test('every kind of deadline is somebody’s', () => {
    const dates: CaseDates = {
      track: 'complex',
      receivedOn: '2025-03-05',
      promisedOn: '2025-03-10',
      opinionOn: '2025-03-06',
      groupDecidedOn: '2025-03-07',
      departmentResultOn: '2025-03-07',
      statementRequestedOn: '2025-03-06',
      verifiedOn: '2025-03-10',
      closedOn: '2025-03-11',
    }
    const kinds = Object.values(policies).flatMap((policy) => [
      ...deadlinesOf(policy, dates, calendar),
      ...deadlinesOf(policy, { ...dates, track: 'transferred' }, calendar),
    ])
    expect(new Set(kinds.map(({ kind }) => kind))).toEqual(new Set(DEADLINE_KINDS))
  })

  test.for<[why: string, hall: PolicyKey, clock: keyof Clocks, dates: CaseDates]>([
    ['acceptance', 'anci', 'acceptanceWd', { track: 'simple', receivedOn: '2025-03-05' }],
    ['opinion', 'anci', 'coordinationOpinionWd', { track: 'complex', receivedOn: '2025-03-05' }],
    [
      'leading group',
      'anci',
      'groupReviewWd',
      { track: 'complex', receivedOn: '2025-03-05', opinionOn: '2025-03-07' },
    ],
    [
      'meeting',
      'anci',
      'coordinationMeetingWd',
      { track: 'complex', receivedOn: '2025-03-05', groupDecidedOn: '2025-03-07' },
    ],
    [
      'reply after the departments',
      'anci',
      'replyAfterDepartmentWd',
      { track: 'complex', receivedOn: '2025-03-05', departmentResultOn: '2025-03-10' },
    ],
    ['promise to all', 'bingcha', 'promisedReplyWd', { track: 'simple', receivedOn: '2025-03-05' }],
    ['normal limit', 'qingpu', 'normalWd', { track: 'simple', receivedOn: '2025-03-05' }],
    ['maximum', 'qingpu', 'maxWd', { track: 'simple', receivedOn: '2025-03-05' }],
    [
      'slip without limit',
      'qingpu',
      'externalWithoutLimitWd',
      { track: 'transferred', receivedOn: '2025-03-05' },
    ],
    [
      'statement',
      'anci',
      'statementWd',
      { track: 'simple', receivedOn: '2025-03-05', statementRequestedOn: '2025-03-06' },
    ],
    [
      'statement after an extension',
      'anci',
      'statementWdAfterExtension',
      {
        track: 'simple',
        receivedOn: '2025-03-05',
        statementRequestedOn: '2025-03-06',
        extended: true,
      },
    ],
    [
      'file',
      'bingcha',
      'archiveWd',
      { track: 'simple', receivedOn: '2025-03-05', closedOn: '2025-03-06' },
    ],
  ])('another figure for the %s is another date', ([, hall, clock, dates]) => {
    const policy = policies[hall]
    const longer = Number(policy.clocks[clock]) + 1
    const changed = { ...policy, clocks: { ...policy.clocks, [clock]: longer } }
    expect(longer).toBeGreaterThan(1)
    expect(deadlinesOf(changed, dates, calendar)).not.toEqual(deadlinesOf(policy, dates, calendar))
  })
})

describe('a promised date in Bingcha', () => {
  type Row = [
    why: string,
    acceptedOn: Day,
    promisedOn: Day,
    simple: PromiseRefusal | null,
    complex: PromiseRefusal | null,
  ]
  const restDay = 'promise-not-a-working-day'
  test.for<Row>([
    ['G-P01: a day of Spring Festival', '2025-01-24', '2025-02-01', restDay, restDay],
    ['G-P03: two working days on', '2025-03-05', '2025-03-07', null, null],
    ['G-P05: two working days on, across a holiday', '2025-09-29', '2025-10-09', null, null],
    ['G-P07: six working days on', '2026-02-12', '2026-02-27', 'promise-above-ceiling', null],
    ['the first of May', '2025-04-28', '2025-05-01', restDay, restDay],
    ['the third working day', '2025-01-24', '2025-02-05', null, null],
    ['the fourth', '2025-01-24', '2025-02-06', 'promise-above-ceiling', null],
    ['the tenth working day', '2025-01-24', '2025-02-13', 'promise-above-ceiling', null],
    ['the eleventh', '2025-01-24', '2025-02-14', 'promise-above-ceiling', 'promise-above-ceiling'],
    ['the day of acceptance itself', '2025-03-05', '2025-03-05', null, null],
    [
      'a day already over',
      '2025-03-05',
      '2025-03-04',
      'promise-before-acceptance',
      'promise-before-acceptance',
    ],
  ])('%s', ([, acceptedOn, promisedOn, simple, complex]) => {
    const refusal = (track: Track) =>
      promiseRefusal(policies.bingcha, { track, acceptedOn, promisedOn }, calendar)
    expect(refusal('simple')).toBe(simple)
    expect(refusal('complex')).toBe(complex)
    expect(refusal('investigated')).toBe(complex)
  })

  test.for<[why: string, hall: PolicyKey, track: Track]>([
    ['Anci promises no dates', 'anci', 'simple'],
    ['Qingpu has its own limit', 'qingpu', 'complex'],
    ['a transferred case has the sending organ’s', 'bingcha', 'transferred'],
  ])('%s', ([, hall, track]) => {
    const promise = { track, acceptedOn: '2025-03-05', promisedOn: '2025-03-07' } as const
    expect(promiseRefusal(policies[hall], promise, calendar)).toBe('promise-not-used-here')
  })
})

describe('a later date', () => {
  const request: ExtensionRequest = {
    track: 'complex',
    receivedOn: '2025-01-17',
    dueOn: '2025-01-22',
    newDueOn: '2025-02-05',
    today: '2025-01-22',
    toldComplainantOn: '2025-01-22',
    internalFinding: false,
    times: 0,
  }
  type Row = [
    why: string,
    hall: PolicyKey,
    change: Partial<ExtensionRequest>,
    refusal: ExtensionRefusal | null,
  ]
  test.for<Row>([
    ['Qingpu: a complex case, explained on the due day', 'qingpu', {}, null],
    ['Qingpu: the tenth working day is the last', 'qingpu', { newDueOn: '2025-02-07' }, null],
    [
      'Qingpu: the eleventh, a make-up Saturday, is too late',
      'qingpu',
      { newDueOn: '2025-02-08' },
      'extension-above-maximum',
    ],
    [
      'Qingpu: a second explanation within the ten days',
      'qingpu',
      { dueOn: '2025-02-05', newDueOn: '2025-02-06', today: '2025-02-05', times: 1 },
      null,
    ],
    [
      'Qingpu: a simple case is not put off',
      'qingpu',
      { track: 'simple' },
      'extension-not-for-this-track',
    ],
    [
      'Qingpu: the complainant was not told',
      'qingpu',
      { toldComplainantOn: null },
      'complainant-not-told',
    ],
    [
      'Qingpu: explained after the limit had passed',
      'qingpu',
      { today: '2025-01-23', toldComplainantOn: '2025-01-23' },
      null,
    ],
    ['the same date is no later date', 'qingpu', { newDueOn: '2025-01-22' }, 'extension-not-later'],
    [
      'a date already over is none either',
      'qingpu',
      { newDueOn: '2025-01-23', today: '2025-01-24' },
      'extension-not-later',
    ],
    [
      'a rest day is no date to promise',
      'qingpu',
      { newDueOn: '2025-02-01' },
      'extension-not-a-working-day',
    ],
    ['Anci knows no extension', 'anci', {}, 'extension-not-allowed'],
    [
      'Bingcha: a fourth notice, far beyond ten days',
      'bingcha',
      { dueOn: '2025-02-28', newDueOn: '2025-03-31', today: '2025-02-28', times: 3 },
      null,
    ],
    ['Bingcha: a simple case too', 'bingcha', { track: 'simple' }, null],
    [
      'Bingcha: the complainant was not told',
      'bingcha',
      { toldComplainantOn: null },
      'complainant-not-told',
    ],
    [
      'a sending organ’s limit is not ours to move',
      'bingcha',
      { track: 'transferred' },
      'extension-not-for-this-track',
    ],
  ])('%s', ([, hall, change, refusal]) => {
    expect(extensionRefusal(policies[hall], { ...request, ...change }, calendar)).toBe(refusal)
  })

  test('where a hall allows it once, the second is refused', () => {
    const { qingpu } = policies
    const once = { ...qingpu, extension: { ...qingpu.extension, maxTimes: 1 } }
    expect(extensionRefusal(once, request, calendar)).toBe(null)
    expect(extensionRefusal(once, { ...request, times: 1 }, calendar)).toBe('extension-too-often')
  })
})

describe('the clock of a deadline', () => {
  test.for<[why: string, dueOn: Day, today: Day, left: number, state: ClockState]>([
    ['three working days are normal', '2025-03-10', '2025-03-05', 3, 'normal'],
    ['two are soon', '2025-03-10', '2025-03-06', 2, 'soon'],
    ['one over a weekend is soon', '2025-03-10', '2025-03-08', 1, 'soon'],
    ['the day itself is today', '2025-03-10', '2025-03-10', 0, 'today'],
    ['the day after is overdue', '2025-03-10', '2025-03-11', -1, 'overdue'],
    ['the Saturday after a Friday is overdue at once', '2025-03-07', '2025-03-08', 0, 'overdue'],
    ['a holiday shortens nothing', '2025-10-11', '2025-09-30', 3, 'normal'],
    ['no working day before a limit on a rest day', '2025-03-08', '2025-03-07', 0, 'soon'],
    ['six working days over', '2025-09-29', '2025-10-14', -6, 'overdue'],
  ])('%s', ([, dueOn, today, left, state]) => {
    expect(clockOf(dueOn, today, calendar)).toEqual({ workingDaysLeft: left, state })
  })

  test('what counts as soon is the policy’s', () => {
    expect(clockOf('2025-03-10', '2025-03-05', calendar, 3).state).toBe('soon')
    expect(clockOf('2025-03-10', '2025-03-06', calendar, 1).state).toBe('normal')
  })
})

describe('how late', () => {
  test.for<[why: string, dueOn: Day, doneOn: Day, afterClosing: boolean, late: number]>([
    ['before closing on the due day', '2025-03-10', '2025-03-10', false, 0],
    ['after closing on the due day', '2025-03-10', '2025-03-10', true, 1],
    ['after closing the day before', '2025-03-10', '2025-03-07', true, 0],
    ['an opinion on the fourth day', '2025-03-10', '2025-03-11', false, 1],
    ['after closing on the fourth day', '2025-03-10', '2025-03-11', true, 2],
    ['on the rest day after', '2025-03-07', '2025-03-08', false, 1],
    ['on Monday after a Friday', '2025-03-07', '2025-03-10', false, 1],
    ['after a whole holiday', '2025-09-30', '2025-10-10', false, 2],
  ])('%s', ([, dueOn, doneOn, afterClosing, late]) => {
    expect(workingDaysLate({ dueOn, doneOn, afterClosing }, calendar)).toBe(late)
  })
})

describe('closing time', () => {
  test.for<[why: string, hall: PolicyKey, day: Day, closes: string]>([
    ['Qingpu closes at five in winter', 'qingpu', '2025-01-17', '17:00'],
    ['and in summer', 'qingpu', '2025-07-17', '17:00'],
    ['Bingcha closes at half past five in winter', 'bingcha', '2025-04-30', '17:30'],
    ['at six from the first day of summer', 'bingcha', '2025-05-01', '18:00'],
    ['to its last', 'bingcha', '2025-09-30', '18:00'],
    ['and at half past five after it', 'bingcha', '2025-10-01', '17:30'],
    ['Anci closes at half past five', 'anci', '2025-07-17', '17:30'],
  ])('%s', ([, hall, day, closes]) => {
    expect(closingTime(day, policies[hall].openingHours)).toBe(closes)
  })
})
