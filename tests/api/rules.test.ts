import { eq } from 'drizzle-orm'
import { clauses, complaints } from '../../db/schema/index.ts'
import { decideCase, openCase } from '../support/points.ts'
import { describe, expect, type Portal, test } from '../support/portal.ts'

type System = {
  key: string
  role: string
  sentences: { anchor: string; sentence: string }[]
  clauses: { key: string; version: number }[]
}

const rulesOf = async (portal: Portal, key: string) =>
  (await (await portal.get(`/halls/${key}/rules`)).json()) as { systems: System[] }

const clauseOf = async (portal: Portal, hall: string, key: string) =>
  (
    (await (await portal.get(`/halls/${hall}/clauses/${key}`)).json()) as {
      clause: {
        versions: { version: number; plain: string }[]
        counted: { from: string; until: string }
        figures: { cited: number | null; upheld: number | null }
      }
    }
  ).clause

test.for<[hall: string, core: string, out: string | null]>([
  ['anci', 'anci.complaints', null],
  ['bingcha', 'bingcha.monthly', 'bingcha.seals'],
  ['qingpu', 'qingpu.electronicRating', 'qingpu.energy'],
])(
  '%s shows its rules, each with what it says, and none left to the hall',
  async (row, { portal }) => {
    const [hall, core, out] = row
    const { systems } = await rulesOf(portal, hall)
    const keys = systems.map(({ key }) => key)
    expect(keys).toContain(core)
    expect(keys).not.toContain(out)
    expect(systems.filter(({ sentences }) => sentences.length === 0)).toEqual([])
  },
)

describe('a clause says how often it was cited and upheld', () => {
  const KEY = 'anci.duty.notOnce'

  async function cite(portal: Portal, times: number, upheld: number) {
    for (let nth = 0; nth < times; nth++) {
      const about = { clause: KEY, w: '1号', occurredOn: '2026-02-10' as const }
      const caseId = await openCase(portal, 'anci', about)
      if (nth < upheld) await decideCase(portal, 'anci', caseId, 'substantiated', '2026-02-20')
    }
  }

  test.for<
    [
      why: string,
      cited: number,
      upheld: number,
      shown: { cited: number | null; upheld: number | null },
    ]
  >([
    ['never', 0, 0, { cited: null, upheld: null }],
    ['four times is too few to show', 4, 4, { cited: null, upheld: null }],
    ['five times, all upheld: that it was all is not told', 5, 5, { cited: 5, upheld: null }],
    ['ten times, five upheld', 10, 5, { cited: 10, upheld: 5 }],
    ['nine times, two upheld: neither can be reckoned', 9, 2, { cited: 9, upheld: null }],
  ])('%s', async ([, cited, upheld, shown], { portal }) => {
    await cite(portal, cited, upheld)
    const { figures } = await clauseOf(portal, 'anci', KEY)
    expect(figures).toEqual(shown)
  })

  test('whole months alone: what came this month waits for the next', async ({ portal }) => {
    await cite(portal, 6, 0)
    await portal.world.store.write(async (tx) => {
      await tx.update(complaints).set({ receivedOn: '2026-03-02' })
    })
    const now = await clauseOf(portal, 'anci', KEY)
    expect(now).toMatchObject({
      counted: { from: '2025-03-01', until: '2026-02-28' },
      figures: { cited: null },
    })
    portal.setClock('2026-04-01')
    expect((await clauseOf(portal, 'anci', KEY)).figures.cited).toBe(6)
  })
})

test('a clause keeps its earlier versions, and the one in force stands first', async ({
  portal,
}) => {
  const [first] = await portal.db.select().from(clauses).where(eq(clauses.key, 'anci.duty.notOnce'))
  const { id: _, ...row } = first!
  await portal.world.store.write(async (tx) => {
    const next = { plain: '材料没有一次说清。', effectiveFrom: '2026-03-01' } as const
    await tx.insert(clauses).values({ ...row, ...next, version: 2 })
    await tx.insert(clauses).values({ ...row, version: 3, effectiveFrom: '2026-04-01' })
  })
  const { versions } = await clauseOf(portal, 'anci', 'anci.duty.notOnce')
  expect(versions.map(({ version }) => version)).toEqual([2, 1])
  expect(versions[0]!.plain).toBe('材料没有一次说清。')
})

test('a clause that is not there gets its sentence', async ({ portal }) => {
  const answer = await portal.get('/halls/anci/clauses/anci.nothing')
  expect([answer.status, ((await answer.json()) as { says: string }).says]).toEqual([
    404,
    '没有这一条规定。请从“大厅的规定”里找。',
  ])
})
