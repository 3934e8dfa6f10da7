import { inArray } from 'drizzle-orm'
import { publishGuide } from '../../api/acts/hall/publish-guide.ts'
import { clauses, halls, windows } from '../../db/schema/index.ts'
import { expect, test } from '../support/portal.ts'

type Json = Record<string, any>
const ask = async (portal: import('../support/portal.ts').Portal, path: string) => {
  const answer = await portal.get(path)
  return { status: answer.status, body: (await answer.json()) as Json }
}

test('the halls of the installation, with their doors', async ({ portal }) => {
  const { body } = await ask(portal, '/halls')
  expect(body.halls.map(({ key }: Json) => key)).toEqual(['anci', 'bingcha', 'qingpu'])
  expect(body.halls[0]).toEqual({
    key: 'anci',
    name: '安次区政务服务中心（演示）',
    address: '河北省廊坊市安次区示例路 8 号',
    phone: '000-2100100',
  })
})

test('a hall nobody knows is not found, on every page of it', async ({ portal }) => {
  for (const path of ['', '/windows', '/windows/abcdefgh', '/guides', '/guides/x', '/rules']) {
    const { status, body } = await ask(portal, `/halls/nowhere${path}`)
    expect([path, status, typeof body.says]).toEqual([path, 404, 'string'])
  }
})

test.for<[why: string, clock: string, hall: string, kind: string, shifts: string[]]>([
  ['a working day', '2026-03-02 09:00', 'qingpu', 'workingDay', ['08:30', '13:00']],
  ['summer afternoons begin later', '2026-07-01 09:00', 'qingpu', 'workingDay', ['08:30', '13:30']],
  ['a weekend', '2026-03-07 09:00', 'anci', 'weekend', []],
  ['a holiday', '2026-10-01 09:00', 'anci', 'holiday', []],
])('opening hours: %s', async ([, clock, hall, kind, opens], { expect }) => {
  const { openPortal } = await import('../support/portal.ts')
  const { inject } = await import('vitest')
  const portal = await openPortal(inject('furnishedPortal'))
  portal.setClock(clock)
  const { body } = await ask(portal, `/halls/${hall}`)
  expect(body.hours.today.kind).toBe(kind)
  expect(body.hours.today.shifts.map((shift: Json) => shift.opens)).toEqual(opens)
  await portal.close()
})

test('windows stand in the order of their numbers; a retired one is gone from the door', async ({
  portal,
}) => {
  const [gone] = await portal.windowsOf()
  await portal.world.store.write(async (tx) => {
    await tx
      .update(windows)
      .set({ retiredOn: '2026-02-01' })
      .where(inArray(windows.id, [gone!.id]))
  })
  const { body } = await ask(portal, '/halls/anci')
  const numbers = body.windows.map(({ number }: Json) => Number.parseInt(number))
  expect(numbers).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
  const list = (await ask(portal, '/halls/anci/windows')).body
  expect(list.retired).toMatchObject([{ code: gone!.code, retiredOn: '2026-02-01' }])
  expect(list.departments.flatMap(({ windows }: Json) => windows)).toHaveLength(11)
})

test('the rules stand with their clauses, in the version in force', async ({ portal }) => {
  const { body } = await ask(portal, '/halls/qingpu/rules')
  expect(body.systems).toHaveLength(19)
  const cited = body.systems.flatMap(({ clauses }: Json) => clauses)
  const q5 = cited.find(({ key }: Json) => key === 'qingpu.q5')
  expect(q5).toMatchObject({ version: 1 })

  const hall = await portal.hall('qingpu')
  await portal.world.store.write(async (tx) => {
    const rows = await tx
      .select()
      .from(clauses)
      .where(inArray(clauses.key, ['qingpu.q5']))
    const { id: _, ...row } = rows.find(({ hallId }) => hallId === hall.id)!
    await tx.insert(clauses).values([
      { ...row, version: 2, effectiveFrom: '2026-03-02', plain: '新的说法。' },
      { ...row, version: 3, effectiveFrom: '2026-03-03', plain: '明天的说法。' },
    ])
  })
  const now = (await ask(portal, '/halls/qingpu/rules')).body.systems
    .flatMap(({ clauses }: Json) => clauses)
    .filter(({ key }: Json) => key === 'qingpu.q5')
  expect(now).toMatchObject([{ version: 2, plain: '新的说法。', effectiveFrom: '2026-03-02' }])
})

test('no clause is lost: each stands under a rule of its hall', async ({ portal }) => {
  for (const hall of await portal.db.select().from(halls)) {
    const { body } = await ask(portal, `/halls/${hall.key}/rules`)
    const kept = await portal.db
      .select()
      .from(clauses)
      .where(inArray(clauses.hallId, [hall.id]))
    const shown = body.systems.flatMap(({ clauses }: Json) => clauses)
    expect(shown.map(({ key }: Json) => key).sort()).toEqual(kept.map(({ key }) => key).sort())
  }
})

test('a new wording of a guide takes the old one’s place in the search', async ({ portal }) => {
  const hall = await portal.hall()
  const { guideSeeds } = await import('../../db/seeds/guides.ts')
  const guide = guideSeeds.anci[0]!
  await publishGuide(portal.world, null, hall.id, { ...guide, summaryZh: '带身份证来麒麟台。' })
  const find = async (q: string) =>
    (await ask(portal, `/halls/anci/guides?q=${encodeURIComponent(q)}`)).body
  expect((await find('麒麟台')).guides).toHaveLength(1)
  expect((await find('当场拿卡')).guides.map(({ slug }: Json) => slug)).toEqual([guide.slug])
  expect(await find('第一次领卡、卡丢了补卡')).toMatchObject({ exact: false })
  expect((await ask(portal, `/halls/anci/guides/${guide.slug}`)).body).toMatchObject({
    version: 2,
    effectiveFrom: '2026-03-02',
    versions: [{ version: 2 }, { version: 1, effectiveFrom: '2026-01-05' }],
  })
})
