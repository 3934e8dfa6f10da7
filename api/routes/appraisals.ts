import { Hono } from 'hono'
import { callRoll } from '../acts/score/call-roll.ts'
import { confirmAppraisals, enterAppraisals } from '../acts/score/enter-appraisals.ts'
import { enterEarlyCompletion } from '../acts/score/enter-early-completion.ts'
import { confirmFinding, findAttendance } from '../acts/score/find-attendance.ts'
import { confirmInspection, openInspection, takeOffHygiene } from '../acts/score/inspect-hygiene.ts'
import { writeHalfYear } from '../acts/score/write-half-year.ts'
import { type OfficerEnv, today } from '../context.ts'
import {
  AppraisalForm,
  EarlyForm,
  FindingForm,
  HalfYearForm,
  HygieneForm,
  InspectionForm,
  MonthForm,
  RollCallForm,
} from '../forms/appraisal.ts'
import { bingchaHalfYearly } from '../policies/sheets/bingcha-half-yearly.ts'
import { sheetsOfPolicy } from '../policies/sheets/by-key.ts'
import { feedsOfPolicy } from '../policies/sheets/feeds.ts'
import { appraisalTable, gradesOf } from '../reads/appraisal-table.ts'
import { findingsOfMonth } from '../reads/attendance-findings.ts'
import { earlyTable } from '../reads/early-table.ts'
import { halfYearCards } from '../reads/half-year-cards.ts'
import { hallById } from '../reads/halls.ts'
import { hygieneTable } from '../reads/hygiene-table.ts'
import { staffOfMonth } from '../reads/month-figures.ts'
import { policyOf } from '../reads/policies.ts'
import { Refused } from '../refused.ts'
import { lastDayOf, monthOf } from '../rules/day.ts'
import { halfYearOf } from '../rules/quarter.ts'
import { officersOnly } from '../session.ts'
import { valid } from '../valid.ts'
import { ofMonth } from './of-month.ts'
import { AWARD, ENTRY, may, MONTH } from './score-rights.ts'

const named = (people: Awaited<ReturnType<typeof staffOfMonth>>) =>
  people.map(({ publicId, number, name, department }) => ({
    id: publicId,
    number,
    name,
    department,
  }))

