import { sql } from 'drizzle-orm'
import { integer, sqliteTable, text, unique, uniqueIndex } from 'drizzle-orm/sqlite-core'
import {
  type ClauseText,
  type OfficialWording,
  RULE_CHANGE_KINDS,
  RULE_CHANGE_OUTCOMES,
  type RuleChangeKind,
  type RuleChangeOutcome,
} from '../../api/rules/rule-change.ts'
import { day, holds, id, isADay, oneOf, publicId } from './columns.ts'
import { officers } from './people.ts'
import { halls } from './places.ts'

/** Somebody's entry for the published rules. It holds once another person has approved it. */
export const ruleChanges = sqliteTable(
  'rule_changes',
  {
    id: id(),
    publicId: publicId(),
    hallId: integer()
      .notNull()
      .references(() => halls.id),
    kind: text().$type<RuleChangeKind>().notNull(),
    /** Of the clause or of the rule. */
    key: text().notNull(),
    effectiveFrom: day().notNull(),
    body: text({ mode: 'json' }).$type<ClauseText | OfficialWording>().notNull(),
    reason: text().notNull(),
    enteredBy: integer()
      .notNull()
      .references(() => officers.id),
    enteredOn: day().notNull(),
    outcome: text().$type<RuleChangeOutcome>(),
    decidedBy: integer().references(() => officers.id),
    decidedOn: day(),
    /** Why it was returned. */
    note: text().notNull().default(''),
  },
  (t) => [
    uniqueIndex('rule_changes_waiting')
      .on(t.hallId, t.kind, t.key)
      .where(sql`outcome is null`),
    oneOf('rule_changes_kind', t.kind, RULE_CHANGE_KINDS),
    oneOf('rule_changes_outcome', t.outcome, RULE_CHANGE_OUTCOMES),
    isADay('rule_changes_from', t.effectiveFrom),
    holds(
      'rule_changes_two_people',
      sql`${t.outcome} is null or ${t.outcome} = 'takenBack' or ${t.decidedBy} <> ${t.enteredBy}`,
    ),
  ],
)

/** Official wording (正式文本) of a clause or of a whole rule, as the hall entered it. Never edited. */
export const officialWordings = sqliteTable(
  'official_wordings',
  {
    id: id(),
    hallId: integer()
      .notNull()
      .references(() => halls.id),
    kind: text().$type<RuleChangeKind>().notNull(),
    key: text().notNull(),
    version: integer().notNull(),
    effectiveFrom: day().notNull(),
    wording: text({ mode: 'json' }).$type<OfficialWording>().notNull(),
    changeId: integer()
      .notNull()
      .references(() => ruleChanges.id),
  },
  (t) => [
    unique('official_wordings_version').on(t.hallId, t.kind, t.key, t.version),
    oneOf('official_wordings_kind', t.kind, ['clauseWording', 'systemWording']),
    isADay('official_wordings_from', t.effectiveFrom),
  ],
)
