import { calendarOf, type HolidayNotice } from '../rules/calendar.ts'
import type { MonthDay } from '../rules/opening-hours.ts'

/**
 * The announced holidays, year by year, from the State Council's General Office. A new year is
 * added when its notice appears (November of the year before); none is ever guessed.
 */
export const holidayNotices: readonly HolidayNotice[] = [
  {
    year: 2025,
    titleZh: '国务院办公厅关于2025年部分节假日安排的通知',
    number: '国办发明电〔2024〕12号',
    date: '2024-11-12',
    holidays: [
      { nameZh: '元旦', from: '2025-01-01', until: '2025-01-01', makeUp: [] },
      {
        nameZh: '春节',
        from: '2025-01-28',
        until: '2025-02-04',
        makeUp: ['2025-01-26', '2025-02-08'],
      },
      { nameZh: '清明节', from: '2025-04-04', until: '2025-04-06', makeUp: [] },
      { nameZh: '劳动节', from: '2025-05-01', until: '2025-05-05', makeUp: ['2025-04-27'] },
      { nameZh: '端午节', from: '2025-05-31', until: '2025-06-02', makeUp: [] },
      {
        nameZh: '国庆节、中秋节',
        from: '2025-10-01',
        until: '2025-10-08',
        makeUp: ['2025-09-28', '2025-10-11'],
      },
    ],
  },
  {
    year: 2026,
    titleZh: '国务院办公厅关于2026年部分节假日安排的通知',
    number: null,
    date: '2025-11-04',
    holidays: [
      { nameZh: '元旦', from: '2026-01-01', until: '2026-01-03', makeUp: ['2026-01-04'] },
      {
        nameZh: '春节',
        from: '2026-02-15',
        until: '2026-02-23',
        makeUp: ['2026-02-14', '2026-02-28'],
      },
      { nameZh: '清明节', from: '2026-04-04', until: '2026-04-06', makeUp: [] },
      { nameZh: '劳动节', from: '2026-05-01', until: '2026-05-05', makeUp: ['2026-05-09'] },
      { nameZh: '端午节', from: '2026-06-19', until: '2026-06-21', makeUp: [] },
      { nameZh: '中秋节', from: '2026-09-25', until: '2026-09-27', makeUp: [] },
      {
        nameZh: '国庆节',
        from: '2026-10-01',
        until: '2026-10-07',
        makeUp: ['2026-09-20', '2026-10-10'],
      },
    ],
  },
]

/** [portal] From this day of a year on, the next one is asked for; its notice comes in November. */
export const ASK_FOR_NEXT_YEAR_FROM: MonthDay = '12-01'

/** The working calendar of 2025 and 2026; 2027 is not announced, so results there are provisional. */
export const calendar = calendarOf(holidayNotices)
