/** What a patrol officer answers for, and under which rule; halls without one have no entry. */
type PatrolLiability = {
  titleZh: string
  grounds: readonly { key: string; labelZh: string }[]
}

/**
 * Anci 政务服务大厅巡查办法: in four cases the patrol officer bears the corresponding responsibility.
 * The text gives no figure; the office decides in each case what that is.
 */
export const patrolLiability: Readonly<Partial<Record<string, PatrolLiability>>> = {
  anci: {
    titleZh: '政务服务大厅巡查办法',
    // [source] four cases
    grounds: [
      { key: 'p1', labelZh: '没有用巡查记录仪，关键事实无法证明' },
      { key: 'p2', labelZh: '没有制止违规，造成严重后果' },
      { key: 'p3', labelZh: '别人发现了违规，巡查没有发现或没有记录' },
      { key: 'p4', labelZh: '发现了违规，没有写进巡查记录表' },
    ],
  },
}
