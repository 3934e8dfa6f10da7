import { complaints, photos } from '../../db/schema/index.ts'
import {
  fillIn,
  NAMED,
  send,
  step,
  STORY,
  withAnswers,
  withCustodian,
} from '../support/complaint.ts'
import { expect, test } from '../support/portal.ts'

type Refusal = { reason: string; says: string; errors: Record<string, string[]> }

test('the questions follow each other and end at the check', async ({ portal }) => {
  const { said } = await fillIn(portal)
  expect(said.map(({ next }) => next)).toEqual([
    'clause',
    'story',
    'photos',
    'identity',
    'contact',
    'check',
  ])
  expect(said.at(-1)!.answers).toMatchObject({
    occurredOn: '2026-03-02',
    occurredPart: 'morning',
    clause: 'anci.duty.notOnce',
    narrative: STORY,
    identity: 'named',
    name: '王先生',
    phone: '13900001234',
    email: 'w@mail.test',
    mayPublish: true,
  })
  expect(await portal.db.select().from(complaints)).toEqual([])
})

test('the form says what the hall offers and promises', async ({ portal }) => {
  const before = (await (await portal.get('/complaint-steps/anci')).json()) as {
    confidential: boolean
    windows: { number: string }[]
    common: { title: string }[]
    systems: { clauses: unknown[] }[]
    promises: { kind: string; dueOn: string; sentence: string }[]
  }
  expect(before.confidential).toBe(false)
  expect(before.windows.length).toBe((await portal.windowsOf()).length)
  expect(before.common.length).toBeGreaterThanOrEqual(5)
  expect(before.common.length).toBeLessThanOrEqual(8)
  expect(before.common.every(({ title }) => title !== '')).toBe(true)
  const others = before.systems.flatMap(({ clauses }) => clauses).length
  expect(others).toBeGreaterThan(before.common.length)
  expect(before.promises).toMatchObject([
    {
      kind: 'acceptance',
      dueOn: '2026-03-03',
      sentence: '3月3日下班前（17:30），告诉您是否受理。',
    },
    {
      kind: 'reply',
      dueOn: '2026-03-16',
      sentence: '3月16日前，答复您，或者说明原因和新的日期。',
    },
  ])
  await withCustodian(portal)
  expect(await (await portal.get('/complaint-steps/anci')).json()).toMatchObject({
    confidential: true,
  })
  expect((await portal.get('/complaint-steps/nowhere')).status).toBe(404)
})

test('everything missing from a question is said at once', async ({ portal }) => {
  const { body } = await step(portal, '', { step: 'when', year: '2026', month: '', date: '' })
  expect(Object.keys((body as unknown as Refusal).errors).sort()).toEqual(['day', 'part', 'window'])
})

