import { describe, expect, test } from 'vitest'
import { bingcha } from '../../api/policies/bingcha.ts'
import {
  bingchaCircularItem,
  bingchaMonthly,
  bingchaPeerMarking,
} from '../../api/policies/sheets/bingcha-monthly.ts'
import { type BingchaMonth, bingchaMonth, type Missing } from '../../api/rules/bingcha-month.ts'
import type { PeerMark } from '../../api/rules/peer-marks.ts'
import type { ScoreEntry } from '../../api/rules/score-entry.ts'

const ratings = { satisfied: 0, valid: 0, standard: null }
const ids = ['w1', 'w2', 'w3', 'w4']

const entry = (windowId: string, item: string, points: number, what: Partial<ScoreEntry> = {}) => ({
  id: `${windowId}-${item}`,
  item,
  points,
  quantity: 1,
  windowId,
  staffId: null,
  occurredOn: '2026-05-12' as const,
  decidedOn: '2026-05-12' as const,
  period: '2026-05' as const,
  source: 'patrol' as const,
  state: 'confirmed' as const,
  reverses: null,
  ...what,
})

const marksOf = (byWindow: string, total = 92): PeerMark[] =>
  ids
    .filter((id) => id !== byWindow)
    .map((forWindow) => ({
      byWindow,
      forWindow,
      marks: Array.from({ length: 4 }, () => total / 4),
    }))

const may = (what: Partial<BingchaMonth> = {}): BingchaMonth => ({
  month: '2026-05',
  rankedOn: '2026-06-09',
  workedOutOn: '2026-06-09',
  closesOn: '2026-06-05',
  windows: ids.map((id) => ({ id, ratings })),
  entries: [],
  peerMarks: ids.flatMap((id) => marksOf(id)),
  directorMarks: [],
  casesWithoutPoints: [],
  verifiedComplaints: [],
  complaintsAtRanking: [],
  vetoes: [],
  pastAwards: [],
  ...what,
})

const terms = {
  sheet: bingchaMonthly,
  peer: bingchaPeerMarking,
  circularItem: bingchaCircularItem,
}

const run = (what: Partial<BingchaMonth> = {}) => bingchaMonth(may(what), bingcha, terms)

const unmarked = (...windows: string[]): Missing[] =>
  windows.map((windowId) => ({ what: 'no-peer-mark', windowId }))

describe('what a month still lacks', () => {
  test.for<[why: string, month: Partial<BingchaMonth>, missing: Missing[]]>([
    [
      'no marks were collected at all',
      { peerMarks: [] },
      [{ what: 'too-few-raters', rated: 0, needed: 2 }, ...unmarked(...ids)],
    ],
    [
      'one of four has rated: less than half, and nobody has marked it',
      { peerMarks: marksOf('w1') },
      [{ what: 'too-few-raters', rated: 1, needed: 2 }, ...unmarked('w1')],
    ],
    [
      'half have rated, one window was left out',
      {
        peerMarks: [...marksOf('w1'), ...marksOf('w2')].filter(
          ({ forWindow }) => forWindow !== 'w4',
        ),
      },
      unmarked('w4'),
    ],
    [
      'a mark for oneself counts for nothing',
      { peerMarks: [{ byWindow: 'w1', forWindow: 'w1', marks: [25, 25, 25, 25] }] },
      [{ what: 'too-few-raters', rated: 0, needed: 2 }, ...unmarked(...ids)],
    ],
    [
      'a window the hall does not have is no rater',
      { peerMarks: [...marksOf('w1'), ...marksOf('w9')] },
      [{ what: 'too-few-raters', rated: 1, needed: 2 }, ...unmarked('w1')],
    ],
    [
      'the value of the meeting without a reason counts for nothing',
      {
        peerMarks: [...marksOf('w1'), ...marksOf('w2')].filter(
          ({ forWindow }) => forWindow !== 'w4',
        ),
        directorMarks: [{ windowId: 'w4', points: 9, reason: ' ' }],
      },
      unmarked('w4'),
    ],
    [
      'an entry nobody has decided',
      { entries: [entry('w1', 'M1.1', -1, { id: 'e1', state: 'proposed' })] },
      [{ what: 'entry-unconfirmed', entryId: 'e1' }],
    ],
    [
      'an undecided entry of another month is none of this one',
      { entries: [entry('w1', 'M1.1', -1, { state: 'proposed', period: '2026-06' })] },
      [],
    ],
    [
      'a verified case without its points',
      { casesWithoutPoints: ['TS-7K4M-2QX9'] },
      [{ what: 'case-without-points', caseId: 'TS-7K4M-2QX9' }],
    ],
    [
      'the month is not over',
      { rankedOn: '2026-06-04' },
      [{ what: 'month-running', closesOn: '2026-06-05' }],
    ],
    ['on the closing day nothing is missing', { rankedOn: '2026-06-05' }, []],
    [
      'one window that sent no marks holds nobody up',
      { peerMarks: ids.slice(1).flatMap((id) => marksOf(id)) },
      [],
    ],
    [
      "a hall of one window needs the meeting's value only",
      { windows: [{ id: 'w1', ratings }], peerMarks: [] },
      unmarked('w1'),
    ],
  ])('%s', ([, month, missing]) => {
    const result = run(month)
    expect(result.state === 'not-closed' ? result.missing : []).toEqual(missing)
    expect(result.state).toBe(missing.length > 0 ? 'not-closed' : 'closed')
    expect('redFlags' in result).toBe(missing.length === 0)
  })
})

