import type { Context, MiddlewareHandler } from 'hono'
import * as v from 'valibot'
import type { Env } from './context.ts'
import { fromPairs } from './forms/pairs.ts'
import { Invalid, type Problem, Refused } from './refused.ts'

type Plain = v.ObjectSchema<v.ObjectEntries, v.ErrorMessage<v.ObjectIssue> | undefined>
type OneOfSeveral = v.VariantSchema<
  string,
  v.VariantOptions<string>,
  v.ErrorMessage<v.VariantIssue> | undefined
>
type Form = Plain | OneOfSeveral

/** The most bytes of a form's text; photos have a door of their own. */
const MOST_FORM_BYTES = 2 * 1024 * 1024

async function answersOf(c: Context): Promise<unknown> {
  const type = (c.req.header('content-type') ?? '').split(';')[0]!.trim().toLowerCase()
  if (Number(c.req.header('content-length') ?? 0) > MOST_FORM_BYTES)
    throw new Refused('body-too-large')
  const body = await c.req.text()
  if (body.length > MOST_FORM_BYTES) throw new Refused('body-too-large')
  if (type === 'application/json') {
    try {
      return JSON.parse(body)
    } catch {
      throw new Refused('cannot-read-body')
    }
  }
  if (type === 'application/x-www-form-urlencoded' || body === '')
    return fromPairs(new URLSearchParams(body))
  throw new Refused('cannot-read-body')
}

/** The problems of each field, by the field's name. */
function problemsOf(issues: readonly v.BaseIssue<unknown>[]): Partial<Record<string, Problem[]>> {
  const problems: Partial<Record<string, Problem[]>> = {}
  for (const issue of issues) {
    const field = String(issue.path?.[0]?.key ?? 'form')
    ;(problems[field] ??= []).push(issue.message as Problem)
  }
  return problems
}

type Read<F extends Form> = { in: { json: v.InferInput<F> }; out: { json: v.InferOutput<F> } }

/** Schemas by the handler that reads them, for the OpenAPI document. */
export const schemaOf = new WeakMap<object, Form>()

/**
 * Read a body once, as a form or as JSON, by its schema; answer 422 with a sentence for each
 * field at fault, 413 when it is too large and 400 when it is neither.
 */
export const valid = <F extends Form>(form: F): MiddlewareHandler<Env, string, Read<F>> => {
  const handler: MiddlewareHandler<Env, string, Read<F>> = async (c, next) => {
    const { success, output, issues } = v.safeParse(form, await answersOf(c))
    if (!success) throw new Invalid(problemsOf(issues))
    c.req.addValidatedData('json', output as object)
    await next()
  }
  schemaOf.set(handler, form)
  return handler
}
