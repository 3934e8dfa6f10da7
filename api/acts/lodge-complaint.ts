import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import {
  caseFiles,
  caseStaff,
  caseSteps,
  complainants,
  complaints,
  deadlines,
  photos,
  receipts,
  sealedIdentities,
  tasks,
} from '../../db/schema/index.ts'
import { digestOf, sealField } from '../../db/sealing/field.ts'
import { sealIdentity } from '../../db/sealing/identity.ts'
import { formDigest, receiptHash, receiptOf } from '../../db/sealing/receipt.ts'
import { type Reader, StoreFull, type Transaction } from '../../db/store.ts'
import { today, type World } from '../context.ts'
import { headsToTell } from '../reads/case-heads.ts'
import { activeCustodianKey } from '../reads/complaint-form.ts'
import { hallById } from '../reads/halls.ts'
import { policyOf } from '../reads/policies.ts'
import { Refused } from '../refused.ts'
import { workingDayFrom } from '../rules/calendar.ts'
import {
  type ComplaintCategory,
  type ComplaintChannel,
  type DayPart,
  type Identity,
  type Inspector,
  type Nature,
  sourceOf,
} from '../rules/complaint.ts'
import {
  deadlinesAtLodging,
  type Promised,
  promisesAmong,
  trackAtLodging,
} from '../rules/complaint-promises.ts'
import { addDays, type Day } from '../rules/day.ts'
import type { HallPolicy } from '../rules/hall-policy.ts'
import { startClocks } from './case/case-clock.ts'
import { reportToHead } from './case/report-to-head.ts'
import { record } from './record.ts'
import { registerNumber } from './register-number.ts'
import { writeLetter } from './write-letter.ts'

export { newFormKey } from './complaint/form-state.ts'

const MEGABYTE = 1024 * 1024
/** Below so much room on the disk nothing new is taken in. */
const ROOM_FOR_COMPLAINTS = 50 * MEGABYTE

const ID_BYTES = 16
const MORNING = 'T08:00+08:00'

/** A complaint as it is lodged, through whatever channel; every id is of the same hall. */
export type ComplaintDetails = {
  /** Of `newFormKey`; the same key with the same details is the same complaint. */
  formKey: string
  hallId: number
  channel: ComplaintChannel
  nature: Nature
  identity: Identity
  windowId: number | null
  staffId?: number | null
  /** Whom else it names. */
  otherStaffIds?: readonly number[]
  clauseId: number | null
  category: ComplaintCategory
  occurredOn: Day | null
  occurredPart: DayPart
  narrative: string
  /** Who checked, for what a check of the hall found. */
  inspection?: { by: Inspector; unit: string } | null
  /** 重大事项. */
  major?: boolean
  mayPublish: boolean
  /** Left out for an anonymous complaint, whatever is given. */
  contact: { name: string; phone: string; email: string } | null
  /** Public ids of photos nobody has claimed yet. */
  photos?: readonly string[]
  /** Day zero; today when left out, as for the web. */
  receivedOn?: Day | null
  /** When it came in, as far as it may be known; dropped for hidden identities on the web. */
  receivedAt?: Date | null
  /** The officer who took it in; null on the web. */
  firstReceiverId?: number | null
  /** The sending organ's limit and number, for what another organ sent on. */
  externalDueOn?: Day | null
  externalNumber?: string | null
}

/** What the complainant takes away, and the case it became. */
export type Lodged = {
  receipt: string
  number: string
  caseId: number
  receivedOn: Day
  promises: Promised[]
}

async function lodgedBefore(
  db: Reader,
  form: { digest: string; body: string },
): Promise<Omit<Lodged, 'receipt'> | null> {
  const [found] = await db
    .select({
      body: receipts.bodyDigest,
      caseId: caseFiles.id,
      number: caseFiles.number,
      receivedOn: complaints.receivedOn,
    })
    .from(receipts)
    .innerJoin(complaints, eq(complaints.id, receipts.complaintId))
    .innerJoin(caseFiles, eq(caseFiles.complaintId, complaints.id))
    .where(eq(receipts.formDigest, form.digest))
  if (!found) return null
  if (found.body !== form.body) throw new Refused('form-changed-after-sending')
  const { body: _body, ...lodged } = found
  const running = await db
    .select()
    .from(deadlines)
    .where(eq(deadlines.caseId, found.caseId))
    .orderBy(asc(deadlines.id))
  return { ...lodged, promises: promisesAmong(running) }
}

