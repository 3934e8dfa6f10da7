import { fileRefusal } from '../../api/acts/negative-filing/file-refusal.ts'
import { reportRefusal } from '../../api/acts/negative-filing/report-refusal.ts'
import { reviewRefusal } from '../../api/acts/negative-filing/review-refusal.ts'
import { tellApplicant } from '../../api/acts/negative-filing/tell-applicant.ts'
import { workingDaysBefore } from '../../api/rules/calendar.ts'
import type { Day } from '../../api/rules/day.ts'
import type { Agenda } from './agenda.ts'
import type { Cast } from './hall-people.ts'
import { type RefusalStory, refusalStories } from './refusals.ts'

/** The refusals that windows of Bingcha put on file, each left where its story ends. */
export function refuseForHalfAYear(agenda: Agenda, cast: Cast, from: Day, to: Day): void {
  for (const story of refusalStories) {
    const day = workingDaysBefore(to, story.daysBefore, agenda.world.calendar)
    if (day >= from) agenda.at(day, '10:45', () => tell(agenda, cast, story, day))
  }
}

async function tell(agenda: Agenda, cast: Cast, story: RefusalStory, day: Day): Promise<void> {
  const { world } = agenda
  const window = cast.windows.find(({ number }) => number === story.window)!
  const serving = await cast.servingAt(window.id, day)
  const filer = cast.everybody.find(({ staffId }) =>
    serving.some(({ person }) => person.id === staffId),
  )!
  const { person } = serving.find((one) => one.person.id === filer.staffId)!
  const { applicant, content, reason, basis, nature, important } = story
  const { number } = await fileRefusal(world, filer, {
    formKey: '',
    window: window.code,
    staff: person.publicId,
    refusedOn: day,
    nature,
    toldToWrite: nature === 'oral',
    explained: true,
    objects: true,
    applicantName: applicant.name,
    applicantUnit: applicant.unit,
    applicantAddress: applicant.address,
    applicantPhone: applicant.phone,
    content,
    reason,
    basis,
    important,
  })
  const { review, notice, report } = story
  const after = (days: number) => agenda.workingDay(day, days)
  const [reviewer] = cast.desk
  if (report) {
    const act = () => reportRefusal(world, reviewer!, number, { note: report.note })
    agenda.at(after(report.after), '09:20', act)
  }
  if (review) {
    const { outcome, opinion } = review
    const act = () =>
      reviewRefusal(world, reviewer!, number, { outcome, opinion, important: false })
    agenda.at(after(review.after), '15:10', act)
  }
  if (notice) {
    const { way, note } = notice
    agenda.at(after(notice.after), '16:00', () =>
      tellApplicant(world, filer, number, { way, note }),
    )
  }
}
