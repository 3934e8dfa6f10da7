/** Words of the desk and of following a case, which need figures or dates in them. */
export const caseWords = {}