async function freeNumber(tx: Transaction, world: World): Promise<string> {
  for (;;) {
    const number = registerNumber(world, 'TS')
    const taken = await tx
      .select({ id: caseFiles.id })
      .from(caseFiles)
      .where(eq(caseFiles.number, number))
    if (taken.length === 0) return number
  }
}

/** Nobody hides behind what a check found: its hours tell nothing of a citizen. */
const isHidden = ({ identity, channel }: ComplaintDetails) =>
  identity !== 'named' && sourceOf(channel) !== 'internalFinding'

async function insertComplaint(tx: Transaction, world: World, details: ComplaintDetails, on: Day) {
  const { keys } = world
  const publicId = world.random.id(ID_BYTES)
  const web = details.channel === 'web'
  const at = web ? world.now() : (details.receivedAt ?? null)
  const [complaint] = await tx
    .insert(complaints)
    .values({
      publicId,
      hallId: details.hallId,
      source: sourceOf(details.channel),
      channel: details.channel,
      inspector: details.inspection?.by ?? null,
      inspectorUnit: details.inspection?.unit ?? null,
      nature: details.nature,
      identity: details.identity,
      windowId: details.windowId,
      staffId: details.staffId ?? null,
      clauseId: details.clauseId,
      category: details.category,
      occurredOn: details.occurredOn,
      occurredPart: details.occurredPart,
      narrative: sealField(keys, 'complaints.narrative', publicId, details.narrative),
      major: details.major ?? false,
      mayPublish: details.mayPublish,
      receivedOn: on,
      receivedAt: web && isHidden(details) ? null : at,
      firstReceiverId: details.firstReceiverId ?? null,
      externalNumber: details.externalNumber ?? null,
    })
    .returning({ id: complaints.id, publicId: complaints.publicId })
  return complaint!
}

type Complaint = { id: number; publicId: string }

async function keepIdentity(
  tx: Transaction,
  world: World,
  complaint: Complaint,
  { identity, contact, hallId }: ComplaintDetails,
): Promise<void> {
  if (identity === 'anonymous' || !contact) return
  const { id: complaintId, publicId } = complaint
  if (identity === 'confidential') {
    const key = await activeCustodianKey(tx, hallId)
    if (!key) throw new Refused('confidential-not-ready')
    const box = sealIdentity(key.publicKey, publicId, contact)
    await tx.insert(sealedIdentities).values({ complaintId, box })
    return
  }
  const sealed = (column: 'name' | 'phone' | 'email') =>
    contact[column] === ''
      ? null
      : sealField(world.keys, `complainants.${column}`, publicId, contact[column])
  await tx.insert(complainants).values({
    complaintId,
    name: sealed('name'),
    phone: sealed('phone'),
    email: sealed('email'),
  })
}

/** Photos become the complaint's, all or none; when they were taken in is kept by the day only. */
async function claimPhotos(
  tx: Transaction,
  complaintId: number,
  ids: readonly string[],
  on: Day,
): Promise<void> {
  if (ids.length === 0) return
  const claimed = await tx
    .update(photos)
    .set({ complaintId, sweepAfter: new Date(`${on}T00:00+08:00`) })
    .where(and(inArray(photos.publicId, [...ids]), isNull(photos.complaintId)))
    .returning({ id: photos.id })
  if (claimed.length !== ids.length) throw new Refused('no-such-photo')
}

async function openFile(
  tx: Transaction,
  world: World,
  complaintId: number,
  details: ComplaintDetails,
  policy: HallPolicy,
  receivedOn: Day,
) {
  const now = today(world)
  const [file] = await tx
    .insert(caseFiles)
    .values({
      hallId: details.hallId,
      complaintId,
      number: await freeNumber(tx, world),
      policy: policy.key,
      policyVersion: policy.version,
      office: policy.office.unitZh,
      state: 'registered',
      track: trackAtLodging(details.channel),
      registeredOn: now,
    })
    .returning()
  await tx.insert(caseSteps).values({
    caseId: file!.id,
    act: 'register',
    fromState: null,
    toState: 'registered',
    officerId: details.firstReceiverId ?? null,
    day: now,
    at: isHidden(details) ? null : world.now(),
  })
  const clocks = deadlinesAtLodging(
    policy,
    { channel: details.channel, receivedOn, externalDueOn: details.externalDueOn },
    world.calendar,
  )
  await startClocks(tx, file!, clocks)
  return file!
}

/** Whom else the complaint names: kept away from the case as its own person is. */
async function nameOthers(tx: Transaction, caseId: number, ids: readonly number[]): Promise<void> {
  if (ids.length > 0) {
    await tx.insert(caseStaff).values(ids.map((staffId) => ({ caseId, staffId })))
  }
}