test.for<[why: string, answers: Record<string, unknown>, field: string, says: string]>([
  [
    'no window',
    { step: 'when', window: '', day: '2026-03-02', part: 'morning' },
    'window',
    '请选择窗口，记不清也可以选。',
  ],
  [
    'a window of nowhere',
    { step: 'when', window: '22222222', day: '2026-03-02', part: 'morning' },
    'window',
    '这个大厅没有这个窗口，请重新选。',
  ],
  ['no day', { step: 'when', window: 'unknown', part: 'morning' }, 'day', '请选择是哪一天。'],
  [
    'a day that does not exist',
    {
      step: 'when',
      window: 'unknown',
      day: 'other',
      year: '2026',
      month: '2',
      date: '30',
      part: 'morning',
    },
    'day',
    '没有这一天，请检查年月日。',
  ],
  [
    'tomorrow',
    { step: 'when', window: 'unknown', day: '2026-03-03', part: 'morning' },
    'day',
    '这一天还没有到，请检查日期。',
  ],
  [
    'a day of another century',
    {
      step: 'when',
      window: 'unknown',
      day: 'other',
      year: '1926',
      month: '3',
      date: '2',
      part: 'morning',
    },
    'day',
    '日期太早了，请检查年份。',
  ],
  [
    'a part of the day nobody knows',
    { step: 'when', window: 'unknown', day: '2026-03-02', part: 'night' },
    'part',
    '请从列出的选项里选一个。',
  ],
  ['no clause', { step: 'clause' }, 'clause', '请选择您要反映的规定。'],
  [
    'a clause of another hall',
    { step: 'clause', clause: 'qingpu.q5' },
    'clause',
    '没有找到这一条规定，请重新选。',
  ],
  [
    'no story',
    { step: 'story', narrative: '' },
    'narrative',
    '请再写几句，至少 10 个字，我们才能核实。',
  ],
  [
    'nine characters',
    { step: 'story', narrative: '  窗口态度很不好啊啊  ' },
    'narrative',
    '请再写几句，至少 10 个字，我们才能核实。',
  ],
  [
    '100,000 characters',
    { step: 'story', narrative: '的'.repeat(100_000) },
    'narrative',
    '最多写 2000 个字，请缩短一些。您写的内容还在。',
  ],
  [
    'NUL in the story',
    { step: 'story', narrative: `${STORY}\0` },
    'narrative',
    '里面有无法保存的特殊符号，请删掉后再试。',
  ],
  [
    'half a surrogate pair',
    { step: 'story', narrative: `${STORY}\ud83d` },
    'narrative',
    '里面有无法保存的特殊符号，请删掉后再试。',
  ],
  ['no identity', { step: 'identity', identity: '' }, 'identity', '请选择怎样对待您的身份。'],
  [
    'an identity we do not know',
    { step: 'identity', identity: 'masked' },
    'identity',
    '请从列出的选项里选一个。',
  ],
  [
    'no name',
    { step: 'contact', phone: '13900001234', mayPublish: 'no' },
    'name',
    '请填写您的称呼，例如“王先生”。',
  ],
  [
    'nothing to reach by',
    { step: 'contact', name: '王先生', mayPublish: 'no' },
    'phone',
    '电话和邮箱至少填一项，我们才能联系您。',
  ],
  [
    'half a telephone number',
    { step: 'contact', name: '王先生', phone: '139', mayPublish: 'no' },
    'phone',
    '电话号码不完整，请检查。',
  ],
  [
    'an e-mail that would be two',
    { step: 'contact', name: '王先生', email: 'a@y.cn\r\nRCPT TO:<e@z.cn>', mayPublish: 'no' },
    'email',
    '邮箱地址不完整，例如 name@example.com。',
  ],
  [
    'no word on publishing',
    { step: 'contact', name: '王先生', phone: '13900001234' },
    'mayPublish',
    '请选择是否同意公开处理结果。',
  ],
])('%s is refused with a sentence at the field', async ([, answers, field, says], { portal }) => {
  const { sealed } = await fillIn(portal)
  const answer = await portal.post('/complaint-steps', { hall: 'anci', sealed, ...answers })
  expect(answer.status).toBe(422)
  expect(((await answer.json()) as Refusal).errors).toMatchObject({ [field]: [says] })
  expect(await portal.db.select().from(complaints)).toEqual([])
})

test.for<[why: string, typed: Record<string, string>, day: string]>([
  ['full-width digits and a short year', { year: '２６', month: '３', date: '1日' }, '2026-03-01'],
  ['the choice left open', { day: '', year: '2026', month: '2', date: '9' }, '2026-02-09'],
  ['leading zeros', { year: '2025', month: '09', date: '05' }, '2025-09-05'],
])('a typed day is read with %s', async ([, typed, day], { portal }) => {
  const { body } = await step(portal, '', {
    step: 'when',
    window: 'unknown',
    day: 'other',
    part: 'unknown',
    ...typed,
  })
  expect(body.answers).toMatchObject({ window: null, occurredOn: day, occurredPart: 'unknown' })
})

test('2,000 characters and their line ends are taken as they stand', async ({ portal }) => {
  const { sealed } = await fillIn(portal)
  const narrative = `${'字'.repeat(1_000)}\r\n${'😀'.repeat(999)}`
  const { status, body } = await step(portal, sealed, { step: 'story', narrative })
  expect(status).toBe(200)
  expect(body.answers.narrative).toBe(narrative.replace('\r\n', '\n'))
})

