import { and, eq, inArray, isNotNull } from 'drizzle-orm'
import {
  caseFiles,
  complaints,
  decisions,
  scoreEntries,
  staff,
  windows,
} from '../../db/schema/index.ts'
import type { CaseState, Finding } from '../../api/rules/case-file.ts'
import type { Day } from '../../api/rules/day.ts'
import type { Portal } from './portal.ts'

/** A person of a hall by staff number. */
export async function personOf(portal: Portal, number: string) {
  const [found] = await portal.db.select().from(staff).where(eq(staff.number, number))
  return found!
}

/** The time in which whoever an entry names may answer has passed without an answer. */
export async function answerTimePasses(portal: Portal): Promise<void> {
  await portal.world.store.write((tx) =>
    tx
      .update(scoreEntries)
      .set({ answerUntil: '2026-01-01' })
      .where(isNotNull(scoreEntries.answerUntil)),
  )
}

/** Propose and confirm an entry by two officers; `s` is a staff number, `w` a window's number. */
export async function post(
  portal: Portal,
  key: string,
  entry: { item: string; s?: string; w?: string; on: string } & Record<string, unknown>,
): Promise<string> {
  const { s, w, on, ...rest } = entry
  const hall = await portal.hall(key)
  const [window] = w
    ? await portal.db
        .select()
        .from(windows)
        .where(and(eq(windows.hallId, hall.id), eq(windows.number, w)))
    : []
  const proposed = await portal.post(
    '/scores/entries',
    {
      quantity: 1,
      reason: '巡查发现',
      occurredOn: on,
      ...(s ? { staff: (await personOf(portal, s)).publicId } : {}),
      ...(window ? { window: window.code } : {}),
      ...rest,
    },
    await portal.as('patrolOfficer', key),
  )
  const { id } = (await proposed.json()) as { id: string }
  if (proposed.status !== 201) throw new Error(`not proposed: ${JSON.stringify({ entry, id })}`)
  await answerTimePasses(portal)
  const confirmed = await portal.post(
    `/scores/entries/${id}/confirmation`,
    {},
    await portal.as('assessmentGroup', key),
  )
  if (confirmed.status !== 201) throw new Error(`not confirmed: ${await confirmed.text()}`)
  return id
}

/** A confirmed fault of a window's rating device that began on a day and was not repaired yet. */
export async function faultAt(
  portal: Portal,
  key: string,
  number: string,
  beganOn: Day,
): Promise<void> {
  const window = (await portal.windowsOf(key)).find((each) => each.number === number)!
  const reported = await portal.post(
    '/faults',
    { window: window.code, sign: 'dark', beganOn },
    await portal.as('patrolOfficer', key),
  )
  const { id } = (await reported.json()) as { id: string }
  const confirmed = await portal.post(
    `/faults/${id}/decision`,
    { confirmed: 'yes', found: '主板坏了' },
    await portal.as('officeHead', key),
  )
  if (confirmed.status !== 201) throw new Error(`not confirmed: ${await confirmed.text()}`)
}

/** Everybody of a hall attended so many days of a month, but for those named. */
export async function attend(
  portal: Portal,
  month: string,
  days: number,
  others: Record<string, number> = {},
  key = 'anci',
): Promise<void> {
  const table = (await (
    await portal.get(`/scores/attendance?month=${month}`, await portal.as('officeHead', key))
  ).json()) as { rows: { staff: string; number: string }[] }
  const body = {
    month,
    staff: table.rows.map(({ staff }) => staff),
    days: table.rows.map(({ number }) => String(others[number] ?? days)),
  }
  const entered = await portal.post('/scores/attendance', body, await portal.as('officeHead', key))
  if (entered.status !== 201) throw new Error(`not entered: ${await entered.text()}`)
  const confirmed = await portal.post(
    '/scores/attendance/confirmation',
    body,
    await portal.as('assessmentGroup', key),
  )
  if (confirmed.status !== 201) throw new Error(`not confirmed: ${await confirmed.text()}`)
}

/** A case about a person or a window, as the office would hold it. */
export async function openCase(
  portal: Portal,
  key: string,
  about: {
    s?: string
    w?: string
    clause?: string
    occurredOn?: Day
    acceptedOn?: Day
    state?: CaseState
  },
): Promise<number> {
  const hall = await portal.hall(key)
  const on = about.occurredOn ?? '2026-02-10'
  const [window] = about.w
    ? await portal.db
        .select()
        .from(windows)
        .where(and(eq(windows.hallId, hall.id), eq(windows.number, about.w)))
    : []
  const person = about.s ? await personOf(portal, about.s) : undefined
  const { clauses } = await import('../../db/schema/index.ts')
  const [clause] = about.clause
    ? await portal.db.select().from(clauses).where(eq(clauses.key, about.clause))
    : []
  return portal.world.store.write(async (tx) => {
    const [complaint] = await tx
      .insert(complaints)
      .values({
        publicId: portal.world.random.id(16),
        hallId: hall.id,
        source: 'citizen',
        channel: 'phone',
        nature: 'oral',
        identity: 'named',
        windowId: window?.id ?? null,
        staffId: person?.id ?? null,
        clauseId: clause?.id ?? null,
        category: 'other',
        occurredOn: on,
        occurredPart: 'unknown',
        narrative: 'sealed',
        mayPublish: true,
        receivedOn: on,
      })
      .returning()
    const [file] = await tx
      .insert(caseFiles)
      .values({
        hallId: hall.id,
        complaintId: complaint!.id,
        number: `TS-${portal.world.random.id(6)}`,
        policy: hall.policy,
        policyVersion: '1',
        office: 'office',
        state: about.state ?? 'investigating',
        registeredOn: on,
        acceptedOn: about.acceptedOn ?? on,
      })
      .returning()
    return file!.id
  })
}

/** The case is decided by two people on a day, and closed when `close` says so. */
export async function decideCase(
  portal: Portal,
  key: string,
  caseId: number,
  finding: Finding,
  on: Day,
  close = true,
): Promise<void> {
  const [handler] = await portal.officersWith('handler', key)
  const [head] = await portal.officersWith('officeHead', key)
  await portal.world.store.write(async (tx) => {
    await tx.insert(decisions).values({
      caseId,
      finding,
      reasons: '-',
      measure: '-',
      replyForm: 'oral',
      reply: '-',
      proposedBy: handler!.id,
      proposedOn: on,
      decidedBy: head!.id,
      decidedOn: on,
      approved: true,
    })
    if (close)
      await tx
        .update(caseFiles)
        .set({ state: 'closed', closedOn: on })
        .where(inArray(caseFiles.id, [caseId]))
  })
}
