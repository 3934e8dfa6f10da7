import { createHash } from 'node:crypto'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { inject, test as base } from 'vitest'
import { createApi } from '../../api/app.ts'
import type { World } from '../../api/context.ts'
import type { Role } from '../../api/rules/roles.ts'
import { and, asc } from 'drizzle-orm'
import { halls, officerRoles, officers, sessions, windows } from '../../db/schema/index.ts'
import { worldIn } from './world.ts'

type Json = Record<string, unknown>
const YEAR_MS = 365 * 86_400_000

/** A portal of its own for each test: a copy of the furnished database and a clock the test sets. */
export async function openPortal(template: string, start = '2026-03-02T01:00:00Z') {
  const folder = await mkdtemp(join(tmpdir(), 'starwindow-'))
  await cp(template, folder, { recursive: true })
  const clock = { now: new Date(start) }
  const world: World = await worldIn(folder, () => clock.now)
  const api = createApi(world)

  const portal = {
    folder,
    world,
    api,
    db: world.store.read,
    /** Set the clock, in the halls' time: `'2026-03-02 17:30'` or a whole day. */
    setClock(text: string) {
      clock.now = new Date(
        `${text.length > 10 ? text.replace(' ', 'T') : `${text}T09:00`}:00+08:00`,
      )
    },
    get: (path: string, cookie = '', mark = 'somebody') =>
      api.request(path, { headers: { cookie } }, { mark }),
    post: (path: string, body: Json = {}, cookie = '', mark = 'somebody') =>
      api.request(
        path,
        {
          method: 'POST',
          headers: { cookie, 'content-type': 'application/json' },
          body: JSON.stringify(body),
        },
        { mark },
      ),
    delete: (path: string, cookie = '', mark = 'somebody') =>
      api.request(path, { method: 'DELETE', headers: { cookie } }, { mark }),
    async hall(key = 'anci') {
      const [hall] = await world.store.read.select().from(halls).where(eq(halls.key, key))
      return hall!
    },
    async windowsOf(key = 'anci') {
      const hall = await portal.hall(key)
      return world.store.read
        .select()
        .from(windows)
        .where(eq(windows.hallId, hall.id))
        .orderBy(asc(windows.id))
    },
    /** The officers of a hall who hold a role, first come first. */
    async officersWith(role: Role, key = 'anci') {
      const hall = await portal.hall(key)
      const rows = await world.store.read
        .select({ officer: officers })
        .from(officerRoles)
        .innerJoin(officers, eq(officers.id, officerRoles.officerId))
        .where(and(eq(officerRoles.hallId, hall.id), eq(officerRoles.role, role)))
        .orderBy(asc(officers.id))
      return rows.map((row) => row.officer)
    },
    /** The cookie of an officer who is signed in. */
    async signedIn(officerId: number): Promise<string> {
      const token = world.random.id(32)
      await world.store.write(async (tx) => {
        await tx.insert(sessions).values({
          officerId,
          digest: createHash('sha256').update(token).digest('base64url'),
          openedAt: clock.now,
          seenAt: new Date(clock.now.getTime() + YEAR_MS),
          endsAt: new Date(clock.now.getTime() + YEAR_MS),
        })
      })
      return `officer=${token}`
    },
    /** The cookie of the first officer of a hall who holds a role. */
    async as(role: Role, key = 'anci', which = 0): Promise<string> {
      const found = (await portal.officersWith(role, key))[which]
      if (!found) throw new Error(`no ${role} in ${key}`)
      return portal.signedIn(found.id)
    },
    async close() {
      await world.store.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
  return portal
}

export type Portal = Awaited<ReturnType<typeof openPortal>>

export const test = base.extend<{ portal: Portal }>({
  portal: async ({}, use) => {
    const portal = await openPortal(inject('furnishedPortal'))
    await use(portal)
    await portal.close()
  },
})
export { describe, expect } from 'vitest'
