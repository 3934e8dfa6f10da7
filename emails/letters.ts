import type { LetterKind } from '../api/rules/letter-kind.ts'
import { accountabilityProposed } from './accountability-proposed.ts'
import { accountabilityWaits } from './accountability-waits.ts'
import { approvalAsked } from './approval-asked.ts'
import { boxNotChecked } from './box-not-checked.ts'
import { calendarYearWanted } from './calendar-year-wanted.ts'
import { caseAssigned } from './case-assigned.ts'
import { caseGettingOld } from './case-getting-old.ts'
import { complaintAccepted } from './complaint-accepted.ts'
import { complaintNotAccepted } from './complaint-not-accepted.ts'
import { complaintReceived } from './complaint-received.ts'
import { consequenceTold } from './consequence-told.ts'
import { deadlineExtended } from './deadline-extended.ts'
import { deadlineMissed } from './deadline-missed.ts'
import { deadlineMoved } from './deadline-moved.ts'
import { deadlineNear } from './deadline-near.ts'
import { lowRatingLate } from './low-rating-late.ts'
import { lowRatingNear } from './low-rating-near.ts'
import type { LetterFacts } from '../api/rules/letter-facts.ts'
import type { Letter } from './letter.ts'
import { entryProposed } from './entry-proposed.ts'
import { filingCorrected } from './filing-corrected.ts'
import { filingMissed } from './filing-missed.ts'
import { filingNear } from './filing-near.ts'
import { filingWaits } from './filing-waits.ts'
import { messageFromCitizen } from './message-from-citizen.ts'
import { messageFromOffice } from './message-from-office.ts'
import { monthWaits } from './month-waits.ts'
import { postEmpty } from './post-empty.ts'
import { approverWanted, toldOutside } from './outside.ts'
import { roundsMissing } from './rounds-missing.ts'
import { replyReady } from './reply-ready.ts'
import { retaliationReported } from './retaliation-reported.ts'
import { reportWaits } from './report-waits.ts'
import { ruleChangeEntered } from './rule-change-entered.ts'
import { statementAsked } from './statement-asked.ts'
import { windowsToMark } from './windows-to-mark.ts'

/** Every kind of letter and how it is written. */
export const letters: Record<LetterKind, (facts: LetterFacts) => Letter> = {
  'complaint-received': complaintReceived,
  'complaint-accepted': complaintAccepted,
  'complaint-not-accepted': complaintNotAccepted,
  'deadline-extended': deadlineExtended,
  'message-from-office': messageFromOffice,
  'reply-ready': replyReady,
  'message-from-citizen': messageFromCitizen,
  'statement-asked': statementAsked,
  'approval-asked': approvalAsked,
  'case-assigned': caseAssigned,
  'deadline-near': deadlineNear,
  'deadline-missed': deadlineMissed,
  'case-getting-old': caseGettingOld,
  'told-outside': toldOutside,
  'approver-wanted': approverWanted,
  'low-rating-near': lowRatingNear,
  'low-rating-late': lowRatingLate,
  'post-empty': postEmpty,
  'box-not-checked': boxNotChecked,
  'rounds-missing': roundsMissing,
  'month-waits': monthWaits,
  'report-waits': reportWaits,
  'entry-proposed': entryProposed,
  'windows-to-mark': windowsToMark,
  'deadline-moved': deadlineMoved,
  'calendar-year-wanted': calendarYearWanted,
  'accountability-proposed': accountabilityProposed,
  'accountability-waits': accountabilityWaits,
  'consequence-told': consequenceTold,
  'retaliation-reported': retaliationReported,
  'rule-change-entered': ruleChangeEntered,
  'filing-waits': filingWaits,
  'filing-corrected': filingCorrected,
  'filing-near': filingNear,
  'filing-missed': filingMissed,
}
