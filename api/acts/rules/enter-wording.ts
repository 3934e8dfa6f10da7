import { and, eq } from 'drizzle-orm'
import { clauses } from '../../../db/schema/index.ts'
import type { Officer, World } from '../../context.ts'
import type { ClauseWordingForm, SystemWordingForm } from '../../forms/rules.ts'
import { ruleSystems } from '../../policies/clauses/index.ts'
import { hallById } from '../../reads/halls.ts'
import { Invalid, Refused } from '../../refused.ts'
import { enterChange, insistOnEntering } from './enter-change.ts'

const NOT_PRINTED = { number: '', article: '', issuedOn: null, link: '' }

/** The official wording of a clause is entered, with the document and article it is printed in. */
export const enterClauseWording = (
  world: World,
  by: Officer,
  key: string,
  form: ClauseWordingForm,
) =>
  world.store.write(async (tx) => {
    insistOnEntering(by)
    const [known] = await tx
      .select({ id: clauses.id })
      .from(clauses)
      .where(and(eq(clauses.hallId, by.hallId), eq(clauses.key, key)))
      .limit(1)
    if (!known) throw new Refused('no-such-clause')
    const { effectiveFrom, reason, ...printed } = form
    const body = { ...NOT_PRINTED, ...printed }
    return enterChange(tx, world, by, { kind: 'clauseWording', key, effectiveFrom, reason, body })
  })

/** A whole rule is entered as published: its text, or at least where it can be read. */
export const enterSystemWording = (
  world: World,
  by: Officer,
  key: string,
  form: SystemWordingForm,
) =>
  world.store.write(async (tx) => {
    insistOnEntering(by)
    const hall = await hallById(tx, by.hallId)
    const shown = (ruleSystems[hall.policy] ?? []).filter(({ role }) => role !== 'out')
    if (!shown.some((system) => system.key === key)) throw new Refused('no-such-rule')
    if (form.text === '' && form.link === '') throw new Invalid({ text: ['text-or-link'] })
    const { effectiveFrom, reason, ...printed } = form
    const body = { ...NOT_PRINTED, ...printed }
    return enterChange(tx, world, by, { kind: 'systemWording', key, effectiveFrom, reason, body })
  })
