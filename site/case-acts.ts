import type { PageClient } from '../api/client.ts'
import type { DeskAct } from '../api/words/zh-desk.ts'
import { type Acted, refusedIn, valuesOf } from './acted.ts'
import { type Typed, valueOf } from './submitted.ts'

type Json = (typed: Typed) => never

/** What the forms of a case's page post to, by the act each names. */
export function caseActs(api: PageClient, number: string) {
  const at = api.cases[':number']
  const param = { number }
  const json: Json = (typed) => typed as never
  return {
    acceptance: (typed: Typed) => at.acceptance.$post({ param, json: json(typed) }),
    decline: (typed: Typed) => at.decline.$post({ param, json: json(typed) }),
    transfer: (typed: Typed) => at.transfer.$post({ param, json: json(typed) }),
    assignment: (typed: Typed) => at.assignment.$post({ param, json: json(typed) }),
    classification: (typed: Typed) => at.classification.$post({ param, json: json(typed) }),
    'written-form': (typed: Typed) => at['written-form'].$post({ param, json: json(typed) }),
    inquiry: (typed: Typed) => at.inquiry.$post({ param, json: json(typed) }),
    'inquiry-notes': (typed: Typed) => at['inquiry-notes'].$post({ param, json: json(typed) }),
    'statement-requests': (typed: Typed) =>
      at['statement-requests'].$post({ param, json: json(typed) }),
    'department-results': (typed: Typed) =>
      at['department-results'].$post({ param, json: json(typed) }),
    extension: (typed: Typed) => at.extension.$post({ param, json: json(typed) }),
    'head-note': (typed: Typed) => at['head-note'].$post({ param, json: json(typed) }),
    'coordination-opinion': (typed: Typed) =>
      at['coordination-opinion'].$post({ param, json: json(typed) }),
    'leader-review': (typed: Typed) => at['leader-review'].$post({ param, json: json(typed) }),
    meeting: (typed: Typed) => at.meeting.$post({ param, json: json(typed) }),
    'final-opinion': (typed: Typed) => at['final-opinion'].$post({ param, json: json(typed) }),
    'on-spot': (typed: Typed) => at['on-spot'].$post({ param, json: json(typed) }),
    decision: (typed: Typed) => at.decision.$post({ param, json: json(typed) }),
    approval: (typed: Typed) => at.approval.$post({ param, json: json(typed) }),
    return: (typed: Typed) => at.return.$post({ param, json: json(typed) }),
    'sender-answer': (typed: Typed) => at['sender-answer'].$post({ param, json: json(typed) }),
    accountability: (typed: Typed) => at.accountability.$post({ param, json: json(typed) }),
    'accountability-decision': (typed: Typed) =>
      api.accountability[':id'].decision.$post({
        param: { id: valueOf(typed, 'id') },
        json: json(typed),
      }),
    closing: (typed: Typed) => at.closing.$post({ param, json: json(typed) }),
    archiving: (typed: Typed) => at.archiving.$post({ param, json: json(typed) }),
    messages: (typed: Typed) => at.messages.$post({ param, json: json(typed) }),
    unsealing: (typed: Typed) => at.unsealings.$post({ param, json: json(typed) }),
    contact: () => at.contact.$post({ param }),
  } satisfies Record<DeskAct | 'contact', unknown>
}

/** What one form of the page shows again: what was typed into it, and what was wrong. */
export function formOf(sent: Acted<unknown>, act: DeskAct) {
  const { typed, failure } = refusedIn(sent, act)
  return {
    act,
    failure,
    /** Field ids bear the act's name, but those of the form at fault, which the summary links to. */
    of: failure ? '' : `${act}-`,
    value: (name: string, otherwise: string | null = '') =>
      name in typed ? valueOf(typed, name) : (otherwise ?? ''),
    values: (name: string, otherwise: readonly string[] = []) =>
      failure ? valuesOf(typed, name) : otherwise,
  }
}

export type ActForm = ReturnType<typeof formOf>
