import { execFileSync } from 'node:child_process'
import { existsSync, globSync } from 'node:fs'
import { join } from 'node:path'
import type { Measured, Subject } from './subject.ts'

/**
 * `npm run bench` prints a table of every subject; `-- --json` one object a line; `-- NAME` runs
 * one. Figures of two machines do not compare; ratios of one run do.
 */
const asked = process.argv.slice(2)
const json = asked.includes('--json')
const names = asked.filter((word) => !word.startsWith('--'))

if (!existsSync('dist/server/entry.mjs')) {
  execFileSync('npm', ['run', 'build', '--silent'], { stdio: 'ignore' })
}

const subjects: Subject[] = []
for (const file of globSync('tests/bench/*.bench.ts').sort()) {
  const found = (await import(join(process.cwd(), file))) as { subjects: readonly Subject[] }
  subjects.push(...found.subjects)
}
const unknown = names.filter((name) => !subjects.some((subject) => subject.name === name))
if (unknown.length > 0) {
  console.error(`no such subject: ${unknown.join(', ')}`)
  console.error(`there are: ${subjects.map(({ name }) => name).join(', ')}`)
  process.exit(1)
}

const round = (figure: number) => Math.round(figure * 100) / 100
const line = ({ name, value, unit, against, ratio, wanted }: Measured) =>
  [
    name.padEnd(20),
    String(round(value)).padStart(12),
    unit.padEnd(11),
    String(round(against)).padStart(12),
    String(round(ratio)).padStart(8),
    `  ${wanted}`,
  ].join(' ')

if (!json) {
  console.log(
    [
      'subject'.padEnd(20),
      'ours'.padStart(12),
      'unit'.padEnd(11),
      'yardstick'.padStart(12),
      'ratio'.padStart(8),
      '  wanted',
    ].join(' '),
  )
}
for (const subject of subjects) {
  if (names.length > 0 && !names.includes(subject.name)) continue
  for (const measured of await subject.run()) {
    const { name, value, unit, against, ratio } = measured
    console.log(
      json
        ? JSON.stringify({
            name,
            value: round(value),
            unit,
            against: round(against),
            ratio: round(ratio),
          })
        : line(measured),
    )
  }
}
process.exit(0)
