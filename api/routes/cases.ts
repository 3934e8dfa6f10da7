import { Hono } from 'hono'
import { validator } from 'hono/validator'
import { proposeAccountability } from '../acts/accountability/propose-accountability.ts'
import { acceptCase } from '../acts/case/accept-case.ts'
import { addInquiryNote } from '../acts/case/add-inquiry-note.ts'
import { answerSender } from '../acts/case/answer-sender.ts'
import { approveDecision } from '../acts/case/approve-decision.ts'
import { archiveCase } from '../acts/case/archive-case.ts'
import { askStatement } from '../acts/case/ask-statement.ts'
import { assignCase } from '../acts/case/assign-case.ts'
import { classifyCase } from '../acts/case/classify-case.ts'
import { closeCase } from '../acts/case/close-case.ts'
import { declineCase } from '../acts/case/decline-case.ts'
import { extendDeadline } from '../acts/case/extend-deadline.ts'
import { fixFinalOpinion } from '../acts/case/fix-final-opinion.ts'
import { giveCoordinationOpinion } from '../acts/case/give-coordination-opinion.ts'
import { noteByHead } from '../acts/case/note-by-head.ts'
import { proposeDecision } from '../acts/case/propose-decision.ts'
import { putInWriting } from '../acts/case/put-in-writing.ts'
import { readCase, readContact, readDeadlines, readPhoto } from '../acts/case/read-case.ts'
import { recordDepartmentResult } from '../acts/case/record-department-result.ts'
import { recordMeeting } from '../acts/case/record-meeting.ts'
import { resolveOnSpot } from '../acts/case/resolve-on-spot.ts'
import { reviewByLeaders } from '../acts/case/review-by-leaders.ts'
import { sendBackDecision } from '../acts/case/send-back-decision.ts'
import { startInquiry } from '../acts/case/start-inquiry.ts'
import { transferCase } from '../acts/case/transfer-case.ts'
import { writeMessage } from '../acts/case/write-message.ts'
import type { OfficerEnv } from '../context.ts'
import { AccountabilityForm } from '../forms/accountability.ts'
import {
  AcceptanceForm,
  ArchivingForm,
  AssignmentForm,
  BareForm,
  ClassificationForm,
  ClosingForm,
  DecisionForm,
  DeclineForm,
  DepartmentResultForm,
  ExtensionForm,
  InquiryNoteForm,
  MeetingForm,
  OnSpotForm,
  PaperForm,
  ReturnForm,
  SenderAnswerForm,
  StatementRequestForm,
  TransferForm,
} from '../forms/case.ts'
import { caseCounts, queueOf } from '../reads/cases.ts'
import { isCaseList } from '../rules/case-queue.ts'
import { rolesOnly } from '../session.ts'
import { valid } from '../valid.ts'

type Asked = { list?: string; q?: string; page?: string }

const first = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value)

const asked = validator('query', (query): Asked => {
  const [list, q, page] = [first(query.list), first(query.q), first(query.page)]
  return { ...(list ? { list } : {}), ...(q ? { q } : {}), ...(page ? { page } : {}) }
})

const LONGEST_SEARCH = 100
const MOST_PAGES = 10_000

/** A page's number as it stands in an address; the first for anything else. */
const pageOf = (typed: string | undefined): number => {
  const page = Number(typed)
  return Number.isInteger(page) && page >= 1 && page <= MOST_PAGES ? page : 1
}

/**
 * The cases of an officer's hall and what can be done to each; an act is a thing to POST. A case
 * that the officer may not know of is answered like one that does not exist.
 */
