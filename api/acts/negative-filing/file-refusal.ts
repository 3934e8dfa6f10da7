import { eq } from 'drizzle-orm'
import { negativeFilings } from '../../../db/schema/index.ts'
import { digestOf, sealField } from '../../../db/sealing/field.ts'
import { formDigest } from '../../../db/sealing/receipt.ts'
import type { Transaction } from '../../../db/store.ts'
import { type Officer, today, type World } from '../../context.ts'
import type { NegativeFilingForm } from '../../forms/negative-filing.ts'
import { mayFile, servingWith } from '../../reads/filing-choices.ts'
import { hallById } from '../../reads/halls.ts'
import { filingPolicyOf } from '../../reads/negative-filings.ts'
import { reviewersOf } from '../../reads/filing-people.ts'
import { Invalid, Refused } from '../../refused.ts'
import type { Day } from '../../rules/day.ts'
import { dueIn } from '../../rules/day-unit.ts'
import { record } from '../record.ts'
import { registerNumber } from '../register-number.ts'
import { writeLetter } from '../write-letter.ts'

const KEY_BYTES = 16

/** The window and the person a filing names: both the officer's, and together on that day. */
async function placeOf(tx: Transaction, officer: Officer, form: NegativeFilingForm, day: Day) {
  const here = await servingWith(tx, officer, day)
  if (here.length === 0) throw new Refused('no-window-to-file-for')
  const window = here.find(({ code }) => code === form.window.toLowerCase())
  if (!window) throw new Invalid({ window: ['window-not-here'] })
  const then = await servingWith(tx, { ...officer, staffId: null }, form.refusedOn)
  const served = then.filter(({ publicId }) => publicId === form.staff)
  const person = served.find(({ windowId }) => windowId === window.windowId)
  if (!person) throw new Invalid({ staff: ['not-posted-then'] })
  return person
}

async function freeNumber(tx: Transaction, world: World): Promise<string> {
  for (;;) {
    const number = registerNumber(world, 'FB')
    const [taken] = await tx
      .select({ id: negativeFilings.id })
      .from(negativeFilings)
      .where(eq(negativeFilings.number, number))
    if (!taken) return number
  }
}

/** The texts of a filing, each encrypted for its own place. */
function sealed({ keys }: World, number: string, form: NegativeFilingForm) {
  const seal = <C extends 'content' | 'reason' | 'basis' | `applicant${string}`>(column: C) =>
    sealField(
      keys,
      `negative_filings.${column}`,
      number,
      form[column as keyof typeof form] as string,
    )
  const maybe = (column: 'applicantUnit' | 'applicantAddress' | 'applicantPhone') =>
    form[column] === '' ? null : seal(column)
  return {
    applicantName: seal('applicantName'),
    applicantUnit: maybe('applicantUnit'),
    applicantAddress: maybe('applicantAddress'),
    applicantPhone: maybe('applicantPhone'),
    content: seal('content'),
    reason: seal('reason'),
    basis: seal('basis'),
  }
}

/**
 * A window puts a refusal on file (Bingcha 否定报备制度): who refused what and why, and who still
 * objects. The section that reviews it is told by letter. The same form sent again is one filing.
 * Refused as `no-negative-filing-here` in halls without the rule and as `no-window-to-file-for`.
 */
export const fileRefusal = (world: World, officer: Officer, form: NegativeFilingForm) =>
  world.store.write(async (tx) => {
    const day = today(world)
    const policy = filingPolicyOf(await hallById(tx, officer.hallId), day)
    if (!mayFile(officer)) throw new Refused('no-window-to-file-for')
    const key = form.formKey || world.random.id(KEY_BYTES)
    const digest = formDigest(`negative-filing ${officer.id} ${key}`)
    const [before] = await tx
      .select({ number: negativeFilings.number })
      .from(negativeFilings)
      .where(eq(negativeFilings.formDigest, digest))
    if (before) return before
    if (form.refusedOn > day) throw new Invalid({ refusedOn: ['day-in-future'] })
    const person = await placeOf(tx, officer, form, day)
    const number = await freeNumber(tx, world)
    const [filing] = await tx
      .insert(negativeFilings)
      .values({
        hallId: officer.hallId,
        number,
        formDigest: digest,
        windowId: person.windowId,
        staffId: person.staffId,
        refusedOn: form.refusedOn,
        nature: form.nature,
        toldToWrite: form.toldToWrite,
        important: form.important,
        ...sealed(world, number, form),
        filedBy: officer.id,
        filedOn: day,
        filedAt: world.now(),
      })
      .returning()
    await record(tx, world, {
      hallId: officer.hallId,
      kind: 'refusal-filed',
      object: `negative-filing:${filing!.id}`,
      officerId: officer.id,
      particulars: {
        number,
        window: person.windowId,
        staff: person.staffId,
        important: form.important,
        text: digestOf(world.keys, 'negative-filing', `${form.content}\n${form.reason}`),
      },
    })
    const due = dueIn(policy.unit, day, policy.review, world.calendar).day
    for (const { id } of await reviewersOf(tx, filing!)) {
      await writeLetter(tx, world, {
        hallId: officer.hallId,
        kind: 'filing-waits',
        key: `${due}:${number}:${id}`,
        caseId: null,
        officerId: id,
      })
    }
    return { number }
  })