/** What the sheets need beside single deductions: attendance, activities, hygiene, appraisals. */
export const appraisals = new Hono<OfficerEnv>()
  .use(officersOnly)
  .get('/findings', ofMonth, async (c) => {
    const { officer, world } = c.var
    if (!may(officer, 'read', MONTH)) throw new Refused('not-yours')
    const { read } = world.store
    const hall = await hallById(read, officer.hallId)
    const now = monthOf(today(world))
    const month = c.req.valid('query').month ?? now
    const policy = policyOf(hall, lastDayOf(month))
    return c.json({
      month,
      now,
      today: today(world),
      attendance: policy.attendance,
      staff: named(await staffOfMonth(read, hall.id, month)),
      ...(await findingsOfMonth(read, officer, policy, month)),
      may: {
        find: may(officer, 'propose', ENTRY),
        confirm: may(officer, 'confirmFigures', MONTH),
      },
    })
  })
  .post('/findings', valid(FindingForm), async (c) =>
    c.json(await findAttendance(c.var.world, c.var.officer, c.req.valid('json')), 201),
  )
  .post('/findings/:id/confirmation', async (c) => {
    await confirmFinding(c.var.world, c.var.officer, c.req.param('id'))
    return c.json({}, 201)
  })
  .get('/roll-call', ofMonth, async (c) => {
    const { officer, world } = c.var
    if (!may(officer, 'read', MONTH)) throw new Refused('not-yours')
    const { read } = world.store
    const hall = await hallById(read, officer.hallId)
    if (!feedsOfPolicy(hall.policy)?.meetingLate.length) throw new Refused('no-sheet-here')
    const now = monthOf(today(world))
    const month = c.req.valid('query').month ?? now
    return c.json({
      month,
      now,
      today: today(world),
      staff: named(await staffOfMonth(read, hall.id, month)),
      may: { call: may(officer, 'propose', ENTRY) },
    })
  })
  .post('/roll-call', valid(RollCallForm), async (c) =>
    c.json(await callRoll(c.var.world, c.var.officer, c.req.valid('json')), 201),
  )
  .get('/early', ofMonth, async (c) => {
    const { officer, world } = c.var
    if (!may(officer, 'read', MONTH)) throw new Refused('not-yours')
    const hall = await hallById(world.store.read, officer.hallId)
    const now = monthOf(today(world))
    const month = c.req.valid('query').month ?? now
    return c.json({
      now,
      ...(await earlyTable(world.store.read, officer, hall, month)),
      may: { enter: may(officer, 'enterFigures', MONTH) },
    })
  })
  .post('/early', valid(EarlyForm), async (c) =>
    c.json(await enterEarlyCompletion(c.var.world, c.var.officer, c.req.valid('json')), 201),
  )
  .get('/hygiene', ofMonth, async (c) => {
    const { officer, world } = c.var
    if (!may(officer, 'read', MONTH)) throw new Refused('not-yours')
    const hall = await hallById(world.store.read, officer.hallId)
    const now = monthOf(today(world))
    const month = c.req.valid('query').month ?? now
    return c.json({
      month,
      now,
      today: today(world),
      ...(await hygieneTable(world, hall, policyOf(hall, lastDayOf(month)), month, officer.id)),
      may: {
        enter: may(officer, 'enterFigures', MONTH),
        confirm: may(officer, 'confirmFigures', MONTH),
      },
    })
  })
  .post('/hygiene', valid(InspectionForm), async (c) => {
    await openInspection(c.var.world, c.var.officer, c.req.valid('json'))
    return c.json({}, 201)
  })
  .post('/hygiene/deductions', valid(HygieneForm), async (c) =>
    c.json(await takeOffHygiene(c.var.world, c.var.officer, c.req.valid('json')), 201),
  )
  .post('/hygiene/confirmation', valid(MonthForm), async (c) => {
    await confirmInspection(c.var.world, c.var.officer, c.req.valid('json'))
    return c.json({}, 201)
  })
  .get('/half-year', ofMonth, async (c) => {
    const { officer, world } = c.var
    if (!may(officer, 'read', MONTH)) throw new Refused('not-yours')
    const { read } = world.store
    const hall = await hallById(read, officer.hallId)
    if (!sheetsOfPolicy(hall.policy).includes(bingchaHalfYearly)) throw new Refused('no-sheet-here')
    const now = monthOf(today(world))
    const month = c.req.valid('query').month ?? now
    const half = halfYearOf(month)
    const cards = await halfYearCards(read, hall.id, policyOf(hall, lastDayOf(month)), half)
    return c.json({
      month,
      now,
      half,
      sheet: {
        label: bingchaHalfYearly.labelZh,
        sections: bingchaHalfYearly.sections,
        notInSource: bingchaHalfYearly.items
          .filter(({ notInSource }) => notInSource)
          .map(({ labelZh }) => labelZh),
      },
      people: cards.map((person) => ({
        ...person,
        staffId: undefined,
        fromFigures: person.fromFigures.map(({ item, quantity }) => ({
          quantity,
          label: bingchaHalfYearly.items.find(({ code }) => code === item)?.labelZh ?? item,
        })),
      })),
      may: { propose: may(officer, 'propose', ENTRY) },
    })
  })
  .post('/half-year', valid(HalfYearForm), async (c) =>
    c.json(await writeHalfYear(c.var.world, c.var.officer, c.req.valid('json')), 201),
  )
  .get('/marks/:part{daily|yearly}', ofMonth, async (c) => {
    const { officer, world } = c.var
    if (!may(officer, 'read', MONTH)) throw new Refused('not-yours')
    const hall = await hallById(world.store.read, officer.hallId)
    const now = monthOf(today(world))
    const month = c.req.valid('query').month ?? now
    const part = c.req.param('part') === 'daily' ? 'daily' : 'yearly'
    const { rows, period } = await appraisalTable(world.store.read, hall, { month, part })
    return c.json({
      month,
      now,
      period,
      part,
      rows: rows.map(({ staffId, enteredById, ...row }) => ({
        ...row,
        isSelf: staffId === officer.staffId,
        /** Whether this officer may confirm it: entered by another, about another. */
        yours: enteredById !== null && enteredById !== officer.id && staffId !== officer.staffId,
      })),
      may: {
        enter: may(officer, 'enterFigures', MONTH),
        confirm: may(officer, 'confirmFigures', MONTH),
      },
    })
  })
  .post('/marks', valid(AppraisalForm), async (c) =>
    c.json(await enterAppraisals(c.var.world, c.var.officer, c.req.valid('json')), 201),
  )
  .post('/marks/confirmation', valid(AppraisalForm), async (c) =>
    c.json(await confirmAppraisals(c.var.world, c.var.officer, c.req.valid('json')), 201),
  )
  .get('/grades', ofMonth, async (c) => {
    const { officer, world } = c.var
    if (!may(officer, 'read', AWARD)) throw new Refused('not-yours')
    const hall = await hallById(world.store.read, officer.hallId)
    const now = monthOf(today(world))
    const month = c.req.valid('query').month ?? now
    const year = month.split('-')[0]!
    return c.json({ month, now, year, ...(await gradesOf(world.store.read, hall, year)) })
  })
