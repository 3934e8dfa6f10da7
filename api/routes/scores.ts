import { Hono } from 'hono'
import { answerEntry } from '../acts/score/answer-entry.ts'
import { barFromAwards } from '../acts/score/bar-from-awards.ts'
import { confirmEntry, rejectEntry } from '../acts/score/decide-entry.ts'
import { decidePlaces } from '../acts/score/decide-places.ts'
import { confirmAttendedDays, enterAttendedDays } from '../acts/score/enter-attended-days.ts'
import { enterCaseVolumes } from '../acts/score/enter-case-volumes.ts'
import { givePeerMarks } from '../acts/score/give-peer-marks.ts'
import { proposeEntry } from '../acts/score/propose-entry.ts'
import { reverseEntry } from '../acts/score/reverse-entry.ts'
import { confirmDirectorMark, setDirectorMark } from '../acts/score/set-director-mark.ts'
import { type OfficerEnv, today } from '../context.ts'
import { DirectorMarkForm, PeerMarksForm } from '../forms/appraisal.ts'
import {
  AnswerForm,
  AttendanceForm,
  ConfirmationForm,
  PlaceForm,
  ProposalForm,
  VetoForm,
  VolumesForm,
  WhyForm,
} from '../forms/score.ts'
import {
  attendanceTable,
  deskMonths,
  itemsOfHall,
  vetoesOfHall,
  volumesTable,
} from '../reads/desk-months.ts'
import { hallById } from '../reads/halls.ts'
import { peerTable } from '../reads/peer-table.ts'
import { staffOfMonth, windowsOfMonth } from '../reads/month-figures.ts'
import { ownEntries } from '../reads/own-entries.ts'
import { closedMonthsOf } from '../reads/months.ts'
import { deskEntries } from '../reads/score-entries.ts'
import { policyOf } from '../reads/policies.ts'
import { Refused } from '../refused.ts'
import { addMonths, lastDayOf, monthOf } from '../rules/day.ts'
import { officersOnly } from '../session.ts'
import { valid } from '../valid.ts'
import { ofMonth } from './of-month.ts'
import { AWARD, ENTRY, may, MONTH } from './score-rights.ts'

