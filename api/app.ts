import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { SlowHashBusy } from '../db/sealing/slow-hash.ts'
import { StoreBusy, StoreFull } from '../db/store.ts'
import type { Env, World } from './context.ts'
import type { Failure } from './failure.ts'
import { openapiOf } from './openapi.ts'
import {
  FIELD_OF,
  Invalid,
  Refused,
  type RefusalDetails,
  type Refusal,
  STATUS_OF,
} from './refused.ts'
import { accountability } from './routes/accountability.ts'
import { audit } from './routes/audit.ts'
import { awards } from './routes/awards.ts'
import { boxChecks } from './routes/box-checks.ts'
import { patrolRounds } from './routes/patrol-rounds.ts'
import { tasksOfDesk } from './routes/desk-tasks.ts'
import { calendar } from './routes/calendar.ts'
import { cases } from './routes/cases.ts'
import { demo } from './routes/demo.ts'
import { findings } from './routes/findings.ts'
import { faults } from './routes/faults.ts'
import { follow } from './routes/follow.ts'
import { halls } from './routes/halls.ts'
import { intake } from './routes/intake.ts'
import { health } from './routes/health.ts'
import { letters } from './routes/letters.ts'
import { lowRatings } from './routes/low-ratings.ts'
import { negativeFilings } from './routes/negative-filings.ts'
import { opening } from './routes/opening.ts'
import { monthlyReports } from './routes/monthly-reports.ts'
import { outcomes } from './routes/outcomes.ts'
import { policy } from './routes/policy.ts'
import { posters } from './routes/posters.ts'
import { published } from './routes/published.ts'
import { publishedReports } from './routes/published-reports.ts'
import { complaintSteps } from './routes/complaint-steps.ts'
import { complaints } from './routes/complaints.ts'
import { photos } from './routes/photos.ts'
import { ratings } from './routes/ratings.ts'
import { account } from './routes/account.ts'
import { administration } from './routes/administration.ts'
import { custodian } from './routes/custodian.ts'
import { firstHall } from './routes/first-hall.ts'
import { invitations } from './routes/invitations.ts'
import { relations } from './routes/recusals.ts'
import { ownSession } from './routes/session.ts'
import { unsealings } from './routes/unsealings.ts'
import { scoreYears } from './routes/score-years.ts'
import { appraisals } from './routes/appraisals.ts'
import { rules } from './routes/rules.ts'
import { scores } from './routes/scores.ts'
import { stars } from './routes/stars.ts'
import { statements } from './routes/statements.ts'
import { underTest } from './routes/test.ts'
import { windows } from './routes/windows.ts'
import { session } from './session.ts'
import { zh } from './words/zh.ts'

function failure(reason: Refusal, details: RefusalDetails = {}): Failure {
  const says = zh.refusals[reason](details)
  const field = FIELD_OF[reason]
  return { reason, says, errors: field ? { [field]: [says] } : {} }
}

/** What an error means to the person who asked; what is nobody's fault gets a code to quote. */
function answerTo(error: unknown, world: World): [Failure, number, Record<string, string>?] {
  if (error instanceof Refused)
    return [failure(error.reason, error.details), STATUS_OF[error.reason]]
  if (error instanceof Invalid) {
    const errors = Object.fromEntries(
      Object.entries(error.problems).map(([field, found]) => [
        field,
        (found ?? []).map((problem) => zh.problems[problem] ?? zh.problems['unknown-choice']),
      ]),
    )
    const count = Object.keys(errors).length
    const says = count === 1 ? '还差一项。' : `有 ${count} 处要改。`
    return [{ reason: 'invalid', says, errors }, 422]
  }
  if (error instanceof StoreFull) return [failure('disk-full'), 507]
  if (error instanceof StoreBusy || error instanceof SlowHashBusy) {
    return [failure('too-busy'), 503, { 'retry-after': '60' }]
  }
  const code = world.random.id(6)
  console.error(`[${code}]`, error)
  return [failure('our-fault', { code }), 500]
}

const compose = (world: World) =>
  new Hono<Env>()
    .onError((error, c) => {
      if (error instanceof HTTPException) return error.getResponse()
      const [body, status, headers] = answerTo(error, world)
      return c.json(body, status as 500, headers)
    })
    .notFound((c) => c.json(failure('not-found'), 404))
    .use((c, next) => {
      c.set('world', world)
      c.header('cache-control', 'no-store')
      return next()
    })
    .use(session)
    .route('/session', ownSession)
    .route('/account', account)
    .route('/invitations', invitations)
    .route('/first-hall', firstHall)
    .route('/administration', administration)
    .route('/accountability', accountability)
    .route('/audit', audit)
    .route('/recusals', relations)
    .route('/custodian', custodian)
    .route('/cases', unsealings)
    .route('/calendar', calendar)
    .route('/demo', demo)
    .route('/halls', halls)
    .route('/policy', policy)
    .route('/posters', posters)
    .route('/health', health)
    .route('/letters', letters)
    .route('/test', underTest)
    .route('/windows', windows)
    .route('/ratings', ratings)
    .route('/cases', cases)
    .route('/complaint-steps', complaintSteps)
    .route('/complaints', complaints)
    .route('/intake', intake)
    .route('/findings', findings)
    .route('/box-checks', boxChecks)
    .route('/desk-tasks', tasksOfDesk)
    .route('/patrol-rounds', patrolRounds)
    .route('/faults', faults)
    .route('/follow', follow)
    .route('/low-ratings', lowRatings)
    .route('/negative-filings', negativeFilings)
    .route('/opening', opening)
    .route('/monthly-reports', monthlyReports)
    .route('/outcomes', outcomes)
    .route('/photos', photos)
    .route('/published', published)
    .route('/published-reports', publishedReports)
    .route('/rules', rules)
    .route('/scores', scores)
    .route('/appraisals', appraisals)
    .route('/awards', awards)
    .route('/score-years', scoreYears)
    .route('/stars', stars)
    .route('/statements', statements)

/** The API of one World: routes composed, one way of saying no, and a description of itself. */
export function createApi(world: World): Api {
  const api = compose(world)
  api.get('/openapi.json', (c) => c.json(openapiOf(api.routes, world.settings.origin)))
  return api
}

export type Api = ReturnType<typeof compose>
