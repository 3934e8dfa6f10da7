import { expect, test } from '../support/portal.ts'

test('the document describes every route the API answers, with the bodies it reads', async ({
  portal,
}) => {
  const document = (await (await portal.get('/openapi.json')).json()) as {
    paths: Record<string, Record<string, { requestBody?: { content: Record<string, unknown> } }>>
    tags: { name: string; description: string }[]
  }
  const described = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  )
  const answered = portal.api.routes
    .filter(({ method, path }) => method !== 'ALL' && !path.startsWith('/test/'))
    .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`)
  expect([...new Set(described)].sort()).toEqual([...new Set(answered)].sort())
  expect(document.paths['/ratings']!.post!.requestBody!.content['application/json']).toMatchObject({
    schema: { required: ['window', 'level'] },
  })
  expect(document.tags.filter(({ description }) => description === '')).toEqual([])
})
