import { desc, eq } from 'drizzle-orm'
import { answerAccountability } from '../../api/acts/accountability/answer-accountability.ts'
import { decideAccountability } from '../../api/acts/accountability/decide-accountability.ts'
import { proposeAccountability } from '../../api/acts/accountability/propose-accountability.ts'
import { acceptCase } from '../../api/acts/case/accept-case.ts'
import { addInquiryNote } from '../../api/acts/case/add-inquiry-note.ts'
import { approveDecision } from '../../api/acts/case/approve-decision.ts'
import { archiveCase } from '../../api/acts/case/archive-case.ts'
import { askStatement } from '../../api/acts/case/ask-statement.ts'
import { closeCase } from '../../api/acts/case/close-case.ts'
import { declineCase } from '../../api/acts/case/decline-case.ts'
import { extendDeadline } from '../../api/acts/case/extend-deadline.ts'
import { fixFinalOpinion } from '../../api/acts/case/fix-final-opinion.ts'
import { giveCoordinationOpinion } from '../../api/acts/case/give-coordination-opinion.ts'
import { giveStatement } from '../../api/acts/case/give-statement.ts'
import { noteByHead } from '../../api/acts/case/note-by-head.ts'
import { proposeDecision } from '../../api/acts/case/propose-decision.ts'
import { recordDepartmentResult } from '../../api/acts/case/record-department-result.ts'
import { recordMeeting } from '../../api/acts/case/record-meeting.ts'
import { reviewByLeaders } from '../../api/acts/case/review-by-leaders.ts'
import { startInquiry } from '../../api/acts/case/start-inquiry.ts'
import { withdrawCase } from '../../api/acts/case/withdraw-case.ts'
import { giveVerdict } from '../../api/acts/follow/give-verdict.ts'
import { lodge, newFormKey } from '../../api/acts/lodge-complaint.ts'
import { today } from '../../api/context.ts'
import { caseById } from '../../api/reads/case-in-sight.ts'
import { citableClauses } from '../../api/reads/clauses.ts'
import { policyOf } from '../../api/reads/policies.ts'
import { type CaseState, isVerified } from '../../api/rules/case-file.ts'
import { vetoesOfVerified } from '../../api/rules/closing.ts'
import { type ComplaintChannel, IDENTITIES } from '../../api/rules/complaint.ts'
import { addDays, type Day } from '../../api/rules/day.ts'
import { caseFiles, clauses, complaints, departments, statementRequests } from '../schema/index.ts'
import type { Agenda } from './agenda.ts'
import type { Cast } from './hall-people.ts'
import {
  type DemonstrationHall,
  type HallSeed,
  hallSeeds,
  SMALL_HALLS,
  type SmallHall,
  smallHallSeeds,
  windowsOn,
} from './halls.ts'
import { approveSummary, writeSummary } from './publish-outcome.ts'
import {
  coordinationOpinions,
  evidenceNotes,
  extensionReasons,
  outOfScope,
  type OutOfScope,
  type Story,
  stories,
  witnessNotes,
} from './texts.ts'

/** How far a case of the demonstration gets before it is left as visitors find it. */
type Stage = Extract<
  CaseState,
  | 'registered'
  | 'notAccepted'
  | 'accepted'
  | 'investigating'
  | 'coordinating'
  | 'leaderReview'
  | 'coordinationMeeting'
  | 'finalOpinion'
  | 'awaitingApproval'
  | 'replied'
  | 'closed'
  | 'archived'
  | 'withdrawn'
>

