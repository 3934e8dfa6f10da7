/** What an outcome goes back to before anybody has drafted or approved it. */
export const UNAPPROVED = {
  summary: null,
  draftedBy: null,
  draftedOn: null,
  approvedBy: null,
  approvedOn: null,
  releasedBy: null,
} as const
