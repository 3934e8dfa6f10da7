import { toJsonSchema } from '@valibot/to-json-schema'
import { STATUS_OF } from './refused.ts'
import { schemaOf } from './valid.ts'

type Route = { path: string; method: string; handler: unknown }

/** What the parts of the API are for, by the first word of their addresses. */
const TAGS: Record<string, string> = {
  accountability: 'Who is held to account, proposed, answered and decided by different people.',
  account: 'An officer’s own account: sessions and password.',
  administration: 'Setting up and running a hall; its system administrator only.',
  audit: 'The log of who did what; for the auditor, who reads nothing else.',
  awards: 'Proposals for the awards of quarters and years, and what is decided of them.',
  'box-checks': 'The daily look into comment book and box.',
  'patrol-rounds': 'Rounds through the hall, what was found, and the handover to the next shift.',
  'desk-tasks': 'What the rules make the officer who asks do, and by when.',
  cases: 'What an officer does with a case; each act is a thing to POST.',
  complaints: 'Lodging a complaint.',
  'complaint-steps': 'The questions of a complaint, one step at a time, in a sealed state.',
  custodian: 'The key that seals confidential identities.',
  demo: 'The tour of the demonstration halls; not there anywhere else.',
  'first-hall': 'Opening the first hall, behind the link the start command prints.',
  faults: 'Broken rating devices: reported, confirmed by another person, repaired.',
  follow: 'What the 16-digit receipt opens.',
  halls: 'Halls, their windows, guides and rules.',
  health: 'Whether the portal and its night are alive.',
  invitations: 'One-time links by which officers set their password.',
  letters: 'Letters that wait, went out or did not, without addresses.',
  findings: 'What checks of the hall found, registered as complaints.',
  intake: 'Complaints that arrive at the desk, read back before they are registered.',
  'negative-filings': 'Refusals put on file, reviewed by another, corrected and reported.',
  'openapi.json': 'This document.',
  'low-ratings': 'Low ratings: called back, rectified, approved by another person.',
  opening: 'Closing days of a hall and the hours of its windows.',
  outcomes: 'Preparing the anonymous publication of outcomes.',
  'monthly-reports': 'The statistics of a month at the desk, and the rates of service.',
  photos: 'Photos of a complaint, one at a time.',
  policy: 'What a hall lives by, value by value, and what it set otherwise.',
  posters: 'The QR of each window, for printing.',
  'published-reports': 'The confirmed statistics of a month, without small counts.',
  published: 'Outcomes that are public.',
  ratings: 'One tap, a correction within two minutes, reasons for a low one.',
  recusals: 'Relations that keep officers away from cases.',
  appraisals: 'Attendance findings, roll calls, hygiene, half-yearly and yearly appraisals.',
  calendar: 'The announced years, entered ones, and the dates they moved.',
  'score-years': 'The closed months of a year, recomputed from their entries.',
  rules: 'The published rules of a hall: entered by one officer, approved by another.',
  scores: 'Deductions, bonuses and attendance, proposed and confirmed by two people.',
  session: 'Signing in and out.',
  stars: 'The star windows with their whole arithmetic.',
  statements: 'The person complained about is heard.',
  windows: "What a window's QR leads to.",
}

const FAILURE = {
  type: 'object',
  required: ['reason', 'says', 'errors'],
  properties: {
    reason: { type: 'string', enum: ['invalid', ...Object.keys(STATUS_OF)] },
    says: { type: 'string', description: 'A sentence in Chinese for the person who asked.' },
    errors: {
      type: 'object',
      description: 'Sentences for each field at fault.',
      additionalProperties: { type: 'array', items: { type: 'string' } },
    },
  },
}

const bodyOf = (handlers: readonly unknown[]) => {
  const schema = handlers
    .map((handler) => schemaOf.get(handler as object))
    .find((found) => found !== undefined)
  if (!schema) return {}
  const content = { schema: toJsonSchema(schema, { typeMode: 'input', errorMode: 'ignore' }) }
  return {
    requestBody: {
      required: true,
      content: { 'application/json': content, 'application/x-www-form-urlencoded': content },
    },
  }
}

const parametersOf = (path: string) =>
  [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))

/** The OpenAPI 3.1 document of everything the API answers, made from its own routes and schemas. */
export function openapiOf(routes: readonly Route[], origin: string) {
  const handlersOf = new Map<string, unknown[]>()
  for (const { path, method, handler } of routes) {
    if (method === 'ALL' || path.includes('*') || path.startsWith('/test/')) continue
    const key = `${method} ${path}`
    handlersOf.set(key, [...(handlersOf.get(key) ?? []), handler])
  }
  const paths: Record<string, Record<string, unknown>> = {}
  for (const [key, handlers] of handlersOf) {
    const [method, path] = key.split(' ') as [string, string]
    const tag = path.split('/')[1]!
    const address = path.replace(/:(\w+)/g, '{$1}')
    paths[address] = {
      ...paths[address],
      [method.toLowerCase()]: {
        tags: [tag],
        operationId: `${method.toLowerCase()}${address.replace(/[^\w]+(\w?)/g, (_, letter: string) => letter.toUpperCase())}`,
        parameters: parametersOf(path),
        ...bodyOf(handlers),
        responses: {
          '2XX': { description: 'Done.', content: { 'application/json': { schema: {} } } },
          '4XX': {
            description: 'Refused; nothing changed.',
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Failure' } } },
          },
        },
      },
    }
  }
  const used = [...new Set(Object.keys(paths).map((path) => path.split('/')[1]!))].sort()
  return {
    openapi: '3.1.0',
    info: {
      title: 'Starwindow 星窗',
      version: '1',
      description: 'Ratings, complaints, outcomes and star windows of government service halls.',
    },
    servers: [{ url: `${origin}/api` }],
    tags: used.map((name) => ({ name, description: TAGS[name] ?? '' })),
    paths,
    components: { schemas: { Failure: FAILURE } },
  }
}
