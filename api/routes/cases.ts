import { Hono } from 'hono'
import { validator } from 'hono/validator'
import type { OfficerEnv } from '../context.ts'
import { caseCounts, queueOf } from '../reads/cases.ts'
import { isCaseList } from '../rules/case-queue.ts'
import { rolesOnly } from '../session.ts'

type Asked = { list?: string; q?: string; page?: string }

const first = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value)

const asked = validator('query', (query): Asked => {
  const [list, q, page] = [first(query.list), first(query.q), first(query.page)]
  return { ...(list ? { list } : {}), ...(q ? { q } : {}), ...(page ? { page } : {}) }
})

const LONGEST_SEARCH = 100
const MOST_PAGES = 10_000

/** A page's number as it stands in an address; the first for anything else. */
const pageOf = (typed: string | undefined): number => {
  const page = Number(typed)
  return Number.isInteger(page) && page >= 1 && page <= MOST_PAGES ? page : 1
}

/**
 * The cases of an officer's hall and what can be done to each; an act is a thing to POST. A case
 * that the officer may not know of is answered like one that does not exist.
 */
export const cases = new Hono<OfficerEnv>()
  .use(rolesOnly('complaintDesk', 'handler', 'officeHead', 'secondPerson'))
  .get('/', asked, async (c) => {
    const { list = 'registered', q = '', page } = c.req.valid('query')
    return c.json(
      await queueOf(c.var.world, c.var.officer, {
        list: isCaseList(list) ? list : 'all',
        q: q.slice(0, LONGEST_SEARCH),
        page: pageOf(page),
      }),
    )
  })
  .get('/counts', async (c) => c.json(await caseCounts(c.var.world, c.var.officer)))
