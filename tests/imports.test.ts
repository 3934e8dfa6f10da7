import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, test } from 'vitest'

const RULES = ['api/rules']
const PLAIN = [...RULES, 'api/forms', 'api/failure.ts']
const ASKED = ['api/context.ts', 'api/refused.ts']

/**
 * Who may import whom. A folder may import itself and what stands behind it; the first row whose
 * folder holds a file is that file's. Node's own modules are told apart where purity matters.
 */
const MAY_IMPORT: readonly [folder: string, allowed: readonly string[]][] = [
  ['api/rules', []],
  ['api/policies', [...RULES]],
  ['api/forms', [...RULES, 'valibot']],
  ['api/words', [...RULES, 'api/forms', 'api/refused.ts', 'api/policies', 'api/acts/case']],
  ['emails', [...RULES, 'api/words', 'nodemailer', 'node:']],
  ['db/schema', [...RULES, 'drizzle-orm']],
  ['db/sealing', ['node:']],
  ['db/seeds', ['api', 'db', 'node:', 'drizzle-orm']],
  [
    'db',
    [
      ...RULES,
      'api/acts/verify-chain.ts',
      'db',
      'drizzle-orm',
      'drizzle-kit',
      '@libsql/client',
      'node:',
    ],
  ],
  ['api/reads', [...PLAIN, ...ASKED, 'api/policies', 'db', 'drizzle-orm', 'node:']],
  [
    'api/acts',
    [
      ...PLAIN,
      ...ASKED,
      'api/policies',
      'api/reads',
      'db',
      'drizzle-orm',
      '@libsql/client',
      'node:',
      'sharp',
    ],
  ],
  [
    'api/routes',
    [
      ...PLAIN,
      ...ASKED,
      'api/policies',
      'api/words',
      'api/reads',
      'api/acts',
      'api/jobs',
      'api/valid.ts',
      'api/session.ts',
      'hono',
      'valibot',
    ],
  ],
  [
    'api/jobs',
    [
      ...RULES,
      ...ASKED,
      'api/policies',
      'api/reads',
      'api/acts',
      'db',
      'emails',
      'drizzle-orm',
      'node:',
    ],
  ],
  [
    'site/pages',
    ['site', ...PLAIN, 'api/words', 'api/policies', 'api/client.ts', 'astro', 'qrcode'],
  ],
  [
    'site/components',
    ['site', ...PLAIN, 'api/words', 'api/policies', 'api/client.ts', 'astro', 'qrcode'],
  ],
  ['site/layouts', ['site', ...PLAIN, 'api/words', 'astro']],
  ['site/islands', ['site/islands', ...PLAIN, 'api/client.ts', 'svelte']],
]

const sourcesIn = (folder: string) =>
  globSync(`${folder}/**/*.{ts,svelte,astro}`).map(normalize).sort()

const ownerOf = (file: string) => MAY_IMPORT.find(([folder]) => within(file, folder))?.[0]

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

test.for(MAY_IMPORT)('%s imports only what it may', ([folder, allowed]) => {
  const files = sourcesIn(folder).filter((file) => ownerOf(file) === folder)
  const strangers = files.flatMap((file) =>
    importsOf(file)
      .filter((to) => ![folder, ...allowed].some((place) => within(to, place)))
      .map((to) => `${file} → ${to}`),
  )
  expect(strangers).toEqual([])
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
