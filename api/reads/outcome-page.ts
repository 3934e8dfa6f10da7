import { eq } from 'drizzle-orm'
import { officers } from '../../db/schema/index.ts'
import { openField } from '../../db/sealing/field.ts'
import type { Reader } from '../../db/store.ts'
import { type Officer, today, type World } from '../context.ts'
import { refusalOf } from '../rules/can.ts'
import { withheldReason } from '../rules/closing.ts'
import { mayBeHarmless } from '../rules/outcome-hit.ts'
import { nextBatchAfter } from '../rules/outcome-release.ts'
import { remediesFor } from '../rules/remedy.ts'
import { changesBetween } from '../rules/text-changes.ts'
import { windowsToName } from './nameable-windows.ts'
import { outcomeFacts } from './outcome-facts.ts'
import {
  draftsOf,
  hitsOf,
  type OutcomeInSight,
  outcomeInSight,
  outcomeRefusal,
  writersOf,
} from './outcome-in-sight.ts'
import { withholdingFacts } from './withholding-facts.ts'

async function nameOf(db: Reader, id: number | null): Promise<string | null> {
  if (id === null) return null
  const [found] = await db.select({ name: officers.name }).from(officers).where(eq(officers.id, id))
  return found?.name ?? null
}

/** What an officer may do with an outcome as it stands now. */
async function rightsOf(db: Reader, officer: Officer, seen: OutcomeInSight) {
  const { outcome, stage, complaint, relation } = seen
  const has = (act: 'draft' | 'approve' | 'retract') => outcomeRefusal(officer, act, seen) === null
  const wrote = (await writersOf(db, outcome.id)).has(officer.id)
  const hasASay = has('draft') || has('approve')
  const { id, roles, staffId } = officer
  const releases = { id, roles, staffId, relation }
  return {
    draft: (stage === 'toWrite' || stage === 'toApprove') && has('draft'),
    approve: stage === 'toApprove' && has('approve') && !wrote,
    /** Would approve, but for having a hand in the text. */
    wrote: stage === 'toApprove' && wrote,
    return:
      (stage === 'toApprove' || stage === 'approved') &&
      has('approve') &&
      outcome.draftedBy !== officer.id,
    withhold: stage !== 'published' && stage !== 'withheld' && hasASay,
    lift: stage === 'withheld' && hasASay && withheldReason(withholdingFacts(seen)) === null,
    retract: stage === 'published' && outcome.retractedOn === null && has('retract'),
    release:
      stage === 'approved' &&
      complaint.major &&
      outcome.releasedBy === null &&
      refusalOf(releases, 'release', { kind: 'outcomeRelease' }) === null,
  }
}

/**
 * An outcome as the desk shows it: what of the case it may tell, the newest version with what the
 * finder stopped at, what changed since it was sent back. The complaint's own words go to nobody
 * but its handler.
 */
export async function outcomePage(world: World, officer: Officer, number: string) {
  const db = world.store.read
  const seen = await outcomeInSight(db, officer, number)
  const { outcome, complaint, file, policy, hall } = seen
  const facts = (
    await outcomeFacts(db, { calendar: world.calendar, on: today(world) }, [file.id])
  ).get(file.id)!
  const named = await windowsToName(db, hall.id, policy.publish, today(world))
  const versions = await draftsOf(db, world.keys, outcome)
  const latest = versions[0] ?? null
  const returned = versions.find(({ returnedOn }) => returnedOn !== null) ?? null
  const hits = latest ? await hitsOf(db, [latest.id]) : []
  const next = nextBatchAfter(today(world), policy.publish, world.calendar)
  return {
    number,
    inspected: complaint.source === 'internalFinding',
    remedies: remediesFor(complaint.source),
    hall: hall.key,
    publicId: outcome.publicId,
    stage: seen.stage,
    holdUntil: outcome.holdUntil,
    major: complaint.major,
    released: outcome.releasedBy !== null,
    gist: file.gist,
    facts: {
      ...facts,
      windowNamed:
        outcome.windowNamed ??
        named.some(({ id, nameable }) => id === complaint.windowId && nameable),
    },
    narrative:
      file.handlerId === officer.id
        ? openField(world.keys, 'complaints.narrative', complaint.publicId, complaint.narrative)
        : null,
    draft: latest && {
      id: latest.id,
      text: latest.text,
      remedy: latest.remedy,
      by: latest.by,
      on: latest.draftedOn,
      hits: hits.map(({ hit, decidedByName }) => ({
        id: hit.id,
        kind: hit.kind,
        start: hit.start,
        end: hit.end,
        text: latest.text.slice(hit.start, hit.end),
        harmless: hit.harmless,
        decidedBy: decidedByName,
        decidedOn: hit.decidedOn,
        mayBeHarmless: mayBeHarmless(hit),
      })),
      isReturned: latest.returnedOn !== null,
    },
    returned: returned && {
      note: returned.returnNote,
      on: returned.returnedOn,
      by: await nameOf(db, returned.returnedBy),
    },
    changes:
      latest && returned && latest.id !== returned.id
        ? changesBetween(returned.text, latest.text)
        : null,
    approved: outcome.approvedOn && {
      by: await nameOf(db, outcome.approvedBy),
      on: outcome.approvedOn,
    },
    withheld: outcome.withheld && {
      reason: outcome.withheld,
      by: await nameOf(db, outcome.withheldBy),
      on: outcome.withheldOn,
    },
    batch: outcome.batch,
    retracted: outcome.retractedOn && {
      on: outcome.retractedOn,
      reason: outcome.retractionReason,
    },
    may: await rightsOf(db, officer, seen),
    next,
    summaryMax: policy.publish.summaryMax,
  }
}
