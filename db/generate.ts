import { execFileSync } from 'node:child_process'
import { globSync, readFileSync, writeFileSync } from 'node:fs'

/**
 * Make the next migration: `npm run migration -- NAME`. drizzle-kit knows neither STRICT tables
 * nor triggers nor full-text indexes, so its SQL is completed here.
 */
const APPEND_ONLY = ['events', 'ratings', 'rating_corrections', 'second_ratings']

/** Full-text indexes, each made with the table it looks up; their words come from our own code. */
const INDEXES: Record<string, string> = {
  guide_versions: 'CREATE VIRTUAL TABLE `guide_search` USING fts5(title, body);',
}

const forbid = (table: string) =>
  ['UPDATE', 'DELETE'].map(
    (verb) =>
      `CREATE TRIGGER \`${table}_no_${verb.toLowerCase()}\` BEFORE ${verb} ON \`${table}\` ` +
      `BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END;`,
  )

const name = process.argv[2]
if (!name) throw new Error('say what the migration does: npm run migration -- NAME')
const before = new Set(globSync('db/migrations/*.sql'))
execFileSync('drizzle-kit', ['generate', '--config', 'db/drizzle.config.ts', '--name', name], {
  stdio: 'inherit',
})
for (const file of globSync('db/migrations/*.sql').filter((file) => !before.has(file))) {
  const sql = readFileSync(file, 'utf8').replaceAll(/^\);$/gm, ') STRICT;')
  const created = (table: string) => sql.includes(`CREATE TABLE \`${table}\``)
  const triggers = APPEND_ONLY.filter(created).flatMap(forbid)
  const indexes = Object.keys(INDEXES)
    .filter(created)
    .map((table) => INDEXES[table]!)
  writeFileSync(
    file,
    [sql.trimEnd(), ...triggers, ...indexes].join('\n--> statement-breakpoint\n') + '\n',
  )
}
