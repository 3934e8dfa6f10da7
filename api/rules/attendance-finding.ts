/** What an officer finds of somebody's attendance (考勤发现). */
export const ATTENDANCE_FINDINGS = ['late', 'early', 'away', 'markMissing'] as const
export type AttendanceFindingKind = (typeof ATTENDANCE_FINDINGS)[number]