/** Points, the figures of a month, and its awards, for the officers who may write them. */
export const scores = new Hono<OfficerEnv>()
  .use(officersOnly)
  .get('/', ofMonth, async (c) => {
    const { officer, world } = c.var
    if (!may(officer, 'read', ENTRY)) throw new Refused('not-yours')
    const { read } = world.store
    const hall = await hallById(read, officer.hallId)
    const month = c.req.valid('query').month ?? monthOf(today(world))
    const people = await staffOfMonth(read, hall.id, month)
    const windows = await windowsOfMonth(read, hall.id, month)
    return c.json({
      month,
      today: today(world),
      closed: (await closedMonthsOf(read, hall.id)).includes(month),
      sheet: itemsOfHall(hall, lastDayOf(month)),
      entries: await deskEntries(world, officer, month, { hall }),
      staff: people.map(({ publicId, number, name, department }) => ({
        id: publicId,
        number,
        name,
        department,
      })),
      windows: windows.map(({ code, number, business }) => ({ code, number, business })),
      may: {
        propose: may(officer, 'propose', ENTRY),
        confirm: may(officer, 'confirm', ENTRY),
        figures: may(officer, 'read', MONTH),
      },
    })
  })
  .post('/entries', valid(ProposalForm), async (c) =>
    c.json(await proposeEntry(c.var.world, c.var.officer, c.req.valid('json')), 201),
  )
  .get('/own', async (c) => c.json({ entries: await ownEntries(c.var.world, c.var.officer) }))
  .post('/entries/:id/answer', valid(AnswerForm), async (c) => {
    const { officer, world } = c.var
    await answerEntry(world, officer, c.req.param('id'), c.req.valid('json'))
    return c.json({}, 201)
  })
  .post('/entries/:id/confirmation', valid(ConfirmationForm), async (c) => {
    const { officer, world } = c.var
    return c.json(await confirmEntry(world, officer, c.req.param('id'), c.req.valid('json')), 201)
  })
  .post('/entries/:id/rejection', valid(WhyForm), async (c) => {
    const { officer, world } = c.var
    await rejectEntry(world, officer, c.req.param('id'), c.req.valid('json'))
    return c.json({}, 201)
  })
  .post('/entries/:id/reversal', valid(WhyForm), async (c) => {
    const { officer, world } = c.var
    return c.json(await reverseEntry(world, officer, c.req.param('id'), c.req.valid('json')), 201)
  })
  .get('/attendance', ofMonth, async (c) => {
    const { officer, world } = c.var
    if (!may(officer, 'read', MONTH)) throw new Refused('not-yours')
    const month = c.req.valid('query').month ?? monthOf(today(world))
    return c.json({
      ...(await attendanceTable(world, officer, month)),
      now: monthOf(today(world)),
      may: {
        enter: may(officer, 'enterFigures', MONTH),
        confirm: may(officer, 'confirmFigures', MONTH),
      },
    })
  })
  .post('/attendance', valid(AttendanceForm), async (c) =>
    c.json(await enterAttendedDays(c.var.world, c.var.officer, c.req.valid('json')), 201),
  )
  .post('/attendance/confirmation', valid(AttendanceForm), async (c) =>
    c.json(await confirmAttendedDays(c.var.world, c.var.officer, c.req.valid('json')), 201),
  )
  .get('/volumes', ofMonth, async (c) => {
    const { officer, world } = c.var
    if (!may(officer, 'read', MONTH)) throw new Refused('not-yours')
    const hall = await hallById(world.store.read, officer.hallId)
    const month = c.req.valid('query').month ?? monthOf(today(world))
    return c.json({
      ...(await volumesTable(world, hall.id, month)),
      now: monthOf(today(world)),
      /** Whether the cases make the score, or only say whether enough people rated. */
      makesScore: policyOf(hall, lastDayOf(month)).eRating !== null,
      may: { enter: may(officer, 'enterFigures', MONTH) },
    })
  })
  .post('/volumes', valid(VolumesForm), async (c) =>
    c.json(await enterCaseVolumes(c.var.world, c.var.officer, c.req.valid('json')), 201),
  )
  .get('/peer', ofMonth, async (c) => {
    const { officer, world } = c.var
    const hall = await hallById(world.store.read, officer.hallId)
    const lastMonth = addMonths(monthOf(today(world)), -1)
    const table = await peerTable(world, officer, hall, c.req.valid('query').month ?? lastMonth)
    if (!table) throw new Refused('no-sheet-here')
    const figures = may(officer, 'read', MONTH)
    const isHead = officer.roles.includes('windowHead')
    if (!figures && !isHead) throw new Refused('not-yours')
    return c.json({
      ...table,
      yours: isHead ? table.yours : [],
      windows: figures ? table.windows : [],
      may: {
        figures,
        enter: may(officer, 'enterFigures', MONTH),
        confirm: may(officer, 'confirmFigures', MONTH),
      },
    })
  })
  .post('/peer', valid(PeerMarksForm), async (c) =>
    c.json(await givePeerMarks(c.var.world, c.var.officer, c.req.valid('json')), 201),
  )
  .post('/peer/director', valid(DirectorMarkForm), async (c) => {
    await setDirectorMark(c.var.world, c.var.officer, c.req.valid('json'))
    return c.json({}, 201)
  })
  .post('/peer/director/confirmation', valid(DirectorMarkForm), async (c) => {
    await confirmDirectorMark(c.var.world, c.var.officer, c.req.valid('json'))
    return c.json({}, 201)
  })
  .get('/months', async (c) => {
    const { officer, world } = c.var
    if (!may(officer, 'read', AWARD)) throw new Refused('not-yours')
    const hall = await hallById(world.store.read, officer.hallId)
    const policy = policyOf(hall, today(world))
    const people = await staffOfMonth(world.store.read, hall.id, monthOf(today(world)))
    const windows = await windowsOfMonth(world.store.read, hall.id, monthOf(today(world)))
    return c.json({
      hall: { key: hall.key, name: hall.name },
      policy: hall.policy,
      today: today(world),
      months: await deskMonths(world, hall, policy),
      vetoes: await vetoesOfHall(world, hall),
      causes: policy.vetoes.map(({ cause, whom }) => ({ cause, whom })),
      staff: people.map(({ publicId, number, name }) => ({ id: publicId, number, name })),
      windows: windows.map(({ code, number, business }) => ({ code, number, business })),
      may: { decide: may(officer, 'decide', AWARD) },
    })
  })
  .post('/decisions', valid(PlaceForm), async (c) => {
    await decidePlaces(c.var.world, c.var.officer, c.req.valid('json'))
    return c.json({}, 201)
  })
  .post('/vetoes', valid(VetoForm), async (c) => {
    await barFromAwards(c.var.world, c.var.officer, c.req.valid('json'))
    return c.json({}, 201)
  })
