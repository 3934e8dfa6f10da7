import type { caseFiles, complaints } from '../../db/schema/index.ts'
import type { WithholdingFacts } from '../rules/closing.ts'

type About = {
  file: Pick<typeof caseFiles.$inferSelect, 'state'>
  complaint: Pick<typeof complaints.$inferSelect, 'category' | 'mayPublish'>
}

/**
 * What of a case itself forbids showing its outcome. That somebody under age is concerned, or that
 * a review is asked for, stands in no register: an officer withholds the outcome for it.
 */
export const withholdingFacts = ({ file, complaint }: About): WithholdingFacts => ({
  state: file.state,
  category: complaint.category,
  mayPublish: complaint.mayPublish,
  aboutMinor: false,
  underReview: false,
})