const SURNAMES = ['甘', '戚', '柏', '褚', '尤', '岑', '闵', '宿', '芮', '詹', '仇', '祁']
const TITLES = ['先生', '女士']
const LODGING_TIMES = ['09:35', '10:20', '11:05', '14:40', '15:25', '16:10']
const NO_POINTS = '窗口考核的分值不在本办法里，按规定记录，不扣分。'
const NOBODY_HELD = '窗口当天已经改正，没有造成损失，班前会提醒即可，不追究个人责任。'
const SOMEBODY_HELD = '监控和询问笔录一致，责任在当班人员。'
const PLEA = '情况属实。我已经当面说明，以后一次说清。'
/** One verified complaint out of so many is answered for by a person. */
const HELD_OUT_OF = 3
/** What a person of each hall answers for, as it happens most; null where no ground fits. */
const GROUNDS = {
  anci: { ground: 't5', severity: 'light', choice: null },
  bingcha: { ground: 'K1', severity: 'basic', choice: null },
  qingpu: { ground: 'verifiedComplaint', severity: 'basic', choice: null },
  yuanzhou: null,
  yichuang: { ground: 'languageOrFirstAsk', severity: 'basic', choice: null },
  standard: { ground: 'breach', severity: 'basic', choice: 'criticism' },
} as const
/** Halls whose sheets take points for a verified complaint. */
const TAKES_POINTS: readonly string[] = ['anci', 'bingcha']

/** One complaint of the demonstration from the citizen's first word to where it is left. */
class Tale {
  readonly #agenda: Agenda
  readonly #cast: Cast
  readonly #seed: HallSeed
  #number = ''
  #caseId = 0
  #revision = 0

  constructor(agenda: Agenda, cast: Cast, seed: HallSeed) {
    this.#agenda = agenda
    this.#cast = cast
    this.#seed = seed
  }

