import type { World } from '../context.ts'
import { NIGHT } from '../policies/night.ts'
import type { DueJob, Schedule } from '../rules/due-jobs.ts'
import { backUp } from './back-up.ts'
import { awardPeriods } from './award-periods.ts'
import { closeMonths } from './close-month.ts'
import { createBoxTask, warnOfUncheckedBox } from './box-checks.ts'
import { remindOfDeadlines, tellOfMissedDeadlines } from './deadline-warnings.ts'
import { followLowRatings } from './follow-low-ratings.ts'
import { remindOfFilings, tellOfMissedFilings } from './filing-warnings.ts'
import { issueReports } from './issue-reports.ts'
import { keepCalendar } from './keep-calendar.ts'
import { remindOfLowRatings, tellOfLateLowRatings } from './low-rating-warnings.ts'
import { warnOfMissedRounds } from './patrol-rounds.ts'
import { postMail } from './post-mail.ts'
import { releaseDueBatch } from './release-outcomes.ts'
import { warnOfOldCases } from './soft-warnings.ts'
import { sweepFiles } from './sweep-files.ts'
import { sweepTries } from './sweep-tries.ts'
import { verifyTonight } from './verify-tonight.ts'

/**
 * One thing that happens by itself. It may be run again after being killed at any step, so what it
 * writes carries a unique key; it works in short transactions. It may answer with a note for the
 * operator, never with anybody's text.
 */
export type Job = {
  name: string
  when: Schedule
  run: (world: World, due: DueJob) => Promise<string | void>
}

/** Everything that happens by itself; a new job is one line here. */
export const JOBS: readonly Job[] = [
  {
    name: 'create-box-tasks',
    when: {
      every: 'hallDay',
      from: NIGHT.dayBegins,
      workingDaysOnly: true,
      daysBack: NIGHT.daysBack,
      where: ({ clocks }) => clocks.boxCheck,
    },
    run: createBoxTask,
  },
  {
    name: 'warn-of-unchecked-box',
    when: {
      every: 'hallDay',
      from: 'closing',
      workingDaysOnly: true,
      daysBack: NIGHT.daysBack,
      where: ({ clocks }) => clocks.boxCheck,
    },
    run: warnOfUncheckedBox,
  },
  {
    name: 'warn-of-missed-rounds',
    when: {
      every: 'hallDay',
      from: 'closing',
      workingDaysOnly: true,
      daysBack: NIGHT.daysBack,
      where: ({ patrol }) => patrol.roundsPerDay > 0,
    },
    run: warnOfMissedRounds,
  },
  {
    name: 'remind-of-deadlines',
    when: { every: 'hallDay', from: NIGHT.remindFrom, workingDaysOnly: true, daysBack: 0 },
    run: remindOfDeadlines,
  },
  {
    name: 'warn-of-old-cases',
    when: { every: 'hallDay', from: NIGHT.remindFrom, workingDaysOnly: true, daysBack: 0 },
    run: warnOfOldCases,
  },
  {
    name: 'escalate',
    when: {
      every: 'hallDay',
      from: 'closing',
      workingDaysOnly: false,
      daysBack: NIGHT.latestOnly,
    },
    run: tellOfMissedDeadlines,
  },
  {
    name: 'follow-low-ratings',
    when: { every: 'minutes', minutes: NIGHT.followUpMinutes },
    run: followLowRatings,
  },
  {
    name: 'remind-of-low-ratings',
    when: {
      every: 'hallDay',
      from: NIGHT.remindFrom,
      workingDaysOnly: true,
      daysBack: 0,
      where: ({ rating }) => rating.lowFollowUp !== null,
    },
    run: remindOfLowRatings,
  },
  {
    name: 'tell-of-late-low-ratings',
    when: {
      every: 'hallDay',
      from: 'closing',
      workingDaysOnly: false,
      daysBack: NIGHT.latestOnly,
      where: ({ rating }) => rating.lowFollowUp !== null,
    },
    run: tellOfLateLowRatings,
  },
  {
    name: 'remind-of-refusals',
    when: {
      every: 'hallDay',
      from: NIGHT.remindFrom,
      workingDaysOnly: true,
      daysBack: 0,
      where: ({ negativeFiling }) => negativeFiling !== null,
    },
    run: remindOfFilings,
  },
  {
    name: 'escalate-refusals',
    when: {
      every: 'hallDay',
      from: 'closing',
      workingDaysOnly: false,
      daysBack: NIGHT.latestOnly,
      where: ({ negativeFiling }) => negativeFiling !== null,
    },
    run: tellOfMissedFilings,
  },
  {
    name: 'close-months',
    when: {
      every: 'hallDay',
      from: 'closing',
      workingDaysOnly: false,
      daysBack: NIGHT.latestOnly,
    },
    run: closeMonths,
  },
  {
    name: 'award-periods',
    when: {
      every: 'hallDay',
      from: 'closing',
      workingDaysOnly: false,
      daysBack: NIGHT.latestOnly,
    },
    run: awardPeriods,
  },
  {
    name: 'issue-reports',
    when: {
      every: 'hallDay',
      from: ({ monthlyReport }) => monthlyReport.at,
      workingDaysOnly: false,
      daysBack: NIGHT.latestOnly,
    },
    run: issueReports,
  },
  {
    name: 'release-outcomes',
    when: { every: 'hallDay', from: NIGHT.releaseFrom, workingDaysOnly: true, daysBack: 0 },
    run: releaseDueBatch,
  },
  { name: 'keep-calendar', when: { every: 'minutes', minutes: 1 }, run: keepCalendar },
  { name: 'post-mail', when: { every: 'minutes', minutes: 1 }, run: postMail },
  { name: 'back-up', when: { every: 'minutes', minutes: NIGHT.backUpMinutes }, run: backUp },
  { name: 'sweep-files', when: { every: 'minutes', minutes: NIGHT.sweepMinutes }, run: sweepFiles },
  { name: 'sweep-tries', when: { every: 'minutes', minutes: NIGHT.sweepMinutes }, run: sweepTries },
  {
    name: 'verify-chain',
    when: {
      every: 'day',
      from: NIGHT.dayBegins,
      workingDaysOnly: false,
      daysBack: NIGHT.latestOnly,
    },
    run: verifyTonight,
  },
]
