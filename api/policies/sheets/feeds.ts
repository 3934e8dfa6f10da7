import type { VetoCause } from '../../rules/hall-policy.ts'
import type { FeedsMap } from '../../rules/score-feed.ts'

/**
 * Which event of the portal writes which item of a hall's sheets: patrols, attendance, activities,
 * praise. What a verified complaint writes stands with each sheet.
 */
const feedsOf: Readonly<Record<string, FeedsMap>> = {
  anci: {
    absence: ['A03', 'A04'],
    entertainment: ['A05'],
    smoking: ['A06'],
    dress: ['A13'],
    desk: ['A18', 'A19', 'A20'],
    lateOrEarly: ['A01'],
    markMissing: ['A02'],
    meetingLate: [],
    meetingAbsent: [],
    meetingUncooperative: [],
    overdue: [],
    praise: ['AB1'],
    suggestion: ['AB2'],
  },
  bingcha: {
    absence: ['M8.2', 'M1.1'],
    entertainment: ['M1.1'],
    smoking: ['M1.1'],
    dress: ['M1.1'],
    desk: ['M9.1'],
    lateOrEarly: [],
    markMissing: [],
    meetingLate: ['M5.1'],
    meetingAbsent: ['M5.2'],
    meetingUncooperative: ['M5.3'],
    overdue: ['M3.1'],
    praise: ['MB2'],
    suggestion: ['H4.5'],
  },
  qingpu: {
    absence: ['R1'],
    entertainment: ['R2'],
    smoking: ['W6'],
    dress: ['R3'],
    desk: ['W1', 'W2', 'W3', 'W4', 'W5', 'W7'],
    lateOrEarly: ['R6'],
    markMissing: ['R7'],
    meetingLate: [],
    meetingAbsent: ['R5'],
    meetingUncooperative: [],
    overdue: ['R8'],
    praise: [],
    suggestion: [],
  },
}

/** The feeds of a hall, null where its policy knows no points. */
export const feedsOfPolicy = (policy: string): FeedsMap | null => feedsOf[policy] ?? null

/**
 * Items that, once confirmed, also take awards away. Qingpu 禁烟制度: smoking where it is forbidden.
 */
export const vetoOfItem: Readonly<Record<string, VetoCause>> = { W6: 'smoking' }
