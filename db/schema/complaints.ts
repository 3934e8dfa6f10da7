import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import {
  CATEGORIES,
  CHANNELS,
  type ComplaintCategory,
  type ComplaintChannel,
  type ComplaintSource,
  DAY_PARTS,
  type DayPart,
  IDENTITIES,
  type Identity,
  type Inspector,
  INSPECTORS,
  NATURES,
  type Nature,
  SOURCES,
} from '../../api/rules/complaint.ts'
import { clauses } from './clauses.ts'
import { cipher, day, flag, holds, id, isADay, moment, oneOf, publicId } from './columns.ts'
import { officers, staff } from './people.ts'
import { halls, windows } from './places.ts'

/**
 * What a citizen said, or what a check of the hall found. Never edited. `receivedAt` is null for confidential and anonymous web
 * complaints: of those only the day is kept anywhere.
 */
export const complaints = sqliteTable(
  'complaints',
  {
    id: id(),
    publicId: publicId(),
    hallId: integer()
      .notNull()
      .references(() => halls.id),
    source: text().$type<ComplaintSource>().notNull(),
    channel: text().$type<ComplaintChannel>().notNull(),
    /** Who checked, for what a check of the hall found, and the unit's name. */
    inspector: text().$type<Inspector>(),
    inspectorUnit: text(),
    nature: text().$type<Nature>().notNull(),
    identity: text().$type<Identity>().notNull(),
    windowId: integer().references(() => windows.id),
    staffId: integer().references(() => staff.id),
    clauseId: integer().references(() => clauses.id),
    category: text().$type<ComplaintCategory>().notNull(),
    occurredOn: day(),
    occurredPart: text().$type<DayPart>().notNull(),
    narrative: cipher().notNull(),
    major: flag().notNull().default(false),
    mayPublish: flag().notNull(),
    receivedOn: day().notNull(),
    receivedAt: moment(),
    firstReceiverId: integer().references(() => officers.id),
    externalNumber: text(),
  },
  (t) => [
    index('complaints_of_window').on(t.windowId, t.receivedOn),
    oneOf('complaints_source', t.source, SOURCES),
    oneOf('complaints_channel', t.channel, CHANNELS),
    oneOf('complaints_inspector', t.inspector, INSPECTORS),
    holds(
      'complaints_inspected',
      sql`(${t.source} = 'internalFinding') = (${t.inspector} is not null)`,
    ),
    holds(
      'complaints_nobody_complained',
      sql`${t.source} <> 'internalFinding' or ${t.identity} = 'anonymous'`,
    ),
    oneOf('complaints_nature', t.nature, NATURES),
    oneOf('complaints_identity', t.identity, IDENTITIES),
    oneOf('complaints_category', t.category, CATEGORIES),
    oneOf('complaints_part', t.occurredPart, DAY_PARTS),
    isADay('complaints_received', t.receivedOn),
    holds(
      'complaints_time_hidden',
      sql`${t.channel} <> 'web' or ${t.identity} = 'named' or ${t.receivedAt} is null`,
    ),
  ],
)

/** The 16-digit receipt, slow-hashed, and the key of the form it was given for. */
export const receipts = sqliteTable('receipts', {
  id: id(),
  complaintId: integer()
    .notNull()
    .unique()
    .references(() => complaints.id),
  receiptHash: text().notNull().unique(),
  formDigest: text().notNull().unique(),
  bodyDigest: text().notNull(),
})

/** Who a named complainant is; only handlers in charge and the office head read it. */
export const complainants = sqliteTable('complainants', {
  id: id(),
  complaintId: integer()
    .notNull()
    .unique()
    .references(() => complaints.id),
  name: cipher(),
  phone: cipher(),
  email: cipher(),
})

/** Who a confidential complainant is, in a box only the custodian's passphrase opens. */
export const sealedIdentities = sqliteTable('sealed_identities', {
  id: id(),
  complaintId: integer()
    .notNull()
    .unique()
    .references(() => complaints.id),
  box: text().notNull(),
})

/** The custodian's key pair; the private half is wrapped by a passphrase nobody else knows. */
export const custodianKeys = sqliteTable('custodian_keys', {
  id: id(),
  hallId: integer()
    .notNull()
    .references(() => halls.id),
  publicKey: text().notNull(),
  wrappedKey: text().notNull(),
  madeBy: integer()
    .notNull()
    .references(() => officers.id),
  madeOn: day().notNull(),
  retiredOn: day(),
})

/** An officer's wish to open a sealed identity, and the custodian's answer. */
export const unsealings = sqliteTable(
  'unsealings',
  {
    id: id(),
    publicId: publicId(),
    complaintId: integer()
      .notNull()
      .references(() => complaints.id),
    askedBy: integer()
      .notNull()
      .references(() => officers.id),
    reason: text().notNull(),
    askedAt: moment().notNull(),
    decidedBy: integer().references(() => officers.id),
    decidedAt: moment(),
    opened: flag(),
  },
  (t) => [
    index('unsealings_of_complaint').on(t.complaintId),
    holds('unsealings_two_people', sql`${t.decidedBy} is null or ${t.decidedBy} <> ${t.askedBy}`),
  ],
)

/** A photo as it is kept: turned, shrunk, stripped and encrypted. Unclaimed ones go after a day. */
export const photos = sqliteTable(
  'photos',
  {
    id: id(),
    publicId: publicId(),
    complaintId: integer().references(() => complaints.id),
    bytes: integer().notNull(),
    width: integer().notNull(),
    height: integer().notNull(),
    sha256: text().notNull(),
    takenInOn: day().notNull(),
    sweepAfter: moment().notNull(),
  },
  (t) => [index('photos_of_complaint').on(t.complaintId)],
)