export const cases = new Hono<OfficerEnv>()
  .use(rolesOnly('complaintDesk', 'handler', 'officeHead', 'secondPerson'))
  .get('/', asked, async (c) => {
    const { list = 'registered', q = '', page } = c.req.valid('query')
    return c.json(
      await queueOf(c.var.world, c.var.officer, {
        list: isCaseList(list) ? list : 'all',
        q: q.slice(0, LONGEST_SEARCH),
        page: pageOf(page),
      }),
    )
  })
  .get('/counts', async (c) => c.json(await caseCounts(c.var.world, c.var.officer)))
  .get('/:number', async (c) =>
    c.json(await readCase(c.var.world, c.var.officer, c.req.param('number'))),
  )
  .get('/:number/deadlines', async (c) =>
    c.json(await readDeadlines(c.var.world, c.var.officer, c.req.param('number'))),
  )
  .get('/:number/photos/:photo', async (c) => {
    const { number, photo } = c.req.param()
    const bytes = await readPhoto(c.var.world, c.var.officer, number, photo)
    return c.body(new Uint8Array(bytes), 200, {
      'content-type': 'image/jpeg',
      'content-disposition': `inline; filename="${photo}.jpg"`,
      'content-security-policy': "sandbox; default-src 'none'",
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    })
  })
  .post('/:number/contact', async (c) =>
    c.json(await readContact(c.var.world, c.var.officer, c.req.param('number')), 201),
  )
  .post('/:number/acceptance', valid(AcceptanceForm), async (c) => {
    const { world, officer } = c.var
    return c.json(await acceptCase(world, officer, c.req.param('number'), c.req.valid('json')), 201)
  })
  .post('/:number/decline', valid(DeclineForm), async (c) => {
    const { world, officer } = c.var
    return c.json(
      await declineCase(world, officer, c.req.param('number'), c.req.valid('json')),
      201,
    )
  })
  .post('/:number/transfer', valid(TransferForm), async (c) => {
    const { world, officer } = c.var
    return c.json(
      await transferCase(world, officer, c.req.param('number'), c.req.valid('json')),
      201,
    )
  })
  .post('/:number/assignment', valid(AssignmentForm), async (c) => {
    const { world, officer } = c.var
    return c.json(await assignCase(world, officer, c.req.param('number'), c.req.valid('json')), 201)
  })
  .post('/:number/classification', valid(ClassificationForm), async (c) => {
    const { world, officer } = c.var
    return c.json(
      await classifyCase(world, officer, c.req.param('number'), c.req.valid('json')),
      201,
    )
  })
  .post('/:number/written-form', valid(PaperForm), async (c) => {
    const { world, officer } = c.var
    return c.json(
      await putInWriting(world, officer, c.req.param('number'), c.req.valid('json')),
      201,
    )
  })
  .post('/:number/head-note', valid(PaperForm), async (c) => {
    const { world, officer } = c.var
    return c.json(await noteByHead(world, officer, c.req.param('number'), c.req.valid('json')), 201)
  })
  .post('/:number/inquiry', valid(BareForm), async (c) => {
    const { world, officer } = c.var
    return c.json(
      await startInquiry(world, officer, c.req.param('number'), c.req.valid('json')),
      201,
    )
  })
  .post('/:number/inquiry-notes', valid(InquiryNoteForm), async (c) => {
    const { world, officer } = c.var
    return c.json(
      await addInquiryNote(world, officer, c.req.param('number'), c.req.valid('json')),
      201,
    )
  })
  .post('/:number/statement-requests', valid(StatementRequestForm), async (c) => {
    const { world, officer } = c.var
    return c.json(
      await askStatement(world, officer, c.req.param('number'), c.req.valid('json')),
      201,
    )
  })
  .post('/:number/department-results', valid(DepartmentResultForm), async (c) => {
    const { world, officer } = c.var
    return c.json(
      await recordDepartmentResult(world, officer, c.req.param('number'), c.req.valid('json')),
      201,
    )
  })
  .post('/:number/extension', valid(ExtensionForm), async (c) => {
    const { world, officer } = c.var
    return c.json(
      await extendDeadline(world, officer, c.req.param('number'), c.req.valid('json')),
      201,
    )
  })
  .post('/:number/coordination-opinion', valid(PaperForm), async (c) => {
    const { world, officer } = c.var
    return c.json(
      await giveCoordinationOpinion(world, officer, c.req.param('number'), c.req.valid('json')),
      201,
    )
  })
  .post('/:number/leader-review', valid(PaperForm), async (c) => {
    const { world, officer } = c.var
    return c.json(
      await reviewByLeaders(world, officer, c.req.param('number'), c.req.valid('json')),
      201,
    )
  })
  .post('/:number/meeting', valid(MeetingForm), async (c) => {
    const { world, officer } = c.var
    return c.json(
      await recordMeeting(world, officer, c.req.param('number'), c.req.valid('json')),
      201,
    )
  })
  .post('/:number/final-opinion', valid(PaperForm), async (c) => {
    const { world, officer } = c.var
    return c.json(
      await fixFinalOpinion(world, officer, c.req.param('number'), c.req.valid('json')),
      201,
    )
  })
  .post('/:number/on-spot', valid(OnSpotForm), async (c) => {
    const { world, officer } = c.var
    return c.json(
      await resolveOnSpot(world, officer, c.req.param('number'), c.req.valid('json')),
      201,
    )
  })
  .post('/:number/decision', valid(DecisionForm), async (c) => {
    const { world, officer } = c.var
    return c.json(
      await proposeDecision(world, officer, c.req.param('number'), c.req.valid('json')),
      201,
    )
  })
  .post('/:number/approval', valid(BareForm), async (c) => {
    const { world, officer } = c.var
    return c.json(
      await approveDecision(world, officer, c.req.param('number'), c.req.valid('json')),
      201,
    )
  })
  .post('/:number/return', valid(ReturnForm), async (c) => {
    const { world, officer } = c.var
    return c.json(
      await sendBackDecision(world, officer, c.req.param('number'), c.req.valid('json')),
      201,
    )
  })
  .post('/:number/sender-answer', valid(SenderAnswerForm), async (c) => {
    const { world, officer } = c.var
    return c.json(
      await answerSender(world, officer, c.req.param('number'), c.req.valid('json')),
      201,
    )
  })
  .post('/:number/accountability', valid(AccountabilityForm), async (c) => {
    const { world, officer } = c.var
    return c.json(
      await proposeAccountability(world, officer, c.req.param('number'), c.req.valid('json')),
      201,
    )
  })
  .post('/:number/closing', valid(ClosingForm), async (c) => {
    const { world, officer } = c.var
    return c.json(await closeCase(world, officer, c.req.param('number'), c.req.valid('json')), 201)
  })
  .post('/:number/archiving', valid(ArchivingForm), async (c) => {
    const { world, officer } = c.var
    return c.json(
      await archiveCase(world, officer, c.req.param('number'), c.req.valid('json')),
      201,
    )
  })
  .post('/:number/messages', valid(PaperForm), async (c) => {
    const { world, officer } = c.var
    return c.json(
      await writeMessage(world, officer, c.req.param('number'), c.req.valid('json')),
      201,
    )
  })
