import { expect, test } from 'vitest'
import { backupsToKeep } from '../../api/rules/backups-to-keep.ts'
import { addDays, type Day } from '../../api/rules/day.ts'

const KEEP = { allOfDays: 1, lastOfDays: 35 }
const copy = (day: Day, time: string) => ({ name: `starwindow-${day}-${time}.db`, day })

test('all of the newest day stay, and the last of each day before', () => {
  const copies = [
    copy('2026-03-01', '090000'),
    copy('2026-03-01', '234500'),
    copy('2026-03-02', '090000'),
    copy('2026-03-02', '091500'),
  ]
  expect([...backupsToKeep(copies, KEEP)].sort()).toEqual(copies.slice(1).map(({ name }) => name))
})

test('thirty-five days stay, the thirty-sixth goes', () => {
  const copies = Array.from({ length: 40 }, (_, at) => copy(addDays('2026-03-02', -at), '120000'))
  const keep = backupsToKeep(copies, KEEP)
  expect(keep.size).toBe(35)
  expect(keep.has(copies[34]!.name)).toBe(true)
  expect(keep.has(copies[35]!.name)).toBe(false)
})

test('a clock that ran ahead for an hour ends no copy', () => {
  const copies = [
    copy('2026-03-01', '120000'),
    copy('2026-03-02', '120000'),
    copy('2027-04-06', '120000'),
  ]
  expect(backupsToKeep(copies, KEEP).size).toBe(3)
})