describe('a closed month', () => {
  test('four windows, four flags and one unused, with every total', () => {
    const result = run({
      entries: [
        entry('w1', 'M1.1', -1),
        entry('w2', 'M7.1', -3),
        entry('w3', 'MB2', 1),
        entry('w4', 'M9.1', -6, { quantity: 6 }),
      ],
    })
    expect(result.windows.map(({ windowId, card }) => [windowId, card.score])).toEqual([
      ['w1', 98.2],
      ['w2', 96.2],
      ['w3', 100.2],
      ['w4', 94.2],
    ])
    expect(result.state === 'closed' && result.redFlags.places).toEqual([
      { place: 1, state: 'awarded', id: 'w3' },
      { place: 2, state: 'awarded', id: 'w1' },
      { place: 3, state: 'awarded', id: 'w2' },
      { place: 4, state: 'awarded', id: 'w4' },
      { place: 5, state: 'unused' },
    ])
    expect(JSON.parse(JSON.stringify(result))).toEqual(result)
  })

  test('an entry on no window of the hall is named, not lost', () => {
    const result = run({
      entries: [entry('w9', 'M1.1', -1), entry('w9', 'M1.2', -3, { period: '2026-04' })],
    })
    expect(result.unattributed).toEqual([{ entry: 'w9-M1.1', item: 'M1.1', points: -1 }])
  })

  test('a circular withholds the flag however good the total', () => {
    const result = run({ entries: [entry('w1', 'M7.2', -10), entry('w1', 'MB1', 10)] })
    expect(result.state === 'closed' && result.redFlags.ineligible).toEqual([
      { id: 'w1', reason: 'vetoed', veto: 'complaintCircular', until: null },
    ])
  })

  test('a circular taken back withholds nothing', () => {
    const result = run({
      entries: [
        entry('w1', 'M7.2', -10),
        entry('w1', 'M7.2', 10, { id: 'r', reverses: 'w1-M7.2' }),
      ],
    })
    expect(result.state === 'closed' && result.redFlags.ineligible).toEqual([])
    expect(result.windows[0]?.card.score).toBe(99.2)
  })

  test("the meeting's value stands in for missing marks, with its reason", () => {
    const result = run({
      peerMarks: [...marksOf('w1', 88), ...marksOf('w2', 95)].filter(
        ({ forWindow }) => forWindow !== 'w4',
      ),
      directorMarks: [
        { windowId: 'w4', points: 9.1, reason: '新设窗口，未参加互评' },
        { windowId: 'w3', points: 1, reason: '已有互评，不采用' },
      ],
    })
    expect(
      result.windows.map(({ windowId, peer, peerFrom, directorReason, card }) => [
        windowId,
        peer.received,
        peerFrom,
        directorReason,
        card.score,
      ]),
    ).toEqual([
      ['w1', 1, 'windows', null, 99.5],
      ['w2', 1, 'windows', null, 98.8],
      ['w3', 2, 'windows', null, 99.15],
      ['w4', 0, 'directorMeeting', '新设窗口，未参加互评', 99.1],
    ])
  })

  test("an open complaint keeps its window's flag, a verified one passes it on", () => {
    const places = (outcome: 'open' | 'verified') => {
      const result = run({
        entries: [entry('w2', 'M1.1', -1), entry('w3', 'M1.2', -3), entry('w4', 'M1.2', -5)],
        complaintsAtRanking: [{ windowIds: ['w1'], outcome, heldUntil: '2026-06-23' }],
      })
      return result.state === 'closed' ? result.redFlags.places.slice(0, 2) : []
    }
    expect(places('open')).toEqual([
      { place: 1, state: 'held', id: 'w1', heldUntil: '2026-06-23' },
      { place: 2, state: 'awarded', id: 'w2' },
    ])
    expect(places('verified')).toEqual([
      { place: 1, state: 'awarded', id: 'w2' },
      { place: 2, state: 'awarded', id: 'w3' },
    ])
  })

  test('two equal totals: the window without a verified complaint stands first', () => {
    const result = run({
      entries: [entry('w1', 'M7.1', -3), entry('w2', 'M1.2', -3)],
      verifiedComplaints: [{ windowIds: ['w1'], decidedOn: '2026-05-20' }],
    })
    const ranking = result.state === 'closed' ? result.redFlags.ranking : []
    expect(ranking.slice(-2).map(({ id, why }) => [id, why?.decidedBy])).toEqual([
      ['w2', 'score'],
      ['w1', 'verifiedComplaints'],
    ])
  })
})
