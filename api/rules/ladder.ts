import type { HallPolicy, VetoCause } from './hall-policy.ts'

/** Everything a hall's regulation can do to whoever is responsible. */
export const SANCTIONS = [
  'admonition',
  'lossOfEligibility',
  'circularCriticism',
  'postTransfer',
  'criticism',
  'admonishmentTalk',
  'selfCriticism',
  'internalCircular',
  'probation',
  'waiting',
  'awardLoss',
  'departmentCircular',
  'postChange',
  'returnToDepartment',
  'replacement',
  'administrativeHandling',
  'directLiability',
  'leadershipLiability',
  'severeHandling',
  'strictLiability',
  'warning',
  'demerit',
  'demotion',
  'dismissal',
] as const
export type Sanction = (typeof SANCTIONS)[number]

/** How grave an act is, in the words its ladder gives them. */
export const SEVERITIES = ['light', 'basic', 'heavier', 'serious'] as const
export type Severity = (typeof SEVERITIES)[number]

/** What an officer ticks about an act; `repeated` is found by the system and never ticked. */
export const CIRCUMSTANCES = [
  'retaliation',
  'repeated',
  'interference',
  'disobedience',
  'otherAggravating',
  'apologised',
  'forgiven',
  'effectsStopped',
  'lossRecovered',
  'otherMitigating',
] as const
export type Circumstance = (typeof CIRCUMSTANCES)[number]

/** What one rung of a ladder does. */
export type Rung = {
  key: string
  /** Its number on a ladder of tiers; null on a ladder of grounds. */
  tier: number | null
  labelZh: string
  /** All of them. */
  sanctions: readonly Sanction[]
  /** Exactly one of these besides, chosen with a reason; none where the rung leaves no choice. */
  oneOf: readonly Sanction[]
  /** Why awards are barred. */
  bars: VetoCause | null
  circular: boolean
  departmentNotice: boolean
  returnLetter: boolean
  /** Months on probation in the post (留职使用). */
  probationMonths: number | null
}

type Named<K extends string> = { key: K; labelZh: string }

/** A factor counts once everything it needs is there; one that is not `offsettable` bars any minus. */
export type Factor = Named<string> & { needs: readonly Circumstance[]; offsettable: boolean }

type Common = {
  key: HallPolicy['ladder']
  titleZh: string
  /** What somebody answers for. */
  grounds: readonly Named<string>[]
  severities: readonly Named<Severity>[]
}

/** The severity gives the tier, factors move it by one. */
export type TierLadder = Common & {
  kind: 'tiers'
  starts: Readonly<Partial<Record<Severity, number>>>
  /** Tier by tier, from zero. */
  rungs: readonly Rung[]
  aggravating: readonly Factor[]
  mitigating: readonly Factor[]
}

/** Ground and severity give the rung; nothing moves it. */
export type GroundLadder = Common & {
  kind: 'grounds'
  cells: readonly { ground: string; severity: Severity; rung: Rung }[]
}

export type Ladder = TierLadder | GroundLadder

/** Every rung of a ladder, the mildest of each ground first. */
export const rungsOf = (ladder: Ladder): readonly Rung[] =>
  ladder.kind === 'tiers' ? ladder.rungs : ladder.cells.map(({ rung }) => rung)

/** The rung a decision may name instead of the proposed one; a ground keeps to its own. */
export const rungsFor = (ladder: Ladder, ground: string): readonly Rung[] =>
  ladder.kind === 'tiers'
    ? ladder.rungs
    : ladder.cells.filter((cell) => cell.ground === ground).map(({ rung }) => rung)

/** What may be ticked of an act on this ladder; repeated acts are found, not ticked. */
export const tickable = (ladder: Ladder): Circumstance[] =>
  ladder.kind === 'tiers'
    ? [...ladder.aggravating, ...ladder.mitigating]
        .flatMap(({ needs }) => needs)
        .filter((one) => one !== 'repeated')
    : []
