import { validator } from 'hono/validator'
import { Refused } from '../refused.ts'
import { isMonth, type Month } from '../rules/day.ts'

/** The month a page asks for, if it names one; refused when it names something else. */
export const ofMonth = validator('query', ({ month }): { month?: Month } => {
  const asked = Array.isArray(month) ? month[0] : month
  if (asked === undefined || asked === '') return {}
  if (!isMonth(asked)) throw new Refused('no-such-month')
  return { month: asked }
})
