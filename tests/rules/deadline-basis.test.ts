import { expect, test } from 'vitest'
import { anci } from '../../api/policies/anci.ts'
import { bingcha } from '../../api/policies/bingcha.ts'
import { qingpu } from '../../api/policies/qingpu.ts'
import { yuanzhou } from '../../api/policies/yuanzhou.ts'
import type { DeadlineKind } from '../../api/rules/case-file.ts'
import { basisOf, type DeadlineBasis, limitsOf } from '../../api/rules/deadline-basis.ts'
import type { HallPolicy } from '../../api/rules/hall-policy.ts'

test.for<
  [why: string, HallPolicy, kind: DeadlineKind, workingDays: number | null, is: DeadlineBasis]
>([
  ['Qingpu’s three days are its regulation', qingpu, 'reply', 3, 'regulation'],
  ['a reply put off to a named day', qingpu, 'reply', null, 'named'],
  ['Qingpu’s ten days at the most', qingpu, 'maximum', 10, 'regulation'],
  ['Anci’s reply is a promise of the portal', anci, 'reply', 10, 'portal'],
  ['Anci’s coordination opinion is its regulation', anci, 'coordinationOpinion', 3, 'regulation'],
  ['Anci’s leading group has the portal’s two days', anci, 'groupReview', 2, 'portal'],
  ['Yuanzhou’s text has no days: the portal lends them', yuanzhou, 'reply', 3, 'portal'],
  ['Yuanzhou’s last day is lent too', yuanzhou, 'maximum', 10, 'portal'],
  ['Bingcha’s promised date is named', bingcha, 'promise', null, 'named'],
  ['the limit on a slip is the slip’s', qingpu, 'external', null, 'slip'],
  ['without one the portal sets it', qingpu, 'external', 3, 'portal'],
  ['no regulation dates the acceptance', bingcha, 'acceptance', 1, 'portal'],
])('%s', ([, policy, kind, workingDays, is]) => {
  expect(basisOf(policy, { kind, workingDays })).toBe(is)
})

test.for<[why: string, HallPolicy, limits: readonly string[]]>([
  [
    'Anci counts the opinion, the group, the meeting and the reply after the departments',
    anci,
    [
      'acceptance 1 portal',
      'coordinationOpinion 3 regulation',
      'groupReview 2 portal',
      'coordinationMeeting 3 portal',
      'replyAfterDepartment 1 regulation',
      'reply 10 portal',
      'external 3 portal',
      'review 15 portal',
    ],
  ],
  [
    'Qingpu counts three and ten',
    qingpu,
    [
      'acceptance 1 portal',
      'reply 3 regulation',
      'maximum 10 regulation',
      'external 3 portal',
      'review 15 portal',
    ],
  ],
  [
    'Bingcha counts the checks of its refusals',
    bingcha,
    [
      'acceptance 1 portal',
      'reply 10 portal',
      'external 3 portal',
      'review 15 portal',
      'negativeReview 3 regulation',
      'negativeNotice 3 regulation',
      'negativeReport 3 regulation',
    ],
  ],
])('%s', ([, policy, limits]) => {
  expect(limitsOf(policy).map((one) => `${one.limit} ${one.count} ${one.basis}`)).toEqual(limits)
})
