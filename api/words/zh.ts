import { accountabilityWords } from './zh-accountability.ts'
import { awardWords } from './zh-awards.ts'
import { auditWords } from './zh-audit.ts'
import { calendarWords } from './zh-calendar.ts'
import { caseWords } from './zh-cases.ts'
import { complaintWords } from './zh-complaint.ts'
import { filingWords } from './zh-filings.ts'
import { intakeWords } from './zh-intake.ts'
import { deskWords } from './zh-desk.ts'
import { faultWords } from './zh-faults.ts'
import { lowRatingWords } from './zh-low-ratings.ts'
import { outcomeWords } from './zh-outcomes.ts'
import { policyWords } from './zh-policy.ts'
import { problems } from './zh-problems.ts'
import { reportWords } from './zh-reports.ts'
import { refusals } from './zh-refusals.ts'
import { ruleWords } from './zh-rules.ts'
import { patrolWords } from './zh-patrol.ts'
import { scoreWords } from './zh-scores.ts'
import { taskWords } from './zh-tasks.ts'
import { vocabulary } from './zh-vocabulary.ts'

/** Every sentence and word of the portal in Chinese, its first language. */
export const zh = {
  refusals,
  problems,
  vocabulary,
  calendar: calendarWords,
  cases: caseWords,
  complaint: complaintWords,
  intake: intakeWords,
  desk: deskWords,
  accountability: accountabilityWords,
  audit: auditWords,
  faults: faultWords,
  lowRatings: lowRatingWords,
  filings: filingWords,
  awards: awardWords,
  outcomes: outcomeWords,
  reports: reportWords,
  rules: ruleWords,
  patrol: patrolWords,
  policy: policyWords,
  scores: scoreWords,
  tasks: taskWords,
}