/** What somebody must do at once: tell the head, put a major matter in writing. */
async function setTasks(
  tx: Transaction,
  world: World,
  file: { id: number; hallId: number },
  { category, channel, major = false, nature }: ComplaintDetails,
  policy: HallPolicy,
): Promise<void> {
  await reportToHead(tx, world, file, policy, { category, major, track: trackAtLodging(channel) })
  if (!policy.majorMustBeWritten || !major || nature !== 'oral') return
  await tx.insert(tasks).values({
    hallId: file.hallId,
    caseId: file.id,
    kind: 'put-in-writing',
    key: String(file.id),
    dueOn: workingDayFrom(today(world), world.calendar),
  })
}

/** Letters of a hidden complaint wait for the next morning: their hour would tell its hour. */
async function writeLetters(
  tx: Transaction,
  world: World,
  file: { id: number; hallId: number },
  details: ComplaintDetails,
): Promise<void> {
  const { hallId, id: caseId } = file
  const notBefore = isHidden(details) ? new Date(addDays(today(world), 1) + MORNING) : undefined
  if (details.identity === 'named' && details.contact?.email) {
    await writeLetter(tx, world, {
      hallId,
      kind: 'complaint-received',
      key: String(caseId),
      caseId,
      officerId: null,
    })
  }
  const heads = await headsToTell(tx, hallId, {
    caseId,
    windowId: details.windowId,
    staffIds: [...(details.staffId ? [details.staffId] : []), ...(details.otherStaffIds ?? [])],
    occurredOn: details.occurredOn,
  })
  for (const { id: officerId } of heads) {
    await writeLetter(tx, world, {
      hallId,
      kind: 'case-assigned',
      key: `lodged:${caseId}:${officerId}`,
      caseId,
      officerId,
      notBefore,
    })
  }
}

/**
 * Lodge a complaint: what was said, who said it as they chose, the case the office now owes, its
 * clocks, its letters and its place in the log, all in one transaction. The same form sent again
 * gives the same receipt and stays one complaint; changed, it is `form-changed-after-sending`.
 * Refused as `no-such-photo`, `confidential-not-ready` and, short of room, `disk-full`.
 */
export async function lodge(world: World, details: ComplaintDetails): Promise<Lodged> {
  const { keys, store } = world
  const { formKey, ...said } = details
  const body = digestOf(keys, 'complaint-body', JSON.stringify(said))
  const form = { digest: formDigest(formKey), body }
  const receipt = receiptOf(keys, formKey)
  const before = await lodgedBefore(store.read, form)
  if (before) return { receipt, ...before }

  const hall = await hallById(store.read, details.hallId)
  if ((await world.files.room()) < ROOM_FOR_COMPLAINTS) {
    throw new Refused('disk-full', { phone: hall.phone })
  }
  const hash = await receiptHash(keys, receipt)

  const kept = store.write(async (tx) => {
    const meanwhile = await lodgedBefore(tx, form)
    if (meanwhile) return { receipt, ...meanwhile }
    const on = details.receivedOn ?? today(world)
    const policy = policyOf(hall, on)
    const complaint = await insertComplaint(tx, world, details, on)
    await keepIdentity(tx, world, complaint, details)
    await tx.insert(receipts).values({
      complaintId: complaint.id,
      receiptHash: hash,
      formDigest: form.digest,
      bodyDigest: form.body,
    })
    await claimPhotos(tx, complaint.id, details.photos ?? [], today(world))
    const file = await openFile(tx, world, complaint.id, details, policy, on)
    await nameOthers(tx, file.id, details.otherStaffIds ?? [])
    await setTasks(tx, world, file, details, policy)
    await writeLetters(tx, world, file, details)
    await record(tx, world, {
      hallId: hall.id,
      kind: 'complaint-lodged',
      object: `case:${file.id}`,
      officerId: details.firstReceiverId ?? null,
      particulars: {
        number: file.number,
        complaint: complaint.id,
        channel: details.channel,
        identity: details.identity,
        photos: details.photos?.length ?? 0,
        text: digestOf(keys, 'complaint-text', details.narrative),
      },
      dayOnly: isHidden(details),
    })
    return { receipt, ...(await lodgedBefore(tx, form))! }
  })
  return kept.catch((error: unknown) => {
    throw error instanceof StoreFull ? new Refused('disk-full', { phone: hall.phone }) : error
  })
}
