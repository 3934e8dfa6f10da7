import * as v from 'valibot'
import { plainPhone } from '../rules/contact.ts'
import { isEmailAddress } from '../rules/email-address.ts'
import { CASE_TYPES } from '../rules/guide.ts'
import { ROLES } from '../rules/roles.ts'
import { anyOf, day, oneOf, optionalText, text, wholeNumber } from './field.ts'
import { feeLines, materialLines, optionalLines, someLines } from './guide-lines.ts'
import type { Problem } from './problem.ts'
import { twice } from './session.ts'

const say = (problem: Problem) => problem
const LARGEST_ID = 1_000_000_000

const shaped = (most: number, shape: RegExp, problem: Problem) =>
  v.pipe(text(most), v.toLowerCase(), v.regex(shape, problem))

/** What stands in an address: `shiliqu`, `shebaoka-buling`. */
const keyText = () => shaped(40, /^[a-z][a-z0-9-]{1,39}$/, 'key-shape')
const login = shaped(32, /^[a-z][a-z0-9._-]{1,31}$/, 'login-shape')
const phone = v.pipe(
  text(24),
  v.check((typed) => plainPhone(typed) !== null, say('not-a-phone')),
)
const optionalEmail = v.pipe(
  optionalText(254),
  v.check((typed) => typed === '' || isEmailAddress(typed), say('not-an-email')),
  v.transform((typed) => (typed === '' ? null : typed)),
)
/** The superior unit somebody belongs to. */
const optionalUnit = v.pipe(
  optionalText(40),
  v.transform((typed) => (typed === '' ? null : typed)),
)
/** A box that is ticked or not. */
const tick = v.pipe(
  v.optional(v.union([v.boolean(), v.picklist(['yes', ''], say('unknown-choice'))]), false),
  v.transform((typed) => typed === true || typed === 'yes'),
)
const id = (missing: Problem = 'needed') => wholeNumber(1, LARGEST_ID, missing)

const hallDetails = { name: text(40), address: text(80), phone }

/** What is told about a hall. Its policy stays: cases are counted by it. */
export const HallForm = v.object(hallDetails, 'needed')
export type HallForm = v.InferOutput<typeof HallForm>

const newHall = { ...hallDetails, key: keyText(), policy: text(20) }

/** Another hall of the installation, and who will administer it. */
export const AnotherHallForm = v.object({ ...newHall, administrator: text(30), login }, 'needed')
export type AnotherHallForm = v.InferOutput<typeof AnotherHallForm>

/** The key of the printed link, when it is looked at. */
export const FirstKeyForm = v.object({ first: text(128) }, 'needed')
export type FirstKeyForm = v.InferOutput<typeof FirstKeyForm>

/** The first hall and its administrator, behind the printed link's key. */
export const FirstHallForm = v.object(
  {
    ...newHall,
    administrator: text(30),
    login,
    ...twice,
    first: text(128),
  },
  'needed',
)
export type FirstHallForm = v.InferOutput<typeof FirstHallForm>

/** Where the two posts outside the hall are written to; empty for none. */
export const OutsidePostsForm = v.object(
  { secondPerson: optionalEmail, fallbackPost: optionalEmail },
  'needed',
)
export type OutsidePostsForm = v.InferOutput<typeof OutsidePostsForm>

/** An account of an officer; `staff` is the public id of the person at a window, if any. */
export const OfficerForm = v.object(
  {
    login,
    name: text(30),
    email: optionalEmail,
    unit: optionalUnit,
    staff: optionalText(40),
    roles: anyOf(ROLES),
  },
  'needed',
)
export type OfficerForm = v.InferOutput<typeof OfficerForm>

/** What of an account may be changed. */
export const OfficerChangeForm = v.object(
  {
    name: text(30),
    email: optionalEmail,
    unit: optionalUnit,
    staff: optionalText(40),
    roles: anyOf(ROLES),
  },
  'needed',
)
export type OfficerChangeForm = v.InferOutput<typeof OfficerChangeForm>

/** A department that comes in. */
export const DepartmentForm = v.object({ name: text(40) }, 'needed')
export type DepartmentForm = v.InferOutput<typeof DepartmentForm>

/** A window that opens. */
export const WindowForm = v.object(
  {
    department: id(),
    number: text(12),
    business: text(30),
    floor: optionalText(20),
    openedOn: day(),
  },
  'needed',
)
export type WindowForm = v.InferOutput<typeof WindowForm>

/** The day on which something ends. */
export const EndForm = v.object({ on: day() }, 'needed')
export type EndForm = v.InferOutput<typeof EndForm>

/** Somebody who begins to serve; an intern is in no appraisal. */
export const StaffForm = v.object(
  { department: id(), number: text(20), name: text(30), intern: tick },
  'needed',
)
export type StaffForm = v.InferOutput<typeof StaffForm>

/** Somebody posted to a window, named by public id and code. */
export const PostingForm = v.object(
  { staff: text(40), window: text(8), head: tick, fromDay: day() },
  'needed',
)
export type PostingForm = v.InferOutput<typeof PostingForm>

/** A service guide, every part of it. */
export const GuideForm = v.object(
  {
    slug: keyText(),
    titleZh: text(40),
    summaryZh: text(200),
    audienceZh: text(200),
    caseType: oneOf(CASE_TYPES),
    legalBasis: someLines,
    conditions: optionalLines,
    materials: materialLines,
    procedure: someLines,
    approvalStages: someLines,
    legalLimitZh: text(60),
    promisedLimitZh: text(60),
    servicePromiseZh: text(200),
    fees: feeLines,
    feeBasisZh: text(200),
    approvalPowerZh: text(200),
    departmentRef: text(40),
    windowRefs: v.optional(
      v.pipe(
        v.union([v.array(v.string()), v.string()]),
        v.transform((typed) => [typed].flat().filter((number) => number !== '')),
      ),
      [],
    ),
    inquiryPhone: phone,
    supervisionPhone: phone,
    channelsZh: someLines,
    resultZh: text(200),
    tipsZh: optionalText(300),
  },
  'needed',
)
export type GuideForm = v.InferOutput<typeof GuideForm>

/** A relation that keeps an officer away: with a person, a window or one case. */
const relation = {
  staff: optionalText(40),
  window: v.pipe(optionalText(8), v.toLowerCase()),
  caseNumber: v.pipe(optionalText(20), v.toUpperCase()),
  reason: text(200, 'reason-needed'),
}

/** A relation an officer declares for themselves. */
export const RelationForm = v.object(relation, 'needed')
export type RelationForm = v.InferOutput<typeof RelationForm>

/** A relation declared for another officer, named by public id. */
export const OtherRelationForm = v.object({ ...relation, officer: text(40) }, 'needed')
export type OtherRelationForm = v.InferOutput<typeof OtherRelationForm>
