import type { Files } from '../db/files.ts'
import type { Keys } from '../db/sealing/keys.ts'
import type { Store } from '../db/store.ts'
import type { Calendar } from './rules/calendar.ts'
import { type Day, dayOf } from './rules/day.ts'
import type { Role } from './rules/roles.ts'

/** Chance, as the World hands it out; tests pass a seeded one. */
export type Random = {
  /** Random bytes as base64url text. */
  id(bytes: number): string
  /** A whole number from 0 up to, not including, `below`. */
  below(below: number): number
}

/** What an installation is told by its operator. */
export type Settings = {
  /** The one address of the portal, as `https://hall.example`; every link in a letter starts so. */
  origin: string
  /** Where mail goes out; null when letters wait on the desk. */
  smtpUrl: string | null
  mailFrom: string
  /** Only in the demonstration is there a tour with one-click sign-in. */
  demo: boolean
  /** Under test the clock is the test's, and due jobs can be run on demand. */
  test: boolean
  dataDir: string
}

/** Everything outside the process that the API touches. Tests pass their own. */
export type World = {
  store: Store
  files: Files
  keys: Keys
  now: () => Date
  /** The working days known now; replaced when a year is entered. */
  calendar: Calendar
  random: Random
  settings: Settings
}

/** The day it is in the halls. */
export const today = (world: World): Day => dayOf(world.now())

/** A signed-in officer, in the hall they work for. */
export type Officer = {
  id: number
  name: string
  /** The superior unit the officer belongs to; null for the hall's own. */
  unit?: string | null
  staffId: number | null
  hallId: number
  roles: readonly Role[]
  sessionId: number
}

/** What the server knows of a request before the API sees it. */
export type Bindings = {
  /** A keyed mark of the address, rotated daily; never the address. */
  mark?: string
}

/** What every route may count on; the officer is null for whoever is not signed in. */
export type Env = {
  Bindings: Bindings
  Variables: { world: World; officer: Officer | null }
}

/** The same, behind `officersOnly`. */
export type OfficerEnv = {
  Bindings: Bindings
  Variables: { world: World; officer: Officer }
}