  get #world() {
    return this.#agenda.world
  }
  get #policy() {
    return policyOf(this.#cast.hall, today(this.#world))
  }
  #pick<T>(list: readonly T[]): T {
    return list[this.#world.random.below(list.length)]!
  }
  get #handler() {
    return this.#cast.handlers[this.#caseId % this.#cast.handlers.length]!
  }
  get #head() {
    return this.#cast.heads[0]!
  }

  /** Put the whole of it on the agenda, beginning on a day. */
  begin(story: Story, day: Day, until: Stage): void {
    this.#agenda.at(day, this.#pick(LODGING_TIMES), async () => {
      await this.#lodge(story, day)
      if (until === 'registered') return
      if (until === 'withdrawn') return this.#withdraw(this.#agenda.workingDay(day, 2), story)
      this.#accept(story, day, until)
    })
  }

  /** A complaint the hall cannot take up. */
  turnAway(outside: OutOfScope, day: Day): void {
    this.#agenda.at(day, this.#pick(LODGING_TIMES), async () => {
      const lodged = await lodge(this.#world, {
        formKey: newFormKey(this.#world),
        hallId: this.#cast.hall.id,
        channel: 'web',
        nature: 'written',
        identity: 'anonymous',
        windowId: null,
        clauseId: null,
        category: 'other',
        occurredOn: day,
        occurredPart: 'unknown',
        narrative: outside.narrative,
        mayPublish: false,
        contact: null,
      })
      this.#agenda.at(this.#agenda.workingDay(day, 1), '09:10', () =>
        declineCase(this.#world, this.#cast.desk[0]!, lodged.number, {
          revision: 0,
          category: 'anotherOrgan',
          explanation: outside.reason,
          instead: outside.whereTo,
        }),
      )
    })
  }

  async #lodge(story: Story, day: Day): Promise<void> {
    const world = this.#world
    const { hall } = this.#cast
    const seeds = windowsOn(this.#seed, story.topic)
    const number = this.#pick(seeds).number
    const window = this.#cast.windows.find((one) => one.number === number)!
    const key = Object.entries(story.clauseKeyByHall).find(([of]) => of === hall.key)?.[1]
    const cited = await citableClauses(world.store.read, hall.id, day)
    const clause = cited.find((one) => (key ? one.key === key : one.category === story.category))
    const identity = IDENTITIES[world.random.below(IDENTITIES.length)]!
    const channel: ComplaintChannel = this.#pick(['web', 'web', 'web', 'phone', 'visit'])
    const oral = channel !== 'web'
    const contact =
      identity === 'anonymous'
        ? null
        : {
            name: this.#pick(SURNAMES) + this.#pick(TITLES),
            phone: `000-${3_000_000 + world.random.below(900_000)}`,
            email: world.random.below(2) === 0 ? `citizen${this.#caseId}@citizen.example` : '',
          }
    const lodged = await lodge(world, {
      formKey: newFormKey(world),
      hallId: hall.id,
      channel,
      nature: oral ? 'oral' : 'written',
      identity,
      windowId: window.id,
      clauseId: clause!.id,
      category: clause!.category,
      occurredOn: addDays(day, -world.random.below(3)),
      occurredPart: this.#pick(['morning', 'afternoon', 'unknown'] as const),
      narrative: story.narrative,
      mayPublish: world.random.below(8) > 0,
      contact,
      receivedAt: oral ? world.now() : null,
      firstReceiverId: oral ? this.#cast.desk[0]!.id : null,
    })
    this.#number = lodged.number
    this.#caseId = lodged.caseId
  }

  #withdraw(day: Day, story: Story): void {
    this.#accept(story, this.#agenda.workingDay(day, -1), 'accepted')
    this.#agenda.at(this.#agenda.workingDay(day, 1), '10:30', () =>
      withdrawCase(this.#world, this.#caseId),
    )
  }

  #step(day: Day, time: string, act: () => Promise<{ revision: number }>): void {
    this.#agenda.at(day, time, async () => {
      const [file] = await this.#world.store.read
        .select({ revision: caseFiles.revision })
        .from(caseFiles)
        .where(eq(caseFiles.id, this.#caseId))
      this.#revision = file!.revision
      await act()
    })
  }

  #accept(story: Story, day: Day, until: Stage): void {
    const world = this.#world
    const next = (days: number) => this.#agenda.workingDay(day, days)
    this.#step(next(1), '09:05', async () => {
      const owned = await world.store.read
        .select({ id: departments.id })
        .from(departments)
        .where(eq(departments.hallId, this.#cast.hall.id))
        .orderBy(departments.id)
      const complex = story.track === 'complex'
      const ceiling = this.#policy.clocks.promiseCeilingWd
      return acceptCase(world, this.#cast.desk[0]!, this.#number, {
        revision: this.#revision,
        track: story.track,
        handler: this.#handler.publicId,
        gist: story.gist,
        departments: complex ? owned.slice(0, 2).map(({ id }) => id) : [],
        promisedOn: ceiling ? next(1 + ceiling[story.track]) : null,
      })
    })
    if (until === 'accepted') return
    this.#investigate(story, next(1), until)
  }

  #investigate(story: Story, day: Day, until: Stage): void {
    const world = this.#world
    const next = (days: number) => this.#agenda.workingDay(day, days)
    const handler = () => this.#handler
    const note = (role: Parameters<typeof addInquiryNote>[3]['role'], summary: string) => () =>
      addInquiryNote(world, handler(), this.#number, { revision: this.#revision, role, summary })
    this.#step(day, '10:00', () =>
      startInquiry(world, handler(), this.#number, { revision: this.#revision }),
    )
    this.#step(day, '11:00', note('complainant', story.inquiryComplainant))
    if (until === 'investigating' && story.track !== 'complex') return
    this.#hear(story, day)
    this.#step(next(1), '08:50', note('subject', story.inquirySubject))
    this.#step(next(1), '09:20', note('evidence', this.#pick(evidenceNotes)))
    this.#step(next(1), '09:40', note('witness', this.#pick(witnessNotes)))
    if (until === 'investigating') return
    this.#report(next(1))
    if (story.track === 'complex' && this.#policy.steps.coordinationMeeting) {
      this.#coordinate(story, next(1), until)
    } else this.#decide(story, next(1), until)
  }

  /** The head writes a note on what was reported, as the hall's rule asks. */
  #report(day: Day): void {
    const world = this.#world
    this.#agenda.at(day, '10:20', async () => {
      const { facts, file } = await caseById(world.store.read, this.#caseId)
      if (!facts.owesHeadNote) return
      const note = { revision: file.revision, text: '请当面核清，按期答复，结果报我。' }
      await noteByHead(world, this.#head, this.#number, note)
    })
  }

  /** The person at the window is asked for a statement, and gives it. */
  #hear(story: Story, day: Day): void {
    const world = this.#world
    this.#agenda.at(day, '11:20', async () => {
      const [file] = await world.store.read
        .select()
        .from(caseFiles)
        .where(eq(caseFiles.id, this.#caseId))
      const window = this.#cast.windows[this.#caseId % this.#cast.windows.length]!
      const [serving] = await this.#cast.servingAt(window.id, day)
      const officer = this.#cast.everybody.find((one) => one.staffId === serving?.person.id)
      if (!serving || !officer) return
      await askStatement(world, this.#handler, this.#number, {
        revision: file!.revision,
        staff: serving.person.publicId,
        gist: story.gist,
        subject: false,
      })
      this.#agenda.at(day, '15:30', async () => {
        const [asked] = await world.store.read
          .select({ id: statementRequests.publicId })
          .from(statementRequests)
          .where(eq(statementRequests.caseId, this.#caseId))
          .orderBy(desc(statementRequests.id))
          .limit(1)
        await giveStatement(world, officer, asked!.id, story.statement)
      })
    })
  }

  #coordinate(story: Story, day: Day, until: Stage): void {
    const world = this.#world
    const next = (days: number) => this.#agenda.workingDay(day, days)
    const paper = (text: string) => ({ revision: this.#revision, text })
    this.#step(day, '15:00', () =>
      giveCoordinationOpinion(
        world,
        this.#handler,
        this.#number,
        paper(this.#pick(coordinationOpinions)),
      ),
    )
    if (until === 'coordinating') return
    this.#step(next(1), '10:00', () =>
      reviewByLeaders(
        world,
        this.#head,
        this.#number,
        paper('领导小组同意协调意见，请各部门落实。'),
      ),
    )
    if (until === 'leaderReview') return
    this.#step(next(2), '10:00', () =>
      recordMeeting(world, this.#handler, this.#number, {
        revision: this.#revision,
        heldOn: next(2),
        present: '各有关部门首席代表',
        decision: '按协调意见办理，各部门当天反馈结果。',
      }),
    )
    if (until === 'coordinationMeeting') return
    for (const [at, time] of ['15:00', '15:10'].entries()) {
      this.#step(next(2), time, async () => {
        const owned = await world.store.read
          .select({ id: departments.id })
          .from(departments)
          .where(eq(departments.hallId, this.#cast.hall.id))
          .orderBy(departments.id)
        return recordDepartmentResult(world, this.#handler, this.#number, {
          revision: this.#revision,
          department: owned[at]!.id,
          text: '已经核对材料清单，按会议意见改正。',
        })
      })
    }
    this.#step(next(2), '16:00', () =>
      fixFinalOpinion(world, this.#handler, this.#number, paper('按会议意见答复投诉人。')),
    )
    if (until === 'finalOpinion') return
    this.#decide(story, next(2), until)
  }

  #decide(story: Story, day: Day, until: Stage): void {
    const world = this.#world
    const next = (days: number) => this.#agenda.workingDay(day, days)
    const fault = isVerified(story.finding)
    const late = this.#policy.clocks.maxWd !== null && story.track === 'complex'
    const proposed = late ? next(3) : day
    if (late) {
      this.#step(day, '11:00', () =>
        extendDeadline(world, this.#head, this.#number, {
          revision: this.#revision,
          newDueOn: next(5),
          explanation: this.#pick(extensionReasons),
          told: true,
        }),
      )
    }
    this.#step(proposed, '16:20', () =>
      proposeDecision(world, this.#handler, this.#number, {
        revision: this.#revision,
        finding: story.finding,
        reasons: `${story.inquirySubject}${this.#pick(evidenceNotes)}`,
        measure: fault ? '窗口已经改正，并在班前会上提醒。' : '无需整改。',
        replyForm: this.#policy.replyRule === 'record' ? 'recordForm' : 'written',
        reply: story.reply,
      }),
    )
    if (until === 'awaitingApproval') return
    const answered = this.#agenda.workingDay(proposed, 1)
    this.#step(answered, '09:30', () =>
      approveDecision(world, this.#head, this.#number, { revision: this.#revision }),
    )
    this.#agenda.at(answered, '19:00', async () => {
      const mood = world.random.below(4)
      if (mood < 2) await giveVerdict(world, this.#caseId, mood === 0)
    })
    if (fault) this.#hold(story, answered, until)
    if (until === 'replied') return
    this.#close(story, answered, until)
  }

  /** What follows for whoever served at the window, or that nothing does; undecided at the last. */
  #hold(story: Story, day: Day, until: Stage): void {
    const world = this.#world
    const next = this.#agenda.workingDay(day, 1)
    this.#agenda.at(day, '15:00', async () => {
      const ground = GROUNDS[this.#seed.key]
      const held = ground !== null && this.#caseId % HELD_OUT_OF === 0
      const [complaint] = await world.store.read
        .select({ windowId: complaints.windowId })
        .from(caseFiles)
        .innerJoin(complaints, eq(complaints.id, caseFiles.complaintId))
        .where(eq(caseFiles.id, this.#caseId))
      const [serving] = held ? await this.#cast.servingAt(complaint!.windowId!, day) : []
      const officer = this.#cast.everybody.find((one) => one.staffId === serving?.person.id)
      const { id } = await proposeAccountability(world, this.#handler, this.#number, {
        staff: officer ? serving!.person.publicId : '',
        asHead: false,
        ...(ground ?? { ground: '', severity: null, choice: null }),
        actOn: day,
        circumstances: [],
        gist: story.gist,
        reason: officer ? SOMEBODY_HELD : NOBODY_HELD,
      })
      if (officer) {
        this.#agenda.at(next, '10:20', () =>
          answerAccountability(world, officer, id, { statement: PLEA }),
        )
      }
      if (until === 'replied') return
      this.#agenda.at(next, '16:30', () =>
        decideAccountability(world, this.#head, id, {
          outcome: 'agreed',
          rung: '',
          choice: null,
          reason: '',
          circularSent: true,
          circularAbout: false,
          departmentTold: true,
          returnLetterSent: false,
        }),
      )
    })
  }

  #close(story: Story, day: Day, until: Stage): void {
    const world = this.#world
    const fault = isVerified(story.finding)
    const closed = this.#agenda.workingDay(day, 2)
    this.#step(closed, '10:10', () =>
      closeCase(world, this.#handler, this.#number, {
        revision: this.#revision,
        departmentTold: true,
        circularSent: true,
        scoreWaiver: fault && !TAKES_POINTS.includes(this.#seed.key) ? NO_POINTS : '',
        vetoedAwards: fault ? vetoesOfVerified(this.#policy.vetoes) : [],
      }),
    )
    if (until === 'closed') return
    const archived = this.#agenda.workingDay(closed, 2)
    this.#step(archived, '15:00', () =>
      archiveCase(world, this.#handler, this.#number, {
        revision: this.#revision,
        evidence: '登记表、询问记录、录像截图、答复各一份。',
        aboutMinor: false,
      }),
    )
    this.#agenda.at(this.#agenda.workingDay(archived, 2), '10:00', () =>
      writeSummary(world, this.#handler, this.#number, story),
    )
    this.#agenda.at(this.#agenda.workingDay(archived, 3), '14:30', () =>
      approveSummary(world, this.#head, this.#number),
    )
  }
}