test('who changes an answer returns to the check, by way of what became open', async ({
  portal,
}) => {
  const { sealed } = await fillIn(portal, withAnswers({ step: 'identity', identity: 'anonymous' }))
  const changed = { step: 'story', narrative: `${STORY}就这些。`, returnTo: 'check' }
  expect((await step(portal, sealed, changed)).body.next).toBe('check')
  const named = await step(portal, sealed, {
    step: 'identity',
    identity: 'named',
    returnTo: 'check',
  })
  expect(named.body.next).toBe('contact')
})

test('an anonymous complaint takes no contact and says so', async ({ portal }) => {
  const { said } = await fillIn(portal, withAnswers({ step: 'identity', identity: 'anonymous' }))
  expect(said.at(-1)).toMatchObject({ next: 'check', notice: 'contact-dropped' })
  expect(said.at(-1)!.answers).not.toHaveProperty('phone')
  expect(said.at(-1)!.answers).not.toHaveProperty('name')
})

test('contact given before is dropped when the citizen becomes anonymous', async ({ portal }) => {
  const { sealed } = await fillIn(portal)
  const { body } = await step(portal, sealed, { step: 'identity', identity: 'anonymous' })
  expect(body.notice).toBe('contact-dropped')
  expect(JSON.stringify(body.answers)).not.toMatch(/王先生|1234|mail/)
})

test('a hidden writer is warned once of contact data in the text and may keep it', async ({
  portal,
}) => {
  const narrative = `${STORY}请打 13812345678 找我。`
  const anonymous = withAnswers(
    { step: 'story', narrative },
    { step: 'identity', identity: 'anonymous' },
  )
  const { sealed, said } = await fillIn(portal, anonymous.slice(0, 5))
  expect(said.at(-1)!.next).toBe('warning')
  const opened = await portal.post('/complaint-steps/answers', { hall: 'anci', sealed })
  expect(await opened.json()).toMatchObject({
    next: 'contact',
    contactData: [{ kind: 'mobile', shown: '138…' }],
  })
  const kept = await step(portal, sealed, { step: 'warning', keep: 'yes' })
  expect(kept.body.next).toBe('contact')
  const again = await step(portal, kept.body.sealed, { step: 'identity', identity: 'anonymous' })
  expect(again.body.next).toBe('contact')
  const another = { step: 'story', narrative: `${narrative}谢谢。` }
  expect((await step(portal, again.body.sealed, another)).body.next).toBe('warning')
  const named = await fillIn(portal, withAnswers({ step: 'story', narrative }))
  expect(named.said.map(({ next }) => next)).not.toContain('warning')
})

test('confidential is offered only once a custodian can be sealed for', async ({ portal }) => {
  const { sealed } = await fillIn(portal)
  const confidential = { step: 'identity', identity: 'confidential' }
  const refused = await portal.post('/complaint-steps', { hall: 'anci', sealed, ...confidential })
  expect(refused.status).toBe(409)
  expect(((await refused.json()) as Refusal).reason).toBe('confidential-not-ready')
  await withCustodian(portal)
  expect((await step(portal, sealed, confidential)).body.next).toBe('contact')
})

const flipped = (sealed: string) => {
  const at = Math.floor(sealed.length / 2)
  return sealed.slice(0, at) + (sealed[at] === 'A' ? 'B' : 'A') + sealed.slice(at + 1)
}

test.for<[why: string, change: (sealed: string) => string, hall: string, clock: string]>([
  ['older than a day', (sealed) => sealed, 'anci', '2026-03-03 10:00'],
  ['exactly a day old', (sealed) => sealed, 'anci', '2026-03-03 09:00'],
  ['changed in one letter', flipped, 'anci', '2026-03-02 09:00'],
  ['cut short', (sealed) => sealed.slice(0, -4), 'anci', '2026-03-02 09:00'],
  ['no state at all', () => '', 'anci', '2026-03-02 09:00'],
  ['not a state', () => 'f1.e30', 'anci', '2026-03-02 09:00'],
  ['of another hall', (sealed) => sealed, 'qingpu', '2026-03-02 09:00'],
])('a state %s has expired', async ([, change, hall, clock], { portal }) => {
  const { sealed } = await fillIn(portal)
  portal.setClock(clock)
  const body = { hall, sealed: change(sealed), step: 'story', narrative: STORY }
  const answer = await portal.post('/complaint-steps', body)
  expect(answer.status).toBe(410)
  expect(((await answer.json()) as Refusal).reason).toBe('form-expired')
  expect((await portal.post('/complaint-steps/answers', body)).status).toBe(410)
})

