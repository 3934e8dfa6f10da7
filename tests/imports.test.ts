import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, test } from 'vitest'

const RULES = 'api/rules'
const WORLD = ['api/context.ts', 'api/refused.ts']
const TABLES = ['db/schema', 'db/store.ts', 'drizzle-orm']
const SEALED = ['db/sealing', ...TABLES]
const PAGES = [RULES, 'api/failure.ts', 'api/words', 'site']

/**
 * Who may import whom. A folder may import itself and what stands behind it; the first row that
 * names a file or a folder it lies in is that file's. Types count like everything else.
 */
const MAY_IMPORT: readonly [place: string, allowed: readonly string[]][] = [
  ['api/rules', []],
  ['api/policies', [RULES]],
  ['api/forms', [RULES, 'valibot']],
  ['api/words', [RULES, 'api/forms/problem.ts', 'api/refused.ts']],
  ['emails', [RULES, 'api/words', 'nodemailer']],
  ['db/schema', [RULES, 'drizzle-orm']],
  ['db/sealing', ['node:']],
  [
    'db/seeds',
    [
      RULES,
      'api/context.ts',
      'api/policies',
      'api/reads',
      'api/acts',
      'api/jobs',
      'api/live.ts',
      'db/schema',
      'drizzle-orm',
      'node:',
    ],
  ],
  // A backup is only restored when its log verifies.
  [
    'db/restore.ts',
    [
      'api/acts/verify-chain.ts',
      'db/back-up.ts',
      'db/instance-lock.ts',
      'db/sealing',
      'db/sound.ts',
      'db/store.ts',
      'node:',
    ],
  ],
  ['db', [RULES, 'drizzle-orm', 'drizzle-kit', '@libsql/client', 'node:']],
  ['api/reads', [RULES, ...WORLD, 'api/policies', ...SEALED, 'db/guide-search.ts', 'node:crypto']],
  [
    'api/acts',
    [
      RULES,
      ...WORLD,
      'api/policies',
      'api/forms',
      'api/reads',
      ...SEALED,
      'db/guide-search.ts',
      '@libsql/client',
      'node:',
      'sharp',
    ],
  ],
  [
    'api/jobs',
    [
      RULES,
      'api/context.ts',
      'api/policies',
      'api/reads',
      'api/acts',
      'emails',
      ...TABLES,
      'db/back-up.ts',
    ],
  ],
  // Only where the tests drive the clock does a route run jobs.
  ['api/routes/test.ts', [...WORLD, 'api/jobs/run-due-jobs.ts', 'hono']],
  [
    'api/routes',
    [
      RULES,
      ...WORLD,
      'api/policies',
      'api/forms',
      'api/words',
      'api/reads',
      'api/acts',
      'api/session.ts',
      'api/valid.ts',
      'hono',
    ],
  ],
  ['api/context.ts', [RULES, 'db/files.ts', 'db/sealing', 'db/store.ts']],
  ['api/case-refusals.ts', [RULES]],
  ['api/refused.ts', ['api/case-refusals.ts', 'api/forms/problem.ts']],
  ['api/failure.ts', []],
  ['api/session.ts', [RULES, ...WORLD, 'api/reads', 'hono']],
  ['api/valid.ts', [...WORLD, 'api/forms/pairs.ts', 'hono', 'valibot']],
  ['api/openapi.ts', ['api/refused.ts', 'api/valid.ts', '@valibot/to-json-schema']],
  ['api/client.ts', ['api/app.ts', 'api/context.ts', 'hono']],
  ['site/pages', [...PAGES, 'api/forms', 'astro', 'qrcode']],
  ['site/components', [...PAGES, 'api/policies']],
  ['site/layouts', ['site']],
  // Here the process is put together.
  [
    'site/serve.ts',
    [
      RULES,
      'api/app.ts',
      'api/context.ts',
      'api/jobs/clock.ts',
      'api/live.ts',
      'db/instance-lock.ts',
      'db/seeds/fill-demonstration.ts',
      'site',
      'node:',
    ],
  ],
  // Before the first hall there is nobody to ask a page for the link.
  ['site/open-for-business.ts', ['api/acts/hall/first-hall.ts', 'api/context.ts', 'qrcode']],
  [
    'site',
    [
      ...PAGES,
      'api/client.ts',
      'api/context.ts',
      'api/forms',
      'astro',
      '@astrojs',
      '@hono/node-server',
      'astro:',
      'compression',
      'hono',
      'qrcode',
      'sirv',
      'node:',
    ],
  ],
]

const sourcesIn = (place: string) =>
  place.endsWith('.ts')
    ? [place]
    : globSync(`${place}/**/*.{ts,svelte,astro}`).map(normalize).sort()

const ownerOf = (file: string) => MAY_IMPORT.find(([place]) => within(file, place))?.[0]

const within = (path: string, folder: string) =>
  path === folder || path.startsWith(folder.endsWith(':') ? folder : `${folder}/`)

const IMPORTS =
  /(?:^|[\s;}])(?:import|export)\s+(type\s)?(?:[^'"();]*?\sfrom\s*)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm

/** What a file imports, types too; paths as they stand in the repository. */
function importsOf(file: string): string[] {
  const source = readFileSync(file, 'utf8')
  return [...source.matchAll(IMPORTS)].map((match) => {
    const to = match[2] ?? match[3]!
    return to.startsWith('.') ? normalize(join(dirname(file), to)) : to
  })
}

const filesOf = (place: string) => sourcesIn(place).filter((file) => ownerOf(file) === place)

test.for(MAY_IMPORT)('%s imports only what it may', ([place, allowed]) => {
  const files = filesOf(place)
  expect(files).not.toEqual([])
  const strangers = files.flatMap((file) =>
    importsOf(file)
      .filter((to) => ![place, ...allowed].some((known) => within(to, known)))
      .map((to) => `${file} → ${to}`),
  )
  expect(strangers).toEqual([])
})

test.for(MAY_IMPORT)('%s may import nothing that it does not', ([place, allowed]) => {
  const imported = filesOf(place).flatMap(importsOf)
  expect(allowed.filter((known) => !imported.some((to) => within(to, known)))).toEqual([])
})

test('only what puts the process together stands in no row', () => {
  const homeless = ['api', 'db', 'emails', 'site']
    .flatMap(sourcesIn)
    .filter((file) => !ownerOf(file) && !file.endsWith('.d.ts'))
  expect(homeless).toEqual(['api/app.ts', 'api/live.ts'])
})

test('rules touch no clock, no chance and no environment', () => {
  const touching = sourcesIn('api/rules').filter((file) =>
    /Date\.now|new Date\(\)|Math\.random|process\./.test(readFileSync(file, 'utf8')),
  )
  expect(touching).toEqual([])
})

test('only the World reads the clock and chance', () => {
  const touching = ['acts', 'reads', 'routes', 'jobs', 'forms', 'words']
    .flatMap((layer) => sourcesIn(`api/${layer}`))
    .filter((file) => /Date\.now|new Date\(\)|Math\.random/.test(readFileSync(file, 'utf8')))
  expect(touching).toEqual([])
})

test('a stranger would be noticed, however it is imported', () => {
  const found = importsOf('tests/imports.test.ts')
  expect(found).toContain('node:fs')
  expect(within('api/acts-old/x.ts', 'api/acts')).toBe(false)
})