/** The last days of the demonstration leave cases in every state, for visitors to find. */
const UNFINISHED: readonly [stage: Stage, complex: boolean, workingDaysBefore: number][] = [
  ['registered', false, 1],
  ['registered', false, 0],
  ['registered', false, 3],
  ['accepted', false, 2],
  ['investigating', false, 3],
  ['investigating', false, 9],
  ['coordinating', true, 5],
  ['leaderReview', true, 6],
  ['coordinationMeeting', true, 7],
  ['finalOpinion', true, 8],
  ['awaitingApproval', false, 4],
  ['awaitingApproval', true, 11],
  ['replied', false, 6],
  ['replied', true, 14],
  ['closed', false, 9],
  ['closed', false, 11],
  ['withdrawn', false, 12],
  ['withdrawn', false, 30],
]
const FINISHED_PER_HALL = 22
const LAST_FINISHED_WD = 14

/** Citizens complain in the demonstration halls, and the halls do what they owe. */
export function complainForHalfAYear(
  agenda: Agenda,
  casts: Readonly<Record<DemonstrationHall, Cast>>,
  from: Day,
  to: Day,
): void {
  const { random } = agenda.world
  const days: Day[] = []
  for (let day = from; day <= to; day = agenda.workingDay(day, 1)) days.push(day)
  const complexStories = stories.filter(({ track }) => track === 'complex')
  const plainStories = stories.filter(({ track }) => track !== 'complex')
  for (const hall of Object.keys(casts) as DemonstrationHall[]) {
    const cast = casts[hall]
    const seed = hallSeeds[hall]
    const offset = random.below(stories.length)
    const until = days.length - LAST_FINISHED_WD
    for (let nth = 0; nth < FINISHED_PER_HALL; nth++) {
      const day = days[Math.floor((nth * until) / FINISHED_PER_HALL) + random.below(3)]!
      new Tale(agenda, cast, seed).begin(stories[(offset + nth) % stories.length]!, day, 'archived')
    }
    const coordinates = policyOf(cast.hall, to).steps.coordinationMeeting
    for (const [nth, [stage, complex, before]] of UNFINISHED.entries()) {
      const only = ['coordinating', 'leaderReview', 'coordinationMeeting', 'finalOpinion']
      if (only.includes(stage) && !coordinates) continue
      const pool = complex ? complexStories : plainStories
      const day = days[Math.max(0, days.length - 1 - before)]!
      new Tale(agenda, cast, seed).begin(pool[(offset + nth) % pool.length]!, day, stage)
    }
    for (const [nth, outside] of outOfScope.entries()) {
      new Tale(agenda, cast, seed).turnAway(
        outside,
        days[Math.floor(((nth + random.below(2) / 2) * days.length) / outOfScope.length)]!,
      )
    }
  }
}