test('a day less a minute has not expired', async ({ portal }) => {
  const { sealed } = await fillIn(portal)
  portal.setClock('2026-03-03 08:59')
  expect((await step(portal, sealed, { step: 'photos' })).status).toBe(200)
})

test('what is sealed cannot be read and never looks the same twice', async ({ portal }) => {
  const [one, two] = [await fillIn(portal), await fillIn(portal)]
  expect(one.sealed).not.toBe(two.sealed)
  for (const part of [one.sealed, Buffer.from(one.sealed.slice(3), 'base64url').toString()]) {
    expect(part).not.toMatch(/王先生|13900001234|narrative/)
  }
})

test('answers left out are missing when the complaint is sent', async ({ portal }) => {
  for (const left of ['clause', 'story', 'identity', 'contact']) {
    const { sealed } = await fillIn(
      portal,
      NAMED.filter((answer) => answer.step !== left),
    )
    const answer = await send(portal, sealed)
    expect([left, answer.status, ((await answer.json()) as Refusal).reason]).toEqual([
      left,
      422,
      'answers-missing',
    ])
  }
  expect(await portal.db.select().from(complaints)).toEqual([])
})

test('steps may be kept by the browser for going back, and by nobody else', async ({ portal }) => {
  const answer = await portal.post('/complaint-steps', { hall: 'anci', step: 'when' })
  expect(answer.headers.get('cache-control')).toBe('private, no-cache')
  const cleared = await portal.post('/complaint-steps/clearing', { sealed: 'anything' })
  expect([cleared.status, cleared.headers.get('clear-site-data')]).toEqual([200, '"cache"'])
  expect(await portal.db.select().from(photos)).toEqual([])
})

test('what is typed and left is kept until its question has an answer', async ({ portal }) => {
  const { sealed } = await fillIn(portal, NAMED.slice(0, 2))
  const left = await step(portal, sealed, { step: 'leave', from: 'story', narrative: '太短' })
  expect(left.body).toMatchObject({ next: 'story', answers: { typed: { narrative: '太短' } } })
  expect(left.body.answers).not.toHaveProperty('narrative')
  const further = await step(portal, left.body.sealed, { step: 'clause', clause: 'unknown' })
  expect(further.body.answers.typed).toEqual({ narrative: '太短' })
  const written = await step(portal, further.body.sealed, { step: 'story', narrative: STORY })
  expect(written.body.answers).not.toHaveProperty('typed')
  expect(written.body.answers.narrative).toBe(STORY)
})

test('contact typed and left is forgotten with anonymity', async ({ portal }) => {
  const { sealed } = await fillIn(portal, NAMED.slice(0, 5))
  const typed = { name: '王', phone: 'abc', email: 'a', mayPublish: 'yes' }
  const left = await step(portal, sealed, { step: 'leave', from: 'contact', ...typed })
  expect(left.body.answers.typed).toEqual(typed)
  const hidden = await step(portal, left.body.sealed, { step: 'identity', identity: 'anonymous' })
  expect(hidden.body.answers.typed).toEqual({ mayPublish: 'yes' })
  const again = await step(portal, hidden.body.sealed, { step: 'leave', from: 'contact', ...typed })
  expect(again.body.answers.typed).toEqual({ mayPublish: 'yes' })
})

test('a text carried over from an expired form is no story until it is sent as one', async ({
  portal,
}) => {
  const [window] = await portal.windowsOf()
  const when = { ...NAMED[0], window: window!.code, narrative: '短' }
  let { sealed } = (await step(portal, '', when)).body
  for (const answer of NAMED.slice(1).filter(({ step: name }) => name !== 'story')) {
    sealed = (await step(portal, sealed, { ...answer, returnTo: 'check' })).body.sealed
  }
  const answer = await send(portal, sealed)
  expect([answer.status, ((await answer.json()) as Refusal).reason]).toEqual([
    422,
    'answers-missing',
  ])
  expect(await portal.db.select().from(complaints)).toEqual([])
})
