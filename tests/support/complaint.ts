import { makeCustodianKey } from '../../db/sealing/identity.ts'
import { custodianKeys } from '../../db/schema/index.ts'
import type { Portal } from './portal.ts'

type Answers = Record<string, unknown>
type StepAnswer = {
  sealed: string
  next: string
  answers: Record<string, unknown> & { photos: { bytes: number }[] }
  notice: string | null
}

export const STORY = '我来办社保转移，窗口说还差一份材料，上次并没有告诉我。希望以后一次说清。'

/** What a citizen of Anci answers who gives the name. */
export const NAMED: Answers[] = [
  { step: 'when', day: '2026-03-02', part: 'morning' },
  { step: 'clause', clause: 'anci.duty.notOnce' },
  { step: 'story', narrative: STORY },
  { step: 'photos' },
  { step: 'identity', identity: 'named' },
  {
    step: 'contact',
    name: '王先生',
    phone: '139 0000 1234',
    email: 'w@mail.test',
    mayPublish: 'yes',
  },
]

/** The same answers with some put in the place of others, by their step. */
export const withAnswers = (...changed: Answers[]): Answers[] =>
  NAMED.map((answer) => ({ ...answer, ...changed.find(({ step }) => step === answer.step) }))

export async function step(portal: Portal, sealed: string, answers: Answers, hall = 'anci') {
  const response = await portal.post('/complaint-steps', { hall, sealed, ...answers })
  return { status: response.status, body: (await response.json()) as StepAnswer }
}

/** Answer question after question; gives the last sealed state and what the API said to each. */
export async function fillIn(portal: Portal, answers: Answers[] = NAMED, hall = 'anci') {
  const [window] = await portal.windowsOf(hall)
  let sealed = ''
  const said: StepAnswer[] = []
  for (const answer of answers) {
    const filled = answer.step === 'when' ? { window: window!.code, ...answer } : answer
    const { status, body } = await step(portal, sealed, filled, hall)
    if (status !== 200) throw new Error(`${answer.step}: ${JSON.stringify(body)}`)
    sealed = body.sealed
    said.push(body)
  }
  return { sealed, said }
}

export const send = (portal: Portal, sealed: string) => portal.post('/complaints', { sealed })

/** Give a hall a custodian, so that it can offer confidential complaints. */
export async function withCustodian(portal: Portal, hall = 'anci', passphrase = '银杏 0301 落叶') {
  const { id: hallId } = await portal.hall(hall)
  const [officer] = await portal.officersWith('custodian', hall)
  const key = await makeCustodianKey(passphrase)
  await portal.world.store.write(async (tx) => {
    await tx
      .insert(custodianKeys)
      .values({ hallId, ...key, madeBy: officer!.id, madeOn: '2026-03-01' })
  })
  return { ...key, passphrase }
}