/** What visitors find in each small hall: one complaint finished, one at work, one new. */
const IN_SMALL_HALLS: readonly [stage: Stage, workingDaysBefore: number][] = [
  ['archived', 50],
  ['investigating', 3],
  ['registered', 0],
]

/** A few people complain in the small halls too, about what their clauses know. */
export async function complainInSmallHalls(
  agenda: Agenda,
  casts: Readonly<Record<SmallHall, Cast>>,
  from: Day,
  to: Day,
): Promise<void> {
  const days: Day[] = []
  for (let day = from; day <= to; day = agenda.workingDay(day, 1)) days.push(day)
  for (const key of SMALL_HALLS) {
    const seed = smallHallSeeds[key]
    const known = await agenda.world.store.read
      .selectDistinct({ category: clauses.category })
      .from(clauses)
      .where(eq(clauses.hallId, casts[key].hall.id))
    const pool = stories.filter(
      ({ topic, category, track, finding }) =>
        track !== 'complex' &&
        isVerified(finding) &&
        seed.windows.some((window) => window.topic === topic) &&
        known.some((clause) => clause.category === category),
    )
    const offset = agenda.world.random.below(pool.length)
    for (const [nth, [stage, before]] of IN_SMALL_HALLS.entries()) {
      const day = days[Math.max(0, days.length - 1 - before)]!
      new Tale(agenda, casts[key], seed).begin(pool[(offset + nth) % pool.length]!, day, stage)
    }
  }
}
