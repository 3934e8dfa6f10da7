import type { RuleChangeKind, RuleChangeOutcome } from '../rules/rule-change.ts'
import { spokenDay } from './days.ts'

/** What is changed, as the desk names it. */
const kinds: Record<RuleChangeKind, string> = {
  clause: '大白话',
  clauseWording: '条款正式文本',
  systemWording: '规定原文',
}

const outcomes: Record<RuleChangeOutcome, string> = {
  approved: '审核通过',
  returned: '退回',
  takenBack: '已收回',
}

type Printed = { title: string; number: string; article: string; issuedOn: string | null }

/** Where a wording is printed: 《投诉处置办法》（青行政〔2018〕16号）第三条，2018-03-01 发布. */
const printedIn = ({ title, number, article, issuedOn }: Printed): string =>
  [
    `《${title}》${number && `（${number}）`}${article}`,
    ...(issuedOn === null ? [] : [`${issuedOn} 发布`]),
  ].join('，')

type Told = { kind: RuleChangeKind; retires: boolean }

/** What a change would do. */
const changeOf = ({ kind, retires }: Told): string => (retires ? '停用这一条' : kinds[kind])

type Coming = { effectiveFrom: string; label: string; plain: string; active: boolean }

/** A version that is settled and not yet in force, as a citizen is told. */
const comingSaid = ({ effectiveFrom, label, plain, active }: Coming): string =>
  active
    ? `${spokenDay(effectiveFrom)}起改为“${label}”：${plain}`
    : `${spokenDay(effectiveFrom)}起停用，不能再引用。`

/** Words of the published rules and of the desk that enters them. */
export const ruleWords = { kinds, outcomes, printedIn, changeOf, comingSaid }
